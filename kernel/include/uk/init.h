/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** The table of initialisation functions. Entries are sorted by class, then by priority within the
 * class; ukboot calls `init` in this order before main() and `term` in reverse order afterwards. */

#include <uk/essentials.h>
#include <uk/plat/bootstrap.h>
#include <uk/prio.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What an init function gets. The arguments may be changed and stay valid until power-off. */
struct uk_init_ctx
{
    struct
    {
        int argc;
        char **argv;
    } cmdline;
};

/** What a term function gets: the state that the system is going to. */
struct uk_term_ctx
{
    enum ukplat_gstate target;
};

/** Returns a negative errno value to stop the boot, otherwise 0 or a positive number. */
typedef int (*uk_init_func_t)(struct uk_init_ctx *);
typedef void (*uk_term_func_t)(const struct uk_term_ctx *);

/** One entry; either function may be NULL. */
struct uk_inittab_entry
{
    uk_init_func_t init;
    uk_term_func_t term;
};

#define __UK_INITTAB_ENTRY(init_fn, term_fn, base, prio)                                           \
    static const struct uk_inittab_entry __used __section(".uk_inittab" #base #prio) __align(8)    \
        __uk_inittab##base##prio##_##init_fn##_##term_fn = {init_fn, term_fn}
#define _UK_INITTAB(init_fn, term_fn, base, prio) __UK_INITTAB_ENTRY(init_fn, term_fn, base, prio)

/** Registers init_fn and term_fn (a function name or 0) in a class at a priority 0 to 9. */
#define uk_initcall_class_prio(init_fn, term_fn, class, prio)                                      \
    _UK_INITTAB(init_fn, term_fn, class, prio)

/** The classes in the order they run. */
#define UK_INIT_CLASS_EARLY 1
#define UK_INIT_CLASS_PLAT 2
#define UK_INIT_CLASS_LIB 3
#define UK_INIT_CLASS_ROOTFS 4
#define UK_INIT_CLASS_SYS 5
#define UK_INIT_CLASS_LATE 6

#define uk_early_initcall_prio(init_fn, term_fn, prio)                                             \
    uk_initcall_class_prio(init_fn, term_fn, UK_INIT_CLASS_EARLY, prio)
#define uk_plat_initcall_prio(init_fn, term_fn, prio)                                              \
    uk_initcall_class_prio(init_fn, term_fn, UK_INIT_CLASS_PLAT, prio)
#define uk_lib_initcall_prio(init_fn, term_fn, prio)                                               \
    uk_initcall_class_prio(init_fn, term_fn, UK_INIT_CLASS_LIB, prio)
#define uk_rootfs_initcall_prio(init_fn, term_fn, prio)                                            \
    uk_initcall_class_prio(init_fn, term_fn, UK_INIT_CLASS_ROOTFS, prio)
#define uk_sys_initcall_prio(init_fn, term_fn, prio)                                               \
    uk_initcall_class_prio(init_fn, term_fn, UK_INIT_CLASS_SYS, prio)
#define uk_late_initcall_prio(init_fn, term_fn, prio)                                              \
    uk_initcall_class_prio(init_fn, term_fn, UK_INIT_CLASS_LATE, prio)

#define uk_early_initcall(init_fn, term_fn) uk_early_initcall_prio(init_fn, term_fn, UK_PRIO_LATEST)
#define uk_plat_initcall(init_fn, term_fn) uk_plat_initcall_prio(init_fn, term_fn, UK_PRIO_LATEST)
#define uk_lib_initcall(init_fn, term_fn) uk_lib_initcall_prio(init_fn, term_fn, UK_PRIO_LATEST)
#define uk_rootfs_initcall(init_fn, term_fn)                                                       \
    uk_rootfs_initcall_prio(init_fn, term_fn, UK_PRIO_LATEST)
#define uk_sys_initcall(init_fn, term_fn) uk_sys_initcall_prio(init_fn, term_fn, UK_PRIO_LATEST)
#define uk_late_initcall(init_fn, term_fn) uk_late_initcall_prio(init_fn, term_fn, UK_PRIO_LATEST)

/** Bounds of the table, set by the linker script. */
extern const struct uk_inittab_entry uk_inittab_start[];
extern const struct uk_inittab_entry uk_inittab_end[];

/** Walks from `first` up to before `end`. */
#define uk_inittab_foreach(itr, first, end) for ((itr) = (first); (itr) < (end); (itr)++)

#ifdef __cplusplus
}
#endif
