/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

#include <uk/isr/thread.h>
#include <uk/wait.h>

/** uk_waitq_wake_up() for interrupt handlers. */
static inline void uk_waitq_wake_up_isr(struct uk_waitq *wq)
{
    uk_waitq_wake_up(wq);
}

static inline void uk_waitq_wake_up_one_isr(struct uk_waitq *wq)
{
    uk_waitq_wake_up_one(wq);
}
