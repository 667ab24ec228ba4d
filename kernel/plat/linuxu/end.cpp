// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/shutdown.hpp>
#include <linuxu/signals.hpp>
#include <linuxu/start.hpp>
#include <uk/print.h>

namespace uk::kvm {

namespace {

[[noreturn]] void exitProcess(int status)
{
    for (;;)
        linuxu::systemCall(linuxu::SystemCall::exitGroup, status);
}

} // namespace

void reportFailure(int status)
{
    if (status == statusCrash)
        linuxu::crashProcess();
    exitProcess(status);
}

void resetMachine()
{
    linuxu::restartProcess();
    uk_pr_crit("Linux does not start this program again: is /proc there?\n");
    exitProcess(statusOther);
}

void powerOff()
{
    exitProcess(0);
}

} // namespace uk::kvm
