// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/bus/pci.h>
#include <virtio/device.hpp>

namespace uk::virtio {

/** A device on a PCI bus (virtio 1.2, 4.1), without the interface of older versions. */
class PciTransport final : public Transport
{
public:
    explicit PciTransport(pci_device &device)
        : m_device(device)
    {}

    /** Finds and maps the registers. ENOTSUP when the device has none of version 1. */
    ErrorOr<void> open();

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
    void prepareInterrupt() override;
    ErrorOr<unsigned int> connectInterrupt() override;
    bool acknowledgeInterrupt() override;

private:
    /** Registers in memory; address 0: there are none. */
    struct Registers
    {
        __u64 address;
        __u32 size;
    };

    void useLine();

    Registers mapStructure(unsigned int capability, __u32 least);

    pci_device &m_device;
    Registers m_common{};
    Registers m_notifications{};
    Registers m_configuration{};
    Registers m_interrupt{};
    __u32 m_notificationStep = 0;
    bool m_isPrepared = false;
    bool m_usesMessages = false;
};

} // namespace uk::virtio
