// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/folder_copy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FolderCopy)
};

/// The path that could not be copied; empty: all were.
QString copyTree(const QDir &from, const QDir &to)
{
    for (const QFileInfo &entry :
         from.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        const QString target = to.filePath(entry.fileName());
        if (entry.isDir()) {
            if (entry.fileName() == QLatin1String("build"))
                continue;
            if (!QDir().mkdir(target))
                return target;
            if (const QString failed = copyTree(QDir(entry.filePath()), QDir(target));
                !failed.isEmpty())
                return failed;
            continue;
        }
        QFile file(entry.filePath());
        if (!file.copy(target) ||
            !QFile::setPermissions(target, file.permissions() | QFile::WriteOwner))
            return target;
    }
    return {};
}

} // namespace

bool isWritableFolder(const QString &folder)
{
    return QFileInfo(folder).isWritable();
}

Result<QString> copyExample(const QString &example, const QString &parent)
{
    return copyFolder(example, QDir(parent).filePath(QFileInfo(example).fileName()));
}

Result<QString> copyFolder(const QString &from, const QString &target)
{
    if (QFileInfo::exists(target))
        return tl::unexpected(
            Problem{Words::tr("The folder was not copied: there is something of its name already"),
                    target, Words::tr("Choose another folder, or open what is there.")});
    QString failed;
    // A copy into itself would have no end.
    const bool isWithin =
        (QDir::cleanPath(target) + u'/').startsWith(QFileInfo(from).canonicalFilePath() + u'/');
    if (isWithin || !QDir().mkdir(target))
        failed = target;
    else
        failed = copyTree(QDir(from), QDir(target));
    if (failed.isEmpty())
        return target;
    if (!isWithin)
        QDir(target).removeRecursively();
    return tl::unexpected(Problem{Words::tr("The folder could not be copied"), failed,
                                  Words::tr("Choose a folder that can be written and has room.")});
}

} // namespace kiln
