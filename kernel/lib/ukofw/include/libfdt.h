/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Reading a flattened device tree (Devicetree Specification 0.4, 5) by the names that libfdt has for it.
 * Nodes are offsets in the tree's structure, the root is 0. Functions return an offset or 0, or a negated
 * error. Whatever the bytes of the tree are, nothing beyond the size in its header is read. */

#include <uk/arch/types.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef __u32 fdt32_t;

#define FDT_ERR_NOTFOUND 1
#define FDT_ERR_NOSPACE 3
#define FDT_ERR_BADOFFSET 4
#define FDT_ERR_BADPATH 5
#define FDT_ERR_BADPHANDLE 6
#define FDT_ERR_TRUNCATED 8
#define FDT_ERR_BADMAGIC 9
#define FDT_ERR_BADVERSION 10
#define FDT_ERR_BADSTRUCTURE 11
#define FDT_ERR_BADNCELLS 14
/** What "#address-cells" and "#size-cells" can say at most. */
#define FDT_MAX_NCELLS 4

static inline __u32 fdt32_to_cpu(fdt32_t value)
{
	return __builtin_bswap32(value);
}

/** Whether `fdt` is a tree: 0, or -FDT_ERR_BADMAGIC, -FDT_ERR_BADVERSION, -FDT_ERR_TRUNCATED. */
int fdt_check_header(const void *fdt);
/** The next node in the order of the tree, after `offset`, or the root for -1. Where `depth` is given, how
 * far that is below the one before is added; it is negative when the node that the walk began at has no
 * more below it. -FDT_ERR_NOTFOUND after the last. */
int fdt_next_node(const void *fdt, int offset, int *depth);
int fdt_first_subnode(const void *fdt, int offset);
int fdt_next_subnode(const void *fdt, int offset);
/** The child of a node by its name, with the unit address or without it. */
int fdt_subnode_offset(const void *fdt, int parentoffset, const char *name);
/** The node at "/soc/serial@9000000", or at an alias that begins a path without "/". */
int fdt_path_offset(const void *fdt, const char *path);
int fdt_parent_offset(const void *fdt, int nodeoffset);
/** The node's name, and its length where `length` is given; a null pointer and there an error. */
const char *fdt_get_name(const void *fdt, int nodeoffset, int *length);
/** A property's value, and its size in bytes; a null pointer and there an error. */
const void *fdt_getprop(const void *fdt, int nodeoffset, const char *name, int *length);
__u32 fdt_get_phandle(const void *fdt, int nodeoffset);
int fdt_node_offset_by_phandle(const void *fdt, __u32 phandle);
/** 0 when the node's "compatible" lists the name, 1 when not. */
int fdt_node_check_compatible(const void *fdt, int nodeoffset, const char *compatible);
int fdt_node_offset_by_compatible(const void *fdt, int startoffset, const char *compatible);
/** How many cells addresses and sizes of a node's children have: 2 and 1 where it does not say. */
int fdt_address_cells(const void *fdt, int nodeoffset);
int fdt_size_cells(const void *fdt, int nodeoffset);

#ifdef __cplusplus
}
#endif
