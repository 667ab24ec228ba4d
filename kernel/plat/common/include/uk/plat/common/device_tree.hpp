// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/arch/types.h>
#include <uk/result.hpp>

namespace uk {

/** A flattened device tree (Devicetree Specification 0.4, 5), read in place. Whatever its bytes
 * are, nothing outside of it is read and every walk ends. */
class DeviceTree
{
public:
    /** A property's value, or an address range. */
    struct Bytes
    {
        const __u8 *data; /**< nullptr: there is no such property */
        __u32 size;

        explicit operator bool() const { return data != nullptr; }
        /** The cell (32 bits) with this index, 0 beyond the end. */
        __u32 cell(__u32 index) const;
        /** The text, or nullptr when it does not end within the value. */
        const char *text() const;
        /** True when `wanted` is one of the texts of a list. */
        bool lists(const char *wanted) const;
    };
    struct Range
    {
        __u64 base;
        __u64 size;
    };

    class Walk;

    /** The tree at `blob`. EINVAL when there is none, or one that claims to be larger than `limit`
     * bytes or whose parts do not lie within it; ENOTSUP when it is of another version. */
    static ErrorOr<DeviceTree> open(const void *blob, __u64 limit);

    constexpr DeviceTree() = default;

    /** Bytes from the beginning to the end of the last part in use. */
    __u64 usedSize() const;

    /** A piece of memory that must not be touched, by its index. ENOENT after the last. */
    ErrorOr<Range> reservation(__u32 index) const;

private:
    __u32 word(__u64 offset) const;

    const __u8 *m_blob = nullptr;
    __u32 m_size = 0;
    __u32 m_structure = 0;
    __u32 m_structureEnd = 0;
    __u32 m_strings = 0;
    __u32 m_stringsEnd = 0;
    __u32 m_reservations = 0;
};

/** A walk through all nodes, parents before their children. */
class DeviceTree::Walk
{
public:
    explicit Walk(const DeviceTree &tree);

    /** Goes to the next node; to the root at first. False after the last, or where the tree is
     * broken or more than 16 nodes deep. */
    bool next();

    /** 0: the root. */
    int depth() const { return m_depth; }
    /** With the unit address: "serial@9000000". */
    const char *name() const { return m_name; }
    Bytes property(const char *name) const;
    bool isCompatible(const char *device) const { return property("compatible").lists(device); }
    /** False for devices that the tree says not to use. */
    bool isEnabled() const;
    /** The address range with this index of property "reg", by the parent's cell counts. ENOENT
     * when there are not so many. */
    ErrorOr<Range> addresses(__u32 index) const;

private:
    static constexpr int maxDepth = 16;

    struct Cells
    {
        __u32 address;
        __u32 size;
    };
    struct Token
    {
        __u32 kind;
        Bytes value;      // of a property
        const char *name; // of a node or a property
        __u64 end;
    };

    bool readToken(__u64 at, Token &token) const;
    const char *textAt(__u64 at, __u64 end) const;

    const DeviceTree &m_tree;
    __u64 m_at;         // the next token
    __u64 m_properties; // the first token in the node
    const char *m_name = "";
    int m_depth = -1;
    Cells m_cells[maxDepth]{};
};

} // namespace uk
