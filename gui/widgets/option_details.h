// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What there is to say about one option, as rich text.
#pragma once

#include <kconfig/configuration.h>

#include <QPalette>
#include <QString>

namespace kiln {

/// Prompt, name, type, value and where it came from, why it is locked, range, the dependency with
/// the truth of each leaf, selects and who selects it, help, and where it is defined. Links are
/// those of links.h. Paths under `base` are shown relative to it. Colours are of the palette.
[[nodiscard]] QString optionDetails(const kconfig::Configuration &configuration,
                                    kconfig::NodeId node, const QString &base,
                                    const QPalette &palette);

} // namespace kiln
