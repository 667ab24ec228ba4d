// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Blocking, waking, sleeping; waking from interrupt handlers.

#include "threads.hpp"

#include <uk/init.h>
#include <uk/intctlr.h>
#include <uk/isr/wait.h>
#include <uk/plat/time.h>
#include <uk/test.h>

using namespace uk::test;

namespace {

constexpr __nsec millisecond = 1'000'000;

/** What the timer's interrupt does beside its usual work. */
using Reaction = void (*)();
constinit Reaction onInterrupt = nullptr;
constinit uk_thread *toWake = nullptr;
constinit DEFINE_WAIT_QUEUE(interruptQueue);
constinit volatile bool happened = false;

int handleInterrupt(void *)
{
    if (onInterrupt)
        onInterrupt();
    return 0;
}

// Before the platform's own handler, which is registered with the first timed halt.
int registerHandler(uk_init_ctx *)
{
    uk_intctlr_irq_register(ukplat_time_get_irq(), handleInterrupt, nullptr);
    return 0;
}

uk_early_initcall(registerHandler, 0);

/** Sleeps until the timer has interrupted: it does not when the time is over before the processor
 * is halted. */
void waitForInterrupt()
{
    for (__nsec duration = millisecond; !happened; duration *= 4)
        uk_sched_thread_sleep(duration);
}

/** A thread that sleeps, which makes the timer interrupt. */
auto sleeper(__nsec duration)
{
    return [duration] { uk_sched_thread_sleep(duration); };
}

} // namespace

UK_TESTCASE(block, blockedThreadDoesNotRun)
{
    int turns = 0;
    Thread thread("blocked", [&] {
        ++turns;
        uk_thread_block(uk_thread_current());
        uk_sched_yield();
        ++turns;
    });
    for (int i = 0; i < 10; ++i)
        uk_sched_yield();
    UK_TEST_EXPECT_SNUM_EQ(turns, 1);
    UK_TEST_EXPECT(uk_thread_is_blocked(thread.get()));
    uk_thread_wake(thread.get());
    UK_TEST_EXPECT(uk_thread_is_runnable(thread.get()));
    thread.join();
    UK_TEST_EXPECT_SNUM_EQ(turns, 2);
}

UK_TESTCASE(block, wakingAReadyThreadDoesNothing)
{
    int turns = 0;
    Thread thread("ready", [&] {
        for (int i = 0; i < 4; ++i) {
            ++turns;
            uk_sched_yield();
        }
    });
    for (int i = 0; i < 5; ++i)
        uk_thread_wake(thread.get());
    uk_sched_yield();
    UK_TEST_EXPECT_SNUM_EQ(turns, 1);
}

UK_TESTCASE(block, wakingBeforeTheYield)
{
    uk_thread_block(uk_thread_current());
    UK_TEST_EXPECT(uk_thread_is_blocked(uk_thread_current()));
    uk_thread_wake(uk_thread_current());
    uk_sched_yield();
    UK_TEST_EXPECT(uk_thread_is_runnable(uk_thread_current()));
}

UK_TESTCASE(block, blockingAnotherThread)
{
    bool ran = false;
    Thread thread("other", [&] { ran = true; });
    uk_thread_block(thread.get());
    uk_sched_yield();
    UK_TEST_EXPECT(!ran);
    uk_thread_wake(thread.get());
    thread.join();
    UK_TEST_EXPECT(ran);
}

UK_TESTCASE(block, blockingTwiceIsBlockingOnce)
{
    bool ran = false;
    Thread thread("other", [&] { ran = true; });
    uk_thread_block(thread.get());
    uk_thread_block_timeout(thread.get(), 1);
    uk_sched_thread_sleep(millisecond);
    UK_TEST_EXPECT(!ran);
    uk_thread_wake(thread.get());
    thread.join();
}

UK_TESTCASE(block, timeoutWakes)
{
    const __nsec begin = ukplat_monotonic_clock();
    uk_thread_block_timeout(uk_thread_current(), 2 * millisecond);
    uk_sched_yield();
    UK_TEST_EXPECT_SNUM_GE(ukplat_monotonic_clock() - begin, 2 * millisecond);
    UK_TEST_EXPECT_ZERO(uk_thread_current()->wakeup_time);
}

UK_TESTCASE(block, timeInThePastWakesAtOnce)
{
    uk_thread_block_until(uk_thread_current(), 1);
    uk_sched_yield();
    UK_TEST_EXPECT(uk_thread_is_runnable(uk_thread_current()));
}

UK_TESTCASE(block, wakingCancelsTheTimeout)
{
    Thread thread("sleeper", [] { uk_sched_thread_sleep(3600 * 1000 * millisecond); });
    uk_sched_yield();
    UK_TEST_EXPECT(uk_thread_is_blocked(thread.get()));
    uk_thread_wake(thread.get());
    thread.join();
    UK_TEST_EXPECT(thread.hasEnded());
}

UK_TESTCASE(block, longestTimeout)
{
    Thread thread("sleeper", [] { uk_sched_thread_sleep(__NSEC_MAX); });
    uk_sched_yield();
    UK_TEST_EXPECT(uk_thread_is_blocked(thread.get()));
    UK_TEST_EXPECT_SNUM_EQ(thread.get()->wakeup_time, __SNSEC_MAX);
    uk_thread_wake(thread.get());
}

UK_TESTCASE(block, sleepTakesItsTime)
{
    const __nsec begin = ukplat_monotonic_clock();
    uk_sched_thread_sleep(3 * millisecond);
    UK_TEST_EXPECT_SNUM_GE(ukplat_monotonic_clock() - begin, 3 * millisecond);
}

UK_TESTCASE(block, othersRunMeanwhile)
{
    int turns = 0;
    bool isOver = false;
    Thread thread("busy", [&] {
        while (!isOver) {
            ++turns;
            uk_sched_yield();
        }
    });
    uk_sched_thread_sleep(millisecond);
    isOver = true;
    UK_TEST_EXPECT_SNUM_GT(turns, 0);
}

UK_TESTCASE(block, sleepersWakeInOrderOfTime)
{
    // All have to be asleep before the first wakes up; a slow machine gets more time for that.
    bool inTime = false;
    for (__nsec lead = 2 * millisecond; !inTime; lead *= 4) {
        Journal journal;
        inTime = true;
        const __nsec begin = ukplat_monotonic_clock() + lead;
        const auto work = [&](char c, int after) {
            uk_thread_block_until(uk_thread_current(),
                                  static_cast<__snsec>(begin + after * millisecond));
            inTime = inTime && ukplat_monotonic_clock() < begin;
            uk_sched_yield();
            journal.add(c);
        };
        {
            Thread c("c", [&] { work('c', 3); });
            Thread a("a", [&] { work('a', 1); });
            Thread d("d", [&] { work('d', 4); });
            Thread b("b", [&] { work('b', 2); });
        }
        if (inTime)
            EXPECT_JOURNAL(journal, "abcd");
    }
}

UK_TESTCASE(block, allAsleepAtATime)
{
    const __nsec begin = ukplat_monotonic_clock();
    {
        Thread a("a", sleeper(millisecond));
        Thread b("b", sleeper(2 * millisecond));
        Thread c("c", sleeper(3 * millisecond));
        uk_sched_thread_sleep(2 * millisecond);
    }
    UK_TEST_EXPECT_SNUM_GE(ukplat_monotonic_clock() - begin, 3 * millisecond);
}

UK_TESTCASE(block, interruptWakesAThread)
{
    happened = false;
    Thread waiting("waiting", [] {
        toWake = uk_thread_current();
        const unsigned long flags = ukplat_lcpu_save_irqf();
        while (!happened) {
            uk_thread_block(uk_thread_current());
            uk_sched_yield();
        }
        ukplat_lcpu_restore_irqf(flags);
    });
    uk_sched_yield();
    onInterrupt = [] {
        happened = true;
        uk_thread_wake_isr(toWake);
    };
    waitForInterrupt();
    waiting.join();
    onInterrupt = nullptr;
    UK_TEST_EXPECT(waiting.hasEnded());
}

UK_TESTCASE(block, interruptWakesAQueue)
{
    happened = false;
    Thread first("first", [] { uk_waitq_wait_event(&interruptQueue, happened); });
    Thread second("second", [] { uk_waitq_wait_event(&interruptQueue, happened); });
    uk_sched_yield();
    onInterrupt = [] {
        happened = true;
        uk_waitq_wake_up_isr(&interruptQueue);
    };
    waitForInterrupt();
    first.join();
    second.join();
    onInterrupt = nullptr;
    UK_TEST_EXPECT(uk_waitq_empty(&interruptQueue));
}

UK_TESTCASE(block, interruptWakesTheOnlyThread)
{
    happened = false;
    onInterrupt = [] {
        happened = true;
        uk_waitq_wake_up_isr(&interruptQueue);
    };
    int late = 1;
    for (__nsec patience = millisecond; late; patience *= 4)
        late = uk_waitq_wait_event_deadline(&interruptQueue, happened,
                                            ukplat_monotonic_clock() + patience);
    onInterrupt = nullptr;
    UK_TEST_EXPECT_ZERO(late);
    UK_TEST_EXPECT(happened);
}

uk_testsuite_register(block, keepProcessor);
