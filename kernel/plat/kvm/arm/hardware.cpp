// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/hardware.hpp>

namespace uk::kvm {

namespace {

constexpr unsigned int firstPerProcessor = 16;
constexpr unsigned int usualTimerInterrupt = 27;

constinit Hardware theHardware{
    FirmwareCall::none, {0x09000000, 0x1000}, 0, {0, 0}, 0, {0, 0}, {0, 0}, {0, 0}, {0, 0},
    usualTimerInterrupt};

/** True when `path`, as in "/serial@9000000:115200", names a child `name` of the root. */
bool names(const char *path, const char *name)
{
    if (!path || *path++ != '/')
        return false;
    while (*path && *path == *name) {
        ++path;
        ++name;
    }
    return *name == '\0' && (*path == '\0' || *path == ':');
}

Registers registersOf(const DeviceTree::Walk &node, __u32 index)
{
    return node.addresses(index).valueOr({0, 0});
}

void readInterruptController(const DeviceTree::Walk &node)
{
    if (node.isCompatible("arm,gic-v3"))
        theHardware.gicVersion = 3;
    else if (node.isCompatible("arm,cortex-a15-gic") || node.isCompatible("arm,gic-400"))
        theHardware.gicVersion = 2;
    else
        return;
    theHardware.distributor = registersOf(node, 0);
    theHardware.localInterface = registersOf(node, 1);
}

/** What takes messages of devices; the tree has it below the interrupt controller. */
void readMessageController(const DeviceTree::Walk &node)
{
    if (node.isCompatible("arm,gic-v2m-frame"))
        theHardware.messageFrame = registersOf(node, 0);
    else if (node.isCompatible("arm,gic-v3-its"))
        theHardware.translationService = registersOf(node, 0);
}

/** Timers: secure, non-secure, virtual, hypervisor's; three cells each: type, number, flags. */
void readTimer(const DeviceTree::Walk &node)
{
    const DeviceTree::Bytes interrupts = node.property("interrupts");
    constexpr __u32 virtualTimer = 2 * 3;
    constexpr __u32 perProcessor = 1;
    if (interrupts.cell(virtualTimer) == perProcessor && interrupts.cell(virtualTimer + 1) < 16)
        theHardware.timerInterrupt = firstPerProcessor + interrupts.cell(virtualTimer + 1);
}

/** Its interrupt has three cells, too. */
void readConsole(const DeviceTree::Walk &node)
{
    theHardware.console = registersOf(node, 0);
    constexpr __u32 shared = 0;
    constexpr unsigned int firstShared = 32;
    const DeviceTree::Bytes interrupts = node.property("interrupts");
    if (interrupts.size >= 12 && interrupts.cell(0) == shared && interrupts.cell(1) < 988)
        theHardware.consoleInterrupt = firstShared + interrupts.cell(1);
}

void readFirmware(const DeviceTree::Walk &node)
{
    const DeviceTree::Bytes method = node.property("method");
    if (method.lists("hvc"))
        theHardware.firmwareCall = FirmwareCall::hypervisor;
    else if (method.lists("smc"))
        theHardware.firmwareCall = FirmwareCall::supervisor;
}

const char *consolePath(const DeviceTree &tree)
{
    for (DeviceTree::Walk node(tree); node.next();) {
        if (node.depth() == 1 && names("/chosen", node.name()))
            return node.property("stdout-path").text();
    }
    return nullptr;
}

} // namespace

const Hardware &hardware()
{
    return theHardware;
}

void readHardware(const DeviceTree &tree)
{
    const char *console = consolePath(tree);
    bool isInController = false;
    for (DeviceTree::Walk node(tree); node.next();) {
        if (node.depth() == 2 && isInController && node.isEnabled())
            readMessageController(node);
        // Others that are deeper have addresses of buses of their own.
        if (node.depth() != 1)
            continue;
        isInController = bool(node.property("interrupt-controller"));
        if (!node.isEnabled())
            continue;
        if (node.isCompatible("arm,pl011") && names(console, node.name()))
            readConsole(node);
        else if (node.isCompatible("arm,pl031"))
            theHardware.realTimeClock = registersOf(node, 0);
        else if (node.isCompatible("arm,armv8-timer"))
            readTimer(node);
        else if (node.isCompatible("arm,psci-0.2") || node.isCompatible("arm,psci-1.0"))
            readFirmware(node);
        else
            readInterruptController(node);
    }
}

} // namespace uk::kvm
