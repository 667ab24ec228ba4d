// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/guest_input.h"

#include <QSocketNotifier>

#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

namespace kiln::cli {

GuestInput::GuestInput(QObject *parent)
    : QObject(parent)
{
    const bool isTerminal = ::isatty(STDIN_FILENO) != 0;
    // A job in the background must not touch the terminal: that would stop it.
    if (isTerminal && ::tcgetpgrp(STDIN_FILENO) != ::getpgrp())
        return;
    struct stat status
    {};
    if (!isTerminal && (::fstat(STDIN_FILENO, &status) != 0 || S_ISCHR(status.st_mode)))
        return;
    if (isTerminal) {
        m_saved = std::make_unique<termios>();
        if (::tcgetattr(STDIN_FILENO, m_saved.get()) == 0) {
            termios keys = *m_saved;
            keys.c_lflag &= ~tcflag_t(ICANON | ECHO);
            keys.c_iflag &= ~tcflag_t(ICRNL);
            ::tcsetattr(STDIN_FILENO, TCSADRAIN, &keys);
        } else {
            m_saved.reset();
        }
    }
    m_notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &GuestInput::read);
}

GuestInput::~GuestInput()
{
    delete m_notifier;
    if (m_saved)
        ::tcsetattr(STDIN_FILENO, TCSADRAIN, m_saved.get());
}

void GuestInput::read()
{
    char buffer[4096];
    const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (got > 0)
        emit typed(QByteArray(buffer, got));
    else
        m_notifier->setEnabled(false);
}

} // namespace kiln::cli
