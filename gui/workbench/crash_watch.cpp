// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/crash_watch.h"

#include <QStringList>

namespace kiln {

namespace {

/// How kernels announce their end; upstream's wording for x86_64 and arm64, which ours shares.
bool isCrashMessage(const QString &message)
{
    static const QStringList beginnings{
        QStringLiteral("Unhandled Trap"),      QStringLiteral("Unhandled trap"),
        QStringLiteral("Assertion failure"),   QStringLiteral("EL1 sync trap caught"),
        QStringLiteral("EL1 SError"),          QStringLiteral("Crashing"),
        QStringLiteral("Unhandled page fault")};
    for (const QString &beginning : beginnings) {
        if (message.startsWith(beginning))
            return true;
    }
    return false;
}

std::optional<int> numberAfter(const QString &message, const QString &beginning)
{
    if (!message.startsWith(beginning))
        return std::nullopt;
    bool ok = false;
    const int number = message.mid(beginning.size()).trimmed().toInt(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

} // namespace

void CrashWatch::feed(QByteArrayView bytes)
{
    m_sawOutput = m_sawOutput || !bytes.isEmpty();
    m_parser.feed(bytes, [this](const LogPiece &piece) { take(piece); });
}

void CrashWatch::finish()
{
    m_parser.finish([this](const LogPiece &piece) { take(piece); });
}

void CrashWatch::take(const LogPiece &piece)
{
    // The kernel says these with a level; an application that prints the same words says nothing.
    if (piece.header.level == LogLevel::plain)
        return;
    const QByteArrayView bytes = piece.bytes.sliced(piece.header.messageStart);
    constexpr qsizetype longestAnnouncement = 512;
    const QString message = logText(bytes.first(std::min(bytes.size(), longestAnnouncement)));
    if (piece.header.level >= LogLevel::error && m_reason.isEmpty() && isCrashMessage(message)) {
        m_reason = message;
        if (piece.header.line > 0)
            m_where = logText(piece.header.file) + u':' + QString::number(piece.header.line);
    }
    if (const auto status = numberAfter(message, QStringLiteral("main returned ")))
        m_mainStatus = status;
    m_halted = m_halted || message.trimmed() == QLatin1String("Unikraft halted") ||
               message.trimmed() == QLatin1String("System halted");
}

} // namespace kiln
