// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "fake_transport.hpp"

#include <errno.h>
#include <uk/test.h>

namespace {

using namespace uk::virtio;

UK_TESTCASE_DESC(virtio_device, steps, "virtio 1.2, 3.1.1")
{
    FakeTransport transport;
    Device device(transport);
    transport.offered = featureVersion1 | 0x55;
    transport.deviceStatus = 0x80;
    UK_TEST_EXPECT(device.negotiate(0x0f).valueOr(0) == (featureVersion1 | 0x05));
    UK_TEST_EXPECT(transport.agreed == (featureVersion1 | 0x05));
    UK_TEST_EXPECT_SNUM_EQ(transport.resets, 1);
    UK_TEST_EXPECT_SNUM_EQ(transport.deviceStatus,
                           status::acknowledge | status::driver | status::featuresOk);
    device.run();
    UK_TEST_EXPECT(transport.deviceStatus & status::driverOk);
}

UK_TESTCASE(virtio_device, older_than_version_1)
{
    FakeTransport transport;
    transport.offered = 0xff;
    const auto result = Device(transport).negotiate(0xff);
    UK_TEST_EXPECT_SNUM_EQ(result.error().number, ENOTSUP);
    UK_TEST_EXPECT_ZERO(transport.agreed);
}

UK_TESTCASE(virtio_device, refuses_features)
{
    FakeTransport transport;
    transport.refusedStatus = status::featuresOk;
    const auto result = Device(transport).negotiate(0);
    UK_TEST_EXPECT_SNUM_EQ(result.error().number, EIO);
}

UK_TESTCASE(virtio_device, queue_sizes)
{
    static const struct
    {
        __u16 offered, most, wanted;
    } cases[] = {{64, 128, 64}, {64, 16, 16}, {100, 1000, 64}, {1, 8, 1}, {32768, 65535, 32768}};
    uk_alloc *heap = uk_alloc_get_default();
    for (const auto &each : cases) {
        FakeTransport transport;
        transport.queueSize = each.offered;
        Queue queue;
        const auto opened = Device(transport).openQueue(0, each.most, queue, heap);
        UK_TEST_EXPECT_SNUM_EQ(opened ? queue.size() : 0, each.wanted);
        UK_TEST_EXPECT_SNUM_EQ(transport.enabledSize, each.wanted);
        uk_free(heap, queue.memory());
    }
}

UK_TESTCASE(virtio_device, missing_queue)
{
    FakeTransport transport;
    Queue queue;
    const auto opened = Device(transport).openQueue(1, 8, queue, uk_alloc_get_default());
    UK_TEST_EXPECT_SNUM_EQ(opened.error().number, ENOENT);
}

UK_TESTCASE(virtio_device, no_memory)
{
    FakeTransport transport;
    Queue queue;
    const auto opened = Device(transport).openQueue(0, 8, queue, nullptr);
    UK_TEST_EXPECT_SNUM_EQ(opened.error().number, ENOMEM);
    UK_TEST_EXPECT_ZERO(transport.enabledSize);
}

UK_TESTCASE(virtio_device, configuration)
{
    FakeTransport transport;
    for (__u8 i = 0; i < 64; ++i)
        transport.configuration[i] = i;
    Device device(transport);
    UK_TEST_EXPECT(device.readConfiguration(1, 4) == 0x04030201);
    UK_TEST_EXPECT(device.readConfiguration(8, 8) == 0x0f0e0d0c0b0a0908);
    UK_TEST_EXPECT(device.readConfiguration(60, 8) == 0x3f3e3d3c);
}

UK_TESTCASE_DESC(virtio_device, configuration_that_never_rests, "is read all the same")
{
    FakeTransport transport;
    transport.configuration[0] = 7;
    transport.changesAlways = 1;
    UK_TEST_EXPECT_SNUM_EQ(Device(transport).readConfiguration(0, 1), 7);
}

UK_TESTCASE(virtio_device, waits_for_an_answer)
{
    FakeTransport transport;
    Device device(transport);
    Queue queue;
    uk_alloc *heap = uk_alloc_get_default();
    unsigned char byte;
    const Buffer buffer{&byte, 1, true};
    UK_TEST_EXPECT(static_cast<bool>(device.openQueue(0, 8, queue, heap)));
    UK_TEST_EXPECT(static_cast<bool>(device.send(0, queue, &buffer, 1, &byte)));
    UK_TEST_EXPECT_SNUM_EQ(transport.notifications, 1);
    UK_TEST_EXPECT_SNUM_EQ(device.wait(queue, 1000).error().number, ETIMEDOUT);
    transport.ring.answer(transport.ring.fetch(), 1);
    UK_TEST_EXPECT(static_cast<bool>(device.wait(queue, 1000)));
    transport.ring.answer(99, 1);
    UK_TEST_EXPECT_SNUM_EQ(device.wait(queue, 1000).error().number, EIO);
    uk_free(heap, queue.memory());
}

UK_TESTCASE(virtio_device, without_driver)
{
    FakeTransport transport;
    transport.deviceKind = static_cast<DeviceKind>(4711);
    const auto attached = attach(transport, uk_alloc_get_default(), "a test");
    UK_TEST_EXPECT_SNUM_EQ(attached.error().number, ENODEV);
}

UK_TESTCASE(virtio_device, abandoned)
{
    FakeTransport transport;
    Device device(transport);
    static_cast<void>(device.negotiate(0).isError());
    device.run();
    device.abandon();
    UK_TEST_EXPECT_SNUM_EQ(transport.deviceStatus, status::failed);
    UK_TEST_EXPECT_SNUM_EQ(transport.resets, 2);
}

uk_testsuite_register(virtio_device, nullptr);

} // namespace
