// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "fix_report.h"

#include "reason_view.h"
#include "tree_view.h"

#include <algorithm>
#include <cstdio>

namespace kconf {

using namespace kconfig;

namespace {

/// How many columns a text takes: letters beyond ASCII are several bytes.
std::size_t widthOf(const std::string &text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    }));
}

std::string shown(const Model &model, SymbolId id, const std::string &value)
{
    if (model.symbol(id).type == SymbolType::string)
        return '"' + value + '"';
    return value.empty() ? "empty" : value;
}

void printGroup(const Configuration &after, const char *title, const std::vector<Effect> &effects,
                int indent, Extent extent)
{
    if (effects.empty())
        return;
    const Model &model = after.model();
    std::printf("%*s%s:\n", indent, "", title);
    std::vector<std::pair<std::string, std::string>> rows;
    const std::size_t count = extent.isAll ? effects.size() : std::min(extent.most, effects.size());
    for (std::size_t i = 0; i < count; ++i) {
        const Effect &effect = effects[i];
        std::string left = displayName(model, effect.symbol);
        const bool isPlain = (effect.before == "n" && effect.after == "y") || effect.after == "n";
        if (!isPlain)
            left += ": " + shown(model, effect.symbol, effect.before) + " → " +
                    shown(model, effect.symbol, effect.after);
        rows.emplace_back(std::move(left), whyEffect(after, effect));
    }
    printColumns(rows, indent + 2);
    if (count < effects.size())
        std::printf("%*sand %zu more; --all shows the rest\n", indent + 2, "",
                    effects.size() - count);
}

} // namespace

void printColumns(const std::vector<std::pair<std::string, std::string>> &rows, int indent)
{
    constexpr std::size_t widest = 40;
    std::size_t width = 0;
    for (const auto &[left, right] : rows)
        width = std::max(width, std::min(widest, widthOf(left)));
    for (const auto &[left, right] : rows) {
        const std::size_t gap = right.empty() ? 0 : width + 2 - std::min(width, widthOf(left));
        std::printf("%*s%s%*s%s\n", indent, "", left.c_str(), static_cast<int>(gap), "",
                    right.c_str());
    }
}

std::string changesText(std::size_t count)
{
    return count == 1 ? "One change" : std::to_string(count) + " changes";
}

void printEdits(const Configuration &before, const std::vector<Edit> &edits, int indent)
{
    const Model &model = before.model();
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Edit &edit : edits) {
        const EditView view = viewEdit(before, edit);
        // The name of an unnamed choice is its prompt already.
        const bool isNamed = !model.symbol(edit.symbol).name.empty();
        std::string right = isNamed ? view.prompt + "  " : std::string();
        right += '(' + shortPlace(model, view.position) + ')';
        rows.emplace_back(view.text, std::move(right));
    }
    printColumns(rows, indent);
}

void printEffects(const Configuration &after, const std::vector<Effect> &effects,
                  const std::vector<Edit> &edits, int indent, Extent extent)
{
    const EffectGroups groups = groupEffects(after.model(), effects, edits);
    printGroup(after, "also turned on", groups.turnedOn, indent, extent);
    printGroup(after, "also turned off", groups.turnedOff, indent, extent);
    printGroup(after, "other values", groups.changed, indent, extent);
}

void printImpossible(const Model &model, const Impossibility &impossible, const std::string &wish)
{
    if (impossible.reasons.empty()) {
        std::printf("%s is impossible.\n", wish.c_str());
        return;
    }
    std::printf("%s is impossible, whatever else is set:\n", wish.c_str());
    printReasons(stdout, model, impossible.reasons, 2);
}

void writeEdit(JsonWriter &json, const Configuration &before, const Edit &edit)
{
    const Model &model = before.model();
    const EditView view = viewEdit(before, edit);
    const bool isNamed = !model.symbol(edit.symbol).name.empty();
    json.beginObject().key("symbol");
    if (isNamed) {
        json.text(model.symbol(edit.symbol).name);
    } else {
        json.null().key("choice").beginObject().member("prompt", view.prompt).key("position");
        writePosition(json, model, view.position);
        json.endObject();
    }
    json.key("value");
    if (edit.value)
        json.text(*edit.value);
    else
        json.null();
    if (isNamed) {
        json.member("prompt", view.prompt).key("position");
        writePosition(json, model, view.position);
    }
    json.endObject();
}

void writeEffects(JsonWriter &json, const Model &model, const std::vector<Effect> &effects)
{
    json.beginArray();
    for (const Effect &effect : effects) {
        if (model.symbol(effect.symbol).name.empty())
            continue; // an unnamed choice: its values tell
        json.beginLine('{').member("symbol", model.symbol(effect.symbol).name);
        json.member("before", effect.before).member("after", effect.after).endLine('}');
    }
    json.endArray();
}

void writeAlternative(JsonWriter &json, const Configuration &before, const Alternative &alternative)
{
    json.beginObject().key("edits").beginArray();
    for (const Edit &edit : alternative.edits)
        writeEdit(json, before, edit);
    json.endArray().key("effects");
    writeEffects(json, before.model(), alternative.effects);
    json.endObject();
}

void writeImpossible(JsonWriter &json, const Model &model,
                     const std::optional<Impossibility> &impossible)
{
    if (!impossible) {
        json.null();
        return;
    }
    json.beginObject().member("sentence", impossible->sentence).key("reasons");
    writeReasons(json, model, impossible->reasons);
    json.endObject();
}

} // namespace kconf
