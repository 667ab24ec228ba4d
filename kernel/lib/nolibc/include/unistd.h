/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** POSIX <unistd.h>: the part that needs neither files nor processes. */

#include <getopt.h>
#include <stddef.h>
#include <sys/types.h>

#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2

#ifdef __cplusplus
extern "C" {
#endif

/** posix-time */
unsigned int sleep(unsigned int seconds);
int usleep(useconds_t microseconds);

/** Descriptors 1 and 2 are the console; others fail with EBADF. */
ssize_t write(int descriptor, const void *data, size_t count);
/** Descriptor 0 is the console: waits for one byte at least. Others fail with EBADF. */
ssize_t read(int descriptor, void *data, size_t count);
int isatty(int descriptor);
void _exit(int status) __attribute__((noreturn));
int getpagesize(void);

extern char **environ;

#ifdef __cplusplus
}
#endif
