// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/trust_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TrustStore)
};

QString canonical(const QString &directory)
{
    const QString path = QFileInfo(directory).canonicalFilePath();
    return path.isEmpty() ? QDir::cleanPath(QFileInfo(directory).absoluteFilePath()) : path;
}

bool isWithin(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder.endsWith(u'/') ? folder : folder + u'/');
}

} // namespace

TrustStore::TrustStore(QString file)
    : m_file(std::move(file))
{
    if (m_file.isEmpty())
        m_file = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                 QStringLiteral("/kiln/trusted-folders");
}

bool TrustStore::isTrusted(const QString &directory) const
{
    const QString path = canonical(directory);
    const QString bundled = bundledTreeDirectory();
    if (!bundled.isEmpty() && isWithin(path, bundled))
        return true;
    const QStringList trusted = read();
    return std::any_of(trusted.begin(), trusted.end(),
                       [&](const QString &folder) { return isWithin(path, folder); });
}

QStringList TrustStore::untrustedFolders(const Project &project) const
{
    QStringList folders;
    for (const QString &folder :
         QStringList{project.directory, project.tree.directory} + project.libraries) {
        // Only applications have a kernel tree.
        if (!folder.isEmpty() && !isTrusted(folder) && !folders.contains(folder))
            folders.append(folder);
    }
    return folders;
}

bool TrustStore::isTrusted(const Project &project) const
{
    return untrustedFolders(project).isEmpty();
}

Result<void> TrustStore::trust(const QString &directory)
{
    QStringList folders = read();
    const QString path = canonical(directory);
    if (folders.contains(path))
        return {};
    folders.append(path);
    return write(folders);
}

Result<void> TrustStore::trust(const Project &project)
{
    for (const QString &folder : untrustedFolders(project)) {
        if (auto done = trust(folder); !done)
            return done;
    }
    return {};
}

Result<void> TrustStore::forget(const QString &directory)
{
    QStringList folders = read();
    if (folders.removeAll(canonical(directory)) == 0)
        return {};
    return write(folders);
}

QStringList TrustStore::folders() const
{
    return read();
}

QStringList TrustStore::read() const
{
    QStringList folders;
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return folders;
    while (!file.atEnd()) {
        QByteArray line = file.readLine();
        if (line.endsWith('\n'))
            line.chop(1);
        // Relative lines could mean any folder; only what write() makes is believed.
        if (line.startsWith('/'))
            folders.append(QString::fromUtf8(QByteArray::fromPercentEncoding(line)));
    }
    return folders;
}

Result<void> TrustStore::write(const QStringList &folders) const
{
    const auto failed = [this](const QString &reason) {
        return tl::unexpected(
            Problem{Words::tr("The list of trusted folders could not be saved: %1").arg(reason),
                    m_file, Words::tr("Make the folder writable or free some space.")});
    };
    if (!QDir().mkpath(QFileInfo(m_file).absolutePath()))
        return failed(Words::tr("its folder could not be made"));
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file.errorString());
    for (const QString &folder : folders)
        file.write(folder.toUtf8().toPercentEncoding("/ ") + '\n');
    if (!file.commit())
        return failed(file.errorString());
    return {};
}

} // namespace kiln
