// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <uk/essentials.h>
#include <uk/print.h>

/** Stands in for a program without main(). */
extern "C" __weak int main(int, char *[])
{
    uk_pr_crit("This image has no main(): the application has no source file that defines it, or "
               "its Makefile.uk does not list that file\n");
    return ENOSYS;
}
