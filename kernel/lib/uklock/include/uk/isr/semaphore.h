/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

#include <uk/semaphore.h>

/** For interrupt handlers. */
#define uk_semaphore_down_try_isr(s) uk_semaphore_down_try(s)
#define uk_semaphore_up_isr(s) uk_semaphore_up(s)
