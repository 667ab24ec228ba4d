// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/model.h"

#include "evaluation_plan.h"
#include "expression_text.h"

namespace kconfig {

Model::Model() = default;
Model::~Model() = default;

SymbolId Model::find(std::string_view name) const
{
    const auto found = m_names.find(name);
    return found == m_names.end() ? SymbolId{} : found->second;
}

std::string_view Model::promptText(NodeId id) const
{
    const PropertyId prompt = node(id).prompt;
    return prompt.isValid() ? std::string_view(property(prompt).text) : std::string_view();
}

std::string Model::describe(ExpressionId id) const
{
    return expressionText(*this, id, [](SymbolId) { return std::string(); });
}

} // namespace kconfig
