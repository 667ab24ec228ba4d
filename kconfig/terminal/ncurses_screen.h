// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A terminal, through ncurses.
#pragma once

#include "screen.h"
#include "terminal_signals.h"

#include "kconfig/expected.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace kconfig::terminal {

/// What the environment asks for.
struct ScreenOptions
{
    bool hasColours = true; ///< NO_COLOR and MENUCONFIG_COLOR=mono: false
};

/// Whether standard input and output are a terminal that can show full-screen programs. The error
/// is a sentence that says what to do instead.
[[nodiscard]] Expected<void, std::string> checkTerminal();

/// Owns the terminal from its construction to its end. One at a time in a process.
class NcursesScreen : public Screen
{
public:
    explicit NcursesScreen(const ScreenOptions &options);
    ~NcursesScreen() override;

    [[nodiscard]] Size size() const override;
    [[nodiscard]] bool hasUnicode() const override { return m_hasUnicode; }
    void clear() override;
    void put(int row, int column, std::string_view text, Style style) override;
    void setCursor(int row, int column, bool isVisible) override;
    void present() override;
    Key readKey(std::chrono::milliseconds patience) override;
    [[nodiscard]] bool hasKey() override;
    void suspend() override;

    /// The signal that ended it; 0: none.
    [[nodiscard]] int endSignal() const { return m_endSignal; }

private:
    using Clock = std::chrono::steady_clock;

    void setUpKeys();
    void setUpColours();
    void switchExtras(bool on) const;
    void adoptSize();
    std::optional<Key> nextKey();
    std::optional<Key> translateCode(int code);
    std::optional<Key> translateCharacter(char32_t character);
    std::optional<Key> escape();
    std::optional<Key> mouse();
    Key pasted();
    [[nodiscard]] bool waitForInput(int milliseconds);
    /// One character or code as ncurses gives it; false when nothing is there.
    bool take(bool &isCode, unsigned &value);

    TerminalSignals m_signals;
    std::unique_ptr<CrashGuard> m_crashGuard;
    bool m_hasUnicode = false;
    bool m_hasColours = false;
    bool m_hasExtras = false; ///< bracketed paste
    bool m_isGone = false;
    int m_endSignal = 0;
    std::optional<Key> m_cursor; ///< row and column of it
    bool m_isCursorVisible = false;
    Clock::time_point m_lastEscape;
    Clock::time_point m_lastClick;
    Key m_lastClickPlace;
};

} // namespace kconfig::terminal
