// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Rules about names: mentioned and not defined, defined and of no use.

#include "lint_context.h"
#include "references.h"
#include "spelling.h"
#include "values.h"

namespace kconfig {

namespace {

constexpr std::size_t mostPlacesNamed = 10;

bool isNumber(std::string_view name)
{
    return isValidValue(SymbolType::integer, name) ||
           (name.size() > 2 && name[0] == '0' && isValidValue(SymbolType::hex, name)) ||
           (!name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos);
}

/// Whether something other than a user can give the symbol a value.
bool hasSource(const Model &model, const Symbol &symbol)
{
    if (symbol.reverseDependency.isValid() || symbol.impliedDependency.isValid() ||
        symbol.isDefconfigList || symbol.isChoice)
        return true;
    for (const PropertyId id : symbol.properties)
        if (model.property(id).kind == PropertyKind::defaultValue)
            return true;
    return false;
}

Clause wayOut(const Model &model, const std::string &name,
              std::span<const std::string_view> defined)
{
    constexpr std::string_view prefix = "CONFIG_";
    if (name == "no" || name == "false" || name == "off")
        return say(Phrase::writeNo);
    if (name == "yes" || name == "true" || name == "on")
        return say(Phrase::writeYes);
    if (name.compare(0, prefix.size(), prefix) == 0 &&
        model.find(name.substr(prefix.size())).isValid())
        return say(Phrase::withoutPrefix, asName(name.substr(prefix.size())));
    const std::string_view near = nearest(name, defined);
    return near.empty() ? say(Phrase::defineOrRemove) : say(Phrase::meantSpelling, asName(near));
}

} // namespace

void lintUndefinedSymbols(LintContext &context)
{
    const Model &model = context.model();
    const auto symbols = model.symbols();
    std::vector<bool> wanted(symbols.size());
    std::vector<std::string_view> defined;
    for (std::uint32_t i = 0; i < symbols.size(); ++i) {
        const Symbol &symbol = symbols[i];
        wanted[i] =
            !symbol.isDefined() && !symbol.isConstant && !symbol.isChoice && !isNumber(symbol.name);
        if (symbol.isDefined() && !symbol.name.empty())
            defined.push_back(symbol.name);
    }
    std::vector<std::vector<NamedPlace>> places(symbols.size());
    for (const NamedPlace &place : namedPlaces(model, wanted))
        places[place.symbol.index].push_back(place);
    for (std::uint32_t i = 0; i < symbols.size(); ++i) {
        if (places[i].empty())
            continue;
        const std::string name(symbols[i].name);
        const NamedPlace &first = places[i].front();
        Clause message =
            say(first.isTarget ? Phrase::undefinedTarget : Phrase::undefinedHere, asName(name));
        if (places[i].size() == 2)
            message = say(Phrase::andInOnePlace, std::move(message));
        else if (places[i].size() > 2)
            message = say(Phrase::andInPlaces, std::move(message), asNumber(places[i].size() - 1));
        Finding &finding = context.add("undefined-symbol", SymbolId{i}, first.position,
                                       std::move(message), wayOut(model, name, defined));
        for (std::size_t k = 1; k < places[i].size() && k <= mostPlacesNamed; ++k)
            finding.diagnostic.notes.push_back(
                noteAt(places[i][k].position, say(Phrase::mentionedHere)));
    }
}

void lintUnusedDefinitions(LintContext &context)
{
    const Model &model = context.model();
    std::vector<bool> unused(model.symbols().size());
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        const Symbol &symbol = model.symbols()[i];
        unused[i] = symbol.isDefined() && !symbol.isConstant && !context.hasPrompt(SymbolId{i}) &&
                    !hasSource(model, symbol);
    }
    std::vector<std::size_t> references(model.symbols().size());
    for (const NamedPlace &place : namedPlaces(model, unused))
        ++references[place.symbol.index];
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        if (!unused[i])
            continue;
        const Symbol &symbol = model.symbols()[i];
        const Phrase phrase = references[i] == 0   ? Phrase::unusedAndUnnamed
                              : references[i] == 1 ? Phrase::unusedButNamedOnce
                                                   : Phrase::unusedButNamed;
        context.add("unused-definition", SymbolId{i}, model.node(symbol.nodes.front()).position,
                    say(phrase, asName(symbol.name), asNumber(references[i])),
                    say(Phrase::giveItSource));
    }
}

void lintChoices(LintContext &context)
{
    const Model &model = context.model();
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        const Symbol &symbol = model.symbols()[i];
        // One value leaves nothing to choose, and an optional choice is off without an answer.
        if (!symbol.isChoice || !symbol.isDefined() || symbol.choiceValues.size() < 2 ||
            symbol.isOptionalChoice)
            continue;
        bool hasDefault = false;
        for (const PropertyId id : symbol.properties)
            hasDefault = hasDefault || model.property(id).kind == PropertyKind::defaultValue;
        if (hasDefault)
            continue;
        context.add("choice-without-default", SymbolId{i},
                    model.node(symbol.nodes.front()).position,
                    say(Phrase::saysNoDefault, nameOf(model, SymbolId{i})),
                    say(Phrase::addDefault, nameOf(model, symbol.choiceValues.front())));
    }
}

void lintLoadDiagnostics(LintContext &context)
{
    for (const Diagnostic &diagnostic : context.tree().diagnostics) {
        const char *rule = diagnostic.kind == DiagnosticKind::typeConflict     ? "type-conflict"
                           : diagnostic.kind == DiagnosticKind::dependencyLoop ? "dependency-loop"
                           : diagnostic.severity == Severity::error            ? "load-error"
                                                                               : "load-warning";
        if (diagnostic.severity == Severity::note || !context.isWanted(rule))
            continue;
        context.add(rule, diagnostic);
    }
}

} // namespace kconfig
