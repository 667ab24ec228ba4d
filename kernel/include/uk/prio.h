/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Priorities: one digit, 0 (earliest) to 9 (latest). They become part of section names, so the
 * linker does the sorting; arithmetic on them is done by table. */

#define UK_PRIO_EARLIEST 0
#define UK_PRIO_LATEST 9

#define __UK_PRIO_AFTER_0 1
#define __UK_PRIO_AFTER_1 2
#define __UK_PRIO_AFTER_2 3
#define __UK_PRIO_AFTER_3 4
#define __UK_PRIO_AFTER_4 5
#define __UK_PRIO_AFTER_5 6
#define __UK_PRIO_AFTER_6 7
#define __UK_PRIO_AFTER_7 8
#define __UK_PRIO_AFTER_8 9
#define __UK_PRIO_AFTER_9 priority_out_of_bounds
#define __UK_PRIO_AFTER(x) __UK_PRIO_AFTER_##x
/** The priority right after `x`. */
#define UK_PRIO_AFTER(x) __UK_PRIO_AFTER(x)

#define __UK_PRIO_BEFORE_0 priority_out_of_bounds
#define __UK_PRIO_BEFORE_1 0
#define __UK_PRIO_BEFORE_2 1
#define __UK_PRIO_BEFORE_3 2
#define __UK_PRIO_BEFORE_4 3
#define __UK_PRIO_BEFORE_5 4
#define __UK_PRIO_BEFORE_6 5
#define __UK_PRIO_BEFORE_7 6
#define __UK_PRIO_BEFORE_8 7
#define __UK_PRIO_BEFORE_9 8
#define __UK_PRIO_BEFORE(x) __UK_PRIO_BEFORE_##x
/** The priority right before `x`. */
#define UK_PRIO_BEFORE(x) __UK_PRIO_BEFORE(x)
