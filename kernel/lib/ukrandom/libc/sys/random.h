/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** getrandom(2) of Linux. */

#include <stddef.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GRND_NONBLOCK 0x0001
#define GRND_RANDOM 0x0002
#define GRND_INSECURE 0x0004

/** Fills the buffer with random bytes; returns their number. Before the generator was seeded only
 * GRND_INSECURE succeeds: without it -1 and EAGAIN, since nothing that is waited for would come.
 * EINVAL for other flags, or INSECURE and RANDOM together. */
ssize_t getrandom(void *buffer, size_t length, unsigned int flags);

#ifdef __cplusplus
}
#endif
