// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A line to fill in: the value of an int, hex or string, the name of a file.
#pragma once

#include "line_editor.h"
#include "page.h"

#include <functional>
#include <optional>

namespace kconfig::terminal {

class Application;

class InputPage : public Page
{
public:
    /// Takes the text; returns why it can't be taken, which is shown.
    using Accept = std::function<std::optional<std::string>(const std::string &)>;

    InputPage(Application &application, std::string title, std::vector<std::string> lines,
              const std::string &text, Accept accept);

    void draw(const Canvas &canvas) override;
    void handle(const Key &key) override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] bool coversAll() const override { return false; }

private:
    Application &m_application;
    std::string m_title;
    std::vector<std::string> m_lines;
    LineEditor m_editor;
    Accept m_accept;
    std::string m_problem;
};

} // namespace kconfig::terminal
