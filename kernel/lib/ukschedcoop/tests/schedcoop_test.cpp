// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Whose turn it is when nobody is interrupted.

#include "threads.hpp"

#include <uk/plat/time.h>
#include <uk/sched.h>
#include <uk/schedcoop.h>
#include <uk/test.h>

using namespace uk::test;

namespace {

/** Digits of who ran, in order. */
struct Order
{
    char digits[16]{};
    unsigned int count = 0;

    void add(char digit)
    {
        if (count < sizeof(digits) - 1)
            digits[count++] = digit;
    }
};

void takeThreeTurns(Order &order, char digit)
{
    for (int i = 0; i < 3; ++i) {
        order.add(digit);
        uk_sched_yield();
    }
}

} // namespace

UK_TESTCASE(schedcoop, threads_take_turns)
{
    Order order;
    {
        const Thread one("one", [&order] { takeThreeTurns(order, '1'); });
        const Thread two("two", [&order] { takeThreeTurns(order, '2'); });
        const Thread three("three", [&order] { takeThreeTurns(order, '3'); });
    }
    UK_TEST_EXPECT_BYTES_EQ(order.digits, "123123123", 10);
}

UK_TESTCASE_DESC(schedcoop, nobody_is_interrupted, "however long it computes")
{
    constexpr __nsec long_ = 50'000'000;
    bool hasRun = false;
    const Thread other("other", [&hasRun] { hasRun = true; });
    const __nsec end = ukplat_monotonic_clock() + long_;
    while (ukplat_monotonic_clock() < end)
        ;
    UK_TEST_EXPECT(!hasRun);
    uk_sched_yield();
    UK_TEST_EXPECT(hasRun);
}

UK_TESTCASE(schedcoop, who_is_woken_comes_last)
{
    Order order;
    uk_waitq gate;
    bool isOpen = false;
    uk_waitq_init(&gate);
    {
        const Thread blocked("blocked", [&] {
            uk_waitq_wait_event(&gate, isOpen);
            order.add('b');
        });
        uk_sched_yield();
        const Thread ready("ready", [&order] { order.add('r'); });
        isOpen = true;
        uk_waitq_wake_up(&gate);
    }
    UK_TEST_EXPECT_BYTES_EQ(order.digits, "rb", 3);
}

UK_TESTCASE(schedcoop, who_sleeps_lets_others_run)
{
    Order order;
    {
        const Thread busy("busy", [&order] { takeThreeTurns(order, '1'); });
        uk_sched_thread_sleep(1'000'000);
        order.add('m');
    }
    UK_TEST_EXPECT_BYTES_EQ(order.digits, "111m", 5);
}

UK_TESTCASE(schedcoop, another_scheduler_can_be_made)
{
    uk_alloc *heap = uk_alloc_get_default();
    uk_sched *scheduler = uk_schedcoop_create(heap, heap, nullptr, heap);
    UK_TEST_ASSERT(scheduler);
    UK_TEST_EXPECT(scheduler != uk_sched_current());
    uk_free(heap, scheduler);
}

uk_testsuite_register(schedcoop, nullptr);
