// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/model.h"

#include "evaluation_plan.h"
#include "expression_text.h"
#include "help_text.h"
#include "name_table.h"

namespace kconfig {

const char *typeName(SymbolType type)
{
    switch (type) {
    case SymbolType::boolean:
        return "bool";
    case SymbolType::tristate:
        return "tristate";
    case SymbolType::integer:
        return "int";
    case SymbolType::hex:
        return "hex";
    case SymbolType::string:
        return "string";
    case SymbolType::unknown:
        break;
    }
    return "unknown";
}

Model::Model() = default;
Model::~Model() = default;

SymbolId Model::find(std::string_view name) const
{
    for (const NameSpace space : {NameSpace::symbols, NameSpace::choices}) {
        if (const std::uint32_t entry = NameTable::entryOf(m_names, name, space, m_symbols))
            return SymbolId{entry - 1};
    }
    return {};
}

std::string_view Model::promptText(NodeId id) const
{
    const PropertyId prompt = node(id).prompt;
    return prompt.isValid() ? std::string_view(property(prompt).text) : std::string_view();
}

std::string Model::help(NodeId id) const
{
    return helpText(m_helps[id.index]);
}

std::string Model::describe(ExpressionId id) const
{
    return expressionText(*this, id, [](SymbolId) { return std::string(); });
}

} // namespace kconfig
