// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "unmet_dependencies.h"

#include "configuration_state.h"
#include "expression_text.h"

#include <algorithm>

namespace kconfig {

namespace {

/// The lines for those selects that hold at `strength`.
void appendSelectors(std::string &out, const Configuration &configuration, ExpressionId reverse,
                     Tristate strength, const std::function<std::string(SymbolId)> &annotate)
{
    const Model &model = configuration.model();
    std::vector<ExpressionId> selectors; // from right to left
    while (model.expression(reverse).kind == ExpressionKind::disjunction) {
        selectors.push_back(model.expression(reverse).right);
        reverse = model.expression(reverse).left;
    }
    selectors.push_back(reverse);
    std::reverse(selectors.begin(), selectors.end());
    bool first = true;
    for (const ExpressionId selector : selectors) {
        if (configuration.evaluate(selector) != strength)
            continue;
        if (first)
            out += std::string("  Selected by [") + letter(strength) + "]:\n";
        first = false;
        out += "  - " + expressionText(model, selector, annotate) + '\n';
    }
}

} // namespace

std::string describeUnmetDependency(const Configuration &configuration, SymbolId id)
{
    const Model &model = configuration.model();
    const Evaluator &evaluator = ConfigurationAccess::state(configuration).evaluator;
    if (!evaluator.hasUnmetDependency(id))
        return {};
    const auto annotate = [&](SymbolId each) {
        if (model.symbol(each).type == SymbolType::unknown)
            return std::string();
        return " [=" + configuration.value(each) + ']';
    };
    const Symbol &symbol = model.symbol(id);
    std::string out;
    out += "\nWARNING: unmet direct dependencies detected for " + std::string(symbol.name) + '\n';
    out += std::string("  Depends on [") + (evaluator.direct(id) == Tristate::mod ? 'm' : 'n') +
           "]: " + expressionText(model, symbol.directDependency, annotate) + '\n';
    appendSelectors(out, configuration, symbol.reverseDependency, Tristate::yes, annotate);
    appendSelectors(out, configuration, symbol.reverseDependency, Tristate::mod, annotate);
    return out;
}

std::string describeUnmetDependencies(const Configuration &configuration)
{
    std::string out;
    for (const SymbolId id : configuration.model().symbolsInTableOrder())
        out += describeUnmetDependency(configuration, id);
    return out;
}

} // namespace kconfig
