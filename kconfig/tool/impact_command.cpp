// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf impact: what would change if one option did.

#include "commands.h"
#include "fix_report.h"
#include "reason_view.h"
#include "resolver_access.h"
#include "tree_view.h"

#include <algorithm>
#include <cstdio>

namespace kconf {

using namespace kconfig;

namespace {

constexpr int usualSeconds = 20;

/// What was asked about, and the answer.
struct Answer
{
    Wish wish;
    std::string text;               ///< "NET=n"
    std::optional<Refusal> refusal; ///< why it can't be done by hand now
    std::vector<Edit> edits;        ///< what brings it about; empty: nothing that is known
    std::optional<Impact> impact;
    std::optional<Impossibility> impossible;
    bool holdsAlready = false;
};

void printPrompts(const Model &model, const char *title, const std::vector<SymbolId> &symbols,
                  Extent extent)
{
    if (symbols.empty())
        return;
    std::printf("   %s:\n", title);
    const std::size_t count = extent.isAll ? symbols.size() : std::min(extent.most, symbols.size());
    std::vector<std::pair<std::string, std::string>> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const NodeId entry = mainEntry(model, symbols[i]);
        const bool isNamed = !model.symbol(symbols[i]).name.empty();
        const std::string prompt =
            isNamed ? std::string(model.promptText(entry)) + "  " : std::string();
        rows.emplace_back(displayName(model, symbols[i]),
                          prompt + '(' + shortPlace(model, model.node(entry).position) + ')');
    }
    printColumns(rows, 5);
    if (count < symbols.size())
        std::printf("     and %zu more; --all shows the rest\n", symbols.size() - count);
}

/// Without the symbols that were edited: that they change is no news.
std::vector<SymbolId> others(const std::vector<SymbolId> &symbols, const std::vector<Edit> &edits)
{
    std::vector<SymbolId> result;
    for (const SymbolId id : symbols)
        if (std::none_of(edits.begin(), edits.end(),
                         [&](const Edit &edit) { return edit.symbol == id; }))
            result.push_back(id);
    return result;
}

void print(const Configuration &before, const Answer &answer, Extent extent)
{
    const Model &model = before.model();
    if (answer.holdsAlready) {
        std::printf("%s already; nothing would change.\n", answer.text.c_str());
        return;
    }
    if (answer.refusal)
        std::printf("%s.\n", answer.refusal->sentence.c_str());
    if (answer.impossible) {
        std::printf("\n");
        printImpossible(model, *answer.impossible, answer.text);
    }
    if (!answer.impact)
        return;
    Configuration after = before;
    if (!applyAll(after, answer.edits))
        return;
    if (answer.refusal) {
        std::printf("\n%s for %s%s:\n", changesText(answer.edits.size()).c_str(),
                    answer.text.c_str(), answer.edits.size() > 1 ? ", in this order" : "");
        printEdits(before, answer.edits, 3);
    } else {
        std::printf("%s:\n", answer.text.c_str());
    }
    const Impact &impact = *answer.impact;
    const EffectGroups groups = groupEffects(model, impact.changed, answer.edits);
    const std::vector<SymbolId> lost = others(impact.outOfReach, answer.edits);
    const std::vector<SymbolId> won = others(impact.withinReach, answer.edits);
    if (groups.turnedOn.empty() && groups.turnedOff.empty() && groups.changed.empty() &&
        lost.empty() && won.empty()) {
        std::printf("   nothing else would change\n");
        return;
    }
    printEffects(after, impact.changed, answer.edits, 3, extent);
    printPrompts(model, "could not be changed any more", lost, extent);
    printPrompts(model, "could be changed then", won, extent);
}

void writeSymbols(JsonWriter &json, const Model &model, const char *key,
                  const std::vector<SymbolId> &symbols)
{
    json.key(key).beginArray();
    for (const SymbolId id : symbols) {
        const NodeId entry = mainEntry(model, id);
        json.beginObject().key("symbol");
        if (model.symbol(id).name.empty())
            json.null();
        else
            json.text(model.symbol(id).name);
        json.member("prompt", model.promptText(entry)).key("position");
        writePosition(json, model, model.node(entry).position);
        json.endObject();
    }
    json.endArray();
}

void write(const Configuration &before, const Answer &answer)
{
    const Model &model = before.model();
    JsonWriter json(stdout);
    json.beginObject().member("symbol", model.symbol(answer.wish.symbol).name);
    json.member("value", answer.wish.value).member("byHand", !answer.refusal).key("refusal");
    if (answer.refusal) {
        json.beginObject().member("sentence", answer.refusal->sentence).key("reasons");
        writeReasons(json, model, answer.refusal->reasons);
        json.endObject();
    } else {
        json.null();
    }
    json.key("edits").beginArray();
    for (const Edit &edit : answer.edits)
        writeEdit(json, before, edit);
    json.endArray().key("effects");
    writeEffects(json, model, answer.impact ? answer.impact->changed : std::vector<Effect>());
    const Impact impact = answer.impact.value_or(Impact());
    writeSymbols(json, model, "outOfReach", impact.outOfReach);
    writeSymbols(json, model, "withinReach", impact.withinReach);
    json.key("impossible");
    writeImpossible(json, model, answer.impossible);
    json.endObject().finish();
}

/// Without a value: off when it is on, on when it is off.
std::optional<std::string> otherValue(const Configuration &configuration, SymbolId id)
{
    const SymbolType type = configuration.model().symbol(id).type;
    if (type != SymbolType::boolean && type != SymbolType::tristate)
        return std::nullopt;
    return configuration.tristate(id) == Tristate::no ? "y" : "n";
}

} // namespace

int runImpact(CommandLine &line)
{
    const auto tree = openTree(line, line.operands.size() > 1);
    if (!tree)
        return statusTrouble;
    if (line.operands.size() != 1)
        return complain("impact needs one option, as in: kconf impact NET, or NET=n");
    const auto deadline = deadlineOf(line, usualSeconds);
    if (!deadline)
        return complain(deadline.error());
    if (tree->hasErrors || !readConfiguration(*tree))
        return statusTrouble;
    const Configuration &configuration = tree->configuration();
    std::string operand = line.operands.front();
    if (operand.find('=') == std::string::npos) {
        const SymbolId symbol = findSymbol(*tree, operand);
        if (!symbol.isValid())
            return statusFindings;
        const auto value = otherValue(configuration, symbol);
        if (!value)
            return complain("impact needs to know which value, as in: kconf impact " + operand +
                            "=VALUE");
        operand += '=' + *value;
    }
    const std::vector<std::string> operands{operand};
    const auto wishes = readWishes(tree->model(), operands, tree->session->prefix());
    if (!wishes) {
        std::fprintf(stderr, "kconf: %s\n", wishes.error().message.c_str());
        return wishes.error().kind == WishError::Kind::syntax ? statusTrouble : statusFindings;
    }
    Answer answer;
    answer.wish = wishes->front();
    answer.text = viewEdit(configuration, {answer.wish.symbol, answer.wish.value}).text;
    answer.holdsAlready = configuration.value(answer.wish.symbol) == answer.wish.value;
    if (!answer.holdsAlready) {
        answer.refusal = whyNot(configuration, answer.wish.symbol, answer.wish.value);
        if (!answer.refusal) {
            answer.edits.push_back({answer.wish.symbol, answer.wish.value});
        } else if (const auto resolver = resolverFor(configuration.sharedModel())) {
            const BusyLine busy("looking for the fewest changes");
            ResolveOptions options;
            options.mostAlternatives = 1;
            options.deadline = *deadline;
            Resolution found = resolver->resolve(configuration, *wishes, options);
            answer.impossible = std::move(found.impossible);
            if (!found.alternatives.empty())
                answer.edits = std::move(found.alternatives.front().edits);
        }
    }
    if (!answer.edits.empty()) {
        auto impact = impactOf(configuration, answer.edits);
        if (!impact)
            return complain(impact.error().message);
        answer.impact = std::move(*impact);
    }
    if (line.json)
        write(configuration, answer);
    else
        print(configuration, answer, {line.has("--all")});
    return answer.impact || answer.holdsAlready ? statusFine : statusFindings;
}

} // namespace kconf
