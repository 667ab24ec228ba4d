// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include "draft.h"
#include "draft_diagnostics.h"

namespace kconfig {

/// Warns about properties of a symbol that can't work: wrong types, numbers that are none, …
void checkProperties(const Draft &draft, NodeId node, DraftDiagnostics &diagnostics);

} // namespace kconfig
