// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/journal_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace kiln {

namespace {

int writeAll(int descriptor, QByteArrayView text)
{
    while (!text.isEmpty()) {
        const ssize_t written = ::write(descriptor, text.data(), std::size_t(text.size()));
        if (written < 0 && errno != EINTR)
            return errno;
        if (written > 0)
            text = text.sliced(written);
    }
    return 0;
}

} // namespace

QString journalStem(const QString &file)
{
    constexpr int length = 24;
    return QString::fromLatin1(
        QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha256).toHex().first(length));
}

QString freeJournal(const QString &directory, const QString &file, const QString &suffix)
{
    QString path;
    for (int number = 1; path.isEmpty() || QFileInfo::exists(path); ++number)
        path = QStringLiteral("%1/%2-%3-%4%5")
                   .arg(directory, journalStem(file))
                   .arg(QCoreApplication::applicationPid())
                   .arg(number)
                   .arg(suffix);
    return path;
}

QByteArray journalLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

int createJournal(const QString &path, const QByteArray &header)
{
    const QByteArray name = QFile::encodeName(path + QStringLiteral(".new"));
    const int descriptor = ::open(name.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return -errno;
    ::flock(descriptor, LOCK_EX | LOCK_NB);
    int error = writeAll(descriptor, header);
    if (error == 0 && ::rename(name.constData(), QFile::encodeName(path).constData()) != 0)
        error = errno;
    if (error != 0) {
        ::close(descriptor);
        ::unlink(name.constData());
        return -error;
    }
    return descriptor;
}

int appendToJournal(int descriptor, QByteArrayView text)
{
    const off_t end = ::lseek(descriptor, 0, SEEK_CUR);
    const int error = writeAll(descriptor, text);
    // Half a line would spoil those that come after it.
    if (error != 0 && ::ftruncate(descriptor, end) == 0)
        ::lseek(descriptor, end, SEEK_SET);
    return error;
}

bool isAbandonedJournal(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isFree = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    ::close(descriptor);
    return isFree;
}

} // namespace kiln
