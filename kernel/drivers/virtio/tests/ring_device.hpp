// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <virtio/queue.hpp>

namespace uk::virtio {

/** The device's side of a split virtqueue, for tests: it does what it is told, also what a device
 * must not do. */
class RingDevice
{
public:
    struct Descriptor
    {
        __u64 address;
        __u32 length;
        __u16 flags;
        __u16 next;
    };

    RingDevice(const Queue::Addresses &addresses, __u16 size)
        : m_descriptors(reinterpret_cast<Descriptor *>(addresses.descriptors))
        , m_available(reinterpret_cast<__u16 *>(addresses.available))
        , m_used(reinterpret_cast<__u16 *>(addresses.used))
        , m_size(size)
    {}

    /** Requests that the driver has made and that were not fetched. */
    __u16 pending() const { return static_cast<__u16>(m_available[1] - m_fetched); }

    /** The first descriptor of the next request. */
    __u16 fetch() { return m_available[2 + (m_fetched++ & (m_size - 1))]; }

    const Descriptor &descriptor(__u16 index) const { return m_descriptors[index & (m_size - 1)]; }

    /** Answers a request, or claims to. */
    void answer(__u32 first, __u32 length)
    {
        auto *elements = reinterpret_cast<__u32 *>(m_used + 2);
        const unsigned int at = (m_used[1] & (m_size - 1)) * 2U;
        elements[at] = first;
        elements[at + 1] = length;
        setUsedIndex(static_cast<__u16>(m_used[1] + 1));
    }

    void setUsedIndex(__u16 index) { __atomic_store_n(&m_used[1], index, __ATOMIC_RELEASE); }
    __u16 usedIndex() const { return m_used[1]; }
    void setUsedFlags(__u16 flags) { m_used[0] = flags; }
    __u16 availableFlags() const { return m_available[0]; }

    /** The whole of the memory that it shares with the driver. */
    void overwriteDescriptor(__u16 index, const Descriptor &with) { m_descriptors[index] = with; }
    void overwriteAvailable(__u16 index, __u16 with) { m_available[index] = with; }

private:
    Descriptor *m_descriptors;
    __u16 *m_available;
    __u16 *m_used;
    __u16 m_size;
    __u16 m_fetched = 0;
};

} // namespace uk::virtio
