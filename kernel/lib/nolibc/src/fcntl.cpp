// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Files, of which there are none: the calls that ported programs make about them.

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

namespace {

int fail(int error)
{
    errno = error;
    return -1;
}

bool isConsole(int descriptor)
{
    return descriptor >= STDIN_FILENO && descriptor <= STDERR_FILENO;
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    if (*path == '\0')
        return fail(ENOENT);
    return fail((flags & O_CREAT) != 0 ? EROFS : ENOENT);
}

int close(int descriptor)
{
    return isConsole(descriptor) ? 0 : fail(EBADF);
}

off_t lseek(int descriptor, off_t, int)
{
    return fail(isConsole(descriptor) ? ESPIPE : EBADF);
}

} // extern "C"
