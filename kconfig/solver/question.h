// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// One question about one configuration, in terms of the formula: what has to hold, what may be
// edited, and what a model of it means.
#pragma once

#include "edit_search.h"
#include "evaluation_encoder.h"

#include "kconfig/resolve.h"

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace kconfig::solver {

/// An edit as a model has it.
struct FoundEdit
{
    Edit edit;
    std::uint32_t rank = 0; ///< edits are made in this order
    Literal otherwise = 0;  ///< holds when this is not edited (so)
};

class Question
{
public:
    /// The encoder has encoded the cone of wishes and kept symbols. All have to outlive it.
    Question(EvaluationEncoder &encoder, TextDomains &domains, const Configuration &configuration,
             std::span<const Unit> cone);

    /// What is taken for granted about choices.
    [[nodiscard]] std::vector<Literal> assumptions();
    [[nodiscard]] std::vector<Stake> stakes();
    /// Literals of states that no user can bring about, though a file can.
    [[nodiscard]] std::vector<Literal> unreachable();
    /// What a model would edit, in order.
    [[nodiscard]] std::vector<FoundEdit> edits(const EditSearch &search) const;
    /// Literals of which at least one holds in every model with other edits than this one.
    [[nodiscard]] std::vector<Literal> otherEdits(const EditSearch &search) const;
    /// Whether values may change when the configuration is written and read again.
    [[nodiscard]] bool mayChangeWhenRead(const Configuration &edited) const;
    /// Where the evaluation of the edited configuration differs first from the model, adds what it
    /// should have been. False when they are alike.
    bool refine(const EditSearch &search, const Configuration &edited);
    /// Whether a value met by refine() is none of the group's texts; it has been mentioned then,
    /// and everything has to be encoded again.
    [[nodiscard]] bool needsNewDomains() const { return m_needsNewDomains; }

private:
    /// A value of a tristate choice that is picked while the choice is still y, for the sake of
    /// what that says about the values: this one y, the others n. It counts once the choice is m.
    struct EarlyPick
    {
        SymbolId choice, value;
        Literal isPicked;
        Literal isEdited; ///< it is, or the value is picked later on
    };

    void offerEarlyPicks(SymbolId choice);
    [[nodiscard]] Literal stays(Unit unit, const Input &input) const;
    [[nodiscard]] std::size_t currentState(const Input &input) const;
    [[nodiscard]] bool agrees(const EditSearch &search, const Configuration &edited, Unit unit);
    void learn(const EditSearch &search, const Configuration &edited, Unit unit);
    [[nodiscard]] std::vector<Literal> outputs(Unit unit) const;
    [[nodiscard]] std::vector<bool> evaluated(const Configuration &edited, Unit unit) const;

    EvaluationEncoder &m_encoder;
    TextDomains &m_domains;
    const Configuration &m_configuration;
    const Model &m_model;
    const EvaluationPlan &m_plan;
    std::span<const Unit> m_cone;
    std::vector<EarlyPick> m_earlyPicks;
    std::vector<Literal> m_noEarlyPick;        ///< one for each choice that has some
    std::unordered_map<Unit, Literal> m_stays; ///< of values that early picks say something about
    bool m_needsNewDomains = false;
};

/// What holds when a symbol, which the encoder has encoded, has the value; several literals have to
/// hold together.
[[nodiscard]] std::vector<Literal> demand(EvaluationEncoder &encoder, TextDomains &domains,
                                          const Model &model, SymbolId symbol,
                                          const std::string &value);

/// Whether a value fulfils a wish: numbers may be written differently.
[[nodiscard]] bool isSameValue(SymbolType type, const std::string &value, const std::string &wish);

} // namespace kconfig::solver
