// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The console as file descriptors.

#include "await_input.hpp"
#include "console.hpp"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <uk/plat/console.h>
#include <unistd.h>

namespace {

/** Waits for input; 0 at its end. */
unsigned int waitForInput(char *to, unsigned int size)
{
    for (;;) {
        const int got = nolibc::readConsole(to, size);
        if (got > 0)
            return static_cast<unsigned int>(got);
        if (got < 0)
            return 0;
        nolibc::awaitInput();
    }
}

} // namespace

extern "C" {

ssize_t write(int descriptor, const void *data, size_t count)
{
    if (descriptor != STDOUT_FILENO && descriptor != STDERR_FILENO) {
        errno = EBADF;
        return -1;
    }
    const size_t part = count < INT_MAX ? count : INT_MAX;
    return nolibc::writeConsole(static_cast<const char *>(data), static_cast<unsigned int>(part));
}

ssize_t read(int descriptor, void *data, size_t count)
{
    if (descriptor != STDIN_FILENO) {
        errno = EBADF;
        return -1;
    }
    if (count == 0)
        return 0;
    auto *bytes = static_cast<char *>(data);
    const unsigned int got =
        waitForInput(bytes, static_cast<unsigned int>(count < INT_MAX ? count : INT_MAX));
    if (ukplat_console_echoes && ukplat_console_echoes())
        return got;
    // A terminal sends a carriage return at the end of a line and shows nothing by itself.
    for (unsigned int i = 0; i < got; ++i) {
        if (bytes[i] == '\r')
            bytes[i] = '\n';
    }
    nolibc::writeConsole(bytes, got);
    return got;
}

int isatty(int descriptor)
{
    if (descriptor >= STDIN_FILENO && descriptor <= STDERR_FILENO)
        return 1;
    errno = EBADF;
    return 0;
}

int getpagesize(void)
{
    return PAGESIZE;
}

} // extern "C"
