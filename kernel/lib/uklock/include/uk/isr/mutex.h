/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

#include <uk/mutex.h>

/** uk_mutex_trylock() for interrupt handlers, which then own it as the interrupted thread. */
#define uk_mutex_trylock_isr(m) uk_mutex_trylock(m)
