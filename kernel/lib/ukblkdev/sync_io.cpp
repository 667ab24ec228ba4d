// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/arch/lcpu.h>
#include <uk/blkdev.h>

namespace {

/** One request that the device takes as a whole. */
int transfer(uk_blkdev *device, uint16_t queue, uk_blkreq &request)
{
    const auto wait = [device, queue](const uk_blkreq *finished) {
        if (device->dev_ops->queue_wait)
            device->dev_ops->queue_wait(device, device->_queue[queue], finished);
        else
            ukarch_spinwait();
    };
    for (;;) {
        const int status = uk_blkdev_queue_submit_one(device, queue, &request);
        if (status < 0)
            return status;
        if (uk_blkdev_status_successful(status))
            break;
        if (const int error = uk_blkdev_queue_finish_reqs(device, queue); error < 0)
            return error;
        wait(nullptr);
    }
    for (;;) {
        const int error = uk_blkdev_queue_finish_reqs(device, queue);
        if (uk_blkreq_is_done(&request))
            break;
        if (error < 0)
            return error;
        wait(&request);
    }
    return request.result;
}

} // namespace

extern "C" int uk_blkdev_sync_io(struct uk_blkdev *dev, uint16_t queue_id, enum uk_blkreq_op op,
                                 __sector sector, __sector nb_sectors, void *buf)
{
    uk_blkreq request;
    auto *bytes = static_cast<char *>(buf);
    do {
        const __sector most = dev->capabilities.max_sectors_per_req;
        const __sector part = nb_sectors < most ? nb_sectors : most;
        uk_blkreq_init(&request, op, sector, part, bytes, nullptr, nullptr);
        if (const int error = transfer(dev, queue_id, request))
            return error;
        sector += part;
        nb_sectors -= part;
        bytes += part * dev->capabilities.ssize;
    } while (nb_sectors > 0);
    return 0;
}
