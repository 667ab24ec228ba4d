// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Waiting for devices, by their interrupts where that can be.

#include <uk/arch/lcpu.h>
#include <uk/intctlr.h>
#include <uk/irq_guard.hpp>
#include <uk/plat/time.h>
#include <uk/preempt.h>
#include <uk/print.h>
#include <virtio/device.hpp>
#ifdef CONFIG_LIBUKSCHED
#include <uk/isr/wait.h>
#include <uk/sched.h>
#endif

namespace uk::virtio {

#ifdef CONFIG_LIBUKSCHED

namespace {

/** After this, the queue is looked at without an interrupt. */
constexpr __nsec patience = 1'000'000'000;

} // namespace

Device::Device(Transport &transport)
    : m_transport(transport)
{
    uk_waitq_init(&m_waiting);
}

bool Device::canBlock() const
{
    return m_hasInterrupts && uk_thread_current() && !uk_preempt_is_disabled() &&
           !ukplat_lcpu_irqs_disabled();
}

void Device::block(Queue &queue, __nsec until, Check isOver, const void *argument)
{
    const __nsec now = ukplat_monotonic_clock();
    const __nsec deadline = until < now + patience ? until : now + patience;
    bool wasMissed = false;
    {
        const IrqGuard guard;
        queue.wantInterrupts(true);
        if (!queue.hasAnswer() && !(isOver && isOver(argument))) {
            const unsigned int before = m_interruptCount;
            DEFINE_WAIT(place);
            wasMissed = uk_waitq_wait_irqoff(&m_waiting, &place, deadline) && queue.hasAnswer() &&
                        m_interruptCount == before;
        }
        // The first of those that wait switched them on, the last one switches them off.
        if (uk_waitq_empty(&m_waiting) && !m_keepsInterrupts)
            queue.wantInterrupts(false);
    }
    if (wasMissed && m_hasInterrupts) {
        m_hasInterrupts = false;
        uk_pr_warn("%s answers without the interrupt it was asked for: it is polled from now on\n",
                   m_name);
    }
}

void Device::wakeWaiting()
{
    uk_waitq_wake_up_isr(&m_waiting);
}

#else

Device::Device(Transport &transport)
    : m_transport(transport)
{}

bool Device::canBlock() const
{
    return false;
}

void Device::block(Queue &, __nsec, Check, const void *) {}

void Device::wakeWaiting() {}

#endif

void Device::rest(Queue &queue, __nsec until, Check isOver, const void *argument)
{
    if (canBlock())
        block(queue, until, isOver, argument);
    else
        ukarch_spinwait();
}

void Device::keepInterrupts(Queue &queue, bool keep)
{
    const IrqGuard guard;
    m_keepsInterrupts = keep;
    queue.wantInterrupts(keep);
}

bool Device::handleInterrupt()
{
    if (!m_transport.acknowledgeInterrupt())
        return false;
    ++m_interruptCount;
    wakeWaiting();
    if (m_event)
        m_event(m_argument);
    return true;
}

void Device::useInterrupts(const char *name, Event event, void *argument)
{
    const auto number = m_transport.connectInterrupt();
    if (!number)
        return;
    m_name = name;
    m_event = event;
    m_argument = argument;
    const auto handle = [](void *device) {
        return static_cast<Device *>(device)->handleInterrupt() ? 1 : 0;
    };
    if (uk_intctlr_irq_register(number.value(), handle, this))
        return;
    m_hasInterrupts = true;
    uk_pr_info("%s: interrupt %u\n", name, number.value());
}

} // namespace uk::virtio
