// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "transport.hpp"

#include <errno.h>
#include <uk/arch/lcpu.h>
#include <uk/intctlr.h>
#include <virtio/registers.hpp>

namespace uk::virtio {

namespace {

/** Offsets (virtio 1.2, 4.2.2). */
enum Register : __u32
{
    magic = 0x000,
    version = 0x004,
    deviceId = 0x008,
    deviceFeatures = 0x010,
    deviceFeaturesSelect = 0x014,
    driverFeatures = 0x020,
    driverFeaturesSelect = 0x024,
    queueSelect = 0x030,
    queueSizeMax = 0x034,
    queueSize = 0x038,
    queueReady = 0x044,
    queueNotify = 0x050,
    interruptStatus = 0x060,
    interruptAcknowledge = 0x064,
    deviceStatus = 0x070,
    descriptors = 0x080,
    available = 0x090,
    used = 0x0a0,
    generation = 0x0fc,
    configuration = 0x100,
};

constexpr __u32 magicValue = 0x74726976; // "virt"
constexpr __u32 modernVersion = 2;
constexpr int resetAttempts = 1000000;

} // namespace

__u32 MmioTransport::read(__u32 offset) const
{
    return read32(m_registers + offset);
}

void MmioTransport::write(__u32 offset, __u32 value)
{
    write32(m_registers + offset, value);
}

bool MmioTransport::isModern() const
{
    return read(magic) == magicValue && read(version) == modernVersion;
}

bool MmioTransport::isEmpty() const
{
    return read(magic) != magicValue || read(deviceId) == 0;
}

DeviceKind MmioTransport::kind()
{
    return static_cast<DeviceKind>(read(deviceId));
}

__u64 MmioTransport::readFeatures()
{
    // A device of the older version has no more than 32 of them, so not that of version 1.
    if (!isModern())
        return 0;
    write(deviceFeaturesSelect, 1);
    const __u64 high = read(deviceFeatures);
    write(deviceFeaturesSelect, 0);
    return high << 32 | read(deviceFeatures);
}

void MmioTransport::writeFeatures(__u64 features)
{
    write(driverFeaturesSelect, 1);
    write(driverFeatures, static_cast<__u32>(features >> 32));
    write(driverFeaturesSelect, 0);
    write(driverFeatures, static_cast<__u32>(features));
}

__u8 MmioTransport::readStatus()
{
    return static_cast<__u8>(read(deviceStatus));
}

void MmioTransport::writeStatus(__u8 value)
{
    write(deviceStatus, value);
    for (int i = 0; value == 0 && i < resetAttempts && read(deviceStatus) != 0; ++i)
        ukarch_spinwait();
}

__u8 MmioTransport::readConfiguration(__u32 offset)
{
    return offset < m_size - configuration ? read8(m_registers + configuration + offset) : 0;
}

__u32 MmioTransport::configurationGeneration()
{
    return read(generation);
}

__u16 MmioTransport::largestQueue(__u16 index)
{
    write(queueSelect, index);
    const __u32 most = read(queueSizeMax);
    return static_cast<__u16>(most < 32768 ? most : 32768);
}

void MmioTransport::enableQueue(__u16 index, __u16 size, const Queue::Addresses &addresses)
{
    const struct
    {
        __u32 offset;
        __paddr_t address;
    } parts[] = {{descriptors, addresses.descriptors},
                 {available, addresses.available},
                 {used, addresses.used}};
    write(queueSelect, index);
    write(queueSize, size);
    for (const auto &part : parts) {
        write(part.offset, static_cast<__u32>(part.address));
        write(part.offset + 4, static_cast<__u32>(part.address >> 32));
    }
    write(queueReady, 1);
}

void MmioTransport::notify(__u16 index)
{
    write(queueNotify, index);
}

ErrorOr<unsigned int> MmioTransport::connectInterrupt()
{
    const int number = m_place.wire == noWire ? -ENOENT : uk_intctlr_irq_of_wire(m_place.wire);
    if (number < 0)
        return Error{ENOTSUP};
    uk_intctlr_irq interrupt{static_cast<unsigned int>(number), UK_INTCTLR_IRQ_TRIGGER_EDGE};
    if (m_place.isEdge && uk_intctlr_irq_configure(&interrupt))
        return Error{ENOTSUP};
    return interrupt.id;
}

bool MmioTransport::acknowledgeInterrupt()
{
    const __u32 reasons = read(interruptStatus);
    if (reasons)
        write(interruptAcknowledge, reasons);
    return reasons != 0;
}

} // namespace uk::virtio
