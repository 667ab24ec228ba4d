// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/problem.h"

namespace kiln {

QString Problem::text() const
{
    QString result;
    if (!where.isEmpty())
        result += where + QStringLiteral(": ");
    result += what;
    if (!remedy.isEmpty()) {
        if (!result.endsWith(u'.'))
            result += u'.';
        result += u' ' + remedy;
    }
    return result;
}

} // namespace kiln
