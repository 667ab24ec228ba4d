// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/crash_watch.h"

#include "workbench/crash_announcement.h"
#include "workbench/log_record.h"

#include <QRegularExpression>
#include <QStringList>

namespace kiln {

namespace {

std::optional<int> numberAfter(const QString &message, const QString &beginning)
{
    if (!message.startsWith(beginning))
        return std::nullopt;
    bool ok = false;
    const int number = message.mid(beginning.size()).trimmed().toInt(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

QString placeOf(const LogHeader &header)
{
    return header.line > 0
               ? QStringLiteral("%1:%2").arg(logText(QByteArrayView(header.file))).arg(header.line)
               : QString();
}

} // namespace

void CrashWatch::feed(QByteArrayView bytes)
{
    m_sawOutput = m_sawOutput || !bytes.isEmpty();
    m_parser.feed(logBytes(bytes), [this](const LogPiece &piece) { take(piece); });
}

void CrashWatch::finish()
{
    m_parser.finish([this](const LogPiece &piece) { take(piece); });
}

void CrashWatch::takeCrash(const QString &message, const LogHeader &header)
{
    // Upstream's page faults begin with the registers, told below.
    if (m_reason.isEmpty() && !message.startsWith(QLatin1String("RIP: ")) &&
        (isCrashAnnouncement(message) || message.startsWith(QLatin1String("Crashing")))) {
        m_reason = message;
        // A trap is announced by the kernel's own trap code; where it came from follows.
        if (message.startsWith(QLatin1String("Assertion")) && header.line > 0)
            m_where = logText(QByteArrayView(header.file)) + u':' + QString::number(header.line);
        return;
    }
    // Upstream powers off when a library can't start; that one has said before why.
    static const QRegularExpression failedStart(
        QStringLiteral(R"(^Init function at 0x[0-9a-f]+ returned error -?\d+)"));
    if (m_reason.isEmpty() && failedStart.match(message).hasMatch()) {
        m_reason = message.trimmed();
        m_where = m_lastError;
        return;
    }
    if (m_reason.isEmpty() && message.startsWith(QLatin1String("RIP: ")))
        m_reason = QStringLiteral("Trap, ") + message;
    if (m_reason.isEmpty() || !m_where.isEmpty())
        return;
    static const QRegularExpression faultAddress(QStringLiteral(R"(^CR2: [0-9a-f]+, (.+)$)"));
    static const QRegularExpression innermost(QStringLiteral(R"(^\[ *0\] 0x[0-9a-f]+ <([^>]+)>)"));
    if (const auto match = faultAddress.match(message); match.hasMatch())
        m_reason += QStringLiteral(": ") + match.captured(1);
    if (const auto match = innermost.match(message); match.hasMatch())
        m_where = match.captured(1);
}

void CrashWatch::take(const LogPiece &piece)
{
    // The kernel says these with a level; an application that prints the same words says nothing.
    if (piece.header.level == LogLevel::plain)
        return;
    const bool isGrave = piece.header.level >= LogLevel::error;
    // A guest may say a million lines a second, of which text need not be made.
    if (!isGrave && piece.bytes.find("main returned ") == std::string_view::npos &&
        piece.bytes.find(" halted") == std::string_view::npos)
        return;
    const LogHeader header = parseLogHeader(piece.bytes);
    const QByteArrayView bytes(piece.bytes.substr(header.messageStart));
    constexpr qsizetype longestAnnouncement = 512;
    const QString message = logText(bytes.first(std::min(bytes.size(), longestAnnouncement)));
    if (isGrave)
        takeCrash(message, header);
    if (isGrave && m_reason.isEmpty()) {
        const QString place = placeOf(header);
        const QString text = message.trimmed();
        m_lastError = place.isEmpty() ? text : place + QStringLiteral(": ") + text;
        if (header.level == LogLevel::critical)
            m_lastWords = place.isEmpty() ? text : text + QStringLiteral(" (%1)").arg(place);
    }
    if (const auto status = numberAfter(message, QStringLiteral("main returned ")))
        m_mainStatus = status;
    m_halted = m_halted || message.trimmed() == QLatin1String("Unikraft halted") ||
               message.trimmed() == QLatin1String("System halted");
}

} // namespace kiln
