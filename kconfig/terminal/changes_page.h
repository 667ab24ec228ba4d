// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What differs from the saved file.
#pragma once

#include "list_position.h"
#include "menu_session.h"
#include "page.h"

namespace kconfig::terminal {

class Application;

class ChangesPage : public Page
{
public:
    explicit ChangesPage(Application &application);

    void draw(const Canvas &canvas) override;
    void handle(const Key &key) override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;

private:
    void refresh();
    void go();
    void takeBack();
    [[nodiscard]] const Change *selected() const;
    [[nodiscard]] std::string lineOf(const std::optional<std::string> &value,
                                     SymbolId symbol) const;

    Application &m_application;
    std::vector<Change> m_changes;
    std::size_t m_mine = 0; ///< how many of them the user made
    unsigned m_revision = 0;
    ListPosition m_position;
    Area m_listArea;
};

} // namespace kconfig::terminal
