// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The printf family: format() with the outputs it can go to.

#include "file.hpp"
#include "output.hpp"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

namespace {

/** Collects what one call prints, so that the console gets it in few pieces. */
class FileOutput final : public nolibc::Output
{
public:
    explicit FileOutput(FILE *file)
        : m_file(file)
    {}
    void write(const char *text, size_t length) override
    {
        count(length);
        if (length > sizeof(m_block) - m_used)
            flush();
        if (length > sizeof(m_block)) {
            m_good &= m_file->write(text, length);
            return;
        }
        memcpy(m_block + m_used, text, length);
        m_used += length;
    }
    void flush()
    {
        if (m_used > 0)
            m_good &= m_file->write(m_block, m_used);
        m_used = 0;
    }
    bool good() const { return m_good; }

private:
    FILE *m_file;
    char m_block[128];
    size_t m_used = 0;
    bool m_good = true;
};

} // namespace

extern "C" {

int vfprintf(FILE *__restrict file, const char *__restrict format, va_list arguments)
{
    FileOutput output(file);
    const int result = nolibc::format(output, format, arguments);
    output.flush();
    return output.good() ? result : -1;
}

int vprintf(const char *__restrict format, va_list arguments)
{
    return vfprintf(stdout, format, arguments);
}

int printf(const char *__restrict format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int result = vfprintf(stdout, format, arguments);
    va_end(arguments);
    return result;
}

int fprintf(FILE *__restrict file, const char *__restrict format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int result = vfprintf(file, format, arguments);
    va_end(arguments);
    return result;
}

} // extern "C"
