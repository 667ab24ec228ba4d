// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <errno.h>
#include <uk/address.hpp>
#include <uk/result.hpp>

/** Ways through page tables of 512 entries each, which map every page at its own address. What an
 * architecture's entries look like a Format says:
 *
 *     levels                  how many tables a walk goes through
 *     addressMask             the bits of an entry that are an address
 *     isValid(entry)
 *     isPage(entry, level)    a valid entry of a page, not of a table
 *     pageBits(level)         what marks the entry of a page at this level
 */
namespace uk::arch {

/** The address bits below those that index a table of `level` (0: the one of 4 KiB pages). */
constexpr int pageShift(int level)
{
    return 12 + 9 * level;
}

inline __u64 &entryIn(__u64 *table, PhysicalAddress at, int level)
{
    return table[at.value() >> pageShift(level) & 511];
}

/** Maps [begin, end) with the largest pages that fit, up to those of `largestLevel`; what is mapped
 * there already stays. `tableBelow(entry)` gives the table of an entry, and makes one where it has
 * none. ENOMEM from there. */
template <typename Format, typename TableBelow>
ErrorOr<void> mapRange(__u64 *root, PhysicalAddress begin, PhysicalAddress end, __u64 flags,
                       int largestLevel, TableBelow tableBelow)
{
    for (PhysicalAddress at = begin; at < end;) {
        __u64 *table = root;
        int level = Format::levels - 1;
        for (;; --level) {
            __u64 &entry = entryIn(table, at, level);
            const __u64 size = 1UL << pageShift(level);
            const bool fits = level <= largestLevel && at.isAligned(size) && end - at >= size;
            if (Format::isValid(entry) && Format::isPage(entry, level))
                break;
            if (level == 0 || (fits && !Format::isValid(entry))) {
                entry = at.value() | flags | Format::pageBits(level);
                break;
            }
            table = UK_TRY(tableBelow(entry));
        }
        at = (at + 1).alignedUp(1UL << pageShift(level));
    }
    return {};
}

/** The entry of the page of the smallest size at `page`. `split(entry, level)` makes smaller pages
 * of a larger one. EINVAL when nothing is mapped there, or what split() says. */
template <typename Format, typename Split>
ErrorOr<__u64 *> findEntry(__u64 *root, PhysicalAddress page, Split split)
{
    __u64 *table = root;
    for (int level = Format::levels - 1; level > 0; --level) {
        __u64 &entry = entryIn(table, page, level);
        if (!Format::isValid(entry))
            return Error{EINVAL};
        if (Format::isPage(entry, level))
            UK_TRY(split(entry, level));
        table = reinterpret_cast<__u64 *>(entry & Format::addressMask);
    }
    __u64 &entry = entryIn(table, page, 0);
    // One that was taken away still has its address.
    if (!(entry & Format::addressMask))
        return Error{EINVAL};
    return &entry;
}

} // namespace uk::arch
