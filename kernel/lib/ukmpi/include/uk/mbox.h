/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Mailboxes: queues of pointers between threads. */

#include <uk/config.h>

#ifdef CONFIG_LIBUKMPI_MBOX

#include <errno.h>
#include <uk/alloc.h>
#include <uk/arch/time.h>
#include <uk/semaphore.h>

#ifdef __cplusplus
extern "C" {
#endif

struct uk_mbox;

/** A mailbox for `size` messages at a time, which is at least 1; NULL when there is no memory. */
struct uk_mbox *uk_mbox_create(struct uk_alloc *a, size_t size);
/** Frees a mailbox that nobody waits for. Messages in it are forgotten. */
void uk_mbox_free(struct uk_alloc *a, struct uk_mbox *m);

/** Puts a message into the mailbox, which may be NULL: waits while it is full; returns -ENOBUFS at
 * once when it is full, otherwise 0; waits for `timeout` ns at most, and returns how long it waited
 * or __NSEC_MAX when it was in vain. */
void uk_mbox_post(struct uk_mbox *m, void *msg);
int uk_mbox_post_try(struct uk_mbox *m, void *msg);
__nsec uk_mbox_post_to(struct uk_mbox *m, void *msg, __nsec timeout);

/** Takes the oldest message, into `*msg` unless that is NULL: waits while there is none; returns
 * -ENOMSG at once when there is none, otherwise 0; waits for `timeout` ns at most, and returns how
 * long it waited or __NSEC_MAX when it was in vain. Where there was no message, `*msg` is NULL. */
void uk_mbox_recv(struct uk_mbox *m, void **msg);
int uk_mbox_recv_try(struct uk_mbox *m, void **msg);
__nsec uk_mbox_recv_to(struct uk_mbox *m, void **msg, __nsec timeout);

#ifdef __cplusplus
}
#endif

#endif /* CONFIG_LIBUKMPI_MBOX */
