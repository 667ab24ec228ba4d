// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include "evaluator.h"

#include "kconfig/configuration.h"

namespace kconfig {

struct Configuration::State
{
    explicit State(std::shared_ptr<const Model> sharedModel)
        : model(std::move(sharedModel))
        , evaluator(*model)
    {}

    /// Sets a user value and what follows from it for the choice it is in.
    void assume(SymbolId symbol, std::string_view value);
    void unset(SymbolId symbol);
    void choose(SymbolId value);
    [[nodiscard]] Undo remember(SymbolId symbol) const;
    /// Whether a user may give a bool, tristate or choice this value now.
    [[nodiscard]] bool mayBe(SymbolId symbol, Tristate value) const;
    [[nodiscard]] bool isInRange(SymbolId symbol, std::string_view text) const;
    /// The value a symbol would have if the user had said nothing about it.
    [[nodiscard]] std::string defaultText(SymbolId symbol) const;

    std::shared_ptr<const Model> model;
    Evaluator evaluator;
};

/// Lets the engine's own parts (readers, writers, kconf's modes) at the evaluation.
struct ConfigurationAccess
{
    static auto &state(Configuration &configuration) { return *configuration.m_state; }
    static const auto &state(const Configuration &configuration) { return *configuration.m_state; }
};

/// y, m or n (upper case, too) as a truth value; nothing for any other letter.
[[nodiscard]] std::optional<Tristate> truthOf(std::string_view text);
[[nodiscard]] bool isTruthType(SymbolType type);

} // namespace kconfig
