// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The menu: the entries of one page of the tree, the keys that change them.
#pragma once

#include "details_pane.h"
#include "list_position.h"
#include "menu_view.h"
#include "page.h"

#include <unordered_map>

namespace kconfig::terminal {

class Application;

class MenuPage : public Page
{
public:
    explicit MenuPage(Application &application);

    void draw(const Canvas &canvas) override;
    void handle(const Key &key) override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;

    /// Goes to an entry; shows hidden options where that is needed.
    void jumpTo(NodeId node);

private:
    /// Brings the rows up to date with the configuration, keeping the selected entry.
    void refresh();
    [[nodiscard]] const Row *selected() const;
    void enter(NodeId page);
    void back();
    void activate();
    void step();
    void setTo(Tristate value);
    void resetSelected();
    void change(const Row &row, const std::string &value);
    void edit(const Row &row);
    void explainRefusal(const Row &row, const std::string &message);
    bool handleLetter(char32_t character);
    void hop(char32_t letter);
    void click(const Key &key);
    void drawRow(const Canvas &canvas, int line, const Row &row, bool isSelected) const;
    void drawTitle(const Canvas &canvas);

    Application &m_application;
    const Model &m_model;
    NodeId m_page;
    std::vector<Row> m_rows;
    unsigned m_revision = ~0U;
    bool m_showAll = false;
    bool m_wantsDetails = true;
    ListPosition m_position;
    std::unordered_map<std::uint32_t, NodeId> m_left; ///< where pages were left, by page
    DetailsPane m_details;
    Area m_listArea; ///< on the screen
};

} // namespace kconfig::terminal
