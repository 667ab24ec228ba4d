// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <uk/arch/lcpu.h>
#include <uk/plat/time.h>
#include <virtio/device.hpp>

namespace uk::virtio {

namespace {

constexpr int configurationAttempts = 16;

__u16 powerOfTwoBelow(__u16 value)
{
    __u16 power = 1;
    while (power <= value / 2)
        power = static_cast<__u16>(power * 2);
    return power;
}

} // namespace

void Device::addStatus(__u8 bits)
{
    m_transport.writeStatus(m_transport.readStatus() | bits);
}

ErrorOr<__u64> Device::negotiate(__u64 wanted)
{
    m_transport.writeStatus(0);
    addStatus(status::acknowledge);
    addStatus(status::driver);
    const __u64 offered = m_transport.readFeatures();
    if (!(offered & featureVersion1))
        return Error{ENOTSUP};
    const __u64 features = offered & (wanted | featureVersion1);
    m_transport.writeFeatures(features);
    m_transport.prepareInterrupt();
    addStatus(status::featuresOk);
    if (!(m_transport.readStatus() & status::featuresOk))
        return Error{EIO};
    return features;
}

ErrorOr<void> Device::openQueue(__u16 index, __u16 most, Queue &queue, uk_alloc *allocator)
{
    const __u16 largest = m_transport.largestQueue(index);
    if (largest == 0)
        return Error{ENOENT};
    const __u16 size = powerOfTwoBelow(largest < most ? largest : most);
    void *memory = uk_memalign(allocator, Queue::memoryAlignment, Queue::memorySize(size));
    if (!memory)
        return Error{ENOMEM};
    UK_TRY(queue.start(memory, size));
    m_transport.enableQueue(index, size, queue.addresses());
    return {};
}

void Device::run()
{
    addStatus(status::driverOk);
}

void Device::abandon()
{
    m_transport.writeStatus(0);
    addStatus(status::failed);
}

__u64 Device::readConfiguration(__u32 offset, __u32 size)
{
    __u64 value = 0;
    // A device that changes it all the time gets what it deserves.
    for (int i = 0; i < configurationAttempts; ++i) {
        const __u32 before = m_transport.configurationGeneration();
        value = 0;
        for (__u32 byte = size; byte > 0; --byte)
            value = value << 8 | m_transport.readConfiguration(offset + byte - 1);
        if (before == m_transport.configurationGeneration())
            break;
    }
    return value;
}

ErrorOr<void> Device::send(__u16 index, Queue &queue, const Buffer *buffers, __u16 count,
                           void *token)
{
    UK_TRY(queue.add(buffers, count, token));
    if (queue.wantsNotification())
        m_transport.notify(index);
    return {};
}

ErrorOr<Queue::Completion> Device::wait(Queue &queue, __nsec timeout)
{
    const __nsec end = ukplat_monotonic_clock() + timeout;
    for (;;) {
        const auto completion = queue.take();
        if (completion || completion.error().number != ENOENT)
            return completion;
        if (ukplat_monotonic_clock() >= end)
            return Error{ETIMEDOUT};
        rest(queue, end);
    }
}

} // namespace uk::virtio
