// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf fix: the smallest changes that make wishes come true.

#include "commands.h"
#include "fix_report.h"
#include "reason_view.h"
#include "resolver_access.h"
#include "tree_view.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace kconf {

using namespace kconfig;

namespace {

constexpr std::size_t usualAlternatives = 3;
constexpr int usualSeconds = 20;

/// A number above zero; nothing when it is none.
std::optional<std::size_t> countIn(const std::string &text)
{
    char *end = nullptr;
    const long number = std::strtol(text.c_str(), &end, 10);
    constexpr long most = 1000;
    if (end == text.c_str() || *end != '\0' || number < 1 || number > most)
        return std::nullopt;
    return static_cast<std::size_t>(number);
}

const char *kindName(WishError::Kind kind)
{
    switch (kind) {
    case WishError::Kind::syntax:
        return "syntax";
    case WishError::Kind::undefinedSymbol:
        return "undefined-symbol";
    case WishError::Kind::wrongType:
        return "wrong-type";
    case WishError::Kind::outOfRange:
        return "out-of-range";
    case WishError::Kind::contradiction:
        break;
    }
    return "contradiction";
}

class Fixer
{
public:
    Fixer(CommandLine &line, OpenTree tree)
        : m_line(line)
        , m_tree(std::move(tree))
        , m_configuration(m_tree.configuration())
        , m_model(m_tree.model())
    {}

    /// Takes the command line's options; a message when one makes no sense.
    std::optional<std::string> readOptions()
    {
        auto deadline = deadlineOf(m_line, usualSeconds);
        if (!deadline)
            return deadline.error();
        m_options.deadline = *deadline;
        m_options.mostAlternatives = usualAlternatives;
        for (const char *option : {"--alternatives", "--apply"}) {
            const auto text = m_line.value(option);
            const auto count = text ? countIn(*text) : std::nullopt;
            if (text && !count)
                return std::string(option) + " takes a number from 1 on, as in " + option + "=1";
            if (count && std::string_view(option) == "--apply")
                m_apply = count;
            else if (count)
                m_options.mostAlternatives = *count;
        }
        if (m_apply)
            m_options.mostAlternatives = std::max(m_options.mostAlternatives, *m_apply);
        return std::nullopt;
    }

    int run()
    {
        if (!readKeep())
            return statusFindings;
        auto wishes = readWishes(m_model, m_line.operands, m_tree.session->prefix());
        if (!wishes)
            return refuse(wishes.error());
        m_wishes = std::move(*wishes);
        if (const auto error = checkWishes(m_model, m_wishes, m_options.keep))
            return refuse(*error);
        const auto resolver = resolverFor(m_configuration.sharedModel());
        if (resolver == nullptr)
            return complainAboutSolver("fix");
        {
            const BusyLine busy("looking for the fewest changes");
            m_resolution = resolver->resolve(m_configuration, m_wishes, m_options);
        }
        int status = m_resolution.alternatives.empty() ? statusFindings : statusFine;
        // What would be done is shown before it is done: afterwards it is no change any more.
        const Configuration before = m_configuration;
        if (!m_line.json)
            print(before);
        if (m_apply && status == statusFine)
            status = apply();
        if (m_line.json)
            write(before);
        return status;
    }

private:
    bool readKeep()
    {
        bool isGood = true;
        for (const auto &[option, value] : m_line.own) {
            if (option != "--keep")
                continue;
            for (std::size_t at = 0; at < value.size();) {
                const std::size_t comma = std::min(value.find(',', at), value.size());
                const SymbolId symbol = findSymbol(m_tree, value.substr(at, comma - at));
                isGood = isGood && symbol.isValid();
                if (symbol.isValid())
                    m_options.keep.push_back(symbol);
                at = comma + 1;
            }
        }
        return isGood;
    }

    int refuse(const WishError &error) const
    {
        const std::string where = m_model.sources().describe(error.position);
        std::fprintf(stderr, "kconf: %s%s%s\n", error.message.c_str(),
                     where.empty() ? "" : "\n  defined at ", where.c_str());
        if (m_line.json) {
            JsonWriter json(stdout);
            json.beginObject().key("alternatives").beginArray().endArray();
            json.key("impossible").null().key("error").beginObject();
            json.member("kind", kindName(error.kind)).member("message", error.message);
            json.key("position");
            writePosition(json, m_model, error.position);
            json.endObject().endObject().finish();
        }
        return error.kind == WishError::Kind::syntax ? statusTrouble : statusFindings;
    }

    [[nodiscard]] std::string wishText() const
    {
        std::string text;
        for (const Wish &wish : m_wishes)
            text += (text.empty() ? "" : " with ") +
                    viewEdit(m_configuration, {wish.symbol, wish.value}).text;
        return text;
    }

    void printWhyNot() const
    {
        bool isFirst = true;
        for (const Wish &wish : m_wishes) {
            const auto refusal = whyNot(m_configuration, wish.symbol, wish.value);
            if (!refusal)
                continue;
            std::printf("%s.\n", refusal->sentence.c_str());
            isFirst = false;
        }
        if (!isFirst)
            std::printf("\n");
    }

    void print(const Configuration &before) const
    {
        const auto &alternatives = m_resolution.alternatives;
        if (!alternatives.empty() && alternatives.front().edits.empty()) {
            std::printf("%s already; there is nothing to do.\n", wishText().c_str());
            return;
        }
        if (m_resolution.impossible) {
            std::string wish = wishText();
            for (std::size_t i = 0; i < m_options.keep.size(); ++i)
                wish +=
                    (i == 0 ? " while keeping " : ", ") + displayName(m_model, m_options.keep[i]);
            printImpossible(m_model, *m_resolution.impossible, wish);
            return;
        }
        if (alternatives.empty()) {
            printWhyNot();
            std::printf("No way to %s was found, but there may be one: %s.\n", wishText().c_str(),
                        m_resolution.whyPartial.c_str());
            return;
        }
        if (m_apply && *m_apply <= alternatives.size()) {
            printAlternative(before, alternatives[*m_apply - 1]);
            return;
        }
        printWhyNot();
        if (alternatives.size() == 1) {
            printAlternative(before, alternatives.front());
        } else {
            std::printf("%zu ways to %s, those with the fewest changes first:\n\n",
                        alternatives.size(), wishText().c_str());
            for (std::size_t i = 0; i < alternatives.size(); ++i) {
                std::printf("%zu. %s:\n", i + 1, changesText(alternatives[i].edits.size()).c_str());
                printDetails(before, alternatives[i]);
            }
        }
        if (m_resolution.isPartial)
            std::printf("There may be better ones: %s.\n", m_resolution.whyPartial.c_str());
        else if (m_resolution.isSmallest && alternatives.front().edits.size() > 1)
            std::printf("Fewer changes don't do it. ");
        if (!m_apply)
            std::printf("Nothing has been changed; --apply=%s.\n",
                        alternatives.size() > 1                  ? "N makes the changes of way N"
                        : alternatives.front().edits.size() == 1 ? "1 makes the change"
                                                                 : "1 makes the changes");
        else
            std::printf("\n");
    }

    void printAlternative(const Configuration &before, const Alternative &alternative) const
    {
        std::printf("%s for %s%s:\n", changesText(alternative.edits.size()).c_str(),
                    wishText().c_str(), alternative.edits.size() > 1 ? ", in this order" : "");
        printDetails(before, alternative);
    }

    void printDetails(const Configuration &before, const Alternative &alternative) const
    {
        printEdits(before, alternative.edits, 3);
        Configuration after = before;
        if (applyAll(after, alternative.edits))
            printEffects(after, alternative.effects, alternative.edits, 3, {m_line.has("--all")});
        std::printf("\n");
    }

    int apply()
    {
        if (*m_apply > m_resolution.alternatives.size()) {
            std::fprintf(stderr, "kconf: there %s only %zu; nothing was written\n",
                         m_resolution.alternatives.size() == 1 ? "is" : "are",
                         m_resolution.alternatives.size());
            return statusFindings;
        }
        const Alternative &alternative = m_resolution.alternatives[*m_apply - 1];
        if (alternative.edits.empty())
            return statusFine;
        if (const auto done = applyAll(m_configuration, alternative.edits); !done)
            return complain(done.error().message + "; nothing was written");
        if (!m_tree.session->writeConfig())
            return statusTrouble;
        m_written = m_tree.session->configPath();
        if (!m_line.json)
            std::printf("Written to %s\n", m_written.c_str());
        return statusFine;
    }

    void write(const Configuration &before) const
    {
        JsonWriter json(stdout);
        json.beginObject().key("alternatives").beginArray();
        for (const Alternative &alternative : m_resolution.alternatives)
            writeAlternative(json, before, alternative);
        json.endArray().key("impossible");
        writeImpossible(json, m_model, m_resolution.impossible);
        json.member("smallest", m_resolution.isSmallest).member("partial", m_resolution.isPartial);
        json.member("whyPartial", m_resolution.whyPartial).key("written");
        if (m_written.empty())
            json.null();
        else
            json.text(m_written);
        json.endObject().finish();
    }

    CommandLine &m_line;
    OpenTree m_tree;
    Configuration &m_configuration;
    const Model &m_model;
    ResolveOptions m_options;
    std::optional<std::size_t> m_apply;
    std::vector<Wish> m_wishes;
    Resolution m_resolution;
    std::string m_written;
};

} // namespace

int runFix(CommandLine &line)
{
    const auto isWish = [](const std::string &operand) {
        return operand.find('=') != std::string::npos;
    };
    if (!hasResolver())
        return complainAboutSolver("fix");
    auto tree = openTree(line, !line.operands.empty() && !isWish(line.operands.back()));
    if (!tree)
        return statusTrouble;
    if (line.operands.empty())
        return complain("fix needs wishes, as in: kconf fix NET=y HEAP_SIZE=64");
    if (tree->hasErrors || !readConfiguration(*tree))
        return statusTrouble;
    Fixer fixer(line, std::move(*tree));
    if (const auto message = fixer.readOptions())
        return complain(*message);
    return fixer.run();
}

} // namespace kconf
