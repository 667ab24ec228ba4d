/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** ISO C's functions on memory and strings, safe in interrupt handlers. */

#include <uk/arch/types.h>

#ifdef __cplusplus
extern "C" {
#endif

void *memcpy_isr(void *dst, const void *src, __sz len);
void *memmove_isr(void *dst, const void *src, __sz len);
void *memset_isr(void *ptr, int val, __sz len);
void *memchr_isr(const void *ptr, int val, __sz len);
void *memrchr_isr(const void *ptr, int val, __sz len);
int memcmp_isr(const void *ptr1, const void *ptr2, __sz len);

__sz strlen_isr(const char *str);
__sz strnlen_isr(const char *str, __sz maxlen);
char *strcpy_isr(char *dst, const char *src);
char *strncpy_isr(char *dst, const char *src, __sz len);
/** Copies or appends what fits into `size` bytes, always ends with NUL; returns the length wanted. */
__sz strlcpy_isr(char *dst, const char *src, __sz size);
__sz strlcat_isr(char *dst, const char *src, __sz size);
int strcmp_isr(const char *str1, const char *str2);
int strncmp_isr(const char *str1, const char *str2, __sz len);
char *strchr_isr(const char *str, int c);
char *strchrnul_isr(const char *str, int c);
char *strrchr_isr(const char *str, int c);
__sz strspn_isr(const char *str, const char *accepted);
__sz strcspn_isr(const char *str, const char *rejected);
/** The next word of `*state`, or of `str` at the first call. */
char *strtok_isr(char *__restrict str, const char *__restrict separators, char **__restrict state);

#ifdef __cplusplus
}
#endif
