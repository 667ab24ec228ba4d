// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/wanted_config.h"

#include "workbench/project_targets.h"

#include <QCoreApplication>

namespace kiln {

Result<QList<KraftSetting>> wantedSettings(const Project &project)
{
    if (project.kind != ProjectKind::application)
        return QList<KraftSetting>();
    const QString path = findKraftfile(project.directory);
    if (path.isEmpty())
        return QList<KraftSetting>();
    const auto file = readKraftfile(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto target = targetOfProject(project);
    QList<KraftSetting> settings = file->settingsFor(target ? &target->written : nullptr);
    if (target)
        settings += settingsOfTarget(target->written.platform, target->written.architecture,
                                     target->written.place);
    return settings;
}

void startWantedSettings(ConfigSession &session, const QList<KraftSetting> &settings,
                         std::function<void(const Result<QVector<KraftEffect>> &)> done,
                         const std::shared_ptr<JobWatch> &watch)
{
    const auto effects = std::make_shared<QVector<KraftEffect>>();
    session.startEdit(
        QCoreApplication::translate("KraftSettings", "Values of the Kraftfile"),
        [settings, effects](kconfig::Configuration &configuration) -> Result<void> {
            *effects = applyKraftSettings(configuration, settings);
            return {};
        },
        [effects, done](const Result<void> &result) {
            if (done)
                done(result ? Result<QVector<KraftEffect>>(*effects)
                            : tl::unexpected(result.error()));
        },
        watch);
}

} // namespace kiln
