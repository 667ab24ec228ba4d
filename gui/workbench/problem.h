// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Something that went wrong, said so that a person can act on it.
#pragma once

#include <QMetaType>
#include <QString>

#include <tl/expected.hpp>

namespace kiln {

/// An error as a value: what is wrong, where, and the way out.
struct Problem
{
    QString what;   ///< a whole sentence without the final full stop needed: "gcc was not found"
    QString where;  ///< `file:line:column`, a path, or empty
    QString remedy; ///< what to do about it; empty only when nothing can be done

    /// `where: what. remedy` on one line, leaving out what is empty.
    [[nodiscard]] QString text() const;
    friend bool operator==(const Problem &, const Problem &) = default;
};

template <typename T>
using Result = tl::expected<T, Problem>;

} // namespace kiln

Q_DECLARE_METATYPE(kiln::Problem)
