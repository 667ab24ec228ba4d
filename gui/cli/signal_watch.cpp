// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/signal_watch.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace kiln::cli {

namespace {

constexpr int watched[] = {SIGINT, SIGTERM, SIGHUP};

/// A signal handler can reach nothing else.
volatile sig_atomic_t writeEnd = -1;

void handle(int number)
{
    const char byte = static_cast<char>(number);
    (void)!::write(writeEnd, &byte, 1);
    // Whoever asks twice does not want to wait.
    std::signal(number, SIG_DFL);
}

} // namespace

SignalWatch::SignalWatch(QObject *parent)
    : QObject(parent)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_readEnd = ends[0];
    writeEnd = ends[1];
    m_notifier = new QSocketNotifier(m_readEnd, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &SignalWatch::read);
    for (const int number : watched)
        std::signal(number, handle);
}

SignalWatch::~SignalWatch()
{
    for (const int number : watched)
        std::signal(number, SIG_DFL);
    delete m_notifier;
    if (m_readEnd < 0)
        return;
    ::close(m_readEnd);
    ::close(writeEnd);
    writeEnd = -1;
}

void SignalWatch::read()
{
    char byte = 0;
    while (::read(m_readEnd, &byte, 1) == 1)
        emit requested(byte);
}

} // namespace kiln::cli
