// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/example_copy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExampleCopy)
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
    const QString target = QDir(parent).filePath(QFileInfo(example).fileName());
    if (QFileInfo::exists(target))
        return tl::unexpected(
            Problem{Words::tr("The example was not copied: there is something of its name already"),
                    target, Words::tr("Choose another folder, or open what is there.")});
    QString failed;
    if (!QDir().mkdir(target))
        failed = target;
    else
        failed = copyTree(QDir(example), QDir(target));
    if (failed.isEmpty())
        return target;
    QDir(target).removeRecursively();
    return tl::unexpected(Problem{Words::tr("The example could not be copied"), failed,
                                  Words::tr("Choose a folder that can be written and has room.")});
}

} // namespace kiln
