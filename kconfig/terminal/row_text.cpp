// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "row_text.h"

namespace kconfig::terminal {

namespace {

char mark(Tristate value)
{
    return " M*"[static_cast<int>(value)];
}

std::string boxed(char left, Tristate value, char right)
{
    return {left, mark(value), right};
}

std::string truthMarker(const Configuration &configuration, const Row &row, SymbolType type)
{
    const SymbolId symbol = configuration.model().node(row.node).symbol;
    const Tristate value = configuration.tristate(symbol);
    if (!isChangeable(configuration, row))
        return boxed('-', value, '-');
    if (type == SymbolType::boolean)
        return boxed('[', value, ']');
    // Braces: held at least at m by a select.
    const auto values = configuration.settableValues(symbol);
    if (row.kind != RowKind::choice && !values.empty() && values.front() == Tristate::mod)
        return boxed('{', value, '}');
    return boxed('<', value, '>');
}

} // namespace

SymbolType typeOf(const Configuration &configuration, SymbolId id)
{
    const Model &model = configuration.model();
    const Symbol &symbol = model.symbol(id);
    if (symbol.type != SymbolType::tristate)
        return symbol.type;
    const bool isValue = symbol.choice.isValid() && configuration.visibility(id) == Tristate::yes;
    const bool hasModules = model.modulesSymbol().isValid() &&
                            configuration.tristate(model.modulesSymbol()) != Tristate::no;
    return isValue || !hasModules ? SymbolType::boolean : SymbolType::tristate;
}

std::string_view typeNameOf(const Configuration &configuration, SymbolId symbol)
{
    if (configuration.model().symbol(symbol).isChoice)
        return "choice";
    const SymbolType type = typeOf(configuration, symbol);
    return type == SymbolType::unknown ? "no type" : typeName(type);
}

bool isChangeable(const Configuration &configuration, const Row &row)
{
    const SymbolId symbol = configuration.model().node(row.node).symbol;
    return symbol.isValid() && row.isVisible && row.kind != RowKind::selection &&
           configuration.isChangeable(symbol);
}

bool isNew(const Configuration &configuration, const Row &row)
{
    return row.kind == RowKind::option && isChangeable(configuration, row) &&
           !configuration.userValue(configuration.model().node(row.node).symbol);
}

RowText rowText(const Configuration &configuration, const Row &row, bool showAll)
{
    const Model &model = configuration.model();
    const SymbolId symbol = model.node(row.node).symbol;
    RowText text;
    text.prompt = model.promptText(row.node);
    switch (row.kind) {
    case RowKind::menu:
        break;
    case RowKind::selection:
        return text;
    case RowKind::comment:
        text.prompt = "*** " + text.prompt + " ***";
        return text;
    case RowKind::choiceValue:
        text.marker = configuration.tristate(symbol) != Tristate::no ? "(X)" : "( )";
        if (typeOf(configuration, symbol) == SymbolType::tristate)
            text.marker = truthMarker(configuration, row, SymbolType::tristate);
        return text;
    case RowKind::choice: {
        if (configuration.settableValues(symbol).size() > 1 && row.isVisible)
            text.marker = truthMarker(configuration, row, typeOf(configuration, symbol));
        const SymbolId selected = configuration.selection(symbol);
        if (configuration.tristate(symbol) == Tristate::yes && selected.isValid()) {
            const Symbol &value = model.symbol(selected);
            std::string_view name = value.name;
            for (const NodeId node : value.nodes)
                if (!model.promptText(node).empty()) {
                    name = model.promptText(node);
                    break;
                }
            text.suffix = " (" + std::string(name) + ')';
        }
        break;
    }
    case RowKind::option: {
        const SymbolType type = typeOf(configuration, symbol);
        if (type == SymbolType::boolean || type == SymbolType::tristate)
            text.marker = truthMarker(configuration, row, type);
        else
            text.marker = '(' + configuration.value(symbol) + ')';
        break;
    }
    }
    if (isNew(configuration, row))
        text.suffix += " (NEW)";
    if (row.opens)
        text.suffix += isEmptyPage(configuration, row.node, showAll) ? "  ----" : "  --->";
    return text;
}

} // namespace kconfig::terminal
