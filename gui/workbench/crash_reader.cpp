// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/crash_reader.h"

#include "workbench/crash_announcement.h"
#include "workbench/log_record.h"
#include "workbench/trap_words.h"

#include <QRegularExpression>

#include <algorithm>

namespace kiln {

namespace {

constexpr quint64 wordSize = 8;
constexpr int rowSize = 16;

bool isEndOfSystem(const QString &message)
{
    return message.startsWith(QLatin1String("System crashed")) ||
           message.startsWith(QLatin1String("System halted")) ||
           message.startsWith(QLatin1String("Unikraft halted")) ||
           message.startsWith(QLatin1String("Unikraft crashed"));
}

bool isCrashEnd(const QString &message)
{
    return message.startsWith(QLatin1String("System crashed")) ||
           message.startsWith(QLatin1String("Unikraft crashed"));
}

} // namespace

void CrashReader::clear()
{
    const int revision = m_revision;
    *this = CrashReader();
    m_revision = revision + 1;
}

CrashReport *CrashReader::open()
{
    return m_reports.isEmpty() || m_reports.last().isComplete ? nullptr : &m_reports.last();
}

void CrashReader::take(qsizetype record, const LogPiece &piece)
{
    const LogLevel level = piece.header.level;
    if (level == LogLevel::plain)
        return;
    m_isLastMessage = false;
    CrashReport *report = open();
    const std::string_view bytes = piece.bytes.substr(piece.header.messageStart);
    const bool mayEnd = bytes.find("ystem ") != std::string_view::npos ||
                        bytes.find("nikraft ") != std::string_view::npos;
    if (level != LogLevel::critical && report == nullptr && !mayEnd)
        return;
    constexpr std::size_t longest = 1024;
    const QString message = logText(QByteArrayView(bytes.substr(0, longest)));
    if (isEndOfSystem(message)) {
        // A kernel that gives up says why in one message, and then that it has crashed.
        if (report == nullptr && isCrashEnd(message) && m_lastWords.record >= 0)
            panic();
        end(record);
        return;
    }
    static const QRegularExpression table(
        QStringLiteral(R"(^Unikraft constructor table at 0x([0-9a-f]+))"));
    if (const auto match = table.match(message); match.hasMatch())
        m_constructorTable = match.captured(1).toULongLong(nullptr, 16);
    if (level != LogLevel::critical && report == nullptr)
        return;
    const bool isSecond = report != nullptr && report->kind == CrashKind::trap &&
                          message.startsWith(QLatin1String("RIP: ")) &&
                          !report->registerValue(QStringLiteral("RIP"));
    if (isCrashAnnouncement(message) && !isSecond) {
        if (report != nullptr)
            end(record - 1);
        if (m_reports.size() < mostReports)
            begin(record, piece, message);
        return;
    }
    if (report != nullptr)
        extend(*report, record, message);
    else
        m_lastWords = {record, message, logText(QByteArrayView(piece.header.file)),
                       piece.header.line, logText(QByteArrayView(piece.header.library))};
    m_isLastMessage = report == nullptr;
}

/// The last words are why it crashed.
void CrashReader::panic()
{
    CrashReport report;
    report.kind = CrashKind::panic;
    report.headline = m_lastWords.message.trimmed();
    report.file = m_lastWords.file;
    report.line = m_lastWords.line;
    report.library = m_lastWords.library;
    report.firstRecord = m_lastWords.record;
    m_reports.append(report);
    ++m_revision;
}

void CrashReader::finish()
{
    if (!m_isLastMessage || m_reports.size() >= mostReports)
        return;
    m_isLastMessage = false;
    panic();
    end(m_lastWords.record);
}

void CrashReader::begin(qsizetype record, const LogPiece &piece, const QString &message)
{
    ++m_revision;
    m_isCodeRow = false;
    CrashReport report;
    report.headline = message.trimmed();
    report.firstRecord = report.lastRecord = record;
    if (message.startsWith(QLatin1String("Assertion failure"))) {
        report.kind = CrashKind::assertion;
        report.file = logText(QByteArrayView(piece.header.file));
        report.line = piece.header.line;
        report.library = logText(QByteArrayView(piece.header.library));
        // The C library's own names the place of the assertion instead of its own.
        static const QRegularExpression place(QStringLiteral(R"( \((\S+):(\d+): \w+\)\s*$)"));
        if (const auto match = place.match(message); match.hasMatch()) {
            report.file = match.captured(1);
            report.line = match.captured(2).toInt();
            report.library.clear();
        }
    } else if (message.startsWith(QLatin1String("Aborted"))) {
        report.kind = CrashKind::panic;
    }
    m_reports.append(report);
    CrashReport &begun = m_reports.last();
    static const QRegularExpression errorCode(QStringLiteral("error code=0x([0-9a-f]+)"));
    if (const auto match = errorCode.match(message); match.hasMatch())
        begun.errorCode = match.captured(1).toULongLong(nullptr, 16);
    if (message.startsWith(QLatin1String("RIP: "))) {
        begun.headline = QStringLiteral("Trap");
        extend(begun, record, message);
    }
    begun.explanation = explainTrap(begun);
}

void CrashReader::extend(CrashReport &report, qsizetype record, const QString &message)
{
    ++m_revision;
    report.lastRecord = record;
    if (message == QLatin1String("Stack:"))
        m_isCodeRow = false;
    else if (message == QLatin1String("Code:"))
        m_isCodeRow = true;
    else if (message.startsWith(QLatin1String("Thread: ")))
        report.thread = message.mid(8).trimmed();
    else if (!readTrace(report, record, message) && !readRow(report, record, message) &&
             readRegisters(report, record, message))
        report.explanation = explainTrap(report);
}

bool CrashReader::readTrace(CrashReport &report, qsizetype record, const QString &message)
{
    static const QRegularExpression offset(QStringLiteral(R"(^Load offset: 0x([0-9a-f]+))"));
    if (const auto match = offset.match(message); match.hasMatch()) {
        report.loadOffset = match.captured(1).toULongLong(nullptr, 16);
        return true;
    }
    static const QRegularExpression line(
        QStringLiteral(R"(^\[ *(\d+)\] 0x([0-9a-f]+)(?: <([^>]+)>)?)"));
    static const QRegularExpression frame(
        QStringLiteral(R"(^base is 0x[0-9a-f]+ caller is (?:0x)?([0-9a-f]+))"));
    CrashAddress address;
    address.record = record;
    if (const auto match = line.match(message); match.hasMatch()) {
        address.address = match.captured(2).toULongLong(nullptr, 16);
        address.guestName = match.captured(3);
        // The trace of a trap begins with the instruction, which the registers have named already;
        // that of an assertion begins with its caller.
        if (match.captured(1).toInt() == 0 && !report.addresses.isEmpty() &&
            report.addresses.first().address == address.address) {
            report.addresses.first().guestName = address.guestName;
            return true;
        }
        address.source = CrashAddressSource::callTrace;
    } else if (const auto other = frame.match(message); other.hasMatch()) {
        address.source = CrashAddressSource::frame;
        address.address = other.captured(1).toULongLong(nullptr, 16);
        if (address.address == 0)
            return true;
    } else {
        return false;
    }
    report.addresses.append(address);
    return true;
}

bool CrashReader::readRow(CrashReport &report, qsizetype record, const QString &message)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^(?:0x)?([0-9a-f]+):((?:\s+[0-9a-f]{2}){8,16})\s*$)"));
    const auto match = form.match(message);
    if (!match.hasMatch())
        return false;
    const quint64 begin = match.captured(1).toULongLong(nullptr, 16);
    const auto instruction = report.registerValue(QStringLiteral("RIP"));
    // Upstream shows stack and code alike, without a word between.
    constexpr quint64 near = 64;
    if (m_isCodeRow || (instruction && begin + near > *instruction && begin < *instruction + near))
        return true;
    const QByteArray bytes = QByteArray::fromHex(match.captured(2).toLatin1());
    for (int at = 0; at + int(wordSize) <= std::min<int>(rowSize, int(bytes.size()));
         at += int(wordSize)) {
        quint64 word = 0;
        for (int byte = int(wordSize) - 1; byte >= 0; --byte)
            word = word << 8 | quint8(bytes.at(at + byte));
        const quint64 where = begin + quint64(at);
        const bool isKnown = std::any_of(
            report.addresses.begin(), report.addresses.end(), [where](const CrashAddress &each) {
                return each.source == CrashAddressSource::stack && each.stackAddress == where;
            });
        if (word != 0 && !isKnown)
            report.addresses.append(
                {CrashAddressSource::stack, word, where, QString(), record, {}});
    }
    return true;
}

bool CrashReader::readRegisters(CrashReport &report, qsizetype record, const QString &message)
{
    static const QRegularExpression pair(
        QStringLiteral(R"(\b([A-Z][A-Z0-9_]{1,7})(?: \(x30\))?\s*:\s*(?:0x)?([0-9a-f]{4,16})\b)"));
    static const QRegularExpression group(
        QStringLiteral(R"(^\s*x(\d\d) ~ x(\d\d):((?: 0x[0-9a-f]{16})+)\s*$)"));
    bool found = false;
    if (const auto match = group.match(message); match.hasMatch()) {
        int number = match.captured(1).toInt();
        const QStringList values = match.captured(3).split(u' ', Qt::SkipEmptyParts);
        for (const QString &value : values)
            report.registers.append({QStringLiteral("x%1").arg(number++, 2, 10, QLatin1Char('0')),
                                     value.toULongLong(nullptr, 16),
                                     {}});
        return true;
    }
    static const QRegularExpression reason(
        QStringLiteral(R"(^(?:CR2|FAR_EL1): [0-9a-f]+, cannot \w+: (\S.*)$)"));
    if (const auto match = reason.match(message); match.hasMatch())
        report.faultReason = match.captured(1);
    auto matches = pair.globalMatch(message);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString name = match.captured(1);
        const quint64 value = match.captured(2).toULongLong(nullptr, 16);
        found = true;
        report.registers.append({name, value, {}});
        if (name == QLatin1String("CR2") || name == QLatin1String("FAR_EL1"))
            report.faultAddress = value;
        if (name == QLatin1String("RIP") || name == QLatin1String("ELR_EL1"))
            report.addresses.prepend(
                {CrashAddressSource::instruction, value, 0, QString(), record, {}});
        if (name == QLatin1String("LR"))
            report.addresses.append(
                {CrashAddressSource::linkRegister, value, 0, QString(), record, {}});
    }
    return found;
}

void CrashReader::end(qsizetype record)
{
    m_lastWords = {};
    CrashReport *report = open();
    if (report == nullptr)
        return;
    ++m_revision;
    report->isComplete = true;
    report->lastRecord = std::max(report->lastRecord, record);
    // From the innermost outwards; words of the stack, which may be anything, come last.
    std::stable_sort(report->addresses.begin(), report->addresses.end(),
                     [](const CrashAddress &a, const CrashAddress &b) {
                         const auto isStack = [](const CrashAddress &each) {
                             return each.source == CrashAddressSource::stack;
                         };
                         return !isStack(a) && isStack(b);
                     });
}

} // namespace kiln
