// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Trees of reasons as text and as JSON.
#pragma once

#include "json_writer.h"

#include "kconfig/explain.h"

#include <cstdio>
#include <vector>

namespace kconf {

/// One line a reason, those behind it indented below it.
void printReasons(std::FILE *stream, const kconfig::Model &model,
                  const std::vector<kconfig::Reason> &reasons, int indent);

/// An array of {text, symbol, changeable, position, because}.
void writeReasons(JsonWriter &json, const kconfig::Model &model,
                  const std::vector<kconfig::Reason> &reasons);
/// One of them.
void writeReason(JsonWriter &json, const kconfig::Model &model, const kconfig::Reason &reason);

} // namespace kconf
