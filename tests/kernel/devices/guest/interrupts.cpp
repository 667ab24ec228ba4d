// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Devices that interrupt, with a scheduler.

#include "scenarios.hpp"

#include <uk/config.h>

#if defined(CONFIG_LIBUKSCHED) && defined(CONFIG_LIBUKLOCK_SEMAPHORE)

#include <stdio.h>
#include <uk/sched.h>
#include <uk/semaphore.h>

namespace {

constexpr __sector partSize = 8;
constexpr int rounds = 8;

struct Reader
{
    uk_blkdev *disk;
    __sector first;
    unsigned char bytes[partSize * 512];
    int failures;
};

alignas(16) Reader readers[3];
volatile int ended;
volatile bool isOver;
volatile unsigned long turns;

[[noreturn]] void readOften(void *argument)
{
    auto &self = *static_cast<Reader *>(argument);
    for (int round = 0; round < rounds; ++round) {
        const __sector first = self.first + static_cast<__sector>(round) * partSize;
        if (uk_blkdev_sync_read(self.disk, 0, first, partSize, self.bytes))
            ++self.failures;
        for (unsigned int i = 0; i < sizeof(self.bytes); ++i) {
            if (self.bytes[i] != static_cast<unsigned char>(first + i / 512)) {
                ++self.failures;
                break;
            }
        }
    }
    __atomic_fetch_add(&ended, 1, __ATOMIC_RELAXED);
    uk_sched_thread_exit();
}

[[noreturn]] void count(void *)
{
    while (!isOver) {
        turns = turns + 1;
        uk_sched_yield();
    }
    __atomic_fetch_add(&ended, 1, __ATOMIC_RELAXED);
    uk_sched_thread_exit();
}

void start(uk_thread_fn1_t function, void *argument)
{
    uk_sched_thread_create_fn1(uk_sched_current(), function, argument, 0, 0, false, false, "worker",
                               nullptr, nullptr);
}

void awaitEnd(int threads)
{
    while (ended < threads)
        uk_sched_thread_sleep(100'000);
}

uk_semaphore heard;

void hear(uk_blkdev *disk, uint16_t queue, void *)
{
    uk_blkdev_queue_finish_reqs(disk, queue);
}

void tell(uk_blkreq *, void *)
{
    uk_semaphore_up(&heard);
}

/** Requests that nobody polls for: only interrupts can end them. */
int hearOf(uk_blkdev *disk)
{
    uk_semaphore_init(&heard, 0);
    if (uk_blkdev_queue_intr_enable(disk, 0)) {
        printf("events: none\n");
        return 1;
    }
    static unsigned char bytes[partSize * 512];
    int failures = 0;
    for (int round = 0; round < rounds; ++round) {
        uk_blkreq request;
        uk_blkreq_init(&request, UK_BLKREQ_READ, 1, partSize, bytes, tell, nullptr);
        failures += !uk_blkdev_status_successful(uk_blkdev_queue_submit_one(disk, 0, &request));
        uk_semaphore_down(&heard);
        failures += request.result != 0 || bytes[0] != 1;
    }
    failures += uk_blkdev_queue_intr_disable(disk, 0) != 0;
    printf("events: %d failures\n", failures);
    return failures;
}

} // namespace

int shareDisk()
{
    uk_blkdev *disk = openDisk(hear);
    if (!disk)
        return 1;
    // Whoever else runs does so because the thread that reads has been blocked, which it is once
    // the host has to wait for the disk.
    static unsigned char bytes[partSize * 512];
    start(count, nullptr);
    unsigned long meanwhile = 0;
    int failures = 0;
    for (int round = 0; round < 1000 && !meanwhile; ++round) {
        const unsigned long before = turns;
        failures += uk_blkdev_sync_read(disk, 0, 0, partSize, bytes) != 0;
        meanwhile += turns != before;
    }
    isOver = true;
    awaitEnd(1);
    printf("interrupts: others ran during reads: %s\n", meanwhile ? "yes" : "no");

    for (unsigned int i = 0; i < 3; ++i) {
        readers[i].disk = disk;
        readers[i].first = i * rounds * partSize;
        start(readOften, &readers[i]);
    }
    awaitEnd(4);
    for (const Reader &each : readers)
        failures += each.failures;
    printf("interrupts: %d failures\n", failures);
    return failures || !meanwhile ? 1 : hearOf(disk);
}

#else

int shareDisk()
{
    return 1;
}

#endif
