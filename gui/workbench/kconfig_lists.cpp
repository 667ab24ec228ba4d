// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/kconfig_lists.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KconfigLists)
};

const QByteArray heading = QByteArrayLiteral("# Written by the build; changes are lost.\n");

QByteArray sourceStatement(const QString &directory)
{
    return "source \"" + directory.toUtf8() + "/Config.uk\"\n";
}

bool hasConfig(const QString &directory)
{
    return QFileInfo::exists(directory + QStringLiteral("/Config.uk"));
}

/// One pattern for the tree's own folders of a kind, then the external ones.
QByteArray listOf(const char *kind, const QStringList &external)
{
    QByteArray text = heading + "source \"$(UK_BASE)/" + kind + "/*/Config.uk\"\n";
    for (const QString &directory : external) {
        if (hasConfig(directory))
            text += sourceStatement(directory);
    }
    return text;
}

QByteArray applicationMenu(const Project &project)
{
    if (!hasConfig(project.directory))
        return heading;
    return heading + "menu \"Application Options\"\n" + sourceStatement(project.directory) +
           "endmenu\n";
}

Problem unwritable(const QString &path, const QString &reason)
{
    return {Words::tr("The build folder can't be written: %1").arg(reason), path,
            Words::tr("Make it writable or free some space, or choose another build folder "
                      "(--build-dir).")};
}

/// An unchanged file keeps its time, so that nothing is rebuilt for it.
Result<void> writeIfChanged(const QString &path, const QByteArray &text)
{
    QFile present(path);
    if (present.open(QIODevice::ReadOnly) && present.readAll() == text)
        return {};
    present.close();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return tl::unexpected(unwritable(path, file.errorString()));
    return {};
}

} // namespace

QMap<QString, QByteArray> kconfigLists(const Project &project)
{
    return {{QStringLiteral("libs.uk"), listOf("lib", project.libraries)},
            {QStringLiteral("plats.uk"), listOf("plat", {})},
            {QStringLiteral("drivers.uk"), listOf("drivers", {})},
            {QStringLiteral("app.uk"), applicationMenu(project)}};
}

Result<void> prepareKconfig(const Project &project)
{
    if (project.kind != ProjectKind::application)
        return {};
    const QString directory = project.kconfigDirectory();
    if (!QDir().mkpath(directory))
        return tl::unexpected(unwritable(directory, Words::tr("the folder can't be made")));
    if (project.tree.kind != KernelTree::Kind::bundled)
        return {};
    const auto lists = kconfigLists(project);
    for (auto list = lists.begin(); list != lists.end(); ++list) {
        if (auto done = writeIfChanged(directory + u'/' + list.key(), list.value()); !done)
            return done;
    }
    return {};
}

} // namespace kiln
