/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** POSIX <fcntl.h>: for programs that would open files. There are none without a file system. */

#include <sys/types.h>

#define O_RDONLY 0
#define O_WRONLY 01
#define O_RDWR 02
#define O_ACCMODE 03
#define O_CREAT 0100
#define O_EXCL 0200
#define O_TRUNC 01000
#define O_APPEND 02000
#define O_NONBLOCK 04000
#define O_CLOEXEC 02000000

#ifdef __cplusplus
extern "C" {
#endif

/** No file can be found: fails with ENOENT, and where one should be made with EROFS. */
int open(const char *path, int flags, ...);

#ifdef __cplusplus
}
#endif
