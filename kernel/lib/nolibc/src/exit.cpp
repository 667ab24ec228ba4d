// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The end of the program.

#include <assert.h>
#include <stdlib.h>
#include <uk/boot.h>
#include <uk/plat/bootstrap.h>
#include <uk/print.h>
#include <unistd.h>

namespace {

constexpr int maxFunctions = 32; // what ISO C 7.22.4.2 promises
void (*functions[maxFunctions])(void);
int functionCount = 0;

} // namespace

extern "C" {

int atexit(void (*function)(void))
{
    if (functionCount == maxFunctions)
        return -1;
    functions[functionCount++] = function;
    return 0;
}

void exit(int status)
{
    // A function may register another one, which is then the next to run.
    while (functionCount > 0)
        functions[--functionCount]();
    uk_boot_exit(status);
}

void _Exit(int status)
{
    ukplat_exit_status_set(status);
    ukplat_terminate(UKPLAT_HALT);
}

void _exit(int status)
{
    _Exit(status);
}

void abort(void)
{
    uk_pr_crit("Aborted\n");
    ukplat_terminate(UKPLAT_CRASH);
}

void __assert_fail(const char *expression, const char *file, unsigned int line,
                   const char *function)
{
    uk_pr_crit("Assertion failure: %s (%s:%u: %s)\n", expression, file, line, function);
    ukplat_terminate(UKPLAT_CRASH);
}

} // extern "C"
