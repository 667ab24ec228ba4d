// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

/** Reads the first disk, checks its content, writes and reads again; returns an exit status. */
int tryDisk();

/** Tries to write to a disk that cannot be written. */
int tryReadOnlyDisk();
