/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Buses. Each registers itself with a constructor; among the platform's init functions all are
 * initialised, then searched for devices. */

#include <stddef.h>
#include <uk/alloc.h>
#include <uk/ctors.h>
#include <uk/init.h>
#include <uk/list.h>
#include <uk/prio.h>

#ifdef __cplusplus
extern "C" {
#endif

/** When buses are initialised and searched, and the priority of their constructors. */
#define UK_BUS_INIT_CLASS UK_INIT_CLASS_PLAT
#define UK_BUS_INIT_PRIO 0
#define UK_BUS_REGISTER_PRIO 0

/** Both return 0, or a negative errno value, which a message tells: a bus that cannot be
 * initialised is not searched, and the boot goes on. */
typedef int (*uk_bus_init_func_t)(struct uk_alloc *a);
typedef int (*uk_bus_probe_func_t)(void);

struct uk_bus
{
    struct uk_list_head list;
    uk_bus_init_func_t init; /**< may be NULL */
    uk_bus_probe_func_t probe;
};

/** All registered buses. */
extern struct uk_list_head uk_bus_list;
unsigned int uk_bus_count(void);

/** The macro below calls the first. */
void _uk_bus_register(struct uk_bus *b);
void _uk_bus_unregister(struct uk_bus *b);

/** Has a bus registered; at file scope, once a library. A lower priority is searched earlier. */
#define UK_BUS_REGISTER_PRIORITY(b, prio) _UK_BUS_REGISTER_FOR(__LIBNAME__, b, prio)
#define UK_BUS_REGISTER(b) UK_BUS_REGISTER_PRIORITY(b, 2)
#define _UK_BUS_REGISTER_FOR(library, b, prio)                                                     \
    static void UK_CONCAT(library, _uk_bus_register)(void)                                         \
    {                                                                                              \
        _uk_bus_register((b));                                                                     \
    }                                                                                              \
    _UK_BUS_CTOR(UK_CONCAT(library, _uk_bus_register), prio)
#define _UK_BUS_CTOR(function, prio) UK_CTOR_PRIO(function, prio)

#ifdef __cplusplus
}
#endif
