// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/blkdev.h>

/** Reads the first disk, checks its content, writes and reads again; returns an exit status. */
int tryDisk();

/** Reads the first disk by several threads, of which one that waits lets the others run; then has
 * it tell when it has finished. Returns an exit status. */
int shareDisk();

/** The first disk, open; nullptr and a message when it does not work. `event` may be nullptr. */
uk_blkdev *openDisk(uk_blkdev_queue_event_t event);

/** Reads two lines from the console while another thread runs. Returns an exit status. */
int awaitInput();

/** Tries to write to a disk that cannot be written. */
int tryReadOnlyDisk();
