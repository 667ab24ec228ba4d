// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The modes that answer every question by one rule.
#pragma once

#include "session.h"

namespace kconf {

/// Gives every option that has no value yet the same one.
void setAllNew(Session &session, kconfig::Tristate value);

/// Rolls the dice for every option that has no value yet, by KCONFIG_SEED and KCONFIG_PROBABILITY;
/// false when those make no sense, which has been said.
bool setAllRandom(Session &session);

} // namespace kconf
