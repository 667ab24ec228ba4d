// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desktop's colours, or light or dark ones of ours.
#pragma once

#include <QString>

namespace kiln {

enum class Theme
{
    system,
    light,
    dark
};

/// Gives the application the theme's palette (and the Fusion style, which follows palettes);
/// `system` goes back to what the desktop gave at the start. GUI thread.
void applyTheme(Theme theme);
/// "system", "light" or "dark", as kept in settings.
[[nodiscard]] QString themeName(Theme theme);
[[nodiscard]] Theme themeFromName(const QString &name);

} // namespace kiln
