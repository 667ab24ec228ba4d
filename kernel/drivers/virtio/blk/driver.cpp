// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "disk.hpp"

#include <errno.h>
#include <uk/ctors.h>

namespace uk::virtio {

namespace {

Disk &diskOf(uk_blkdev *device)
{
    return *static_cast<Disk *>(device);
}

int numberOf(const ErrorOr<void> &result)
{
    return result ? 0 : -result.error().number;
}

void getInfo(uk_blkdev *, uk_blkdev_info *info)
{
    info->max_queues = 1;
}

int configure(uk_blkdev *, const uk_blkdev_conf *)
{
    return 0;
}

int getQueueInfo(uk_blkdev *device, uint16_t queue, uk_blkdev_queue_info *info)
{
    if (queue != 0)
        return -EINVAL;
    *info = {diskOf(device).largestQueue(), 4, 1, 1};
    return 0;
}

uk_blkdev_queue *configureQueue(uk_blkdev *device, uint16_t queue, uint16_t size,
                                const uk_blkdev_queue_conf *conf)
{
    const auto opened =
        queue == 0 ? diskOf(device).openQueue(size, conf->a) : ErrorOr<void>(Error{EINVAL});
    if (!opened)
        return static_cast<uk_blkdev_queue *>(ERR2PTR(numberOf(opened)));
    // There is one queue: the disk itself stands for it.
    return reinterpret_cast<uk_blkdev_queue *>(device);
}

int start(uk_blkdev *device)
{
    return numberOf(diskOf(device).begin());
}

int stop(uk_blkdev *device)
{
    return numberOf(diskOf(device).end());
}

int unconfigureQueue(uk_blkdev *device, uk_blkdev_queue *)
{
    return numberOf(diskOf(device).closeQueue());
}

int unconfigure(uk_blkdev *)
{
    return 0;
}

int enableEvents(uk_blkdev *device, uk_blkdev_queue *)
{
    return numberOf(diskOf(device).wantEvents(true));
}

int disableEvents(uk_blkdev *device, uk_blkdev_queue *)
{
    return numberOf(diskOf(device).wantEvents(false));
}

void waitForQueue(uk_blkdev *device, uk_blkdev_queue *, const uk_blkreq *request)
{
    diskOf(device).rest(request);
}

ErrorOr<void> attachDisk(Transport &transport, uk_alloc *allocator)
{
    auto *disk = make<Disk>(allocator, transport, allocator);
    if (!disk)
        return Error{ENOMEM};
    auto opened = disk->open();
    if (opened) {
        if (const int error = uk_blkdev_drv_register(disk, allocator, "virtio-blk"); error < 0)
            opened = Error{-error};
    }
    if (opened) {
        disk->useInterrupts();
    } else {
        disk->abandon();
        uk_free(allocator, disk);
    }
    return opened;
}

constinit Driver driver{DeviceKind::block, "blk", attachDisk, nullptr};

void add()
{
    registerDriver(driver);
}

UK_CTOR_PRIO(add, 1);

} // namespace

constinit const uk_blkdev_ops diskOperations{
    getInfo,      configure,     getQueueInfo,     configureQueue, start,       stop,
    enableEvents, disableEvents, unconfigureQueue, unconfigure,    waitForQueue};

} // namespace uk::virtio
