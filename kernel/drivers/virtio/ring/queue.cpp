// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <uk/plat/io.h>
#include <virtio/queue.hpp>

namespace uk::virtio {

namespace {

constexpr __u16 flagNext = 1;
constexpr __u16 flagWrite = 2;
constexpr __u16 availableNoInterrupt = 1;
constexpr __u16 usedNoNotify = 1;
constexpr __u16 largestSize = 32768;

// Offsets of the parts, in 16-bit words of the two rings.
constexpr unsigned int ringFlags = 0;
constexpr unsigned int ringIndex = 1;
constexpr unsigned int ringElements = 2;

constexpr __sz descriptorBytes(__u16 size)
{
    return 16UL * size;
}

constexpr __sz availableBytes(__u16 size)
{
    return (6UL + 2UL * size + 15) & ~15UL;
}

constexpr __sz usedBytes(__u16 size)
{
    return (6UL + 8UL * size + 15) & ~15UL;
}

/** One read of what the device may write at any time. */
template <typename T>
T readOnce(const T &value)
{
    return __atomic_load_n(&value, __ATOMIC_RELAXED);
}

} // namespace

__sz Queue::memorySize(__u16 size)
{
    return descriptorBytes(size) + availableBytes(size) + usedBytes(size) +
           sizeof(Record) * static_cast<__sz>(size);
}

ErrorOr<void> Queue::start(void *memory, __u16 size)
{
    if (size == 0 || size > largestSize || (size & (size - 1)))
        return Error{EINVAL};
    auto *bytes = static_cast<__u8 *>(memory);
    for (__sz i = 0; i < memorySize(size); ++i)
        bytes[i] = 0;
    m_descriptors = reinterpret_cast<Descriptor *>(bytes);
    bytes += descriptorBytes(size);
    m_available = reinterpret_cast<__u16 *>(bytes);
    bytes += availableBytes(size);
    m_used = reinterpret_cast<__u16 *>(bytes);
    bytes += usedBytes(size);
    m_records = reinterpret_cast<Record *>(bytes);

    m_size = m_freeCount = size;
    m_firstFree = m_nextAvailable = m_nextUsed = 0;
    m_isBroken = false;
    for (__u16 i = 0; i < size; ++i)
        m_records[i].next = static_cast<__u16>(i + 1);
    m_available[ringFlags] = availableNoInterrupt;
    return {};
}

Queue::Addresses Queue::addresses() const
{
    return {ukplat_virt_to_phys(m_descriptors), ukplat_virt_to_phys(m_available),
            ukplat_virt_to_phys(m_used)};
}

Error Queue::breakDown()
{
    m_isBroken = true;
    return Error{EIO};
}

ErrorOr<void> Queue::add(const Buffer *buffers, __u16 count, void *token)
{
    if (m_isBroken)
        return Error{EIO};
    if (count == 0)
        return Error{EINVAL};
    if (count > m_freeCount)
        return Error{ENOSPC};
    bool wasWritable = false;
    __u64 writable = 0;
    for (__u16 i = 0; i < count; ++i) {
        if (buffers[i].size == 0 || (wasWritable && !buffers[i].isWritable))
            return Error{EINVAL};
        wasWritable = buffers[i].isWritable;
        writable += wasWritable ? buffers[i].size : 0;
    }
    if (writable > 0xffffffffUL)
        return Error{EINVAL};

    const __u16 first = m_firstFree;
    __u16 at = first;
    for (__u16 i = 0; i < count; ++i) {
        const bool isLast = i + 1 == count;
        const __u16 next = m_records[at].next;
        m_descriptors[at] = {
            ukplat_virt_to_phys(buffers[i].address), buffers[i].size,
            static_cast<__u16>((isLast ? 0 : flagNext) | (buffers[i].isWritable ? flagWrite : 0)),
            static_cast<__u16>(isLast ? 0 : next)};
        if (isLast)
            m_firstFree = next;
        else
            at = next;
    }
    m_freeCount = static_cast<__u16>(m_freeCount - count);
    m_records[first].token = token;
    m_records[first].writable = static_cast<__u32>(writable);
    m_records[first].count = count;

    m_available[ringElements + (m_nextAvailable & (m_size - 1))] = first;
    ++m_nextAvailable;
    // The device must see the request before its number.
    __atomic_store_n(&m_available[ringIndex], m_nextAvailable, __ATOMIC_RELEASE);
    return {};
}

bool Queue::wantsNotification() const
{
    // What was added has to be visible before the flag is looked at (2.7.13.4.1).
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    return !m_isBroken && !(readOnce(m_used[ringFlags]) & usedNoNotify);
}

void Queue::wantInterrupts(bool wanted)
{
    const __u16 flags = wanted ? __u16{0} : availableNoInterrupt;
    __atomic_store_n(&m_available[ringFlags], flags, __ATOMIC_RELAXED);
    // Before the answers are looked at (2.7.7.2).
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
}

bool Queue::hasAnswer() const
{
    return m_isBroken || __atomic_load_n(&m_used[ringIndex], __ATOMIC_ACQUIRE) != m_nextUsed;
}

void Queue::freeRequest(__u16 first)
{
    __u16 last = first;
    for (__u16 i = 1; i < m_records[first].count; ++i)
        last = m_records[last].next;
    m_freeCount = static_cast<__u16>(m_freeCount + m_records[first].count);
    m_records[first].count = 0;
    m_records[last].next = m_firstFree;
    m_firstFree = first;
}

ErrorOr<Queue::Completion> Queue::take()
{
    if (m_isBroken)
        return Error{EIO};
    const __u16 index = __atomic_load_n(&m_used[ringIndex], __ATOMIC_ACQUIRE);
    const auto finished = static_cast<__u16>(index - m_nextUsed);
    if (finished == 0)
        return Error{ENOENT};
    // More answers than there can be requests.
    if (finished > m_size - m_freeCount)
        return breakDown();
    const auto *elements = reinterpret_cast<const UsedElement *>(m_used + ringElements);
    const UsedElement &element = elements[m_nextUsed & (m_size - 1)];
    const __u32 first = readOnce(element.id);
    const __u32 length = readOnce(element.length);
    if (first >= m_size || m_records[first].count == 0)
        return breakDown();
    ++m_nextUsed;

    const Record &record = m_records[first];
    const Completion completion{record.token, length < record.writable ? length : record.writable};
    freeRequest(static_cast<__u16>(first));
    return completion;
}

ErrorOr<void *> Queue::reclaim()
{
    for (__u16 first = 0; first < m_size; ++first) {
        if (m_records[first].count == 0)
            continue;
        void *token = m_records[first].token;
        freeRequest(first);
        return token;
    }
    return Error{ENOENT};
}

} // namespace uk::virtio
