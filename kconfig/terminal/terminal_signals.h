// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The signals that a full-screen program has to answer: another size, a lost connection, a crash.
#pragma once

#include <csignal>
#include <string>
#include <termios.h>
#include <vector>

namespace kconfig::terminal {

/// What arrived since the last look.
struct ArrivedSignals
{
    bool hasResized = false; ///< SIGWINCH, or SIGCONT after which anything may have changed
    int end = 0;             ///< the signal that asks the program to end; 0: none
};

/// Catches SIGWINCH, SIGCONT, SIGHUP, SIGTERM, SIGINT and SIGQUIT while it lives, and ignores
/// SIGXFSZ and SIGPIPE; signals that were ignored before stay so. One at a time in a process.
class TerminalSignals
{
public:
    TerminalSignals();
    ~TerminalSignals();
    TerminalSignals(const TerminalSignals &) = delete;
    TerminalSignals &operator=(const TerminalSignals &) = delete;

    /// Becomes readable when a signal arrives.
    [[nodiscard]] int descriptor() const { return m_pipe[0]; }
    [[nodiscard]] ArrivedSignals take();

private:
    void handle(int number, void (*handler)(int));

    int m_pipe[2] = {-1, -1};
    struct Former
    {
        int number;
        struct sigaction action;
    };
    std::vector<Former> m_former;
};

/// Gives the terminal back when the program crashes: writes a text (escape sequences) and restores
/// the line discipline, then lets the signal have its usual effect. One at a time in a process.
class CrashGuard
{
public:
    /// `restoring` resets what the screen had switched on.
    CrashGuard(std::string restoring, const termios &lineDiscipline);
    ~CrashGuard();
    CrashGuard(const CrashGuard &) = delete;
    CrashGuard &operator=(const CrashGuard &) = delete;

private:
    std::string m_restoring;
};

} // namespace kconfig::terminal
