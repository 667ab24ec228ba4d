// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <stdarg.h>
#include <stddef.h>

namespace nolibc {

/** Where scanned text comes from, one character looked ahead. */
class Input
{
public:
    /** The next character without taking it, or EOF. */
    int peek()
    {
        if (!m_looked) {
            m_next = fetch();
            m_looked = true;
        }
        return m_next;
    }
    /** Takes the next character, which must not be EOF. */
    void take()
    {
        peek();
        m_looked = false;
        ++m_taken;
    }
    size_t taken() const { return m_taken; }
    /** The character that was looked at but not taken, EOF when there is none. */
    int left() const;

protected:
    virtual int fetch() = 0;
    ~Input() = default;

private:
    int m_next = 0;
    bool m_looked = false;
    size_t m_taken = 0;
};

/** ISO C 7.21.6.2. Returns the number of items stored, or EOF when input ended before the first. */
int scan(Input &input, const char *format, va_list arguments);

} // namespace nolibc
