// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Icons drawn in the palette's own colours.
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace kiln {

/// The SVG `:/kiln/icons/<name>.svg` as an icon whose `currentColor` follows the application's
/// palette (also when it changes later), at any device pixel ratio. An invalid `color` means the
/// palette's text colour for the mode asked for. GUI thread.
[[nodiscard]] QIcon paletteIcon(const QString &name, const QColor &color = {});

} // namespace kiln
