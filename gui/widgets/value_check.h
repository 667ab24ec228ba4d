// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a user may type as the value of an option.
#pragma once

#include "widgets/option_tree_model.h"

#include <kconfig/configuration.h>

#include <QString>

#include <optional>

namespace kiln {

/// How values of one option are read and written.
struct ValueRules
{
    OptionEditor editor = OptionEditor::text; ///< integer, hex or text
    std::optional<kconfig::Range> range;      ///< in force now, for numbers

    /// In one sentence for the user, why a text can't be the value; empty when it can.
    [[nodiscard]] QString whyNot(const QString &text) const;
    /// The number a text stands for; nothing when it is none, or larger than 64 bits.
    [[nodiscard]] std::optional<qint64> number(const QString &text) const;
    /// A number as the option's value is written: decimal, or hexadecimal after 0x.
    [[nodiscard]] QString text(qint64 number) const;
    /// A number moved by some steps, kept within the range.
    [[nodiscard]] qint64 stepped(qint64 number, qint64 steps) const;
};

/// Whether a text option holds a path, as far as its name and its value tell. `isFolder` is set
/// where the name speaks of a folder.
[[nodiscard]] bool isPathLike(const QString &name, const QString &value, bool *isFolder = nullptr);

} // namespace kiln
