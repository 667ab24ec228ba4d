/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Descriptions of memory regions. */

#include <uk/arch/types.h>
#include <uk/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Types of regions, usable as a mask. */
#define UKPLAT_MEMRT_ANY 0xffff
#define UKPLAT_MEMRT_FREE 0x0001
#define UKPLAT_MEMRT_RESERVED 0x0002
#define UKPLAT_MEMRT_KERNEL 0x0004
#define UKPLAT_MEMRT_INITRD 0x0008
#define UKPLAT_MEMRT_DEVICETREE 0x0010
#define UKPLAT_MEMRT_STACK 0x0020
#define UKPLAT_MEMRT_DEVICE 0x0040

/** Permissions. */
#define UKPLAT_MEMRF_ALL 0xffff
#define UKPLAT_MEMRF_PERMS 0x0007
#define UKPLAT_MEMRF_READ 0x0001
#define UKPLAT_MEMRF_WRITE 0x0002
#define UKPLAT_MEMRF_EXECUTE 0x0004

/** One region. `pbase` and `vbase` are page-aligned, the content starts `pg_off` bytes after and
 * is `len` bytes long; `pg_count` pages hold it. */
struct ukplat_memregion_desc
{
    __paddr_t pbase;
    __vaddr_t vbase;
    __off pg_off;
    __sz len;
    __sz pg_count;
    __u16 type;
    __u16 flags;
};

#ifdef __cplusplus
}
#endif
