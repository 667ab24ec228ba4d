// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Dependency loops in words: for people, and as conf has them.

#include "dependency_loops.h"

namespace kconfig {

namespace {

using How = DependencyStep::How;

/// The leaf of an expression that reads the symbol; null when none does.
const Expression *leafOf(const Model &model, ExpressionId id, SymbolId symbol)
{
    std::vector<ExpressionId> rest;
    if (id.isValid())
        rest.push_back(id);
    while (!rest.empty()) {
        const Expression &node = model.expression(rest.back());
        rest.pop_back();
        if (node.right.isValid())
            rest.push_back(node.right);
        if (node.left.isValid())
            rest.push_back(node.left);
        else if (node.symbol == symbol || node.other == symbol)
            return &node;
    }
    return nullptr;
}

/// The leaf by which a symbol selects (or implies): the first of a term of the disjunction.
const Expression *selectorOf(const Model &model, ExpressionId reverse, SymbolId symbol)
{
    while (reverse.isValid()) {
        const bool more = model.expression(reverse).kind == ExpressionKind::disjunction;
        ExpressionId term = more ? model.expression(reverse).right : reverse;
        while (model.expression(term).kind == ExpressionKind::conjunction)
            term = model.expression(term).left;
        if (model.expression(term).symbol == symbol)
            return &model.expression(term);
        reverse = more ? model.expression(reverse).left : ExpressionId{};
    }
    return nullptr;
}

Clause nameInQuotes(const Model &model, SymbolId id)
{
    const std::string_view name = model.symbol(id).name;
    return name.empty() ? say(Phrase::unnamedChoice) : say(Phrase::quotedName, asName(name));
}

std::string nameForConf(const Model &model, SymbolId id)
{
    const std::string_view name = model.symbol(id).name;
    return name.empty() ? "<choice>" : std::string(name);
}

Position placeOf(const Model &model, SymbolId id)
{
    const auto nodes = model.symbol(id).nodes;
    return nodes.empty() ? Position{} : model.node(nodes.front()).position;
}

/// What conf calls a property.
const char *kindForConf(const Model &model, PropertyId id)
{
    if (!id.isValid())
        return "unknown";
    const Property &property = model.property(id);
    switch (property.kind) {
    case PropertyKind::prompt:
        return model.node(property.node).isMenuconfig ? "menu" : "prompt";
    case PropertyKind::defaultValue:
        return "default";
    case PropertyKind::range:
        return "range";
    case PropertyKind::select:
        return "select";
    case PropertyKind::imply:
        return "imply";
    }
    return "unknown";
}

std::string placeForConf(const Model &model, Position position)
{
    std::string text = position.isValid() ? std::string(model.sources().path(position.file)) : "";
    return text + ':' + std::to_string(position.line) + ':';
}

/// The verb of a step; both dialects use the same words.
std::string verbForConf(const Model &model, const DependencyStep &step)
{
    switch (step.how) {
    case How::direct:
        return " depends on ";
    case How::reverse:
        return " is selected by ";
    case How::implied:
        return " is implied by ";
    case How::defaultValue:
        return std::string(" ") + kindForConf(model, step.property) + " value contains ";
    case How::choice:
    case How::condition:
        break;
    }
    return std::string(" ") + kindForConf(model, step.property) + " is visible depending on ";
}

/// 5.2 and 6.1: each line begins with a place.
std::string reportWithPlaces(const Model &model, std::span<const DependencyStep> steps)
{
    std::string out;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const DependencyStep &step = steps[i];
        const Symbol &symbol = model.symbol(step.symbol);
        const SymbolId next = steps[i + 1 < steps.size() ? i + 1 : 0].symbol;
        const bool isPartOfChoice = symbol.isChoice || symbol.choice.isValid();
        const Position position = step.property.isValid() && !isPartOfChoice
                                      ? model.property(step.property).position
                                      : placeOf(model, step.symbol);
        const std::string place = placeForConf(model, position);
        if (step.symbol == steps.front().symbol)
            out += place + "error: recursive dependency detected!\n";
        out += place + '\t' + (symbol.isChoice ? "choice " : "symbol ") +
               nameForConf(model, step.symbol);
        if (symbol.isChoice)
            out += " contains symbol ";
        else if (symbol.choice.isValid())
            out += " is part of choice ";
        else
            out += verbForConf(model, step);
        out += nameForConf(model, next) + '\n';
    }
    return out;
}

std::string reportWithoutPlaces(const Model &model, std::span<const DependencyStep> steps)
{
    std::string out;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const DependencyStep &step = steps[i];
        const SymbolId next = steps[i + 1 < steps.size() ? i + 1 : 0].symbol;
        if (step.symbol == steps.front().symbol)
            out += "error: recursive dependency detected!\n";
        out += "\tsymbol " + nameForConf(model, step.symbol);
        if (model.symbol(next).isChoice) {
            std::string place = placeForConf(model, placeOf(model, next));
            place.pop_back();
            out += " is part of choice block at " + place + '\n';
        } else {
            out += verbForConf(model, step) + nameForConf(model, next) + '\n';
        }
    }
    return out;
}

} // namespace

std::string confReport(const Model &model, std::span<const DependencyStep> steps)
{
    const bool hasPlaces = model.dialect() != Dialect::linux_6_12;
    std::string out =
        hasPlaces ? reportWithPlaces(model, steps) : reportWithoutPlaces(model, steps);
    out += "For a resolution refer to Documentation/kbuild/kconfig-language.";
    out += model.dialect() == Dialect::unikraft ? "txt\n" : "rst\n";
    return out + "subsection \"Kconfig recursive dependency limitations\"\n\n";
}

DiagnosticNote describe(const Model &model, const DependencyStep &step, SymbolId next)
{
    const Expression *leaf = leafOf(model, step.expression, next);
    const Position place = leaf ? leaf->position : placeOf(model, step.symbol);
    const auto tell = [&](Phrase how, const Position &at) {
        return noteAt(at, say(how, nameInQuotes(model, step.symbol), nameInQuotes(model, next)));
    };
    const PropertyKind kind =
        step.property.isValid() ? model.property(step.property).kind : PropertyKind::prompt;
    switch (step.how) {
    case How::choice:
        return tell(model.symbol(next).choice == step.symbol ? Phrase::loopHasValue
                                                             : Phrase::loopIsValue,
                    place);
    case How::direct:
        return tell(Phrase::loopDepends, place);
    case How::reverse:
    case How::implied: {
        const bool selects = step.how == How::reverse;
        if (const auto *by = selectorOf(model, step.expression, next); by)
            return tell(selects ? Phrase::loopSelected : Phrase::loopImplied, by->position);
        return tell(selects ? Phrase::loopSelectedUnder : Phrase::loopImpliedUnder, place);
    }
    case How::defaultValue:
        return tell(Phrase::loopDefaultIs, place);
    case How::condition:
        break;
    }
    if (kind == PropertyKind::prompt)
        return tell(Phrase::loopPrompt, place);
    return tell(kind == PropertyKind::range ? Phrase::loopRange : Phrase::loopDefault, place);
}

} // namespace kconfig
