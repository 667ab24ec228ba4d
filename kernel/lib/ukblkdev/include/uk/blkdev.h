/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Block devices, for programs: get one, configure it and its queues, start it, submit requests. */

#include <errno.h>
#include <limits.h>
#include <uk/assert.h>
#include <uk/blkdev_core.h>
#include <uk/errptr.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How many devices there are, and the one with a number, or NULL. */
unsigned int uk_blkdev_count(void);
struct uk_blkdev *uk_blkdev_get(unsigned int id);

uint16_t uk_blkdev_id_get(struct uk_blkdev *dev);
/** NULL when the driver has no name. */
const char *uk_blkdev_drv_name_get(struct uk_blkdev *dev);
enum uk_blkdev_state uk_blkdev_state_get(struct uk_blkdev *dev);

/** What can be configured: how many queues, and how large they can be. Return 0, or -EINVAL in
 * another state than unconfigured and configured. */
int uk_blkdev_get_info(struct uk_blkdev *dev, struct uk_blkdev_info *dev_info);
int uk_blkdev_queue_get_info(struct uk_blkdev *dev, uint16_t queue_id,
                             struct uk_blkdev_queue_info *q_info);

/** Unconfigured to configured. -EINVAL: another state, or more queues than there can be. */
int uk_blkdev_configure(struct uk_blkdev *dev, const struct uk_blkdev_conf *conf);

/** Sets up a queue of a configured device for `nb_desc` descriptors, 0 for as many as it likes.
 * -EBUSY when it is set up. */
int uk_blkdev_queue_configure(struct uk_blkdev *dev, uint16_t queue_id, uint16_t nb_desc,
                              const struct uk_blkdev_queue_conf *queue_conf);

/** Configured to running. */
int uk_blkdev_start(struct uk_blkdev *dev);

/** And back. -EBUSY while requests are under way. */
int uk_blkdev_stop(struct uk_blkdev *dev);
int uk_blkdev_queue_unconfigure(struct uk_blkdev *dev, uint16_t queue_id);
int uk_blkdev_unconfigure(struct uk_blkdev *dev);

/** What a running device can do. */
static inline const struct uk_blkdev_cap *uk_blkdev_capabilities(struct uk_blkdev *blkdev)
{
    UK_ASSERT(blkdev->_data->state >= UK_BLKDEV_RUNNING);
    return &blkdev->capabilities;
}
#define uk_blkdev_ssize(blkdev) (uk_blkdev_capabilities(blkdev)->ssize)
#define uk_blkdev_max_sec_per_req(blkdev) (uk_blkdev_capabilities(blkdev)->max_sectors_per_req)
#define uk_blkdev_mode(blkdev) (uk_blkdev_capabilities(blkdev)->mode)
#define uk_blkdev_sectors(blkdev) (uk_blkdev_capabilities(blkdev)->sectors)
#define uk_blkdev_size(blkdev) ((size_t)uk_blkdev_sectors(blkdev) * uk_blkdev_ssize(blkdev))
#define uk_blkdev_ioalign(blkdev) (uk_blkdev_capabilities(blkdev)->ioalign)

/** Events of a queue on and off. -ENOTSUP: the device has to be polled. */
static inline int uk_blkdev_queue_intr_enable(struct uk_blkdev *dev, uint16_t queue_id)
{
    return dev->dev_ops->queue_intr_enable
               ? dev->dev_ops->queue_intr_enable(dev, dev->_queue[queue_id])
               : -ENOTSUP;
}
static inline int uk_blkdev_queue_intr_disable(struct uk_blkdev *dev, uint16_t queue_id)
{
    return dev->dev_ops->queue_intr_disable
               ? dev->dev_ops->queue_intr_disable(dev, dev->_queue[queue_id])
               : -ENOTSUP;
}

/** Submits a request. Returns UK_BLKDEV_STATUS_ bits: none when there is no room now; or a negative
 * errno value: -EINVAL for sectors that the device does not have, buffers that are not aligned,
 * -EROFS, -EIO. */
int uk_blkdev_queue_submit_one(struct uk_blkdev *dev, uint16_t queue_id, struct uk_blkreq *req);

#define _uk_blkdev_status_bits(status, flags) ((int)(status) & ((int)(flags) | INT_MIN))
#define uk_blkdev_status_test_set(status, flag)                                                    \
    (_uk_blkdev_status_bits(status, flag) == (int)(flag))
#define uk_blkdev_status_test_unset(status, flag) (_uk_blkdev_status_bits(status, flag) == 0)
#define uk_blkdev_status_successful(status)                                                        \
    uk_blkdev_status_test_set((status), UK_BLKDEV_STATUS_SUCCESS)
#define uk_blkdev_status_notready(status)                                                          \
    uk_blkdev_status_test_unset((status), UK_BLKDEV_STATUS_SUCCESS)
#define uk_blkdev_status_more(status)                                                              \
    uk_blkdev_status_test_set((status), UK_BLKDEV_STATUS_SUCCESS | UK_BLKDEV_STATUS_MORE)

/** Finishes the requests that the device has answered, and calls their functions. Returns 0, or a
 * negative errno value when the device no longer works. */
int uk_blkdev_queue_finish_reqs(struct uk_blkdev *dev, uint16_t queue_id);

/** Submits a request of any number of sectors and waits until it is finished. Returns 0 or a
 * negative errno value. Other threads run meanwhile if the device interrupts. */
int uk_blkdev_sync_io(struct uk_blkdev *dev, uint16_t queue_id, enum uk_blkreq_op op,
                      __sector sector, __sector nb_sectors, void *buf);
#define uk_blkdev_sync_read(blkdev, queue_id, sector, nb_sectors, buf)                             \
    uk_blkdev_sync_io(blkdev, queue_id, UK_BLKREQ_READ, sector, nb_sectors, buf)
#define uk_blkdev_sync_write(blkdev, queue_id, sector, nb_sectors, buf)                            \
    uk_blkdev_sync_io(blkdev, queue_id, UK_BLKREQ_WRITE, sector, nb_sectors, buf)

#ifdef __cplusplus
}
#endif
