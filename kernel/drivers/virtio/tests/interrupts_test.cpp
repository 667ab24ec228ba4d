// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Threads that wait for a device that interrupts, or should.

#include "fake_transport.hpp"
#include "threads.hpp"

#include <errno.h>
#include <uk/intctlr.h>
#include <uk/preempt.h>
#include <uk/test.h>

namespace {

using namespace uk::virtio;
using uk::test::Thread;

constexpr __nsec millisecond = 1'000'000;
constexpr __nsec anHour = 3'600'000 * millisecond;
constexpr __u16 noInterrupt = 1;

/** A device with a queue; whoever has an interrupt lives for ever. */
struct Fixture
{
    FakeTransport transport;
    Device device{transport};
    Queue queue;
    unsigned char byte = 0;
    int events = 0;

    explicit Fixture(bool hasInterrupt)
    {
        unsigned int number = 0;
        if (hasInterrupt && uk_intctlr_irq_alloc(&number, 1) == 0)
            transport.interrupt = number;
        device.useInterrupts(
            "test", [](void *self) { ++static_cast<Fixture *>(self)->events; }, this);
        static_cast<void>(device.openQueue(0, 8, queue, uk_alloc_get_default()).isError());
    }
    void ask()
    {
        const Buffer buffer{&byte, 1, true};
        static_cast<void>(device.send(0, queue, &buffer, 1, &byte).isError());
    }
    void answer() { transport.ring.answer(transport.ring.fetch(), 1); }
    bool interrupt()
    {
        const uk::IrqGuard guard;
        return device.handleInterrupt();
    }
};

Fixture &interrupting()
{
    static auto *const fixture = make<Fixture>(uk_alloc_get_default(), true);
    fixture->transport.raisesInterrupts = true;
    return *fixture;
}

UK_TESTCASE(virtio_interrupts, wakesWhoWaits)
{
    Fixture &f = interrupting();
    UK_TEST_EXPECT(f.device.hasInterrupts());
    f.ask();
    void *token = nullptr;
    Thread thread("waiting", [&] {
        token = f.device.wait(f.queue, anHour).valueOr({nullptr, 0}).token;
    });
    uk_sched_yield();
    UK_TEST_EXPECT(uk_thread_is_blocked(thread.get()));
    UK_TEST_EXPECT_ZERO(f.transport.ring.availableFlags());
    f.answer();
    const int before = f.events;
    UK_TEST_EXPECT(f.interrupt());
    thread.join();
    UK_TEST_EXPECT_PTR_EQ(token, &f.byte);
    UK_TEST_EXPECT_SNUM_EQ(f.events, before + 1);
    // Nobody waits any more.
    UK_TEST_EXPECT_SNUM_EQ(f.transport.ring.availableFlags(), noInterrupt);
}

UK_TESTCASE(virtio_interrupts, answerThatIsThereIsNotWaitedFor)
{
    Fixture &f = interrupting();
    f.ask();
    f.answer();
    UK_TEST_EXPECT(static_cast<bool>(f.device.wait(f.queue, anHour)));
    UK_TEST_EXPECT(f.device.hasInterrupts());
}

UK_TESTCASE(virtio_interrupts, interruptOfAnotherDevice)
{
    Fixture &f = interrupting();
    f.transport.raisesInterrupts = false;
    f.ask();
    Thread thread("waiting", [&] { static_cast<void>(f.device.wait(f.queue, anHour).isError()); });
    uk_sched_yield();
    const int before = f.events;
    UK_TEST_EXPECT(!f.interrupt());
    UK_TEST_EXPECT_SNUM_EQ(f.events, before);
    UK_TEST_EXPECT(uk_thread_is_blocked(thread.get()));
    f.transport.raisesInterrupts = true;
    f.answer();
    f.interrupt();
}

UK_TESTCASE(virtio_interrupts, interruptWithoutAnAnswer)
{
    Fixture &f = interrupting();
    f.ask();
    Thread thread("waiting", [&] { static_cast<void>(f.device.wait(f.queue, anHour).isError()); });
    uk_sched_yield();
    f.interrupt();
    uk_sched_yield();
    UK_TEST_EXPECT(!thread.hasEnded() && uk_thread_is_blocked(thread.get()));
    f.answer();
    f.interrupt();
}

UK_TESTCASE(virtio_interrupts, anotherThreadTookTheAnswer)
{
    Fixture &f = interrupting();
    volatile bool isOver = false;
    const auto look = [](const void *flag) { return *static_cast<const volatile bool *>(flag); };
    Thread thread("resting", [&] {
        f.device.rest(f.queue, ukplat_monotonic_clock() + anHour, look,
                      const_cast<const bool *>(&isOver));
    });
    uk_sched_yield();
    UK_TEST_EXPECT(uk_thread_is_blocked(thread.get()));
    isOver = true;
    f.device.wakeWaiting();
    thread.join();
    // And one that comes too late for being woken does not wait.
    f.device.rest(f.queue, ukplat_monotonic_clock() + anHour, look,
                  const_cast<const bool *>(&isOver));
    UK_TEST_EXPECT(thread.hasEnded());
}

UK_TESTCASE(virtio_interrupts, endOfPatience)
{
    Fixture &f = interrupting();
    const auto result = f.device.wait(f.queue, millisecond);
    UK_TEST_EXPECT_SNUM_EQ(result.error().number, ETIMEDOUT);
    UK_TEST_EXPECT(f.device.hasInterrupts());
}

UK_TESTCASE(virtio_interrupts, interruptsThatAreKept)
{
    Fixture &f = interrupting();
    f.device.keepInterrupts(f.queue, true);
    UK_TEST_EXPECT_SNUM_EQ(f.device.wait(f.queue, millisecond).error().number, ETIMEDOUT);
    UK_TEST_EXPECT_ZERO(f.transport.ring.availableFlags());
    f.device.keepInterrupts(f.queue, false);
    UK_TEST_EXPECT_SNUM_EQ(f.transport.ring.availableFlags(), noInterrupt);
}

UK_TESTCASE(virtio_interrupts, notWhereNobodyCanBlock)
{
    Fixture &f = interrupting();
    const unsigned long flags = ukplat_lcpu_save_irqf();
    const auto result = f.device.wait(f.queue, millisecond);
    ukplat_lcpu_restore_irqf(flags);
    UK_TEST_EXPECT_SNUM_EQ(result.error().number, ETIMEDOUT);
    uk_preempt_disable();
    if (uk_preempt_is_disabled())
        UK_TEST_EXPECT_SNUM_EQ(f.device.wait(f.queue, millisecond).error().number, ETIMEDOUT);
    uk_preempt_enable();
}

UK_TESTCASE_DESC(virtio_interrupts, missedInterrupt, "the device is polled from then on")
{
    Fixture &f = interrupting();
    f.ask();
    Thread helper("device", [&] { f.answer(); });
    // It answers while this thread is blocked, and does not interrupt.
    UK_TEST_EXPECT(static_cast<bool>(f.device.wait(f.queue, 20 * millisecond)));
    UK_TEST_EXPECT(!f.device.hasInterrupts());
    f.ask();
    f.answer();
    UK_TEST_EXPECT(static_cast<bool>(f.device.wait(f.queue, anHour)));
}

UK_TESTCASE(virtio_interrupts, deviceWithoutThem)
{
    Fixture f(false);
    UK_TEST_EXPECT(!f.device.hasInterrupts());
    UK_TEST_EXPECT_SNUM_EQ(f.device.wait(f.queue, millisecond).error().number, ETIMEDOUT);
    UK_TEST_EXPECT_SNUM_EQ(f.transport.ring.availableFlags(), noInterrupt);
    uk_free(uk_alloc_get_default(), f.queue.memory());
}

uk_testsuite_register(virtio_interrupts, uk::test::keepProcessor);

} // namespace
