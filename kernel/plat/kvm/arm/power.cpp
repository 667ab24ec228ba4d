// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Power by the Power State Coordination Interface (Arm DEN 0022), the status by semihosting.

#include <kvm/hardware.hpp>
#include <kvm/shutdown.hpp>
#include <uk/plat/lcpu.h>

extern "C" long kvm_semihosting(unsigned long operation, const volatile void *parameters);

namespace uk::kvm {

namespace {

constexpr __u32 psciSystemOff = 0x84000008;
constexpr __u32 psciSystemReset = 0x84000009;
constexpr unsigned long semihostingExit = 0x18;
constexpr __u64 applicationExit = 0x20026;

constinit bool isEnding = false;

void callFirmware(__u32 function)
{
    // Before the register variable: a call would change it.
    const FirmwareCall call = hardware().firmwareCall;
    register __u64 x0 asm("x0") = function;
    if (call == FirmwareCall::supervisor)
        asm volatile("smc #0" : "+r"(x0) : : "x1", "x2", "x3", "memory");
    else if (call == FirmwareCall::hypervisor)
        asm volatile("hvc #0" : "+r"(x0) : : "x1", "x2", "x3", "memory");
}

} // namespace

void reportFailure(int status)
{
    // Word by word: the compiler would copy them from constants, which may be what is broken.
    volatile __u64 parameters[2];
    parameters[0] = applicationExit;
    parameters[1] = static_cast<__u64>(2 * status + 1);
    kvm_semihosting(semihostingExit, parameters);
}

void resetMachine()
{
    callFirmware(psciSystemReset);
}

void powerOff()
{
    callFirmware(psciSystemOff);
    ukplat_lcpu_halt();
}

void endWithoutWords()
{
    // Should even this fault, there is nothing left to try.
    if (!isEnding) {
        isEnding = true;
        reportFailure(statusCrash);
        callFirmware(psciSystemOff);
    }
    ukplat_lcpu_halt();
}

} // namespace uk::kvm
