// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "threads.hpp"

#include <uk/mutex.h>
#include <uk/test.h>

using namespace uk::test;

namespace {

struct Mutex : uk_mutex
{
    explicit Mutex(unsigned int config = 0) { uk_mutex_init_config(this, config); }
};

} // namespace

UK_TESTCASE(mutex, lockAndUnlock)
{
    Mutex m;
    UK_TEST_EXPECT_ZERO(uk_mutex_is_locked(&m));
    uk_mutex_lock(&m);
    UK_TEST_EXPECT_NOT_ZERO(uk_mutex_is_locked(&m));
    UK_TEST_EXPECT_PTR_EQ(m.owner, uk_thread_current());
    uk_mutex_unlock(&m);
    UK_TEST_EXPECT_ZERO(uk_mutex_is_locked(&m));
}

UK_TESTCASE(mutex, staticMutexes)
{
    static constinit uk_mutex plain = UK_MUTEX_INITIALIZER(plain);
    static constinit uk_mutex recursive = UK_MUTEX_INITIALIZER_RECURSIVE(recursive);
    UK_TEST_EXPECT(!uk_mutex_is_locked(&plain) && !uk_mutex_is_recursive(&plain));
    UK_TEST_EXPECT(!uk_mutex_is_locked(&recursive) && uk_mutex_is_recursive(&recursive));
    UK_TEST_EXPECT_SNUM_EQ(uk_mutex_trylock(&plain), 1);
    uk_mutex_unlock(&plain);
}

UK_TESTCASE(mutex, recursive)
{
    Mutex m(UK_MUTEX_CONFIG_RECURSE);
    uk_mutex_lock(&m);
    uk_mutex_lock(&m);
    UK_TEST_EXPECT_SNUM_EQ(uk_mutex_trylock(&m), 1);
    UK_TEST_EXPECT_SNUM_EQ(m.lock_count, 3);
    uk_mutex_unlock(&m);
    uk_mutex_unlock(&m);
    UK_TEST_EXPECT_NOT_ZERO(uk_mutex_is_locked(&m));
    uk_mutex_unlock(&m);
    UK_TEST_EXPECT_ZERO(uk_mutex_is_locked(&m));
}

UK_TESTCASE(mutex, trylockOfAFreeOne)
{
    Mutex m;
    UK_TEST_EXPECT_SNUM_EQ(uk_mutex_trylock(&m), 1);
    uk_mutex_unlock(&m);
}

UK_TESTCASE(mutex, trylockOfOneThatIsLocked)
{
    Mutex m;
    uk_mutex_lock(&m);
    int taken = -1;
    Thread thread("other", [&] { taken = uk_mutex_trylock(&m); });
    thread.join();
    UK_TEST_EXPECT_ZERO(taken);
    uk_mutex_unlock(&m);
}

UK_TESTCASE(mutex, trylockOfARecursiveOneOfAnother)
{
    Mutex m(UK_MUTEX_CONFIG_RECURSE);
    uk_mutex_lock(&m);
    int taken = -1;
    Thread thread("other", [&] { taken = uk_mutex_trylock(&m); });
    thread.join();
    UK_TEST_EXPECT_ZERO(taken);
    uk_mutex_unlock(&m);
}

UK_TESTCASE(mutex, waits)
{
    Mutex m;
    uk_mutex_lock(&m);
    bool entered = false;
    Thread thread("waiting", [&] {
        uk_mutex_lock(&m);
        entered = true;
        uk_mutex_unlock(&m);
    });
    for (int i = 0; i < 5; ++i)
        uk_sched_yield();
    UK_TEST_EXPECT(!entered);
    uk_mutex_unlock(&m);
    thread.join();
    UK_TEST_EXPECT(entered);
    UK_TEST_EXPECT_ZERO(uk_mutex_is_locked(&m));
}

UK_TESTCASE(mutex, goesToTheOneThatWaits)
{
    Mutex m;
    uk_mutex_lock(&m);
    Thread thread("waiting", [&] {
        uk_mutex_lock(&m);
        uk_mutex_unlock(&m);
    });
    uk_sched_yield();
    uk_mutex_unlock(&m);
    UK_TEST_EXPECT_PTR_EQ(m.owner, thread.get());
    UK_TEST_EXPECT_ZERO(uk_mutex_trylock(&m));
    thread.join();
}

UK_TESTCASE(mutex, inTheOrderOfArrival)
{
    Mutex m;
    Journal journal;
    uk_mutex_lock(&m);
    const auto work = [&](char c) {
        uk_mutex_lock(&m);
        journal.add(c);
        uk_sched_yield();
        uk_mutex_unlock(&m);
    };
    {
        Thread a("a", [&] { work('a'); });
        Thread b("b", [&] { work('b'); });
        Thread c("c", [&] { work('c'); });
        Thread d("d", [&] { work('d'); });
        uk_sched_yield();
        uk_mutex_unlock(&m);
    }
    EXPECT_JOURNAL(journal, "abcd");
}

UK_TESTCASE(mutex, nobodyGetsAhead)
{
    Mutex m;
    Journal journal;
    uk_mutex_lock(&m);
    Thread thread("waiting", [&] {
        uk_mutex_lock(&m);
        journal.add('w');
        uk_mutex_unlock(&m);
    });
    uk_sched_yield();
    uk_mutex_unlock(&m);
    uk_mutex_lock(&m);
    journal.add('m');
    uk_mutex_unlock(&m);
    EXPECT_JOURNAL(journal, "wm");
}

UK_TESTCASE(mutex, oneAtATime)
{
    Mutex m;
    int inside = 0, most = 0, count = 0;
    {
        const auto work = [&] {
            for (int i = 0; i < 20; ++i) {
                uk_mutex_lock(&m);
                most = MAX(most, ++inside);
                uk_sched_yield();
                ++count;
                --inside;
                uk_mutex_unlock(&m);
            }
        };
        Thread a("a", work);
        Thread b("b", work);
        Thread c("c", work);
        Thread d("d", work);
    }
    UK_TEST_EXPECT_SNUM_EQ(most, 1);
    UK_TEST_EXPECT_SNUM_EQ(count, 80);
}

UK_TESTCASE(mutex, recursiveWaitsForAllUnlocks)
{
    Mutex m(UK_MUTEX_CONFIG_RECURSE);
    uk_mutex_lock(&m);
    uk_mutex_lock(&m);
    Thread thread("waiting", [&] {
        uk_mutex_lock(&m);
        uk_mutex_unlock(&m);
    });
    uk_sched_yield();
    uk_mutex_unlock(&m);
    uk_sched_yield();
    UK_TEST_EXPECT(!thread.hasEnded());
    uk_mutex_unlock(&m);
    thread.join();
}

UK_TESTCASE(mutex, terminatedWaiterIsForgotten)
{
    Mutex m;
    uk_mutex_lock(&m);
    const auto work = [&] {
        uk_mutex_lock(&m);
        uk_mutex_unlock(&m);
    };
    Thread first("first", work);
    Thread second("second", work);
    uk_sched_yield();
    first.terminate();
    uk_mutex_unlock(&m);
    second.join();
    UK_TEST_EXPECT_ZERO(uk_mutex_is_locked(&m));
}

UK_TESTCASE(mutex, terminatedOwnerLeavesItLocked)
{
    Mutex m(UK_MUTEX_CONFIG_RECURSE);
    {
        Thread owner("owner", [&] {
            uk_mutex_lock(&m);
            uk_thread_block(uk_thread_current());
            uk_sched_yield();
        });
        uk_sched_yield();
        UK_TEST_EXPECT_PTR_EQ(m.owner, owner.get());
        UK_TEST_EXPECT_SNUM_EQ(owner.get()->locks, 1);
        owner.terminate();
    }
    UK_TEST_EXPECT(sleepUntilAlone());
    // Nor is it that of a new thread, which gets the memory that the other one had.
    int taken = -1;
    Thread other("other", [&] { taken = uk_mutex_trylock(&m); });
    other.join();
    UK_TEST_EXPECT_ZERO(taken);
    UK_TEST_EXPECT(m.owner && m.owner != other.get());
}

UK_TESTCASE(mutex, countsWhatAThreadHasLocked)
{
    Mutex first, second(UK_MUTEX_CONFIG_RECURSE);
    const unsigned int before = uk_thread_current()->locks;
    uk_mutex_lock(&first);
    uk_mutex_lock(&second);
    uk_mutex_lock(&second);
    UK_TEST_EXPECT_SNUM_EQ(uk_thread_current()->locks - before, 2);
    {
        Thread waiting("waiting", [&] {
            uk_mutex_lock(&first);
            uk_mutex_unlock(&first);
        });
        uk_sched_yield();
        UK_TEST_EXPECT_ZERO(waiting.get()->locks);
        uk_mutex_unlock(&first);
        UK_TEST_EXPECT_SNUM_EQ(waiting.get()->locks, 1);
    }
    uk_mutex_unlock(&second);
    UK_TEST_EXPECT_SNUM_EQ(uk_thread_current()->locks - before, 1);
    uk_mutex_unlock(&second);
    UK_TEST_EXPECT_SNUM_EQ(uk_thread_current()->locks, before);
}

UK_TESTCASE(mutex, wakingAWaiterGivesItNothing)
{
    Mutex m;
    uk_mutex_lock(&m);
    bool entered = false;
    Thread thread("waiting", [&] {
        uk_mutex_lock(&m);
        entered = true;
        uk_mutex_unlock(&m);
    });
    uk_sched_yield();
    uk_thread_wake(thread.get());
    uk_sched_yield();
    UK_TEST_EXPECT(!entered);
    uk_mutex_unlock(&m);
    thread.join();
}

UK_TESTCASE(mutex, waitingForAConditionUnderIt)
{
    Mutex m;
    uk_waitq queue;
    uk_waitq_init(&queue);
    bool condition = false;
    bool wasMine = false;
    Thread thread("waiting", [&] {
        uk_mutex_lock(&m);
        uk_waitq_wait_event_mutex(&queue, condition, &m);
        wasMine = m.owner == uk_thread_current();
        uk_mutex_unlock(&m);
    });
    uk_sched_yield();
    uk_mutex_lock(&m);
    condition = true;
    uk_waitq_wake_up(&queue);
    uk_mutex_unlock(&m);
    thread.join();
    UK_TEST_EXPECT(wasMine);
}

UK_TESTCASE(mutex, deadlineForAConditionUnderIt)
{
    Mutex m;
    uk_waitq queue;
    uk_waitq_init(&queue);
    uk_mutex_lock(&m);
    UK_TEST_EXPECT_SNUM_EQ(
        uk_waitq_wait_event_deadline_mutex(&queue, false, ukplat_monotonic_clock() + 1'000'000, &m),
        1);
    UK_TEST_EXPECT_PTR_EQ(m.owner, uk_thread_current());
    uk_mutex_unlock(&m);
}

UK_TESTCASE(mutex, manyThatWait)
{
    Mutex m;
    constexpr int count = 8;
    int order = 0, wrong = 0;
    uk_mutex_lock(&m);
    {
        const auto work = [&](int mine) {
            uk_mutex_lock(&m);
            wrong += order++ != mine;
            uk_mutex_unlock(&m);
        };
        Thread t0("t0", [&] { work(0); });
        Thread t1("t1", [&] { work(1); });
        Thread t2("t2", [&] { work(2); });
        Thread t3("t3", [&] { work(3); });
        Thread t4("t4", [&] { work(4); });
        Thread t5("t5", [&] { work(5); });
        Thread t6("t6", [&] { work(6); });
        Thread t7("t7", [&] { work(7); });
        uk_sched_yield();
        uk_mutex_unlock(&m);
    }
    UK_TEST_EXPECT_ZERO(wrong);
    UK_TEST_EXPECT_SNUM_EQ(order, count);
}

#ifdef CONFIG_LIBUKLOCK_MUTEX_METRICS
UK_TESTCASE(mutex, metrics)
{
    uk_mutex_metrics before, after;
    uk_mutex_get_metrics(&before);
    Mutex m;
    uk_mutex_lock(&m);
    Thread thread("other", [&] { uk_mutex_trylock(&m); });
    thread.join();
    uk_mutex_unlock(&m);
    uk_mutex_get_metrics(&after);
    UK_TEST_EXPECT_SNUM_EQ(after.total_locks - before.total_locks, 1);
    UK_TEST_EXPECT_SNUM_EQ(after.total_unlocks - before.total_unlocks, 1);
    UK_TEST_EXPECT_SNUM_EQ(after.total_failed_trylocks - before.total_failed_trylocks, 1);
    UK_TEST_EXPECT_SNUM_EQ(after.active_locked, before.active_locked);
    UK_TEST_EXPECT_SNUM_EQ(after.active_unlocked - before.active_unlocked, 1);
}
#endif

uk_testsuite_register(mutex, keepProcessor);
