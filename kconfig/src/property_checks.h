// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include "diagnostic_sink.h"
#include "draft.h"

namespace kconfig {

/// Warns about properties of a symbol that can't work: wrong types, numbers that are none, …
void checkProperties(const Draft &draft, NodeId node, DiagnosticSink &diagnostics);

} // namespace kconfig
