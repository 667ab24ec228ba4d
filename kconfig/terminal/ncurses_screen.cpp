// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "ncurses_screen.h"

#define NCURSES_NOMACROS 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <langinfo.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace kconfig::terminal {

namespace {

constexpr short problemPair = 1;
constexpr short changedPair = 2;
constexpr const char *otherWays =
    "use 'kconf --oldconfig' (make oldconfig), which asks line by line, or 'kconf set'";

std::string capability(const char *name)
{
    char copy[16] = {};
    std::strncpy(copy, name, sizeof copy - 1);
    const char *text = ::tigetstr(copy);
    // -1: no such capability; null: this terminal has not got it.
    return text == nullptr || text == reinterpret_cast<const char *>(-1) ? std::string() : text;
}

} // namespace

Expected<void, std::string> checkTerminal()
{
    if (::isatty(STDIN_FILENO) == 0 || ::isatty(STDOUT_FILENO) == 0)
        return Unexpected(std::string("menuconfig needs a terminal, and standard input or output "
                                      "is none; ") +
                          otherWays);
    const char *terminal = std::getenv("TERM");
    if (terminal == nullptr || *terminal == '\0')
        return Unexpected(std::string("TERM is not set, so nothing is known of the terminal; set "
                                      "it (often to xterm-256color), or ") +
                          otherWays);
    int error = 0;
    if (::setupterm(terminal, STDOUT_FILENO, &error) != OK)
        return Unexpected("the terminal '" + std::string(terminal) +
                          "' (TERM) is not in the terminfo database here; set TERM to one that is "
                          "(xterm-256color, vt100), install ncurses-term, or " +
                          otherWays);
    const bool moves = !capability("cup").empty();
    ::del_curterm(::set_curterm(nullptr));
    if (!moves)
        return Unexpected("the terminal '" + std::string(terminal) +
                          "' (TERM) can't move its cursor, which a full-screen view needs; " +
                          otherWays);
    return {};
}

NcursesScreen::NcursesScreen(const ScreenOptions &options)
{
    std::setlocale(LC_CTYPE, "");
    m_hasUnicode = std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0;
    termios discipline = {};
    ::tcgetattr(STDIN_FILENO, &discipline);
    // checkTerminal() has found that it can be done.
    if (::newterm(nullptr, stdout, stdin) == nullptr)
        return;
    ::raw();
    ::noecho();
    ::nonl();
    ::intrflush(stdscr, FALSE);
    ::nodelay(stdscr, TRUE);
    setUpKeys();
    if (options.hasColours)
        setUpColours();
    const std::string name = std::getenv("TERM") == nullptr ? "" : std::getenv("TERM");
    m_hasExtras = name.rfind("vt", 0) != 0 && name.rfind("linux", 0) != 0;
    switchExtras(true);
    m_crashGuard = std::make_unique<CrashGuard>(
        (m_hasExtras ? "\033[?2004l\033[?1000l\033[?1006l" : "") + capability("sgr0") +
            capability("cnorm") + capability("rmkx") + capability("rmcup") +
            "\r\nkconf menuconfig has crashed. Work that was not saved is in the file beside the "
            "configuration that ends in .kconf-recover; it is offered when menuconfig starts "
            "next.\r\n",
        discipline);
    adoptSize();
}

NcursesScreen::~NcursesScreen()
{
    m_crashGuard.reset();
    switchExtras(false);
    ::endwin();
    std::setlocale(LC_CTYPE, "C");
}

void NcursesScreen::setUpColours()
{
    m_hasColours = ::has_colors() && ::start_color() == OK && ::use_default_colors() == OK &&
                   ::init_pair(problemPair, COLOR_RED, -1) == OK &&
                   ::init_pair(changedPair, COLOR_MAGENTA, -1) == OK;
}

/// Bracketed paste, which terminfo has no standard name for.
void NcursesScreen::switchExtras(bool on) const
{
    if (!m_hasExtras)
        return;
    std::fputs(on ? "\033[?2004h" : "\033[?2004l", stdout);
    std::fflush(stdout);
}

void NcursesScreen::adoptSize()
{
    winsize window = {};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_row > 0 && window.ws_col > 0)
        ::resizeterm(window.ws_row, window.ws_col);
}

Size NcursesScreen::size() const
{
    return {::getmaxy(stdscr), ::getmaxx(stdscr)};
}

void NcursesScreen::clear()
{
    ::werase(stdscr);
    m_cursor.reset();
}

void NcursesScreen::put(int row, int column, std::string_view text, Style style)
{
    attr_t attributes = A_NORMAL;
    if (has(style, Style::strong))
        attributes |= A_BOLD;
    if (has(style, Style::dim))
        attributes |= A_DIM;
    if (has(style, Style::reverse))
        attributes |= A_REVERSE;
    if (has(style, Style::underline))
        attributes |= A_UNDERLINE;
    short pair = 0;
    if (m_hasColours && has(style, Style::problem))
        pair = problemPair;
    else if (m_hasColours && has(style, Style::changed))
        pair = changedPair;
    ::wattr_set(stdscr, attributes, pair, nullptr);
    if (::wmove(stdscr, row, column) == OK)
        ::waddnstr(stdscr, text.data(), static_cast<int>(text.size()));
}

void NcursesScreen::setCursor(int row, int column, bool isVisible)
{
    m_cursor = Key{.row = row, .column = column};
    m_isCursorVisible = isVisible;
}

void NcursesScreen::present()
{
    ::wattr_set(stdscr, A_NORMAL, 0, nullptr);
    ::curs_set(m_cursor && m_isCursorVisible ? 1 : 0);
    if (m_cursor)
        ::wmove(stdscr, m_cursor->row, m_cursor->column);
    ::wrefresh(stdscr);
}

void NcursesScreen::suspend()
{
    switchExtras(false);
    ::endwin();
    // The shell waits for the whole job, make included.
    struct sigaction stop = {};
    struct sigaction former = {};
    stop.sa_handler = SIG_DFL;
    ::sigemptyset(&stop.sa_mask);
    ::sigaction(SIGTSTP, &stop, &former);
    ::kill(0, SIGTSTP);
    ::sigaction(SIGTSTP, &former, nullptr);
    ::clearok(::curscr, TRUE);
    ::wrefresh(stdscr);
    switchExtras(true);
}

bool NcursesScreen::waitForInput(int milliseconds)
{
    pollfd sources[2] = {{STDIN_FILENO, POLLIN, 0}, {m_signals.descriptor(), POLLIN, 0}};
    if (::poll(sources, 2, milliseconds) <= 0)
        return false;
    if ((sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
        m_isGone = true;
    else if ((sources[0].revents & POLLIN) != 0) {
        int waiting = 0;
        // Readable with nothing to read: the other side has closed.
        if (::ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting == 0)
            m_isGone = true;
    }
    return true;
}

bool NcursesScreen::hasKey()
{
    pollfd source = {STDIN_FILENO, POLLIN, 0};
    return ::poll(&source, 1, 0) > 0;
}

Key NcursesScreen::readKey(std::chrono::milliseconds patience)
{
    const auto until = Clock::now() + patience;
    while (true) {
        const ArrivedSignals arrived = m_signals.take();
        if (arrived.end != 0)
            m_endSignal = arrived.end;
        if (m_isGone || m_endSignal != 0)
            return Key{.code = KeyCode::hangUp};
        if (arrived.hasResized) {
            adoptSize();
            ::clearok(stdscr, TRUE);
            return Key{.code = KeyCode::resize};
        }
        if (const auto key = nextKey())
            return *key;
        int rest = -1;
        if (patience.count() > 0) {
            rest = static_cast<int>(
                std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now())
                    .count());
            if (rest <= 0)
                return Key{};
        }
        (void)waitForInput(rest);
    }
}

} // namespace kconfig::terminal
