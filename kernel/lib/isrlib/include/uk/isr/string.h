/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** ISO C's functions on memory and strings, safe in interrupt handlers. */

#include <uk/arch/types.h>

#ifdef __cplusplus
extern "C" {
#endif

void *memcpy_isr(void *to, const void *from, __sz count);
void *memmove_isr(void *to, const void *from, __sz count);
void *memset_isr(void *memory, int byte, __sz count);
void *memchr_isr(const void *memory, int byte, __sz count);
void *memrchr_isr(const void *memory, int byte, __sz count);
int memcmp_isr(const void *left, const void *right, __sz count);

__sz strlen_isr(const char *text);
__sz strnlen_isr(const char *text, __sz most);
char *strcpy_isr(char *to, const char *from);
char *strncpy_isr(char *to, const char *from, __sz count);
/** Copies or appends what fits into `size` bytes, always ends with NUL; returns the length wanted.
 */
__sz strlcpy_isr(char *to, const char *from, __sz size);
__sz strlcat_isr(char *to, const char *from, __sz size);
int strcmp_isr(const char *left, const char *right);
int strncmp_isr(const char *left, const char *right, __sz count);
char *strchr_isr(const char *text, int character);
char *strchrnul_isr(const char *text, int character);
char *strrchr_isr(const char *text, int character);
__sz strspn_isr(const char *text, const char *accepted);
__sz strcspn_isr(const char *text, const char *rejected);
/** The next word of `*state`, or of `text` at the first call. */
char *strtok_isr(char *__restrict text, const char *__restrict separators, char **__restrict state);

#ifdef __cplusplus
}
#endif
