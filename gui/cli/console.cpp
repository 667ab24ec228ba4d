// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/console.h"

#include <cerrno>
#include <sys/ioctl.h>
#include <unistd.h>

namespace kiln::cli {

namespace {

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), std::size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

int terminalWidth()
{
    winsize size{};
    constexpr int usual = 80;
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual;
}

} // namespace

Console::Console()
    : m_terminal(::isatty(STDERR_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0)
{}

Console::~Console()
{
    clearStatus();
}

bool Console::write(QByteArrayView bytes)
{
    clearStatus();
    return writeAll(STDOUT_FILENO, bytes);
}

void Console::say(const QString &line)
{
    write((line + u'\n').toUtf8());
}

void Console::note(const QString &line)
{
    clearStatus();
    writeAll(STDERR_FILENO, ("kiln: " + line.toUtf8() + '\n'));
}

void Console::complain(const Problem &problem)
{
    note(QStringLiteral("error: ") + problem.text());
}

void Console::status(const QString &text)
{
    if (!m_terminal)
        return;
    clearStatus();
    if (text.isEmpty())
        return;
    // One column short, so that no terminal wraps it.
    writeAll(STDERR_FILENO, text.left(terminalWidth() - 1).toUtf8());
    m_hasStatus = true;
}

void Console::clearStatus()
{
    if (!m_hasStatus)
        return;
    m_hasStatus = false;
    writeAll(STDERR_FILENO, QByteArrayView("\r\x1b[K"));
}

} // namespace kiln::cli
