// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/irq_guard.hpp>
#include <uk/plat/time.h>
#include <uk/sched_impl.h>
#include <uk/sleep_queue.hpp>

namespace uk {

/** True while a thread is in the scheduler's queue of those that are ready to run. */
inline bool isQueued(const uk_thread *thread)
{
    return !uk_list_empty(&thread->queue);
}

/** Threads in the order in which they became ready. */
class FifoQueue
{
public:
    FifoQueue() { UK_INIT_LIST_HEAD(&m_threads); }
    FifoQueue(const FifoQueue &) = delete;
    FifoQueue &operator=(const FifoQueue &) = delete;

    bool isEmpty() const { return uk_list_empty(&m_threads); }
    void push(uk_thread *thread) { uk_list_add_tail(&thread->queue, &m_threads); }
    void pushFront(uk_thread *thread) { uk_list_add(&thread->queue, &m_threads); }
    /** Takes the first out; nullptr when there is none. */
    uk_thread *pop()
    {
        if (isEmpty())
            return nullptr;
        uk_thread *first = uk_list_first_entry(&m_threads, uk_thread, queue);
        uk_list_del_init(&first->queue);
        return first;
    }
    void remove(uk_thread *thread) { uk_list_del_init(&thread->queue); }

private:
    uk_list_head m_threads;
};

/** What all schedulers have in common. A queue of ready threads (Ready: push, pop, remove, isEmpty)
 * makes it one, and Derived, which derives from this class, is told what happens:
 *
 *     void switching(uk_thread *next);  next is about to run
 *     void readied(uk_thread *thread);  a thread has become ready
 *     void idled();                     the processor was halted
 *
 * There is no idle thread: the one that blocked last halts the processor, and when it is the one
 * that is woken, nothing has to be switched. Interrupts are off wherever threads are moved. */
template <typename Ready, typename Derived>
class SchedulerCore : public uk_sched
{
public:
    /** `stacks`, `auxiliaryStacks` and `locals` are where threads get theirs; the last two may be
     * nullptr. */
    SchedulerCore(uk_alloc *threads, uk_alloc *stacks, uk_alloc *auxiliaryStacks, uk_alloc *locals)
    {
        uk_sched_init(this, start, yieldEntry, addEntry, removeEntry, blockedEntry, wokenEntry,
                      wokenEntry, nullptr, threads, stacks, auxiliaryStacks, locals);
    }

    /** Lets others run. */
    void giveAway()
    {
        {
            IrqGuard guard;
            uk_thread *current = uk_thread_current();
            wakeSleepers();
            if (uk_thread_is_runnable(current))
                m_ready.push(current);
            switchTo(pick());
        }
        collect();
    }

protected:
    Ready &ready() { return m_ready; }
    SleepQueue &sleeping() { return m_sleeping; }
    /** True while the processor waits for a thread to become ready. */
    bool isIdle() const { return m_isIdle; }

    /** Makes those ready whose time has come. */
    void wakeSleepers()
    {
        if (m_sleeping.isEmpty())
            return;
        const auto now = static_cast<__snsec>(ukplat_monotonic_clock());
        while (!m_sleeping.isEmpty() && m_sleeping.first()->wakeup_time <= now)
            uk_thread_wake(m_sleeping.first());
    }

    /** The thread whose turn it is, out of the queue; waits for one. */
    uk_thread *pick()
    {
        for (;;) {
            if (uk_thread *chosen = m_ready.pop()) {
                m_isIdle = false;
                return chosen;
            }
            // From here on the caller, too, is ready when it is woken.
            m_isIdle = true;
            collect();
            if (!m_ready.isEmpty())
                continue;
            if (m_sleeping.isEmpty())
                ukplat_lcpu_halt_irq();
            else
                ukplat_lcpu_halt_irq_until(static_cast<__nsec>(m_sleeping.first()->wakeup_time));
            self().idled();
            wakeSleepers();
        }
    }

    void switchTo(uk_thread *chosen)
    {
        self().switching(chosen);
        if (chosen == uk_thread_current())
            return;
#ifdef CONFIG_LIBUKSCHED_EXEC_TIME
        const __nsec now = ukplat_monotonic_clock();
        uk_thread_current()->exec_time += now - m_switchTime;
        m_switchTime = now;
#endif
        uk_sched_thread_switch(chosen);
    }

private:
    Derived &self()
    {
        return static_cast<Derived &>(*this);
    }
    static SchedulerCore &coreOf(uk_sched *s)
    {
        return static_cast<SchedulerCore &>(*s);
    }

    /** Frees what ended threads leave. */
    void collect()
    {
        if (!uk_list_empty(&exited_threads.head))
            uk_sched_thread_gc(this);
    }

    static int start(uk_sched *s, uk_thread *)
    {
#ifdef CONFIG_LIBUKSCHED_EXEC_TIME
        coreOf(s).m_switchTime = ukplat_monotonic_clock();
#else
        (void)s;
#endif
        return 0;
    }
    static void yieldEntry(uk_sched *s)
    {
        coreOf(s).self().giveAway();
    }
    static int addEntry(uk_sched *s, uk_thread *t)
    {
        if (uk_thread_is_runnable(t))
            coreOf(s).makeReady(t);
        return 0;
    }
    static void removeEntry(uk_sched *s, uk_thread *t)
    {
        coreOf(s).m_sleeping.remove(t);
        if (isQueued(t))
            coreOf(s).m_ready.remove(t);
    }
    static void blockedEntry(uk_sched *s, uk_thread *t)
    {
        if (isQueued(t))
            coreOf(s).m_ready.remove(t);
        if (t->wakeup_time)
            coreOf(s).m_sleeping.insert(t);
    }
    static void wokenEntry(uk_sched *s, uk_thread *t)
    {
        coreOf(s).m_sleeping.remove(t);
        // The running thread has not given the processor away yet; one that was preempted before
        // it could is still in the queue.
        const bool isRunning = t == uk_thread_current() && !coreOf(s).m_isIdle;
        if (!isRunning && !isQueued(t))
            coreOf(s).makeReady(t);
    }
    void makeReady(uk_thread *t)
    {
        m_ready.push(t);
        self().readied(t);
    }

    Ready m_ready;
    SleepQueue m_sleeping;
    bool m_isIdle = false;
#ifdef CONFIG_LIBUKSCHED_EXEC_TIME
    __nsec m_switchTime = 0;
#endif
};

} // namespace uk
