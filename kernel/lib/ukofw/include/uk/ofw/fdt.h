/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** What drivers ask a device tree beyond <libfdt.h>, whose errors these return. */

#include <libfdt.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The number in a property of one cell. */
int fdt_getprop_u32_by_offset(const void *fdt, int nodeoffset, const char *name, __u32 *out);
/** A number of `size` cells. */
__u64 fdt_reg_read_number(const fdt32_t *regs, __u32 size);
/** The device's address range with this index, as property "reg" has it. -FDT_ERR_NOSPACE when there are
 * fewer, -FDT_ERR_BADNCELLS when the parent's numbers of cells are not 1 or 2 (0 for a size). */
int fdt_get_address(const void *fdt, int nodeoffset, __u32 index, __u64 *addr, __u64 *size);
/** 0 when the node is compatible with one of a list that ends with a null pointer, 1 when not. */
int fdt_node_check_compatible_list(const void *fdt, int offset, const char *const compatibles[]);
/** The first node after `startoffset` (-1: of the tree) that is compatible with one of a list. */
int fdt_node_offset_by_compatible_list(const void *fdt, int startoffset,
				       const char *const compatibles[]);
/** The same; `index` becomes that of the name in the list. */
int fdt_node_offset_idx_by_compatible_list(const void *fdt, int startoffset,
					   const char *const compatibles[], int *index);
/** The node that the device's interrupts go to: property "interrupt-parent" of it or of a parent. */
int fdt_find_irq_parent_offset(const void *fdt, int offset);
/** How many cells an interrupt of this controller has. */
int fdt_interrupt_cells(const void *fdt, int nodeoffset);
/** The device's interrupt with this index: where its cells are, and how many. */
int fdt_get_interrupt(const void *fdt, int nodeoffset, __u32 index, int *size, fdt32_t **prop);
/** Whether the node has this property, whatever its value. */
bool fdt_prop_read_bool(const void *fdt, int start_offset, const char *propname);
/** The node that "/chosen" names for the console, and what stands behind the colon, or a null pointer. */
int fdt_chosen_stdout_path(const void *fdt, int *offs, char **opt);

#ifdef __cplusplus
}
#endif
