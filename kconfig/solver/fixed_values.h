// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What no configuration allows, for all symbols of a tree at once.
#pragma once

#include "patience.h"
#include "text_domains.h"

#include "kconfig/resolve.h"

#include <memory>

namespace kconfig::solver {

[[nodiscard]] Resolver::Fixed findFixed(const std::shared_ptr<const Model> &model,
                                        TextDomains &domains, const Patience &patience);

} // namespace kconfig::solver
