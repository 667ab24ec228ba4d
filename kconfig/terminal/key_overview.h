// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The page that lists every key.
#pragma once

#include "option_details.h"

namespace kconfig::terminal {

[[nodiscard]] std::vector<TextLine> keyOverview();

} // namespace kconfig::terminal
