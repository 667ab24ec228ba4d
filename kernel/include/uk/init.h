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
typedef int (*uk_init_func_t)(struct uk_init_ctx *context);
/** Undoes what the init function of the same entry did. */
typedef void (*uk_term_func_t)(const struct uk_term_ctx *context);

/** One entry; either function may be NULL. */
struct uk_inittab_entry
{
    uk_init_func_t init;
    uk_term_func_t term;
};

/** Bounds of the table, set by the linker script. */
extern const struct uk_inittab_entry uk_inittab_start[];
extern const struct uk_inittab_entry uk_inittab_end[];

/** Walks with `entry` from `first` up to before `end`. */
#define uk_inittab_foreach(entry, first, end) for ((entry) = (first); (entry) < (end); (entry)++)

/** The classes in the order they run. */
#define UK_INIT_CLASS_EARLY 1  /**< before the machine's devices are known */
#define UK_INIT_CLASS_PLAT 2   /**< the machine and its devices */
#define UK_INIT_CLASS_LIB 3    /**< libraries */
#define UK_INIT_CLASS_ROOTFS 4 /**< the root file system */
#define UK_INIT_CLASS_SYS 5    /**< services that need files */
#define UK_INIT_CLASS_LATE 6   /**< what the application wants done before main() */

/* The entry as an object in the section that the linker sorts by: .uk_inittab, class, priority. By
 * then both are digits, which is why there are two steps. */
#define _UK_INIT_ENTRY_AT(start, stop, class_digit, prio_digit)                                    \
    static const struct uk_inittab_entry                                                           \
        __attribute__((__used__, __aligned__(__SIZEOF_POINTER__),                                  \
                       __section__(".uk_inittab" #class_digit #prio_digit)))                       \
        uk_init_##class_digit##prio_digit##_##start##_##stop = {start, stop}
#define _UK_INIT_ENTRY(...) _UK_INIT_ENTRY_AT(__VA_ARGS__)

/** Registers `start` and `stop` (a function's name or 0) in a class (1 to 6, a macro as above) at a
 * priority (0 to 9, see <uk/prio.h>). To be used at file scope. */
#define uk_initcall_class_prio(start, stop, class, priority)                                       \
    _UK_INIT_ENTRY(start, stop, class, priority)

/* The same by the class's name. */
#define _UK_INIT_IN(name, start, stop, priority)                                                   \
    _UK_INIT_ENTRY(start, stop, UK_INIT_CLASS_##name, priority)

/** In a class of their own, at a priority or, without one, at the end of the class. */
#define uk_early_initcall_prio(start, stop, priority) _UK_INIT_IN(EARLY, start, stop, priority)
#define uk_early_initcall(start, stop) _UK_INIT_IN(EARLY, start, stop, UK_PRIO_LATEST)
#define uk_plat_initcall_prio(start, stop, priority) _UK_INIT_IN(PLAT, start, stop, priority)
#define uk_plat_initcall(start, stop) _UK_INIT_IN(PLAT, start, stop, UK_PRIO_LATEST)
#define uk_lib_initcall_prio(start, stop, priority) _UK_INIT_IN(LIB, start, stop, priority)
#define uk_lib_initcall(start, stop) _UK_INIT_IN(LIB, start, stop, UK_PRIO_LATEST)
#define uk_rootfs_initcall_prio(start, stop, priority) _UK_INIT_IN(ROOTFS, start, stop, priority)
#define uk_rootfs_initcall(start, stop) _UK_INIT_IN(ROOTFS, start, stop, UK_PRIO_LATEST)
#define uk_sys_initcall_prio(start, stop, priority) _UK_INIT_IN(SYS, start, stop, priority)
#define uk_sys_initcall(start, stop) _UK_INIT_IN(SYS, start, stop, UK_PRIO_LATEST)
#define uk_late_initcall_prio(start, stop, priority) _UK_INIT_IN(LATE, start, stop, priority)
#define uk_late_initcall(start, stop) _UK_INIT_IN(LATE, start, stop, UK_PRIO_LATEST)

#ifdef __cplusplus
}
#endif
