/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Constructor tables, bounded by the linker script. */

#ifdef __cplusplus
extern "C" {
#endif

typedef void (*uk_ctor_func_t)(void);

extern const uk_ctor_func_t __preinit_array_start[];
extern const uk_ctor_func_t __preinit_array_end[];
extern const uk_ctor_func_t __init_array_start[];
extern const uk_ctor_func_t __init_array_end[];
extern const uk_ctor_func_t __fini_array_start[];
extern const uk_ctor_func_t __fini_array_end[];

/** Constructors of the kernel itself, sorted by priority 0 to 9. They run before there is a heap.
 */
extern const uk_ctor_func_t uk_ctortab_start[];
extern const uk_ctor_func_t uk_ctortab_end[];

#define __UK_CTORTAB(fn, prio)                                                                     \
    static const uk_ctor_func_t __attribute__((used, section(".uk_ctortab" #prio)))                \
    __uk_ctortab##prio##_##fn = (fn)
#define _UK_CTORTAB(fn, prio) __UK_CTORTAB(fn, prio)
/** Registers `fn` to run at priority `prio`. */
#define UK_CTOR_PRIO(fn, prio) _UK_CTORTAB(fn, prio)
#define UK_CTOR(fn) UK_CTOR_PRIO(fn, 9)

#ifdef __cplusplus
}
#endif
