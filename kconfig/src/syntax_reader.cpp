// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "syntax_reader.h"

namespace kconfig {

namespace {

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

} // namespace

std::string shownName(const Symbol &symbol)
{
    return std::string(symbol.name.empty() && symbol.isChoice ? "<choice>" : symbol.name);
}

const char *confTypeName(SymbolType type)
{
    return type == SymbolType::integer ? "integer" : typeName(type);
}

SyntaxReader::SyntaxReader(std::size_t statements, std::size_t expressions,
                           const LoadOptions &options, DraftDiagnostics &diagnostics)
    : m_options(options)
    , m_diagnostics(diagnostics)
{
    // Sizes that real trees stay below; more makes the arenas grow. Not much more than they need:
    // where pages are large, what is not used has to be cleared nonetheless.
    m_draft.names.reserve(statements / 5);
    m_draft.symbols.reserve(statements / 4);
    m_draft.chains.reserve(statements / 4);
    m_draft.nodes.reserve(statements / 4);
    m_draft.properties.reserve(statements / 2);
    m_draft.expressions.reserve(expressions + statements, statements / 5);
    for (const char *name : {"n", "m", "y"})
        symbolInTable(name, NameSpace::constants);
    m_parent = m_entry = addNode(NodeKind::mainMenu, {}, {});
}

/// One step of read(). What takes more than a line is a function of its own: those that take one
/// are as many, and the loop stays short for them.
inline void SyntaxReader::readStatement(const Statement &statement)
{
    switch (statement.kind) {
    case StatementKind::type:
        return setType(statement.type, positionOf(statement));
    case StatementKind::prompt:
        return readPrompt(statement);
    case StatementKind::defaultTo:
        return readDefault(statement);
    case StatementKind::select:
    case StatementKind::imply:
        return readSelect(statement);
    case StatementKind::range:
        return readRange(statement);
    case StatementKind::dependsOn:
        return readDependency(statement);
    case StatementKind::visibleIf:
        return readVisibility(statement);
    case StatementKind::transitional:
        entrySymbol().isTransitional = true;
        return;
    case StatementKind::optional:
        entrySymbol().isOptionalChoice = true;
        return;
    case StatementKind::help:
        entry().help = statement.operand.text;
        return;
    case StatementKind::modules:
    case StatementKind::defconfigList:
    case StatementKind::allnoconfigY:
    case StatementKind::environment:
        return readOption(statement);
    default:
        return readBlock(statement);
    }
}

void SyntaxReader::read(const Syntax &syntax)
{
    // Texts come from the other thread's cache, if it has read the file.
    constexpr std::uint32_t ahead = 6;
    std::uint64_t progress = m_progress;
    for (; m_segment < syntax.segments.size(); ++m_segment) {
        const SyntaxSegment segment = syntax.segments[m_segment];
        m_unit = &syntax.unit(segment.file);
        m_file = segment.file;
        const std::span<const Statement> statements = m_unit->statements;
        for (std::uint32_t i = segment.begin; i < segment.end; ++i) {
            m_diagnostics.setProgress(progress);
            progress += 2; // the parser takes the even numbers
            if (i + ahead < statements.size())
                __builtin_prefetch(statements[i + ahead].operand.text.data());
            readStatement(statements[i]);
        }
    }
    m_progress = progress;
}

Draft SyntaxReader::finish()
{
    if (m_diagnostics.dialect() == Dialect::linux_6_12)
        closeEntry();
    DraftNode &root = m_draft.nodes.front();
    if (!root.node.prompt.isValid()) {
        Statement title;
        title.operand.text = "Main menu";
        m_entry = NodeId{0};
        root.firstProperty = static_cast<std::uint32_t>(m_draft.properties.size());
        addPrompt(title, {});
    }
    if (!m_draft.modules.isValid())
        m_draft.modules = Model::constant(Tristate::no);
    return std::move(m_draft);
}

void SyntaxReader::readBlock(const Statement &statement)
{
    if (m_diagnostics.dialect() == Dialect::linux_6_12)
        closeEntry();
    if (statement.kind == StatementKind::end) {
        if (m_parent == m_choice)
            m_choice = {};
        m_parent = m_draft.nodes[m_parent.index].node.parent;
    } else {
        readEntry(statement);
    }
}

void SyntaxReader::readEntry(const Statement &statement)
{
    switch (statement.kind) {
    case StatementKind::mainMenu:
        m_entry = NodeId{0};
        entry().firstProperty = static_cast<std::uint32_t>(m_draft.properties.size());
        entry().node.position = positionOf(statement);
        addPrompt(statement, {});
        return;
    case StatementKind::config:
    case StatementKind::menuConfig:
        m_entry = addNode(NodeKind::symbol, symbolNamed(statement.operand.text, NameSpace::symbols),
                          positionOf(statement));
        entry().node.isMenuconfig = statement.kind == StatementKind::menuConfig;
        return;
    case StatementKind::choice:
        m_entry =
            addNode(NodeKind::choice, choiceSymbol(statement.operand.text), positionOf(statement));
        if (m_diagnostics.dialect() == Dialect::linux_6_12)
            setType(SymbolType::boolean, positionOf(statement)); // there is no other
        break;
    case StatementKind::comment:
        m_entry = addNode(NodeKind::comment, {}, positionOf(statement));
        addPrompt(statement, {});
        return;
    case StatementKind::menu:
        m_entry = addNode(NodeKind::menu, {}, positionOf(statement));
        addPrompt(statement, {});
        break;
    default: {
        const ExpressionId condition = expression(statement.expression);
        m_entry = addNode(NodeKind::menu, {}, positionOf(statement));
        entry().isIf = true;
        entry().node.dependency = condition;
        break;
    }
    }
    m_parent = m_entry;
}

NodeId SyntaxReader::addNode(NodeKind kind, SymbolId symbol, Position position)
{
    const NodeId id{static_cast<std::uint32_t>(m_draft.nodes.size())};
    DraftNode &added = m_draft.nodes.emplace_back();
    added.node.kind = kind;
    added.node.symbol = symbol;
    added.node.position = position;
    added.node.parent = m_parent;
    added.firstProperty = added.endProperty = static_cast<std::uint32_t>(m_draft.properties.size());
    if (m_parent.isValid()) {
        DraftNode &parent = m_draft.nodes[m_parent.index];
        added.isBelowVisibleIf = parent.isBelowVisibleIf || parent.node.visibleIf.isValid();
        if (parent.lastChild.isValid())
            m_draft.nodes[parent.lastChild.index].node.nextSibling = id;
        else
            parent.node.firstChild = id;
        parent.lastChild = id;
    }
    if (symbol.isValid()) {
        SymbolChains &owner = m_draft.chains[symbol.index];
        if (owner.lastNode.isValid())
            m_draft.nodes[owner.lastNode.index].nextOfSymbol = id;
        else
            owner.firstNode = id;
        owner.lastNode = id;
    }
    return id;
}

Property &SyntaxReader::addProperty(PropertyKind kind, const Statement &statement)
{
    m_draft.properties.push_back({{}, kind, m_entry, {}, {}, {}, {}, positionOf(statement)});
    entry().endProperty = static_cast<std::uint32_t>(m_draft.properties.size());
    return m_draft.properties.back();
}

void SyntaxReader::addPrompt(const Statement &statement, ExpressionId condition)
{
    std::string_view text = statement.operand.text;
    if (!text.empty() && isBlank(text.front())) {
        m_diagnostics.warning(positionOf(statement), "blanks before the text are dropped",
                              "remove them", "leading whitespace ignored");
        while (!text.empty() && isBlank(text.front()))
            text.remove_prefix(1);
    }
    if (entry().node.prompt.isValid() && m_entry.index != 0)
        m_diagnostics.warning(
            positionOf(statement), "this entry has a prompt already",
            "keep one of the two; the last one is shown", "prompt redefined",
            {{m_draft.properties[entry().node.prompt.index].position, "the first prompt is here"}});
    // `visible if` of the menus around it limits a symbol's prompt, but no menu or comment.
    if (entry().node.symbol.isValid() && entry().isBelowVisibleIf) {
        for (NodeId up = entry().node.parent; up.isValid();
             up = m_draft.nodes[up.index].node.parent) {
            const ExpressionId visibleIf = m_draft.nodes[up.index].node.visibleIf;
            condition = m_draft.expressions.conjunction(condition, visibleIf);
        }
    }
    Property &prompt = addProperty(PropertyKind::prompt, statement);
    prompt.text = text;
    prompt.condition = condition;
    entry().node.prompt = PropertyId{entry().endProperty - 1};
}

void SyntaxReader::setType(SymbolType type, Position position)
{
    Symbol &symbol = entrySymbol();
    if (symbol.type == SymbolType::unknown) {
        symbol.type = type;
    } else if (symbol.type != type) {
        m_diagnostics.remark(
            entry().node.position, position,
            say(Phrase::typedAlready, asName(symbol.name), asText(typeName(symbol.type))),
            "give all definitions of a symbol the same type",
            "warning: ignoring type redefinition of '" + shownName(symbol) + "' from '" +
                confTypeName(symbol.type) + "' to '" + confTypeName(type) + "'",
            {{m_draft.nodes[m_draft.chains[entry().node.symbol.index].firstNode.index]
                  .node.position,
              "its first definition is here"}},
            DiagnosticKind::typeConflict);
    }
}

/// What Linux 6.12 asks of an entry once its attributes are read.
void SyntaxReader::closeEntry()
{
    const MenuNode &node = entry().node;
    if (m_entry == m_closed || !node.symbol.isValid())
        return;
    m_closed = m_entry;
    if (node.kind == NodeKind::choice) {
        if (!node.prompt.isValid())
            m_diagnostics.error(node.position, "this choice has no prompt",
                                "add one; nobody can see the choice without it",
                                "error: choice must have a prompt");
        m_choice = m_entry;
    } else if (m_choice.isValid()) {
        addChoiceMember(m_entry);
    }
}

void SyntaxReader::addChoiceMember(NodeId id)
{
    const MenuNode &node = m_draft.nodes[id.index].node;
    Symbol &member = m_draft.symbols[node.symbol.index];
    const auto name = [&member] { return say(Phrase::choiceValueName, asName(member.name)); };
    if (!node.prompt.isValid())
        m_diagnostics.error(node.position, say(Phrase::hasNoPrompt, name()),
                            "give it one, or it can't be chosen",
                            "error: choice member must have a prompt");
    if (member.type != SymbolType::boolean)
        m_diagnostics.error(node.position, say(Phrase::isNoBool, name()), "add 'bool' to it",
                            "error: choice member must be bool");
    m_draft.addChoiceValue(m_draft.nodes[m_choice.index].node.symbol, node.symbol);
}

SymbolId SyntaxReader::addSymbol(std::string_view name, NameSpace space)
{
    Symbol &added = m_draft.symbols.emplace_back();
    m_draft.chains.emplace_back();
    added.name = name;
    added.isConstant = space == NameSpace::constants;
    added.isChoice = space == NameSpace::choices;
    return SymbolId{static_cast<std::uint32_t>(m_draft.symbols.size() - 1)};
}

SymbolId SyntaxReader::symbolInTable(std::string_view name, NameSpace space)
{
    const NameTable::Place place = m_draft.names.find(name, space, m_draft.symbols);
    const std::uint32_t entry = m_draft.names.entry(place);
    return entry != 0 ? SymbolId{entry - 1} : addToTable(name, space, place);
}

SymbolId SyntaxReader::addToTable(std::string_view name, NameSpace space, NameTable::Place place)
{
    // A copy, for all names together stay in the cache and all files do not: who looks a name up,
    // sorts or writes names would wait for memory at each of them.
    const SymbolId id = addSymbol(m_draft.texts->keep(name), space);
    m_draft.names.add(place, id.index + 1, m_draft.symbols);
    return id;
}

SymbolId SyntaxReader::choiceSymbol(std::string_view name)
{
    return name.empty() ? addSymbol({}, NameSpace::choices) : symbolNamed(name, NameSpace::choices);
}

/// The first of the row of nodes that an expression is made of.
std::uint32_t SyntaxReader::beginOf(std::uint32_t index) const
{
    while (true) {
        const SyntaxExpression &node = m_unit->expressions[index];
        if (node.kind == ExpressionKind::symbol)
            return index;
        index = node.kind == ExpressionKind::negation ? index - 1 : node.left.index;
    }
}

ExpressionId SyntaxReader::compoundExpression(SyntaxExpressionId id)
{
    const SyntaxExpression *const nodes = m_unit->expressions.data();
    const auto isComparisonAt = [&](std::uint32_t left) {
        return left + 2 <= id.index && nodes[left + 1].kind == ExpressionKind::symbol &&
               nodes[left + 2].kind >= ExpressionKind::equal;
    };
    ExpressionPool &pool = m_draft.expressions;
    // Children stand before their parents: a row of pushes and pops, and symbols are met in the
    // order in which they stand.
    m_operands.clear();
    for (std::uint32_t i = beginOf(id.index); i <= id.index; ++i) {
        fetchText(i);
        const SyntaxExpression &node = nodes[i];
        if (node.kind == ExpressionKind::symbol && !isComparisonAt(i)) {
            m_operands.push_back(leaf(node.operand));
        } else if (node.kind == ExpressionKind::symbol) {
            const SymbolId symbol = symbolOf(node.operand);
            const SymbolId other = symbolOf(nodes[i + 1].operand);
            i += 2;
            m_operands.push_back(
                pool.comparison(nodes[i].kind, symbol, other, positionOf(nodes[i].operand)));
        } else if (node.kind == ExpressionKind::negation) {
            m_operands.back() = pool.negation(m_operands.back());
        } else {
            const ExpressionId right = m_operands.back();
            m_operands.pop_back();
            m_operands.back() = pool.join(node.kind, m_operands.back(), right);
        }
    }
    return m_operands.back();
}

} // namespace kconfig
