// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <uk/print.h>
#include <virtio/device.hpp>

namespace uk::virtio {

namespace {

constinit Driver *drivers = nullptr;

} // namespace

void registerDriver(Driver &driver)
{
    driver.next = drivers;
    drivers = &driver;
}

ErrorOr<void> attach(Transport &transport, uk_alloc *allocator, const char *where)
{
    const DeviceKind kind = transport.kind();
    for (Driver *each = drivers; each; each = each->next) {
        if (each->kind != kind)
            continue;
        const auto attached = each->attach(transport, allocator);
        if (attached)
            uk_pr_info("virtio-%s at %s\n", each->name, where);
        else
            uk_pr_err("virtio-%s at %s does not work (error %d)%s\n", each->name, where,
                      attached.error().number,
                      attached.error().number == ENOTSUP
                          ? ": it is older than virtio 1.0; with QEMU, say disable-legacy=on or "
                            "-global virtio-mmio.force-legacy=false"
                          : "");
        return attached;
    }
    uk_pr_debug("virtio device %u at %s has no driver\n", static_cast<unsigned int>(kind), where);
    return Error{ENODEV};
}

} // namespace uk::virtio
