/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** What programs and drivers of block devices share. */

#include <stddef.h>
#include <stdint.h>
#include <uk/alloc.h>
#include <uk/blkreq.h>
#include <uk/config.h>

#ifdef __cplusplus
extern "C" {
#endif

struct uk_blkdev;
struct uk_blkdev_queue; /**< the driver's */

/** States, in the order a device goes through them. */
enum uk_blkdev_state
{
    UK_BLKDEV_INVALID,
    UK_BLKDEV_UNCONFIGURED,
    UK_BLKDEV_CONFIGURED,
    UK_BLKDEV_RUNNING,
};

struct uk_blkdev_conf
{
    uint16_t nb_queues;
};

struct uk_blkdev_info
{
    uint16_t max_queues;
};

/** What sizes a queue can have. */
struct uk_blkdev_queue_info
{
    uint16_t nb_max;
    uint16_t nb_min;
    uint16_t nb_align;
    int nb_is_power_of_two;
};

/** Called when something happened to a queue; calls uk_blkdev_queue_finish_reqs(). */
typedef void (*uk_blkdev_queue_event_t)(struct uk_blkdev *dev, uint16_t queue_id, void *argp);

struct uk_blkdev_queue_conf
{
    struct uk_alloc *a;               /**< for the queue */
    uk_blkdev_queue_event_t callback; /**< or NULL */
    void *callback_cookie;
};

/** What a device can do, known once it runs. */
struct uk_blkdev_cap
{
    __sector sectors;
    size_t ssize; /**< bytes of a sector */
    int mode;     /**< as for open(): 0 (O_RDONLY) or 2 (O_RDWR) */
    __sector max_sectors_per_req;
    uint16_t ioalign; /**< of buffers, in bytes */
};

/** What uk_blkdev_queue_submit_one() and the driver's function return, besides errors. */
#define UK_BLKDEV_STATUS_SUCCESS 0x1 /**< the request is under way */
#define UK_BLKDEV_STATUS_MORE 0x2    /**< there is room for another one */

/** The driver's functions; those that may be NULL say so. Results below 0 are errno values. */
typedef void (*uk_blkdev_get_info_t)(struct uk_blkdev *dev, struct uk_blkdev_info *info);
typedef int (*uk_blkdev_configure_t)(struct uk_blkdev *dev, const struct uk_blkdev_conf *conf);
typedef int (*uk_blkdev_queue_get_info_t)(struct uk_blkdev *dev, uint16_t queue_id,
                                          struct uk_blkdev_queue_info *info);
/** Returns a queue, or an error in its place (<uk/errptr.h>). */
typedef struct uk_blkdev_queue *(*uk_blkdev_queue_configure_t)(
    struct uk_blkdev *dev, uint16_t queue_id, uint16_t nb_desc,
    const struct uk_blkdev_queue_conf *conf);
typedef int (*uk_blkdev_start_t)(struct uk_blkdev *dev);
typedef int (*uk_blkdev_stop_t)(struct uk_blkdev *dev);
typedef int (*uk_blkdev_queue_intr_enable_t)(struct uk_blkdev *dev, struct uk_blkdev_queue *queue);
typedef int (*uk_blkdev_queue_intr_disable_t)(struct uk_blkdev *dev, struct uk_blkdev_queue *queue);
typedef int (*uk_blkdev_queue_unconfigure_t)(struct uk_blkdev *dev, struct uk_blkdev_queue *queue);
typedef int (*uk_blkdev_unconfigure_t)(struct uk_blkdev *dev);
typedef int (*uk_blkdev_queue_submit_one_t)(struct uk_blkdev *dev, struct uk_blkdev_queue *queue,
                                            struct uk_blkreq *req);
/** Waits until `request` may be finished, for NULL until there may be room in the queue; a second
 * at most. Other threads run meanwhile. */
typedef void (*uk_blkdev_queue_wait_t)(struct uk_blkdev *dev, struct uk_blkdev_queue *queue,
                                       const struct uk_blkreq *request);
typedef int (*uk_blkdev_queue_finish_reqs_t)(struct uk_blkdev *dev, struct uk_blkdev_queue *queue);

struct uk_blkdev_ops
{
    uk_blkdev_get_info_t get_info;
    uk_blkdev_configure_t dev_configure;
    uk_blkdev_queue_get_info_t queue_get_info;
    uk_blkdev_queue_configure_t queue_configure;
    uk_blkdev_start_t dev_start;
    uk_blkdev_stop_t dev_stop; /**< may be NULL, like the rest */
    uk_blkdev_queue_intr_enable_t queue_intr_enable;
    uk_blkdev_queue_intr_disable_t queue_intr_disable;
    uk_blkdev_queue_unconfigure_t queue_unconfigure;
    uk_blkdev_unconfigure_t dev_unconfigure;
    uk_blkdev_queue_wait_t queue_wait; /**< without it, who waits asks again and again */
};

/* What ukblkdev keeps for each device. */
struct uk_blkdev_event_handler
{
    uk_blkdev_queue_event_t callback;
    void *cookie;
};
struct uk_blkdev_data
{
    uint16_t id;
    enum uk_blkdev_state state;
    struct uk_blkdev_event_handler queue_handler[CONFIG_LIBUKBLKDEV_MAXNBQUEUES];
    const char *drv_name;
    struct uk_alloc *a;
};

/** A device. The driver fills in the first two, dev_ops, and once it runs the capabilities. */
struct uk_blkdev
{
    uk_blkdev_queue_submit_one_t submit_one;
    uk_blkdev_queue_finish_reqs_t finish_reqs;
    struct uk_blkdev_data *_data;
    struct uk_blkdev_cap capabilities;
    const struct uk_blkdev_ops *dev_ops;
    struct uk_blkdev_queue *_queue[CONFIG_LIBUKBLKDEV_MAXNBQUEUES];
    struct uk_blkdev *_next;
};

#ifdef __cplusplus
}
#endif
