// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <linuxu/crash.hpp>
#include <linuxu/signals.hpp>
#include <linuxu/start.hpp>
#include <uk/plat/bootstrap.h>
#include <uk/plat/lcpu.h>
#include <uk/print.h>

namespace {

using namespace uk::linuxu;

// Higher ones have a meaning for shells.
constexpr int statusOther = 126;

constinit int exitStatus = 0;
constinit int crashSignal = signalAbort;

[[noreturn]] void exitProcess(int status)
{
    for (;;)
        systemCall(SystemCall::exitGroup, status);
}

} // namespace

void uk::linuxu::setCrashSignal(int signal)
{
    crashSignal = signal;
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
        restartProcess();
        uk_pr_crit("Linux does not start this program again: is /proc there?\n");
        exitProcess(statusOther);
    case UKPLAT_CRASH:
        uk_pr_info("System crashed\n");
        dieBySignal(crashSignal);
    case UKPLAT_HALT:
    case UKPLAT_SUSPEND:
        uk_pr_info("System halted\n");
        break;
    }
    exitProcess(exitStatus);
}

extern "C" int ukplat_suspend(void)
{
    return -ENOTSUP;
}
