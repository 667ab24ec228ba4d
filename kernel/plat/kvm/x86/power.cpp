// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/firmware.hpp>
#include <kvm/memory.hpp>
#include <kvm/shutdown.hpp>
#include <uk/plat/lcpu.h>
#include <x86/cpu.hpp>

namespace {

using namespace uk::x86;
using namespace uk::kvm;

// QEMU's isa-debug-exit: a value v makes QEMU exit with status 2 v + 1.
constexpr __u16 debugExitPort = 0xf4;

// Where QEMU's machines have their registers, for guests whose firmware left no ACPI tables.
constexpr __u16 usualPowerControlPort = 0x604;
constexpr __paddr_t microvmSleepControl = 0xfea00200;
constexpr __u8 microvmPowerOffType = 5;

/** A machine that was told to switch off goes on for a moment: QEMU's threads have to agree on it.
 * A tenth of a second and more, counted in accesses to the port of the power-on self-test. */
void waitForPowerOff()
{
    constexpr int accesses = 200000;
    constexpr __u16 selfTestPort = 0x80;
    for (int i = 0; i < accesses; ++i)
        (void)in8(selfTestPort);
}

void sleepByPort(__u16 port, __u8 type)
{
    constexpr __u16 sleepEnable = 1U << 13;
    out16(port, static_cast<__u16>(type << 10 | sleepEnable));
    waitForPowerOff();
}

void sleepByRegister(__paddr_t address, __u8 type)
{
    constexpr __u8 sleepEnable = 1U << 5;
    auto *control = static_cast<volatile __u8 *>(mapDevice(address, 1));
    if (!control)
        return;
    *control = static_cast<__u8>(type << 2 | sleepEnable);
    waitForPowerOff();
}

} // namespace

namespace uk::kvm {

void reportFailure(int status)
{
    out32(debugExitPort, static_cast<__u32>(status));
}

void resetMachine()
{
    out8(0x64, 0xfe); // the keyboard controller's reset line
    // Without a keyboard controller: a fault with no descriptors to handle it.
    const __u64 noDescriptors[2] = {0, 0};
    asm volatile("lidt %0; int3" : : "m"(noDescriptors));
}

void powerOff()
{
    const FixedHardware hardware = readFixedHardware();
    if (hardware.sleepControl)
        sleepByRegister(hardware.sleepControl,
                        hardware.powerOffTypeKnown ? hardware.powerOffType : microvmPowerOffType);
    if (hardware.powerControlPort)
        sleepByPort(hardware.powerControlPort, hardware.powerOffType);
    if (!hardware.found) {
        sleepByPort(usualPowerControlPort, 0);
        sleepByRegister(microvmSleepControl, microvmPowerOffType);
    }
    // A machine that cannot be switched off can still be reset; QEMU's -no-reboot turns that into
    // an exit.
    resetMachine();
    ukplat_lcpu_halt();
}

void endWithoutWords()
{
    reportFailure(statusCrash);
    resetMachine();
    for (;;)
        asm volatile("cli; hlt");
}

} // namespace uk::kvm
