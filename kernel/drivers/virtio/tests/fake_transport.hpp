// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "ring_device.hpp"

#include <errno.h>
#include <virtio/device.hpp>

namespace uk::virtio {

/** A device for tests: registers are members, and it answers when it is notified. */
class FakeTransport final : public Transport
{
public:
    using Answer = void (*)(FakeTransport &self, RingDevice &ring);

    DeviceKind kind() override { return deviceKind; }
    __u64 readFeatures() override { return offered; }
    void writeFeatures(__u64 features) override { agreed = features; }
    __u8 readStatus() override { return deviceStatus; }
    void writeStatus(__u8 value) override
    {
        resets += value == 0;
        deviceStatus = value & static_cast<__u8>(~refusedStatus);
    }
    __u8 readConfiguration(__u32 offset) override
    {
        generation += changesAlways;
        return offset < sizeof(configuration) ? configuration[offset] : 0;
    }
    __u32 configurationGeneration() override { return generation; }
    __u16 largestQueue(__u16 index) override { return index < queues ? queueSize : 0; }
    void enableQueue(__u16, __u16 size, const Queue::Addresses &addresses) override
    {
        ring = RingDevice(addresses, size);
        enabledSize = size;
    }
    void notify(__u16) override
    {
        ++notifications;
        if (answer)
            answer(*this, ring);
    }

    void prepareInterrupt() override {}
    ErrorOr<unsigned int> connectInterrupt() override { return interrupt; }
    bool acknowledgeInterrupt() override { return raisesInterrupts; }

    DeviceKind deviceKind = DeviceKind::block;
    __u64 offered = featureVersion1;
    __u64 agreed = 0;
    __u8 deviceStatus = 0;
    __u8 refusedStatus = 0;
    unsigned int resets = 0;
    __u8 configuration[64]{};
    __u32 generation = 0;
    __u32 changesAlways = 0;
    __u16 queues = 1;
    __u16 queueSize = 64;
    __u16 enabledSize = 0;
    unsigned int notifications = 0;
    RingDevice ring{{0, 0, 0}, 1};
    Answer answer = nullptr;
    ErrorOr<unsigned int> interrupt{Error{ENOTSUP}};
    bool raisesInterrupts = false;
};

} // namespace uk::virtio
