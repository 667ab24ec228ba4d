// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/blkdev.h>

namespace {

constexpr uint16_t queues = CONFIG_LIBUKBLKDEV_MAXNBQUEUES;

/** What the device cannot do is found before the driver is asked. */
int check(const uk_blkdev &device, const uk_blkreq &request)
{
    const uk_blkdev_cap &can = device.capabilities;
    if (request.operation == UK_BLKREQ_FFLUSH)
        return 0;
    if (request.operation != UK_BLKREQ_READ && request.operation != UK_BLKREQ_WRITE)
        return -EINVAL;
    if (request.operation == UK_BLKREQ_WRITE && can.mode == 0)
        return -EROFS;
    if (request.nb_sectors == 0 || request.nb_sectors > can.max_sectors_per_req ||
        request.start_sector >= can.sectors ||
        request.nb_sectors > can.sectors - request.start_sector)
        return -EINVAL;
    const auto address = reinterpret_cast<uintptr_t>(request.aio_buf);
    return !address || (can.ioalign && address % can.ioalign) ? -EINVAL : 0;
}

} // namespace

extern "C" {

int uk_blkdev_queue_get_info(struct uk_blkdev *dev, uint16_t queue_id,
                             struct uk_blkdev_queue_info *q_info)
{
    if (queue_id >= queues)
        return -EINVAL;
    *q_info = {};
    return dev->dev_ops->queue_get_info(dev, queue_id, q_info);
}

int uk_blkdev_queue_configure(struct uk_blkdev *dev, uint16_t queue_id, uint16_t nb_desc,
                              const struct uk_blkdev_queue_conf *queue_conf)
{
    if (dev->_data->state != UK_BLKDEV_CONFIGURED || queue_id >= queues)
        return -EINVAL;
    if (dev->_queue[queue_id])
        return -EBUSY;
    uk_blkdev_queue *queue = dev->dev_ops->queue_configure(dev, queue_id, nb_desc, queue_conf);
    if (PTRISERR(queue))
        return static_cast<int>(PTR2ERR(queue));
    if (!queue)
        return -ENOMEM;
    dev->_data->queue_handler[queue_id] = {queue_conf->callback, queue_conf->callback_cookie};
    dev->_queue[queue_id] = queue;
    return 0;
}

int uk_blkdev_queue_unconfigure(struct uk_blkdev *dev, uint16_t queue_id)
{
    if (dev->_data->state != UK_BLKDEV_CONFIGURED || queue_id >= queues || !dev->_queue[queue_id])
        return -EINVAL;
    if (!dev->dev_ops->queue_unconfigure)
        return -ENOTSUP;
    if (const int error = dev->dev_ops->queue_unconfigure(dev, dev->_queue[queue_id]))
        return error;
    dev->_queue[queue_id] = nullptr;
    dev->_data->queue_handler[queue_id] = {};
    return 0;
}

int uk_blkdev_queue_submit_one(struct uk_blkdev *dev, uint16_t queue_id, struct uk_blkreq *req)
{
    if (dev->_data->state != UK_BLKDEV_RUNNING || queue_id >= queues || !dev->_queue[queue_id])
        return -EINVAL;
    if (const int error = check(*dev, *req))
        return error;
    return dev->submit_one(dev, dev->_queue[queue_id], req);
}

int uk_blkdev_queue_finish_reqs(struct uk_blkdev *dev, uint16_t queue_id)
{
    if (dev->_data->state != UK_BLKDEV_RUNNING || queue_id >= queues || !dev->_queue[queue_id])
        return -EINVAL;
    return dev->finish_reqs(dev, dev->_queue[queue_id]);
}

} // extern "C"
