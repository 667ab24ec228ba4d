// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long a guest may take.
#pragma once

#include <QObject>
#include <QTimer>

namespace kiln {
class Emulator;
}

namespace kiln::cli {

/// Counts from when it is made. The time in which a debugger holds the guest, or the guest waits
/// for one, does not count.
class GuestDeadline : public QObject
{
    Q_OBJECT

public:
    /// `seconds` 0: there is none.
    GuestDeadline(const Emulator *emulator, int seconds);

signals:
    void passed();

private:
    QTimer m_timer;
};

} // namespace kiln::cli
