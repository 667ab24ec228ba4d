// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/expectation.h"

#include "workbench/log_record.h"

namespace kiln::cli {

void Expectation::feed(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && !m_met) {
        const qsizetype newline = bytes.indexOf('\n');
        const bool complete = newline >= 0;
        m_line.append(bytes.data(), complete ? newline : bytes.size());
        bytes = complete ? bytes.sliced(newline + 1) : QByteArrayView();
        m_met = m_pattern.match(logText(m_line)).hasMatch();
        // A guest may print without ever ending a line.
        constexpr qsizetype longestLine = 1 << 16;
        if (complete || m_line.size() > longestLine)
            m_line.clear();
    }
}

} // namespace kiln::cli
