// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A configuration: what a user chose, evaluated on a model into values, visibility and reasons.
//
// Not safe for use by two threads at once (evaluation is cached); a copy is independent.
#pragma once

#include "kconfig/expected.h"
#include "kconfig/model.h"
#include "kconfig/tristate.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kconfig {

/// A change to one symbol: a value as text ("y", "12", "0x1f", "a string" without quotes), or
/// nothing to take the user's value back so that the default rules again.
struct Edit
{
    SymbolId symbol;
    std::optional<std::string> value;

    friend bool operator==(const Edit &, const Edit &) = default;
};

/// Why an edit was refused, in words: "LIBFOO is held at y by select from LIBBAR
/// (lib/bar/Config.uk:3)".
struct EditError
{
    std::string message;
};

enum class Origin : std::uint8_t
{
    none,         ///< no value: nothing sets it
    user,         ///< the user chose it
    defaultValue, ///< a `default` (position says which)
    selected,     ///< held up by a select
    implied,      ///< set by an imply
    choice,       ///< follows from the choice it is in
    constant,     ///< a constant
};

/// Where a value came from.
struct ValueOrigin
{
    Origin origin = Origin::none;
    SymbolId by;       ///< selected, implied: one symbol that does it; choice: the choice
    Position position; ///< defaultValue, selected, implied: the line that does it
};

struct Range
{
    std::string low;
    std::string high;
};

/// User values by symbol; a value object for comparison and journals.
using UserValues = std::vector<std::pair<SymbolId, std::string>>;

/// What an edit has replaced of one symbol's user value.
struct ReplacedValue
{
    SymbolId symbol;
    bool isSet = false;
    Tristate tristate = Tristate::no;
    std::string text;
    SymbolId selection;
    std::int32_t priority = 0;
};
/// Takes an edit back: give it to restore() while no later edit stands.
using Undo = std::vector<ReplacedValue>;

class Configuration
{
public:
    explicit Configuration(std::shared_ptr<const Model> model);
    Configuration(const Configuration &);
    Configuration(Configuration &&) noexcept;
    Configuration &operator=(const Configuration &);
    Configuration &operator=(Configuration &&) noexcept;
    ~Configuration();

    [[nodiscard]] const Model &model() const;
    [[nodiscard]] std::shared_ptr<const Model> sharedModel() const;

    /// \name Results
    /// @{
    /// The value as a truth value; non-boolean symbols are n.
    [[nodiscard]] Tristate tristate(SymbolId symbol) const;
    /// The value as text: "y", "m", "n", "12", "0x1f", "a string" (unquoted).
    [[nodiscard]] std::string value(SymbolId symbol) const;
    /// How far the symbol's prompts are visible.
    [[nodiscard]] Tristate visibility(SymbolId symbol) const;
    /// Whether menuconfig would show the node (prompt visible, or a child that is).
    [[nodiscard]] bool isVisible(NodeId node) const;
    [[nodiscard]] Tristate evaluate(ExpressionId expression) const;
    /// Whether .config gets a line for it.
    [[nodiscard]] bool isWritten(SymbolId symbol) const;
    /// The values a user may give a bool, tristate or choice now, ascending; one or none: it is
    /// fixed.
    [[nodiscard]] std::vector<Tristate> settableValues(SymbolId symbol) const;
    /// Whether a user could change it now.
    [[nodiscard]] bool isChangeable(SymbolId symbol) const;
    /// The range in force for an int or hex symbol.
    [[nodiscard]] std::optional<Range> range(SymbolId symbol) const;
    /// The value of a choice that is on; invalid when the choice is off.
    [[nodiscard]] SymbolId selection(SymbolId choice) const;
    [[nodiscard]] ValueOrigin origin(SymbolId symbol) const;
    /// In one sentence, why a user can't change it; empty when they can.
    [[nodiscard]] std::string whyFixed(SymbolId symbol) const;
    /// @}

    /// \name User values
    /// @{
    [[nodiscard]] std::optional<std::string> userValue(SymbolId symbol) const;
    /// Applies an edit as menuconfig would. Returns what it replaced.
    Expected<Undo, EditError> apply(const Edit &edit);
    /// Sets a user value as reading a .config does: kept even when it can't take effect now.
    void assume(SymbolId symbol, std::string value);
    [[nodiscard]] UserValues userValues() const;
    /// Replaces all user values.
    void restore(const UserValues &values);
    /// Puts back what one edit has replaced.
    void restore(const Undo &undo);
    void clear();
    /// @}

    /// Symbols of which a result (value, visibility, whether it is written, …) has changed since
    /// the last call, in order. The first call finds none: it is where counting starts.
    [[nodiscard]] std::vector<SymbolId> takeChanges();

    /// Symbols whose value or visibility differs between two configurations of one model, in order.
    [[nodiscard]] static std::vector<SymbolId> differences(const Configuration &a,
                                                           const Configuration &b);

private:
    friend struct ConfigurationAccess;
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace kconfig
