// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Waits for a line of a guest's output that matches a regular expression.
#pragma once

#include <QByteArray>
#include <QRegularExpression>

namespace kiln::cli {

class Expectation
{
public:
    explicit Expectation(QRegularExpression pattern)
        : m_pattern(std::move(pattern))
    {}

    /// Takes output as it comes. A line matches without terminal sequences and line end, an
    /// unfinished one (a prompt) as far as it goes.
    void feed(QByteArrayView bytes);
    [[nodiscard]] bool isMet() const { return m_met; }

private:
    QRegularExpression m_pattern;
    QByteArray m_line;
    bool m_met = false;
};

} // namespace kiln::cli
