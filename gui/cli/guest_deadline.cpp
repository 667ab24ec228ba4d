// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/guest_deadline.h"

#include "workbench/emulator.h"

#include <algorithm>

namespace kiln::cli {

GuestDeadline::GuestDeadline(const Emulator *emulator, int seconds)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &GuestDeadline::passed);
    if (seconds <= 0)
        return;
    m_timer.start(seconds * 1000);
    connect(emulator, &Emulator::pausedChanged, this, [this](bool paused, const QString &state) {
        // Held by QEMU for another reason it will not go on by itself.
        const bool isDebugged = state == QLatin1String("prelaunch") ||
                                state == QLatin1String("debug") || state == QLatin1String("paused");
        if (paused && isDebugged && m_timer.isActive()) {
            const int left = m_timer.remainingTime();
            m_timer.stop();
            m_timer.setInterval(std::max(1, left));
        } else if (!paused && !m_timer.isActive()) {
            m_timer.start();
        }
    });
}

} // namespace kiln::cli
