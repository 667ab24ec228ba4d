// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "model_builder.h"

#include "evaluation_plan.h"
#include "menu_finalizer.h"
#include "syntax_reader.h"

namespace kconfig {

namespace {

/// The bucket of a name in conf's symbol table: FNV-1a, 32 bits, modulo 9973.
std::uint32_t bucketOf(const std::string &name)
{
    std::uint32_t hash = 2166136261U;
    for (const char c : name)
        hash = (hash ^ static_cast<std::uint32_t>(c)) * 0x01000193U;
    return hash % 9973U;
}

} // namespace

std::shared_ptr<const Model> ModelBuilder::build(const Syntax &syntax, SourceMap sources,
                                                 const LoadOptions &options,
                                                 DiagnosticSink &diagnostics)
{
    Draft draft = SyntaxReader(syntax, options, diagnostics).read();
    MenuFinalizer(draft, diagnostics).run();

    const std::shared_ptr<Model> model(new Model);
    model->m_dialect = options.dialect;
    model->m_sources = std::move(sources);
    moveNodes(draft, *model);
    model->m_symbols = std::move(draft.symbols);
    model->m_properties = std::move(draft.properties);
    model->m_expressions = draft.expressions.take();
    model->m_modules = draft.modules;
    model->m_defconfigList = draft.defconfigList;
    model->m_environment = syntax.environment;
    model->m_files = syntax.files;
    model->m_filesForMake = syntax.filesForMake;
    orderSymbols(*model);
    indexNames(*model);
    model->m_plan = std::make_unique<const EvaluationPlan>(*model, diagnostics);
    return model;
}

/// Leaves out the `if` blocks, which have dissolved, and numbers the rest anew.
void ModelBuilder::moveNodes(Draft &draft, Model &model)
{
    std::vector<NodeId> renamed(draft.nodes.size());
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < draft.nodes.size(); ++i)
        if (!draft.nodes[i].isIf)
            renamed[i] = NodeId{count++};
    const auto rename = [&](NodeId id) { return id.isValid() ? renamed[id.index] : id; };
    const auto skipIfs = [&](NodeId id) {
        while (id.isValid() && draft.nodes[id.index].isIf)
            id = draft.nodes[id.index].node.nextSibling;
        return id;
    };
    model.m_nodes.reserve(count);
    for (DraftNode &each : draft.nodes) {
        if (each.isIf)
            continue;
        MenuNode &node = model.m_nodes.emplace_back(std::move(each.node));
        node.parent = rename(node.parent);
        node.firstChild = rename(skipIfs(node.firstChild));
        node.nextSibling = rename(skipIfs(node.nextSibling));
        if (node.symbol.isValid() && draft.symbols[node.symbol.index].isChoice)
            node.kind = NodeKind::choice;
    }
    for (Property &property : draft.properties)
        property.node = rename(property.node);
    for (Symbol &symbol : draft.symbols)
        for (NodeId &id : symbol.nodes)
            id = rename(id);
}

void ModelBuilder::orderSymbols(Model &model)
{
    constexpr std::size_t buckets = 9973;
    const std::vector<Symbol> &symbols = model.m_symbols;
    const std::uint32_t first = Model::constant(Tristate::yes).index + 1;
    std::vector<std::uint32_t> bucket(symbols.size());
    std::vector<std::uint32_t> start(buckets + 1, 0);
    for (std::uint32_t i = first; i < symbols.size(); ++i) {
        const bool isUnnamed = symbols[i].isChoice && symbols[i].name.empty();
        bucket[i] = isUnnamed ? 0 : bucketOf(symbols[i].name);
        ++start[bucket[i] + 1];
    }
    for (std::size_t i = 1; i <= buckets; ++i)
        start[i] += start[i - 1];
    model.m_tableOrder.resize(symbols.size() - first);
    // A new symbol goes to the head of its bucket.
    for (auto i = static_cast<std::uint32_t>(symbols.size()); i-- > first;)
        model.m_tableOrder[start[bucket[i]]++] = SymbolId{i};
}

void ModelBuilder::indexNames(Model &model)
{
    model.m_names.reserve(model.m_symbols.size());
    for (const bool choices : {false, true}) {
        for (std::uint32_t i = 0; i < model.m_symbols.size(); ++i) {
            const Symbol &symbol = model.m_symbols[i];
            if (symbol.isChoice == choices && !symbol.isConstant && !symbol.name.empty())
                model.m_names.try_emplace(symbol.name, SymbolId{i});
        }
    }
}

} // namespace kconfig
