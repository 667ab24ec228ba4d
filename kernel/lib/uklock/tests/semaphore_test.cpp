// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "threads.hpp"

#include <uk/isr/semaphore.h>
#include <uk/plat/time.h>
#include <uk/test.h>

using namespace uk::test;

namespace {

constexpr __nsec millisecond = 1'000'000;
constexpr __nsec anHour = 3'600'000'000'000;

struct Semaphore : uk_semaphore
{
    explicit Semaphore(long first) { uk_semaphore_init(this, first); }
};

} // namespace

UK_TESTCASE(semaphore, counts)
{
    Semaphore s(2);
    uk_semaphore_down(&s);
    UK_TEST_EXPECT_SNUM_EQ(s.count, 1);
    uk_semaphore_down(&s);
    UK_TEST_EXPECT_ZERO(s.count);
    uk_semaphore_up(&s);
    uk_semaphore_up(&s);
    uk_semaphore_up(&s);
    UK_TEST_EXPECT_SNUM_EQ(s.count, 3);
}

UK_TESTCASE(semaphore, staticSemaphore)
{
    static constinit uk_semaphore s = UK_SEMAPHORE_INITIALIZER(s, 1);
    UK_TEST_EXPECT_SNUM_EQ(uk_semaphore_down_try(&s), 1);
    UK_TEST_EXPECT_ZERO(uk_semaphore_down_try(&s));
}

UK_TESTCASE(semaphore, tryDown)
{
    Semaphore s(1);
    UK_TEST_EXPECT_SNUM_EQ(uk_semaphore_down_try(&s), 1);
    UK_TEST_EXPECT_ZERO(uk_semaphore_down_try(&s));
    UK_TEST_EXPECT_ZERO(s.count);
    uk_semaphore_up_isr(&s);
    UK_TEST_EXPECT_SNUM_EQ(uk_semaphore_down_try_isr(&s), 1);
}

UK_TESTCASE(semaphore, waits)
{
    Semaphore s(0);
    Thread thread("waiting", [&] { uk_semaphore_down(&s); });
    for (int i = 0; i < 5; ++i)
        uk_sched_yield();
    UK_TEST_EXPECT(!thread.hasEnded());
    uk_semaphore_up(&s);
    thread.join();
    UK_TEST_EXPECT_ZERO(s.count);
}

UK_TESTCASE(semaphore, goesToTheOneThatWaits)
{
    Semaphore s(0);
    Thread thread("waiting", [&] { uk_semaphore_down(&s); });
    uk_sched_yield();
    uk_semaphore_up(&s);
    UK_TEST_EXPECT_ZERO(uk_semaphore_down_try(&s));
    thread.join();
}

UK_TESTCASE(semaphore, inTheOrderOfArrival)
{
    Semaphore s(0);
    Journal journal;
    {
        const auto work = [&](char c) {
            uk_semaphore_down(&s);
            journal.add(c);
        };
        Thread a("a", [&] { work('a'); });
        Thread b("b", [&] { work('b'); });
        Thread c("c", [&] { work('c'); });
        uk_sched_yield();
        for (int i = 0; i < 3; ++i)
            uk_semaphore_up(&s);
    }
    EXPECT_JOURNAL(journal, "abc");
}

UK_TESTCASE(semaphore, asManyAsThereAre)
{
    Semaphore s(3);
    int inside = 0, most = 0;
    {
        const auto work = [&] {
            for (int i = 0; i < 10; ++i) {
                uk_semaphore_down(&s);
                most = MAX(most, ++inside);
                uk_sched_yield();
                --inside;
                uk_semaphore_up(&s);
            }
        };
        Thread a("a", work);
        Thread b("b", work);
        Thread c("c", work);
        Thread d("d", work);
        Thread e("e", work);
    }
    UK_TEST_EXPECT_SNUM_EQ(most, 3);
    UK_TEST_EXPECT_SNUM_EQ(s.count, 3);
}

UK_TESTCASE(semaphore, pingPong)
{
    Semaphore ping(0), pong(0);
    int count = 0;
    Thread thread("pong", [&] {
        for (int i = 0; i < 100; ++i) {
            uk_semaphore_down(&ping);
            ++count;
            uk_semaphore_up(&pong);
        }
    });
    for (int i = 0; i < 100; ++i) {
        uk_semaphore_up(&ping);
        uk_semaphore_down(&pong);
    }
    UK_TEST_EXPECT_SNUM_EQ(count, 100);
}

UK_TESTCASE(semaphore, timeoutPasses)
{
    Semaphore s(0);
    const __nsec begin = ukplat_monotonic_clock();
    UK_TEST_EXPECT(uk_semaphore_down_to(&s, 2 * millisecond) == __NSEC_MAX);
    UK_TEST_EXPECT_SNUM_GE(ukplat_monotonic_clock() - begin, 2 * millisecond);
    UK_TEST_EXPECT(s.count == 0 && uk_waitq_empty(&s.wait));
}

UK_TESTCASE(semaphore, timeoutOfNothing)
{
    Semaphore s(0);
    UK_TEST_EXPECT(uk_semaphore_down_to(&s, 0) == __NSEC_MAX);
    uk_semaphore_up(&s);
    UK_TEST_EXPECT(uk_semaphore_down_to(&s, 0) != __NSEC_MAX);
}

UK_TESTCASE(semaphore, timeoutIsNotNeeded)
{
    Semaphore s(0);
    __nsec waited = __NSEC_MAX;
    Thread thread("waiting", [&] { waited = uk_semaphore_down_to(&s, anHour); });
    uk_sched_yield();
    uk_semaphore_up(&s);
    thread.join();
    UK_TEST_EXPECT(waited < anHour);
}

UK_TESTCASE(semaphore, longestTimeout)
{
    Semaphore s(0);
    __nsec waited = __NSEC_MAX;
    Thread thread("waiting", [&] { waited = uk_semaphore_down_to(&s, __NSEC_MAX); });
    uk_sched_yield();
    UK_TEST_EXPECT(!thread.hasEnded());
    uk_semaphore_up(&s);
    thread.join();
    UK_TEST_EXPECT(waited != __NSEC_MAX);
}

UK_TESTCASE(semaphore, oneThatGaveUpTakesNothing)
{
    Semaphore s(0);
    Thread late("late", [&] { uk_semaphore_down_to(&s, millisecond); });
    Thread patient("patient", [&] { uk_semaphore_down(&s); });
    late.join();
    UK_TEST_EXPECT(!patient.hasEnded());
    uk_semaphore_up(&s);
    patient.join();
    UK_TEST_EXPECT_ZERO(s.count);
}

UK_TESTCASE(semaphore, wakingAWaiterGivesItNothing)
{
    Semaphore s(0);
    Thread thread("waiting", [&] { uk_semaphore_down(&s); });
    uk_sched_yield();
    uk_thread_wake(thread.get());
    uk_sched_yield();
    UK_TEST_EXPECT(!thread.hasEnded());
    uk_semaphore_up(&s);
    thread.join();
}

uk_testsuite_register(semaphore, keepProcessor);
