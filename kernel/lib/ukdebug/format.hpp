// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <stdarg.h>
#include <uk/arch/types.h>

namespace uk {

/** Where formatted characters go, as they come: no message is too long. */
class FormatSink
{
public:
    using Write = void (*)(FormatSink &sink, const char *text, __sz length);

    constexpr explicit FormatSink(Write function)
        : m_write(function)
    {}
    void write(const char *text, __sz length) { m_write(*this, text, length); }

private:
    Write m_write;
};

/** Formats like C's printf (C17 7.21.6.1): all integer conversions with flags, width, precision and
 * length, and %c %s %p %%. Of the others there are none: floating point stays out of the kernel,
 * and an unknown conversion is written as it stands. `%s` of NULL is `(null)`. */
void format(FormatSink &sink, const char *pattern, va_list arguments);

} // namespace uk
