// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "transport.hpp"

#include <errno.h>
#include <uk/arch/lcpu.h>
#include <virtio/registers.hpp>

namespace uk::virtio {

namespace {

constexpr __u8 vendorCapability = 0x09;
constexpr unsigned int mostCapabilities = 48;

/** Types and layout of the capabilities (4.1.4). */
constexpr __u8 commonStructure = 1;
constexpr __u8 notificationStructure = 2;
constexpr __u8 interruptStructure = 3;
constexpr __u8 configurationStructure = 4;
constexpr unsigned int typeField = 3;
constexpr unsigned int barField = 4;
constexpr unsigned int offsetField = 8;
constexpr unsigned int lengthField = 12;
constexpr unsigned int multiplierField = 16;

/** The common structure (4.1.4.3). */
enum Common : __u32
{
    deviceFeatureSelect = 0x00,
    deviceFeature = 0x04,
    driverFeatureSelect = 0x08,
    driverFeature = 0x0c,
    deviceStatus = 0x14,
    configGeneration = 0x15,
    queueSelect = 0x16,
    queueSize = 0x18,
    queueMessage = 0x1a,
    queueEnable = 0x1c,
    queueNotifyOffset = 0x1e,
    descriptors = 0x20,
    available = 0x28,
    used = 0x30,
    commonSize = 0x38,
};

constexpr __u16 noMessage = 0xffff;

constexpr __u16 firstModernId = 0x1040;
// Of devices that also work as older ones.
constexpr __u16 transitionalBlock = 0x1001;
constexpr __u16 transitionalConsole = 0x1003;
constexpr __u16 transitionalEntropy = 0x1005;

constexpr int resetAttempts = 1000000;

void write64(__u64 address, __u64 value)
{
    write32(address, static_cast<__u32>(value));
    write32(address + 4, static_cast<__u32>(value >> 32));
}

} // namespace

PciTransport::Registers PciTransport::mapStructure(unsigned int capability, __u32 least)
{
    const __u32 length = uk_pci_read(&m_device, capability + lengthField, 4);
    if (length < least)
        return {};
    const __u32 bar = uk_pci_read(&m_device, capability + barField, 1);
    const __u32 offset = uk_pci_read(&m_device, capability + offsetField, 4);
    // Structures are made of words, and where they begin is up to the device.
    volatile void *mapped = offset % 4 ? nullptr : uk_pci_map(&m_device, bar, offset, length);
    return {reinterpret_cast<__u64>(mapped), mapped ? length : 0};
}

ErrorOr<void> PciTransport::open()
{
    // Of several of a type the first that can be used is the preferred one.
    unsigned int at = 0;
    for (unsigned int i = 0; i < mostCapabilities; ++i) {
        at = uk_pci_find_capability(&m_device, vendorCapability, at);
        if (at == 0)
            break;
        const __u32 type = uk_pci_read(&m_device, at + typeField, 1);
        if (type == commonStructure && !m_common.address) {
            m_common = mapStructure(at, commonSize);
        } else if (type == notificationStructure && !m_notifications.address) {
            m_notifications = mapStructure(at, 2);
            m_notificationStep = uk_pci_read(&m_device, at + multiplierField, 4);
        } else if (type == interruptStructure && !m_interrupt.address) {
            m_interrupt = mapStructure(at, 1);
        } else if (type == configurationStructure && !m_configuration.address) {
            m_configuration = mapStructure(at, 1);
        }
    }
    if (!m_common.address || !m_notifications.address)
        return Error{ENOTSUP};
    return {};
}

DeviceKind PciTransport::kind()
{
    switch (m_device.id.device_id) {
    case transitionalBlock:
        return DeviceKind::block;
    case transitionalConsole:
        return DeviceKind::console;
    case transitionalEntropy:
        return DeviceKind::entropy;
    default:
        return m_device.id.device_id >= firstModernId
                   ? static_cast<DeviceKind>(m_device.id.device_id - firstModernId)
                   : DeviceKind::none;
    }
}

__u64 PciTransport::readFeatures()
{
    write32(m_common.address + deviceFeatureSelect, 1);
    const __u64 high = read32(m_common.address + deviceFeature);
    write32(m_common.address + deviceFeatureSelect, 0);
    return high << 32 | read32(m_common.address + deviceFeature);
}

void PciTransport::writeFeatures(__u64 features)
{
    for (__u32 half = 0; half < 2; ++half) {
        write32(m_common.address + driverFeatureSelect, half);
        write32(m_common.address + driverFeature, static_cast<__u32>(features >> 32 * half));
    }
}

__u8 PciTransport::readStatus()
{
    return read8(m_common.address + deviceStatus);
}

void PciTransport::writeStatus(__u8 value)
{
    write8(m_common.address + deviceStatus, value);
    for (int i = 0; value == 0 && i < resetAttempts && readStatus() != 0; ++i)
        ukarch_spinwait();
}

__u8 PciTransport::readConfiguration(__u32 offset)
{
    return offset < m_configuration.size ? read8(m_configuration.address + offset) : 0;
}

__u32 PciTransport::configurationGeneration()
{
    return read8(m_common.address + configGeneration);
}

__u16 PciTransport::largestQueue(__u16 index)
{
    write16(m_common.address + queueSelect, index);
    return read16(m_common.address + queueSize);
}

void PciTransport::enableQueue(__u16 index, __u16 size, const Queue::Addresses &addresses)
{
    write16(m_common.address + queueSelect, index);
    write16(m_common.address + queueSize, size);
    write64(m_common.address + descriptors, addresses.descriptors);
    write64(m_common.address + available, addresses.available);
    write64(m_common.address + used, addresses.used);
    if (m_usesMessages) {
        // All queues have the first entry of the table; a device may have no room for it.
        write16(m_common.address + queueMessage, 0);
        if (read16(m_common.address + queueMessage) == noMessage)
            useLine();
    }
    write16(m_common.address + queueEnable, 1);
}

void PciTransport::prepareInterrupt()
{
    if (!m_isPrepared)
        m_usesMessages = uk_pci_msix_enable(&m_device) == 0;
    m_isPrepared = true;
}

void PciTransport::useLine()
{
    uk_pci_msix_disable(&m_device);
    m_usesMessages = false;
}

ErrorOr<unsigned int> PciTransport::connectInterrupt()
{
    if (m_usesMessages) {
        const int number = uk_pci_msix_connect(&m_device, 0);
        if (number >= 0)
            return static_cast<unsigned int>(number);
        useLine();
    }
    const int number = m_interrupt.address ? uk_pci_irq_line(&m_device) : -ENOTSUP;
    if (number < 0)
        return Error{ENOTSUP};
    return static_cast<unsigned int>(number);
}

bool PciTransport::acknowledgeInterrupt()
{
    // Reading the register ends the interrupt (4.1.4.5).
    return m_usesMessages || read8(m_interrupt.address) != 0;
}

void PciTransport::notify(__u16 index)
{
    write16(m_common.address + queueSelect, index);
    const __u64 step = read16(m_common.address + queueNotifyOffset);
    const __u64 offset = step * m_notificationStep;
    // The device says where; not outside of what it has.
    if (offset + sizeof(__u16) <= m_notifications.size && offset % sizeof(__u16) == 0)
        write16(m_notifications.address + offset, index);
}

} // namespace uk::virtio
