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

#ifndef SEEK_SET
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#endif

#define F_OK 0
#define X_OK 1
#define W_OK 2
#define R_OK 4

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
/** 0 for the console, which stays open; otherwise -1 with errno EBADF: there are no files. */
int close(int descriptor);
/** -1, with errno ESPIPE for the console, EBADF otherwise. */
off_t lseek(int descriptor, off_t offset, int whence);
/** -1, with errno ENOENT. */
int access(const char *path, int mode);
int unlink(const char *path);
void _exit(int status) __attribute__((noreturn));
int getpagesize(void);

extern char **environ;

#ifdef __cplusplus
}
#endif
