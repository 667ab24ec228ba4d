// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>

#undef errno

extern "C" {

#ifdef CONFIG_HAVE_SCHED
__thread int errno = 0;
#else
int errno = 0;
#endif

int *__errno_location(void)
{
    return &errno;
}

} // extern "C"
