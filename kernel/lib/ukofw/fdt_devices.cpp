// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <string.h>
#include <uk/ofw/fdt.h>

extern "C" {

int fdt_getprop_u32_by_offset(const void *fdt, int nodeoffset, const char *name, __u32 *out)
{
    int length;
    const auto *value = static_cast<const fdt32_t *>(fdt_getprop(fdt, nodeoffset, name, &length));
    if (!value)
        return length;
    if (length != sizeof(*value))
        return -FDT_ERR_BADNCELLS;
    if (out)
        *out = static_cast<__u32>(fdt_reg_read_number(value, 1));
    return 0;
}

__u64 fdt_reg_read_number(const fdt32_t *regs, __u32 size)
{
    __u64 number = 0;
    for (__u32 i = 0; i < size; ++i)
        number = number << 32 | fdt32_to_cpu(regs[i]);
    return number;
}

int fdt_get_address(const void *fdt, int nodeoffset, __u32 index, __u64 *addr, __u64 *size)
{
    const int parent = fdt_parent_offset(fdt, nodeoffset);
    if (parent < 0)
        return parent;
    const int addressCells = fdt_address_cells(fdt, parent);
    const int sizeCells = fdt_size_cells(fdt, parent);
    if (addressCells < 1 || addressCells > 2 || sizeCells < 0 || sizeCells > 2)
        return -FDT_ERR_BADNCELLS;
    int length;
    const auto *regs = static_cast<const fdt32_t *>(fdt_getprop(fdt, nodeoffset, "reg", &length));
    if (!regs)
        return length;
    const auto cells = static_cast<__u32>(addressCells + sizeCells);
    if ((index + __u64{1}) * cells * sizeof(*regs) > static_cast<__u64>(length))
        return -FDT_ERR_NOSPACE;
    regs += __u64{index} * cells;
    if (addr)
        *addr = fdt_reg_read_number(regs, static_cast<__u32>(addressCells));
    if (size)
        *size = fdt_reg_read_number(regs + addressCells, static_cast<__u32>(sizeCells));
    return 0;
}

int fdt_node_check_compatible_list(const void *fdt, int offset, const char *const compatibles[])
{
    int result = 1;
    for (; *compatibles && result == 1; ++compatibles)
        result = fdt_node_check_compatible(fdt, offset, *compatibles);
    return result;
}

int fdt_node_offset_by_compatible_list(const void *fdt, int startoffset,
                                       const char *const compatibles[])
{
    return fdt_node_offset_idx_by_compatible_list(fdt, startoffset, compatibles, nullptr);
}

int fdt_node_offset_idx_by_compatible_list(const void *fdt, int startoffset,
                                           const char *const compatibles[], int *index)
{
    for (int node = fdt_next_node(fdt, startoffset, nullptr);;
         node = fdt_next_node(fdt, node, nullptr)) {
        if (node < 0)
            return node;
        for (int i = 0; compatibles[i]; ++i) {
            if (fdt_node_check_compatible(fdt, node, compatibles[i]) != 0)
                continue;
            if (index)
                *index = i;
            return node;
        }
    }
}

int fdt_find_irq_parent_offset(const void *fdt, int offset)
{
    for (; offset >= 0; offset = fdt_parent_offset(fdt, offset)) {
        __u32 phandle;
        if (fdt_getprop_u32_by_offset(fdt, offset, "interrupt-parent", &phandle) == 0)
            return fdt_node_offset_by_phandle(fdt, phandle);
    }
    return offset;
}

int fdt_interrupt_cells(const void *fdt, int nodeoffset)
{
    __u32 cells;
    const int result = fdt_getprop_u32_by_offset(fdt, nodeoffset, "#interrupt-cells", &cells);
    if (result < 0 || cells == 0 || cells > FDT_MAX_NCELLS)
        return -FDT_ERR_BADNCELLS;
    return static_cast<int>(cells);
}

int fdt_get_interrupt(const void *fdt, int nodeoffset, __u32 index, int *size, fdt32_t **prop)
{
    const int controller = fdt_find_irq_parent_offset(fdt, nodeoffset);
    if (controller < 0)
        return controller;
    const int cells = fdt_interrupt_cells(fdt, controller);
    if (cells < 0)
        return cells;
    int length;
    const auto *all =
        static_cast<const fdt32_t *>(fdt_getprop(fdt, nodeoffset, "interrupts", &length));
    if (!all)
        return length;
    const __u64 begin = __u64{index} * static_cast<__u64>(cells);
    if ((begin + static_cast<__u64>(cells)) * sizeof(*all) > static_cast<__u64>(length))
        return -FDT_ERR_NOTFOUND;
    *size = cells;
    *prop = const_cast<fdt32_t *>(all + begin);
    return 0;
}

bool fdt_prop_read_bool(const void *fdt, int start_offset, const char *propname)
{
    return fdt_getprop(fdt, start_offset, propname, nullptr);
}

int fdt_chosen_stdout_path(const void *fdt, int *offs, char **opt)
{
    const int chosen = fdt_path_offset(fdt, "/chosen");
    if (chosen < 0)
        return chosen;
    int length;
    const auto *text = static_cast<const char *>(fdt_getprop(fdt, chosen, "stdout-path", &length));
    if (!text)
        return length;
    char path[128];
    if (length < 1 || text[length - 1] || static_cast<__sz>(length) > sizeof(path))
        return -FDT_ERR_BADPATH;
    const char *colon = strchrnul(text, ':');
    memcpy(path, text, static_cast<__sz>(colon - text));
    path[colon - text] = '\0';
    const int node = fdt_path_offset(fdt, path);
    if (node < 0)
        return node;
    *offs = node;
    if (opt)
        *opt = *colon ? const_cast<char *>(colon + 1) : nullptr;
    return 0;
}

} // extern "C"
