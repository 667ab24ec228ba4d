// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Made logs of any length.
#pragma once

#include <QByteArray>
#include <QString>

namespace kiln::test {

/// Every third line is a warning, and none is like another.
inline QByteArray lines(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += QStringLiteral("[%1.%2] %3[lib%4] <file.c @ %5> number %6\r\n")
                    .arg(i / 1000, 5)
                    .arg(i % 1000 * 1000, 6, 10, QLatin1Char('0'))
                    .arg(i % 3 == 0 ? QStringLiteral("Warn: ") : QStringLiteral("Info: "))
                    .arg(i % 5)
                    .arg(i % 100 + 1, 4)
                    .arg(i)
                    .toUtf8();
    return text;
}

} // namespace kiln::test
