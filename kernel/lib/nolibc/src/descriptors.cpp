// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Files, of which there are none, and positions in the console, which has none.

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

namespace {

int fail(int number)
{
    errno = number;
    return -1;
}

bool isConsole(int descriptor)
{
    return descriptor >= STDIN_FILENO && descriptor <= STDERR_FILENO;
}

} // namespace

extern "C" {

int open(const char *, int flags, ...)
{
    return fail(flags & O_CREAT ? EROFS : ENOENT);
}

int creat(const char *, mode_t)
{
    return fail(EROFS);
}

int close(int descriptor)
{
    // The console stays open for messages.
    return isConsole(descriptor) ? 0 : fail(EBADF);
}

off_t lseek(int descriptor, off_t, int)
{
    return fail(isConsole(descriptor) ? ESPIPE : EBADF);
}

int access(const char *, int)
{
    return fail(ENOENT);
}

int unlink(const char *)
{
    return fail(ENOENT);
}

} // extern "C"
