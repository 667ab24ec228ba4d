// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf search: options by words.

#include "commands.h"
#include "config_text.h"
#include "tree_view.h"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace kconf {

using namespace kconfig;

namespace {

const char *rankName(MatchRank rank)
{
    switch (rank) {
    case MatchRank::exactName:
        return "exact-name";
    case MatchRank::namePrefix:
        return "name-prefix";
    case MatchRank::namePart:
        return "name-part";
    case MatchRank::insideName:
        return "inside-name";
    case MatchRank::prompt:
        return "prompt";
    case MatchRank::help:
        break;
    }
    return "help";
}

/// A text with its matches in bold where a terminal can show that.
std::string highlighted(std::string_view text, const SearchHit &hit, MatchField field, bool colour)
{
    if (!colour)
        return std::string(text);
    std::string out;
    std::size_t at = 0;
    for (const MatchSpan &span : hit.spans) {
        if (span.field != field)
            continue;
        out += text.substr(at, span.start - at);
        out += "\033[1m";
        out += text.substr(span.start, span.length);
        out += "\033[0m";
        at = span.start + span.length;
    }
    return out += text.substr(at);
}

/// The line of the help text with the first match in it, stripped.
std::string helpLine(const std::string &help, const SearchHit &hit)
{
    for (const MatchSpan &span : hit.spans) {
        if (span.field != MatchField::help)
            continue;
        const std::size_t before = help.rfind('\n', span.start);
        const std::size_t start =
            help.find_first_not_of(" \t", before == std::string::npos ? 0 : before + 1);
        return help.substr(start, help.find('\n', span.start) - start);
    }
    return {};
}

void printHit(const OpenTree &tree, const SearchHit &hit, bool colour)
{
    const Model &model = tree.model();
    const MenuNode &node = model.node(hit.node);
    std::string line;
    if (hit.symbol.isValid() && !model.symbol(hit.symbol).name.empty())
        line = highlighted(model.symbol(hit.symbol).name, hit, MatchField::name, colour) + '=' +
               shownValue(tree.configuration(), hit.symbol) + "  ";
    line += highlighted(model.promptText(hit.node), hit, MatchField::prompt, colour);
    std::printf("%s\n", line.c_str());
    if (hit.rank == MatchRank::help)
        if (const std::string help = helpLine(model.help(hit.node), hit); !help.empty())
            std::printf("    \"%s\"\n", help.c_str());
    const std::string path = pathText(model, hit.node);
    std::printf("    %s%s%s\n", model.sources().describe(node.position).c_str(),
                path.empty() ? "" : "  in ", path.c_str());
}

void writeHit(JsonWriter &json, const OpenTree &tree, const SearchHit &hit)
{
    const Model &model = tree.model();
    json.beginObject();
    if (hit.symbol.isValid()) {
        json.member("name", model.symbol(hit.symbol).name);
        json.member("type", typeText(model.symbol(hit.symbol).type));
        json.member("value", tree.configuration().value(hit.symbol));
        json.member("changeable", tree.configuration().isChangeable(hit.symbol));
    }
    json.member("prompt", model.promptText(hit.node)).member("rank", rankName(hit.rank));
    json.member("visible", tree.configuration().isVisible(hit.node));
    json.key("path");
    writePath(json, model, hit.node);
    json.key("position");
    writePosition(json, model, model.node(hit.node).position);
    json.key("matches").beginArray();
    for (const MatchSpan &span : hit.spans) {
        json.beginObject().member("in", span.field == MatchField::name     ? "name"
                                        : span.field == MatchField::prompt ? "prompt"
                                                                           : "help");
        json.member("start", span.start).member("length", span.length).endObject();
    }
    json.endArray().endObject();
}

} // namespace

int runSearch(CommandLine &line)
{
    std::string query;
    for (const std::string &word : line.operands)
        query += (query.empty() ? "" : " ") + word;
    if (query.empty())
        return complain("search needs at least one word, as in: kconf search usb storage");
    std::size_t limit = 50;
    if (const auto given = line.value("--limit")) {
        char *end = nullptr;
        limit = std::strtoul(given->c_str(), &end, 10);
        if (given->empty() || *end != '\0' || limit == 0 || (*given)[0] == '-')
            return complain("--limit takes a number of entries, 1 or more");
    }
    const auto tree = openTree(line, false);
    if (!tree || !readConfiguration(*tree))
        return statusTrouble;
    const SearchIndex index(tree->configuration().sharedModel());
    const SearchResult result = index.search(query, limit);
    if (line.json) {
        JsonWriter json(stdout);
        json.beginObject()
            .member("query", query)
            .key("total")
            .number(static_cast<long long>(result.total));
        json.key("hits").beginArray();
        for (const SearchHit &hit : result.hits)
            writeHit(json, *tree, hit);
        json.endArray().key("suggestions").beginArray();
        for (const SymbolId similar : result.suggestions)
            json.text(displayName(tree->model(), similar));
        json.endArray().endObject().finish();
    } else {
        const bool colour = ::isatty(STDOUT_FILENO) != 0;
        for (const SearchHit &hit : result.hits)
            printHit(*tree, hit, colour);
        if (result.total > result.hits.size())
            std::printf("%zu of %zu entries shown; add words or use --limit=%zu\n",
                        result.hits.size(), result.total, result.total);
        if (result.hits.empty())
            std::fprintf(stderr, "kconf: nothing matches '%s'%s\n", query.c_str(),
                         suggestion(tree->model(), result.suggestions).c_str());
    }
    if (tree->hasErrors)
        return statusTrouble;
    return result.hits.empty() ? statusFindings : statusFine;
}

} // namespace kconf
