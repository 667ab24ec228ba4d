// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Colours that tell libraries apart, the same in every view.
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

namespace kiln {

/// The fill for a library, a shade on which the palette's text can be read. What belongs to no
/// library is grey.
[[nodiscard]] QColor libraryColor(const QString &library, bool isLibrary, const QPalette &palette);
/// The fill for something that has grown, or shrunk, by this share of itself (-1 to 1): orange or
/// blue, which colour-blind eyes tell apart, stronger for more; grey when nothing has changed.
[[nodiscard]] QColor changeColor(double share, const QPalette &palette);

} // namespace kiln
