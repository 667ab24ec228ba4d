/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Constructor tables, bounded by the linker script. */

#ifdef __cplusplus
extern "C" {
#endif

/** A constructor, or a destructor in the last of the tables. */
typedef void (*uk_ctor_func_t)(void);

/* The bounds of a table: [NAME_start, NAME_end). */
#define _UK_CTOR_TABLE(name) extern const uk_ctor_func_t name##_start[], name##_end[]

/** Constructors of the kernel itself, sorted by priority 0 to 9. They run before there is a heap.
 */
_UK_CTOR_TABLE(uk_ctortab);
/** The tables of the System V ABI, which compilers fill. */
_UK_CTOR_TABLE(__preinit_array);
_UK_CTOR_TABLE(__init_array);
_UK_CTOR_TABLE(__fini_array);

/* The entry as an object in the section that the linker sorts by: .uk_ctortab, priority. */
#define _UK_CTOR_AT(function, digit)                                                               \
    static const uk_ctor_func_t __attribute__((__used__, __section__(".uk_ctortab" #digit)))       \
    uk_ctor_##digit##_##function = function

/** Registers `function` to run at `priority` (0 to 9, see <uk/prio.h>), or as one of the last. */
#define UK_CTOR_PRIO(function, priority) _UK_CTOR_AT(function, priority)
#define UK_CTOR(function) _UK_CTOR_AT(function, 9)

#ifdef __cplusplus
}
#endif
