// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>
#include <uk/essentials.h>

extern "C" {
extern const char _tls_start[], _tls_data_end[];
extern const __sz _tls_size, _tls_alignment;
}

namespace uk {

/** The thread-local variables of this image, as each thread starts with them. */
class TlsImage
{
public:
    /** In bytes; 0 when there are no such variables. */
    static __sz size() { return _tls_size; }
    /** A power of two. */
    static __sz alignment() { return _tls_alignment; }

    /** The variables' values, then 0 up to `bytes` bytes. */
    static void copy(char *to, __sz bytes)
    {
        const __sz initialised = static_cast<__sz>(_tls_data_end - _tls_start);
        for (__sz i = 0; i < bytes; ++i)
            to[i] = i < initialised ? _tls_start[i] : '\0';
    }
};

} // namespace uk
