// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "host.hpp"

#include <errno.h>
#include <uk/print.h>

using namespace uk::pci;

namespace {

constexpr unsigned int configurationSize = 256;
constexpr unsigned int mostCapabilities = (configurationSize - 0x40) / 4;
constexpr __u32 nothing = 0xffff;
constexpr __u32 severalFunctions = 0x80;
constexpr __u32 bridgeHeader = 1;
constexpr __u32 hasCapabilities = 0x10;

constinit uk_list_head drivers = UK_LIST_HEAD_INIT(drivers);
constinit uk_list_head devices = UK_LIST_HEAD_INIT(devices);
constinit uk_alloc *allocator = nullptr;
constinit Host host{};
constinit bool hasHost = false;

__u16 read16(const pci_address &address, unsigned int offset)
{
    return static_cast<__u16>(readConfiguration(address, offset, 2));
}

bool matches(const pci_device_id &wanted, const pci_device_id &device)
{
    const auto fits = [](auto pattern, auto value, auto any) {
        return pattern == any || pattern == value;
    };
    return fits(wanted.class_id, device.class_id, __u32{PCI_CLASS_ANY_ID}) &&
           fits(wanted.sub_class_id, device.sub_class_id, __u32{PCI_CLASS_ANY_ID}) &&
           fits(wanted.vendor_id, device.vendor_id, __u16{PCI_ANY_ID}) &&
           fits(wanted.device_id, device.device_id, __u16{PCI_ANY_ID}) &&
           fits(wanted.subsystem_vendor_id, device.subsystem_vendor_id, __u16{PCI_ANY_ID}) &&
           fits(wanted.subsystem_device_id, device.subsystem_device_id, __u16{PCI_ANY_ID});
}

bool isEnd(const pci_device_id &entry)
{
    return entry.vendor_id == PCI_ANY_ID && entry.device_id == PCI_ANY_ID &&
           entry.class_id == PCI_CLASS_ANY_ID;
}

bool isFor(const pci_driver &driver, const pci_device &device)
{
    for (const pci_device_id *each = driver.device_ids; !isEnd(*each); ++each) {
        if (matches(*each, device.id))
            return true;
    }
    return false;
}

void offerToDrivers(pci_device &device)
{
    pci_driver *each;
    uk_list_for_each_entry(each, &drivers, list)
    {
        if (!isFor(*each, device))
            continue;
        device.drv = each;
        const int error = each->add_dev(&device);
        if (error >= 0) {
            device.state = PCI_DEVICE_STATE_RUNNING;
            return;
        }
        device.drv = nullptr;
        uk_pr_err("PCI %02x:%02x.%x: the driver refuses it (error %d)\n", device.addr.bus,
                  device.addr.devid, device.addr.function, -error);
    }
}

int addFunction(const pci_address &address)
{
    auto *device = static_cast<pci_device *>(uk_zalloc(allocator, sizeof(pci_device)));
    if (!device)
        return -ENOMEM;
    device->addr = address;
    device->id = {readConfiguration(address, config::baseClass, 1),
                  readConfiguration(address, config::subClass, 1),
                  read16(address, config::vendor),
                  read16(address, config::device),
                  read16(address, config::subsystemVendor),
                  read16(address, config::subsystem)};
    device->irq = readConfiguration(address, config::interruptLine, 1);
    const __u32 first = readConfiguration(address, config::firstAddress, 4);
    device->base = first & 1 ? first & ~3U : 0;
    uk_list_add_tail(&device->list, &devices);
    uk_pr_info("PCI %02x:%02x.%x: %04x:%04x\n", address.bus, address.devid, address.function,
               device->id.vendor_id, device->id.device_id);
    if (host.memory.begin < host.memory.end) {
        if (auto assigned = assignAddresses(*device, host.memory); !assigned)
            return -assigned.error().number;
    }
    return 0;
}

int searchBus(unsigned int bus);

int searchFunction(const pci_address &address, __u32 headerType)
{
    if ((headerType & 0x7f) != bridgeHeader)
        return addFunction(address);
    // Numbers only grow: whatever bridges say, this ends.
    const __u32 behind = readConfiguration(address, config::secondaryBus, 1);
    return behind > address.bus ? searchBus(behind) : 0;
}

int searchBus(unsigned int bus)
{
    for (unsigned int slot = 0; slot < 32; ++slot) {
        unsigned int functions = 1;
        for (unsigned int function = 0; function < functions; ++function) {
            const pci_address address{0, static_cast<__u8>(bus), static_cast<__u8>(slot),
                                      static_cast<__u8>(function)};
            if (read16(address, config::vendor) == nothing)
                continue;
            const __u32 headerType = readConfiguration(address, config::headerType, 1);
            if (headerType & severalFunctions)
                functions = 8;
            if (const int error = searchFunction(address, headerType); error < 0)
                return error;
        }
    }
    return 0;
}

int start(uk_alloc *a)
{
    allocator = a;
    const auto found = findHost();
    hasHost = static_cast<bool>(found);
    if (hasHost)
        host = found.value();
    pci_driver *each;
    uk_list_for_each_entry(each, &drivers, list)
    {
        if (const int error = each->init ? each->init(a) : 0; error < 0)
            return error;
    }
    return 0;
}

int search()
{
    if (!hasHost)
        return 0;
    const int error = searchBus(0);
    pci_device *each;
    uk_list_for_each_entry(each, &devices, list) offerToDrivers(*each);
    return error;
}

constinit uk_bus pciBus{{nullptr, nullptr}, start, search};

} // namespace

UK_BUS_REGISTER(&pciBus);

extern "C" {

void _pci_register_driver(struct pci_driver *driver)
{
    uk_list_add_tail(&driver->list, &drivers);
}

int uk_pci_is_present(void)
{
    return hasHost;
}

struct pci_device *uk_pci_first(void)
{
    return uk_list_first_entry_or_null(&devices, pci_device, list);
}

struct pci_device *uk_pci_next(struct pci_device *device)
{
    return uk_list_is_last(&device->list, &devices) ? nullptr : uk_list_next_entry(device, list);
}

__u32 uk_pci_read(const struct pci_device *device, unsigned int offset, unsigned int size)
{
    if (offset + size > configurationSize)
        return ~0U;
    return readConfiguration(device->addr, offset, size);
}

void uk_pci_write(const struct pci_device *device, unsigned int offset, unsigned int size,
                  __u32 value)
{
    if (offset + size <= configurationSize)
        writeConfiguration(device->addr, offset, size, value);
}

unsigned int uk_pci_find_capability(const struct pci_device *device, __u8 id, unsigned int previous)
{
    if (!(uk_pci_read(device, config::status, 2) & hasCapabilities))
        return 0;
    unsigned int at = uk_pci_read(device, previous ? previous + 1 : config::capabilities, 1) & ~3U;
    // A list that is a ring ends, too.
    for (unsigned int i = 0; at >= 0x40 && i < mostCapabilities; ++i) {
        if (uk_pci_read(device, at, 1) == id)
            return at;
        at = uk_pci_read(device, at + 1, 1) & ~3U;
    }
    return 0;
}

} // extern "C"
