/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** For drivers of block devices. */

#include <uk/blkdev_core.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Adds a device; memory for what is kept about it comes from `a`, `drv_name` stays for ever.
 * Returns its number, or -ENOMEM. */
int uk_blkdev_drv_register(struct uk_blkdev *dev, struct uk_alloc *a, const char *drv_name);

/** Removes a device that is not configured. */
void uk_blkdev_drv_unregister(struct uk_blkdev *dev);

/** Tells the program that something happened to a queue. May be called in interrupts. */
static inline void uk_blkdev_drv_queue_event(struct uk_blkdev *dev, uint16_t queue_id)
{
    const struct uk_blkdev_event_handler *handler = &dev->_data->queue_handler[queue_id];
    if (handler->callback)
        handler->callback(dev, queue_id, handler->cookie);
}

/** Makes a request finished; it belongs to the program again. */
#define uk_blkreq_finished(req) uk_store_n(&(req)->state.counter, UK_BLKREQ_FINISHED)

#ifdef __cplusplus
}
#endif
