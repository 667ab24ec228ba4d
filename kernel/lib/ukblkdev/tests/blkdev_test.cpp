// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The way through the states, with a driver that only remembers.

#include <uk/blkdev.h>
#include <uk/blkdev_driver.h>
#include <uk/test.h>

namespace {

uk_blkdev device;
int answer;    // of the driver's functions
int submitted; // requests

void getInfo(uk_blkdev *, uk_blkdev_info *info)
{
    info->max_queues = 500;
}

int configure(uk_blkdev *, const uk_blkdev_conf *)
{
    return answer;
}

int getQueueInfo(uk_blkdev *, uint16_t, uk_blkdev_queue_info *info)
{
    info->nb_max = 32;
    return 0;
}

uk_blkdev_queue *configureQueue(uk_blkdev *self, uint16_t, uint16_t, const uk_blkdev_queue_conf *)
{
    return answer ? static_cast<uk_blkdev_queue *>(ERR2PTR(answer))
                  : reinterpret_cast<uk_blkdev_queue *>(self);
}

int doNothing(uk_blkdev *)
{
    return answer;
}

int closeQueue(uk_blkdev *, uk_blkdev_queue *)
{
    return 0;
}

int submit(uk_blkdev *, uk_blkdev_queue *, uk_blkreq *request)
{
    ++submitted;
    uk_blkreq_finished(request);
    return UK_BLKDEV_STATUS_SUCCESS;
}

const uk_blkdev_ops operations{getInfo,    configure, getQueueInfo, configureQueue,
                               doNothing,  doNothing, nullptr,      nullptr,
                               closeQueue, doNothing, nullptr};
const uk_blkdev_conf oneQueue{1};
const uk_blkdev_queue_conf queueConf{nullptr, nullptr, nullptr};

int addDevice(uk_testsuite *)
{
    device.submit_one = submit;
    device.finish_reqs = [](uk_blkdev *, uk_blkdev_queue *) { return 0; };
    device.dev_ops = &operations;
    device.capabilities = {100, 512, 2, 8, 8};
    return uk_blkdev_drv_register(&device, uk_alloc_get_default(), "memory") < 0 ? -1 : 0;
}

UK_TESTCASE(ukblkdev, is_listed)
{
    const unsigned int id = uk_blkdev_id_get(&device);
    UK_TEST_EXPECT_SNUM_GE(uk_blkdev_count(), 1);
    UK_TEST_EXPECT_PTR_EQ(uk_blkdev_get(id), &device);
    UK_TEST_EXPECT_NULL(uk_blkdev_get(id + 1));
    UK_TEST_EXPECT_ZERO(strcmp(uk_blkdev_drv_name_get(&device), "memory"));
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_state_get(&device), UK_BLKDEV_UNCONFIGURED);
}

UK_TESTCASE(ukblkdev, no_more_queues_than_configured)
{
    uk_blkdev_info info;
    UK_TEST_EXPECT_ZERO(uk_blkdev_get_info(&device, &info));
    UK_TEST_EXPECT_SNUM_EQ(info.max_queues, CONFIG_LIBUKBLKDEV_MAXNBQUEUES);
    const uk_blkdev_conf none{0}, many{CONFIG_LIBUKBLKDEV_MAXNBQUEUES + 1};
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_configure(&device, &none), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_configure(&device, &many), -EINVAL);
}

UK_TESTCASE_DESC(ukblkdev, steps_in_their_order, "and no other")
{
    uk_blkreq request;
    uk_blkreq_init(&request, UK_BLKREQ_READ, 0, 1, &device, nullptr, nullptr);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_start(&device), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_queue_configure(&device, 0, 0, &queueConf), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_stop(&device), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_queue_submit_one(&device, 0, &request), -EINVAL);
    UK_TEST_EXPECT_ZERO(uk_blkdev_configure(&device, &oneQueue));
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_configure(&device, &oneQueue), -EINVAL);
    UK_TEST_EXPECT_ZERO(uk_blkdev_queue_configure(&device, 0, 0, &queueConf));
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_queue_configure(&device, 0, 0, &queueConf), -EBUSY);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_unconfigure(&device), -EBUSY);
    UK_TEST_EXPECT_ZERO(uk_blkdev_start(&device));
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_queue_submit_one(&device, 0, &request), 1);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_queue_unconfigure(&device, 0), -EINVAL);
    UK_TEST_EXPECT_ZERO(uk_blkdev_stop(&device));
    UK_TEST_EXPECT_ZERO(uk_blkdev_queue_unconfigure(&device, 0));
    UK_TEST_EXPECT_ZERO(uk_blkdev_unconfigure(&device));
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_state_get(&device), UK_BLKDEV_UNCONFIGURED);
}

UK_TESTCASE(ukblkdev, errors_of_the_driver)
{
    answer = -EIO;
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_configure(&device, &oneQueue), -EIO);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_state_get(&device), UK_BLKDEV_UNCONFIGURED);
    answer = 0;
    uk_blkdev_configure(&device, &oneQueue);
    answer = -ENODEV;
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_queue_configure(&device, 0, 0, &queueConf), -ENODEV);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_start(&device), -ENODEV);
    answer = 0;
    UK_TEST_EXPECT_ZERO(uk_blkdev_unconfigure(&device));
}

UK_TESTCASE(ukblkdev, queue_information)
{
    uk_blkdev_queue_info info;
    UK_TEST_EXPECT_ZERO(uk_blkdev_queue_get_info(&device, 0, &info));
    UK_TEST_EXPECT_SNUM_EQ(info.nb_max, 32);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_queue_get_info(&device, 1000, &info), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_queue_intr_enable(&device, 0), -ENOTSUP);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_queue_intr_disable(&device, 0), -ENOTSUP);
}

UK_TESTCASE_DESC(ukblkdev, long_transfers, "become several requests")
{
    uk_blkdev_configure(&device, &oneQueue);
    uk_blkdev_queue_configure(&device, 0, 0, &queueConf);
    uk_blkdev_start(&device);
    submitted = 0;
    UK_TEST_EXPECT_ZERO(uk_blkdev_sync_read(&device, 0, 10, 20, &device));
    UK_TEST_EXPECT_SNUM_EQ(submitted, 3);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_sync_read(&device, 0, 90, 11, &device), -EINVAL);
    uk_blkdev_stop(&device);
    uk_blkdev_queue_unconfigure(&device, 0);
    uk_blkdev_unconfigure(&device);
}

UK_TESTCASE(ukblkdev, statuses)
{
    UK_TEST_EXPECT(uk_blkdev_status_successful(1) && uk_blkdev_status_successful(3));
    UK_TEST_EXPECT(!uk_blkdev_status_successful(0) && !uk_blkdev_status_successful(-EIO));
    UK_TEST_EXPECT(uk_blkdev_status_notready(0) && !uk_blkdev_status_notready(-EIO));
    UK_TEST_EXPECT(uk_blkdev_status_more(3) && !uk_blkdev_status_more(1));
}

UK_TESTCASE(ukblkdev, goes_away)
{
    const unsigned int before = uk_blkdev_count();
    const unsigned int id = uk_blkdev_id_get(&device);
    uk_blkdev_drv_unregister(&device);
    UK_TEST_EXPECT_SNUM_EQ(uk_blkdev_count(), before - 1);
    UK_TEST_EXPECT_NULL(uk_blkdev_get(id));
}

uk_testsuite_register(ukblkdev, addDevice);

} // namespace
