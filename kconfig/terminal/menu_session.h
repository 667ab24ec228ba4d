// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The edits of a sitting: what was changed, step by step, against what is saved.
#pragma once

#include "kconfig/configuration.h"
#include "kconfig/expected.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kconfig::terminal {

/// An option whose line in .config differs from the saved one. Nothing: it has no line.
struct Change
{
    SymbolId symbol;
    std::optional<std::string> before;
    std::optional<std::string> after;
    bool isByUser = false; ///< false: it follows from other changes
};

class MenuSession
{
public:
    /// Starts with what was read from the file (or with defaults where there is none).
    explicit MenuSession(Configuration configuration);

    [[nodiscard]] const Configuration &configuration() const { return m_now; }
    [[nodiscard]] const Model &model() const { return m_now.model(); }

    /// Applies an edit; the error says in words why not.
    Expected<void, EditError> set(SymbolId symbol, const std::string &value);
    /// Takes the user's value back, so that the default rules.
    Expected<void, EditError> reset(SymbolId symbol);
    /// Goes to the next value that the option may have: n, m, y and round again.
    Expected<void, EditError> cycle(SymbolId symbol);
    /// Replaces everything the user said, as one step: a file that was loaded.
    void replace(const Configuration &configuration, const std::string &what);

    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position < m_steps.size(); }
    /// Takes the last step back, or does it again; returns what it was ("FOO=y"). Only when there
    /// is one.
    std::string undo();
    std::string redo();

    /// The saved state is what is there now.
    void markSaved();
    /// The saved state is another one: the file has changed.
    void setSaved(const Configuration &configuration);
    [[nodiscard]] const Configuration &saved() const { return m_saved; }
    /// Whether an option's value differs from the saved one.
    [[nodiscard]] bool isChanged(SymbolId symbol) const;
    /// All that differs: first what the user did, then what follows.
    [[nodiscard]] std::vector<Change> changes() const;
    /// How many they are.
    [[nodiscard]] std::size_t changeCount() const { return m_differing.size(); }
    /// Counts the steps of any kind; differs when something may have changed.
    [[nodiscard]] unsigned revision() const { return m_revision; }

private:
    /// What was done, and what takes it back.
    struct Step
    {
        std::string what;
        std::optional<Edit> edit; ///< nothing: all values were replaced
        Undo undo;
        UserValues before; ///< where all were replaced
        UserValues after;
    };

    Expected<void, EditError> apply(const Edit &edit);
    void remember(Step step);

    /// Counts anew what differs: all symbols, or those that the last edit can have changed.
    void compareAll();
    void compareChanged();
    void compare(SymbolId symbol);

    Configuration m_now;
    Configuration m_saved;
    std::vector<Step> m_steps;
    std::size_t m_position = 0; ///< steps before it are done, the others undone
    unsigned m_revision = 0;
    std::set<std::uint32_t> m_differing; ///< symbols whose lines in .config differ
};

} // namespace kconfig::terminal
