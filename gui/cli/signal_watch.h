// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ctrl-C and the other requests to end, delivered through the event loop.
#pragma once

#include <QObject>

class QSocketNotifier;

namespace kiln::cli {

/// One at a time in a process. Children don't inherit anything of it.
class SignalWatch : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatch(QObject *parent = nullptr);
    ~SignalWatch() override;

signals:
    /// SIGINT, SIGTERM or SIGHUP arrived. The second one ends the program at once.
    void requested(int number);

private:
    void read();

    int m_readEnd = -1;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace kiln::cli
