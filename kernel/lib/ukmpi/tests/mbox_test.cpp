// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "threads.hpp"

#include <errno.h>
#include <uk/isr/mbox.h>
#include <uk/plat/time.h>
#include <uk/test.h>

using namespace uk::test;

namespace {

constexpr __nsec millisecond = 1'000'000;
constexpr __nsec anHour = 3'600'000'000'000;

/** A mailbox for messages that are numbers. */
class Box
{
public:
    explicit Box(size_t size)
        : m_box(uk_mbox_create(uk_alloc_get_default(), size))
    {}
    ~Box() { uk_mbox_free(uk_alloc_get_default(), m_box); }
    Box(const Box &) = delete;
    Box &operator=(const Box &) = delete;

    uk_mbox *get() const { return m_box; }
    static void *message(long number) { return reinterpret_cast<void *>(number); }

    void post(long number) { uk_mbox_post(m_box, message(number)); }
    int tryPost(long number) { return uk_mbox_post_try(m_box, message(number)); }
    long receive()
    {
        void *got = nullptr;
        uk_mbox_recv(m_box, &got);
        return reinterpret_cast<long>(got);
    }
    /** -1 when there is none. */
    long tryReceive()
    {
        void *got = nullptr;
        return uk_mbox_recv_try(m_box, &got) ? -1 : reinterpret_cast<long>(got);
    }

private:
    uk_mbox *m_box;
};

} // namespace

UK_TESTCASE(mbox, inOrder)
{
    Box box(3);
    box.post(1);
    box.post(2);
    box.post(3);
    UK_TEST_EXPECT_SNUM_EQ(box.receive(), 1);
    UK_TEST_EXPECT_SNUM_EQ(box.receive(), 2);
    UK_TEST_EXPECT_SNUM_EQ(box.receive(), 3);
}

UK_TESTCASE(mbox, goesRound)
{
    Box box(3);
    int wrong = 0;
    box.post(0);
    for (int i = 1; i < 100; ++i) {
        box.post(i);
        wrong += box.receive() != i - 1;
    }
    UK_TEST_EXPECT_ZERO(wrong);
    UK_TEST_EXPECT_SNUM_EQ(box.receive(), 99);
}

UK_TESTCASE(mbox, full)
{
    Box box(2);
    UK_TEST_EXPECT_ZERO(box.tryPost(1));
    UK_TEST_EXPECT_ZERO(box.tryPost(2));
    UK_TEST_EXPECT_SNUM_EQ(box.tryPost(3), -ENOBUFS);
    UK_TEST_EXPECT_SNUM_EQ(box.receive(), 1);
    UK_TEST_EXPECT_ZERO(box.tryPost(4));
    UK_TEST_EXPECT_SNUM_EQ(box.receive(), 2);
    UK_TEST_EXPECT_SNUM_EQ(box.receive(), 4);
}

UK_TESTCASE(mbox, empty)
{
    Box box(2);
    void *got = &box;
    UK_TEST_EXPECT_SNUM_EQ(uk_mbox_recv_try(box.get(), &got), -ENOMSG);
    UK_TEST_EXPECT_NULL(got);
    UK_TEST_EXPECT_SNUM_EQ(uk_mbox_recv_try(box.get(), nullptr), -ENOMSG);
}

UK_TESTCASE(mbox, ofOne)
{
    Box box(1);
    for (int i = 0; i < 5; ++i) {
        UK_TEST_EXPECT_ZERO(box.tryPost(i));
        UK_TEST_EXPECT_SNUM_EQ(box.tryPost(i), -ENOBUFS);
        UK_TEST_EXPECT_SNUM_EQ(box.tryReceive(), i);
    }
}

UK_TESTCASE(mbox, ofNothingOrTooMuch)
{
    UK_TEST_EXPECT_NULL(uk_mbox_create(uk_alloc_get_default(), 0));
    UK_TEST_EXPECT_NULL(uk_mbox_create(uk_alloc_get_default(), __SZ_MAX / sizeof(void *)));
    UK_TEST_EXPECT_NULL(uk_mbox_create(uk_alloc_get_default(), __SZ_MAX));
}

UK_TESTCASE(mbox, nullIsAMessage)
{
    Box box(2);
    uk_mbox_post(box.get(), nullptr);
    void *got = &box;
    UK_TEST_EXPECT_ZERO(uk_mbox_recv_try(box.get(), &got));
    UK_TEST_EXPECT_NULL(got);
}

UK_TESTCASE(mbox, messageNobodyWants)
{
    Box box(2);
    box.post(1);
    box.post(2);
    uk_mbox_recv(box.get(), nullptr);
    UK_TEST_EXPECT_SNUM_EQ(box.receive(), 2);
}

UK_TESTCASE(mbox, messagesThatAreLeft)
{
    const __ssz before = uk_alloc_availmem(uk_alloc_get_default());
    {
        Box box(1000);
        box.post(1);
    }
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_availmem(uk_alloc_get_default()), before);
}

UK_TESTCASE(mbox, receiverWaits)
{
    Box box(2);
    long got = 0;
    Thread thread("receiver", [&] { got = box.receive(); });
    uk_sched_yield();
    UK_TEST_EXPECT(!thread.hasEnded());
    box.post(42);
    thread.join();
    UK_TEST_EXPECT_SNUM_EQ(got, 42);
}

UK_TESTCASE(mbox, senderWaits)
{
    Box box(1);
    box.post(1);
    Thread thread("sender", [&] { box.post(2); });
    uk_sched_yield();
    UK_TEST_EXPECT(!thread.hasEnded());
    UK_TEST_EXPECT_SNUM_EQ(box.receive(), 1);
    thread.join();
    UK_TEST_EXPECT_SNUM_EQ(box.receive(), 2);
}

UK_TESTCASE(mbox, receiversInTheOrderOfArrival)
{
    Box box(4);
    Journal journal;
    {
        const auto work = [&](char c) {
            box.receive();
            journal.add(c);
        };
        Thread a("a", [&] { work('a'); });
        Thread b("b", [&] { work('b'); });
        Thread c("c", [&] { work('c'); });
        uk_sched_yield();
        for (int i = 0; i < 3; ++i)
            box.post(i);
    }
    EXPECT_JOURNAL(journal, "abc");
}

UK_TESTCASE(mbox, timeoutOfTheReceiver)
{
    Box box(1);
    void *got = &box;
    const __nsec begin = ukplat_monotonic_clock();
    UK_TEST_EXPECT(uk_mbox_recv_to(box.get(), &got, millisecond) == __NSEC_MAX);
    UK_TEST_EXPECT_SNUM_GE(ukplat_monotonic_clock() - begin, millisecond);
    UK_TEST_EXPECT_NULL(got);
    box.post(5);
    UK_TEST_EXPECT(uk_mbox_recv_to(box.get(), &got, anHour) < anHour);
    UK_TEST_EXPECT_PTR_EQ(got, Box::message(5));
}

UK_TESTCASE(mbox, timeoutOfTheSender)
{
    Box box(1);
    UK_TEST_EXPECT(uk_mbox_post_to(box.get(), Box::message(1), anHour) < anHour);
    UK_TEST_EXPECT(uk_mbox_post_to(box.get(), Box::message(2), millisecond) == __NSEC_MAX);
    UK_TEST_EXPECT_SNUM_EQ(box.receive(), 1);
    UK_TEST_EXPECT_SNUM_EQ(box.tryReceive(), -1);
}

UK_TESTCASE(mbox, forInterruptHandlers)
{
    Box box(1);
    const unsigned long flags = ukplat_lcpu_save_irqf();
    UK_TEST_EXPECT_ZERO(uk_mbox_post_try_isr(box.get(), Box::message(3)));
    UK_TEST_EXPECT_SNUM_EQ(uk_mbox_post_try_isr(box.get(), Box::message(4)), -ENOBUFS);
    void *got = nullptr;
    UK_TEST_EXPECT_ZERO(uk_mbox_recv_try_isr(box.get(), &got));
    UK_TEST_EXPECT_PTR_EQ(got, Box::message(3));
    UK_TEST_EXPECT_SNUM_EQ(uk_mbox_recv_try_isr(box.get(), &got), -ENOMSG);
    ukplat_lcpu_restore_irqf(flags);
}

UK_TESTCASE(mbox, manySendersAndReceivers)
{
    Box box(5);
    long sent = 0, received = 0;
    {
        const auto send = [&](unsigned int seed) {
            Random random(seed);
            for (int i = 0; i < 100; ++i) {
                const auto number = static_cast<long>(random.below(1000));
                box.post(number);
                sent += number;
                if (random.below(3) == 0)
                    uk_sched_yield();
            }
        };
        const auto receive = [&](unsigned int seed) {
            Random random(seed);
            for (int i = 0; i < 100; ++i) {
                received += box.receive();
                if (random.below(3) == 0)
                    uk_sched_yield();
            }
        };
        Thread a("a", [&] { send(11); });
        Thread b("b", [&] { receive(22); });
        Thread c("c", [&] { send(33); });
        Thread d("d", [&] { receive(44); });
    }
    UK_TEST_EXPECT_SNUM_EQ(sent, received);
    UK_TEST_EXPECT_SNUM_EQ(box.tryReceive(), -1);
}

uk_testsuite_register(mbox, keepProcessor);
