/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Parameters of libraries: variables that the command line can set,
 *
 *     prefix.name=value prefix.list=[ one two ] -- arguments of the program
 *
 * where the prefix is the library's name without "lib", unless UK_LIBPARAM_LIBPREFIX says something
 * else. A library without LIBUKLIBPARAM in the image keeps its defaults. */

#include <uk/arch/types.h>
#include <uk/config.h>
#include <uk/essentials.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Types of parameters. */
enum uk_libparam_param_type
{
    _UK_LIBPARAM_PARAM_TYPE___undef,
    _UK_LIBPARAM_PARAM_TYPE_bool,
    _UK_LIBPARAM_PARAM_TYPE___s8,
    _UK_LIBPARAM_PARAM_TYPE___u8,
    _UK_LIBPARAM_PARAM_TYPE___s16,
    _UK_LIBPARAM_PARAM_TYPE___u16,
    _UK_LIBPARAM_PARAM_TYPE___s32,
    _UK_LIBPARAM_PARAM_TYPE___u32,
    _UK_LIBPARAM_PARAM_TYPE___s64,
    _UK_LIBPARAM_PARAM_TYPE___u64,
    _UK_LIBPARAM_PARAM_TYPE___uptr,
    _UK_LIBPARAM_PARAM_TYPE_charp
};
#define _UK_LIBPARAM_PARAM_TYPE_char _UK_LIBPARAM_PARAM_TYPE___s8
#define _UK_LIBPARAM_PARAM_TYPE_uchar _UK_LIBPARAM_PARAM_TYPE___u8
#define _UK_LIBPARAM_PARAM_TYPE_int _UK_LIBPARAM_PARAM_TYPE___s32
#define _UK_LIBPARAM_PARAM_TYPE_uint _UK_LIBPARAM_PARAM_TYPE___u32

/** What changes while parameters are read. */
struct uk_libparam_pdata
{
    __sz __widx; /**< the element of an array that comes next */
};

/** A parameter. */
struct uk_libparam_param
{
    const char *prefix; /**< with or without "lib" in front */
    const char *name;
    const char *desc; /**< or NULL */
    enum uk_libparam_param_type type;
    __sz count; /**< more than 1: an array */
    void *addr;
    struct uk_libparam_pdata *pdata;
};

/** For uk_libparam_parse(): only look, set nothing; stop at what is no parameter; print the list of
 * parameters when one of the arguments is "help". */
#define UK_LIBPARAM_F_SCAN 0x1
#define UK_LIBPARAM_F_STRICT 0x2
#define UK_LIBPARAM_F_USAGE 0x4

/** Sets parameters from arguments, up to one that is "--". Values of type charp point into the
 * arguments, whose text is cut; other types take what C's integers look like, bool also on, off,
 * yes, no, true, false. Uses neither heap nor errno. Returns the index of "--" or argc, -EINVAL for
 * an argument that is wrong (with a message; without STRICT it is skipped), or -EINTR after the
 * list was printed. */
int uk_libparam_parse(int argc, char **argv, int flags);

#ifndef UK_LIBPARAM_LIBPREFIX
#define UK_LIBPARAM_LIBPREFIX __LIBNAME__
#endif

#ifdef CONFIG_LIBUKLIBPARAM
#define _UK_LIBPARAM_ENTRY(parameter, address, kind, number, description)                          \
    static struct uk_libparam_pdata UK_CONCAT(__uk_libparam_pdata_, parameter);                    \
    static const struct uk_libparam_param __used __section(".uk_libparam_params") __align(8)       \
        UK_CONCAT(__uk_libparam_param_, parameter) = {STRINGIFY(UK_LIBPARAM_LIBPREFIX),            \
                                                      STRINGIFY(parameter),                        \
                                                      description,                                 \
                                                      _UK_LIBPARAM_PARAM_TYPE_##kind,              \
                                                      number,                                      \
                                                      address,                                     \
                                                      &UK_CONCAT(__uk_libparam_pdata_, parameter)}
#else
#define _UK_LIBPARAM_ENTRY(parameter, address, kind, number, description)                          \
    UK_CTASSERT(sizeof(STRINGIFY(parameter)) > 1)
#endif

/** Declares a variable as a parameter of its own name, or of another one; at file scope. `type` is
 * one of bool, char, uchar, int, uint, charp, __s8 ... __u64, __uptr; `desc` a few words or NULL.
 */
#define UK_LIBPARAM_PARAM(var, type, desc) _UK_LIBPARAM_ENTRY(var, &var, type, 1, desc)
#define UK_LIBPARAM_PARAM_ALIAS(name, addr, type, desc)                                            \
    _UK_LIBPARAM_ENTRY(name, (addr), type, 1, desc)
/** The same with an array of `count` elements, which `name=[ ... ]` sets, or one `name=` after the
 * other. */
#define UK_LIBPARAM_PARAM_ARR(var, type, count, desc)                                              \
    _UK_LIBPARAM_ENTRY(var, &var, type, (count), desc)
#define UK_LIBPARAM_PARAM_ARR_ALIAS(name, addr, type, count, desc)                                 \
    _UK_LIBPARAM_ENTRY(name, (addr), type, (count), desc)

/** Older names. */
#define UK_LIB_PARAM(var, type) UK_LIBPARAM_PARAM(var, type, __NULL)
#define UK_LIB_PARAM_STR(var) UK_LIB_PARAM(var, charp)
#define UK_LIB_PARAM_ARR(var, type)                                                                \
    UK_LIBPARAM_PARAM_ARR(var, type, sizeof(var) / sizeof((var)[0]), __NULL)
#define UK_LIB_PARAM_ARR_STR(var) UK_LIB_PARAM_ARR(var, charp)

#ifdef __cplusplus
}
#endif
