// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Goals decided by example first: a few very different configurations show most of what is
// possible at no cost, and the solver gets the rest.
#pragma once

#include "lint_context.h"

#include <optional>

namespace kconfig {

class GoalDecider
{
public:
    explicit GoalDecider(LintContext &context);

    struct Verdict
    {
        PossibilitySolver::Answer answer = PossibilitySolver::Answer::unknown;
        bool isShown = false; ///< a configuration that fulfils it has been evaluated
    };

    [[nodiscard]] std::vector<Verdict> decide(std::span<const Goal> goals);

    /// A few user values that fulfil a goal which is possible, on top of the defaults: evaluated,
    /// and none of them can be left out. Nothing when none was found.
    [[nodiscard]] std::optional<UserValues> smallWitness(const Goal &goal);

private:
    void makeSamples();
    [[nodiscard]] bool reduce(UserValues &values, const Goal &goal) const;

    LintContext &m_context;
    std::vector<Configuration> m_samples; ///< the first is that of the defaults
    bool m_preferred = false;
};

} // namespace kconfig
