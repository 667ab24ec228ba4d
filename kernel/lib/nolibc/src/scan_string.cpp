// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The scanf family on text in memory.

#include "input.hpp"

#include <stdio.h>

namespace {

class TextInput final : public nolibc::Input
{
public:
    explicit TextInput(const char *text)
        : m_text(text)
    {}

private:
    int fetch() override { return *m_text ? static_cast<unsigned char>(*m_text++) : EOF; }
    const char *m_text;
};

} // namespace

extern "C" {

int vsscanf(const char *__restrict text, const char *__restrict format, va_list arguments)
{
    TextInput input(text);
    return nolibc::scan(input, format, arguments);
}

int sscanf(const char *__restrict text, const char *__restrict format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int result = vsscanf(text, format, arguments);
    va_end(arguments);
    return result;
}

} // extern "C"
