// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Text to read: help, the keys, messages. Scrolls; any key that leaves closes it.
#pragma once

#include "option_details.h"
#include "page.h"

namespace kconfig::terminal {

class Application;

class TextPage : public Page
{
public:
    TextPage(Application &application, std::string title, std::vector<TextLine> lines);

    void draw(const Canvas &canvas) override;
    void handle(const Key &key) override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;

private:
    Application &m_application;
    std::string m_title;
    std::vector<TextLine> m_lines;
    std::vector<TextLine> m_broken;
    int m_width = 0; ///< that m_broken is for
    int m_top = 0;
    int m_shown = 1;
};

} // namespace kconfig::terminal
