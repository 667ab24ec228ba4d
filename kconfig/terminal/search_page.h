// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Searching as one types, over names, prompts and help.
#pragma once

#include "details_pane.h"
#include "line_editor.h"
#include "list_position.h"
#include "page.h"

#include "kconfig/search.h"

namespace kconfig::terminal {

class Application;

class SearchPage : public Page
{
public:
    /// `query` is the one of the last search; it is offered, and kept up to date.
    SearchPage(Application &application, std::string &query);

    void draw(const Canvas &canvas) override;
    void handle(const Key &key) override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;

private:
    void searchAgain();
    void go();
    void drawHit(const Canvas &canvas, int line, const SearchHit &hit, bool isSelected) const;
    [[nodiscard]] const SearchHit *selected() const;

    Application &m_application;
    std::string &m_query;
    LineEditor m_editor;
    SearchResult m_result;
    ListPosition m_position;
    DetailsPane m_details;
    Area m_listArea;
};

} // namespace kconfig::terminal
