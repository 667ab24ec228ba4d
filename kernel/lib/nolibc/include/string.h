/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** ISO C 7.24 and POSIX <string.h>: bytes and strings. */

#include <stddef.h>
#include <strings.h>

#ifdef __cplusplus
extern "C" {
#endif

void *memcpy(void *__restrict to, const void *__restrict from, size_t count);
void *mempcpy(void *__restrict to, const void *__restrict from, size_t count);
void *memmove(void *to, const void *from, size_t count);
void *memset(void *to, int value, size_t count);
int memcmp(const void *a, const void *b, size_t count);
void *memchr(const void *bytes, int value, size_t count);
void *memrchr(const void *bytes, int value, size_t count);
void *memmem(const void *bytes, size_t count, const void *wanted, size_t wantedCount);

size_t strlen(const char *text);
size_t strnlen(const char *text, size_t limit);
char *strcpy(char *__restrict to, const char *__restrict from);
char *stpcpy(char *__restrict to, const char *__restrict from);
char *strncpy(char *__restrict to, const char *__restrict from, size_t count);
char *stpncpy(char *__restrict to, const char *__restrict from, size_t count);
char *strcat(char *__restrict to, const char *__restrict from);
char *strncat(char *__restrict to, const char *__restrict from, size_t count);
/** Copies or appends what fits into `size` bytes, always ends with NUL; returns the length wanted. */
size_t strlcpy(char *__restrict to, const char *__restrict from, size_t size);
size_t strlcat(char *__restrict to, const char *__restrict from, size_t size);
int strcmp(const char *a, const char *b);
int strncmp(const char *a, const char *b, size_t count);
int strcoll(const char *a, const char *b);
char *strchr(const char *text, int value);
char *strrchr(const char *text, int value);
/** As strchr, but gives the end of the text where `value` is not in it. */
char *strchrnul(const char *text, int value);
size_t strspn(const char *text, const char *accepted);
size_t strcspn(const char *text, const char *rejected);
char *strpbrk(const char *text, const char *accepted);
char *strstr(const char *text, const char *wanted);
char *strcasestr(const char *text, const char *wanted);
char *strtok(char *__restrict text, const char *__restrict separators);
char *strtok_r(char *__restrict text, const char *__restrict separators, char **__restrict state);
char *strsep(char **__restrict text, const char *__restrict separators);
char *strdup(const char *text);
char *strndup(const char *text, size_t limit);
char *strerror(int number);
/** The POSIX form: 0, EINVAL for an unknown number, ERANGE for a buffer that is too small. */
int strerror_r(int number, char *buffer, size_t size);
char *strsignal(int number);

#ifdef __cplusplus
}
#endif
