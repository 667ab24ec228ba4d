// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "question_page.h"

#include "application.h"
#include "text_layout.h"

#include <algorithm>

namespace kconfig::terminal {

Canvas box(const Canvas &canvas, int rows, int columns, const std::string &title)
{
    rows = std::min(rows, canvas.rows());
    columns = std::min(columns, canvas.columns());
    const Canvas outer =
        canvas.part({(canvas.rows() - rows) / 2, (canvas.columns() - columns) / 2, rows, columns});
    outer.frame();
    if (!title.empty())
        outer.part({0, 2, 1, columns - 4}).put(0, 0, ' ' + title + ' ', Style::strong);
    return outer.part({1, 2, rows - 2, columns - 4});
}

QuestionPage::QuestionPage(Application &application, std::string title,
                           std::vector<std::string> lines, std::vector<Answer> answers)
    : m_application(application)
    , m_title(std::move(title))
    , m_lines(std::move(lines))
    , m_answers(std::move(answers))
{}

void QuestionPage::draw(const Canvas &canvas)
{
    const int width = std::min(canvas.columns() - 2, 72);
    std::vector<std::string> text;
    for (const std::string &line : m_lines)
        for (std::string &part : wrapped(printable(line, true), width - 4))
            text.push_back(std::move(part));
    // Buttons stand side by side where there is room, else below one another.
    int together = 0;
    for (const Answer &answer : m_answers)
        together += widthOf(answer.label) + 6;
    const bool isRow = together - 2 <= width - 4;
    const int buttonRows = isRow ? 1 : static_cast<int>(m_answers.size());
    const int textRows = std::min(static_cast<int>(text.size()), canvas.rows() - 3 - buttonRows);
    const Canvas inner = box(canvas, textRows + buttonRows + 3, width, m_title);
    for (int row = 0; row < textRows; ++row)
        inner.put(row, 0, text[static_cast<std::size_t>(row)]);
    m_places.clear();
    int row = textRows + 1;
    int column = 0;
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        const std::string label = "< " + m_answers[i].label + " >";
        const bool isSelected = i == m_selected;
        const int end = inner.put(row, column, label, isSelected ? Style::reverse : Style::normal);
        if (isSelected)
            inner.setCursor(row, column + 2, false);
        else
            inner.put(row, column + 2, m_answers[i].label.substr(0, 1), Style::strong);
        m_places.push_back({inner.area().row + row, inner.area().column + column, 1, end - column});
        if (isRow)
            column = end + 2;
        else
            ++row;
    }
}

void QuestionPage::give(std::size_t answer)
{
    const std::function<void()> act = m_answers[answer].act;
    m_application.pop();
    if (act)
        act();
}

void QuestionPage::handle(const Key &key)
{
    const std::size_t count = m_answers.size();
    switch (key.code) {
    case KeyCode::left:
    case KeyCode::up:
        m_selected = (m_selected + count - 1) % count;
        return;
    case KeyCode::right:
    case KeyCode::down:
    case KeyCode::tab:
        m_selected = (m_selected + 1) % count;
        return;
    case KeyCode::enter:
        give(m_selected);
        return;
    case KeyCode::escape:
        give(count - 1);
        return;
    case KeyCode::click:
        for (std::size_t i = 0; i < m_places.size(); ++i)
            if (m_places[i].contains(key.row, key.column)) {
                give(i);
                return;
            }
        return;
    case KeyCode::character:
        if (key.is(' ')) {
            give(m_selected);
            return;
        }
        for (std::size_t i = 0; i < count; ++i) {
            const char32_t letter = m_answers[i].letter;
            if (key.character == letter || key.character + ('a' - 'A') == letter) {
                give(i);
                return;
            }
        }
        return;
    default:
        return;
    }
}

std::vector<KeyHint> QuestionPage::hints() const
{
    return {{"Enter", "choose", Key{.code = KeyCode::enter}},
            {"Tab", "next", Key{.code = KeyCode::tab}},
            {"Esc", m_answers.back().label, Key{.code = KeyCode::escape}}};
}

} // namespace kconfig::terminal
