// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "scenarios.hpp"

#include <stdio.h>
#include <string.h>
#include <uk/blkdev.h>

namespace {

constexpr __sector partSize = 64;

alignas(16) unsigned char content[partSize * 512];
alignas(16) unsigned char back[partSize * 512];

} // namespace

uk_blkdev *openDisk(uk_blkdev_queue_event_t event)
{
    uk_blkdev *disk = uk_blkdev_get(0);
    if (!disk) {
        printf("disk: none\n");
        return nullptr;
    }
    const uk_blkdev_conf configuration{1};
    const uk_blkdev_queue_conf queue{uk_alloc_get_default(), event, nullptr};
    if (uk_blkdev_configure(disk, &configuration) ||
        uk_blkdev_queue_configure(disk, 0, 0, &queue) || uk_blkdev_start(disk)) {
        printf("disk: does not start\n");
        return nullptr;
    }
    printf("disk: %s, %zu sectors of %zu bytes, mode %d\n", uk_blkdev_drv_name_get(disk),
           uk_blkdev_sectors(disk), uk_blkdev_ssize(disk), uk_blkdev_mode(disk));
    return disk;
}

namespace {

/** The host filled sector n with the byte n. */
bool isAsMade(__sector first)
{
    for (__sector i = 0; i < partSize; ++i) {
        for (unsigned int byte = 0; byte < 512; ++byte) {
            if (content[i * 512 + byte] != static_cast<unsigned char>(first + i))
                return false;
        }
    }
    return true;
}

int closeDisk(uk_blkdev *disk)
{
    return uk_blkdev_stop(disk) || uk_blkdev_queue_unconfigure(disk, 0) ||
           uk_blkdev_unconfigure(disk);
}

/** Four requests at once, each a quarter. */
bool readsInParallel(uk_blkdev *disk)
{
    uk_blkreq requests[4];
    for (unsigned int i = 0; i < 4; ++i) {
        uk_blkreq_init(&requests[i], UK_BLKREQ_READ, i * 16, 16, content + i * 16 * 512, nullptr,
                       nullptr);
        if (!uk_blkdev_status_successful(uk_blkdev_queue_submit_one(disk, 0, &requests[i])))
            return false;
    }
    for (uk_blkreq &each : requests) {
        while (!uk_blkreq_is_done(&each)) {
            if (uk_blkdev_queue_finish_reqs(disk, 0))
                return false;
        }
        if (each.result)
            return false;
    }
    return isAsMade(0);
}

} // namespace

int tryDisk()
{
    uk_blkdev *disk = openDisk(nullptr);
    if (!disk)
        return 1;
    const __sector last = uk_blkdev_sectors(disk) - partSize;
    int failures = 0;
    failures += uk_blkdev_sync_read(disk, 0, 0, partSize, content) != 0 || !isAsMade(0);
    failures += uk_blkdev_sync_read(disk, 0, last, partSize, content) != 0 || !isAsMade(last);
    failures += !readsInParallel(disk);
    printf("disk: reading: %d failures\n", failures);

    for (unsigned int i = 0; i < sizeof(content); ++i)
        content[i] = static_cast<unsigned char>(i * 7 + i / 512);
    failures += uk_blkdev_sync_write(disk, 0, last, partSize, content) != 0;
    failures += uk_blkdev_sync_io(disk, 0, UK_BLKREQ_FFLUSH, 0, 0, nullptr) != 0;
    failures += uk_blkdev_sync_read(disk, 0, last, partSize, back) != 0;
    failures += memcmp(content, back, sizeof(content)) != 0;
    printf("disk: writing: %d failures\n", failures);

    failures += uk_blkdev_sync_read(disk, 0, last + 1, partSize, content) != -EINVAL;
    failures += uk_blkdev_sync_read(disk, 0, ~0UL, 1, content) != -EINVAL;
    failures += uk_blkdev_sync_read(disk, 0, 0, 1, nullptr) != -EINVAL;
    failures += uk_blkdev_sync_read(disk, 1, 0, 1, content) != -EINVAL;
    failures += closeDisk(disk) != 0;
    // And once more from the beginning.
    disk = openDisk(nullptr);
    failures += !disk || uk_blkdev_sync_read(disk, 0, 0, partSize, content) != 0 || !isAsMade(0);
    printf("disk: %d failures\n", failures);
    return failures;
}

int tryReadOnlyDisk()
{
    uk_blkdev *disk = openDisk(nullptr);
    if (!disk)
        return 1;
    const int result = uk_blkdev_sync_write(disk, 0, 0, 1, content);
    printf("disk: writing: %d\n", result);
    return result == -EROFS ? 0 : 1;
}
