// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "transport.hpp"

#include <errno.h>
#include <stdio.h>

namespace uk::virtio {

namespace {

constexpr __u16 redHat = 0x1af4;

constinit uk_alloc *allocator = nullptr;

int start(uk_alloc *a)
{
    allocator = a;
    return 0;
}

int addDevice(pci_device *device)
{
    auto *transport = make<PciTransport>(allocator, *device);
    if (!transport)
        return -ENOMEM;
    char where[16];
    snprintf(where, sizeof(where), "%02x:%02x.%x", device->addr.bus, device->addr.devid,
             device->addr.function);
    const auto opened = transport->open();
    const auto attached = opened ? attach(*transport, allocator, where) : opened;
    if (attached)
        return 0;
    uk_free(allocator, transport);
    // What attach() could not do it has told.
    return opened ? 0 : -opened.error().number;
}

const pci_device_id identifiers[] = {{PCI_DEVICE_ID(redHat, PCI_ANY_ID)}, {PCI_ANY_DEVICE_ID}};

constinit pci_driver driver{{nullptr, nullptr}, identifiers, start, addDevice};

} // namespace

PCI_REGISTER_DRIVER(&driver);

} // namespace uk::virtio
