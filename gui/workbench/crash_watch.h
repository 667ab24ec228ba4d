// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Watches a guest's output for its last words: a trap, a failed assertion, how main() ended.
#pragma once

#include "workbench/log_parser.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace kiln {

class CrashWatch
{
public:
    /// The guest's output as it comes.
    void feed(QByteArrayView bytes);
    void finish();

    /// Whether the guest said that it crashed, or that it could not start.
    [[nodiscard]] bool crashed() const { return !m_reason.isEmpty(); }
    /// "Unhandled Trap 6 (invalid opcode), error code=0x0" or "Assertion failure: x > 0"; for a
    /// page fault with what the kernel says of it: "…: cannot write: null pointer". Of a start
    /// that failed: "Init function at 0x123870 returned error -95".
    [[nodiscard]] QString reason() const { return m_reason; }
    /// Where it happened, as far as the guest said: `main.c:23` of a failed assertion, `main+0x36`
    /// (from the call trace) of a trap; of a start that failed the error message before it.
    [[nodiscard]] QString where() const { return m_where; }
    /// The last critical message outside of a crash's, with its place, such as "Out of memory
    /// (boot.c:63)": why a guest crashed that says no more. Empty: there was none.
    [[nodiscard]] QString lastWords() const { return m_lastWords; }
    /// What main() returned, when the guest said.
    [[nodiscard]] std::optional<int> mainStatus() const { return m_mainStatus; }
    /// Whether anything was printed at all.
    [[nodiscard]] bool sawOutput() const { return m_sawOutput; }
    /// Whether the kernel said, as its last words, that the system is halted.
    [[nodiscard]] bool halted() const { return m_halted; }

private:
    void take(const LogPiece &piece);
    void takeCrash(const QString &message, const LogHeader &header);

    LogParser m_parser;
    QString m_reason;
    QString m_where;
    QString m_lastWords;
    QString m_lastError; ///< with its place
    std::optional<int> m_mainStatus;
    bool m_sawOutput = false;
    bool m_halted = false;
};

} // namespace kiln
