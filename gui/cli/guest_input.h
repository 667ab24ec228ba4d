// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Standard input to a guest, key by key when it is a terminal.
#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>
#include <optional>

struct termios;
class QSocketNotifier;

namespace kiln::cli {

/// Takes a terminal out of line mode while it lives (Ctrl-C keeps its meaning) and puts it back.
class GuestInput : public QObject
{
    Q_OBJECT

public:
    explicit GuestInput(QObject *parent = nullptr);
    ~GuestInput() override;

signals:
    void typed(const QByteArray &bytes);

private:
    void read();

    QSocketNotifier *m_notifier = nullptr;
    std::unique_ptr<termios> m_saved;
};

} // namespace kiln::cli
