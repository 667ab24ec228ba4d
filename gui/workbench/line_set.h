// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sets of line numbers, compressed: which lines of a log have a level, match a pattern, are shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

struct roaring_bitmap_s;

namespace kiln {

/// Numbers from 0 up to 2³² - 2, as a Roaring bitmap: at most about two bytes for each, much less
/// where they lie close together; unions and intersections take time by the compressed size. A
/// value; const members may be called from several threads at once.
class LineSet
{
public:
    LineSet();
    LineSet(const LineSet &other);
    LineSet(LineSet &&other) noexcept;
    LineSet &operator=(const LineSet &other);
    LineSet &operator=(LineSet &&other) noexcept;
    ~LineSet();

    /// All numbers from `first` up to, not with, `end`.
    [[nodiscard]] static LineSet range(std::size_t first, std::size_t end);

    void add(std::size_t line);
    /// `lines` ascending.
    void add(std::span<const std::uint32_t> lines);
    void remove(std::size_t line);
    void clear();

    LineSet &operator|=(const LineSet &other);
    LineSet &operator&=(const LineSet &other);
    LineSet &operator-=(const LineSet &other);
    [[nodiscard]] friend LineSet operator|(LineSet a, const LineSet &b) { return a |= b; }
    [[nodiscard]] friend LineSet operator&(LineSet a, const LineSet &b) { return a &= b; }
    [[nodiscard]] friend LineSet operator-(LineSet a, const LineSet &b) { return a -= b; }
    friend bool operator==(const LineSet &a, const LineSet &b);

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool contains(std::size_t line) const;
    /// The member with `rank` smaller ones; `rank` below size().
    [[nodiscard]] std::size_t at(std::size_t rank) const;
    /// How many members are smaller than `line`.
    [[nodiscard]] std::size_t rank(std::size_t line) const;
    /// The smallest member from `line` on.
    [[nodiscard]] std::optional<std::size_t> next(std::size_t line) const;
    /// The largest member below `line`.
    [[nodiscard]] std::optional<std::size_t> previous(std::size_t line) const;
    /// Bytes it takes in memory, about.
    [[nodiscard]] std::size_t memory() const;

private:
    roaring_bitmap_s *m_set;
};

} // namespace kiln
