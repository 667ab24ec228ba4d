// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "argument.hpp"

#include <virtio/device.hpp>

namespace uk::virtio {

/** A device with registers in memory (virtio 1.2, 4.2). */
class MmioTransport final : public Transport
{
public:
    /** The registers of a place, at least 0x100 bytes, are mapped at `registers`. */
    MmioTransport(volatile void *registers, const MmioPlace &place)
        : m_registers(reinterpret_cast<__u64>(registers))
        , m_size(static_cast<__u32>(place.size))
        , m_place(place)
    {}

    /** False when there are no registers of a virtio device of version 2. */
    bool isModern() const;
    /** True when nothing is plugged in, or no virtio device is there at all. */
    bool isEmpty() const;

    DeviceKind kind() override;
    __u64 readFeatures() override;
    void writeFeatures(__u64 features) override;
    __u8 readStatus() override;
    void writeStatus(__u8 value) override;
    __u8 readConfiguration(__u32 offset) override;
    __u32 configurationGeneration() override;
    __u16 largestQueue(__u16 index) override;
    void enableQueue(__u16 index, __u16 size, const Queue::Addresses &addresses) override;
    void notify(__u16 index) override;
    void prepareInterrupt() override {}
    ErrorOr<unsigned int> connectInterrupt() override;
    bool acknowledgeInterrupt() override;

private:
    __u32 read(__u32 offset) const;
    void write(__u32 offset, __u32 value);

    __u64 m_registers;
    __u32 m_size;
    MmioPlace m_place;
};

/** Looks at the registers at a place and finds a driver for what is there. */
void addMmioDevice(const MmioPlace &place, uk_alloc *allocator);

} // namespace uk::virtio
