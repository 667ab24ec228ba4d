// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Numbers and strings: which text of its group a symbol has.

#include "evaluation_encoder.h"

#include "values.h"

#include <algorithm>

namespace kconfig::solver {

void EvaluationEncoder::encodeText(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    const std::vector<std::string> &texts = m_domains.texts(id);
    const Literal visible = m_formulas[id.index].visibility.atLeastMod;
    bool hasOthers = !m_domains.isComplete(id);
    std::vector<std::vector<Literal>> sources(texts.size()); // what makes it each of the texts
    const auto give = [&](std::string_view text, Literal condition) {
        const auto found = std::lower_bound(texts.begin(), texts.end(), text);
        if (found != texts.end() && *found == text)
            sources[static_cast<std::size_t>(found - texts.begin())].push_back(condition);
        else
            hasOthers = hasOthers || condition != Clauses::no();
    };
    Literal none = Clauses::yes();
    if (visible != Clauses::no()) {
        Input &input =
            addInput(secondUnit(id), Input::Kind::text, texts.size() + 1 + (hasOthers ? 1 : 0));
        input.states[0] = m_clauses.variable();
        if (hasOthers)
            input.states.back() = m_clauses.variable();
        for (std::size_t i = 0; i < texts.size(); ++i) {
            // What no user may give can still have come out of a file.
            input.states[i + 1] = m_clauses.variable();
            sources[i].push_back(m_clauses.both(visible, input.states[i + 1]));
        }
        m_clauses.add(input.states);
        m_clauses.addAtMostOne(input.states);
        none = m_clauses.either(-visible, input.states[0]);
    }
    const std::string_view empty = emptyValue(m_dialect, symbol.type);
    for (const PropertyId propertyId : symbol.properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != PropertyKind::defaultValue)
            continue;
        const Literal condition = levels(property.condition).atLeastMod;
        const Literal active = m_clauses.both(none, condition);
        none = m_clauses.both(none, -condition);
        const Expression &source = m_model.expression(property.value);
        if (source.kind != ExpressionKind::symbol) {
            give(empty, active);
            continue;
        }
        const SymbolType type = m_model.symbol(source.symbol).type;
        if (type == SymbolType::boolean || type == SymbolType::tristate) {
            give("n", active); // conf copies the raw value, which those keep elsewhere
            continue;
        }
        bool isClosed = true;
        for (const TextCase &each : textCases(source.symbol, isClosed))
            give(each.text, m_clauses.both(active, each.literal));
        hasOthers = hasOthers || !isClosed;
    }
    give(empty, none);
    if (symbol.type == SymbolType::integer || symbol.type == SymbolType::hex)
        keepInRange(id, sources);
    Lists lists;
    for (const auto &literals : sources)
        lists.values.push_back(m_clauses.any(literals));
    m_lists.push_back(std::move(lists));
    m_formulas[id.index].lists = static_cast<std::uint32_t>(m_lists.size());
    m_formulas[id.index].hasOtherTexts = hasOthers || m_formulas[id.index].hasOtherTexts;
    m_isExact = m_isExact && !m_formulas[id.index].hasOtherTexts;
}

void EvaluationEncoder::keepInRange(SymbolId id, std::vector<std::vector<Literal>> &sources)
{
    const Symbol &symbol = m_model.symbol(id);
    const std::vector<std::string> &texts = m_domains.texts(id);
    const int base = baseOf(symbol.type, 10);
    std::vector<Literal> before;
    std::vector<long long> numbers;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        before.push_back(m_clauses.any(sources[i]));
        numbers.push_back(numberOf(texts[i], base));
    }
    Literal none = Clauses::yes();
    bool hasRange = false;
    std::vector<std::vector<Literal>> after(texts.size());
    for (const PropertyId propertyId : symbol.properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != PropertyKind::range)
            continue;
        hasRange = true;
        const Literal condition = levels(property.condition).atLeastMod;
        const Literal active = m_clauses.both(none, condition);
        none = m_clauses.both(none, -condition);
        if (active == Clauses::no())
            continue;
        struct Bound
        {
            long long number;
            Literal literal;
            std::size_t place; ///< of the text that it gives
        };
        bool isClosed = true;
        const auto boundsOf = [&](SymbolId bound) {
            std::vector<Bound> bounds;
            for (const TextCase &each : textCases(bound, isClosed)) {
                const long long limit =
                    numberOf(each.text, baseOf(m_model.symbol(bound).type, base));
                const std::string text = textOfBound(m_dialect, symbol.type, each.text, limit);
                const auto found = std::lower_bound(texts.begin(), texts.end(), text);
                const bool isKnown = found != texts.end() && *found == text;
                isClosed = isClosed && isKnown;
                bounds.push_back(
                    {limit, each.literal,
                     isKnown ? static_cast<std::size_t>(found - texts.begin()) : texts.size()});
            }
            return bounds;
        };
        const std::vector<Bound> lows = boundsOf(property.low);
        const std::vector<Bound> highs = boundsOf(property.high);
        m_formulas[id.index].hasOtherTexts = m_formulas[id.index].hasOtherTexts || !isClosed;
        std::vector<Literal> highEnough;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            std::vector<Literal> met;
            for (const Bound &low : lows)
                if (numbers[i] >= low.number)
                    met.push_back(low.literal);
            const Literal now = m_clauses.both(active, before[i]);
            highEnough.push_back(m_clauses.both(now, m_clauses.any(met)));
            std::vector<Literal> fits;
            for (const Bound &high : highs)
                if (numbers[i] <= high.number)
                    fits.push_back(high.literal);
            after[i].push_back(m_clauses.both(highEnough[i], m_clauses.any(fits)));
        }
        const auto clamp = [&](const std::vector<Bound> &bounds, const std::vector<Literal> &values,
                               auto isOutside) {
            for (const Bound &bound : bounds) {
                std::vector<Literal> outside;
                for (std::size_t i = 0; i < texts.size(); ++i)
                    if (isOutside(numbers[i], bound.number))
                        outside.push_back(values[i]);
                if (bound.place < texts.size())
                    after[bound.place].push_back(m_clauses.both(
                        m_clauses.both(active, bound.literal), m_clauses.any(outside)));
            }
        };
        clamp(lows, before, std::less<>());
        clamp(highs, highEnough, std::greater<>());
    }
    if (!hasRange)
        return;
    for (std::size_t i = 0; i < texts.size(); ++i)
        after[i].push_back(m_clauses.both(none, before[i]));
    sources = std::move(after);
}

} // namespace kconfig::solver
