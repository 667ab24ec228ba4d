// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Disks on devices that behave well and on others.

#include "../blk/disk.hpp"
#include "fake_transport.hpp"

#include <uk/test.h>

namespace {

using namespace uk::virtio;

alignas(16) unsigned char sectors[16 * 512];
alignas(16) unsigned char buffer[4 * 512];

/** Does what a request says, on `sectors`. */
__u32 perform(RingDevice &ring, __u16 first)
{
    const auto header = ring.descriptor(first);
    const auto data = ring.descriptor(header.next);
    const auto *fields = reinterpret_cast<const __u64 *>(header.address);
    const auto type = static_cast<__u32>(fields[0]);
    auto *memory = reinterpret_cast<unsigned char *>(data.address);
    if (type == 0)
        memcpy(memory, sectors + fields[1] * 512, data.length);
    else if (type == 1)
        memcpy(sectors + fields[1] * 512, memory, data.length);
    const auto status = type <= 1 ? ring.descriptor(data.next) : data;
    *reinterpret_cast<__u8 *>(status.address) = 0;
    return type == 0 ? data.length + 1 : 1;
}

void behave(FakeTransport &, RingDevice &ring)
{
    while (ring.pending()) {
        const __u16 first = ring.fetch();
        ring.answer(first, perform(ring, first));
    }
}

/** Answers with a status and nothing else. */
template <int value>
void answerWith(FakeTransport &, RingDevice &ring)
{
    const __u16 first = ring.fetch();
    const auto data = ring.descriptor(ring.descriptor(first).next);
    *reinterpret_cast<__u8 *>(ring.descriptor(data.next).address) = value;
    ring.answer(first, 1);
}

void answerNonsense(FakeTransport &, RingDevice &ring)
{
    ring.answer(0xffff, 0xffffffff);
}

void answerNothing(FakeTransport &, RingDevice &) {}

/** A running disk of 16 sectors, away again at the end of a test. */
struct Running
{
    explicit Running(FakeTransport::Answer answer, __u64 features = 0)
        : disk(transport, uk_alloc_get_default())
    {
        transport.offered = featureVersion1 | features;
        transport.configuration[0] = 16;
        transport.configuration[9] = 4; // segments of up to 1 KiB
        transport.answer = answer;
        const uk_blkdev_conf configuration{1};
        const uk_blkdev_queue_conf queue{uk_alloc_get_default(), nullptr, nullptr};
        works = disk.open() && uk_blkdev_drv_register(&disk, uk_alloc_get_default(), "fake") >= 0 &&
                !uk_blkdev_configure(&disk, &configuration) &&
                !uk_blkdev_queue_configure(&disk, 0, 16, &queue) && !uk_blkdev_start(&disk);
    }
    ~Running()
    {
        uk_blkdev_stop(&disk);
        uk_blkdev_queue_unconfigure(&disk, 0);
        uk_blkdev_unconfigure(&disk);
        if (uk_blkdev_state_get(&disk) == UK_BLKDEV_UNCONFIGURED)
            uk_blkdev_drv_unregister(&disk);
    }

    FakeTransport transport;
    Disk disk;
    bool works;
};

constexpr __u64 readOnly = 1 << 5, flushes = 1 << 9, limitsSegments = 1 << 1;

UK_TESTCASE(virtio_disk, tells_what_it_can)
{
    Running running(behave, limitsSegments);
    UK_TEST_EXPECT(running.works);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sectors(&running.disk), 16);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_max_sec_per_req(&running.disk), 2);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_size(&running.disk), 8192);
    UK_TEST_EXPECT_ZERO(strcmp(uk_blkdev_drv_name_get(&running.disk), "fake"));
}

UK_TESTCASE_DESC(virtio_disk, reads_and_writes, "in pieces as large as the device takes")
{
    Running running(behave, limitsSegments);
    for (unsigned int i = 0; i < sizeof(buffer); ++i)
        buffer[i] = static_cast<unsigned char>(i / 3);
    UK_TEST_EXPECT_ZERO(uk_blkdev_sync_write(&running.disk, 0, 5, 4, buffer));
    UK_TEST_EXPECT_BYTES_EQ(sectors + 5 * 512, buffer, sizeof(buffer));
    UK_TEST_EXPECT_SNUM_EQ(running.transport.notifications, 2);
    memset(buffer, 0, sizeof(buffer));
    UK_TEST_EXPECT_ZERO(uk_blkdev_sync_read(&running.disk, 0, 5, 4, buffer));
    UK_TEST_EXPECT_BYTES_EQ(sectors + 5 * 512, buffer, sizeof(buffer));
}

UK_TESTCASE(virtio_disk, outside_of_it)
{
    Running running(behave);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sync_read(&running.disk, 0, 16, 1, buffer), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sync_read(&running.disk, 0, 14, 3, buffer), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sync_read(&running.disk, 0, ~0UL, 2, buffer), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sync_read(&running.disk, 0, 0, 0, buffer), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sync_read(&running.disk, 0, 0, 1, buffer + 1), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sync_read(&running.disk, 1, 0, 1, buffer), -EINVAL);
    UK_TEST_EXPECT_ZERO(running.transport.notifications);
}

UK_TESTCASE(virtio_disk, read_only)
{
    Running running(behave, readOnly);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sync_write(&running.disk, 0, 0, 1, buffer), -EROFS);
    UK_TEST_EXPECT_ZERO(uk_blkdev_sync_read(&running.disk, 0, 0, 1, buffer));
}

UK_TESTCASE(virtio_disk, flushes)
{
    Running with(behave, flushes);
    UK_TEST_EXPECT_ZERO(uk_blkdev_sync_io(&with.disk, 0, UK_BLKREQ_FFLUSH, 0, 0, nullptr));
    UK_TEST_EXPECT_SNUM_EQ(with.transport.notifications, 1);
    Running without(behave);
    UK_TEST_EXPECT_ZERO(uk_blkdev_sync_io(&without.disk, 0, UK_BLKREQ_FFLUSH, 0, 0, nullptr));
    UK_TEST_EXPECT_ZERO(without.transport.notifications);
}

UK_TESTCASE(virtio_disk, errors_of_the_medium)
{
    Running failing(answerWith<1>);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sync_read(&failing.disk, 0, 0, 1, buffer), -EIO);
    Running unable(answerWith<2>);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sync_read(&unable.disk, 0, 0, 1, buffer), -ENOTSUP);
    Running strange(answerWith<0x77>);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sync_read(&strange.disk, 0, 0, 1, buffer), -EIO);
}

UK_TESTCASE_DESC(virtio_disk, hostile_device, "is reset before the request fails")
{
    Running running(answerNonsense);
    const unsigned int resets = running.transport.resets;
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sync_read(&running.disk, 0, 0, 1, buffer), -EIO);
    UK_TEST_EXPECT_SNUM_EQ(running.transport.resets, resets + 1);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sync_read(&running.disk, 0, 0, 1, buffer), -EIO);
}

UK_TESTCASE(virtio_disk, full_queue)
{
    Running running(answerNothing);
    uk_blkreq requests[6];
    int accepted = 0;
    for (uk_blkreq &each : requests) {
        uk_blkreq_init(&each, UK_BLKREQ_READ, 0, 1, buffer, nullptr, nullptr);
        accepted +=
            uk_blkdev_status_successful(uk_blkdev_queue_submit_one(&running.disk, 0, &each));
    }
    // 16 descriptors, three for each.
    UK_TEST_EXPECT_SNUM_EQ(accepted, 5);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_stop(&running.disk), -EBUSY);
    running.transport.answer = answerNonsense;
    running.transport.notify(0);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_queue_finish_reqs(&running.disk, 0), -EIO);
    int done = 0;
    for (int i = 0; i < accepted; ++i)
        done += uk_blkreq_is_done(&requests[i]) && requests[i].result == -EIO;
    UK_TEST_EXPECT_SNUM_EQ(done, accepted);
}

void count(uk_blkreq *, void *cookie)
{
    ++*static_cast<int *>(cookie);
}

UK_TESTCASE(virtio_disk, calls_when_done)
{
    Running running(behave);
    uk_blkreq request;
    int calls = 0;
    uk_blkreq_init(&request, UK_BLKREQ_READ, 3, 2, buffer, count, &calls);
    const int status = uk_blkdev_queue_submit_one(&running.disk, 0, &request);
    UK_TEST_EXPECT(uk_blkdev_status_more(status));
    UK_TEST_EXPECT_ZERO(uk_blkdev_queue_finish_reqs(&running.disk, 0));
    UK_TEST_EXPECT_SNUM_EQ(calls, 1);
    UK_TEST_EXPECT(uk_blkreq_is_done(&request));
}

UK_TESTCASE(virtio_disk, starts_again)
{
    Running running(behave);
    UK_TEST_EXPECT_ZERO(uk_blkdev_stop(&running.disk));
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sync_read(&running.disk, 0, 0, 1, buffer), -EINVAL);
    UK_TEST_EXPECT_ZERO(uk_blkdev_start(&running.disk));
    UK_TEST_EXPECT_ZERO(uk_blkdev_sync_read(&running.disk, 0, 0, 1, buffer));
}

UK_TESTCASE(virtio_disk, too_small_segments)
{
    FakeTransport transport;
    transport.offered = featureVersion1 | limitsSegments;
    transport.configuration[8] = 100;
    Disk disk(transport, uk_alloc_get_default());
    const auto opened = disk.open();
    UK_TEST_EXPECT_SNUM_EQ(opened.error().number, EIO);
}

uk_testsuite_register(virtio_disk, nullptr);

} // namespace
