/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** For drivers of consoles. */

#include <uk/console.h>
#include <uk/essentials.h>
#include <uk/list.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Write, and read without waiting; return how many bytes or a negative errno value. For reading,
 * that means no more will ever come. */
typedef __ssz (*uk_console_out_func)(struct uk_console *dev, const char *buf, __sz len);
typedef __ssz (*uk_console_in_func)(struct uk_console *dev, char *buf, __sz len);

/** Has `arrived(argument)` called once, by an interrupt handler, when there is something to read,
 * at once where there is already; the last who asked is called. Called with interrupts off. Returns
 * 0, or -ENOTSUP where the device does not interrupt. */
typedef int (*uk_console_notify_func)(struct uk_console *dev, void (*arrived)(void *argument),
                                      void *argument);

/** What a console can do; each may be NULL. */
struct uk_console_ops
{
    uk_console_out_func out;
    uk_console_in_func in;
    uk_console_notify_func notify;
};

/** Is standard output, standard input. */
#define UK_CONSOLE_FLAG_STDOUT 0x1
#define UK_CONSOLE_FLAG_STDIN 0x2

/** A console. */
struct uk_console
{
    __u16 id; /**< set by uk_console_register() */
    const struct uk_console_ops *ops;
    const char *name; /**< or NULL */
    int flags;
    struct uk_list_head _list;
};

/** Fills in a console before it is registered. */
static inline void uk_console_init(struct uk_console *dev, const char *name,
                                   const struct uk_console_ops *ops, int flags)
{
    dev->id = 0xffff;
    dev->ops = ops;
    dev->name = name;
    dev->flags = flags;
    UK_INIT_LIST_HEAD(&dev->_list);
}

/** Adds a console that works, and stays for ever. */
void uk_console_register(struct uk_console *dev);

#ifdef __cplusplus
}
#endif
