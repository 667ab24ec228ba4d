// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which of a compiler's arguments a library port keeps.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace kiln {

/// The arguments of one compilation, sorted by what becomes of them.
struct PortFlags
{
    QStringList includes; ///< folders, absolute, in order
    QStringList defines;  ///< `-DNAME=VALUE` and `-UNAME`
    QStringList flags;    ///< `-std=…`, `-fno-…`, `-include FILE` as one word
    /// Arguments that are left out, and why.
    QMap<QString, QString> dropped;

    /// Whether what is compiled is the same.
    [[nodiscard]] bool isSame(const PortFlags &other) const
    {
        return includes == other.includes && defines == other.defines && flags == other.flags;
    }
};

/// Leaves out what the kernel tree decides (optimisation, debugging, position independence,
/// warnings, processor, hardening) and what names files of the host's build.
[[nodiscard]] PortFlags portFlags(const QStringList &arguments, const QString &folder);

} // namespace kiln
