// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <stddef.h>
#include <stdio.h>

/** A direction of the console. */
struct __nolibc_file
{
    int descriptor;
    bool writable;
    bool ended = false;
    bool failed = false;
    int pushedBack = EOF; ///< what ungetc() put back

    /** Writes all of it; false when this is the input. */
    bool write(const char *data, size_t length);
};
