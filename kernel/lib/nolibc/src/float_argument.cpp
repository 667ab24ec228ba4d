// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Floating-point numbers among the arguments of the printf family. Apart from the other kinds,
// which need general registers only.

#include "format_float.hpp"

#include <uk/config.h>

namespace nolibc {

void writeFloat(Output &output, const FormatSpec &spec, char letter, bool isLong,
                Arguments &arguments)
{
#ifdef CONFIG_LIBNOLIBC_PRINTF_FLOAT
    const Real value = isLong ? narrowed(va_arg(arguments.list, long double))
                              : static_cast<Real>(va_arg(arguments.list, double));
    writeReal(output, spec, static_cast<char>(letter | 0x20), value, isLong);
#else
    static_cast<void>(letter);
    // The arguments after it are still found.
    if (isLong)
        static_cast<void>(va_arg(arguments.list, long double));
    else
        static_cast<void>(va_arg(arguments.list, double));
    FormatSpec padded = spec;
    padded.zero = false;
    writePadded(output, padded, "", 0, 0, "?", 1);
#endif
}

} // namespace nolibc
