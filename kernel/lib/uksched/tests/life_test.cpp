// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// How threads begin and end, and what is done for each.

#include "threads.hpp"

#include <errno.h>
#include <stdlib.h>
#include <uk/sched_impl.h>
#include <uk/test.h>

using namespace uk::test;

namespace {

uk_alloc *heap()
{
    return uk_alloc_get_default();
}

__thread int fromInit;

/** What the functions of the table below saw. */
struct Table
{
    int inits, terms;
    bool refuse;
    uk_thread *parent, *child;
    int localInTerm;
};
constinit Table table{};

int onBegin(uk_thread *child, uk_thread *parent)
{
    if (table.refuse)
        return -EPERM;
    ++table.inits;
    table.parent = parent;
    table.child = child;
    fromInit = 1000 + table.inits;
    return 0;
}

void onEnd(uk_thread *)
{
    ++table.terms;
    table.localInTerm = fromInit;
}

UK_THREAD_INIT(onBegin, onEnd);

constinit int destroyed = 0;
constinit int collected = 0;
constinit void *collectedArgument = nullptr;

void destroy(uk_thread *)
{
    ++destroyed;
}

void collect(uk_thread *, void *argument)
{
    ++collected;
    collectedArgument = argument;
}

[[noreturn]] void exits(void *)
{
    uk_sched_thread_exit();
}

[[noreturn]] void exitsWithCollector(void *argument)
{
    uk_sched_thread_exit2(collect, argument);
}

[[noreturn]] void neverEnds(void *)
{
    for (;;)
        uk_sched_yield();
}

uk_thread *start(uk_thread_fn1_t function, void *argument = nullptr)
{
    uk_thread *t = uk_sched_thread_create_fn1(uk_sched_current(), function, argument, 0, 0, false,
                                              false, "mortal", nullptr, destroy);
    if (t)
        uk_thread_set_timeslice(t, forever);
    return t;
}

} // namespace

UK_TESTCASE(life, destructorIsCalled)
{
    destroyed = 0;
    start(exits);
    UK_TEST_EXPECT_ZERO(destroyed);
    UK_TEST_EXPECT(yieldUntil([] { return destroyed == 1; }));
}

UK_TESTCASE(life, collectorIsCalled)
{
    collected = 0;
    start(exitsWithCollector, &destroyed);
    UK_TEST_EXPECT(yieldUntil([] { return collected == 1; }));
    UK_TEST_EXPECT_PTR_EQ(collectedArgument, &destroyed);
}

UK_TESTCASE(life, memoryIsFreed)
{
    destroyed = 0;
    UK_TEST_EXPECT(sleepUntilAlone());
    const __ssz before = uk_alloc_availmem(heap());
    for (int i = 0; i < 50; ++i) {
        start(exits);
        uk_sched_yield();
        uk_sched_yield();
    }
    UK_TEST_EXPECT(sleepUntilAlone());
    UK_TEST_EXPECT_SNUM_EQ(destroyed, 50);
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_availmem(heap()), before);
}

UK_TESTCASE(life, collectionTellsHowMany)
{
    UK_TEST_EXPECT(sleepUntilAlone());
    destroyed = 0;
    uk_thread *threads[3];
    for (uk_thread *&t : threads)
        t = start(neverEnds);
    for (uk_thread *t : threads)
        uk_sched_thread_terminate(t);
    UK_TEST_EXPECT_SNUM_EQ(uk_sched_thread_gc(uk_sched_current()), 3);
    UK_TEST_EXPECT_SNUM_EQ(destroyed, 3);
    UK_TEST_EXPECT_ZERO(uk_sched_thread_gc(uk_sched_current()));
}

UK_TESTCASE(life, terminateBeforeItRan)
{
    bool ran = false;
    Thread thread("unborn", [&] { ran = true; });
    thread.terminate();
    uk_sched_yield();
    UK_TEST_EXPECT(!ran);
}

UK_TESTCASE(life, terminateWhileItRuns)
{
    int turns = 0;
    Thread thread("running", [&] {
        for (;;) {
            ++turns;
            uk_sched_yield();
        }
    });
    uk_sched_yield();
    uk_sched_yield();
    UK_TEST_EXPECT_SNUM_EQ(turns, 2);
    thread.terminate();
    uk_sched_yield();
    uk_sched_yield();
    UK_TEST_EXPECT_SNUM_EQ(turns, 2);
}

UK_TESTCASE(life, terminateWhileBlocked)
{
    destroyed = 0;
    uk_thread *t = start([](void *) __attribute__((noreturn)) {
        for (;;) {
            uk_thread_block(uk_thread_current());
            uk_sched_yield();
        }
    });
    uk_sched_yield();
    UK_TEST_EXPECT(uk_thread_is_blocked(t));
    uk_sched_thread_terminate(t);
    UK_TEST_EXPECT(yieldUntil([] { return destroyed == 1; }));
}

UK_TESTCASE(life, terminateWhileAsleep)
{
    destroyed = 0;
    uk_thread *t = start([](void *) __attribute__((noreturn)) {
        uk_sched_thread_sleep(3'600'000'000'000);
        uk_sched_thread_exit();
    });
    uk_sched_yield();
    uk_sched_thread_terminate(t);
    UK_TEST_EXPECT(yieldUntil([] { return destroyed == 1; }));
    // The next one to wake up is nobody's memory any more.
    uk_sched_thread_sleep(1000);
}

UK_TESTCASE(life, terminateWhileWaiting)
{
    static constinit DEFINE_WAIT_QUEUE(queue);
    bool condition = false;
    Thread first("first", [&] { uk_waitq_wait_event(&queue, condition); });
    Thread second("second", [&] { uk_waitq_wait_event(&queue, condition); });
    uk_sched_yield();
    first.terminate();
    condition = true;
    uk_waitq_wake_up_one(&queue);
    second.join();
    UK_TEST_EXPECT(uk_waitq_empty(&queue));
}

UK_TESTCASE(life, initFunctionsHaveTheNewThreadsLocals)
{
    table = {};
    fromInit = 5;
    int there = 0;
    {
        Thread thread("child", [&] { there = fromInit; });
        UK_TEST_EXPECT_SNUM_EQ(table.inits, 1);
        UK_TEST_EXPECT_PTR_EQ(table.child, thread.get());
        UK_TEST_EXPECT_PTR_EQ(table.parent, uk_thread_current());
    }
    UK_TEST_EXPECT_SNUM_EQ(there, 1001);
    UK_TEST_EXPECT_SNUM_EQ(fromInit, 5);
}

UK_TESTCASE(life, termFunctionsHaveThemToo)
{
    table = {};
    start(exits);
    UK_TEST_EXPECT(yieldUntil([] { return table.terms == 1; }));
    UK_TEST_EXPECT_SNUM_EQ(table.localInTerm, 1001);
    uk_thread *t = start(neverEnds);
    uk_sched_yield();
    fromInit = 7;
    uk_sched_thread_terminate(t);
    UK_TEST_EXPECT_SNUM_EQ(table.terms, 2);
    UK_TEST_EXPECT_SNUM_EQ(table.localInTerm, 1002);
    UK_TEST_EXPECT_SNUM_EQ(fromInit, 7);
}

UK_TESTCASE(life, initFunctionCanRefuse)
{
    table = {};
    UK_TEST_EXPECT(sleepUntilAlone());
    const __ssz before = uk_alloc_availmem(heap());
    table.refuse = true;
    destroyed = 0;
    UK_TEST_EXPECT_NULL(start(exits));
    table.refuse = false;
    UK_TEST_EXPECT_ZERO(destroyed);
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_availmem(heap()), before);
}

UK_TESTCASE(life, functionsAreNotForThreadsWithoutLocals)
{
    table = {};
    uk_thread *t = uk_thread_create_fn1(heap(), exits, nullptr, heap(), 0, nullptr, 0, nullptr,
                                        true, "bare", nullptr, nullptr);
    UK_TEST_EXPECT_ZERO(table.inits);
    uk_thread_release(t);
    UK_TEST_EXPECT_ZERO(table.terms);
}

UK_TESTCASE(life, releaseWithoutAScheduler)
{
    UK_TEST_EXPECT(sleepUntilAlone());
    const __ssz before = uk_alloc_availmem(heap());
    destroyed = 0;
    uk_thread *t = uk_thread_create_fn1(heap(), exits, nullptr, heap(), 0, heap(), 0, heap(), false,
                                        "loose", nullptr, destroy);
    uk_thread_release(t);
    UK_TEST_EXPECT_SNUM_EQ(destroyed, 1);
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_availmem(heap()), before);
}

UK_TESTCASE(life, addAndRemove)
{
    int turns = 0;
    Thread thread("moved", [&] {
        for (int i = 0; i < 3; ++i) {
            ++turns;
            uk_sched_yield();
        }
    });
    uk_sched_yield();
    UK_TEST_EXPECT_ZERO(uk_sched_thread_remove(thread.get()));
    uk_sched_yield();
    UK_TEST_EXPECT_SNUM_EQ(turns, 1);
    UK_TEST_EXPECT_ZERO(uk_sched_thread_add(uk_sched_current(), thread.get()));
    thread.join();
    UK_TEST_EXPECT_SNUM_EQ(turns, 3);
}

UK_TESTCASE(life, addTwiceFails)
{
    Thread thread("twice", [] {});
    UK_TEST_EXPECT_SNUM_EQ(uk_sched_thread_add(uk_sched_current(), thread.get()), -EINVAL);
}

UK_TESTCASE(life, runningThreadCannotBeRemoved)
{
    UK_TEST_EXPECT_SNUM_EQ(uk_sched_thread_remove(uk_thread_current()), -EINVAL);
}

UK_TESTCASE(life, listOfThreads)
{
    Thread thread("listed", [] {});
    int found = 0;
    uk_thread *each, *after;
    uk_sched_foreach_thread_safe(uk_sched_current(), each, after) found +=
        each == thread.get() || each == uk_thread_current();
    UK_TEST_EXPECT_SNUM_EQ(found, 2);
    uk_sched_dumpk_threads(KLVL_INFO, nullptr);
}

uk_testsuite_register(life, keepProcessor);
