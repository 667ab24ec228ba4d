// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A place in the code of an image.
#pragma once

#include <QString>

namespace kiln {

struct CodePlace
{
    QString function;   ///< demangled; empty: not known
    quint64 offset = 0; ///< bytes from the function's start; of the outermost only
    QString file;       ///< as the compiler saw it, usually absolute; empty: not known
    int line = 0;       ///< 0: not known
    int column = 0;     ///< 0: not known
    bool isInlined = false;

    friend bool operator==(const CodePlace &, const CodePlace &) = default;
};

/// "function+0x12 at file:line", leaving out what is not known.
[[nodiscard]] QString codePlaceText(const CodePlace &place);

} // namespace kiln
