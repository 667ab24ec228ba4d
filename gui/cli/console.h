// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Standard output and error of a command, with a status line where a person watches.
#pragma once

#include "workbench/problem.h"

#include <QByteArray>
#include <QString>

namespace kiln::cli {

class Console
{
public:
    Console();
    ~Console();
    Console(const Console &) = delete;
    Console &operator=(const Console &) = delete;

    /// Bytes to standard output, unchanged and at once. False when nobody reads any more.
    bool write(QByteArrayView bytes);
    /// A line to standard output.
    void say(const QString &line);
    /// A line to standard error, after "kiln: ".
    void note(const QString &line);
    void complain(const Problem &problem);
    /// Shows or replaces the status line, only on a terminal; empty removes it.
    void status(const QString &text);
    [[nodiscard]] bool isTerminal() const { return m_terminal; }

private:
    void clearStatus();

    bool m_terminal;
    bool m_hasStatus = false;
};

} // namespace kiln::cli
