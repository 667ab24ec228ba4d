// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which programs that building, booting and debugging call are on this computer.
#pragma once

#include <QString>
#include <QVector>

namespace kiln {

struct ToolState
{
    QString name;    ///< as on PATH
    QString path;    ///< absolute; empty: it was not found
    QString version; ///< what it says of itself, one line; empty: not asked, or it said nothing
    QString package; ///< of Debian; empty: not known

    [[nodiscard]] bool isFound() const { return !path.isEmpty(); }
    friend bool operator==(const ToolState &, const ToolState &) = default;
};

/// Programs that are called together.
struct Toolchain
{
    QString title;
    bool isOptional = false; ///< nothing stops without it
    QVector<ToolState> tools;

    [[nodiscard]] bool isComplete() const;
    friend bool operator==(const Toolchain &, const Toolchain &) = default;
};

/// Looks for all programs on PATH and asks those that are there for their version; some 20 of them,
/// so for a worker thread.
[[nodiscard]] QVector<Toolchain> surveyToolchains();

/// "sudo apt install …" for the packages of what is missing; empty when nothing is, or no package
/// is known.
[[nodiscard]] QString installCommand(const QVector<ToolState> &tools);

} // namespace kiln
