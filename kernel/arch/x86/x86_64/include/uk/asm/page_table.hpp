// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/address.hpp>
#include <uk/arch/types.h>
#include <uk/page_access.hpp>
#include <uk/result.hpp>

namespace uk::arch {

/** Four-level page tables (Intel SDM volume 3A, 4.5) in which every page is mapped at its own
 * physical address, with the largest pages that fit. */
class PageTable
{
public:
    /** Returns a zeroed page for a table, or a null address when there is none left. */
    using FrameSource = PhysicalAddress (*)();

    constexpr PageTable() = default;

    /** Starts with an empty root; false when `frames` is exhausted. */
    bool create(FrameSource frames);

    /** Maps [begin, end), both page-aligned. What is mapped in there already stays as it is.
     * ENOMEM when a table was needed and there was no frame. */
    ErrorOr<void> map(PhysicalAddress begin, PhysicalAddress end, Access access);

    /** Takes the page at `page` away, so that every access to it faults, or gives it back as it
     * was. A larger page around it becomes smaller ones. EINVAL when nothing is mapped there,
     * ENOMEM when a table was needed and there was no frame. */
    ErrorOr<void> setPresent(PhysicalAddress page, bool isPresent);

    /** Takes the right to write to the page at `page`; it can be read all the time. Errors as of
     * setPresent(). */
    ErrorOr<void> setReadOnly(PhysicalAddress page);

    /** Makes the processor use these tables. */
    void activate() const;

private:
    /** The entry of a page of the smallest size, made from a larger one where need be. */
    ErrorOr<__u64 *> entryOf(PhysicalAddress page);
    ErrorOr<__u64 *> tableBelow(__u64 &entry);
    ErrorOr<void> split(__u64 &entry, int level);

    FrameSource m_frames = nullptr;
    __u64 *m_root = nullptr;
    bool m_hasNoExecute = false;
    bool m_hasGigabytePages = false;
};

} // namespace uk::arch
