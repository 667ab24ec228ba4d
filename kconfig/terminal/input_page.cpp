// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "input_page.h"

#include "application.h"
#include "question_page.h"
#include "text_layout.h"

#include <algorithm>

namespace kconfig::terminal {

InputPage::InputPage(Application &application, std::string title, std::vector<std::string> lines,
                     const std::string &text, Accept accept)
    : m_application(application)
    , m_title(std::move(title))
    , m_lines(std::move(lines))
    , m_editor(text)
    , m_accept(std::move(accept))
{}

void InputPage::draw(const Canvas &canvas)
{
    const int width = std::min(canvas.columns() - 2, 72);
    std::vector<std::string> text;
    for (const std::string &line : m_lines)
        for (std::string &part : wrapped(printable(line, true), width - 4))
            text.push_back(std::move(part));
    const std::vector<std::string> problem = m_problem.empty()
                                                 ? std::vector<std::string>{}
                                                 : wrapped(printable(m_problem, true), width - 4);
    const int problemRows = static_cast<int>(problem.size());
    const int textRows =
        std::max(0, std::min(static_cast<int>(text.size()), canvas.rows() - 4 - problemRows));
    const Canvas inner = box(canvas, textRows + problemRows + 4, width, m_title);
    for (int row = 0; row < textRows; ++row)
        inner.put(row, 0, text[static_cast<std::size_t>(row)]);
    m_editor.draw(inner, textRows);
    for (int row = 0; row < problemRows; ++row)
        inner.put(textRows + 2 + row, 0, problem[static_cast<std::size_t>(row)],
                  Style::strong | Style::problem);
}

void InputPage::handle(const Key &key)
{
    if (key.code == KeyCode::escape) {
        m_application.pop();
    } else if (key.code == KeyCode::enter) {
        const std::string text = m_editor.text();
        const auto refused = m_accept(text);
        if (refused)
            m_problem = *refused;
        else
            m_application.remove(*this);
    } else if (m_editor.handle(key)) {
        m_problem.clear();
    }
}

std::vector<KeyHint> InputPage::hints() const
{
    return {{"Enter", "accept", Key{.code = KeyCode::enter}},
            {"Esc", "cancel", Key{.code = KeyCode::escape}},
            {"^U", "delete to the left", control('u')},
            {"^K", "to the right", control('k')}};
}

} // namespace kconfig::terminal
