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

/** A machine that was told to end goes on until its emulator's other threads agree, which takes as
 * long as a busy host likes; a reset before that would be taken for a crash. The loop stays inside
 * the processor: an access to a device would take the lock that those threads wait for. */
void waitForTheEnd(__u64 ticks)
{
    const __u64 begin = readTsc();
    while (readTsc() - begin < ticks)
        asm volatile("pause");
}

void sleepByPort(__u16 port, __u8 type)
{
    constexpr __u16 sleepEnable = 1U << 13;
    out16(port, static_cast<__u16>(type << 10 | sleepEnable));
}

void sleepByRegister(__paddr_t address, __u8 type)
{
    constexpr __u8 sleepEnable = 1U << 5;
    if (auto *control = static_cast<volatile __u8 *>(mapDevice(address, 1)))
        *control = static_cast<__u8>(type << 2 | sleepEnable);
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
    // 4 s at 4.3 GHz, 17 s where the counter counts nanoseconds; and an eighth of it where it is a
    // guess that the machine can be switched off at all.
    constexpr __u64 patience = __u64{1} << 34;
    constexpr __u64 littlePatience = patience / 8;
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
    waitForTheEnd(hardware.found ? patience : littlePatience);
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
