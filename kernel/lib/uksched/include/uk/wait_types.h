/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Wait queues: the data. The functions are in <uk/wait.h>. */

#include <uk/essentials.h>
#include <uk/list.h>

#ifdef __cplusplus
extern "C" {
#endif

struct uk_thread;

/** A thread's place in a wait queue. It lies on the thread's stack as long as the thread waits. */
struct uk_waitq_entry
{
    int waiting; /**< in the queue; whoever wakes the thread takes it out */
    struct uk_thread *thread;
    struct uk_list_head link;        /**< in the queue */
    struct uk_list_head thread_link; /**< among the places of the thread */
};

/** Threads that wait for something, the longest waiting first. */
struct uk_waitq
{
    struct uk_list_head wait_list;
};

/* clang-format off */
#define UK_WAIT_QUEUE_INITIALIZER(name) {UK_LIST_HEAD_INIT((name).wait_list)}
/* clang-format on */
#define __WAIT_QUEUE_INITIALIZER(name) UK_WAIT_QUEUE_INITIALIZER(name)

/** Defines an empty queue. */
#define DEFINE_WAIT_QUEUE(name) struct uk_waitq name = UK_WAIT_QUEUE_INITIALIZER(name)

#ifdef __cplusplus
}
#endif
