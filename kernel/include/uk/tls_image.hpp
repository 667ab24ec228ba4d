// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>
#include <uk/essentials.h>

extern "C" {
extern const char _tls_start[], _tls_data_end[];
// Numbers that the linker script gives as addresses.
extern const char _tls_size[], _tls_alignment[];
}

namespace uk {

/** The thread-local variables of this image, as each thread starts with them. */
class TlsImage
{
public:
    /** In bytes; 0 when there are no such variables. */
    static __sz size() { return numberOf(_tls_size); }
    /** A power of two. */
    static __sz alignment() { return MAX(numberOf(_tls_alignment), __sz{1}); }

    /** The variables' values, then 0 up to `bytes` bytes. */
    static void copy(char *to, __sz bytes)
    {
        const __sz initialised = numberOf(_tls_data_end) - numberOf(_tls_start);
        for (__sz i = 0; i < bytes; ++i)
            to[i] = i < initialised ? _tls_start[i] : '\0';
    }

private:
    static __sz numberOf(const char *symbol)
    {
        __sz number = reinterpret_cast<__sz>(symbol);
        // To the compiler the address of a variable is never 0; such a number can be.
        asm("" : "+r"(number));
        return number;
    }
};

} // namespace uk
