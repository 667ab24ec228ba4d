// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "terminal_signals.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace kconfig::terminal {

namespace {

// A handler gets nothing but the signal's number, so what it works with has to live here.
std::atomic<int> signalPipe{-1};
std::atomic<const char *> crashText{nullptr};
std::atomic<std::size_t> crashLength{0};
termios crashDiscipline{};

constexpr std::array<int, 6> wanted{SIGWINCH, SIGCONT, SIGHUP, SIGTERM, SIGINT, SIGQUIT};
/// Writing to a full disk or a closed pipe is an error to tell, not the end.
constexpr std::array<int, 2> unwanted{SIGXFSZ, SIGPIPE};
constexpr std::array<int, 5> crashes{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

extern "C" void noteSignal(int number)
{
    const int error = errno;
    const auto byte = static_cast<char>(number);
    // A full pipe has enough to wake up for.
    if (::write(signalPipe.load(), &byte, 1) < 0)
        errno = error;
    errno = error;
}

extern "C" void restoreAndCrash(int number)
{
    const char *text = crashText.load();
    if (text != nullptr && ::write(STDOUT_FILENO, text, crashLength.load()) >= 0)
        ::tcsetattr(STDIN_FILENO, TCSANOW, &crashDiscipline);
    ::signal(number, SIG_DFL);
    ::raise(number);
}

} // namespace

TerminalSignals::TerminalSignals()
{
    if (::pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    signalPipe = m_pipe[1];
    for (const int number : wanted)
        handle(number, noteSignal);
    for (const int number : unwanted)
        handle(number, SIG_IGN);
}

void TerminalSignals::handle(int number, void (*handler)(int))
{
    Former former{number, {}};
    ::sigaction(number, nullptr, &former.action);
    if (former.action.sa_handler == SIG_IGN)
        return;
    struct sigaction action = {};
    action.sa_handler = handler;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
    m_former.push_back(former);
}

TerminalSignals::~TerminalSignals()
{
    for (const Former &former : m_former)
        ::sigaction(former.number, &former.action, nullptr);
    signalPipe = -1;
    for (const int descriptor : m_pipe)
        if (descriptor >= 0)
            ::close(descriptor);
}

ArrivedSignals TerminalSignals::take()
{
    ArrivedSignals arrived;
    char bytes[64];
    for (ssize_t got = 0; (got = ::read(m_pipe[0], bytes, sizeof bytes)) > 0;)
        for (ssize_t i = 0; i < got; ++i) {
            const int number = bytes[i];
            if (number == SIGWINCH || number == SIGCONT)
                arrived.hasResized = true;
            else
                arrived.end = number;
        }
    return arrived;
}

CrashGuard::CrashGuard(std::string restoring, const termios &lineDiscipline)
    : m_restoring(std::move(restoring))
{
    crashDiscipline = lineDiscipline;
    crashLength = m_restoring.size();
    crashText = m_restoring.data();
    struct sigaction action = {};
    action.sa_handler = restoreAndCrash;
    ::sigemptyset(&action.sa_mask);
    for (const int number : crashes)
        ::sigaction(number, &action, nullptr);
}

CrashGuard::~CrashGuard()
{
    for (const int number : crashes)
        ::signal(number, SIG_DFL);
    crashText = nullptr;
}

} // namespace kconfig::terminal
