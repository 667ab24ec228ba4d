// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/arch/types.h>
#include <uk/plat/common/device_tree.hpp>

/** What an arm64 machine has, by its device tree. */
namespace uk::kvm {

/** How the firmware is called (PSCI). */
enum class FirmwareCall : __u8
{
    none,
    hypervisor, /**< HVC */
    supervisor, /**< SMC */
};

/** Registers in memory; size 0: there are none. */
using Registers = DeviceTree::Range;

struct Hardware
{
    FirmwareCall firmwareCall;
    Registers console;             /**< PL011 */
    unsigned int consoleInterrupt; /**< 0: not known */
    Registers realTimeClock;       /**< PL031 */
    unsigned int gicVersion;       /**< 2 or 3; 0: there is no interrupt controller */
    Registers distributor;
    Registers localInterface;     /**< GICv2: CPU interface; GICv3: redistributors */
    Registers messageFrame;       /**< GICv2m */
    Registers translationService; /**< of GICv3 */
    unsigned int timerInterrupt;  /**< the virtual timer's */
};

/** What is known so far: before readHardware(), the console of QEMU's machine virt. */
const Hardware &hardware();

/** Takes the devices from the tree. */
void readHardware(const DeviceTree &tree);

} // namespace uk::kvm
