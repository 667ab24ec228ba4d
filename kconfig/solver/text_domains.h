// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Which texts numbers and strings have to be tried with. Symbols that are compared with each other,
// copied from each other or bound by each other form a group; a group's texts are those that the
// tree or a question mentions and, around each number, as many neighbours as there are options in
// the group that a user can set. Whatever order a configuration puts the values of a group in,
// these texts can show it, so that nothing is lost by trying no others.
#pragma once

#include "kconfig/model.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kconfig::solver {

class TextDomains
{
public:
    /// The model has to outlive it.
    explicit TextDomains(const Model &model);

    /// Texts that any symbol of the group may have; empty for what is neither number nor string.
    /// Valid until the next mention().
    [[nodiscard]] const std::vector<std::string> &texts(SymbolId id);
    /// Adds a text to a symbol's group; true when it was none before.
    bool mention(SymbolId id, std::string_view text);
    /// Whether a user may give the symbol the text (in the one way in which kconf would write it).
    [[nodiscard]] bool isForUser(SymbolId id, std::string_view text) const;
    /// False when the group is so large, or so ordered, that texts beyond these may matter.
    [[nodiscard]] bool isComplete(SymbolId id);

private:
    struct Group
    {
        std::vector<std::string> mentioned;
        std::vector<std::string> texts; ///< sorted; empty: to be found
        std::uint32_t settable = 0;     ///< options with a prompt
        bool hasDecimal = false;
        bool hasHex = false;
        bool hasString = false;
        bool hasStringOrder = false; ///< strings are compared by < and the like
        bool isComplete = true;
    };

    [[nodiscard]] std::uint32_t find(std::uint32_t index) const;
    void join(SymbolId a, SymbolId b);
    void relate(SymbolId a, SymbolId b);
    void fill(Group &group) const;
    [[nodiscard]] Group &groupOf(SymbolId id) { return m_groups[m_groupOf[find(id.index)] - 1]; }

    const Model &m_model;
    mutable std::vector<std::uint32_t> m_parent;
    std::vector<std::uint32_t> m_groupOf; ///< by root: group + 1
    std::vector<Group> m_groups;
};

} // namespace kconfig::solver
