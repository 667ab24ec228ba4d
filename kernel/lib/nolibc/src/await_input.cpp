// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "await_input.hpp"

#include <uk/config.h>
#include <uk/plat/console.h>
#include <uk/plat/lcpu.h>
#include <uk/plat/time.h>
#ifdef CONFIG_LIBUKSCHED
#include <uk/irq_guard.hpp>
#include <uk/isr/wait.h>
#include <uk/preempt.h>
#include <uk/sched.h>
#endif
#ifdef CONFIG_LIBUKCONSOLE
#include <uk/console/driver.h>
#endif

namespace {

/** How often a console is looked at that does not interrupt. */
constexpr __nsec interval = 5000000;

void rest()
{
    const unsigned long flags = ukplat_lcpu_save_irqf();
    ukplat_lcpu_halt_irq_until(ukplat_monotonic_clock() + interval);
    ukplat_lcpu_restore_irqf(flags);
}

#ifdef CONFIG_LIBUKSCHED

constinit DEFINE_WAIT_QUEUE(waiting);

bool canBlock()
{
    return uk_thread_current() && !uk_preempt_is_disabled() && !ukplat_lcpu_irqs_disabled();
}

/** Whether all consoles that there is input from interrupt when it comes. */
bool askForInterrupts()
{
    const auto wake = [](void *queue) { uk_waitq_wake_up_isr(static_cast<uk_waitq *>(queue)); };
#ifdef CONFIG_LIBUKCONSOLE
    bool doAll = true;
    for (__u16 id = 0; id < uk_console_count(); ++id) {
        uk_console *console = uk_console_get(id);
        if (console->flags & UK_CONSOLE_FLAG_STDIN)
            doAll = uk_console_notify(console, wake, &waiting) == 0 && doAll;
    }
    return doAll;
#else
    return ukplat_cink_notify && ukplat_cink_notify(wake, &waiting) == 0;
#endif
}

void block()
{
    // From here on, and no earlier, an interrupt finds this thread in the queue.
    const uk::IrqGuard guard;
    const __nsec deadline = askForInterrupts() ? 0 : ukplat_monotonic_clock() + interval;
    DEFINE_WAIT(place);
    uk_waitq_wait_irqoff(&waiting, &place, deadline);
}

#endif

} // namespace

void nolibc::awaitInput()
{
#ifdef CONFIG_LIBUKSCHED
    if (canBlock()) {
        block();
        return;
    }
#endif
    rest();
}
