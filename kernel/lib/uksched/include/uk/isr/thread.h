/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

#include <uk/thread.h>

#ifdef __cplusplus
extern "C" {
#endif

/** uk_thread_wake() for interrupt handlers. */
void uk_thread_wake_isr(struct uk_thread *thread);

#ifdef __cplusplus
}
#endif
