// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "possible_ranges.h"

#include "values.h"

#include <algorithm>
#include <limits>

namespace kconfig {

namespace {

bool isNumber(const Model &model, SymbolId id, SymbolType type)
{
    const Symbol &symbol = model.symbol(id);
    return !symbol.isDefined() && isValidValue(type, symbol.name);
}

/// Whether the property holds wherever its definition's own dependencies do.
bool isUnconditional(const Model &model, const Property &property)
{
    if (!property.condition.isValid())
        return true;
    const ExpressionId dependency = model.node(property.node).dependency;
    return dependency.isValid() && model.describe(property.condition) == model.describe(dependency);
}

} // namespace

std::optional<std::vector<PropertyId>> everyPossibleRange(const Model &model, SymbolId id)
{
    const Symbol &symbol = model.symbol(id);
    std::vector<PropertyId> ranges;
    std::vector<NodeId> limited; // definitions that always have a range when they count
    for (const PropertyId each : symbol.properties) {
        const Property &property = model.property(each);
        if (property.kind != PropertyKind::range)
            continue;
        if (!isNumber(model, property.low, symbol.type) ||
            !isNumber(model, property.high, symbol.type))
            return std::nullopt;
        // Its value is then one of the bounds, whatever anybody wanted.
        if (compareValues(symbol.type, model.symbol(property.low).name, symbol.type,
                          model.symbol(property.high).name) > 0)
            return std::nullopt;
        ranges.push_back(each);
        if (isUnconditional(model, property))
            limited.push_back(property.node);
    }
    for (const PropertyId each : symbol.properties) {
        const Property &property = model.property(each);
        const bool givesValue =
            property.kind == PropertyKind::prompt || property.kind == PropertyKind::defaultValue;
        if (givesValue && std::find(limited.begin(), limited.end(), property.node) == limited.end())
            return std::nullopt;
    }
    if (ranges.empty())
        return std::nullopt;
    return ranges;
}

bool isInAnyOf(const Model &model, SymbolId id, const std::vector<PropertyId> &ranges,
               std::string_view number)
{
    const SymbolType type = model.symbol(id).type;
    // What nothing sets is 0 in 6.12, whatever the range.
    if (const auto empty = emptyValue(model.dialect(), type);
        !empty.empty() && compareValues(type, number, type, empty) == 0)
        return true;
    return std::any_of(ranges.begin(), ranges.end(), [&](PropertyId each) {
        const Property &range = model.property(each);
        return compareValues(type, number, type, model.symbol(range.low).name) >= 0 &&
               compareValues(type, number, type, model.symbol(range.high).name) <= 0;
    });
}

bool fitsIn64Bits(SymbolType type, std::string_view number)
{
    const bool isNegative = !number.empty() && number.front() == '-';
    const unsigned base = type == SymbolType::hex ? 16 : 10;
    std::size_t at = isNegative || (!number.empty() && number.front() == '+') ? 1 : 0;
    if (base == 16 && number.size() > at + 2 && (number[at + 1] == 'x' || number[at + 1] == 'X'))
        at += 2;
    // Ints are signed, hexes are bit patterns.
    constexpr unsigned long long half = 1ULL << 63U;
    const unsigned long long most =
        base == 16 ? std::numeric_limits<unsigned long long>::max() : half - (isNegative ? 0 : 1);
    unsigned long long value = 0;
    for (; at < number.size(); ++at) {
        const char c = number[at];
        const unsigned digit = c <= '9'   ? static_cast<unsigned>(c - '0')
                               : c >= 'a' ? static_cast<unsigned>(c - 'a') + 10
                                          : static_cast<unsigned>(c - 'A') + 10;
        if (value > (most - digit) / base)
            return false;
        value = value * base + digit;
    }
    return true;
}

} // namespace kconfig
