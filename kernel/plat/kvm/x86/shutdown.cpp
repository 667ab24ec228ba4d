// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <kvm/firmware.hpp>
#include <kvm/memory.hpp>
#include <kvm/shutdown.hpp>
#include <uk/plat/bootstrap.h>
#include <uk/plat/lcpu.h>
#include <uk/print.h>
#include <x86/cpu.hpp>

namespace {

using namespace uk::x86;
using namespace uk::kvm;

// QEMU's isa-debug-exit: a value v makes QEMU exit with status 2 v + 1.
constexpr __u16 debugExitPort = 0xf4;
constexpr int statusCrash = 127;
constexpr int statusOther = 126;

// Where QEMU's machines have their registers, for guests whose firmware left no ACPI tables.
constexpr __u16 usualPowerControlPort = 0x604;
constexpr __paddr_t microvmSleepControl = 0xfea00200;
constexpr __u8 microvmPowerOffType = 5;

constinit int exitStatus = 0;

/** The machine reports the status and ends, unless it has no such device. */
void reportFailure(int status)
{
    out32(debugExitPort, static_cast<__u32>(status));
}

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

void resetMachine()
{
    out8(0x64, 0xfe); // the keyboard controller's reset line
    // Without a keyboard controller: a fault with no descriptors to handle it.
    const __u64 noDescriptors[2] = {0, 0};
    asm volatile("lidt %0; int3" : : "m"(noDescriptors));
}

[[noreturn]] void powerOff()
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

} // namespace

void uk::kvm::endWithoutWords()
{
    reportFailure(statusCrash);
    resetMachine();
    for (;;)
        asm volatile("cli; hlt");
}

extern "C" void ukplat_exit_status_set(int status)
{
    exitStatus = status >= 0 && status < statusOther ? status : statusOther;
}

extern "C" void ukplat_terminate(enum ukplat_gstate request)
{
    ukplat_lcpu_disable_irq();
    switch (request) {
    case UKPLAT_RESTART:
        uk_pr_info("System restarting\n");
        resetMachine();
        ukplat_lcpu_halt();
    case UKPLAT_CRASH:
        uk_pr_info("System crashed\n");
        reportFailure(statusCrash);
        break;
    case UKPLAT_HALT:
    case UKPLAT_SUSPEND:
        uk_pr_info("System halted\n");
        if (exitStatus)
            reportFailure(exitStatus);
        break;
    }
    powerOff();
}

extern "C" int ukplat_suspend(void)
{
    return -ENOTSUP;
}
