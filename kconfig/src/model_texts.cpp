// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A model with other texts: what it says is the same, so nothing has to be worked out again.

#include "evaluation_plan.h"
#include "model_builder.h"

#include <memory>

namespace kconfig {

namespace {

/// Moves positions to where they are now.
class Mover
{
public:
    explicit Mover(const std::vector<TextChange> &changes)
        : m_changes(changes)
    {}
    [[nodiscard]] const TextChange *changeOf(const Position &position) const
    {
        for (const TextChange &change : m_changes)
            if (change.file == position.file)
                return &change;
        return nullptr;
    }
    void move(Position &position)
    {
        const TextChange *const change = changeOf(position);
        if (change == nullptr)
            return;
        position = change->moved(position);
        isGood = isGood && position.isValid();
    }

    bool isGood = true; ///< every position is known

private:
    const std::vector<TextChange> &m_changes;
};

/// A list that points into a row of the old model, pointing into the copy of the row.
template <typename T>
std::span<const T> moved(std::span<const T> list, const std::vector<T> &from,
                         const std::vector<T> &to)
{
    return list.empty() ? std::span<const T>()
                        : std::span<const T>(to.data() + (list.data() - from.data()), list.size());
}

} // namespace

std::shared_ptr<const Model> ModelBuilder::withTexts(const Model &old, SourceMap sources,
                                                     const std::vector<TextChange> &changes)
{
    const std::shared_ptr<Model> model(new Model);
    model->m_dialect = old.m_dialect;
    model->m_symbols = old.m_symbols;
    model->m_nodes = old.m_nodes;
    model->m_properties = old.m_properties;
    model->m_helps = old.m_helps;
    model->m_nodeLists = old.m_nodeLists;
    model->m_propertyLists = old.m_propertyLists;
    model->m_choiceLists = old.m_choiceLists;
    model->m_names = old.m_names;
    model->m_modules = old.m_modules;
    model->m_defconfigList = old.m_defconfigList;
    model->m_tableOrder = old.m_tableOrder;
    model->m_filesForMake = old.m_filesForMake;
    model->m_environment = old.m_environment;
    model->m_files = old.m_files;
    // Names and prompts are views into the old texts.
    model->m_texts = std::make_shared<const std::pair<std::shared_ptr<const void>, SourceMap>>(
        old.m_texts, old.m_sources);
    model->m_sources = std::move(sources);

    for (Symbol &symbol : model->m_symbols) {
        symbol.nodes = moved(symbol.nodes, old.m_nodeLists, model->m_nodeLists);
        symbol.properties = moved(symbol.properties, old.m_propertyLists, model->m_propertyLists);
        symbol.choiceValues = moved(symbol.choiceValues, old.m_choiceLists, model->m_choiceLists);
    }
    Mover mover(changes);
    for (std::size_t i = 0; i < model->m_nodes.size(); ++i) {
        Position &position = model->m_nodes[i].position;
        std::string_view &help = model->m_helps[i];
        if (const TextChange *const change = mover.changeOf(position);
            change != nullptr && !help.empty()) {
            const auto now = change->helps.find(help.data());
            if (now == change->helps.end())
                return nullptr;
            help = now->second;
        }
        mover.move(position);
    }
    for (Property &property : model->m_properties)
        mover.move(property.position);
    const auto expressions = std::make_shared<std::vector<Expression>>(old.m_expressions.begin(),
                                                                       old.m_expressions.end());
    for (Expression &expression : *expressions)
        mover.move(expression.position);
    model->m_expressions = *expressions;
    model->m_expressionMemory = expressions;
    if (!mover.isGood)
        return nullptr;
    model->m_plan = std::make_unique<const EvaluationPlan>(*model);
    return model;
}

} // namespace kconfig
