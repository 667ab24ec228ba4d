// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/line_set.h"

#include <roaring/roaring.h>

#include <utility>

namespace kiln {

LineSet::LineSet()
    : m_set(roaring_bitmap_create())
{}

LineSet::LineSet(const LineSet &other)
    : m_set(roaring_bitmap_copy(other.m_set))
{}

LineSet::LineSet(LineSet &&other) noexcept
    : m_set(std::exchange(other.m_set, roaring_bitmap_create()))
{}

LineSet &LineSet::operator=(const LineSet &other)
{
    if (this != &other)
        *this = LineSet(other);
    return *this;
}

LineSet &LineSet::operator=(LineSet &&other) noexcept
{
    std::swap(m_set, other.m_set);
    return *this;
}

LineSet::~LineSet()
{
    roaring_bitmap_free(m_set);
}

LineSet LineSet::range(std::size_t first, std::size_t end)
{
    LineSet set;
    if (first < end)
        roaring_bitmap_add_range_closed(set.m_set, std::uint32_t(first), std::uint32_t(end - 1));
    return set;
}

void LineSet::add(std::size_t line)
{
    roaring_bitmap_add(m_set, std::uint32_t(line));
}

void LineSet::add(std::span<const std::uint32_t> lines)
{
    roaring_bitmap_add_many(m_set, lines.size(), lines.data());
}

void LineSet::remove(std::size_t line)
{
    roaring_bitmap_remove(m_set, std::uint32_t(line));
}

void LineSet::clear()
{
    *this = LineSet();
}

LineSet &LineSet::operator|=(const LineSet &other)
{
    roaring_bitmap_or_inplace(m_set, other.m_set);
    return *this;
}

LineSet &LineSet::operator&=(const LineSet &other)
{
    roaring_bitmap_and_inplace(m_set, other.m_set);
    return *this;
}

LineSet &LineSet::operator-=(const LineSet &other)
{
    roaring_bitmap_andnot_inplace(m_set, other.m_set);
    return *this;
}

bool operator==(const LineSet &a, const LineSet &b)
{
    return roaring_bitmap_equals(a.m_set, b.m_set);
}

std::size_t LineSet::size() const
{
    return roaring_bitmap_get_cardinality(m_set);
}

bool LineSet::isEmpty() const
{
    return roaring_bitmap_is_empty(m_set);
}

bool LineSet::contains(std::size_t line) const
{
    return roaring_bitmap_contains(m_set, std::uint32_t(line));
}

std::size_t LineSet::at(std::size_t rank) const
{
    std::uint32_t line = 0;
    roaring_bitmap_select(m_set, std::uint32_t(rank), &line);
    return line;
}

std::size_t LineSet::rank(std::size_t line) const
{
    return line == 0 ? 0 : roaring_bitmap_rank(m_set, std::uint32_t(line - 1));
}

std::optional<std::size_t> LineSet::next(std::size_t line) const
{
    roaring_uint32_iterator_t iterator;
    roaring_init_iterator(m_set, &iterator);
    if (!roaring_move_uint32_iterator_equalorlarger(&iterator, std::uint32_t(line)))
        return std::nullopt;
    return iterator.current_value;
}

std::optional<std::size_t> LineSet::previous(std::size_t line) const
{
    const std::size_t smaller = rank(line);
    if (smaller == 0)
        return std::nullopt;
    return at(smaller - 1);
}

std::size_t LineSet::memory() const
{
    return roaring_bitmap_portable_size_in_bytes(m_set);
}

} // namespace kiln
