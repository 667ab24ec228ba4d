// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/text_journal.h"

#include "workbench/journal_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TextJournal)
};

constexpr int journalVersion = 1;
constexpr auto formatName = "kiln-text-journal";
constexpr auto suffix = ".text";
constexpr auto baseSuffix = ".base";

QString baseOf(const QString &journal)
{
    return journal + QLatin1String(baseSuffix);
}

Problem notProtected(const QString &file, const QString &why)
{
    return {Words::tr("Unsaved edits are not protected against a crash: %1").arg(why), file,
            Words::tr("Save often, and make room or permit writing there.")};
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Makes the edit that a line tells; false when it tells none that fits.
bool replay(const QByteArray &line, TextRecovery &recovery)
{
    const QJsonDocument edit = QJsonDocument::fromJson(line);
    const auto at = qsizetype(edit[QStringLiteral("at")].toDouble(-1));
    const auto removed = qsizetype(edit[QStringLiteral("removed")].toDouble(-1));
    if (!line.endsWith('\n') || at < 0 || removed < 0 || at + removed > recovery.text.size())
        return false;
    const QByteArray added =
        QByteArray::fromBase64(edit[QStringLiteral("added")].toString().toLatin1());
    recovery.text.replace(at, removed, added);
    recovery.lastEdit =
        QDateTime::fromMSecsSinceEpoch(qint64(edit[QStringLiteral("time")].toDouble()));
    return true;
}

std::optional<TextRecovery> readJournal(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonDocument header = QJsonDocument::fromJson(file.readLine());
    if (header[QStringLiteral("format")].toString() != QLatin1String(formatName) ||
        header[QStringLiteral("version")].toInt() != journalVersion)
        return std::nullopt;
    TextRecovery recovery;
    recovery.journal = path;
    recovery.file = header[QStringLiteral("file")].toString();
    recovery.text = readAll(baseOf(path));
    const QByteArray now = readAll(recovery.file);
    recovery.isOtherFile = now != recovery.text;
    recovery.lastEdit = QFileInfo(path).lastModified();
    while (!file.atEnd()) {
        if (replay(file.readLine(), recovery))
            continue;
        recovery.isTorn = true; // what follows builds on what is missing
        break;
    }
    if (recovery.text == now)
        return std::nullopt;
    return recovery;
}

void removeJournal(const QString &path)
{
    QFile::remove(path);
    QFile::remove(baseOf(path));
}

} // namespace

/// The worker's side.
struct TextJournal::Writer
{
    QString directory;
    QString file;
    FileStamp stamp;
    QString path; ///< empty: not begun
    int descriptor = -1;

    Result<void> begin()
    {
        if (!QDir().mkpath(directory))
            return tl::unexpected(notProtected(directory, Words::tr("the folder can't be made")));
        const QString journal = freeJournal(directory, file, QLatin1String(suffix));
        // Of a file that is not there yet the base is empty.
        const bool isCopied = stamp.exists ? QFile::copy(file, baseOf(journal))
                                           : QFile(baseOf(journal)).open(QIODevice::WriteOnly);
        QFile::setPermissions(baseOf(journal), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        if (!isCopied || fileStamp(file) != stamp) {
            QFile::remove(baseOf(journal));
            return tl::unexpected(
                notProtected(file, Words::tr("the file could not be copied as it was opened")));
        }
        QJsonObject header;
        header[QStringLiteral("format")] = QLatin1String(formatName);
        header[QStringLiteral("version")] = journalVersion;
        header[QStringLiteral("file")] = file;
        descriptor = createJournal(journal, journalLine(header));
        if (descriptor < 0) {
            QFile::remove(baseOf(journal));
            return tl::unexpected(
                notProtected(journal, QString::fromLocal8Bit(std::strerror(-descriptor))));
        }
        path = journal;
        return {};
    }

    Result<void> append(const QByteArray &line)
    {
        if (path.isEmpty()) {
            if (auto begun = begin(); !begun)
                return begun;
        }
        if (const int error = appendToJournal(descriptor, line); error != 0)
            return tl::unexpected(notProtected(path, QString::fromLocal8Bit(std::strerror(error))));
        return {};
    }

    void close()
    {
        if (descriptor >= 0)
            ::close(descriptor);
        descriptor = -1;
        path.clear();
    }

    void drop()
    {
        if (!path.isEmpty())
            removeJournal(path);
        close();
    }
};

TextJournal::TextJournal(QString directory, QObject *parent)
    : QObject(parent)
    , m_directory(std::move(directory))
    , m_writer(std::make_shared<Writer>())
    , m_jobs(this)
{
    m_writer->directory = m_directory;
}

TextJournal::~TextJournal()
{
    m_jobs.wait();
    m_writer->close();
}

void TextJournal::run(std::function<Result<void>(Writer &)> work)
{
    if (m_directory.isEmpty())
        return;
    m_jobs.run([writer = m_writer, work = std::move(work)] { return work(*writer); },
               [this](const Result<void> &result) {
                   if (!result && !std::exchange(m_hasFailed, true))
                       emit failed(result.error());
               });
}

void TextJournal::restart(const QString &file, const FileStamp &stamp)
{
    m_hasFailed = false;
    run([file, stamp](Writer &writer) -> Result<void> {
        writer.drop();
        writer.file = file;
        writer.stamp = stamp;
        return {};
    });
}

void TextJournal::edit(qint64 at, qint64 removed, const QByteArray &added)
{
    if (m_hasFailed)
        return; // later edits build on one that is missing
    run([at, removed, added](Writer &writer) {
        QJsonObject edit;
        edit[QStringLiteral("time")] = double(QDateTime::currentMSecsSinceEpoch());
        edit[QStringLiteral("at")] = double(at);
        edit[QStringLiteral("removed")] = double(removed);
        edit[QStringLiteral("added")] = QString::fromLatin1(added.toBase64());
        return writer.append(journalLine(edit));
    });
}

void TextJournal::remove()
{
    run([](Writer &writer) -> Result<void> {
        writer.drop();
        return {};
    });
}

QList<TextRecovery> TextJournal::find(const QString &directory)
{
    QList<TextRecovery> found;
    QSet<QString> files;
    const QString pattern = QLatin1Char('*') + QLatin1String(suffix);
    for (const QFileInfo &info :
         QDir(directory).entryInfoList({pattern}, QDir::Files, QDir::Time)) {
        const QString path = info.absoluteFilePath();
        if (!isAbandonedJournal(path))
            continue;
        auto recovery = readJournal(path);
        if (!recovery) {
            removeJournal(path);
        } else if (!files.contains(recovery->file)) {
            files.insert(recovery->file);
            found.append(std::move(*recovery));
        }
    }
    return found;
}

void TextJournal::forget(const TextRecovery &recovery)
{
    removeJournal(recovery.journal);
}

} // namespace kiln
