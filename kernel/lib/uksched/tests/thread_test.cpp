// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What threads are and have.

#include "registers.hpp"
#include "threads.hpp"

#include <errno.h>
#include <stdlib.h>
#include <uk/test.h>

using namespace uk::test;

namespace {

__thread int local = 17;

uk_alloc *heap()
{
    return uk_alloc_get_default();
}

struct Seen
{
    long arguments[2];
    int count;
};
constinit Seen seen{};

[[noreturn]] void noArgument()
{
    ++seen.count;
    uk_sched_thread_exit();
}

[[noreturn]] void oneArgument(void *first)
{
    seen.arguments[0] = reinterpret_cast<long>(first);
    ++seen.count;
    uk_sched_thread_exit();
}

[[noreturn]] void twoArguments(void *first, void *second)
{
    seen.arguments[0] = reinterpret_cast<long>(first);
    seen.arguments[1] = reinterpret_cast<long>(second);
    ++seen.count;
    uk_sched_thread_exit();
}

bool hasSeen(int count)
{
    return yieldUntil([count] { return seen.count == count; });
}

int countThreads()
{
    int count = 0;
    uk_thread *each;
    uk_sched_foreach_thread(uk_sched_current(), each)++ count;
    return count;
}

} // namespace

UK_TESTCASE(thread, programIsAThread)
{
    const uk_thread *current = uk_thread_current();
    UK_TEST_EXPECT_NOT_NULL(current);
    UK_TEST_EXPECT(current->name && strcmp(current->name, "init") == 0);
    UK_TEST_EXPECT(uk_thread_is_runnable(current));
    UK_TEST_EXPECT(!uk_thread_is_blocked(current) && !uk_thread_is_exited(current));
    UK_TEST_EXPECT_NOT_NULL(uk_sched_current());
    UK_TEST_EXPECT(uk_sched_current()->is_started);
}

UK_TESTCASE(thread, functionWithoutArguments)
{
    seen = {};
    UK_TEST_EXPECT_NOT_NULL(uk_sched_thread_create_fn0(uk_sched_current(), noArgument, 0, 0, false,
                                                       false, "none", nullptr, nullptr));
    UK_TEST_EXPECT(hasSeen(1));
}

UK_TESTCASE(thread, functionWithOneArgument)
{
    seen = {};
    UK_TEST_EXPECT_NOT_NULL(uk_sched_thread_create(uk_sched_current(), oneArgument, -5L, "one"));
    UK_TEST_EXPECT(hasSeen(1));
    UK_TEST_EXPECT_SNUM_EQ(seen.arguments[0], -5);
}

UK_TESTCASE(thread, functionWithTwoArguments)
{
    seen = {};
    UK_TEST_EXPECT_NOT_NULL(uk_sched_thread_create_fn2(uk_sched_current(), twoArguments, &seen,
                                                       heap(), 0, 0, false, false, "two", nullptr,
                                                       nullptr));
    UK_TEST_EXPECT(hasSeen(1));
    UK_TEST_EXPECT_SNUM_EQ(seen.arguments[0], reinterpret_cast<long>(&seen));
    UK_TEST_EXPECT_SNUM_EQ(seen.arguments[1], reinterpret_cast<long>(heap()));
}

UK_TESTCASE(thread, runsWhenTheCreatorLetsIt)
{
    bool ran = false;
    Thread thread("later", [&] { ran = true; });
    UK_TEST_EXPECT(!ran);
    thread.join();
    UK_TEST_EXPECT(ran);
}

UK_TESTCASE(thread, currentIsTheRunningOne)
{
    uk_thread *itself = nullptr;
    Thread thread("itself", [&] { itself = uk_thread_current(); });
    thread.join();
    UK_TEST_EXPECT_PTR_EQ(itself, thread.get());
    UK_TEST_EXPECT(uk_thread_current() != itself);
}

UK_TESTCASE(thread, nameAndPrivateData)
{
    int data = 0;
    uk_thread *t = uk_thread_create_fn0(heap(), noArgument, heap(), 0, nullptr, 0, heap(), false,
                                        "named", &data, nullptr);
    UK_TEST_EXPECT_ZERO(strcmp(t->name, "named"));
    UK_TEST_EXPECT_PTR_EQ(t->priv, &data);
    uk_thread_release(t);
}

UK_TESTCASE(thread, takeTurnsInOrder)
{
    Journal journal;
    {
        const auto work = [&](char c) {
            for (int i = 0; i < 3; ++i) {
                journal.add(c);
                uk_sched_yield();
            }
        };
        Thread a("a", [&] { work('a'); });
        Thread b("b", [&] { work('b'); });
        Thread c("c", [&] { work('c'); });
    }
    EXPECT_JOURNAL(journal, "abcabcabc");
}

UK_TESTCASE(thread, yieldWithoutOthersReturns)
{
    for (int i = 0; i < 1000; ++i)
        uk_sched_yield();
    UK_TEST_EXPECT(uk_thread_is_runnable(uk_thread_current()));
}

UK_TESTCASE(thread, yieldKeepsInterruptsAsTheyAre)
{
    Thread other("other", [] {
        for (int i = 0; i < 3; ++i)
            uk_sched_yield();
    });
    const unsigned long flags = ukplat_lcpu_save_irqf();
    uk_sched_yield();
    UK_TEST_EXPECT_NOT_ZERO(ukplat_lcpu_irqs_disabled());
    ukplat_lcpu_restore_irqf(flags);
    uk_sched_yield();
    UK_TEST_EXPECT_ZERO(ukplat_lcpu_irqs_disabled());
}

UK_TESTCASE(thread, newThreadHasInterruptsOn)
{
    int disabled = -1;
    Thread thread("on", [&] { disabled = ukplat_lcpu_irqs_disabled(); });
    const unsigned long flags = ukplat_lcpu_save_irqf();
    thread.join();
    ukplat_lcpu_restore_irqf(flags);
    UK_TEST_EXPECT_ZERO(disabled);
}

UK_TESTCASE(thread, localsStartWithTheirValues)
{
    local = 3;
    int there = 0;
    Thread thread("locals", [&] { there = local; });
    thread.join();
    UK_TEST_EXPECT_SNUM_EQ(there, 17);
    UK_TEST_EXPECT_SNUM_EQ(local, 3);
}

UK_TESTCASE(thread, localsAreApart)
{
    local = 3;
    int sums[2]{};
    {
        const auto work = [&](int which) {
            local = which * 100;
            for (int i = 0; i < 10; ++i) {
                ++local;
                uk_sched_yield();
            }
            sums[which] = local;
        };
        Thread a("a", [&] { work(0); });
        Thread b("b", [&] { work(1); });
    }
    UK_TEST_EXPECT_SNUM_EQ(sums[0], 10);
    UK_TEST_EXPECT_SNUM_EQ(sums[1], 110);
    UK_TEST_EXPECT_SNUM_EQ(local, 3);
}

UK_TESTCASE(thread, localsOfAnotherThread)
{
    local = 3;
    Thread thread("other", [] {
        local = 55;
        uk_sched_yield();
    });
    uk_sched_yield();
    UK_TEST_EXPECT_SNUM_EQ(uk_thread_uktls_var(thread.get(), local), 55);
    uk_thread_uktls_var(thread.get(), local) = 56;
    UK_TEST_EXPECT_SNUM_EQ(local, 3);
}

UK_TESTCASE(thread, errnoIsItsOwn)
{
    errno = EAGAIN;
    int there = -1;
    Thread thread("errno", [&] {
        there = errno;
        errno = ENOMEM;
    });
    thread.join();
    UK_TEST_EXPECT_ZERO(there);
    UK_TEST_EXPECT_SNUM_EQ(errno, EAGAIN);
}

UK_TESTCASE(thread, withoutLocalsAndExtendedRegisters)
{
    seen = {};
    uk_thread *t = uk_sched_thread_create_fn0(uk_sched_current(), noArgument, 0, 0, true, true,
                                              "bare", nullptr, nullptr);
    UK_TEST_EXPECT(t && !t->ectx && !t->uktlsp && !(t->flags & UK_THREADF_ECTX) &&
                   !(t->flags & UK_THREADF_UKTLS));
    UK_TEST_EXPECT(hasSeen(1));
}

UK_TESTCASE(thread, withExtendedRegisters)
{
    Thread thread("registers", [] {});
    const uk_thread *t = thread.get();
    UK_TEST_EXPECT_NOT_NULL(t->ectx);
    UK_TEST_EXPECT_ZERO(reinterpret_cast<__uptr>(t->ectx) % ukarch_ectx_align());
    UK_TEST_EXPECT_NOT_ZERO(t->flags & UK_THREADF_ECTX);
    UK_TEST_EXPECT_NOT_ZERO(t->flags & UK_THREADF_UKTLS);
}

UK_TESTCASE(thread, withAuxiliaryStack)
{
    uk_thread *t = uk_thread_create_fn0(heap(), noArgument, heap(), 8192, heap(), 4096, heap(),
                                        false, "aux", nullptr, nullptr);
    UK_TEST_EXPECT(t && t->auxsp && t->auxsp % UKARCH_SP_ALIGN == 0);
    UK_TEST_EXPECT_NOT_ZERO(t->flags & UK_THREADF_AUXSP);
    UK_TEST_EXPECT(t->auxsp == reinterpret_cast<__uptr>(t->_mem.auxstack) + 4096);
    uk_thread_release(t);
}

UK_TESTCASE(thread, stackHasTheSizeAskedFor)
{
    uk_thread *t = uk_thread_create_fn0(heap(), noArgument, heap(), 12288, nullptr, 0, nullptr,
                                        true, "small", nullptr, nullptr);
    UK_TEST_EXPECT_SNUM_EQ(t->_mem.stack_size, 12288);
    const auto bottom = reinterpret_cast<__uptr>(t->_mem.stack);
    UK_TEST_EXPECT(t->ctx.sp > bottom && t->ctx.sp <= bottom + 12288);
    uk_thread_release(t);
    t = uk_thread_create_fn0(heap(), noArgument, heap(), 0, nullptr, 0, nullptr, true, "usual",
                             nullptr, nullptr);
    UK_TEST_EXPECT_SNUM_EQ(t->_mem.stack_size, __STACK_SIZE);
    uk_thread_release(t);
}

UK_TESTCASE(thread, stackIsTheOneAllocated)
{
    __uptr at = 0;
    __uptr misalignment = 1;
    Thread thread("stack", [&] {
        alignas(16) char buffer[16];
        asm volatile("" : : "r"(buffer) : "memory");
        at = reinterpret_cast<__uptr>(buffer);
        misalignment = reinterpret_cast<__uptr>(__builtin_frame_address(0)) % UKARCH_SP_ALIGN;
    });
    const auto bottom = reinterpret_cast<__uptr>(thread.get()->_mem.stack);
    const __sz size = thread.get()->_mem.stack_size;
    thread.join();
    UK_TEST_EXPECT(at > bottom && at < bottom + size);
    UK_TEST_EXPECT_ZERO(misalignment);
}

UK_TESTCASE(thread, tooLargeAStackFails)
{
    UK_TEST_EXPECT(sleepUntilAlone());
    const __ssz before = uk_alloc_availmem(heap());
    UK_TEST_EXPECT_NULL(uk_thread_create_fn0(heap(), noArgument, heap(), 1UL << 46, nullptr, 0,
                                             heap(), false, "huge", nullptr, nullptr));
    UK_TEST_EXPECT_NULL(uk_thread_create_fn0(heap(), noArgument, heap(), 0, heap(), 1UL << 46,
                                             heap(), false, "huge", nullptr, nullptr));
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_availmem(heap()), before);
}

UK_TESTCASE(thread, inMemoryOfTheCaller)
{
    seen = {};
    uk_thread t;
    UK_TEST_EXPECT_ZERO(uk_thread_init_fn2(&t, twoArguments, &t, nullptr, heap(), 0, nullptr, 0,
                                           heap(), false, nullptr, "own", nullptr, nullptr));
    UK_TEST_EXPECT_ZERO(uk_sched_thread_add(uk_sched_current(), &t));
    UK_TEST_EXPECT(hasSeen(1));
    UK_TEST_EXPECT_SNUM_EQ(seen.arguments[0], reinterpret_cast<long>(&t));
    UK_TEST_EXPECT(yieldUntil([&] { return !t.sched; }));
}

UK_TESTCASE(thread, onAStackOfTheCaller)
{
    seen = {};
    alignas(64) static char stack[16384];
    uk_thread t;
    UK_TEST_EXPECT_ZERO(uk_thread_init_bare_fn1(
        &t, oneArgument, nullptr, reinterpret_cast<__uptr>(stack + sizeof(stack)), 0,
        ukplat_tlsp_get(), false, nullptr, "mine", nullptr, nullptr));
    UK_TEST_EXPECT_ZERO(uk_sched_thread_add(uk_sched_current(), &t));
    UK_TEST_EXPECT(hasSeen(1));
    UK_TEST_EXPECT(yieldUntil([&] { return !t.sched; }));
}

UK_TESTCASE(thread, containerIsFilledLater)
{
    seen = {};
    uk_thread *t = uk_thread_create_container(heap(), heap(), 0, nullptr, 0, heap(), false,
                                              "container", nullptr, nullptr);
    UK_TEST_EXPECT(t && !uk_thread_is_runnable(t));
    uk_thread_container_init_fn1(t, oneArgument, &seen);
    UK_TEST_EXPECT(uk_thread_is_runnable(t));
    UK_TEST_EXPECT_ZERO(uk_sched_thread_add(uk_sched_current(), t));
    UK_TEST_EXPECT(hasSeen(1));
    UK_TEST_EXPECT_SNUM_EQ(seen.arguments[0], reinterpret_cast<long>(&seen));
}

UK_TESTCASE(thread, priorityHasALimit)
{
    Thread thread("priority", [] {});
    UK_TEST_EXPECT_SNUM_EQ(uk_thread_get_prio(thread.get()), UK_THREAD_PRIO_DEFAULT);
    UK_TEST_EXPECT_SNUM_EQ(uk_thread_set_prio(thread.get(), UK_THREAD_PRIO_MAX + 1), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_thread_set_prio(thread.get(), UK_THREAD_PRIO_MIN - 1), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_thread_get_prio(thread.get()), UK_THREAD_PRIO_DEFAULT);
    UK_TEST_EXPECT_ZERO(uk_thread_set_prio(thread.get(), UK_THREAD_PRIO_DEFAULT - 1));
    UK_TEST_EXPECT_SNUM_EQ(uk_thread_get_prio(thread.get()), UK_THREAD_PRIO_DEFAULT - 1);
}

UK_TESTCASE(thread, timeslice)
{
    Thread thread("timeslice", [] {});
    UK_TEST_EXPECT_ZERO(uk_thread_set_timeslice(thread.get(), 123456));
    UK_TEST_EXPECT_SNUM_EQ(uk_thread_get_timeslice(thread.get()), 123456);
}

UK_TESTCASE(thread, keptRegistersSurviveASwitch)
{
    Thread other("other", [] {
        for (int i = 0; i < 20; ++i) {
            fillKeptRegisters(0xdeadbeef);
            uk_sched_yield();
        }
    });
    for (__u64 seed = 1; seed < 20; ++seed)
        UK_TEST_EXPECT(keepsRegisters(
            seed, [](void *) { uk_sched_yield(); }, nullptr));
}

UK_TESTCASE(thread, roundingIsItsOwn)
{
    const __u64 usual = readControl();
    __u64 there = 0;
    Thread thread("rounding", [&] {
        there = readControl();
        writeControl(roundDown());
        uk_sched_yield();
        if (readControl() != roundDown())
            there = 0;
    });
    uk_sched_yield();
    UK_TEST_EXPECT_SNUM_EQ(readControl(), usual);
    thread.join();
    UK_TEST_EXPECT_SNUM_EQ(there, usual);
}

UK_TESTCASE(thread, floatingPointAcrossSwitches)
{
    double results[4]{};
    {
        const auto work = [&](int which) {
            double value = which + 1;
            for (int i = 0; i < 50; ++i) {
                value = value * 1.25 + 0.5;
                uk_sched_yield();
                value = (value - 0.5) / 1.25;
            }
            results[which] = value;
        };
        Thread a("a", [&] { work(0); });
        Thread b("b", [&] { work(1); });
        Thread c("c", [&] { work(2); });
        Thread d("d", [&] { work(3); });
    }
    for (int i = 0; i < 4; ++i)
        UK_TEST_EXPECT(results[i] > i + 0.999 && results[i] < i + 1.001);
}

UK_TESTCASE(thread, hundredsAtATime)
{
    constexpr int count = 200;
    seen = {};
    UK_TEST_EXPECT(sleepUntilAlone());
    const int before = countThreads();
    int created = 0;
    for (int i = 0; i < count; ++i)
        created += uk_sched_thread_create_fn0(uk_sched_current(), noArgument, 8192, 0, false, false,
                                              "one of many", nullptr, nullptr) != nullptr;
    UK_TEST_EXPECT_SNUM_EQ(created, count);
    UK_TEST_EXPECT_SNUM_EQ(countThreads(), before + count);
    UK_TEST_EXPECT(sleepUntilAlone());
    UK_TEST_EXPECT_SNUM_EQ(seen.count, count);
    UK_TEST_EXPECT_SNUM_EQ(countThreads(), before);
}

uk_testsuite_register(thread, keepProcessor);
