/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Priorities: one digit, 0 (earliest) to 9 (latest). They become part of section names, so the
 * linker does the sorting. That takes digits, not values, hence a table instead of arithmetic. */

/** Before and after everything else. */
#define UK_PRIO_EARLIEST 0
#define UK_PRIO_LATEST 9

/* For each priority the one before and the one after it. A name in place of a digit ends the
 * compilation, and says why. */
#define _UK_PRIO_BESIDE_0 nothing_comes_before_UK_PRIO_EARLIEST, 1
#define _UK_PRIO_BESIDE_1 0, 2
#define _UK_PRIO_BESIDE_2 1, 3
#define _UK_PRIO_BESIDE_3 2, 4
#define _UK_PRIO_BESIDE_4 3, 5
#define _UK_PRIO_BESIDE_5 4, 6
#define _UK_PRIO_BESIDE_6 5, 7
#define _UK_PRIO_BESIDE_7 6, 8
#define _UK_PRIO_BESIDE_8 7, 9
#define _UK_PRIO_BESIDE_9 8, nothing_comes_after_UK_PRIO_LATEST

#define _UK_PRIO_BESIDE(digit) _UK_PRIO_BESIDE_##digit
#define _UK_PRIO_FIRST(before, after) before
#define _UK_PRIO_SECOND(before, after) after
#define _UK_PRIO_TAKE(which, ...) which(__VA_ARGS__)

/** The priorities right before and right after `priority`, which may be such a macro itself. */
#define UK_PRIO_BEFORE(priority) _UK_PRIO_TAKE(_UK_PRIO_FIRST, _UK_PRIO_BESIDE(priority))
#define UK_PRIO_AFTER(priority) _UK_PRIO_TAKE(_UK_PRIO_SECOND, _UK_PRIO_BESIDE(priority))
