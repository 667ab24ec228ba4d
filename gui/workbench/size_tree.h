// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sizes of an image added up: by library, object, symbol or section, and against another build.
#pragma once

#include "workbench/size_report.h"

#include <QString>
#include <QVector>

#include <optional>

namespace kiln {

/// What one row of a list of sizes stands for.
enum class SizeGrouping
{
    library,
    object,
    symbol,
    section
};

/// A node of the tree image → library → object → symbol, or one row of a list.
struct SizeNode
{
    QString name;  ///< for people; symbols as a C++ programmer wrote them
    QString owner; ///< of rows: the library and object a symbol or object belongs to
    SizePart part = SizePart::symbol;
    qint64 size = 0;
    qint64 before = 0;          ///< in the build it is compared with
    QVector<SizeNode> children; ///< largest first, by the greater of both sizes

    [[nodiscard]] qint64 change() const { return size - before; }
    [[nodiscard]] qint64 weight() const { return std::max(size, before); }
};

/// The whole as a tree; `before`, if there is one, fills SizeNode::before. The sizes of children
/// add up to their parent's.
[[nodiscard]] SizeNode sizeTree(const SizeReport &now, const SizeReport *before,
                                SizeMeasure measure);

/// Rows that add up to the whole, largest first.
[[nodiscard]] QVector<SizeNode> sizeRows(const SizeReport &now, const SizeReport *before,
                                         SizeMeasure measure, SizeGrouping grouping);

/// What a library, or what takes its place, is called: "libnolibc", "headers and padding", …
[[nodiscard]] QString sizeGroupName(const SizeItem &item);
/// The word on the command line; nothing when it is none.
[[nodiscard]] std::optional<SizeGrouping> sizeGroupingFromName(const QString &name);

} // namespace kiln
