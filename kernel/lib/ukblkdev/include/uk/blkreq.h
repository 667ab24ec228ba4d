/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Requests to block devices. */

#include <uk/arch/types.h>
#include <uk/atomic.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A number of sectors, and how it is printed. */
typedef __sz __sector;
#define __PRIsctr "zu"

struct uk_blkreq;

enum uk_blkreq_state
{
    UK_BLKREQ_FINISHED,
    UK_BLKREQ_UNFINISHED
};

enum uk_blkreq_op
{
    UK_BLKREQ_READ = 0,
    UK_BLKREQ_WRITE = 1,
    UK_BLKREQ_FFLUSH = 4 /**< what was written is to reach the medium; no sectors */
};

/** Called when a request is finished. */
typedef void (*uk_blkreq_event_t)(struct uk_blkreq *request, void *cookie);

/** A request. It and the buffer belong to the device until it is finished. */
struct uk_blkreq
{
    enum uk_blkreq_op operation;
    __sector start_sector;
    __sector nb_sectors;
    void *aio_buf;        /**< aligned to the device's ioalign */
    uk_blkreq_event_t cb; /**< or NULL */
    void *cb_cookie;
    struct
    {
        int counter; /**< enum uk_blkreq_state */
    } state;
    int result; /**< when finished: 0 or a negative errno value */
};

/** Fills in a request. */
static inline void uk_blkreq_init(struct uk_blkreq *req, enum uk_blkreq_op op, __sector start,
                                  __sector nb_sectors, void *aio_buf, uk_blkreq_event_t cb,
                                  void *cb_cookie)
{
    req->operation = op;
    req->start_sector = start;
    req->nb_sectors = nb_sectors;
    req->aio_buf = aio_buf;
    req->cb = cb;
    req->cb_cookie = cb_cookie;
    req->result = 0;
    uk_store_n(&req->state.counter, UK_BLKREQ_UNFINISHED);
}

#define uk_blkreq_is_done(req) (uk_load_n(&(req)->state.counter) == UK_BLKREQ_FINISHED)

#ifdef __cplusplus
}
#endif
