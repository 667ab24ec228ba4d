// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be undone and redone: every change of a configuration since it was opened.
#pragma once

#include <kconfig/configuration.h>

#include <QString>
#include <QVector>

#include <cstddef>
#include <memory>
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

/// Two states of a configuration, between which all user values may have changed. Both share what
/// is the same in them, so that they take little memory and going from one to the other no time.
struct Replacement
{
    kconfig::Configuration before;
    kconfig::Configuration after;
    std::vector<UserValueChange> changes; ///< of user values, from before to after
    QVector<kconfig::SymbolId> results;   ///< symbols of which a result differs, in order
};

/// Compares two states; `after` is a copy of `before` that was changed since takeChanges() was last
/// called on it. Evaluates both: for a worker thread when they are large.
[[nodiscard]] std::shared_ptr<const Replacement> replacement(kconfig::Configuration before,
                                                             kconfig::Configuration after);

/// What a step, or taking one back, has done.
struct StepEffect
{
    std::shared_ptr<const std::vector<UserValueChange>> changes; ///< made by the step
    bool isTakenBack = false;                                    ///< the other way round, then
    /// Symbols of which a result has changed; nothing: takeChanges() tells.
    std::optional<QVector<kconfig::SymbolId>> results;

    /// How user values changed.
    [[nodiscard]] std::vector<UserValueChange> userValueChanges() const;
};

/// Without limit; edits keep only what they replaced. Saving leaves it alone. The configuration
/// given to undo() and redo() must be as the last step left it. A copy is cheap.
class EditHistory
{
public:
    /// Remembers edits that have been applied, with what each has replaced. What could be redone
    /// is forgotten.
    void push(const QString &text, std::vector<kconfig::Edit> edits,
              std::vector<kconfig::Undo> replaced);
    /// Remembers that all user values were replaced.
    void push(const QString &text, std::shared_ptr<const Replacement> replacement);
    void clear();

    [[nodiscard]] bool canUndo() const { return m_done > 0; }
    [[nodiscard]] bool canRedo() const { return m_done < m_steps.size(); }
    /// What the step is called; empty when there is none.
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;
    StepEffect undo(kconfig::Configuration &configuration);
    StepEffect redo(kconfig::Configuration &configuration);
    /// What the step has done that can be undone next.
    [[nodiscard]] StepEffect lastEffect(const kconfig::Configuration &configuration) const;

    /// The tree was read again: steps go on with the symbols that are still there.
    void moveTo(const kconfig::Model &from, const std::shared_ptr<const kconfig::Model> &to);

private:
    struct Step
    {
        QString text;
        std::vector<kconfig::Edit> edits;
        std::vector<kconfig::Undo> replaced;
        std::shared_ptr<const Replacement> replacement; ///< null: there were edits
    };

    std::vector<std::shared_ptr<const Step>> m_steps;
    std::size_t m_done = 0; ///< steps before this index are applied
};

} // namespace kiln
