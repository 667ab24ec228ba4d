// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf why: the short form of explain, with the way to turn on what is off.

#include "commands.h"
#include "fix_report.h"
#include "reason_view.h"
#include "resolver_access.h"
#include "tree_view.h"

#include <cstdio>

namespace kconf {

using namespace kconfig;

namespace {

constexpr int usualSeconds = 20;

/// What is asked about one option.
struct Question
{
    SymbolId symbol;
    std::optional<std::string> value; ///< why it is not this one
};

struct Story
{
    Question question;
    Explanation explanation;
    std::optional<Refusal> refusal; ///< why it can't have the value that is asked for
    std::optional<Wish> wish;       ///< what a way was looked for
    std::optional<Resolution> way;
};

class Teller
{
public:
    explicit Teller(const OpenTree &tree)
        : m_configuration(tree.configuration())
        , m_model(tree.model())
    {}

    void setDeadline(std::optional<std::chrono::steady_clock::time_point> deadline)
    {
        m_options.deadline = deadline;
        m_options.mostAlternatives = 1;
    }

    Story storyOf(const Question &question)
    {
        Story story;
        story.question = question;
        story.explanation = explain(m_configuration, question.symbol, false);
        const Symbol &symbol = m_model.symbol(question.symbol);
        if (question.value)
            story.refusal = whyNot(m_configuration, question.symbol, *question.value);
        const bool isTruth =
            symbol.type == SymbolType::boolean || symbol.type == SymbolType::tristate;
        if (question.value && story.refusal)
            story.wish = Wish{question.symbol, *question.value};
        else if (!question.value && symbol.isDefined() && isTruth &&
                 m_configuration.tristate(question.symbol) == Tristate::no &&
                 whyNot(m_configuration, question.symbol, "y"))
            story.wish = Wish{question.symbol, "y"};
        const std::vector<Wish> wishes =
            story.wish ? std::vector<Wish>{*story.wish} : std::vector<Wish>();
        if (wishes.empty() || checkWishes(m_model, wishes, {}))
            return story;
        if (m_resolver == nullptr)
            m_resolver = resolverFor(m_configuration.sharedModel());
        if (m_resolver != nullptr) {
            const BusyLine busy("looking for the fewest changes");
            story.way = m_resolver->resolve(m_configuration, wishes, m_options);
        }
        return story;
    }

    void print(const Story &story) const
    {
        const SymbolId id = story.question.symbol;
        const Symbol &symbol = m_model.symbol(id);
        const NodeId entry = mainEntry(m_model, id);
        std::printf("%s", displayName(m_model, id).c_str());
        if (entry.isValid() && !m_model.promptText(entry).empty() && !symbol.name.empty())
            std::printf(": %s", std::string(m_model.promptText(entry)).c_str());
        if (symbol.isDefined())
            std::printf(" (%s)", typeText(symbol.type));
        std::printf("\n\n");
        const std::vector<Reason> *reasons = &story.explanation.obstacles;
        if (story.refusal) {
            std::printf("%s.\n", story.refusal->sentence.c_str());
            reasons = &story.refusal->reasons;
        } else if (story.question.value) {
            if (m_configuration.value(id) == *story.question.value)
                std::printf("%s already.\n", story.explanation.valueSentence.c_str());
            else
                std::printf("%s; you can make it %s.\n", story.explanation.valueSentence.c_str(),
                            story.question.value->c_str());
            return;
        } else {
            std::printf("%s.\n", story.explanation.sentence.c_str());
        }
        // A single reason with nothing behind it has just been told.
        if (reasons->size() > 1 || (!reasons->empty() && !reasons->front().because.empty())) {
            std::printf("\nWhat is in the way:\n");
            printReasons(stdout, m_model, *reasons, 2);
        }
        printWay(story);
    }

    void write(JsonWriter &json, const Story &story) const
    {
        const SymbolId id = story.question.symbol;
        const Explanation &explanation = story.explanation;
        json.beginObject().member("symbol", m_model.symbol(id).name);
        json.member("value", explanation.value);
        json.member("sentence", story.refusal ? story.refusal->sentence : explanation.sentence);
        json.member("changeable", explanation.isChangeable).key("whyValue");
        writeReason(json, m_model, explanation.whyValue);
        json.key("obstacles");
        writeReasons(json, m_model, story.refusal ? story.refusal->reasons : explanation.obstacles);
        json.key("wish");
        if (story.wish)
            json.text(story.wish->value);
        else
            json.null();
        json.key("way");
        if (story.way && !story.way->alternatives.empty())
            writeAlternative(json, m_configuration, story.way->alternatives.front());
        else
            json.null();
        json.key("impossible");
        writeImpossible(json, m_model, story.way ? story.way->impossible : std::nullopt);
        json.endObject();
    }

private:
    void printWay(const Story &story) const
    {
        if (!story.way)
            return;
        const std::string wish =
            viewEdit(m_configuration, {story.wish->symbol, story.wish->value}).text;
        std::printf("\n");
        if (story.way->impossible) {
            printImpossible(m_model, *story.way->impossible, wish);
            return;
        }
        if (story.way->alternatives.empty()) {
            std::printf("No way to %s was found: %s.\n", wish.c_str(),
                        story.way->whyPartial.c_str());
            return;
        }
        const Alternative &way = story.way->alternatives.front();
        std::printf("The way to %s%s:\n", wish.c_str(),
                    way.edits.size() > 1 ? ", in this order" : "");
        printEdits(m_configuration, way.edits, 2);
        std::printf(
            "'kconf fix %s' shows what else that changes, and other ways if there are any.\n",
            wish.c_str());
    }

    const Configuration &m_configuration;
    const Model &m_model;
    ResolveOptions m_options;
    std::unique_ptr<Resolver> m_resolver; ///< made when first needed
};

} // namespace

int runWhy(CommandLine &line)
{
    if (line.operands.empty())
        return complain("why needs the name of an option, as in: kconf why NET, or "
                        "kconf why NET=y");
    const auto deadline = deadlineOf(line, usualSeconds);
    if (!deadline)
        return complain(deadline.error());
    const auto tree = openTree(line, line.operands.size() > 1);
    if (!tree || !readConfiguration(*tree))
        return statusTrouble;
    bool missing = false;
    std::vector<Question> questions;
    for (const std::string &operand : line.operands) {
        const std::size_t sign = operand.find('=');
        Question question{findSymbol(*tree, operand.substr(0, sign)), std::nullopt};
        if (sign != std::string::npos)
            question.value = operand.substr(sign + 1);
        missing = missing || !question.symbol.isValid();
        if (question.symbol.isValid())
            questions.push_back(std::move(question));
    }
    Teller teller(*tree);
    teller.setDeadline(*deadline);
    JsonWriter json(stdout);
    if (line.json)
        json.beginArray();
    bool first = true;
    for (const Question &question : questions) {
        const Story story = teller.storyOf(question);
        if (line.json) {
            teller.write(json, story);
            continue;
        }
        if (!first)
            std::printf("\n");
        first = false;
        teller.print(story);
    }
    if (line.json)
        json.endArray().finish();
    if (tree->hasErrors)
        return statusTrouble;
    return missing ? statusFindings : statusFine;
}

} // namespace kconf
