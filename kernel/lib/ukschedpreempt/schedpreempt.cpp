// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "priority_queues.hpp"

#include <uk/assert.h>
#include <uk/placement_new.hpp>
#include <uk/plat/time.h>
#include <uk/preempt.h>
#include <uk/schedpreempt.h>

unsigned int _uk_preempt_depth = 0;
int _uk_preempt_missed = 0;

namespace {

constexpr __nsec defaultTimeslice = CONFIG_LIBUKSCHEDPREEMPT_TIMESLICE * __nsec{1'000'000};

class Preemptive : public uk::SchedulerCore<uk::PriorityQueues, Preemptive>
{
public:
    Preemptive(uk_alloc *threads, uk_alloc *stacks, uk_alloc *auxiliaryStacks, uk_alloc *locals)
        : SchedulerCore(threads, stacks, auxiliaryStacks, locals)
    {
        thread_changed = change;
    }

    void giveAway()
    {
        // Nobody else could end the stretch.
        UK_ASSERT(_uk_preempt_depth == 0);
        _uk_preempt_missed = 0;
        SchedulerCore::giveAway();
    }

    /** Its time slice begins. */
    void switching(const uk_thread *chosen)
    {
        const __nsec now = ukplat_monotonic_clock();
        m_sliceEnd = now + (chosen->timeslice ? chosen->timeslice : defaultTimeslice);
        setAlarm(chosen);
    }

    void readied(uk_thread *thread)
    {
        const uk_thread *current = uk_thread_current();
        if (!current || isIdle() || !is_started)
            return;
        if (thread->prio > current->prio)
            // An interrupt as soon as interrupts are on; whoever woke the thread may hold a lock.
            alarmAt(ukplat_monotonic_clock());
        else
            setAlarm(current);
    }

    void idled() { m_alarm = 0; }

    /** At the end of an interrupt. */
    bool isPreemptionDue()
    {
        if (isIdle() || !is_started)
            return false;
        wakeSleepers();
        // The alarm may be what interrupted, and before its time: the timer goes by another clock,
        // and may not reach as far as was asked for.
        m_alarm = 0;
        const uk_thread *current = uk_thread_current();
        const __nsec now = ukplat_monotonic_clock();
        // One that has ended is about to give the processor away.
        if (uk_thread_is_exited(current))
            return false;
        const int top = ready().top();
        const bool due = top > current->prio || (top == current->prio && now >= m_sliceEnd);
        if (!due) {
            setAlarm(current);
            return false;
        }
        if (_uk_preempt_depth) {
            _uk_preempt_missed = 1;
            return false;
        }
        return true;
    }

    void preempt()
    {
        uk_thread *current = uk_thread_current();
        // Also when it is blocked: it has yet to do what comes between that and giving the
        // processor away. One that could not use its time goes on before others.
        if (ukplat_monotonic_clock() < m_sliceEnd)
            ready().pushFront(current);
        else
            ready().push(current);
        switchTo(pick());
    }

    void makeUp()
    {
        if (isIdle() || ukplat_lcpu_irqs_disabled())
            alarmAt(ukplat_monotonic_clock());
        else
            giveAway();
    }

private:
    static void change(uk_sched *s, uk_thread *thread, int prio)
    {
        auto &self = static_cast<Preemptive &>(*s);
        if (!uk::isQueued(thread)) {
            thread->prio = prio;
            if (thread == uk_thread_current()) {
                self.switching(thread);
                if (self.ready().top() > prio)
                    self.alarmAt(ukplat_monotonic_clock());
            }
            return;
        }
        self.ready().remove(thread);
        thread->prio = prio;
        self.ready().push(thread);
        self.readied(thread);
    }

    /** Makes sure of an interrupt when something happens while `running` runs. */
    void setAlarm(const uk_thread *running)
    {
        if (ready().top() >= running->prio)
            alarmAt(m_sliceEnd);
        if (!sleeping().isEmpty())
            alarmAt(static_cast<__nsec>(sleeping().first()->wakeup_time));
    }

    /** One interrupt is enough, the earliest. It is not taken back when it turns out to be too
     * early: threads are switched more often than time slices end. */
    void alarmAt(__nsec time)
    {
        if (m_alarm && m_alarm <= time)
            return;
        m_alarm = time;
        ukplat_time_alarm(time);
    }

    __nsec m_sliceEnd = 0;
    __nsec m_alarm = 0; // 0: none is set
};

constinit Preemptive *theScheduler = nullptr;

} // namespace

extern "C" {

struct uk_sched *uk_schedpreempt_create(struct uk_alloc *a, struct uk_alloc *a_stack,
                                        struct uk_alloc *a_auxstack, struct uk_alloc *a_uktls)
{
    if (theScheduler)
        return nullptr;
    void *memory = uk_malloc(a, sizeof(Preemptive));
    if (memory)
        theScheduler = new (memory) Preemptive(a, a_stack, a_auxstack, a_uktls);
    return theScheduler;
}

int uk_sched_preempt_wanted(void)
{
    return theScheduler && theScheduler->isPreemptionDue();
}

void uk_sched_preempt(void)
{
    ukarch_ectx *registers = uk_thread_current()->ectx;
    if (registers)
        ukarch_ectx_store(registers);
    theScheduler->preempt();
    if (registers)
        ukarch_ectx_load(registers);
}

void _uk_preempt_make_up(void)
{
    _uk_preempt_missed = 0;
    if (theScheduler)
        theScheduler->makeUp();
}

} // extern "C"
