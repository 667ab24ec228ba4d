// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "disk.hpp"

#include <errno.h>
#include <uk/irq_guard.hpp>
#include <uk/plat/time.h>
#include <uk/preempt.h>

namespace uk::virtio {

namespace {

constexpr __u16 requestQueue = 0;
constexpr __u32 sectorSize = 512;
constexpr __u16 mostDescriptors = 3; // of a request
constexpr __u32 mostBytes = 1U << 20;

/** Features (5.2.3). */
constexpr __u64 hasLargestSegment = 1UL << 1;
constexpr __u64 isReadOnly = 1UL << 5;
constexpr __u64 canFlush = 1UL << 9;

/** Configuration (5.2.4). */
constexpr __u32 capacityField = 0;
constexpr __u32 largestSegmentField = 8;

/** Types and statuses of requests (5.2.6). */
constexpr __u32 typeRead = 0;
constexpr __u32 typeWrite = 1;
constexpr __u32 typeFlush = 4;
constexpr __u8 statusOk = 0;
constexpr __u8 statusUnsupported = 2;
constexpr __u8 statusUnanswered = 0xff;

int resultOf(__u8 status)
{
    if (status == statusOk)
        return 0;
    return status == statusUnsupported ? -ENOTSUP : -EIO;
}

} // namespace

Disk::Disk(Transport &transport, uk_alloc *allocator)
    : uk_blkdev{}
    , m_device(transport)
    , m_allocator(allocator)
{
    dev_ops = &diskOperations;
    submit_one = [](uk_blkdev *device, uk_blkdev_queue *, uk_blkreq *request) {
        return static_cast<Disk *>(device)->submit(*request);
    };
    finish_reqs = [](uk_blkdev *device, uk_blkdev_queue *) {
        return static_cast<Disk *>(device)->finishRequests();
    };
}

ErrorOr<void> Disk::open()
{
    m_features = UK_TRY(m_device.negotiate(hasLargestSegment | isReadOnly | canFlush));
    __u64 bytes = mostBytes;
    if (m_features & hasLargestSegment) {
        const __u64 largest = m_device.readConfiguration(largestSegmentField, 4);
        bytes = largest < bytes ? largest : bytes;
    }
    // Less than a sector at once makes no disk.
    if (bytes < sectorSize)
        return Error{EIO};
    capabilities.sectors = m_device.readConfiguration(capacityField, 8);
    capabilities.ssize = sectorSize;
    capabilities.mode = m_features & isReadOnly ? 0 : 2;
    capabilities.max_sectors_per_req = bytes / sectorSize;
    capabilities.ioalign = sizeof(void *);
    return {};
}

__u16 Disk::largestQueue()
{
    return m_device.transport().largestQueue(requestQueue);
}

ErrorOr<void> Disk::openQueue(__u16 size, uk_alloc *allocator)
{
    m_allocator = allocator;
    if (m_wasReset) {
        UK_TRY(open());
        m_wasReset = false;
    }
    UK_TRY(m_device.openQueue(requestQueue, size ? size : 128, m_queue, allocator));
    m_requests = static_cast<Request *>(uk_calloc(allocator, m_queue.size(), sizeof(Request)));
    if (!m_requests)
        return Error{ENOMEM};
    for (__u16 i = 0; i < m_queue.size(); ++i) {
        m_requests[i].next = m_free;
        m_free = &m_requests[i];
    }
    return {};
}

ErrorOr<void> Disk::begin()
{
    if (m_wasReset) {
        // The device has forgotten the queue.
        UK_TRY(open());
        UK_TRY(m_queue.start(m_queue.memory(), m_queue.size()));
        m_device.transport().enableQueue(requestQueue, m_queue.size(), m_queue.addresses());
        m_wasReset = false;
    }
    m_device.run();
    return {};
}

/** With interrupts off. */
uk_blkreq &Disk::release(Request &record)
{
    uk_blkreq &request = *record.request;
    record.next = m_free;
    m_free = &record;
    return request;
}

void Disk::complete(uk_blkreq &request, int result)
{
    // Who waits without a function to be called may have the request go as soon as it is finished.
    const uk_blkreq_event_t function = request.cb;
    void *const cookie = request.cb_cookie;
    request.result = result;
    uk_blkreq_finished(&request);
    if (function)
        function(&request, cookie);
}

int Disk::submit(uk_blkreq &request)
{
    if (m_isDead)
        return -EIO;
    const bool isFlush = request.operation == UK_BLKREQ_FFLUSH;
    // A device without a cache has nothing to flush.
    if (isFlush && !(m_features & canFlush)) {
        complete(request, 0);
        return UK_BLKDEV_STATUS_SUCCESS | UK_BLKDEV_STATUS_MORE;
    }
    const IrqGuard guard;
    Request *record = m_free;
    if (!record)
        return 0;
    const bool isRead = request.operation == UK_BLKREQ_READ;
    record->header = {isFlush  ? typeFlush
                      : isRead ? typeRead
                               : typeWrite,
                      0, isFlush ? 0 : request.start_sector};
    record->status = statusUnanswered;
    record->request = &request;
    const Buffer header{&record->header, sizeof(Header), false};
    const Buffer data{request.aio_buf, static_cast<__u32>(request.nb_sectors * sectorSize), isRead};
    const Buffer status{&record->status, 1, true};
    const Buffer withData[] = {header, data, status};
    const Buffer withoutData[] = {header, status};
    const auto sent = isFlush ? m_device.send(requestQueue, m_queue, withoutData, 2, record)
                              : m_device.send(requestQueue, m_queue, withData, 3, record);
    if (!sent)
        return sent.error().number == ENOSPC ? 0 : -sent.error().number;
    m_free = record->next;
    return UK_BLKDEV_STATUS_SUCCESS | (hasRoom() ? UK_BLKDEV_STATUS_MORE : 0);
}

int Disk::finishRequests()
{
    for (;;) {
        uk_blkreq *request = nullptr;
        int result = 0;
        {
            const IrqGuard guard;
            if (m_isDead)
                return -EIO;
            const auto completion = m_queue.take();
            if (completion) {
                auto &record = *static_cast<Request *>(completion.value().token);
                result = resultOf(__atomic_load_n(&record.status, __ATOMIC_ACQUIRE));
                request = &release(record);
            } else if (completion.error().number == ENOENT) {
                return 0;
            } else {
                // Nobody is to see the disk dead, and a request of his neither finished nor given
                // up.
                uk_preempt_disable();
                m_isDead = true;
            }
        }
        if (!request) {
            giveUp();
            uk_preempt_enable();
            return -EIO;
        }
        complete(*request, result);
        m_device.wakeWaiting();
    }
}

/** A device that breaks the rules is stopped before its requests go back to their owners. */
void Disk::giveUp()
{
    m_device.abandon();
    for (;;) {
        uk_blkreq *request = nullptr;
        {
            const IrqGuard guard;
            const auto token = m_queue.reclaim();
            if (!token)
                return;
            request = &release(*static_cast<Request *>(token.value()));
        }
        complete(*request, -EIO);
        m_device.wakeWaiting();
    }
}

void Disk::useInterrupts()
{
    const auto event = [](void *disk) { static_cast<Disk *>(disk)->tellProgram(); };
    m_device.useInterrupts("virtio-blk", event, this);
}

void Disk::tellProgram()
{
    if (m_wantsEvents)
        uk_blkdev_drv_queue_event(this, requestQueue);
}

ErrorOr<void> Disk::wantEvents(bool wanted)
{
    if (!m_device.hasInterrupts())
        return Error{ENOTSUP};
    const IrqGuard guard;
    m_wantsEvents = wanted;
    m_device.keepInterrupts(m_queue, wanted);
    // For those that came before they were asked for there is no interrupt.
    if (wanted && m_queue.hasAnswer())
        tellProgram();
    return {};
}

bool Disk::hasRoom() const
{
    return m_isDead || (m_free && m_queue.freeCount() >= mostDescriptors);
}

void Disk::rest(const uk_blkreq *request)
{
    constexpr __nsec second = 1'000'000'000;
    const auto hasRoomNow = [](const void *disk) {
        return static_cast<const Disk *>(disk)->hasRoom();
    };
    const auto isDone = [](const void *waitedFor) {
        return uk_blkreq_is_done(static_cast<const uk_blkreq *>(waitedFor));
    };
    const __nsec until = ukplat_monotonic_clock() + second;
    if (request)
        m_device.rest(m_queue, until, isDone, request);
    else
        m_device.rest(m_queue, until, hasRoomNow, this);
}

ErrorOr<void> Disk::end()
{
    if (m_queue.freeCount() != m_queue.size())
        return Error{EBUSY};
    m_device.abandon();
    m_wasReset = true;
    return {};
}

ErrorOr<void> Disk::closeQueue()
{
    // The device must not write there any more.
    m_device.abandon();
    m_wasReset = true;
    uk_free(m_allocator, m_queue.memory());
    uk_free(m_allocator, m_requests);
    m_requests = m_free = nullptr;
    m_queue = Queue();
    return {};
}

} // namespace uk::virtio
