// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/edit_journal.h"

#include "workbench/journal_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <cstring>
#include <map>
#include <unistd.h>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EditJournal)
};

constexpr int journalVersion = 1;
constexpr auto formatName = "kiln-journal";
constexpr auto suffix = ".journal";

QByteArray hashOf(const std::optional<QByteArray> &content)
{
    return content ? QCryptographicHash::hash(*content, QCryptographicHash::Sha256).toHex()
                   : QByteArray();
}

QJsonValue toJson(const std::optional<std::string> &value)
{
    return value ? QJsonValue(QString::fromStdString(*value)) : QJsonValue();
}

std::optional<std::string> fromJson(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString().toStdString()) : std::nullopt;
}

Problem notWritten(const QString &file, int error)
{
    return {Words::tr("Unsaved edits are not protected against a crash: the journal can't be "
                      "written: %1")
                .arg(QString::fromLocal8Bit(std::strerror(error))),
            file, Words::tr("Save often, and make room or permit writing there.")};
}

/// What all lines together come to, in the order of the last change of each option.
class Sum
{
public:
    /// False when the line is no whole edit.
    bool add(const QByteArray &line)
    {
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (!document.isObject() || !document[QStringLiteral("changes")].isArray())
            return false;
        for (const QJsonValue &value : document[QStringLiteral("changes")].toArray()) {
            const QJsonArray change = value.toArray();
            if (change.size() != 3 || !change[0].isString())
                return false;
            add({change[0].toString().toStdString(), fromJson(change[1]), fromJson(change[2])});
        }
        m_last = QDateTime::fromString(document[QStringLiteral("time")].toString(), Qt::ISODate);
        return true;
    }

    [[nodiscard]] const QDateTime &last() const { return m_last; }
    [[nodiscard]] std::vector<UserValueChange> take()
    {
        std::vector<UserValueChange> result;
        for (auto &[order, change] : m_byOrder) {
            if (change.before != change.after)
                result.push_back(std::move(change));
        }
        return result;
    }

private:
    void add(UserValueChange change)
    {
        if (const auto known = m_orders.find(change.key); known != m_orders.end()) {
            change.before = m_byOrder.at(known->second).before;
            m_byOrder.erase(known->second);
        }
        m_orders[change.key] = m_next;
        m_byOrder.emplace(m_next++, std::move(change));
    }

    std::map<std::string, int> m_orders;
    std::map<int, UserValueChange> m_byOrder;
    int m_next = 0;
    QDateTime m_last;
};

/// Nothing when the file is no journal about this .config.
std::optional<Recovery> readJournal(const QString &path, const QString &configFile,
                                    const QByteArray &hash)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonDocument header = QJsonDocument::fromJson(file.readLine());
    if (header[QStringLiteral("format")].toString() != QLatin1String(formatName) ||
        header[QStringLiteral("config")].toString() != configFile)
        return std::nullopt;
    Recovery recovery;
    recovery.journal = path;
    recovery.lastEdit = QFileInfo(path).lastModified();
    if (header[QStringLiteral("version")].toInt() != journalVersion) {
        recovery.isOtherVersion = true;
        return recovery;
    }
    recovery.isOtherFile = header[QStringLiteral("content")].toString().toLatin1() != hash;
    Sum sum;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (line.endsWith('\n') && sum.add(line))
            continue;
        recovery.isTorn = true; // what follows may build on what is missing
        break;
    }
    if (sum.last().isValid())
        recovery.lastEdit = sum.last();
    recovery.changes = sum.take();
    return recovery;
}

} // namespace

QString EditJournal::defaultDirectory()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (QDir::isAbsolutePath(state) ? state
                                        : QDir::homePath() + QStringLiteral("/.local/state")) +
           QStringLiteral("/kiln/journals");
}

std::optional<Recovery> EditJournal::find(const QString &directory, const QString &configFile,
                                          const std::optional<QByteArray> &content)
{
    const QString pattern = journalStem(configFile) + QLatin1Char('*') + QLatin1String(suffix);
    // The newest comes first; older ones come up when it has been dealt with.
    for (const QFileInfo &info :
         QDir(directory).entryInfoList({pattern}, QDir::Files, QDir::Time)) {
        const QString path = info.absoluteFilePath();
        if (!isAbandonedJournal(path))
            continue;
        auto recovery = readJournal(path, configFile, hashOf(content));
        if (!recovery)
            continue;
        if (recovery->isOtherVersion || !recovery->changes.empty())
            return recovery;
        QFile::remove(path);
    }
    return std::nullopt;
}

EditJournal::~EditJournal()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void EditJournal::restart(const QString &directory, const QString &configFile,
                          const std::optional<QByteArray> &content)
{
    remove();
    m_directory = directory;
    m_configFile = configFile;
    m_hash = hashOf(content);
}

Result<void> EditJournal::begin()
{
    if (!QDir().mkpath(m_directory))
        return tl::unexpected(notWritten(m_directory, errno));
    const QString file = freeJournal(m_directory, m_configFile, QLatin1String(suffix));
    QJsonObject header;
    header[QStringLiteral("format")] = QLatin1String(formatName);
    header[QStringLiteral("version")] = journalVersion;
    header[QStringLiteral("config")] = m_configFile;
    header[QStringLiteral("content")] = QString::fromLatin1(m_hash);
    const int descriptor = createJournal(file, journalLine(header));
    if (descriptor < 0)
        return tl::unexpected(notWritten(file, -descriptor));
    m_descriptor = descriptor;
    m_file = file;
    return {};
}

Result<void> EditJournal::append(const std::vector<UserValueChange> &changes)
{
    if (changes.empty() || m_directory.isEmpty())
        return {};
    if (m_descriptor < 0) {
        if (auto begun = begin(); !begun)
            return begun;
    }
    QJsonArray list;
    for (const UserValueChange &change : changes)
        list.append(QJsonArray{QString::fromStdString(change.key), toJson(change.before),
                               toJson(change.after)});
    QJsonObject object;
    object[QStringLiteral("time")] = QDateTime::currentDateTime().toString(Qt::ISODate);
    object[QStringLiteral("changes")] = list;
    if (const int error = appendToJournal(m_descriptor, journalLine(object)); error != 0)
        return tl::unexpected(notWritten(m_file, error));
    // A crash of the machine may take the last edits; one of the program takes none.
    ::fdatasync(m_descriptor);
    return {};
}

void EditJournal::remove()
{
    if (m_descriptor < 0)
        return;
    QFile::remove(m_file);
    ::close(m_descriptor);
    m_descriptor = -1;
    m_file.clear();
}

} // namespace kiln
