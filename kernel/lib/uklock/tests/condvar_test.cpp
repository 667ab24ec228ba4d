// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "threads.hpp"

#include <errno.h>
#include <uk/condvar.h>
#include <uk/plat/time.h>
#include <uk/test.h>

using namespace uk::test;

namespace {

constexpr __nsec millisecond = 1'000'000;

/** A condition and its mutex. */
struct Guarded
{
    uk_mutex mutex;
    uk_condvar changed;
    int value = 0;

    Guarded()
    {
        uk_mutex_init(&mutex);
        uk_condvar_init(&changed);
    }
    /** Waits until there is a value, and takes it. */
    int take()
    {
        uk_mutex_lock(&mutex);
        while (value == 0)
            uk_condvar_wait(&changed, &mutex);
        const int taken = value;
        value = 0;
        uk_mutex_unlock(&mutex);
        return taken;
    }
    void give(int what)
    {
        uk_mutex_lock(&mutex);
        value = what;
        uk_condvar_signal(&changed);
        uk_mutex_unlock(&mutex);
    }
};

} // namespace

UK_TESTCASE(condvar, waitsForASignal)
{
    Guarded guarded;
    int taken = 0;
    Thread thread("taker", [&] { taken = guarded.take(); });
    uk_sched_yield();
    UK_TEST_EXPECT_ZERO(uk_mutex_is_locked(&guarded.mutex));
    guarded.give(5);
    thread.join();
    UK_TEST_EXPECT_SNUM_EQ(taken, 5);
}

UK_TESTCASE(condvar, signalWithoutWaiters)
{
    Guarded guarded;
    uk_condvar_signal(&guarded.changed);
    uk_condvar_broadcast(&guarded.changed);
    guarded.give(7);
    UK_TEST_EXPECT_SNUM_EQ(guarded.take(), 7);
}

UK_TESTCASE(condvar, staticVariable)
{
    static constinit uk_condvar c = UK_CONDVAR_INITIALIZER(c);
    UK_TEST_EXPECT(uk_waitq_empty(&c.wait));
}

UK_TESTCASE(condvar, signalWakesOneInOrder)
{
    Guarded guarded;
    Journal journal;
    {
        const auto work = [&](char c) {
            guarded.take();
            journal.add(c);
        };
        Thread a("a", [&] { work('a'); });
        Thread b("b", [&] { work('b'); });
        Thread c("c", [&] { work('c'); });
        uk_sched_yield();
        for (int i = 1; i <= 3; ++i) {
            guarded.give(i);
            uk_sched_yield();
            uk_sched_yield();
        }
    }
    EXPECT_JOURNAL(journal, "abc");
}

UK_TESTCASE(condvar, broadcastWakesAll)
{
    uk_mutex m;
    uk_condvar c;
    uk_mutex_init(&m);
    uk_condvar_init(&c);
    bool open = false;
    int through = 0;
    {
        const auto work = [&] {
            uk_mutex_lock(&m);
            while (!open)
                uk_condvar_wait(&c, &m);
            ++through;
            uk_mutex_unlock(&m);
        };
        Thread t1("t1", work);
        Thread t2("t2", work);
        Thread t3("t3", work);
        uk_sched_yield();
        uk_mutex_lock(&m);
        open = true;
        uk_condvar_broadcast(&c);
        uk_mutex_unlock(&m);
    }
    UK_TEST_EXPECT_SNUM_EQ(through, 3);
    UK_TEST_EXPECT_ZERO(uk_mutex_is_locked(&m));
}

UK_TESTCASE(condvar, timeoutPasses)
{
    Guarded guarded;
    uk_mutex_lock(&guarded.mutex);
    const __nsec begin = ukplat_monotonic_clock();
    UK_TEST_EXPECT_SNUM_EQ(uk_condvar_wait_to(&guarded.changed, &guarded.mutex, 2 * millisecond),
                           -ETIMEDOUT);
    UK_TEST_EXPECT_SNUM_GE(ukplat_monotonic_clock() - begin, 2 * millisecond);
    UK_TEST_EXPECT_PTR_EQ(guarded.mutex.owner, uk_thread_current());
    uk_mutex_unlock(&guarded.mutex);
}

UK_TESTCASE(condvar, timeoutIsNotNeeded)
{
    Guarded guarded;
    int result = -1;
    Thread thread("waiting", [&] {
        uk_mutex_lock(&guarded.mutex);
        result = uk_condvar_wait_to(&guarded.changed, &guarded.mutex, __NSEC_MAX);
        uk_mutex_unlock(&guarded.mutex);
    });
    uk_sched_yield();
    uk_condvar_signal(&guarded.changed);
    thread.join();
    UK_TEST_EXPECT_ZERO(result);
}

UK_TESTCASE(condvar, unlockHandsTheMutexOver)
{
    Guarded guarded;
    bool entered = false;
    uk_mutex_lock(&guarded.mutex);
    Thread thread("other", [&] {
        uk_mutex_lock(&guarded.mutex);
        entered = true;
        uk_condvar_signal(&guarded.changed);
        uk_mutex_unlock(&guarded.mutex);
    });
    uk_sched_yield();
    uk_condvar_wait(&guarded.changed, &guarded.mutex);
    UK_TEST_EXPECT(entered);
    uk_mutex_unlock(&guarded.mutex);
}

UK_TESTCASE(condvar, producersAndConsumers)
{
    uk_mutex m;
    uk_condvar notEmpty, notFull;
    uk_mutex_init(&m);
    uk_condvar_init(&notEmpty);
    uk_condvar_init(&notFull);
    constexpr int most = 4, each = 60;
    int level = 0, sum = 0, wrong = 0;
    {
        const auto produce = [&] {
            for (int i = 1; i <= each; ++i) {
                uk_mutex_lock(&m);
                while (level == most)
                    uk_condvar_wait(&notFull, &m);
                wrong += ++level > most;
                sum += i;
                uk_condvar_signal(&notEmpty);
                uk_mutex_unlock(&m);
            }
        };
        const auto consume = [&] {
            for (int i = 1; i <= each; ++i) {
                uk_mutex_lock(&m);
                while (level == 0)
                    uk_condvar_wait(&notEmpty, &m);
                wrong += --level < 0;
                sum -= i;
                uk_condvar_signal(&notFull);
                uk_mutex_unlock(&m);
            }
        };
        Thread p1("p1", produce);
        Thread c1("c1", consume);
        Thread p2("p2", produce);
        Thread c2("c2", consume);
    }
    UK_TEST_EXPECT_ZERO(wrong);
    UK_TEST_EXPECT_ZERO(sum);
    UK_TEST_EXPECT_ZERO(level);
}

uk_testsuite_register(condvar, keepProcessor);
