// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "application.h"

#include "changes_page.h"
#include "key_overview.h"
#include "menu_page.h"
#include "search_page.h"
#include "text_layout.h"
#include "text_page.h"

#include "kconfig/explain.h"

#include <algorithm>

namespace kconfig::terminal {

namespace {

constexpr Size smallest{10, 40};
/// Unsaved work is kept when the user pauses this long.
constexpr std::chrono::milliseconds pause{400};

} // namespace

Application::Application(Screen &screen, MenuSession &session, ConfigStorage &storage)
    : m_screen(screen)
    , m_session(session)
    , m_storage(storage)
    , m_files(*this)
    , m_indexing(std::async(std::launch::async, [model = session.configuration().sharedModel()] {
        return std::make_unique<const SearchIndex>(model);
    }))
{
    auto menu = std::make_unique<MenuPage>(*this);
    m_menu = menu.get();
    push(std::move(menu));
    m_files.start();
}

Application::~Application() = default;

Outcome Application::run()
{
    while (!m_isDone) {
        // With keys waiting a picture in between would only cost time.
        if (!m_screen.hasKey())
            draw();
        handle(m_screen.readKey(m_files.hasWorkToKeep() ? pause : std::chrono::milliseconds(0)));
    }
    return m_outcome;
}

bool Application::isTooSmall() const
{
    const Size size = m_screen.size();
    return size.rows < smallest.rows || size.columns < smallest.columns;
}

/// Keys that mean the same on every page.
bool Application::handleEverywhere(const Key &key)
{
    switch (key.code) {
    case KeyCode::none:
        m_files.keepWork();
        return true;
    case KeyCode::resize:
        return true;
    case KeyCode::hangUp:
        m_files.keepWork();
        finish(Outcome::hungUp);
        return true;
    case KeyCode::control:
        if (key.character == 'z')
            m_screen.suspend();
        else if (key.character == 'c')
            m_files.leave();
        return key.character == 'z' || key.character == 'c';
    default:
        return isTooSmall();
    }
}

void Application::handle(const Key &key)
{
    m_closed.clear();
    if (handleEverywhere(key))
        return;
    m_message.clear();
    if (key.code == KeyCode::click || key.code == KeyCode::doubleClick)
        for (const BarPlace &place : m_bar)
            if (place.area.contains(key.row, key.column)) {
                const Key meant = place.key;
                m_pages.back()->handle(meant);
                return;
            }
    m_pages.back()->handle(key);
}

void Application::draw()
{
    m_screen.clear();
    const Canvas canvas(m_screen);
    if (isTooSmall()) {
        const std::string text =
            "Too small: " + std::to_string(canvas.columns()) + "x" + std::to_string(canvas.rows()) +
            ", needs " + std::to_string(smallest.columns) + "x" + std::to_string(smallest.rows);
        int row = 0;
        for (const std::string &line : wrapped(text, canvas.columns()))
            canvas.put(row++, 0, line);
        m_screen.present();
        return;
    }
    std::size_t lowest = m_pages.size() - 1;
    while (lowest > 0 && !m_pages[lowest]->coversAll())
        --lowest;
    const Canvas part = canvas.part({0, 0, canvas.rows() - 1, canvas.columns()});
    for (std::size_t i = lowest; i < m_pages.size(); ++i)
        m_pages[i]->draw(part);
    drawBar(canvas);
    m_screen.present();
}

void Application::drawBar(const Canvas &canvas)
{
    m_bar.clear();
    const int row = canvas.rows() - 1;
    int column = 0;
    for (const KeyHint &hint : m_pages.back()->hints()) {
        const int width = widthOf(hint.key) + widthOf(hint.label) + 2;
        if (column + width > canvas.columns())
            break;
        const int start = column;
        column = canvas.put(row, column, ' ' + hint.key + ' ', Style::reverse);
        column = canvas.put(row, column, hint.label, Style::normal);
        m_bar.push_back({{row, start, 1, column - start}, hint.sends});
        ++column;
    }
}

std::size_t Application::changeCount()
{
    return m_session.changeCount();
}

void Application::drawTitle(const Canvas &canvas, const std::string &title)
{
    const Model &model = m_session.model();
    canvas.fill(0, Style::reverse);
    const std::size_t count = changeCount();
    std::string state = m_storage.path();
    if (count > 0)
        state += " [" + std::to_string(count) + (count == 1 ? " change]" : " changes]");
    else if (!m_storage.text())
        state += " [new]";
    const bool unicode = canvas.hasUnicode();
    const std::string shown = clippedLeft(printable(state, unicode), canvas.columns() / 2, unicode);
    const int end = canvas.putRight(0, canvas.columns() - 1, shown, Style::reverse);
    canvas.part({0, 1, 1, end - 3})
        .put(0, 0, model.promptText(model.root()), Style::reverse | Style::strong);
    canvas.put(1, 1, title);
}

void Application::drawMessage(const Canvas &canvas) const
{
    canvas.part({canvas.rows() - 1, 1, 1, canvas.columns() - 2})
        .put(0, 0, m_message, m_messageStyle);
}

void Application::push(std::unique_ptr<Page> page)
{
    m_pages.push_back(std::move(page));
}

void Application::pop()
{
    if (m_pages.size() > 1)
        remove(*m_pages.back());
}

void Application::remove(const Page &page)
{
    const auto found = std::find_if(m_pages.begin() + 1, m_pages.end(),
                                    [&](const auto &each) { return each.get() == &page; });
    if (found == m_pages.end())
        return;
    m_closed.push_back(std::move(*found));
    m_pages.erase(found);
}

void Application::say(std::string message, Style style)
{
    m_message = std::move(message);
    m_messageStyle = style;
}

const SearchIndex &Application::searchIndex()
{
    if (m_indexing.valid())
        m_index = m_indexing.get();
    return *m_index;
}

void Application::jumpTo(NodeId node)
{
    while (m_pages.size() > 1)
        pop();
    m_menu->jumpTo(node);
}

void Application::showHelp(NodeId node)
{
    const Model &model = m_session.model();
    std::string title(model.promptText(node));
    if (title.empty())
        title = displayName(model, model.node(node).symbol);
    push(std::make_unique<TextPage>(
        *this, title,
        detailsOf(m_session.configuration(), node, m_storage.options().prefix, Extent::full)));
}

void Application::showKeys()
{
    push(std::make_unique<TextPage>(*this, "Keys", keyOverview()));
}

void Application::search()
{
    push(std::make_unique<SearchPage>(*this, m_lastQuery));
}

void Application::showChanges()
{
    push(std::make_unique<ChangesPage>(*this));
}

void Application::undo()
{
    if (m_session.canUndo())
        say("Undone: " + m_session.undo());
    else
        say("There is nothing to undo");
}

void Application::redo()
{
    if (m_session.canRedo())
        say("Done again: " + m_session.redo());
    else
        say("There is nothing to do again");
}

void Application::finish(Outcome outcome)
{
    m_outcome = outcome;
    m_isDone = true;
}

} // namespace kconfig::terminal
