// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "property_checks.h"

#include "syntax_reader.h"
#include "values.h"

namespace kconfig {

namespace {

bool isNumber(SymbolType type)
{
    return type == SymbolType::integer || type == SymbolType::hex;
}

class Checker
{
public:
    Checker(const Draft &draft, NodeId node, DraftDiagnostics &diagnostics)
        : m_draft(draft)
        , m_node(draft.nodes[node.index].node)
        , m_symbolId(m_node.symbol)
        , m_symbol(draft.symbols[m_node.symbol.index])
        , m_diagnostics(diagnostics)
    {}

    void run()
    {
        if (m_symbol.type == SymbolType::unknown)
            m_diagnostics.warning(m_node.position, say(Phrase::hasNoTypeYet, name()),
                                  "add bool, tristate, int, hex or string",
                                  "config symbol defined without type");
        if (m_symbol.isChoice && !m_node.prompt.isValid() &&
            m_diagnostics.dialect() != Dialect::linux_6_12)
            m_diagnostics.warning(m_node.position, say(Phrase::hasNoPrompt, name()),
                                  "add one; nobody can see the choice without it",
                                  "choice must have a prompt");
        m_draft.forEachProperty(m_symbolId,
                                [this](PropertyId id) { check(m_draft.properties[id.index]); });
    }

private:
    [[nodiscard]] Clause name() const
    {
        if (!m_symbol.isChoice)
            return inQuotes(m_symbol);
        return m_symbol.name.empty() ? say(Phrase::thisChoice)
                                     : say(Phrase::choiceName, asName(m_symbol.name));
    }
    [[nodiscard]] static Clause inQuotes(const Symbol &symbol)
    {
        return say(Phrase::quotedName, asName(symbol.name));
    }
    [[nodiscard]] static Argument typeOf(const Symbol &symbol)
    {
        return asText(typeName(symbol.type)); // a keyword
    }

    [[nodiscard]] bool isNumeric(SymbolId id) const
    {
        const Symbol &other = m_draft.symbols[id.index];
        return isNumber(other.type) ||
               (other.type == SymbolType::unknown && isValidValue(m_symbol.type, other.name));
    }

    void check(const Property &property)
    {
        switch (property.kind) {
        case PropertyKind::defaultValue:
            checkDefault(property);
            break;
        case PropertyKind::select:
        case PropertyKind::imply:
            checkSelect(property);
            break;
        case PropertyKind::range:
            checkRange(property);
            break;
        case PropertyKind::prompt:
            break;
        }
    }

    void checkDefault(const Property &property)
    {
        const Expression &value = m_draft.expressions[property.value];
        const bool single = value.kind == ExpressionKind::symbol;
        if (!single) {
            if (m_symbol.type == SymbolType::string || isNumber(m_symbol.type))
                m_diagnostics.warning(
                    property.position, say(Phrase::defaultNoExpression, typeOf(m_symbol), name()),
                    "write one value or one symbol",
                    "default for config symbol " + quoted(m_symbol) + " must be a single symbol");
            return;
        }
        if (isNumber(m_symbol.type) && !isNumeric(value.symbol))
            m_diagnostics.warning(property.position,
                                  say(Phrase::defaultHasType, name(), typeOf(m_symbol)),
                                  "write a number without quotes around blanks or letters",
                                  quoted(m_symbol) + ": number is invalid");
        if (m_symbol.isChoice && m_draft.symbols[value.symbol.index].choice != m_symbolId)
            m_diagnostics.warning(
                property.position,
                say(Phrase::isNoValueOf, inQuotes(m_draft.symbols[value.symbol.index]), name()),
                "name one of the symbols between choice and endchoice",
                "choice default symbol " + quoted(m_draft.symbols[value.symbol.index]) +
                    " is not contained in the choice");
    }

    void checkSelect(const Property &property)
    {
        const Symbol &target = m_draft.symbols[m_draft.expressions[property.value].symbol.index];
        const bool mayBeTarget = target.type == SymbolType::unknown || isTruth(target.type);
        if (isTruth(m_symbol.type) && mayBeTarget)
            return;
        const std::string verb = property.kind == PropertyKind::select ? "select" : "imply";
        if (!isTruth(m_symbol.type))
            m_diagnostics.warning(property.position,
                                  say(Phrase::typeCant, name(), typeOf(m_symbol), asText(verb)),
                                  "only bool and tristate symbols can",
                                  "config symbol " + quoted(m_symbol) + " uses " + verb +
                                      ", but is not bool or tristate");
        else
            m_diagnostics.warning(
                property.position,
                say(Phrase::cantBeTarget, inQuotes(target), typeOf(target), asText(verb)),
                "only bool and tristate symbols can be",
                quoted(target) + " has wrong type. '" + verb +
                    "' only accept arguments of bool and tristate type");
    }

    void checkRange(const Property &property)
    {
        const bool allowed = isNumber(m_symbol.type);
        if (!allowed)
            m_diagnostics.warning(property.position,
                                  say(Phrase::rangeMeansNothing, name(), typeOf(m_symbol)),
                                  "ranges are for int and hex; remove the line",
                                  "range is only allowed for int or hex symbols");
        if (!isNumeric(property.low) || !isNumeric(property.high))
            m_diagnostics.warning(property.position, "a bound of this range is no number",
                                  "write numbers or int and hex symbols", "range is invalid");
    }

    [[nodiscard]] static std::string quoted(const Symbol &symbol)
    {
        return "'" + std::string(symbol.name) + "'";
    }

    const Draft &m_draft;
    const MenuNode &m_node;
    SymbolId m_symbolId;
    const Symbol &m_symbol;
    DraftDiagnostics &m_diagnostics;
};

} // namespace

namespace {

/// Whether there is certainly nothing to say about a symbol, seen at a glance: so it is with nearly
/// all of the many bools and tristates.
bool isPlainlyGood(const Draft &draft, SymbolId id)
{
    const Symbol &symbol = draft.symbols[id.index];
    if (!isTruth(symbol.type) || symbol.isChoice)
        return false;
    bool isGood = true;
    draft.forEachProperty(id, [&](PropertyId at) {
        const Property &property = draft.properties[at.index];
        if (property.kind == PropertyKind::select || property.kind == PropertyKind::imply) {
            const SymbolType target =
                draft.symbols[draft.expressions[property.value].symbol.index].type;
            isGood = isGood && (target == SymbolType::unknown || isTruth(target));
        } else if (property.kind == PropertyKind::range) {
            isGood = false;
        }
    });
    return isGood;
}

} // namespace

void checkProperties(const Draft &draft, NodeId node, DraftDiagnostics &diagnostics)
{
    if (isPlainlyGood(draft, draft.nodes[node.index].node.symbol))
        return;
    Checker(draft, node, diagnostics).run();
}

} // namespace kconfig
