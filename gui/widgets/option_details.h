// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What there is to say about one option, as rich text.
#pragma once

#include <kconfig/configuration.h>

#include <QPalette>
#include <QString>

namespace kiln {

/// In two parts, as the dependency (DependencyView) stands between them.
struct OptionDetails
{
    QString top;    ///< prompt, name, type, value and where it came from, why it is locked, range
    QString bottom; ///< selects, implies and who does it to this, menus, definitions, help
};

/// HTML. Links are those of links.h. Paths under `base` are shown relative to it. Colours are of
/// the palette. For readers from right to left the labels are at the right; words of the tree keep
/// the direction of their letters.
[[nodiscard]] OptionDetails optionDetails(const kconfig::Configuration &configuration,
                                          kconfig::NodeId node, const QString &base,
                                          const QPalette &palette,
                                          Qt::LayoutDirection direction = Qt::LeftToRight);

} // namespace kiln
