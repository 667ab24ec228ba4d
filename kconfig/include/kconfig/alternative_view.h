// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What views show of an alternative and of an impact.
#pragma once

#include "kconfig/impact.h"

#include <string>
#include <vector>

namespace kconfig {

/// An edit as a user makes it.
struct EditView
{
    Edit edit;
    std::string text;   ///< "NET=y"; of an unnamed choice "the choice "Speed"=y"
    std::string before; ///< the value that it replaces, as text
    std::string prompt; ///< the one to be answered; empty without one
    Position position;  ///< of the definition with that prompt
    std::vector<NodeId> menuPath;
};

/// Effects by what they mean to a user. The edited symbols are not among them.
struct EffectGroups
{
    std::vector<Effect> turnedOn;  ///< were n
    std::vector<Effect> turnedOff; ///< are n now
    std::vector<Effect> changed;   ///< m and y, numbers, texts
};

[[nodiscard]] EditView viewEdit(const Configuration &before, const Edit &edit);

[[nodiscard]] EffectGroups groupEffects(const Model &model, const std::vector<Effect> &effects,
                                        const std::vector<Edit> &edits);

/// Where an effect's value comes from: "selected by NET at net/Kconfig:3", "its prompt is hidden
/// because NET is n". `after` is the configuration in which it has come true.
[[nodiscard]] std::string whyEffect(const Configuration &after, const Effect &effect,
                                    const Wording &wording = {});

/// Applies an alternative. The error says which edit was refused; nothing has changed then.
[[nodiscard]] Expected<void, EditError> applyAll(Configuration &configuration,
                                                 const std::vector<Edit> &edits);

} // namespace kconfig
