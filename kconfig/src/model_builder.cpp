// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "model_builder.h"

#include "dependency_loops.h"
#include "evaluation_plan.h"
#include "loop_freedom.h"
#include "menu_finalizer.h"
#include "side_task.h"
#include "syntax_reader.h"

#include <algorithm>

namespace kconfig {

namespace {

/// How many buckets conf's symbol table has.
std::uint32_t bucketCount(Dialect dialect)
{
    return dialect == Dialect::linux_6_12 ? 16384 : 9973;
}

/// The bucket of a name in conf's symbol table: FNV-1a, 32 bits, modulo their number.
std::uint32_t bucketOf(std::string_view name, std::uint32_t buckets)
{
    std::uint32_t hash = 2166136261U;
#pragma GCC unroll 8
    for (const char c : name)
        hash = (hash ^ static_cast<std::uint32_t>(c)) * 0x01000193U;
    return hash % buckets;
}

} // namespace

ModelBuilder::ModelBuilder(const LoadOptions &options, DiagnosticSink &diagnostics)
    : m_options(options)
    , m_diagnostics(diagnostics)
    , m_model(new Model)
    , m_said(diagnostics, m_model->m_sources, options.dialect)
{
    m_model->m_dialect = options.dialect;
}

SourceMap &ModelBuilder::sources()
{
    return m_model->m_sources;
}

void ModelBuilder::hasGrown(const Syntax &soFar)
{
    // Only large trees are read in parts: about as large as Linux for one architecture.
    constexpr std::size_t statements = 96000;
    constexpr std::size_t expressions = 72000;
    if (!m_reader)
        m_reader.emplace(statements, expressions, m_options, m_said);
    m_reader->read(soFar);
}

void ModelBuilder::read(const Syntax &syntax)
{
    if (!m_reader) {
        std::size_t statements = 0;
        std::size_t expressions = 0;
        for (const SyntaxSegment &segment : syntax.segments)
            statements += segment.end - segment.begin;
        for (const auto &unit : syntax.units)
            expressions += unit->expressions.size();
        m_reader.emplace(statements, expressions, m_options, m_said);
    }
    m_reader->read(syntax);
}

std::shared_ptr<const Model> ModelBuilder::finish(const Syntax &syntax,
                                                  std::vector<std::string> &messages)
{
    Draft draft = m_reader->finish();
    m_said.endParsing();
    constexpr std::size_t worthAThread = 4000;
    const bool usesThread = m_options.usesThreads && draft.symbols.size() >= worthAThread;
    MenuFinalizer finalizer(draft, m_said);
    // Needs no more than the names, which stay as they are.
    std::vector<SymbolId> tableOrder;
    SideTask ordering(usesThread, [&] { tableOrder = orderSymbols(draft); });
    finalizer.run();
    ordering.finish();
    for (std::string &line : m_said.takeSpoken())
        messages.push_back(std::move(line));

    const std::shared_ptr<Model> model = std::move(m_model);
    const std::vector<NodeId> renamed = numberNodes(draft);
    moveProperties(draft, renamed, *model);
    moveSymbols(draft, renamed, *model);
    model->m_names = draft.names.take();
    model->m_texts = std::move(draft.texts);
    ExpressionPool::Nodes expressions = draft.expressions.take();
    model->m_expressions = expressions.row;
    model->m_expressionMemory = std::move(expressions.memory);

    // All that a search for loops looks at is there.
    bool isProven = false;
    SideTask proof(usesThread, [&] { isProven = LoopFreedom(*model).isProven(); });
    moveNodes(draft, renamed, *model);
    model->m_modules = draft.modules;
    model->m_defconfigList = draft.defconfigList;
    model->m_environment = syntax.environment;
    model->m_files.assign(syntax.files.begin(), syntax.files.end());
    model->m_filesForMake.assign(syntax.filesForMake.begin(), syntax.filesForMake.end());
    model->m_tableOrder = std::move(tableOrder);
    model->m_plan = std::make_unique<const EvaluationPlan>(*model);
    if (m_options.headStart)
        m_options.headStart(model);
    proof.finish();
    if (!isProven)
        DependencyLoops(*model, m_diagnostics).find();
    if (m_options.dialect == Dialect::linux_6_12)
        finalizer.checkChoiceValues();
    return model;
}

/// Leaves out the `if` blocks, which have dissolved, and numbers the rest anew.
std::vector<NodeId> ModelBuilder::numberNodes(const Draft &draft)
{
    std::vector<NodeId> renamed(draft.nodes.size());
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < draft.nodes.size(); ++i)
        if (!draft.nodes[i].isIf)
            renamed[i] = NodeId{count++};
    return renamed;
}

void ModelBuilder::moveNodes(Draft &draft, const std::vector<NodeId> &renamed, Model &model)
{
    const auto rename = [&](NodeId id) { return id.isValid() ? renamed[id.index] : id; };
    const auto skipIfs = [&](NodeId id) {
        while (id.isValid() && draft.nodes[id.index].isIf)
            id = draft.nodes[id.index].node.nextSibling;
        return id;
    };
    model.m_nodes.reserve(draft.nodes.size());
    model.m_helps.reserve(draft.nodes.size());
    for (DraftNode &each : draft.nodes) {
        if (each.isIf)
            continue;
        MenuNode &node = model.m_nodes.emplace_back(each.node);
        model.m_helps.push_back(each.help);
        node.parent = rename(node.parent);
        node.firstChild = rename(skipIfs(node.firstChild));
        node.nextSibling = rename(skipIfs(node.nextSibling));
        if (node.symbol.isValid() && model.m_symbols[node.symbol.index].isChoice)
            node.kind = NodeKind::choice;
    }
}

void ModelBuilder::moveProperties(Draft &draft, const std::vector<NodeId> &renamed, Model &model)
{
    // The checks of 6.12 that come last need them as they are.
    if (model.m_dialect == Dialect::linux_6_12)
        model.m_properties = draft.properties;
    else
        model.m_properties = std::move(draft.properties);
    for (Property &each : model.m_properties)
        each.node = renamed[each.node.index];
}

/// Lays the chained lists of every symbol out in rows.
void ModelBuilder::moveSymbols(Draft &draft, const std::vector<NodeId> &renamed, Model &model)
{
    // The checks of 6.12 that come last need them as they are.
    if (model.m_dialect == Dialect::linux_6_12)
        model.m_symbols = draft.symbols;
    else
        model.m_symbols = std::move(draft.symbols);
    // The spans point into these lists, which must not move any more. The properties of a
    // definition have their ids in a row, so those of most symbols, which have one definition, are
    // a piece of the list of all ids; those of others follow behind.
    const std::size_t properties = model.m_properties.size();
    std::vector<PropertyId> &ids = model.m_propertyLists;
    ids.reserve(properties * 2);
    ids.resize(properties);
    for (std::uint32_t i = 0; i < properties; ++i)
        ids[i] = PropertyId{i};
    model.m_nodeLists.resize(draft.nodes.size());
    NodeId *nodes = model.m_nodeLists.data();
    model.m_choiceLists.reserve(static_cast<std::size_t>(
        std::count_if(model.m_symbols.begin(), model.m_symbols.end(),
                      [](const Symbol &symbol) { return symbol.choice.isValid(); })));
    for (std::uint32_t i = 0; i < model.m_symbols.size(); ++i) {
        const SymbolChains &chains = draft.chains[i];
        Symbol &symbol = model.m_symbols[i];
        NodeId *const firstNode = nodes;
        for (NodeId at = chains.firstNode; at.isValid(); at = draft.nodes[at.index].nextOfSymbol)
            *nodes++ = renamed[at.index];
        symbol.nodes = {firstNode, nodes};
        if (symbol.nodes.size() == 1) {
            const DraftNode &node = draft.nodes[chains.firstNode.index];
            symbol.properties = {ids.data() + node.firstProperty, ids.data() + node.endProperty};
        } else if (!symbol.nodes.empty()) {
            const std::size_t first = ids.size();
            draft.forEachProperty(SymbolId{i}, [&](PropertyId id) { ids.push_back(id); });
            symbol.properties = std::span<const PropertyId>(ids).subspan(first);
        }
        if (chains.firstValue.isValid()) {
            const std::size_t first = model.m_choiceLists.size();
            for (SymbolId at = chains.firstValue; at.isValid();
                 at = draft.chains[at.index].nextValue)
                model.m_choiceLists.push_back(at);
            symbol.choiceValues = std::span<const SymbolId>(model.m_choiceLists).subspan(first);
        }
    }
}

/// All symbols but n, m and y in the order of conf's symbol table.
std::vector<SymbolId> ModelBuilder::orderSymbols(const Draft &draft) const
{
    const std::uint32_t buckets = bucketCount(m_options.dialect);
    const std::vector<Symbol> &symbols = draft.symbols;
    const std::uint32_t first = Model::constant(Tristate::yes).index + 1;
    std::vector<std::uint32_t> bucket(symbols.size());
    std::vector<std::uint32_t> start(buckets + 1, 0);
    for (std::uint32_t i = first; i < symbols.size(); ++i) {
        const bool isUnnamed = symbols[i].isChoice && symbols[i].name.empty();
        bucket[i] = isUnnamed ? 0 : bucketOf(symbols[i].name, buckets);
        ++start[bucket[i] + 1];
    }
    for (std::size_t i = 1; i <= buckets; ++i)
        start[i] += start[i - 1];
    std::vector<SymbolId> order(symbols.size() - first);
    // A new symbol goes to the head of its bucket.
    for (auto i = static_cast<std::uint32_t>(symbols.size()); i-- > first;)
        order[start[bucket[i]]++] = SymbolId{i};
    return order;
}

} // namespace kconfig
