// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Where registers of virtio devices are: the command line says so, the device tree, or the machine
// is known.

#include "argument.hpp"
#include "transport.hpp"

#include <errno.h>
#include <stdio.h>
#include <uk/bus.h>
#include <uk/init.h>
#include <uk/plat/io.h>
#include <uk/print.h>
#ifdef CONFIG_LIBUKOFW
#include <uk/ofw/device_tree.hpp>
#endif
#ifdef CONFIG_ARCH_X86_64
#include <uk/irq_guard.hpp>
#include <x86/cpu.hpp>
#endif

namespace uk::virtio {

namespace {

constexpr unsigned int mostArguments = CONFIG_VIRTIO_MMIO_MAX_DEV_CMDLINE;

constinit MmioPlace places[mostArguments]{};
constinit unsigned int placeCount = 0;
constinit uk_alloc *allocator = nullptr;

bool takeArgument(const char *argument)
{
    const auto place = readMmioArgument(argument);
    if (!place && place.error().number == ENOENT)
        return false;
    if (!place)
        uk_pr_err("Command line: '%s' is not virtio_mmio.device=SIZE@BASE:IRQ[:ID]\n", argument);
    else if (placeCount == mostArguments)
        uk_pr_err("Command line: '%s' is one more than VIRTIO_MMIO_MAX_DEV_CMDLINE (%u)\n",
                  argument, mostArguments);
    else
        places[placeCount++] = place.value();
    return true;
}

/** The program does not see them: they come from who built the machine. */
int takeArguments(uk_init_ctx *context)
{
    int &count = context->cmdline.argc;
    char **arguments = context->cmdline.argv;
    int kept = 1;
    for (int i = 1; i < count; ++i) {
        if (!takeArgument(arguments[i]))
            arguments[kept++] = arguments[i];
    }
    if (count > 0) {
        count = kept;
        arguments[kept] = nullptr;
    }
    return 0;
}

#ifdef CONFIG_LIBUKOFW
/** Interrupts of a GIC have three cells: kind, number and flags. */
MmioPlace placeOf(const DeviceTree::Walk &node, const DeviceTree::Range &range)
{
    constexpr __u32 cellBytes = 4;
    constexpr __u32 firstShared = 32;
    constexpr __u32 isRising = 1;
    MmioPlace place{range.base, range.size, noWire, false};
    const DeviceTree::Bytes interrupt = node.property("interrupts");
    if (interrupt.size >= 3 * cellBytes && interrupt.cell(0) == 0) {
        place.wire = firstShared + interrupt.cell(1);
        place.isEdge = interrupt.cell(2) & isRising;
    }
    return place;
}

void searchTree()
{
    const auto tree = ofw::machineTree();
    if (!tree)
        return;
    const DeviceTree opened = tree.value();
    for (DeviceTree::Walk node(opened); node.next();) {
        if (!node.isCompatible("virtio,mmio") || !node.isEnabled())
            continue;
        const auto range = node.addresses(0);
        if (range)
            addMmioDevice(placeOf(node, range.value()), allocator);
    }
}
#else
void searchTree() {}
#endif

#ifdef CONFIG_ARCH_X86_64
/** QEMU's microvm tells of its devices by ACPI code or not at all; they have fixed places, and
 * the inputs of the second I/O APIC where there is one. Other machines, which have PCI, have other
 * things there. */
void searchKnownPlaces()
{
    constexpr __paddr_t base = 0xfeb00000;
    constexpr __u64 size = 512;
    constexpr unsigned int count = 24;
    constexpr unsigned int firstWire = 24;
    {
        const IrqGuard guard;
        x86::out32(0xcf8, 1U << 31);
        if (x86::in32(0xcf8) == 1U << 31)
            return;
    }
    for (unsigned int i = 0; placeCount == 0 && i < count; ++i)
        addMmioDevice({base + i * size, size, firstWire + i, false}, allocator);
}
#else
void searchKnownPlaces() {}
#endif

int start(uk_alloc *a)
{
    allocator = a;
    return 0;
}

int search()
{
    for (unsigned int i = 0; i < placeCount; ++i)
        addMmioDevice(places[i], allocator);
    searchTree();
    searchKnownPlaces();
    return 0;
}

constinit uk_bus mmioBus{{nullptr, nullptr}, start, search};

void registerBus()
{
    _uk_bus_register(&mmioBus);
}

uk_early_initcall(takeArguments, 0);
UK_CTOR_PRIO(registerBus, 2);

} // namespace

void addMmioDevice(const MmioPlace &place, uk_alloc *from)
{
    volatile void *registers =
        place.size >= 0x100 ? ukplat_io_map(place.base, place.size) : nullptr;
    if (!registers || MmioTransport(registers, place).isEmpty())
        return;
    auto *transport = make<MmioTransport>(from, registers, place);
    if (!transport)
        return;
    char where[32];
    snprintf(where, sizeof(where), "0x%lx", place.base);
    if (!attach(*transport, from, where))
        uk_free(from, transport);
}

} // namespace uk::virtio
