// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <kvm/shutdown.hpp>
#include <uk/plat/bootstrap.h>
#include <uk/plat/lcpu.h>
#include <uk/print.h>

namespace {

using namespace uk::kvm;

constinit int exitStatus = 0;

} // namespace

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
