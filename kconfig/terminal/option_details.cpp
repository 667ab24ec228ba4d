// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "option_details.h"

#include "menu_view.h"
#include "row_text.h"
#include "text_layout.h"

#include "kconfig/explain.h"

#include <algorithm>

namespace kconfig::terminal {

namespace {

constexpr std::size_t mostListed = 200; // selects and references; the rest is counted

class DetailsWriter
{
public:
    DetailsWriter(const Configuration &configuration, std::string_view prefix)
        : m_configuration(configuration)
        , m_model(configuration.model())
        , m_prefix(prefix)
    {}

    std::vector<TextLine> write(NodeId node, Extent extent);

private:
    void add(std::string text, Style style = Style::normal, int hanging = 0)
    {
        m_lines.push_back({std::move(text), style, hanging});
    }
    void addValue(NodeId node, const Explanation &story);
    void addValues(const Symbol &choice);
    void addObstacles(const std::vector<Reason> &reasons, int depth);
    void addHelp(NodeId node, SymbolId symbol);
    void addSelects(const char *title, std::vector<SelectView> views);
    void addPlaces(NodeId node, const Explanation &story);
    [[nodiscard]] std::string place(const Position &position) const
    {
        return position.isValid() ? "  (" + m_model.sources().describe(position) + ')'
                                  : std::string();
    }

    const Configuration &m_configuration;
    const Model &m_model;
    std::string_view m_prefix;
    std::vector<TextLine> m_lines;
};

std::string quoted(const Configuration &configuration, SymbolId symbol)
{
    const std::string value = configuration.value(symbol);
    return configuration.model().symbol(symbol).type == SymbolType::string ? '"' + value + '"'
           : value.empty()                                                 ? "no value"
                                                                           : value;
}

void DetailsWriter::addValue(NodeId node, const Explanation &story)
{
    const Symbol &symbol = m_model.symbol(story.symbol);
    const std::string type(typeNameOf(m_configuration, story.symbol));
    std::string head = symbol.name.empty() ? std::string(m_model.promptText(node))
                                           : std::string(m_prefix) + std::string(symbol.name);
    if (symbol.isChoice) {
        const SymbolId selected = m_configuration.selection(story.symbol);
        head += "  " + type;
        if (selected.isValid() && m_configuration.tristate(story.symbol) == Tristate::yes)
            head += " = " + displayName(m_model, selected);
        else
            head += std::string(" = ") + letter(m_configuration.tristate(story.symbol));
    } else {
        head += "  " + type + " = " + quoted(m_configuration, story.symbol);
    }
    add(head, Style::strong);
    if (!symbol.isChoice) // whose value is one of those that are listed
        add(story.whyValue.text, Style::normal, 2);
    if (story.range)
        add("Range: " + story.range->low + " to " + story.range->high);
}

void DetailsWriter::addValues(const Symbol &choice)
{
    for (const SymbolId value : choice.choiceValues) {
        std::string_view prompt;
        for (const NodeId node : m_model.symbol(value).nodes)
            if (prompt.empty())
                prompt = m_model.promptText(node);
        const bool isOn = m_configuration.tristate(value) != Tristate::no;
        const bool isVisible = m_configuration.visibility(value) != Tristate::no;
        add(std::string(isOn ? "  (X) " : "  ( ) ") + std::string(prompt) + "  " +
                std::string(m_model.symbol(value).name),
            isVisible ? Style::normal : Style::dim, 4);
    }
}

void DetailsWriter::addObstacles(const std::vector<Reason> &reasons, int depth)
{
    for (const Reason &reason : reasons) {
        std::string text(static_cast<std::size_t>(2 * depth), ' ');
        text += "- " + reason.text;
        if (!placeBehind(m_model, reason).empty())
            text += place(reason.position);
        if (reason.isChangeable)
            text += "  [can be changed]";
        add(std::move(text), Style::normal, 2);
        addObstacles(reason.because, depth + 1);
    }
}

void DetailsWriter::addHelp(NodeId node, SymbolId symbol)
{
    std::string help = m_model.help(node);
    if (help.empty() && symbol.isValid())
        for (const NodeId other : m_model.symbol(symbol).nodes)
            if (m_model.hasHelp(other)) {
                help = m_model.help(other);
                break;
            }
    if (help.empty()) {
        if (symbol.isValid()) {
            add("");
            add("There is no help for this option.", Style::dim);
        }
        return;
    }
    add("");
    std::string_view rest = help;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        add(std::string(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

void DetailsWriter::addSelects(const char *title, std::vector<SelectView> views)
{
    if (views.empty())
        return;
    // What holds now comes first.
    std::stable_sort(views.begin(), views.end(), [](const SelectView &a, const SelectView &b) {
        return a.strength > b.strength;
    });
    add("");
    add(title, Style::strong);
    for (std::size_t i = 0; i < views.size() && i < mostListed; ++i) {
        const SelectView &view = views[i];
        const bool holds = view.strength != Tristate::no;
        std::string text = std::string("  ") + (holds ? letter(view.strength) : '-') + ' ' +
                           displayName(m_model, view.other) +
                           " [=" + m_configuration.value(view.other) + ']';
        add(text + place(view.position), holds ? Style::normal : Style::dim, 4);
    }
    if (views.size() > mostListed)
        add("  and " + std::to_string(views.size() - mostListed) + " more");
}

void DetailsWriter::addPlaces(NodeId node, const Explanation &story)
{
    add("");
    add(story.definitions.size() > 1 ? "Defined at" : "Defined", Style::strong);
    for (const DefinitionView &definition : story.definitions) {
        std::string text = "  " + m_model.sources().describe(definition.position);
        if (!definition.prompt.empty())
            text += "  \"" + definition.prompt + '"';
        if (definition.node == node && story.definitions.size() > 1)
            text += "  (this entry)";
        add(std::move(text), Style::normal, 4);
        if (!definition.prompt.empty())
            add("  in " + pathText(m_model, pageOf(m_model, definition.node)), Style::normal, 4);
    }
    if (story.references.empty())
        return;
    add("");
    add("Mentioned", Style::strong);
    for (std::size_t i = 0; i < story.references.size() && i < mostListed; ++i) {
        const ReferenceView &reference = story.references[i];
        std::string text = "  " + m_model.sources().describe(reference.position);
        if (reference.from.isValid() && m_model.node(reference.from).symbol.isValid())
            text += "  by " + displayName(m_model, m_model.node(reference.from).symbol);
        add(std::move(text), Style::normal, 4);
    }
    if (story.references.size() > mostListed)
        add("  and " + std::to_string(story.references.size() - mostListed) + " more");
}

std::vector<TextLine> DetailsWriter::write(NodeId node, Extent extent)
{
    const MenuNode &entry = m_model.node(node);
    if (!entry.symbol.isValid()) {
        add(std::string(m_model.promptText(node)), Style::strong);
        add(entry.kind == NodeKind::comment ? "A comment" : "A menu");
        if (!m_configuration.isVisible(node)) {
            add("It can't be seen now: it depends on " + m_model.describe(entry.dependency),
                Style::problem, 2);
            if (entry.visibleIf.isValid())
                add("and is visible if " + m_model.describe(entry.visibleIf), Style::problem, 2);
        }
        addHelp(node, {});
        add("");
        add("Defined", Style::strong);
        add("  " + m_model.sources().describe(entry.position));
        return std::move(m_lines);
    }
    const Explanation story = explain(m_configuration, entry.symbol, extent == Extent::full);
    addValue(node, story);
    const Symbol &symbol = m_model.symbol(entry.symbol);
    const bool isVisible = m_configuration.visibility(entry.symbol) != Tristate::no;
    if (isVisible && symbol.isChoice) {
        addValues(symbol);
    } else if (isVisible && symbol.choice.isValid()) {
        // One of the values is always on, which nobody needs to be told.
    } else if (!story.obstacles.empty()) {
        add(story.isChangeable ? "What limits it:" : "It can't be changed now:",
            story.isChangeable ? Style::strong : Style::strong | Style::problem);
        addObstacles(story.obstacles, 0);
    } else if (!story.isChangeable) {
        add("It can't be changed now: " + m_configuration.whyFixed(entry.symbol),
            Style::strong | Style::problem, 2);
    }
    if (!story.dependency.empty() && story.dependency != "y" && story.dependency != "<choice> [=y]")
        add("Depends on: " + story.dependency,
            story.dependencyValue == Tristate::no ? Style::problem : Style::normal, 2);
    addHelp(node, entry.symbol);
    addSelects("Selected by", story.selectedBy);
    addSelects("Implied by", story.impliedBy);
    addSelects("Selects", story.selects);
    addSelects("Implies", story.implies);
    addPlaces(node, story);
    return std::move(m_lines);
}

} // namespace

std::vector<TextLine> detailsOf(const Configuration &configuration, NodeId node,
                                std::string_view prefix, Extent extent)
{
    return DetailsWriter(configuration, prefix).write(node, extent);
}

std::vector<TextLine> brokenTo(const std::vector<TextLine> &lines, int cells)
{
    std::vector<TextLine> result;
    for (const TextLine &line : lines)
        for (std::string &part : wrapped(printable(line.text, true), cells, line.hanging))
            result.push_back({std::move(part), line.style, 0});
    return result;
}

} // namespace kconfig::terminal
