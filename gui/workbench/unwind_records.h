// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whose records a section of unwind tables (.eh_frame) consists of.
#pragma once

#include "workbench/section_placement.h"

namespace kiln {

/// The records of `.eh_frame` in the image that describe functions in `placed` (in order of
/// address), as parts of the same libraries and objects. The linker merges these tables, so where
/// an object's have gone can't be told from symbols; but each record names the function it is for
/// (System V ABI, AMD64 supplement, "EH frame section"; here with addresses relative to their own
/// place, four bytes, as GCC and Clang write them for static images). Empty when there is none.
[[nodiscard]] QVector<PlacedSection> placedUnwindRecords(const ElfFile &image,
                                                         const QVector<PlacedSection> &placed);

} // namespace kiln
