// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What ZCONF_DEBUG asks for: what the parser made of the files.
#pragma once

#include "kconfig/model.h"

#include <string>

namespace kconf {

/// A line for each entry in the order of reading, "FILE:LINE:COLUMN: config NAME". conf prints the
/// states that its generated parser goes through instead, which say nothing about another one.
[[nodiscard]] std::string parseTrace(const kconfig::Model &model);

} // namespace kconf
