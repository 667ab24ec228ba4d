// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The list of devices, and the states that they go through.

#include <uk/blkdev.h>
#include <uk/blkdev_driver.h>

namespace {

constinit uk_blkdev *firstDevice = nullptr;
constinit uint16_t nextNumber = 0;

bool isIn(const uk_blkdev *device, uk_blkdev_state state)
{
    return device->_data->state == state;
}

} // namespace

extern "C" {

int uk_blkdev_drv_register(struct uk_blkdev *dev, struct uk_alloc *a, const char *drv_name)
{
    auto *data = static_cast<uk_blkdev_data *>(uk_zalloc(a, sizeof(uk_blkdev_data)));
    if (!data)
        return -ENOMEM;
    data->id = nextNumber++;
    data->state = UK_BLKDEV_UNCONFIGURED;
    data->drv_name = drv_name;
    data->a = a;
    dev->_data = data;
    for (uk_blkdev_queue *&queue : dev->_queue)
        queue = nullptr;
    dev->_next = nullptr;
    uk_blkdev **link = &firstDevice;
    while (*link)
        link = &(*link)->_next;
    *link = dev;
    return data->id;
}

void uk_blkdev_drv_unregister(struct uk_blkdev *dev)
{
    UK_ASSERT(isIn(dev, UK_BLKDEV_UNCONFIGURED));
    uk_blkdev **link = &firstDevice;
    while (*link && *link != dev)
        link = &(*link)->_next;
    if (*link)
        *link = dev->_next;
    uk_free(dev->_data->a, dev->_data);
    dev->_data = nullptr;
}

unsigned int uk_blkdev_count(void)
{
    unsigned int count = 0;
    for (uk_blkdev *each = firstDevice; each; each = each->_next)
        ++count;
    return count;
}

struct uk_blkdev *uk_blkdev_get(unsigned int id)
{
    uk_blkdev *each = firstDevice;
    while (each && each->_data->id != id)
        each = each->_next;
    return each;
}

uint16_t uk_blkdev_id_get(struct uk_blkdev *dev)
{
    return dev->_data->id;
}

const char *uk_blkdev_drv_name_get(struct uk_blkdev *dev)
{
    return dev->_data->drv_name;
}

enum uk_blkdev_state uk_blkdev_state_get(struct uk_blkdev *dev)
{
    return dev->_data->state;
}

int uk_blkdev_get_info(struct uk_blkdev *dev, struct uk_blkdev_info *dev_info)
{
    if (dev->_data->state >= UK_BLKDEV_RUNNING)
        return -EINVAL;
    *dev_info = {};
    dev->dev_ops->get_info(dev, dev_info);
    if (dev_info->max_queues > CONFIG_LIBUKBLKDEV_MAXNBQUEUES)
        dev_info->max_queues = CONFIG_LIBUKBLKDEV_MAXNBQUEUES;
    return 0;
}

int uk_blkdev_configure(struct uk_blkdev *dev, const struct uk_blkdev_conf *conf)
{
    uk_blkdev_info info;
    if (!isIn(dev, UK_BLKDEV_UNCONFIGURED) || uk_blkdev_get_info(dev, &info) ||
        conf->nb_queues == 0 || conf->nb_queues > info.max_queues)
        return -EINVAL;
    if (const int error = dev->dev_ops->dev_configure(dev, conf))
        return error;
    dev->_data->state = UK_BLKDEV_CONFIGURED;
    return 0;
}

int uk_blkdev_start(struct uk_blkdev *dev)
{
    if (!isIn(dev, UK_BLKDEV_CONFIGURED))
        return -EINVAL;
    if (const int error = dev->dev_ops->dev_start(dev))
        return error;
    dev->_data->state = UK_BLKDEV_RUNNING;
    return 0;
}

int uk_blkdev_stop(struct uk_blkdev *dev)
{
    if (!isIn(dev, UK_BLKDEV_RUNNING))
        return -EINVAL;
    if (!dev->dev_ops->dev_stop)
        return -ENOTSUP;
    if (const int error = dev->dev_ops->dev_stop(dev))
        return error;
    dev->_data->state = UK_BLKDEV_CONFIGURED;
    return 0;
}

int uk_blkdev_unconfigure(struct uk_blkdev *dev)
{
    if (!isIn(dev, UK_BLKDEV_CONFIGURED))
        return -EINVAL;
    for (const uk_blkdev_queue *queue : dev->_queue) {
        if (queue)
            return -EBUSY;
    }
    if (!dev->dev_ops->dev_unconfigure)
        return -ENOTSUP;
    if (const int error = dev->dev_ops->dev_unconfigure(dev))
        return error;
    dev->_data->state = UK_BLKDEV_UNCONFIGURED;
    return 0;
}

} // extern "C"
