// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/alloc.h>
#include <uk/arch/time.h>
#include <uk/config.h>
#include <virtio/transport.hpp>
#ifdef CONFIG_LIBUKSCHED
#include <uk/wait_types.h>
#endif

namespace uk::virtio {

/** A device on its way from being found to running (virtio 1.2, 3.1.1), for its driver. */
class Device
{
public:
    explicit Device(Transport &transport);
    Device(const Device &) = delete;
    Device &operator=(const Device &) = delete;

    /** Resets it and agrees on features: those of `wanted` that it has, and version 1. EIO when it
     * has not, ENOTSUP when it is older. */
    ErrorOr<__u64> negotiate(__u64 wanted);

    /** Sets up queue `index` with up to `most` descriptors, in memory of `allocator`. ENOENT when
     * the device has no such queue, ENOMEM. */
    ErrorOr<void> openQueue(__u16 index, __u16 most, Queue &queue, uk_alloc *allocator);

    /** The device may begin. */
    void run();

    /** The device is of no use: it is told so, and reset when it may still write to memory. */
    void abandon();

    /** Reads `size` bytes (up to 8) of its configuration, little-endian, all of one moment. */
    __u64 readConfiguration(__u32 offset, __u32 size);

    /** Adds a request, and tells the device. */
    ErrorOr<void> send(__u16 index, Queue &queue, const Buffer *buffers, __u16 count, void *token);

    /** Waits for an answer to any request, up to `timeout` ns of the monotonic clock. ETIMEDOUT.
     * Other threads run meanwhile if the device interrupts. */
    ErrorOr<Queue::Completion> wait(Queue &queue, __nsec timeout);

    /** What wait() does between two looks at the queue, until `until` at most: the thread is
     * blocked until the device interrupts or wakeWaiting() is called; for a moment only where it
     * does not interrupt, or where the caller cannot be blocked (interrupts or preemption are off,
     * there is no scheduler). With interrupts off `isOver`, which may be nullptr, says whether what
     * is waited for has come by other means: another thread took the answer. */
    using Check = bool (*)(const void *argument);
    void rest(Queue &queue, __nsec until, Check isOver = nullptr, const void *argument = nullptr);
    void wakeWaiting();

    /** Called by the handler of the device's interrupt. */
    using Event = void (*)(void *argument);

    /** Has the device interrupt from now on, `event`, which may be nullptr, called, and rest() use
     * it. The device lives for ever then. Without an interrupt it is polled as before. `name` is
     * for messages. */
    void useInterrupts(const char *name, Event event, void *argument);
    bool hasInterrupts() const { return m_hasInterrupts; }

    /** Whether a queue interrupts also when nobody waits. */
    void keepInterrupts(Queue &queue, bool keep);

    /** What the handler does. Returns whether the interrupt was the device's. */
    bool handleInterrupt();

    Transport &transport() { return m_transport; }

private:
    void addStatus(__u8 bits);
    bool canBlock() const;
    void block(Queue &queue, __nsec until, Check isOver, const void *argument);

    Transport &m_transport;
    const char *m_name = nullptr;
    Event m_event = nullptr;
    void *m_argument = nullptr;
    unsigned int m_interruptCount = 0;
    bool m_hasInterrupts = false;
    bool m_keepsInterrupts = false;
#ifdef CONFIG_LIBUKSCHED
    uk_waitq m_waiting;
#endif
};

/** What a kind of device needs: a driver. The structure lives for ever. */
struct Driver
{
    DeviceKind kind;
    const char *name;
    /** Takes over a device whose transport lives for ever. */
    ErrorOr<void> (*attach)(Transport &transport, uk_alloc *allocator);
    Driver *next;
};

/** Adds a driver; from a constructor of the kernel. */
void registerDriver(Driver &driver);

/** Finds the driver of a device. ENODEV when there is none, else what the driver says. */
ErrorOr<void> attach(Transport &transport, uk_alloc *allocator, const char *where);

/** Memory for an object that lives for ever; nullptr when there is none. */
template <typename T, typename... Arguments>
T *make(uk_alloc *allocator, Arguments &&...arguments);

} // namespace uk::virtio

/** Placement: the object begins in memory that is there already. */
inline void *operator new(__sz, void *where, uk::virtio::Transport *) noexcept
{
    return where;
}

template <typename T, typename... Arguments>
T *uk::virtio::make(uk_alloc *allocator, Arguments &&...arguments)
{
    void *memory = uk_memalign(allocator, alignof(T) < 16 ? 16 : alignof(T), sizeof(T));
    if (!memory)
        return nullptr;
    return new (memory, static_cast<Transport *>(nullptr))
        T(static_cast<Arguments &&>(arguments)...);
}
