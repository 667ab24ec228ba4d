// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "text_domains.h"

#include "values.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace kconfig::solver {

namespace {

constexpr std::size_t mostTexts = 300; // of a group
constexpr std::uint32_t mostNeighbours = 12;

bool isTextType(SymbolType type)
{
    return type == SymbolType::string || type == SymbolType::integer || type == SymbolType::hex;
}

bool isVariable(const Symbol &symbol)
{
    return symbol.isDefined() && isTextType(symbol.type);
}

/// The 64 bits of a number; nothing when it needs more.
std::optional<unsigned long long> bitsOf(std::string_view digits, int base)
{
    const char *const end = digits.data() + digits.size();
    unsigned long long bits = 0;
    if (std::from_chars(digits.data(), end, bits, base) == std::from_chars_result{end, {}})
        return bits;
    long long number = 0;
    if (std::from_chars(digits.data(), end, number, base) == std::from_chars_result{end, {}})
        return static_cast<unsigned long long>(number);
    return std::nullopt;
}

/// The numbers that a text is in any reading of it: as an int, as a hex (which needs no prefix
/// where a hex symbol's bounds and values are read), and as its prefix says. A number that does not
/// fit is compared as a text; `areAll` is set to false then.
std::vector<unsigned long long> readingsOf(std::string_view text, bool hasHex, bool &areAll)
{
    std::vector<unsigned long long> readings;
    const auto read = [&](std::string_view digits, int base) {
        if (const auto bits = bitsOf(digits, base))
            readings.push_back(*bits);
        else
            areAll = false;
    };
    const bool isMarked = text.substr(0, 2) == "0x" || text.substr(0, 2) == "0X";
    if (isValidValue(SymbolType::integer, text))
        read(text, 10);
    if ((isMarked || hasHex) && isValidValue(SymbolType::hex, text))
        read(text.substr(isMarked ? 2 : 0), 16);
    if (text.size() > 1 && text[0] == '0' &&
        text.find_first_not_of("01234567") == std::string_view::npos)
        read(text, 8);
    return readings;
}

template <typename Number>
void addNeighbours(std::vector<Number> &numbers, Number number, int reach)
{
    for (int distance = -reach; distance <= reach; ++distance) {
        Number neighbour = 0;
        if (!__builtin_add_overflow(number, distance, &neighbour))
            numbers.push_back(neighbour);
    }
}

template <typename T>
void sortUnique(std::vector<T> &values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace

TextDomains::TextDomains(const Model &model)
    : m_model(model)
    , m_parent(model.symbols().size())
    , m_groupOf(model.symbols().size())
{
    const auto symbols = model.symbols();
    for (std::uint32_t i = 0; i < symbols.size(); ++i)
        m_parent[i] = i;
    const auto sourceOf = [&](const Property &property) {
        return model.expression(property.value).kind == ExpressionKind::symbol
                   ? model.expression(property.value).symbol
                   : SymbolId{};
    };
    const auto forEachPair = [&](const auto &visit) {
        for (std::uint32_t i = 0; i < model.expressionCount(); ++i) {
            const Expression &node = model.expression(ExpressionId{i});
            if (node.symbol.isValid() && node.other.isValid())
                visit(node.symbol, node.other);
        }
        for (std::uint32_t i = 0; i < symbols.size(); ++i) {
            if (!isVariable(symbols[i]))
                continue;
            for (const PropertyId id : symbols[i].properties) {
                const Property &property = model.property(id);
                if (property.kind == PropertyKind::defaultValue && sourceOf(property).isValid()) {
                    visit(SymbolId{i}, sourceOf(property));
                } else if (property.kind == PropertyKind::range) {
                    visit(SymbolId{i}, property.low);
                    visit(SymbolId{i}, property.high);
                }
            }
        }
    };
    forEachPair([this](SymbolId a, SymbolId b) { join(a, b); });
    for (std::uint32_t i = 0; i < symbols.size(); ++i) {
        if (!isVariable(symbols[i]))
            continue;
        const std::uint32_t root = find(i);
        if (m_groupOf[root] == 0) {
            m_groups.emplace_back();
            m_groupOf[root] = static_cast<std::uint32_t>(m_groups.size());
        }
        Group &group = m_groups[m_groupOf[root] - 1];
        group.hasDecimal = group.hasDecimal || symbols[i].type == SymbolType::integer;
        group.hasHex = group.hasHex || symbols[i].type == SymbolType::hex;
        group.hasString = group.hasString || symbols[i].type == SymbolType::string;
        for (const PropertyId id : symbols[i].properties) {
            if (model.property(id).kind == PropertyKind::prompt) {
                ++group.settable;
                break;
            }
        }
    }
    forEachPair([this](SymbolId a, SymbolId b) {
        relate(a, b);
        relate(b, a);
    });
    for (std::uint32_t i = 0; i < model.expressionCount(); ++i) {
        const Expression &node = model.expression(ExpressionId{i});
        const bool isOrder =
            node.kind == ExpressionKind::less || node.kind == ExpressionKind::lessEqual ||
            node.kind == ExpressionKind::greater || node.kind == ExpressionKind::greaterEqual;
        if (!isOrder)
            continue;
        for (const SymbolId id : {node.symbol, node.other})
            if (isVariable(model.symbol(id)) && model.symbol(id).type == SymbolType::string)
                groupOf(id).hasStringOrder = true;
    }
}

std::uint32_t TextDomains::find(std::uint32_t index) const
{
    while (m_parent[index] != index) {
        m_parent[index] = m_parent[m_parent[index]];
        index = m_parent[index];
    }
    return index;
}

void TextDomains::join(SymbolId a, SymbolId b)
{
    if (isVariable(m_model.symbol(a)) && isVariable(m_model.symbol(b)))
        m_parent[find(a.index)] = find(b.index);
}

/// What `b` is as a text, when it is a fixed one, is mentioned for `a`.
void TextDomains::relate(SymbolId a, SymbolId b)
{
    const Symbol &other = m_model.symbol(b);
    if (!isVariable(m_model.symbol(a)) || isVariable(other))
        return;
    std::vector<std::string> &mentioned = groupOf(a).mentioned;
    if (other.isDefined() || b.index <= Model::constant(Tristate::yes).index)
        mentioned.insert(mentioned.end(), {"n", "m", "y"});
    if (!other.isDefined())
        mentioned.emplace_back(other.name);
}

bool TextDomains::mention(SymbolId id, std::string_view text)
{
    Group &group = groupOf(id);
    fill(group);
    if (std::binary_search(group.texts.begin(), group.texts.end(), text))
        return false;
    group.mentioned.emplace_back(text);
    group.texts.clear();
    return true;
}

const std::vector<std::string> &TextDomains::texts(SymbolId id)
{
    static const std::vector<std::string> none;
    if (!isVariable(m_model.symbol(id)))
        return none;
    Group &group = groupOf(id);
    fill(group);
    return group.texts;
}

bool TextDomains::isComplete(SymbolId id)
{
    Group &group = groupOf(id);
    fill(group);
    return group.isComplete;
}

void TextDomains::fill(Group &group) const
{
    if (!group.texts.empty())
        return;
    std::vector<std::string> &texts = group.texts;
    texts = group.mentioned;
    texts.emplace_back();
    for (const SymbolType type : {SymbolType::integer, SymbolType::hex})
        texts.emplace_back(emptyValue(m_model.dialect(), type));
    group.isComplete = group.settable <= mostNeighbours;
    if (group.hasDecimal || group.hasHex) {
        const auto reach = static_cast<int>(std::clamp(group.settable, 1U, mostNeighbours));
        // An int and a hex that are compared are so by their 64 bits.
        std::vector<long long> decimals{0};
        std::vector<unsigned long long> hexes{0};
        for (const std::string &text : group.mentioned) {
            for (const auto bits : readingsOf(text, group.hasHex, group.isComplete)) {
                addNeighbours(decimals, static_cast<long long>(bits), reach);
                addNeighbours(hexes, bits, reach);
            }
        }
        const auto add = [&](SymbolType type, auto &numbers) {
            sortUnique(numbers);
            if (numbers.size() > mostTexts) {
                group.isComplete = false;
                numbers.resize(mostTexts);
            }
            for (const auto number : numbers)
                texts.push_back(numberText(type, static_cast<long long>(number)));
        };
        if (group.hasDecimal)
            add(SymbolType::integer, decimals);
        if (group.hasHex)
            add(SymbolType::hex, hexes);
    }
    if (group.hasString) {
        group.isComplete = group.isComplete && !group.hasStringOrder;
        const std::uint32_t others = std::clamp(group.settable, 1U, mostNeighbours);
        for (std::uint32_t i = 0, made = 0; made < others; ++i) {
            const std::string other = i == 0 ? "other" : "other" + std::to_string(i + 1);
            if (std::find(texts.begin(), texts.end(), other) == texts.end()) {
                texts.push_back(other);
                ++made;
            }
        }
    }
    sortUnique(texts);
}

bool TextDomains::isForUser(SymbolId id, std::string_view text) const
{
    const SymbolType type = m_model.symbol(id).type;
    if (type == SymbolType::string)
        return true;
    if (type == SymbolType::hex && text.substr(0, 2) != "0x" && text.substr(0, 2) != "0X")
        return false;
    return isValidValue(type, text);
}

} // namespace kconfig::solver
