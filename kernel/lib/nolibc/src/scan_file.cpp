// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The scanf family on the console.

#include "input.hpp"

#include <stdio.h>

namespace {

class FileInput final : public nolibc::Input
{
public:
    explicit FileInput(FILE *file)
        : m_file(file)
    {}

private:
    int fetch() override { return fgetc(m_file); }
    FILE *m_file;
};

} // namespace

extern "C" {

int vfscanf(FILE *__restrict file, const char *__restrict format, va_list arguments)
{
    FileInput input(file);
    const int result = nolibc::scan(input, format, arguments);
    ungetc(input.left(), file);
    return result;
}

int vscanf(const char *__restrict format, va_list arguments)
{
    return vfscanf(stdin, format, arguments);
}

int fscanf(FILE *__restrict file, const char *__restrict format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int result = vfscanf(file, format, arguments);
    va_end(arguments);
    return result;
}

int scanf(const char *__restrict format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int result = vfscanf(stdin, format, arguments);
    va_end(arguments);
    return result;
}

} // extern "C"
