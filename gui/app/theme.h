// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desktop's colours, or light or dark ones of ours.
#pragma once

#include <QString>

class QWidget;

namespace kiln {

enum class Theme
{
    system,
    light,
    dark
};

/// Gives the application the theme's palette (and the Fusion style, which follows palettes, see
/// OutlineStyle); `system` goes back to what the desktop gave at the start. The parts of `window`,
/// where one is given, are painted one after the other, each in a turn of the event loop. GUI
/// thread.
void applyTheme(Theme theme, QWidget *window = nullptr);
/// "system", "light" or "dark", as kept in settings.
[[nodiscard]] QString themeName(Theme theme);
[[nodiscard]] Theme themeFromName(const QString &name);

} // namespace kiln
