// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "unmet_dependencies.h"

#include "configuration_state.h"

#include <algorithm>

namespace kconfig {

std::string describeUnmetDependencies(const Configuration &configuration)
{
    const Model &model = configuration.model();
    const auto order = model.symbolsInTableOrder();
    const Evaluator &evaluator = ConfigurationAccess::state(configuration).evaluator;
    if (std::none_of(order.begin(), order.end(),
                     [&](SymbolId id) { return evaluator.hasUnmetDependency(id); }))
        return {};
    std::string out;
    Configuration copy = configuration;
    ConfOrderEvaluation &conf = ConfigurationAccess::state(copy).evaluator.evaluateInConfOrder(
        [&](const std::string &warning) { out += warning; });
    conf.restart();
    for (const SymbolId id : order)
        conf.calculate(id);
    return out;
}

} // namespace kconfig
