// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be undone and redone: every change of a configuration since it was opened.
#pragma once

#include <kconfig/configuration.h>

#include <QString>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kiln {

/// How a user value changed; the symbol by its key (see symbol_key.h).
struct UserValueChange
{
    std::string key;
    std::optional<std::string> before; ///< nothing: there was no user value
    std::optional<std::string> after;

    friend bool operator==(const UserValueChange &, const UserValueChange &) = default;
};

/// The changes that turn one set of user values into the other.
[[nodiscard]] std::vector<UserValueChange> userValueChanges(const kconfig::Model &model,
                                                            const kconfig::UserValues &before,
                                                            const kconfig::UserValues &after);

/// Without limit; edits keep only what they replaced. Saving leaves it alone. The configuration
/// given to undo() and redo() must be as the last step left it.
class EditHistory
{
public:
    /// Remembers edits that have been applied, with what each has replaced. What could be redone
    /// is forgotten.
    void push(const QString &text, std::vector<kconfig::Edit> edits,
              std::vector<kconfig::Undo> replaced);
    /// Remembers that all user values were replaced; `changes` is what userValueChanges() says of
    /// the two.
    void push(const QString &text, kconfig::UserValues before, kconfig::UserValues after,
              std::vector<UserValueChange> changes);
    void clear();

    [[nodiscard]] bool canUndo() const { return m_done > 0; }
    [[nodiscard]] bool canRedo() const { return m_done < m_steps.size(); }
    /// What the step is called; empty when there is none.
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;
    /// Both return how user values changed.
    std::vector<UserValueChange> undo(kconfig::Configuration &configuration);
    std::vector<UserValueChange> redo(kconfig::Configuration &configuration);
    /// How user values changed by the step that can be undone next.
    [[nodiscard]] std::vector<UserValueChange>
    lastChanges(const kconfig::Configuration &configuration) const;

    /// The tree was read again: steps go on with the symbols that are still there.
    void moveTo(const kconfig::Model &from, const kconfig::Model &to);

private:
    struct Step
    {
        QString text;
        std::vector<kconfig::Edit> edits; ///< empty: all values were replaced
        std::vector<kconfig::Undo> replaced;
        kconfig::UserValues before;
        kconfig::UserValues after;
        std::vector<UserValueChange> changes; ///< from before to after
    };

    std::vector<Step> m_steps;
    std::size_t m_done = 0; ///< steps before this index are applied
};

} // namespace kiln
