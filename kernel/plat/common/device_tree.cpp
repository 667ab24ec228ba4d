// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <uk/plat/common/device_tree.hpp>

namespace uk {

namespace {

constexpr __u32 magic = 0xd00dfeed;
constexpr __u32 headerSize = 40;
constexpr __u32 version = 17;

constexpr __u32 beginNode = 1;
constexpr __u32 endNode = 2;
constexpr __u32 property = 3;
constexpr __u32 nothing = 4;

__u32 bigEndian(const __u8 *bytes)
{
    return static_cast<__u32>(bytes[0]) << 24 | static_cast<__u32>(bytes[1]) << 16 |
           static_cast<__u32>(bytes[2]) << 8 | bytes[3];
}

bool isSame(const char *left, const char *right)
{
    while (*left && *left == *right) {
        ++left;
        ++right;
    }
    return *left == *right;
}

__u64 alignedUp(__u64 offset)
{
    return (offset + 3) & ~3UL;
}

} // namespace

__u32 DeviceTree::Bytes::cell(__u32 index) const
{
    const __u64 offset = index * 4UL;
    return offset + 4 <= size ? bigEndian(data + offset) : 0;
}

const char *DeviceTree::Bytes::text() const
{
    for (__u32 i = 0; i < size; ++i) {
        if (data[i] == 0)
            return reinterpret_cast<const char *>(data);
    }
    return nullptr;
}

bool DeviceTree::Bytes::lists(const char *wanted) const
{
    for (__u32 begin = 0; begin < size;) {
        const Bytes rest{data + begin, size - begin};
        const char *text = rest.text();
        if (!text)
            return false;
        if (isSame(text, wanted))
            return true;
        while (data[begin])
            ++begin;
        ++begin;
    }
    return false;
}

ErrorOr<DeviceTree> DeviceTree::open(const void *blob, __u64 limit)
{
    DeviceTree tree;
    tree.m_blob = static_cast<const __u8 *>(blob);
    if (limit < headerSize || tree.word(0) != magic)
        return Error{EINVAL};
    tree.m_size = tree.word(4);
    if (tree.m_size < headerSize || tree.m_size > limit)
        return Error{EINVAL};
    if (tree.word(20) < version || tree.word(24) > version)
        return Error{ENOTSUP};

    tree.m_structure = tree.word(8);
    tree.m_strings = tree.word(12);
    tree.m_reservations = tree.word(16);
    const __u64 stringsEnd = static_cast<__u64>(tree.m_strings) + tree.word(32);
    const __u64 structureEnd = static_cast<__u64>(tree.m_structure) + tree.word(36);
    if (stringsEnd > tree.m_size || structureEnd > tree.m_size || tree.m_structure % 4 != 0)
        return Error{EINVAL};
    tree.m_stringsEnd = static_cast<__u32>(stringsEnd);
    tree.m_structureEnd = static_cast<__u32>(structureEnd);
    return tree;
}

__u32 DeviceTree::word(__u64 offset) const
{
    return bigEndian(m_blob + offset);
}

__u64 DeviceTree::usedSize() const
{
    __u64 end = headerSize;
    if (m_structureEnd > end)
        end = m_structureEnd;
    if (m_stringsEnd > end)
        end = m_stringsEnd;
    __u32 count = 0;
    while (reservation(count))
        ++count;
    const __u64 reservationsEnd = m_reservations + (count + 1) * 16UL;
    if (reservationsEnd > end && reservationsEnd <= m_size)
        end = reservationsEnd;
    return end;
}

ErrorOr<DeviceTree::Range> DeviceTree::reservation(__u32 index) const
{
    const __u64 at = m_reservations + index * 16UL;
    if (at + 16 > m_size)
        return Error{ENOENT};
    const Range range{static_cast<__u64>(word(at)) << 32 | word(at + 4),
                      static_cast<__u64>(word(at + 8)) << 32 | word(at + 12)};
    if (range.base == 0 && range.size == 0)
        return Error{ENOENT};
    return range;
}

DeviceTree::Walk::Walk(const DeviceTree &tree)
    : m_tree(tree)
    , m_at(tree.m_structure)
    , m_properties(tree.m_structureEnd)
{}

const char *DeviceTree::Walk::textAt(__u64 at, __u64 end) const
{
    if (at >= end)
        return nullptr;
    return Bytes{m_tree.m_blob + at, static_cast<__u32>(end - at)}.text();
}

bool DeviceTree::Walk::readToken(__u64 at, Token &token) const
{
    const __u64 end = m_tree.m_structureEnd;
    if (at + 4 > end)
        return false;
    token.kind = m_tree.word(at);
    token.end = at + 4;
    if (token.kind == beginNode) {
        token.name = textAt(token.end, end);
        if (!token.name)
            return false;
        while (m_tree.m_blob[token.end])
            ++token.end;
        token.end = alignedUp(token.end + 1);
    } else if (token.kind == uk::property) {
        if (at + 12 > end)
            return false;
        token.value = {m_tree.m_blob + at + 12, m_tree.word(at + 4)};
        token.name =
            textAt(static_cast<__u64>(m_tree.m_strings) + m_tree.word(at + 8), m_tree.m_stringsEnd);
        token.end = at + 12 + token.value.size;
        if (!token.name || token.end > end)
            return false;
        token.end = alignedUp(token.end);
    }
    return true;
}

bool DeviceTree::Walk::next()
{
    Token token{};
    while (readToken(m_at, token)) {
        m_at = token.end;
        switch (token.kind) {
        case beginNode:
            if (++m_depth >= maxDepth)
                return false;
            m_cells[m_depth] = {2, 1};
            m_name = token.name;
            m_properties = m_at;
            return true;
        case endNode:
            if (--m_depth < -1)
                return false;
            break;
        case uk::property:
            if (m_depth < 0)
                return false;
            if (isSame(token.name, "#address-cells"))
                m_cells[m_depth].address = token.value.cell(0);
            else if (isSame(token.name, "#size-cells"))
                m_cells[m_depth].size = token.value.cell(0);
            break;
        case nothing:
            break;
        default:
            return false;
        }
    }
    return false;
}

DeviceTree::Bytes DeviceTree::Walk::property(const char *name) const
{
    Token token{};
    for (__u64 at = m_properties; readToken(at, token); at = token.end) {
        if (token.kind == uk::property && isSame(token.name, name))
            return token.value;
        if (token.kind != uk::property && token.kind != nothing)
            break;
    }
    return {nullptr, 0};
}

bool DeviceTree::Walk::isEnabled() const
{
    const Bytes status = property("status");
    return !status || status.lists("okay") || status.lists("ok");
}

ErrorOr<DeviceTree::Range> DeviceTree::Walk::addresses(__u32 index) const
{
    const Bytes value = property("reg");
    if (!value || m_depth < 1)
        return Error{ENOENT};
    const Cells cells = m_cells[m_depth - 1];
    // Addresses of more than 64 bits are none of the processor's.
    if (cells.address < 1 || cells.address > 2 || cells.size > 2)
        return Error{ENOENT};
    const __u32 stride = cells.address + cells.size;
    __u64 at = static_cast<__u64>(index) * stride;
    if ((at + stride) * 4 > value.size)
        return Error{ENOENT};
    Range range{0, 0};
    for (__u32 i = 0; i < cells.address; ++i)
        range.base = range.base << 32 | value.cell(static_cast<__u32>(at++));
    for (__u32 i = 0; i < cells.size; ++i)
        range.size = range.size << 32 | value.cell(static_cast<__u32>(at++));
    return range;
}

} // namespace uk
