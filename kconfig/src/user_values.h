// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the user (or a file) said, by symbol. Eight bytes a symbol: configurations are copied often.
#pragma once

#include "kconfig/model.h"
#include "kconfig/tristate.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kconfig {

/// What was said about one symbol. What was said earlier may stay behind while isSet is false, as
/// conf remembers it, too.
struct UserValue
{
    bool isSet = false;
    Tristate tristate = Tristate::no; ///< bools, tristates, choices (their mode)
    std::string_view text;            ///< the others; lives until the symbol's next change
    SymbolId selection;               ///< choices: the value picked last; independent of isSet
    /// Choice values: the higher, the more it counts among those that want to be on (6.12); 0: as
    /// the tree lists them.
    std::int32_t priority = 0;
};

/// One UserValue for every symbol of a model.
class UserStore
{
public:
    explicit UserStore(const Model &model)
        : m_model(&model)
        , m_entries(model.symbols().size())
    {}

    [[nodiscard]] UserValue get(SymbolId id) const
    {
        const Entry &entry = m_entries[id.index];
        UserValue user;
        user.isSet = entry.isSet;
        user.tristate = entry.tristate;
        if (entry.detail == 0)
            return user;
        const Symbol &symbol = m_model->symbol(id);
        if (symbol.isChoice)
            user.selection = SymbolId{entry.detail - 1};
        else if (isText(symbol.type))
            user.text = m_texts[entry.detail - 1];
        else
            user.priority = static_cast<std::int32_t>(entry.detail);
        return user;
    }

    void set(SymbolId id, const UserValue &user)
    {
        Entry &entry = m_entries[id.index];
        entry.isSet = user.isSet;
        entry.tristate = user.tristate;
        const Symbol &symbol = m_model->symbol(id);
        if (symbol.isChoice) {
            entry.detail = user.selection.isValid() ? user.selection.index + 1 : 0;
        } else if (!isText(symbol.type)) {
            entry.detail = static_cast<std::uint32_t>(user.priority);
        } else if (entry.detail != 0) {
            m_texts[entry.detail - 1].assign(user.text);
        } else if (!user.text.empty()) {
            m_texts.emplace_back(user.text);
            entry.detail = static_cast<std::uint32_t>(m_texts.size());
        }
    }

    [[nodiscard]] bool isSet(SymbolId id) const { return m_entries[id.index].isSet; }
    [[nodiscard]] Tristate tristate(SymbolId id) const { return m_entries[id.index].tristate; }
    [[nodiscard]] SymbolId selection(SymbolId choice) const
    {
        return SymbolId{m_entries[choice.index].detail - 1}; // 0 becomes the invalid id
    }
    [[nodiscard]] std::int32_t priority(SymbolId choiceValue) const
    {
        return static_cast<std::int32_t>(m_entries[choiceValue.index].detail);
    }
    void setIsSet(SymbolId id, bool isSet) { m_entries[id.index].isSet = isSet; }
    /// Puts a value of a choice before, or behind, all others.
    void raise(SymbolId choiceValue)
    {
        m_entries[choiceValue.index].detail = static_cast<std::uint32_t>(++m_highest);
    }
    void lower(SymbolId choiceValue)
    {
        m_entries[choiceValue.index].detail = static_cast<std::uint32_t>(--m_lowest);
    }
    /// The values of a choice, the one that counts most first. Valid until the next call.
    [[nodiscard]] std::span<const SymbolId> byPriority(SymbolId choice) const;

private:
    struct Entry
    {
        bool isSet = false;
        Tristate tristate = Tristate::no;
        std::uint32_t detail = 0; ///< selection + 1, place of the text + 1, or priority
    };

    static bool isText(SymbolType type)
    {
        return type == SymbolType::string || type == SymbolType::integer || type == SymbolType::hex;
    }

    const Model *m_model;
    std::vector<Entry> m_entries;
    std::vector<std::string> m_texts;
    std::int32_t m_highest = 0;
    std::int32_t m_lowest = 0;
    mutable std::vector<SymbolId> m_sorted;
};

} // namespace kconfig
