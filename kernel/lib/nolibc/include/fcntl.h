/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Opening files (POSIX.1-2017, <fcntl.h>). There are none: what is meant for programs that can do
 * without, such as ports of libraries. The numbers are those of Linux. */

#include <sys/types.h>

#define O_RDONLY 0
#define O_WRONLY 1
#define O_RDWR 2
#define O_ACCMODE 3
#define O_CREAT 0100
#define O_EXCL 0200
#define O_NOCTTY 0400
#define O_TRUNC 01000
#define O_APPEND 02000
#define O_NONBLOCK 04000
#define O_SYNC 04010000
#define O_CLOEXEC 02000000

#ifdef __cplusplus
extern "C" {
#endif

/** -1, with errno EROFS where `flags` would make a file, ENOENT otherwise. */
int open(const char *path, int flags, ...);
/** -1, with errno EROFS. */
int creat(const char *path, mode_t mode);

#ifdef __cplusplus
}
#endif
