// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/target_edit.h"

#include "workbench/kraftfile_editor.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TargetEdit)
};

} // namespace

Result<QString> ensureKraftfile(const QString &directory)
{
    QString path = findKraftfile(directory);
    if (!path.isEmpty())
        return path;
    path = directory + QStringLiteral("/Kraftfile");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        file.write("spec: v0.6\nname: " +
                   YamlText::quoted(QFileInfo(directory).fileName()).toUtf8() + '\n') < 0)
        return tl::unexpected(
            Problem{Text::tr("The Kraftfile can't be written: %1").arg(file.errorString()), path,
                    Text::tr("Check the folder's permissions.")});
    return path;
}

Result<ProjectTarget> addTarget(const QString &directory, const KraftTarget &target)
{
    const auto path = ensureKraftfile(directory);
    if (!path)
        return tl::unexpected(path.error());
    auto editor = KraftfileEditor::open(*path);
    if (!editor)
        return tl::unexpected(editor.error());
    auto done = editor->addTarget(target);
    if (done)
        done = editor->save();
    if (!done)
        return tl::unexpected(done.error());
    return findTarget(directory, target.text());
}

Result<ProjectTarget> changeTarget(const QString &directory, const QString &name,
                                   const KraftTarget &target)
{
    const auto former = findTarget(directory, name);
    if (!former)
        return former;
    auto editor = KraftfileEditor::open(findKraftfile(directory));
    if (!editor)
        return tl::unexpected(editor.error());
    const bool wasSelected = selectedTarget(directory) == former->name;
    auto done = editor->changeTarget(former->written.text(), target);
    if (done)
        done = editor->save();
    if (!done)
        return tl::unexpected(done.error());
    auto now = findTarget(directory, target.text());
    if (!now)
        return now;
    const bool isSameMachine = former->written.platform == target.platform &&
                               former->written.architecture == target.architecture;
    if (isSameMachine && now->configFile != former->configFile &&
        QFileInfo::exists(former->configFile) && !QFileInfo::exists(now->configFile) &&
        !QFile::rename(former->configFile, now->configFile))
        return tl::unexpected(Problem{
            Text::tr("The target has its new name, but its configuration could not be renamed"),
            former->configFile, Text::tr("Rename it by hand to %1.").arg(now->configFile)});
    if (wasSelected) {
        if (const auto selected = selectTarget(directory, now->name); !selected)
            return tl::unexpected(selected.error());
    }
    return now;
}

Result<void> removeTarget(const QString &directory, const QString &name)
{
    const auto target = findTarget(directory, name);
    if (!target)
        return tl::unexpected(target.error());
    const bool wasSelected = selectedTarget(directory) == target->name;
    auto editor = KraftfileEditor::open(findKraftfile(directory));
    if (!editor)
        return tl::unexpected(editor.error());
    auto done = editor->removeTarget(target->written.text());
    if (done)
        done = editor->save();
    if (done && wasSelected)
        done = selectTarget(directory, {});
    return done;
}

} // namespace kiln
