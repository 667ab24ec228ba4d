// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>

#undef errno

extern "C" {

int errno = 0;

int *__errno_location(void)
{
    return &errno;
}

} // extern "C"
