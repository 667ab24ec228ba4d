// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "help_text.h"

#include "evaluation_plan.h"
#include "expression_text.h"
#include "syntax_reader.h"

#include <algorithm>
#include <functional>

namespace kconf {

using namespace kconfig;

namespace {

class HelpWriter
{
public:
    explicit HelpWriter(Session &session)
        : m_session(session)
        , m_model(session.model())
    {}

    std::string write(NodeId id)
    {
        const MenuNode &node = m_model.node(id);
        const std::string help = m_model.help(id);
        if (help.empty()) {
            m_out += "There is no help available for this option.";
        } else {
            const Symbol &symbol = m_model.symbol(node.symbol);
            if (!symbol.name.empty()) {
                m_out += m_session.prefix();
                m_out += symbol.name;
                m_out += ":\n\n";
            }
            m_out += std::string_view(help).substr(0, help.find_last_not_of('\n') + 1);
            m_out.append(newlinesBehind(id), '\n');
        }
        m_out += '\n';
        if (node.symbol.isValid())
            writeSymbol(node.symbol);
        return std::move(m_out);
    }

private:
    /// How many newlines conf's help text ends with: those in the file up to the next line with
    /// something on it, less one if that is not indented.
    [[nodiscard]] std::size_t newlinesBehind(NodeId id) const
    {
        const std::string_view help = ModelAccess::rawHelp(m_model, id);
        const std::string_view file = m_model.sources().text(m_model.node(id).position.file);
        constexpr std::string_view blanks = " \t\r\n";
        const std::size_t length = help.find_last_not_of(blanks) + 1;
        const std::less_equal<const char *> notBehind;
        if (!notBehind(file.data(), help.data()) ||
            !notBehind(help.data() + length, file.data() + file.size()))
            return 1;
        const std::string_view rest =
            file.substr(static_cast<std::size_t>(help.data() - file.data()) + length);
        const std::size_t next = std::min(rest.find_first_not_of(blanks), rest.size());
        const auto count = static_cast<std::size_t>(
            std::count(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(next), '\n'));
        const bool isAtMargin = next < rest.size() && next > 0 && rest[next - 1] == '\n';
        return count - (isAtMargin && count > 0 ? 1 : 0);
    }

    [[nodiscard]] std::string text(ExpressionId id)
    {
        return expressionText(m_model, id, [this](SymbolId each) { return annotation(each); });
    }

    /// What stands behind a symbol's name.
    [[nodiscard]] std::string annotation(SymbolId id) const
    {
        const Symbol &symbol = m_model.symbol(id);
        // In 5.2 y, m and n have no type.
        const bool isTruth = !m_session.is52() && id.index <= Model::constant(Tristate::yes).index;
        if ((symbol.type == SymbolType::unknown && !isTruth) ||
            (symbol.isChoice && symbol.name.empty()))
            return {};
        return " [=" + (isTruth ? std::string(symbol.name) : m_session.knownText(id)) + ']';
    }

    void writeSymbol(SymbolId id)
    {
        const Symbol &symbol = m_model.symbol(id);
        if (!symbol.name.empty()) {
            m_out += "Symbol: ";
            m_out += symbol.name;
            m_out +=
                " [=" + m_session.knownText(id) + "]\nType  : " + confTypeName(symbol.type) + '\n';
            if (symbol.type == SymbolType::integer || symbol.type == SymbolType::hex)
                writeRange(id);
        }
        if (m_session.is52())
            writeDefinition52(symbol);
        else
            writeDefinitions(symbol);
        const std::string indent = m_session.is52() ? "  " : "";
        writeTargets(symbol, PropertyKind::select, indent + "Selects: ");
        writeReasons(symbol.reverseDependency, indent + "Selected by");
        writeTargets(symbol, PropertyKind::imply, indent + "Implies: ");
        writeReasons(symbol.impliedDependency, indent + "Implied by");
        m_out += "\n\n";
    }

    void writeRange(SymbolId id)
    {
        for (const PropertyId property : m_model.symbol(id).properties) {
            const Property &each = m_model.property(property);
            if (each.kind != PropertyKind::range ||
                m_session.evaluate(each.condition) == Tristate::no)
                continue;
            const auto bound = [this](SymbolId symbol) {
                return std::string(m_model.symbol(symbol).name) + annotation(symbol);
            };
            m_out += "Range : [" + bound(each.low) + ' ' + bound(each.high) + "]\n";
            return;
        }
    }

    [[nodiscard]] std::string place(NodeId node) const
    {
        const Position &position = m_model.node(node).position;
        return std::string(m_model.sources().path(position.file)) + ':' +
               std::to_string(position.line);
    }

    void writeDefinition52(const Symbol &symbol)
    {
        for (const PropertyId property : symbol.properties) {
            const Property &each = m_model.property(property);
            if (each.kind != PropertyKind::prompt)
                continue;
            m_out += "Prompt: ";
            m_out += each.text;
            m_out += '\n';
            writeLocation(m_model.node(each.node).parent);
        }
        if (symbol.nodes.empty())
            return;
        m_out += "  Defined at " + place(symbol.nodes.front()) + '\n';
        writeDependency("  Depends on: ", m_model.node(symbol.nodes.front()).dependency);
    }

    void writeDefinitions(const Symbol &symbol)
    {
        for (const bool hasPrompt : {true, false}) {
            for (const NodeId id : symbol.nodes) {
                const MenuNode &node = m_model.node(id);
                if (node.prompt.isValid() != hasPrompt)
                    continue;
                m_out += "Defined at " + place(id) + '\n';
                if (!hasPrompt) {
                    writeDependency("  Depends on: ", node.dependency);
                    continue;
                }
                const Property &prompt = m_model.property(node.prompt);
                m_out += "  Prompt: ";
                m_out += prompt.text;
                m_out += '\n';
                writeDependency("  Depends on: ", node.dependency);
                if (!areEqual(node.dependency, prompt.condition))
                    writeDependency("  Visible if: ", prompt.condition);
                writeLocation(id);
            }
        }
    }

    [[nodiscard]] bool isYes(ExpressionId id) const
    {
        return !id.isValid() || (m_model.expression(id).kind == ExpressionKind::symbol &&
                                 m_model.expression(id).symbol == Model::constant(Tristate::yes));
    }

    void writeDependency(const char *title, ExpressionId id)
    {
        if (!isYes(id))
            m_out += title + text(id) + '\n';
    }

    /// The operands of a row of && or ||.
    void flatten(ExpressionId id, ExpressionKind kind, std::vector<ExpressionId> &out) const
    {
        while (m_model.expression(id).kind == kind) {
            flatten(m_model.expression(id).right, kind, out);
            id = m_model.expression(id).left;
        }
        out.push_back(id);
    }

    /// Equal but for the order of operands.
    [[nodiscard]] bool areEqual(ExpressionId a, ExpressionId b) const
    {
        if (a == b || isYes(a) || isYes(b))
            return a == b || (isYes(a) && isYes(b));
        const Expression &left = m_model.expression(a);
        const Expression &right = m_model.expression(b);
        if (left.kind != right.kind)
            return false;
        switch (left.kind) {
        case ExpressionKind::symbol:
            return left.symbol == right.symbol;
        case ExpressionKind::negation:
            return areEqual(left.left, right.left);
        case ExpressionKind::conjunction:
        case ExpressionKind::disjunction: {
            std::vector<ExpressionId> ones;
            std::vector<ExpressionId> others;
            flatten(a, left.kind, ones);
            flatten(b, left.kind, others);
            return std::is_permutation(
                ones.begin(), ones.end(), others.begin(), others.end(),
                [this](ExpressionId x, ExpressionId y) { return areEqual(x, y); });
        }
        default:
            return left.symbol == right.symbol && left.other == right.other;
        }
    }

    /// The chain of menus down to a node; at most eight, as conf shows.
    void writeLocation(NodeId id)
    {
        constexpr std::size_t most = 8;
        std::vector<NodeId> chain;
        for (; id.isValid() && !(id == m_model.root()) && chain.size() < most;
             id = m_model.node(id).parent)
            chain.push_back(id);
        if (chain.empty() && m_session.is52())
            return;
        m_out += "  Location:\n";
        std::size_t indent = 4;
        for (auto each = chain.rbegin(); each != chain.rend(); ++each, indent += 2) {
            const MenuNode &node = m_model.node(*each);
            m_out.append(indent, ' ');
            m_out += "-> ";
            if (node.prompt.isValid())
                m_out += m_model.promptText(*each);
            else if (node.symbol.isValid())
                m_out += m_model.symbol(node.symbol).name;
            if (node.symbol.isValid()) {
                const std::string_view name = m_model.symbol(node.symbol).name;
                m_out += " (";
                m_out += name.empty() ? "<choice>" : name;
                m_out += " [=" + m_session.knownText(node.symbol) + "])";
            }
            m_out += '\n';
        }
    }

    void writeTargets(const Symbol &symbol, PropertyKind kind, const std::string &title)
    {
        bool isFirst = true;
        for (const PropertyId property : symbol.properties) {
            const Property &each = m_model.property(property);
            if (each.kind != kind)
                continue;
            m_out += (isFirst ? title : std::string(" && ")) + text(each.value);
            isFirst = false;
        }
        if (!isFirst)
            m_out += '\n';
    }

    void writeReasons(ExpressionId reasons, const std::string &title)
    {
        if (!reasons.isValid())
            return;
        std::vector<ExpressionId> each;
        flatten(reasons, ExpressionKind::disjunction, each);
        std::reverse(each.begin(), each.end());
        for (const Tristate strength : {Tristate::yes, Tristate::mod, Tristate::no}) {
            bool isFirst = true;
            for (const ExpressionId reason : each) {
                if (m_session.evaluate(reason) != strength)
                    continue;
                if (isFirst)
                    m_out += title + " [" + letter(strength) + "]:\n";
                isFirst = false;
                m_out += "  - " + text(reason) + '\n';
            }
        }
    }

    Session &m_session;
    const Model &m_model;
    std::string m_out;
};

} // namespace

std::string helpText(Session &session, NodeId node)
{
    return HelpWriter(session).write(node);
}

} // namespace kconf
