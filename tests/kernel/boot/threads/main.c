/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* Crashes in a thread, in the way the first argument says. */

#include <stdio.h>
#include <string.h>
#include <uk/assert.h>
#include <uk/sched.h>

static int *volatile nowhere;

static __noinline void write_nowhere(void)
{
    *nowhere = 1;
}

static __noinline int recurse(volatile int *depth)
{
    volatile char room[512];

    room[0] = (char)++*depth;
    return *depth < 0 ? 0 : recurse(depth) + room[0];
}

static __noreturn void work(void *way)
{
    volatile int depth = 0;

    uk_pr_err("at work\n");
    if (strcmp(way, "null") == 0)
        write_nowhere();
    else if (strcmp(way, "overflow") == 0)
        recurse(&depth);
    uk_sched_thread_exit();
}

int main(int argc, char *argv[])
{
    uk_pr_err("before\n");
    if (!uk_sched_thread_create(uk_sched_current(), work, argc > 1 ? argv[1] : "", "worker"))
        return 2;
    while (argc > 1)
        uk_sched_yield();
    uk_sched_thread_sleep(1000000);
    uk_pr_err("after\n");
    return 0;
}
