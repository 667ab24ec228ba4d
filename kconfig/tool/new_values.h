// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The modes that answer every question by one rule.
#pragma once

#include "session.h"

namespace kconf {

/// Gives every option that has no value yet the same one; nothing: its default.
void setAllNew(Session &session, std::optional<kconfig::Tristate> value);

/// Prints the seed that KCONFIG_SEED, or else the clock, gives, and starts the dice with it.
void startDice(Session &session);
/// Rolls the dice for every option that has no value yet, by KCONFIG_PROBABILITY; false when that
/// makes no sense, which has been said.
bool setAllRandom(Session &session);

/// Turns the value `from` of every tristate into `to` (yes2mod, mod2yes, mod2no).
void replaceTristates(Session &session, kconfig::Tristate from, kconfig::Tristate to);

} // namespace kconf
