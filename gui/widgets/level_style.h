// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the five levels of log messages, and the three severities of build messages, look everywhere:
// chips, rows, tabs. Never colour alone: each has an icon and a word.
#pragma once

#include "workbench/log_parser.h"

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

namespace kiln {

/// The level's word for people: "Debug", "Info", … "Output" for lines without a header.
[[nodiscard]] QString levelWord(LogLevel level);
/// The level's colour, readable (4.5:1 or more) as text on the palette's base colour. The hues are
/// of the Okabe-Ito set, told apart by colour-blind eyes.
[[nodiscard]] QColor levelColor(LogLevel level, const QPalette &palette);
/// The level's icon in its colour for the application's palette.
[[nodiscard]] QIcon levelIcon(LogLevel level);
/// How many different backgrounds there are for rows to be highlighted with.
inline constexpr int highlightCount = 5;
/// One of them, on which the palette's text is readable. `number` from 0; larger ones start over.
[[nodiscard]] QColor highlightColor(int number, const QPalette &palette);
/// "Yellow", … for people.
[[nodiscard]] QString highlightName(int number);
/// The colour of less important text, opaque.
[[nodiscard]] QColor mutedColor(const QPalette &palette);
/// Whether text on this palette is light on dark.
[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace kiln
