/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Splitting command lines and lists. */

#include <uk/arch/limits.h>
#include <uk/arch/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Cuts a command line into words, in place: argv[] gets at most `most` of them, the rest is
 * left alone. Blanks separate words; '...' and "..." hold blanks together and go away themselves; a
 * backslash, except within '...', takes the next character as it is. Reads up to NUL, or `size`
 * bytes, the last of which is overwritten by NUL. Returns the number of words. */
int uk_argnparse(char *line, __sz size, char *argv[], int most);

#define uk_argparse(line, argv, most) uk_argnparse((line), __SZ_MAX, (argv), (most))

/** The next item of a list such as "a:b:c", cut off in place. `*list` stands at the list's start
 * before the first call; it is NULL after the last item, for which the return value then is NULL.
 * An item between two separators is the empty string. */
char *uk_nextarg(char **list, int separator);

/** The same without writing: the item is where `*list` stood before the call, and as long as the
 * return value says. */
__sz uk_nextarg_r(const char **list, int separator);

/** Whether `str`, of at most `strlen` bytes, is `key` alone (0) or `key` followed by one of the
 * characters in `separators` (the offset of that character; `separators` may be NULL). Otherwise
 * -1. */
__ssz uk_strnkeycmp(const char *str, __sz strlen, const char *key, const char separators[]);

#ifdef __cplusplus
}
#endif
