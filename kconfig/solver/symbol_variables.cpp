// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "symbol_variables.h"

#include "values.h"

#include <algorithm>

namespace kconfig::solver {

namespace {

/// A number that means the same in every place where it can stand: no leading zeros, no sign of
/// another base than its type's.
std::optional<long long> plainNumber(SymbolType type, const std::string &text)
{
    if (text.size() > 15 || !isValidValue(type, text))
        return std::nullopt;
    const bool isMarked = text.size() > 1 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
    if (type == SymbolType::hex && !isMarked)
        return std::nullopt;
    return numberOf(text, baseOf(type, 10));
}

} // namespace

bool SymbolVariables::isText(const Symbol &symbol)
{
    return symbol.isConstant || !symbol.isDefined();
}

bool SymbolVariables::isPlainNumber(SymbolType type, const std::string &text)
{
    return plainNumber(type, text).has_value();
}

SymbolVariables::SymbolVariables(const Model &model, Clauses &clauses)
    : m_model(model)
    , m_clauses(clauses)
    , m_levels(model.symbols().size())
    , m_regions(model.symbols().size())
    , m_odd(model.symbols().size(), Clauses::no())
    , m_undefined(model.symbols().size(), Clauses::no())
{
    // Which texts each number or text symbol is compared with, or has by default.
    std::vector<std::vector<std::string>> mentioned(model.symbols().size());
    const auto note = [&](SymbolId symbol, SymbolId text) {
        if (!isText(model.symbol(symbol)) && isText(model.symbol(text)))
            mentioned[symbol.index].emplace_back(model.symbol(text).name);
    };
    for (std::uint32_t i = 0; i < model.expressionCount(); ++i) {
        const Expression &node = model.expression(ExpressionId{i});
        if (node.symbol.isValid() && node.other.isValid()) {
            note(node.symbol, node.other);
            note(node.other, node.symbol);
        }
    }
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        const Symbol &symbol = model.symbols()[i];
        const SymbolId id{i};
        if (symbol.isConstant) {
            if (i == Model::constant(Tristate::yes).index)
                m_levels[i] = {Clauses::yes(), Clauses::yes()};
            else if (i == Model::constant(Tristate::mod).index)
                m_levels[i] = {Clauses::yes(), Clauses::no()};
        } else if (!symbol.isDefined()) {
            addUndefined(id);
        } else if (isTruth(symbol.type)) {
            addTruth(id);
        } else if (symbol.type != SymbolType::unknown) {
            const bool isCompared = !mentioned[i].empty();
            for (const PropertyId propertyId : symbol.properties) {
                const Property &property = model.property(propertyId);
                if (property.kind == PropertyKind::defaultValue)
                    note(id, model.expression(property.value).symbol);
            }
            if (isCompared)
                addRegions(id, std::move(mentioned[i]));
        }
    }
}

void SymbolVariables::addTruth(SymbolId id)
{
    Levels &levels = m_levels[id.index];
    levels.atLeastMod = m_clauses.variable();
    levels.isYes = levels.atLeastMod;
    if (m_model.symbol(id).type == SymbolType::boolean)
        return;
    levels.isYes = m_clauses.variable();
    m_clauses.add({-levels.isYes, levels.atLeastMod});
}

void SymbolVariables::addUndefined(SymbolId id)
{
    m_undefinedIds.push_back(id);
    Levels &levels = m_levels[id.index];
    levels.atLeastMod = m_clauses.variable();
    levels.isYes = m_clauses.variable();
    m_undefined[id.index] = m_clauses.variable();
    m_clauses.add({-levels.isYes, levels.atLeastMod});
    m_clauses.add({-m_undefined[id.index], -levels.atLeastMod});
}

void SymbolVariables::addRegions(SymbolId id, std::vector<std::string> mentioned)
{
    const SymbolType type = m_model.symbol(id).type;
    std::vector<Region> &regions = m_regions[id.index];
    mentioned.emplace_back();
    std::sort(mentioned.begin(), mentioned.end());
    mentioned.erase(std::unique(mentioned.begin(), mentioned.end()), mentioned.end());
    if (type == SymbolType::string) {
        for (const std::string &text : mentioned)
            regions.push_back({text, m_clauses.variable(), false});
        std::string other = "other";
        while (std::binary_search(mentioned.begin(), mentioned.end(), other))
            other += '-';
        regions.push_back({other, m_clauses.variable(), true});
    } else {
        std::vector<long long> numbers;
        for (const std::string &text : mentioned) {
            if (const auto number = plainNumber(type, text))
                numbers.push_back(*number);
            else
                regions.push_back({text, m_clauses.variable(), false});
        }
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        if (numbers.empty())
            numbers.push_back(0);
        const auto add = [&](long long number) {
            if (type == SymbolType::integer || number >= 0)
                regions.push_back({numberText(type, number), m_clauses.variable(), false});
        };
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (i == 0)
                add(numbers[i] - 1);
            add(numbers[i]);
            if (i + 1 == numbers.size() || numbers[i] + 1 < numbers[i + 1])
                add(numbers[i] + 1);
        }
    }
    std::vector<Literal> literals;
    for (const Region &region : regions)
        literals.push_back(region.literal);
    m_odd[id.index] = m_clauses.variable();
    literals.push_back(m_odd[id.index]);
    m_clauses.add(literals);
    m_clauses.addAtMostOne(literals);
}

std::optional<std::size_t> SymbolVariables::regionOf(SymbolId id, const std::string &text) const
{
    const auto &regions = m_regions[id.index];
    const SymbolType type = m_model.symbol(id).type;
    for (std::size_t i = 0; i < regions.size(); ++i)
        if (!regions[i].isOpen &&
            (regions[i].example == text ||
             (type != SymbolType::string && !text.empty() && !regions[i].example.empty() &&
              plainNumber(type, text) &&
              plainNumber(type, text) == plainNumber(type, regions[i].example))))
            return i;
    return std::nullopt;
}

} // namespace kconfig::solver
