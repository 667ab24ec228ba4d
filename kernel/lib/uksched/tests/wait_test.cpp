// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "threads.hpp"

#include <uk/plat/time.h>
#include <uk/test.h>

using namespace uk::test;

namespace {

constexpr __nsec millisecond = 1'000'000;

/** A queue that is empty. */
struct Queue : uk_waitq
{
    Queue() { uk_waitq_init(this); }
};

} // namespace

UK_TESTCASE(wait, addAndRemove)
{
    Queue queue;
    DEFINE_WAIT(place);
    UK_TEST_EXPECT(uk_waitq_empty(&queue));
    uk_waitq_add(&queue, &place);
    uk_waitq_add(&queue, &place);
    UK_TEST_EXPECT(!uk_waitq_empty(&queue) && place.waiting);
    uk_waitq_remove(&queue, &place);
    UK_TEST_EXPECT(uk_waitq_empty(&queue) && !place.waiting);
    uk_waitq_remove(&queue, &place);
    UK_TEST_EXPECT(uk_waitq_empty(&queue));
}

UK_TESTCASE(wait, placeInTwoQueues)
{
    Queue first, second;
    DEFINE_WAIT(one);
    DEFINE_WAIT(other);
    uk_waitq_add(&first, &one);
    uk_waitq_add(&second, &other);
    uk_waitq_wake_up(&first);
    UK_TEST_EXPECT(!one.waiting && other.waiting);
    uk_waitq_remove(&second, &other);
    UK_TEST_EXPECT(uk_waitq_empty(&second));
}

UK_TESTCASE(wait, staticQueueIsEmpty)
{
    static constinit DEFINE_WAIT_QUEUE(queue);
    UK_TEST_EXPECT(uk_waitq_empty(&queue));
}

UK_TESTCASE(wait, wakingAnEmptyQueue)
{
    Queue queue;
    uk_waitq_wake_up(&queue);
    uk_waitq_wake_up_one(&queue);
    UK_TEST_EXPECT(uk_waitq_empty(&queue));
}

UK_TESTCASE(wait, conditionThatHolds)
{
    Queue queue;
    uk_waitq_wait_event(&queue, true);
    UK_TEST_EXPECT_ZERO(uk_waitq_wait_event_deadline(&queue, true, 1));
    UK_TEST_EXPECT(uk_waitq_empty(&queue));
}

UK_TESTCASE(wait, waitsForTheCondition)
{
    Queue queue;
    bool condition = false;
    Thread thread("waiting", [&] { uk_waitq_wait_event(&queue, condition); });
    uk_sched_yield();
    UK_TEST_EXPECT(!uk_waitq_empty(&queue) && !thread.hasEnded());
    condition = true;
    uk_waitq_wake_up(&queue);
    thread.join();
    UK_TEST_EXPECT(uk_waitq_empty(&queue));
}

UK_TESTCASE(wait, looksAgainWhenWoken)
{
    Queue queue;
    int value = 0;
    Thread thread("waiting", [&] { uk_waitq_wait_event(&queue, value == 3); });
    uk_sched_yield();
    for (value = 1; value < 3; ++value) {
        uk_waitq_wake_up(&queue);
        uk_sched_yield();
        UK_TEST_EXPECT(!thread.hasEnded() && !uk_waitq_empty(&queue));
    }
    uk_waitq_wake_up(&queue);
    thread.join();
}

UK_TESTCASE(wait, wakingTheThreadItself)
{
    Queue queue;
    bool condition = false;
    Thread thread("waiting", [&] { uk_waitq_wait_event(&queue, condition); });
    uk_sched_yield();
    uk_thread_wake(thread.get());
    uk_sched_yield();
    UK_TEST_EXPECT(!thread.hasEnded());
    condition = true;
    uk_thread_wake(thread.get());
    thread.join();
    UK_TEST_EXPECT(uk_waitq_empty(&queue));
}

UK_TESTCASE(wait, oneAtATimeInOrder)
{
    Queue queue;
    Journal journal;
    int tokens = 0;
    const auto work = [&](char c) {
        uk_waitq_wait_event(&queue, tokens > 0);
        --tokens;
        journal.add(c);
    };
    {
        Thread a("a", [&] { work('a'); });
        Thread b("b", [&] { work('b'); });
        Thread c("c", [&] { work('c'); });
        uk_sched_yield();
        for (int i = 0; i < 3; ++i) {
            tokens = 1;
            uk_waitq_wake_up_one(&queue);
            uk_sched_yield();
        }
    }
    EXPECT_JOURNAL(journal, "abc");
}

UK_TESTCASE(wait, twoWakeUpsWakeTwo)
{
    Queue queue;
    int tokens = 0;
    Thread a("a", [&] { uk_waitq_wait_event(&queue, tokens > 0); });
    Thread b("b", [&] { uk_waitq_wait_event(&queue, tokens > 0); });
    uk_sched_yield();
    tokens = 2;
    uk_waitq_wake_up_one(&queue);
    uk_waitq_wake_up_one(&queue);
    UK_TEST_EXPECT(uk_thread_is_runnable(a.get()) && uk_thread_is_runnable(b.get()));
    UK_TEST_EXPECT(uk_waitq_empty(&queue));
}

UK_TESTCASE(wait, wakingAll)
{
    Queue queue;
    bool condition = false;
    Thread a("a", [&] { uk_waitq_wait_event(&queue, condition); });
    Thread b("b", [&] { uk_waitq_wait_event(&queue, condition); });
    Thread c("c", [&] { uk_waitq_wait_event(&queue, condition); });
    uk_sched_yield();
    condition = true;
    uk_waitq_wake_up(&queue);
    uk_sched_yield();
    UK_TEST_EXPECT(a.hasEnded() && b.hasEnded() && c.hasEnded());
}

UK_TESTCASE(wait, deadlinePasses)
{
    Queue queue;
    const __nsec deadline = ukplat_monotonic_clock() + 2 * millisecond;
    UK_TEST_EXPECT_SNUM_EQ(uk_waitq_wait_event_deadline(&queue, false, deadline), 1);
    UK_TEST_EXPECT(ukplat_monotonic_clock() >= deadline);
    UK_TEST_EXPECT(uk_waitq_empty(&queue));
}

UK_TESTCASE(wait, deadlineThatHasPassed)
{
    Queue queue;
    UK_TEST_EXPECT_SNUM_EQ(uk_waitq_wait_event_deadline(&queue, false, 1), 1);
}

UK_TESTCASE(wait, deadlineIsNotReached)
{
    Queue queue;
    bool condition = false;
    int late = -1;
    Thread thread("waiting", [&] {
        late = uk_waitq_wait_event_deadline(&queue, condition,
                                            ukplat_monotonic_clock() + 3600 * 1000 * millisecond);
    });
    uk_sched_yield();
    condition = true;
    uk_waitq_wake_up(&queue);
    thread.join();
    UK_TEST_EXPECT_ZERO(late);
}

UK_TESTCASE(wait, lockIsGivenBackMeanwhile)
{
    Queue queue;
    bool condition = false;
    struct Lock
    {
        bool locked = true;
        int unlocks = 0;
    } lock;
    const auto take = [](Lock *l) { l->locked = true; };
    const auto giveBack = [](Lock *l) {
        l->locked = false;
        ++l->unlocks;
    };
    Thread thread("waiting",
                  [&] { uk_waitq_wait_event_locked(&queue, condition, take, giveBack, &lock); });
    uk_sched_yield();
    UK_TEST_EXPECT(!lock.locked);
    condition = true;
    uk_waitq_wake_up(&queue);
    thread.join();
    UK_TEST_EXPECT(lock.locked);
    UK_TEST_EXPECT_SNUM_EQ(lock.unlocks, 1);
}

UK_TESTCASE(wait, waiterByHand)
{
    Queue queue;
    Thread waker("waker", [&] { uk_waitq_wake_up(&queue); });
    DEFINE_WAIT(place);
    uk_waitq_add_waiter(&queue, &place);
    UK_TEST_EXPECT(uk_thread_is_blocked(uk_thread_current()));
    uk_sched_yield();
    uk_waitq_remove_waiter(&queue, &place);
    UK_TEST_EXPECT(waker.hasEnded() && uk_waitq_empty(&queue));
}

uk_testsuite_register(wait, keepProcessor);
