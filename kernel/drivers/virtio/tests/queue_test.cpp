// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "ring_device.hpp"

#include <errno.h>
#include <uk/test.h>

namespace {

using namespace uk::virtio;

constexpr __u16 ringSize = 8;

alignas(16) unsigned char memory[2048];
unsigned char bytes[64];
int tokens[4 * ringSize];

/** A ring and the device behind it, new for each test. */
struct Ring
{
    Ring()
        : started(static_cast<bool>(queue.start(memory, ringSize)))
        , device(queue.addresses(), ringSize)
    {}

    /** A request with one buffer to read and one to write; its token is tokens[number]. */
    int add(int number, __u16 buffers = 2)
    {
        Buffer list[ringSize];
        for (__u16 i = 0; i < buffers; ++i)
            list[i] = {bytes + i, 4, i > 0};
        const auto added = queue.add(list, buffers, &tokens[number]);
        return added ? 0 : added.error().number;
    }
    /** The token's number, or a negative errno value. */
    int take(__u32 *written = nullptr)
    {
        const auto taken = queue.take();
        if (!taken)
            return -taken.error().number;
        if (written)
            *written = taken.value().written;
        return static_cast<int>(static_cast<int *>(taken.value().token) - tokens);
    }

    Queue queue;
    bool started;
    RingDevice device;
};

UK_TESTCASE(virtio_queue, fits_its_memory)
{
    UK_TEST_EXPECT(Queue::memorySize(ringSize) <= sizeof(memory));
    UK_TEST_EXPECT(Ring().started);
}

UK_TESTCASE(virtio_queue, sizes_are_powers_of_two)
{
    static const __u16 wrongOnes[] = {0, 3, 7, 12, 40000};
    for (__u16 wrong : wrongOnes) {
        Queue queue;
        const auto started = queue.start(memory, wrong);
        UK_TEST_EXPECT_SNUM_EQ(started ? 0 : started.error().number, EINVAL);
    }
}

UK_TESTCASE_DESC(virtio_queue, parts_are_aligned, "virtio 1.2, 2.7")
{
    const Queue::Addresses at = Ring().queue.addresses();
    UK_TEST_EXPECT_ZERO(at.descriptors % 16);
    UK_TEST_EXPECT_ZERO(at.available % 2);
    UK_TEST_EXPECT_ZERO(at.used % 4);
}

UK_TESTCASE(virtio_queue, request_as_the_device_sees_it)
{
    Ring ring;
    UK_TEST_EXPECT_ZERO(ring.add(1));
    UK_TEST_EXPECT_SNUM_EQ(ring.device.pending(), 1);
    const auto first = ring.device.descriptor(ring.device.fetch());
    const auto second = ring.device.descriptor(first.next);
    UK_TEST_EXPECT_SNUM_EQ(first.flags, 1);
    UK_TEST_EXPECT_SNUM_EQ(second.flags, 2);
    UK_TEST_EXPECT_SNUM_EQ(first.length, 4);
    UK_TEST_EXPECT(first.address == reinterpret_cast<__u64>(bytes));
}

UK_TESTCASE(virtio_queue, answers_come_back)
{
    Ring ring;
    __u32 written = 0;
    UK_TEST_EXPECT_SNUM_EQ(ring.take(), -ENOENT);
    ring.add(3);
    UK_TEST_EXPECT_SNUM_EQ(ring.take(), -ENOENT);
    ring.device.answer(ring.device.fetch(), 2);
    UK_TEST_EXPECT_SNUM_EQ(ring.take(&written), 3);
    UK_TEST_EXPECT_SNUM_EQ(written, 2);
    UK_TEST_EXPECT_SNUM_EQ(ring.queue.freeCount(), ringSize);
}

UK_TESTCASE(virtio_queue, answers_in_any_order)
{
    Ring ring;
    for (int i = 0; i < 4; ++i)
        ring.add(i);
    __u16 firsts[4];
    for (__u16 &first : firsts)
        first = ring.device.fetch();
    static const int order[] = {2, 0, 3, 1};
    for (int each : order)
        ring.device.answer(firsts[each], 0);
    for (int each : order)
        UK_TEST_EXPECT_SNUM_EQ(ring.take(), each);
}

UK_TESTCASE(virtio_queue, room)
{
    Ring ring;
    for (int i = 0; i < ringSize / 2; ++i)
        UK_TEST_EXPECT_ZERO(ring.add(i));
    UK_TEST_EXPECT_ZERO(ring.queue.freeCount());
    UK_TEST_EXPECT_SNUM_EQ(ring.add(9), ENOSPC);
    ring.device.answer(ring.device.fetch(), 0);
    ring.take();
    UK_TEST_EXPECT_SNUM_EQ(ring.add(9, 3), ENOSPC);
    UK_TEST_EXPECT_ZERO(ring.add(9));
}

UK_TESTCASE_DESC(virtio_queue, goes_round, "indexes wrap at 65536")
{
    Ring ring;
    int wrong = 0;
    for (int i = 0; i < 70000; ++i) {
        ring.add(i % ringSize, static_cast<__u16>(1 + i % 3));
        ring.device.answer(ring.device.fetch(), 0);
        wrong += ring.take() != i % ringSize;
    }
    UK_TEST_EXPECT_ZERO(wrong);
    UK_TEST_EXPECT_SNUM_EQ(ring.queue.freeCount(), ringSize);
}

UK_TESTCASE(virtio_queue, wrong_buffers)
{
    Ring ring;
    const Buffer empty{bytes, 0, false};
    const Buffer mixed[] = {{bytes, 1, true}, {bytes, 1, false}};
    const Buffer huge[] = {{bytes, 0xffffffff, true}, {bytes, 1, true}};
    UK_TEST_EXPECT_SNUM_EQ(ring.queue.add(&empty, 1, nullptr).error().number, EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(ring.queue.add(&empty, 0, nullptr).error().number, EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(ring.queue.add(mixed, 2, nullptr).error().number, EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(ring.queue.add(huge, 2, nullptr).error().number, EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(ring.queue.freeCount(), ringSize);
}

UK_TESTCASE(virtio_queue, notifications)
{
    Ring ring;
    UK_TEST_EXPECT(ring.queue.wantsNotification());
    ring.device.setUsedFlags(1);
    UK_TEST_EXPECT(!ring.queue.wantsNotification());
    UK_TEST_EXPECT_SNUM_EQ(ring.device.availableFlags(), 1); // no interrupts
}

UK_TESTCASE_DESC(virtio_queue, length_beyond_the_buffer, "is cut")
{
    Ring ring;
    __u32 written = 0;
    ring.add(0);
    ring.device.answer(ring.device.fetch(), 0xffffffff);
    UK_TEST_EXPECT_ZERO(ring.take(&written));
    UK_TEST_EXPECT_SNUM_EQ(written, 4);
}

/** After an answer that nobody asked for, nothing works. */
void expectBroken(const uk_testcase *esac, Ring &ring)
{
    UK_TEST_EXPECT_SNUM_EQ(ring.take(), -EIO);
    UK_TEST_EXPECT(ring.queue.isBroken());
    UK_TEST_EXPECT_SNUM_EQ(ring.add(0), EIO);
    UK_TEST_EXPECT_SNUM_EQ(ring.take(), -EIO);
    UK_TEST_EXPECT(!ring.queue.wantsNotification());
}

UK_TESTCASE(virtio_queue, number_beyond_the_ring)
{
    Ring ring;
    ring.add(0);
    ring.device.answer(ringSize, 0);
    expectBroken(esac, ring);
}

UK_TESTCASE(virtio_queue, number_of_no_request)
{
    Ring ring;
    ring.add(0);
    ring.device.answer(ring.device.descriptor(ring.device.fetch()).next, 0);
    expectBroken(esac, ring);
}

UK_TESTCASE(virtio_queue, answered_twice)
{
    Ring ring;
    ring.add(0);
    ring.add(1);
    const __u16 first = ring.device.fetch();
    ring.device.answer(first, 0);
    ring.device.answer(first, 0);
    UK_TEST_EXPECT_ZERO(ring.take());
    expectBroken(esac, ring);
}

UK_TESTCASE(virtio_queue, more_answers_than_requests)
{
    Ring ring;
    ring.add(0);
    ring.device.setUsedIndex(ringSize + 1);
    expectBroken(esac, ring);
}

UK_TESTCASE(virtio_queue, answer_before_any_request)
{
    Ring ring;
    ring.device.answer(0, 0);
    expectBroken(esac, ring);
}

UK_TESTCASE(virtio_queue, index_goes_back)
{
    Ring ring;
    ring.add(0);
    ring.device.setUsedIndex(0xffff);
    expectBroken(esac, ring);
}

UK_TESTCASE_DESC(virtio_queue, overwritten_descriptors, "do not matter to the driver")
{
    Ring ring;
    for (int i = 0; i < 3; ++i)
        ring.add(i);
    for (__u16 i = 0; i < ringSize; ++i)
        ring.device.overwriteDescriptor(i, {~0ULL, ~0U, 0xffff, 0xffff});
    for (__u16 i = 0; i < ringSize + 2; ++i)
        ring.device.overwriteAvailable(i, 0xffff);
    ring.device.answer(0, 0);
    UK_TEST_EXPECT_ZERO(ring.take());
    UK_TEST_EXPECT_ZERO(ring.add(5));
}

UK_TESTCASE(virtio_queue, gives_requests_back)
{
    Ring ring;
    ring.add(0);
    ring.add(1, 3);
    ring.device.answer(40, 0);
    ring.take();
    int sum = 0;
    int count = 0;
    for (;;) {
        const auto token = ring.queue.reclaim();
        if (!token)
            break;
        sum += static_cast<int>(static_cast<int *>(token.value()) - tokens);
        ++count;
    }
    UK_TEST_EXPECT_SNUM_EQ(count, 2);
    UK_TEST_EXPECT_SNUM_EQ(sum, 1);
    UK_TEST_EXPECT_SNUM_EQ(ring.queue.freeCount(), ringSize);
}

uk_testsuite_register(virtio_queue, nullptr);

} // namespace
