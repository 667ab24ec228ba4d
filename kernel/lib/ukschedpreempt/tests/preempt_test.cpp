// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Threads that do not give the processor away: each loop here ends because another thread ran.

#include "registers.hpp"
#include "threads.hpp"

#include <stdio.h>
#include <stdlib.h>
#include <uk/atomic.h>
#include <uk/plat/time.h>
#include <uk/preempt.h>
#include <uk/schedpreempt.h>
#include <uk/test.h>

using namespace uk::test;

namespace {

constexpr __nsec millisecond = 1'000'000;
constexpr __nsec shortSlice = 200'000;
constexpr int low = UK_THREAD_PRIO_DEFAULT - 1;
constexpr int high = UK_THREAD_PRIO_DEFAULT + 1;

/** Short time slices, for a while. */
template <typename T>
void cutSlices(T &thread)
{
    uk_thread_set_timeslice(thread.get(), shortSlice);
}

/** Keeps the processor busy until a condition holds, for a minute at most. */
template <typename Condition>
bool spinUntil(Condition condition)
{
    const __nsec end = ukplat_monotonic_clock() + 60'000 * millisecond;
    while (ukplat_monotonic_clock() < end) {
        if (condition())
            return true;
    }
    return false;
}

/** Time slices of the caller for the length of a block. */
class OwnSlices
{
public:
    explicit OwnSlices(__nsec length = shortSlice)
    {
        uk_thread_set_timeslice(uk_thread_current(), length);
    }
    ~OwnSlices() { uk_thread_set_timeslice(uk_thread_current(), forever); }
    OwnSlices(const OwnSlices &) = delete;
    OwnSlices &operator=(const OwnSlices &) = delete;
};

} // namespace

UK_TESTCASE(preempt, busyThreadsTakeTurns)
{
    volatile int turn = 0;
    bool first = false, second = false;
    {
        // Each waits for the other, five times.
        Thread a("a", [&] {
            for (int i = 0; i < 5; ++i) {
                first = spinUntil([&] { return turn == 2 * i; });
                turn = 2 * i + 1;
            }
        });
        Thread b("b", [&] {
            for (int i = 0; i < 5; ++i) {
                second = spinUntil([&] { return turn == 2 * i + 1; });
                turn = 2 * i + 2;
            }
        });
        cutSlices(a);
        cutSlices(b);
    }
    UK_TEST_EXPECT(first && second);
    UK_TEST_EXPECT_SNUM_EQ(turn, 10);
}

UK_TESTCASE(preempt, creatorIsPreempted)
{
    volatile bool ran = false;
    Thread thread("other", [&] { ran = true; });
    const OwnSlices slices;
    uk_sched_yield();
    ran = false;
    Thread another("another", [&] { ran = true; });
    uk_thread_set_timeslice(uk_thread_current(), shortSlice);
    UK_TEST_EXPECT(spinUntil([&] { return ran; }));
}

UK_TESTCASE(preempt, higherPriorityRunsAtOnce)
{
    volatile bool ran = false;
    Thread thread(
        "urgent", [&] { ran = true; }, high);
    // Its interrupt may take a moment, its time slice would take for ever.
    UK_TEST_EXPECT(spinUntil([&] { return ran; }));
}

UK_TESTCASE(preempt, wokenThreadOfHigherPriorityRunsAtOnce)
{
    volatile int stage = 0;
    Thread thread(
        "urgent",
        [&] {
            stage = 1;
            uk_thread_block(uk_thread_current());
            uk_sched_yield();
            stage = 2;
        },
        high);
    UK_TEST_EXPECT(spinUntil([&] { return stage == 1; }));
    uk_thread_wake(thread.get());
    UK_TEST_EXPECT(spinUntil([&] { return stage == 2; }));
}

UK_TESTCASE(preempt, sleeperOfHigherPriorityInterrupts)
{
    volatile bool awake = false;
    Thread thread(
        "sleeper",
        [&] {
            uk_sched_thread_sleep(millisecond);
            awake = true;
        },
        high);
    uk_sched_yield();
    UK_TEST_EXPECT(spinUntil([&] { return awake; }));
}

UK_TESTCASE(preempt, lowerPriorityWaits)
{
    volatile bool ran = false;
    Thread thread(
        "patient", [&] { ran = true; }, low);
    const OwnSlices slices;
    for (int i = 0; i < 10; ++i)
        uk_sched_yield();
    const __nsec end = ukplat_monotonic_clock() + 2 * millisecond;
    while (ukplat_monotonic_clock() < end)
        ukarch_spinwait();
    UK_TEST_EXPECT(!ran);
    thread.join();
    UK_TEST_EXPECT(ran);
}

UK_TESTCASE(preempt, orderOfPriorities)
{
    Journal journal;
    {
        // Not before all are there.
        uk_preempt_disable();
        Thread a(
            "a", [&] { journal.add('a'); }, UK_THREAD_PRIO_MIN);
        Thread b(
            "b", [&] { journal.add('b'); }, UK_THREAD_PRIO_MAX);
        Thread c(
            "c", [&] { journal.add('c'); }, low);
        Thread d(
            "d", [&] { journal.add('d'); }, high);
        Thread e(
            "e", [&] { journal.add('e'); }, high);
        uk_preempt_enable();
    }
    EXPECT_JOURNAL(journal, "bdeca");
}

UK_TESTCASE(preempt, earlyAlarmIsSetAgain)
{
    volatile bool ran = false;
    Thread thread("other", [&] { ran = true; });
    const OwnSlices slices(100 * millisecond);
    // As by a timer that is fast, or does not reach to the end of the time slice.
    ukplat_time_alarm(ukplat_monotonic_clock());
    UK_TEST_EXPECT(spinUntil([&] { return ran; }));
}

UK_TESTCASE(preempt, earlyAlarmWakesSleepersLater)
{
    volatile bool awake = false;
    const __nsec time = ukplat_monotonic_clock() + 20 * millisecond;
    Thread thread(
        "sleeper",
        [&] {
            uk_thread_block_until(uk_thread_current(), static_cast<__snsec>(time));
            uk_sched_yield();
            awake = true;
        },
        high);
    uk_sched_yield();
    ukplat_time_alarm(ukplat_monotonic_clock());
    UK_TEST_EXPECT(spinUntil([&] { return awake; }));
}

UK_TESTCASE(preempt, raisedPriorityRunsAtOnce)
{
    volatile bool ran = false;
    Thread thread(
        "raised", [&] { ran = true; }, low);
    uk_sched_yield();
    UK_TEST_EXPECT(!ran);
    UK_TEST_EXPECT_ZERO(uk_thread_set_prio(thread.get(), high));
    UK_TEST_EXPECT(spinUntil([&] { return ran; }));
}

UK_TESTCASE(preempt, loweredPriorityLetsOthersRun)
{
    volatile bool ran = false;
    Thread thread("equal", [&] { ran = true; });
    uk_thread_set_prio(uk_thread_current(), low);
    const bool atOnce = spinUntil([&] { return ran; });
    uk_thread_set_prio(uk_thread_current(), UK_THREAD_PRIO_DEFAULT);
    UK_TEST_EXPECT(atOnce);
}

UK_TESTCASE(preempt, disabledMeansNotAtAll)
{
    volatile bool ran = false;
    uk_preempt_disable();
    Thread thread(
        "urgent", [&] { ran = true; }, high);
    const __nsec end = ukplat_monotonic_clock() + 2 * millisecond;
    while (ukplat_monotonic_clock() < end)
        ukarch_spinwait();
    UK_TEST_EXPECT(!ran);
    uk_preempt_enable();
    UK_TEST_EXPECT(spinUntil([&] { return ran; }));
}

UK_TESTCASE(preempt, disablingNests)
{
    volatile bool ran = false;
    uk_preempt_disable();
    uk_preempt_disable();
    Thread thread(
        "urgent", [&] { ran = true; }, high);
    const __nsec end = ukplat_monotonic_clock() + millisecond;
    while (ukplat_monotonic_clock() < end)
        ukarch_spinwait();
    uk_preempt_enable();
    UK_TEST_EXPECT(!ran);
    uk_preempt_enable();
    UK_TEST_EXPECT(spinUntil([&] { return ran; }));
}

UK_TESTCASE(preempt, interruptsOffMeansNotAtAll)
{
    volatile bool ran = false;
    const unsigned long flags = ukplat_lcpu_save_irqf();
    Thread thread(
        "urgent", [&] { ran = true; }, high);
    const __nsec end = ukplat_monotonic_clock() + millisecond;
    while (ukplat_monotonic_clock() < end)
        ukarch_spinwait();
    UK_TEST_EXPECT(!ran);
    ukplat_lcpu_restore_irqf(flags);
    UK_TEST_EXPECT(spinUntil([&] { return ran; }));
}

UK_TESTCASE(preempt, vectorRegistersSurvive)
{
    int ready = 0;
    volatile bool isOver = false;
    int wrong = 0;
    {
        const auto work = [&](__u64 seed) {
            VectorRegisters mine{}, after{};
            mine.fill(seed);
            uk_inc(&ready);
            while (!isOver) {
                mine.load();
                for (int i = 0; i < 2000; ++i)
                    asm volatile("" : : : "memory");
                after.store();
                wrong += memcmp(&mine, &after, sizeof(mine)) != 0;
            }
        };
        Thread a("a", [&] { work(1); });
        Thread b("b", [&] { work(2); });
        Thread c("c", [&] { work(3); });
        cutSlices(a);
        cutSlices(b);
        cutSlices(c);
        uk_sched_thread_sleep(10 * millisecond);
        while (uk_load_n(&ready) < 3)
            uk_sched_thread_sleep(millisecond);
        isOver = true;
    }
    UK_TEST_EXPECT_ZERO(wrong);
}

UK_TESTCASE(preempt, generalRegistersSurvive)
{
    volatile bool isOver = false;
    int wrong = 0, rounds = 0;
    {
        const auto work = [&](__u64 seed) {
            // Long chains of values that live in registers
            while (!isOver) {
                __u64 v[12], sum = 0, expected = 0;
                for (__u64 i = 0; i < 12; ++i)
                    v[i] = seed + i;
                for (__u64 n = 0; n < 1000; ++n) {
                    for (__u64 i = 0; i < 12; ++i)
                        v[i] = v[i] * 3 + 1;
                }
                __u64 factor = 1, term = 0;
                for (__u64 n = 0; n < 1000; ++n) {
                    factor *= 3;
                    term = term * 3 + 1;
                }
                for (__u64 i = 0; i < 12; ++i) {
                    sum += v[i];
                    expected += (seed + i) * factor + term;
                }
                wrong += sum != expected;
                uk_inc(&rounds);
            }
        };
        Thread a("a", [&] { work(100); });
        Thread b("b", [&] { work(200); });
        cutSlices(a);
        cutSlices(b);
        while (uk_load_n(&rounds) < 4)
            uk_sched_thread_sleep(10 * millisecond);
        isOver = true;
    }
    UK_TEST_EXPECT_ZERO(wrong);
}

UK_TESTCASE(preempt, roundingIsItsOwn)
{
    const __u64 usual = readControl();
    volatile int stage = 0;
    Thread other("other", [&] {
        writeControl(roundDown());
        stage = 1;
        spinUntil([&] { return stage == 2; });
        if (readControl() != roundDown())
            stage = 3;
    });
    cutSlices(other);
    const OwnSlices slices;
    UK_TEST_EXPECT(spinUntil([&] { return stage == 1; }));
    UK_TEST_EXPECT_SNUM_EQ(readControl(), usual);
    stage = 2;
    other.join();
    UK_TEST_EXPECT_SNUM_EQ(stage, 2);
}

UK_TESTCASE(preempt, localsAreItsOwn)
{
    static __thread volatile int local;
    volatile int stage = 0;
    local = 1;
    Thread other("other", [&] {
        local = 2;
        stage = 1;
        spinUntil([&] { return stage == 2; });
        stage = local == 2 ? 4 : 3;
    });
    cutSlices(other);
    const OwnSlices slices;
    UK_TEST_EXPECT(spinUntil([&] { return stage == 1; }));
    UK_TEST_EXPECT_SNUM_EQ(local, 1);
    stage = 2;
    other.join();
    UK_TEST_EXPECT_SNUM_EQ(stage, 4);
}

UK_TESTCASE(preempt, allocatorStaysWhole)
{
    // What threads of earlier cases had is free again.
    UK_TEST_EXPECT(sleepUntilAlone());
    const __ssz before = uk_alloc_availmem(uk_alloc_get_default());
    volatile bool isOver = false;
    int wrong = 0;
    {
        const auto work = [&](unsigned int seed) {
            Random random(seed);
            while (!isOver) {
                const unsigned int size = 1 + random.below(5000);
                auto *memory = static_cast<char *>(malloc(size));
                memset(memory, static_cast<int>(seed), size);
                for (unsigned int i = 0; i < size; i += 97)
                    wrong += memory[i] != static_cast<char>(seed);
                free(memory);
            }
        };
        Thread a("a", [&] { work(1); });
        Thread b("b", [&] { work(2); });
        Thread c("c", [&] { work(3); });
        cutSlices(a);
        cutSlices(b);
        cutSlices(c);
        uk_sched_thread_sleep(20 * millisecond);
        isOver = true;
    }
    UK_TEST_EXPECT_ZERO(wrong);
    UK_TEST_EXPECT(sleepUntilAlone());
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_availmem(uk_alloc_get_default()), before);
}

UK_TESTCASE(preempt, waitingIsNotCutShort)
{
    uk_waitq queue;
    uk_waitq_init(&queue);
    volatile int produced = 0;
    int consumed = 0;
    constexpr int count = 200;
    {
        Thread consumer("consumer", [&] {
            while (consumed < count) {
                uk_waitq_wait_event(&queue, produced > consumed);
                ++consumed;
            }
        });
        Thread producer("producer", [&] {
            for (int i = 0; i < count; ++i) {
                produced = produced + 1;
                uk_waitq_wake_up(&queue);
                for (int n = 0; n < 500; ++n)
                    ukarch_spinwait();
            }
        });
        cutSlices(consumer);
        cutSlices(producer);
    }
    UK_TEST_EXPECT_SNUM_EQ(consumed, count);
}

UK_TESTCASE(preempt, onlyOneSuchScheduler)
{
    uk_alloc *heap = uk_alloc_get_default();
    UK_TEST_EXPECT_NULL(uk_schedpreempt_create(heap, heap, nullptr, heap));
}

uk_testsuite_register(preempt, keepProcessor);
