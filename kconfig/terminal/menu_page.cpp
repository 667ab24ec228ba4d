// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "menu_page.h"

#include "application.h"
#include "input_page.h"
#include "row_text.h"
#include "text_layout.h"

#include "kconfig/explain.h"

#include <algorithm>

namespace kconfig::terminal {

namespace {

bool isTruth(const Model &model, SymbolId symbol)
{
    const SymbolType type = model.symbol(symbol).type;
    return type == SymbolType::boolean || type == SymbolType::tristate;
}

/// The letter that hops to a row: the first letter or digit of its prompt, in lower case.
char32_t hopLetter(std::string_view prompt)
{
    while (!prompt.empty()) {
        const char32_t character = takeCharacter(prompt);
        if (character >= 'A' && character <= 'Z')
            return character + ('a' - 'A');
        if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
            character >= 0xc0)
            return character;
    }
    return 0;
}

} // namespace

MenuPage::MenuPage(Application &application)
    : m_application(application)
    , m_model(application.session().model())
    , m_page(m_model.root())
    , m_details(application)
{
    refresh();
}

const Row *MenuPage::selected() const
{
    return m_rows.empty() ? nullptr : &m_rows[static_cast<std::size_t>(m_position.selected())];
}

void MenuPage::refresh()
{
    const Configuration &configuration = m_application.session().configuration();
    const Row *before = selected();
    const NodeId node = before != nullptr ? before->node : NodeId{};
    m_rows = rowsOf(configuration, m_page, m_showAll);
    m_revision = m_application.session().revision();
    m_position.arrange(static_cast<int>(m_rows.size()), m_position.shown());
    const auto same = std::find_if(m_rows.begin(), m_rows.end(),
                                   [&](const Row &row) { return row.node == node; });
    if (same != m_rows.end())
        m_position.select(static_cast<int>(same - m_rows.begin()));
}

void MenuPage::enter(NodeId page)
{
    if (const Row *row = selected())
        m_left[m_page.index] = row->node;
    m_page = page;
    m_position = ListPosition();
    m_rows.clear();
    refresh();
    const auto left = m_left.find(page.index);
    NodeId wanted = left != m_left.end() ? left->second : NodeId{};
    if (m_model.node(page).kind == NodeKind::choice) {
        // A choice opens at the value that it has.
        const SymbolId value =
            m_application.session().configuration().selection(m_model.node(page).symbol);
        for (const Row &row : m_rows)
            if (value.isValid() && m_model.node(row.node).symbol == value)
                wanted = row.node;
    }
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Row &row) { return row.node == wanted; });
    if (found != m_rows.end())
        m_position.select(static_cast<int>(found - m_rows.begin()));
}

void MenuPage::back()
{
    if (m_page == m_model.root()) {
        m_application.files().leave();
        return;
    }
    const NodeId from = m_page;
    m_left[pageOf(m_model, from).index] = from;
    enter(pageOf(m_model, from));
}

void MenuPage::jumpTo(NodeId node)
{
    const NodeId page = pageOf(m_model, node);
    const auto hasRow = [&] {
        const auto rows = rowsOf(m_application.session().configuration(), page, m_showAll);
        return std::any_of(rows.begin(), rows.end(),
                           [&](const Row &row) { return row.node == node; });
    };
    if (!hasRow()) {
        if (!m_showAll) {
            m_showAll = true;
            m_application.say("It is hidden now, so hidden options are shown (z hides them again)");
        }
        if (!hasRow()) {
            m_application.showHelp(node);
            m_application.say("It has no prompt, so no menu shows it", Style::problem);
            return;
        }
    }
    enter(page);
    m_left[page.index] = node;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].node == node)
            m_position.select(static_cast<int>(i));
}

/// Says why an entry can't be changed, in the words of the engine.
void MenuPage::explainRefusal(const Row &row, const std::string &message)
{
    const SymbolId symbol = m_model.node(row.node).symbol;
    const Configuration &configuration = m_application.session().configuration();
    std::string reason = message;
    if (!configuration.isChangeable(symbol)) {
        const Explanation story = explain(configuration, symbol, false);
        reason = configuration.whyFixed(symbol);
        if (configuration.visibility(symbol) != Tristate::no) {
            // Which of several selects it is; the sentence above knows only of the one that counts.
            if (!story.obstacles.empty()) {
                reason = story.obstacles.front().text;
                const std::string place = placeBehind(m_model, story.obstacles.front());
                if (!place.empty())
                    reason += " (" + place + ')';
            }
        } else if (!story.obstacles.empty()) {
            const char *separator = ": ";
            for (const Reason &cause : story.obstacles.front().because) {
                reason += separator + cause.text;
                separator = ", ";
            }
        }
    }
    if (reason.empty())
        reason = displayName(m_model, symbol) + " can't be changed";
    m_application.say(reason, Style::strong | Style::problem);
}

void MenuPage::change(const Row &row, const std::string &value)
{
    const SymbolId symbol = m_model.node(row.node).symbol;
    const auto done = m_application.session().set(symbol, value);
    if (!done)
        explainRefusal(row, done.error().message);
}

void MenuPage::setTo(Tristate value)
{
    const Row *row = selected();
    if (row == nullptr || !m_model.node(row->node).symbol.isValid())
        return;
    const SymbolId symbol = m_model.node(row->node).symbol;
    if (!isTruth(m_model, symbol)) {
        m_application.say(displayName(m_model, symbol) + " is no " + letter(value) +
                          " or not; Enter edits its value");
        return;
    }
    const Row copy = *row; // the rows change with the value
    change(copy, std::string(1, letter(value)));
    if (copy.kind == RowKind::choiceValue && value == Tristate::yes &&
        m_application.session().configuration().tristate(symbol) == Tristate::yes)
        back();
}

/// Space: the next value.
void MenuPage::step()
{
    const Row *row = selected();
    if (row == nullptr)
        return;
    const SymbolId symbol = m_model.node(row->node).symbol;
    const Configuration &configuration = m_application.session().configuration();
    if (row->kind == RowKind::choiceValue &&
        configuration.settableValues(symbol) == std::vector{Tristate::yes}) {
        setTo(Tristate::yes);
        return;
    }
    if (!symbol.isValid() || row->kind == RowKind::selection ||
        (row->kind == RowKind::choice && configuration.settableValues(symbol).size() < 2)) {
        if (row->opens)
            enter(row->node);
        return;
    }
    if (!isTruth(m_model, symbol)) {
        edit(*row);
        return;
    }
    const Row copy = *row;
    if (!isChangeable(configuration, copy)) {
        explainRefusal(copy, {});
        return;
    }
    const auto done = m_application.session().cycle(symbol);
    if (!done)
        explainRefusal(copy, done.error().message);
}

/// Enter: into what opens, else as Space.
void MenuPage::activate()
{
    const Row *row = selected();
    if (row != nullptr && row->opens)
        enter(row->node);
    else if (row != nullptr && row->kind == RowKind::choiceValue)
        setTo(Tristate::yes);
    else
        step();
}

void MenuPage::resetSelected()
{
    const Row *row = selected();
    if (row == nullptr || !m_model.node(row->node).symbol.isValid())
        return;
    const SymbolId symbol = m_model.node(row->node).symbol;
    const std::string name = displayName(m_model, symbol);
    const bool isSet = m_application.session().configuration().userValue(symbol).has_value();
    const auto done = m_application.session().reset(symbol);
    if (!done)
        explainRefusal(*row, done.error().message);
    else
        m_application.say(name + (isSet ? " is back at its default, " : " is at its default, ") +
                          m_application.session().configuration().value(symbol));
}

void MenuPage::edit(const Row &row)
{
    const SymbolId symbol = m_model.node(row.node).symbol;
    const Configuration &configuration = m_application.session().configuration();
    if (!isChangeable(configuration, row)) {
        explainRefusal(row, {});
        return;
    }
    const std::string name = displayName(m_model, symbol);
    std::string hint = name + ": ";
    switch (m_model.symbol(symbol).type) {
    case SymbolType::integer:
        hint += "a decimal number";
        break;
    case SymbolType::hex:
        hint += "a hexadecimal number";
        break;
    default:
        hint += "a text";
        break;
    }
    if (const auto range = configuration.range(symbol))
        hint += ", " + range->low + " to " + range->high;
    m_application.push(std::make_unique<InputPage>(
        m_application, std::string(m_model.promptText(row.node)), std::vector<std::string>{hint},
        configuration.value(symbol),
        [this, symbol](const std::string &text) -> std::optional<std::string> {
            const auto done = m_application.session().set(symbol, text);
            return done ? std::nullopt : std::optional(done.error().message);
        }));
}

/// The next row whose prompt begins with the letter.
void MenuPage::hop(char32_t letter)
{
    if (letter >= 'A' && letter <= 'Z')
        letter += 'a' - 'A';
    const auto count = m_rows.size();
    for (std::size_t i = 1; i <= count; ++i) {
        const std::size_t at = (static_cast<std::size_t>(m_position.selected()) + i) % count;
        if (m_rows[at].kind != RowKind::comment &&
            hopLetter(m_model.promptText(m_rows[at].node)) == letter) {
            m_position.select(static_cast<int>(at));
            return;
        }
    }
}

void MenuPage::click(const Key &key)
{
    if (!m_listArea.contains(key.row, key.column))
        return;
    const int line = m_position.top() + key.row - m_listArea.row;
    if (line >= static_cast<int>(m_rows.size()))
        return;
    m_position.select(line);
    constexpr int markerEnd = 6;
    const Row &row = m_rows[static_cast<std::size_t>(line)];
    const RowText text = rowText(m_application.session().configuration(), row, m_showAll);
    if (!text.marker.empty() && key.column - m_listArea.column < markerEnd)
        step();
    else if (key.code == KeyCode::doubleClick)
        activate();
}

bool MenuPage::handleLetter(char32_t character)
{
    switch (character) {
    case ' ':
        step();
        return true;
    case 'y':
        setTo(Tristate::yes);
        return true;
    case 'm':
        setTo(Tristate::mod);
        return true;
    case 'n':
        setTo(Tristate::no);
        return true;
    case '?':
    case 'h':
        if (const Row *row = selected())
            m_application.showHelp(row->node);
        return true;
    case '/':
        m_application.search();
        return true;
    case 'z':
        m_showAll = !m_showAll;
        m_application.say(m_showAll ? "Hidden options are shown, too" : "");
        m_revision = ~0U;
        return true;
    case 's':
        m_application.files().save();
        return true;
    case 'q':
        m_application.files().leave();
        return true;
    case 'u':
        m_application.undo();
        return true;
    case 'D':
        m_application.showChanges();
        return true;
    case '<':
        m_details.scroll(-1);
        return true;
    case '>':
        m_details.scroll(1);
        return true;
    default:
        return false;
    }
}

void MenuPage::handle(const Key &key)
{
    if (m_revision != m_application.session().revision())
        refresh();
    if (m_position.handle(key))
        return;
    switch (key.code) {
    case KeyCode::enter:
    case KeyCode::right:
        activate();
        break;
    case KeyCode::escape:
    case KeyCode::left:
    case KeyCode::backspace:
        // Left stays at the top: only Esc leaves from there.
        if (key.code == KeyCode::escape || m_page != m_model.root())
            back();
        break;
    case KeyCode::erase:
        resetSelected();
        break;
    case KeyCode::tab:
        m_wantsDetails = !m_wantsDetails;
        break;
    case KeyCode::click:
    case KeyCode::doubleClick:
        click(key);
        break;
    case KeyCode::control:
        if (key.character == 'r')
            m_application.redo();
        else if (key.character == 's')
            m_application.files().save();
        else if (key.character == 'w')
            m_application.files().writeCopy();
        else if (key.character == 'o')
            m_application.files().load();
        break;
    case KeyCode::function:
        if (key.character == 1)
            m_application.showKeys();
        else if (key.character == 6)
            m_application.files().save();
        else if (key.character == 8)
            m_application.search();
        else if (key.character == 9)
            m_application.files().leave();
        break;
    case KeyCode::character:
        if (!handleLetter(key.character))
            hop(key.character);
        break;
    default:
        break;
    }
    if (m_revision != m_application.session().revision())
        refresh();
}

} // namespace kconfig::terminal
