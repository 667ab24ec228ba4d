// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>

// What GCC and Clang pass to the functions they call (compiler-rt, lib/ubsan/ubsan_value.h and
// ubsan_handlers.h fix the layouts).
namespace uk::ubsan {

/** A value in a register, or the address of one that is larger. */
using Handle = __uptr;

/** A place in the source. The compiler makes one writable object for each check. */
struct Location
{
    const char *file;
    __u32 line;
    __u32 column;
};

/** A type of the source. */
struct Type
{
    __u16 kind;
    __u16 info;
    /** In quotes, ends with NUL. */
    char name[1];

    bool isInteger() const { return kind == 0; }
    bool isSigned() const { return info & 1; }
    unsigned int bits() const { return 1U << (info >> 1); }
};

/** An integer as text, in decimal. */
class Number
{
public:
    Number(const Type &type, Handle value);
    const char *text() const { return m_text; }
    bool isNegative() const { return m_text[0] == '-'; }

private:
    char m_text[24];
};

/** Reports a place: message as for uk_pr_err(), without the end of the line. Nothing happens when
 * the place has been reported, or the report itself has come here. */
void report(Location &location, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** The same for a place from which there is no way on; ends the system. */
[[noreturn]] void reportEnd(Location &location, const char *what);

} // namespace uk::ubsan
