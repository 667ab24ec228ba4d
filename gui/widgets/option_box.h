// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Check boxes and radio buttons in rows.
#pragma once

#include <QIcon>
#include <QPalette>

namespace kiln {

/// Drawn by us, as styles draw them too faint on dark palettes to tell "off" from "not there".
struct OptionBox
{
    static constexpr int extent = 16; ///< width and height

    bool isRound = false; ///< a radio button
    bool isEnabled = true;
    Qt::CheckState state = Qt::Unchecked;

    [[nodiscard]] QIcon icon(const QPalette &palette, qreal pixelRatio) const;
};

} // namespace kiln
