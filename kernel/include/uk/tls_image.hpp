// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>
#include <uk/essentials.h>

extern "C" {
extern const char _tls_start[], _tls_data_end[], _tls_end[];
// As far behind the start as the alignment says
extern const char _tls_start_aligned[];
}

namespace uk {

/** The thread-local variables of this image, as each thread starts with them. */
class TlsImage
{
public:
    /** In bytes; 0 when there are no such variables. */
    static __sz size() { return static_cast<__sz>(_tls_end - _tls_start); }
    /** A power of two. */
    static __sz alignment() { return static_cast<__sz>(_tls_start_aligned - _tls_start); }

    /** The variables' values, then 0 up to `bytes` bytes. */
    static void copy(char *to, __sz bytes)
    {
        const __sz initialised = static_cast<__sz>(_tls_data_end - _tls_start);
        for (__sz i = 0; i < bytes; ++i)
            to[i] = i < initialised ? _tls_start[i] : '\0';
    }
};

} // namespace uk
