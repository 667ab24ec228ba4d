// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/arch/types.h>
#include <uk/result.hpp>
#include <virtio/queue.hpp>

namespace uk::virtio {

/** Kinds of devices (virtio 1.2, 5). */
enum class DeviceKind : __u32
{
    none = 0,
    block = 2,
    console = 3,
    entropy = 4,
};

/** Bits of the device status (2.1). */
namespace status {
constexpr __u8 acknowledge = 1;
constexpr __u8 driver = 2;
constexpr __u8 driverOk = 4;
constexpr __u8 featuresOk = 8;
constexpr __u8 needsReset = 64;
constexpr __u8 failed = 128;
} // namespace status

/** A feature that all devices have here: version 1 of the specification (6). */
constexpr __u64 featureVersion1 = 1UL << 32;

/** How a device is reached: by registers in memory, by PCI. */
class Transport
{
public:
    virtual DeviceKind kind() = 0;
    virtual __u64 readFeatures() = 0;
    virtual void writeFeatures(__u64 features) = 0;
    virtual __u8 readStatus() = 0;
    /** 0 resets the device; the function waits until it has been. */
    virtual void writeStatus(__u8 value) = 0;
    /** A byte of the device's own configuration, 0 beyond its end. */
    virtual __u8 readConfiguration(__u32 offset) = 0;
    /** Changes when the configuration does. */
    virtual __u32 configurationGeneration() = 0;
    /** The largest size of queue `index`; 0: there is none. */
    virtual __u16 largestQueue(__u16 index) = 0;
    virtual void enableQueue(__u16 index, __u16 size, const Queue::Addresses &addresses) = 0;
    /** Tells the device that there is something in queue `index`. */
    virtual void notify(__u16 index) = 0;

    /** Gets the device ready to interrupt; before its queues are enabled. */
    virtual void prepareInterrupt() = 0;
    /** The number of the interrupt that its queues raise from now on. ENOTSUP: none. */
    virtual ErrorOr<unsigned int> connectInterrupt() = 0;
    /** In the handler: whether this device has raised the interrupt, which it stops doing. */
    virtual bool acknowledgeInterrupt() = 0;

protected:
    ~Transport() = default;
};

} // namespace uk::virtio
