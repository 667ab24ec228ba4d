// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A question in a box, answered by one of its buttons.
#pragma once

#include "page.h"

#include <functional>

namespace kconfig::terminal {

class Application;

/// One way to answer. `letter` (lower case) presses it as well.
struct Answer
{
    char32_t letter = 0;
    std::string label;
    std::function<void()> act; ///< called when the question is gone; may be empty
};

class QuestionPage : public Page
{
public:
    /// Escape gives the last answer; the first is selected.
    QuestionPage(Application &application, std::string title, std::vector<std::string> lines,
                 std::vector<Answer> answers);

    void draw(const Canvas &canvas) override;
    void handle(const Key &key) override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] bool coversAll() const override { return false; }

private:
    void give(std::size_t answer);

    Application &m_application;
    std::string m_title;
    std::vector<std::string> m_lines;
    std::vector<Answer> m_answers;
    std::vector<Area> m_places; ///< of the buttons, on the screen
    std::size_t m_selected = 0;
};

/// A box in the middle of a canvas, framed, with a title on its frame.
[[nodiscard]] Canvas box(const Canvas &canvas, int rows, int columns, const std::string &title);

} // namespace kconfig::terminal
