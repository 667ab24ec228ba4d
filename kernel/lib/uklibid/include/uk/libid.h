/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Identifiers of libraries: small numbers, given by the linker. Every library that asks for its
 * own identifier gets one entry, a pointer to its name, in the section .uk_libid; the identifier is
 * the entry's index. Nothing is generated and no list is kept by hand. */

#include <uk/arch/limits.h>
#include <uk/arch/types.h>
#include <uk/essentials.h>

#ifdef __cplusplus
extern "C" {
#endif

/** No library. */
#define UKLIBID_NONE ((__u16)~0U)

/** The table, set by the linker script. */
extern const char *const uk_libid_start[];
extern const char *const uk_libid_end[];

#ifdef __LIBNAME__
#define __UK_LIBID_ENTRY UK_CONCAT(_uk_libid_entry_, __LIBNAME__)
#define __UK_LIBID_NAME STRINGIFY(__LIBNAME__)
#define __UK_LIBID_SYMBOL STRINGIFY(__UK_LIBID_ENTRY)
/* One entry a library however many of its files have this line: they form a COMDAT group. Link-time
 * optimization makes one assembler file of several of them, where a name may be defined only once.
 */
/* clang-format off */
__asm__(".ifndef " __UK_LIBID_SYMBOL "\n"
        ".pushsection .uk_libid.name,\"aMS\",%progbits,1\n"
        "9917: .asciz \"" __UK_LIBID_NAME "\"\n"
        ".popsection\n"
        ".pushsection .uk_libid,\"aG\",%progbits," __UK_LIBID_SYMBOL ",comdat\n"
        ".balign 8\n"
        ".weak " __UK_LIBID_SYMBOL "\n"
        ".hidden " __UK_LIBID_SYMBOL "\n"
        __UK_LIBID_SYMBOL ": .quad 9917b\n"
        ".popsection\n"
        ".endif\n");
/* clang-format on */
extern const char *const __UK_LIBID_ENTRY __attribute__((visibility("hidden")));
/** The identifier of the library that is being compiled. */
#define uk_libid_self() ((__u16)(&__UK_LIBID_ENTRY - uk_libid_start))
#else
#define uk_libid_self() UKLIBID_NONE
#endif

/** The number of identifiers. */
__u16 uk_libid_count(void);

/** The name of library `id`, or NULL when there is no such library. */
const char *uk_libname(__u16 id);
#define uk_libname_self() uk_libname(uk_libid_self())

/** The identifier of library `name`, or UKLIBID_NONE when it has none. */
__u16 uk_libid(const char *name);

#ifdef __cplusplus
}
#endif
