// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What conf answers to `?`.
#pragma once

#include "session.h"

#include <string>

namespace kconf {

/// The help of a node and all that is known of its symbol, as the dialect's conf shows them.
[[nodiscard]] std::string helpText(Session &session, kconfig::NodeId node);

} // namespace kconf
