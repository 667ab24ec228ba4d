// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/arch/types.h>
#include <uk/result.hpp>

namespace uk::virtio {

/** A piece of memory for a device. */
struct Buffer
{
    void *address;
    __u32 size;
    bool isWritable; /**< by the device; such buffers come after the others */
};

/** A split virtqueue (virtio 1.2, 2.7), the driver's side. What it needs to know it keeps to
 * itself: a device that writes nonsense into the ring makes the queue broken, and nothing else.
 * The device is told to send no interrupts unless they are wanted. */
class Queue
{
public:
    /** What the device is done with. */
    struct Completion
    {
        void *token;   /**< as given to add() */
        __u32 written; /**< bytes, never more than there was room for */
    };

    /** Where the parts of the ring are, as the device sees them. */
    struct Addresses
    {
        __paddr_t descriptors;
        __paddr_t available;
        __paddr_t used;
    };

    /** Bytes and alignment of the memory for a queue of `size` descriptors. */
    static __sz memorySize(__u16 size);
    static constexpr __sz memoryAlignment = 16;

    constexpr Queue() = default;

    /** Begins with an empty ring of `size` descriptors, a power of two up to 32768, in `memory`, of
     * memorySize() bytes. EINVAL for another size. */
    ErrorOr<void> start(void *memory, __u16 size);

    Addresses addresses() const;
    /** What start() was given. */
    void *memory() const { return m_descriptors; }
    __u16 size() const { return m_size; }
    /** Descriptors that are free. */
    __u16 freeCount() const { return m_freeCount; }
    /** True once the device broke the rules; nothing works any more. */
    bool isBroken() const { return m_isBroken; }

    /** Hands `count` buffers to the device as one request. `token` comes back with its completion.
     * ENOSPC when there are too few descriptors, EINVAL when the buffers are none, EIO when the
     * queue is broken. */
    ErrorOr<void> add(const Buffer *buffers, __u16 count, void *token);

    /** True when the device wants to be told of what was added. */
    bool wantsNotification() const;

    /** Whether the device is to interrupt for what it answers from now on. It may do so all the
     * same, or not have seen it yet: look at hasAnswer() afterwards. */
    void wantInterrupts(bool wanted);

    /** True when take() has something to tell. */
    bool hasAnswer() const;

    /** Takes a request that the device is done with. ENOENT when there is none, EIO when the queue
     * is broken. */
    ErrorOr<Completion> take();

    /** Takes back a request that the device has not answered, once the device was reset. ENOENT
     * when there are no more. */
    ErrorOr<void *> reclaim();

private:
    struct Descriptor
    {
        __u64 address;
        __u32 length;
        __u16 flags;
        __u16 next;
    };
    struct UsedElement
    {
        __u32 id;
        __u32 length;
    };
    /** Per descriptor, where the device does not write. */
    struct Record
    {
        void *token;
        __u32 writable; // bytes of the request
        __u16 next;     // in the request, or the list of free ones
        __u16 count;    // of the request's first; 0: no request begins here
    };

    void freeRequest(__u16 first);
    Error breakDown();

    Descriptor *m_descriptors = nullptr;
    __u16 *m_available = nullptr; // flags, index, ring
    __u16 *m_used = nullptr;      // flags, index, elements
    Record *m_records = nullptr;
    __u16 m_size = 0;
    __u16 m_freeCount = 0;
    __u16 m_firstFree = 0;
    __u16 m_nextAvailable = 0;
    __u16 m_nextUsed = 0;
    bool m_isBroken = false;
};

} // namespace uk::virtio
