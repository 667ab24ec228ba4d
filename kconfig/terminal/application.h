// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The program above the terminal: a stack of pages over a session, the title, the message line and
// the bar of keys.
#pragma once

#include "config_storage.h"
#include "file_actions.h"
#include "menu_session.h"
#include "page.h"

#include "kconfig/search.h"

#include <future>
#include <memory>
#include <string>
#include <vector>

namespace kconfig::terminal {

class MenuPage;

/// How a sitting ended.
enum class Outcome
{
    unchanged, ///< nothing to save
    saved,
    discarded, ///< the user chose not to save
    hungUp     ///< the terminal went away or the program was told to end; work is kept
};

class Application
{
public:
    /// All three outlive the application.
    Application(Screen &screen, MenuSession &session, ConfigStorage &storage);
    ~Application();
    Application(const Application &) = delete;
    Application &operator=(const Application &) = delete;

    /// Reads keys and draws until the user leaves.
    Outcome run();
    /// One round of run(), for tests: takes a key, then draws.
    void handle(const Key &key);
    void draw();
    [[nodiscard]] bool isDone() const { return m_isDone; }
    [[nodiscard]] Outcome outcome() const { return m_outcome; }

    /// \name For pages
    /// @{
    [[nodiscard]] MenuSession &session() { return m_session; }
    [[nodiscard]] ConfigStorage &storage() { return m_storage; }
    [[nodiscard]] FileActions &files() { return m_files; }
    [[nodiscard]] const SearchIndex &searchIndex();
    void push(std::unique_ptr<Page> page);
    /// Closes the page on top (the menu stays).
    void pop();
    /// Closes a page wherever it is.
    void remove(const Page &page);
    /// Shows a sentence until the next key.
    void say(std::string message, Style style = Style::normal);
    /// Closes everything above the menu and goes to an entry, whether it can be seen or not.
    void jumpTo(NodeId node);
    void showHelp(NodeId node);
    void showKeys();
    void search();
    void showChanges();
    void undo();
    void redo();
    void finish(Outcome outcome);

    /// The first row: the tree, the file and whether there is something to save; below it `title`.
    void drawTitle(const Canvas &canvas, const std::string &title);
    /// The last row of a page.
    void drawMessage(const Canvas &canvas) const;
    /// How many options differ from the saved file.
    [[nodiscard]] std::size_t changeCount();
    /// @}

private:
    void drawBar(const Canvas &canvas);
    [[nodiscard]] bool isTooSmall() const;
    bool handleEverywhere(const Key &key);

    Screen &m_screen;
    MenuSession &m_session;
    ConfigStorage &m_storage;
    FileActions m_files;
    std::vector<std::unique_ptr<Page>> m_pages;
    std::vector<std::unique_ptr<Page>> m_closed; ///< till the key they handle is done with
    MenuPage *m_menu = nullptr;
    std::string m_message;
    Style m_messageStyle = Style::normal;
    struct BarPlace
    {
        Area area;
        Key key;
    };
    std::vector<BarPlace> m_bar;
    std::future<std::unique_ptr<const SearchIndex>> m_indexing;
    std::unique_ptr<const SearchIndex> m_index;
    std::string m_lastQuery;
    bool m_isDone = false;
    Outcome m_outcome = Outcome::unchanged;
};

} // namespace kconfig::terminal
