// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/code_place.h"

namespace kiln {

QString codePlaceText(const CodePlace &place)
{
    QString text = place.function;
    if (place.offset > 0 && !text.isEmpty())
        text += QStringLiteral("+0x") + QString::number(place.offset, 16);
    if (!place.file.isEmpty()) {
        if (!text.isEmpty())
            text += QStringLiteral(" at ");
        text += place.file;
        if (place.line > 0)
            text += u':' + QString::number(place.line);
    }
    return text;
}

} // namespace kiln
