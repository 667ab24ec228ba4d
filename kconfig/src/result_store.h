// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What evaluation has found, by symbol. Eight bytes a symbol; the texts of strings and numbers are
// kept apart.
#pragma once

#include "kconfig/model.h"
#include "kconfig/tristate.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kconfig {

struct Result
{
    Tristate value : 2;
    Tristate mode : 2; ///< choices: before their values were looked at
    Tristate visibility : 2;
    Tristate direct : 2;
    Tristate reverse : 2;
    Tristate implied : 2;
    bool isWritten : 1;
    bool isValid : 1;     ///< evaluation in conf's order: has been worked out
    bool isOpen : 1;      ///< evaluation in conf's order: is being worked out
    bool needsValues : 1; ///< evaluation in conf's order: of a choice not answered yet
    bool isNoted : 1;     ///< is among the changes to be told
    /// Choices: the selection + 1; strings and numbers: place of the text.
    std::uint32_t detail = 0;

    Result()
        : value(Tristate::no)
        , mode(Tristate::no)
        , visibility(Tristate::no)
        , direct(Tristate::yes)
        , reverse(Tristate::no)
        , implied(Tristate::no)
        , isWritten(false)
        , isValid(false)
        , isOpen(false)
        , needsValues(false)
        , isNoted(false)
    {}

    [[nodiscard]] SymbolId selection() const { return SymbolId{detail - 1}; }
    void select(SymbolId chosen) { detail = chosen.isValid() ? chosen.index + 1 : 0; }
};

static_assert(sizeof(Result) == 8);

struct ResultStore
{
    explicit ResultStore(const Model &model)
        : results(model.symbols().size())
    {
        const auto symbols = model.symbols();
        std::uint32_t count = 0;
        for (std::size_t i = 0; i < symbols.size(); ++i) {
            const SymbolType type = symbols[i].type;
            if (type == SymbolType::string || type == SymbolType::integer ||
                type == SymbolType::hex)
                results[i].detail = count++;
        }
        texts.resize(count);
        for (const Tristate value : {Tristate::no, Tristate::mod, Tristate::yes}) {
            results[Model::constant(value).index].value = value;
            results[Model::constant(value).index].isValid = true;
        }
    }

    [[nodiscard]] Result &at(SymbolId id) { return results[id.index]; }
    [[nodiscard]] const Result &at(SymbolId id) const { return results[id.index]; }
    /// Of a string or number.
    [[nodiscard]] std::string &text(SymbolId id) { return texts[results[id.index].detail]; }
    [[nodiscard]] const std::string &text(SymbolId id) const
    {
        return texts[results[id.index].detail];
    }

    std::vector<Result> results;
    std::vector<std::string> texts;
};

} // namespace kconfig
