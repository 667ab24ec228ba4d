// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "expression_encoder.h"

#include "values.h"

namespace kconfig::solver {

namespace {

bool isTrue(ExpressionKind comparison, int order)
{
    return holds(comparison, order) == Tristate::yes;
}

} // namespace

ExpressionEncoder::ExpressionEncoder(const Model &model, Clauses &clauses,
                                     const SymbolVariables &symbols)
    : m_model(model)
    , m_clauses(clauses)
    , m_symbols(symbols)
    , m_macrosStay(clauses.variable())
{
    for (auto &known : m_known)
        known.assign(model.expressionCount(), 0);
}

Literal ExpressionEncoder::atLeast(ExpressionId id, Tristate level)
{
    if (!id.isValid() || level == Tristate::no)
        return Clauses::yes();
    return encode(id, level);
}

Levels ExpressionEncoder::levelsForValue(ExpressionId id, SymbolId choice, const Levels &mode)
{
    if (!id.isValid())
        return {Clauses::yes(), Clauses::yes()};
    if (!(m_choice == choice)) {
        for (auto &known : m_knownOfValue)
            known.clear();
    }
    m_choice = choice;
    m_mode = mode;
    const Levels result{encode(id, Tristate::mod), encode(id, Tristate::yes)};
    m_choice = {};
    return result;
}

Literal ExpressionEncoder::encode(ExpressionId id, Tristate level)
{
    const int slot = level == Tristate::yes ? 1 : 0;
    if (m_choice.isValid()) {
        const auto known = m_knownOfValue[slot].find(id.index);
        if (known != m_knownOfValue[slot].end())
            return known->second;
    } else if (m_known[slot][id.index] != 0) {
        return m_known[slot][id.index];
    }
    const Expression &node = m_model.expression(id);
    Literal result = Clauses::no();
    switch (node.kind) {
    case ExpressionKind::symbol:
        result = encodeLeaf(node, level);
        break;
    case ExpressionKind::negation: // !x is y when x is n, and at least m when x is not y
        result = -encode(node.left, level == Tristate::yes ? Tristate::mod : Tristate::yes);
        break;
    case ExpressionKind::conjunction:
    case ExpressionKind::disjunction:
        result = encodeRow(id, node.kind, level);
        break;
    default:
        result = compare(node);
        // A comparison is y or n, and one gate serves both levels.
        if (!m_choice.isValid())
            m_known[1 - slot][id.index] = result;
        break;
    }
    if (m_choice.isValid())
        m_knownOfValue[slot][id.index] = result;
    else
        m_known[slot][id.index] = result;
    return result;
}

Literal ExpressionEncoder::encodeRow(ExpressionId id, ExpressionKind kind, Tristate level)
{
    std::vector<ExpressionId> operands; // rows lean to the left and can be long
    const Expression *node = &m_model.expression(id);
    for (; node->kind == kind; node = &m_model.expression(id)) {
        operands.push_back(node->right);
        id = node->left;
    }
    Literal result = encode(id, level);
    for (auto operand = operands.rbegin(); operand != operands.rend(); ++operand) {
        const Literal next = encode(*operand, level);
        result = kind == ExpressionKind::conjunction ? m_clauses.both(result, next)
                                                     : m_clauses.either(result, next);
    }
    return result;
}

/// Whether the text at a place is a macro's; with `wholeLine` anywhere behind it on the line.
bool ExpressionEncoder::isMacroAt(const Position &position, bool wholeLine) const
{
    if (!position.isValid() || position.line == 0 || position.column == 0)
        return false;
    std::string_view line = m_model.sources().line(position.file, position.line);
    if (line.size() < position.column)
        return false;
    line.remove_prefix(position.column - 1);
    if (wholeLine)
        return line.find("$(") != std::string_view::npos;
    if (line[0] == '"' || line[0] == '\'')
        return line.substr(0, line.find(line[0], 1)).find("$(") != std::string_view::npos;
    return line.substr(0, line.find_first_of(" \t")).find('$') != std::string_view::npos;
}

Literal ExpressionEncoder::encodeLeaf(const Expression &node, Tristate level)
{
    if (node.symbol == m_choice)
        return m_mode.at(level);
    const Literal literal = m_symbols.levels(node.symbol).at(level);
    if (!m_model.symbol(node.symbol).isConstant || !isMacroAt(node.position, false))
        return literal;
    const Literal open = m_clauses.variable();
    m_clauses.add({-m_macrosStay, literal == Clauses::yes() ? open : -open});
    return open;
}

Literal ExpressionEncoder::compare(const Expression &node)
{
    const Symbol &left = m_model.symbol(node.symbol);
    const Symbol &right = m_model.symbol(node.other);
    const bool leftIsText = SymbolVariables::isText(left);
    const bool rightIsText = SymbolVariables::isText(right);
    Literal result = 0;
    if (leftIsText && rightIsText)
        result = isTrue(node.kind, compareValues(left.type, std::string(left.name), right.type,
                                                 std::string(right.name)))
                     ? Clauses::yes()
                     : Clauses::no();
    else if (isTruth(left.type) && isTruth(right.type) && !leftIsText && !rightIsText)
        result = compareTruths(node);
    else if (isTruth(left.type) && rightIsText)
        result = compareTruth(node, node.symbol, node.other);
    else if (isTruth(right.type) && leftIsText)
        result = compareTruth(node, node.other, node.symbol);
    else if (rightIsText && !m_symbols.regions(node.symbol).empty())
        result = compareRegions(node, node.symbol, node.other);
    else if (leftIsText && !m_symbols.regions(node.other).empty())
        result = compareRegions(node, node.other, node.symbol);
    else
        result = m_clauses.variable(); // two numbers or texts, each free: anything can be
    if (!isMacroAt(node.position, true))
        return result;
    const Literal open = m_clauses.variable();
    m_clauses.add({-m_macrosStay, -open, result});
    m_clauses.add({-m_macrosStay, open, -result});
    return open;
}

Literal ExpressionEncoder::compareTruth(const Expression &node, SymbolId truth, SymbolId text)
{
    const Symbol &symbol = m_model.symbol(truth);
    const Symbol &other = m_model.symbol(text);
    const Levels &levels = m_symbols.levels(truth);
    const Literal values[] = {-levels.atLeastMod, m_clauses.both(levels.atLeastMod, -levels.isYes),
                              levels.isYes};
    std::vector<Literal> cases;
    for (const Tristate value : {Tristate::no, Tristate::mod, Tristate::yes}) {
        int order = compareValues(symbol.type, std::string(1, letter(value)), other.type,
                                  std::string(other.name));
        if (truth == node.other)
            order = -order;
        if (isTrue(node.kind, order))
            cases.push_back(values[static_cast<int>(value)]);
    }
    return m_clauses.any(cases);
}

Literal ExpressionEncoder::compareTruths(const Expression &node)
{
    const Levels &a = m_symbols.levels(node.symbol);
    const Levels &b = m_symbols.levels(node.other);
    const auto notLess = [this](const Levels &x, const Levels &y) {
        return m_clauses.both(m_clauses.either(x.atLeastMod, -y.atLeastMod),
                              m_clauses.either(x.isYes, -y.isYes));
    };
    switch (node.kind) {
    case ExpressionKind::equal:
        return m_clauses.both(notLess(a, b), notLess(b, a));
    case ExpressionKind::unequal:
        return -m_clauses.both(notLess(a, b), notLess(b, a));
    case ExpressionKind::less:
        return -notLess(a, b);
    case ExpressionKind::lessEqual:
        return notLess(b, a);
    case ExpressionKind::greater:
        return -notLess(b, a);
    default:
        return notLess(a, b);
    }
}

Literal ExpressionEncoder::compareRegions(const Expression &node, SymbolId id, SymbolId text)
{
    const Symbol &symbol = m_model.symbol(id);
    const Symbol &other = m_model.symbol(text);
    const std::string otherText(other.name);
    const bool byOrder = node.kind != ExpressionKind::equal && node.kind != ExpressionKind::unequal;
    // Inside a region of numbers only comparisons with plain numbers all come out alike.
    if (symbol.type != SymbolType::string &&
        !SymbolVariables::isPlainNumber(symbol.type, otherText))
        return m_clauses.variable();
    std::vector<Literal> cases;
    for (const Region &region : m_symbols.regions(id)) {
        if (region.isOpen && byOrder) {
            cases.push_back(m_clauses.both(region.literal, m_clauses.variable()));
            continue;
        }
        int order = compareValues(symbol.type, region.example, other.type, otherText);
        if (id == node.other)
            order = -order;
        if (isTrue(node.kind, order))
            cases.push_back(region.literal);
    }
    cases.push_back(m_clauses.both(m_symbols.isOdd(id), m_clauses.variable()));
    return m_clauses.any(cases);
}

} // namespace kconfig::solver
