// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "action_log.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <unistd.h>

namespace kiln::test {

namespace {

constexpr std::size_t kept = 50;
constexpr std::size_t longest = 200; ///< bytes of an action

using Line = std::array<char, longest>;

/// Plain memory, because a signal handler reads it.
struct Lines
{
    Line title{};
    std::array<Line, kept> lines{};
    std::size_t count = 0;
};

Lines &lines()
{
    static Lines all;
    return all;
}

void put(Line &line, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const std::size_t size = std::min(std::size_t(bytes.size()), longest - 2);
    std::memcpy(line.data(), bytes.constData(), size);
    line[size] = '\n';
    line[size + 1] = 0;
}

void write(const Line &line)
{
    if (::write(STDERR_FILENO, line.data(), std::strlen(line.data())) < 0)
        return;
}

void printAndDie(int signal)
{
    ActionLog::print();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

} // namespace

void ActionLog::setTitle(const QString &title)
{
    put(lines().title, title);
    lines().count = 0;
}

void ActionLog::note(const QString &action)
{
    static const bool watched = [] {
        // A sanitizer's own handlers come after, with their report.
        for (const int signal : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL})
            std::signal(signal, printAndDie);
        return true;
    }();
    if (watched)
        put(lines().lines[lines().count++ % kept], QString(action).replace(u'\n', u'↵'));
}

void ActionLog::print()
{
    const Lines &all = lines();
    write(all.title);
    for (std::size_t i = all.count > kept ? all.count - kept : 0; i < all.count; ++i)
        write(all.lines[i % kept]);
}

} // namespace kiln::test
