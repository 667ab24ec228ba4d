// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The printf family into memory.

#include "output.hpp"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

extern "C" {

int vsnprintf(char *__restrict to, size_t size, const char *__restrict format, va_list arguments)
{
    nolibc::BufferOutput output(to, size);
    const int result = nolibc::format(output, format, arguments);
    output.finish();
    return result;
}

int vsprintf(char *__restrict to, const char *__restrict format, va_list arguments)
{
    // The largest size that does not run past the end of the address space.
    return vsnprintf(to, SIZE_MAX - reinterpret_cast<uintptr_t>(to), format, arguments);
}

int vasprintf(char **__restrict to, const char *__restrict format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    const int length = vsnprintf(nullptr, 0, format, again);
    va_end(again);
    if (length < 0)
        return -1;
    *to = static_cast<char *>(malloc(static_cast<size_t>(length) + 1));
    if (!*to)
        return -1;
    return vsnprintf(*to, static_cast<size_t>(length) + 1, format, arguments);
}

int snprintf(char *__restrict to, size_t size, const char *__restrict format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int result = vsnprintf(to, size, format, arguments);
    va_end(arguments);
    return result;
}

int sprintf(char *__restrict to, const char *__restrict format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int result = vsprintf(to, format, arguments);
    va_end(arguments);
    return result;
}

int asprintf(char **__restrict to, const char *__restrict format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int result = vasprintf(to, format, arguments);
    va_end(arguments);
    return result;
}

} // extern "C"
