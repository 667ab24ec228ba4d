// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a search for fixes stands, in words.
#pragma once

#include <QString>

namespace kiln {

class FixSearch;

/// One or two sentences: how many ways there are, whether there may be better ones, or why there
/// is none.
[[nodiscard]] QString fixStateText(const FixSearch &search);

} // namespace kiln
