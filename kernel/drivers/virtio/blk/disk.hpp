// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/blkdev.h>
#include <uk/blkdev_driver.h>
#include <virtio/device.hpp>

namespace uk::virtio {

/** A block device (virtio 1.2, 5.2) with one queue. */
class Disk : public uk_blkdev
{
public:
    Disk(Transport &transport, uk_alloc *allocator);

    /** Agrees with the device on what it can do. */
    ErrorOr<void> open();
    void abandon() { m_device.abandon(); }

    ErrorOr<void> openQueue(__u16 size, uk_alloc *allocator);
    ErrorOr<void> closeQueue();
    ErrorOr<void> begin();
    ErrorOr<void> end();
    __u16 largestQueue();

    /** Any number of threads may call these, and handlers of interrupts. */
    int submit(uk_blkreq &request);
    int finishRequests();

    /** Has the disk interrupt, once it lives for ever. */
    void useInterrupts();
    /** Whether the program is told when requests may be finished. ENOTSUP without interrupts. */
    ErrorOr<void> wantEvents(bool wanted);
    /** Waits until a request may be finished, for nullptr until there may be room for another one;
     * see Device::rest(). */
    void rest(const uk_blkreq *request);

private:
    /** What precedes the data, and what follows (5.2.6). */
    struct [[gnu::packed]] Header
    {
        __u32 type;
        __u32 reserved;
        __u64 sector;
    };
    struct Request
    {
        Header header;
        __u8 status;
        uk_blkreq *request;
        Request *next;
    };

    uk_blkreq &release(Request &record);
    static void complete(uk_blkreq &request, int result);
    bool hasRoom() const;
    void giveUp();
    void tellProgram();

    Device m_device;
    uk_alloc *m_allocator;
    Queue m_queue;
    Request *m_requests = nullptr;
    Request *m_free = nullptr;
    __u64 m_features = 0;
    bool m_isDead = false;
    bool m_wantsEvents = false;
    bool m_wasReset = false;
};

/** The functions that ukblkdev calls. */
extern const uk_blkdev_ops diskOperations;

} // namespace uk::virtio
