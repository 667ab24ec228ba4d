// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/library_colors.h"

#include "widgets/level_style.h"

#include <algorithm>
#include <cmath>

namespace kiln {

namespace {

QColor shade(double hue, double saturation, const QPalette &palette)
{
    return isDark(palette) ? QColor::fromHslF(float(hue), float(saturation), 0.24F)
                           : QColor::fromHslF(float(hue), float(saturation), 0.82F);
}

QColor grey(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x45, 0x45, 0x45) : QColor(0xd6, 0xd6, 0xd6);
}

} // namespace

QColor libraryColor(const QString &library, bool isLibrary, const QPalette &palette)
{
    if (!isLibrary)
        return grey(palette);
    // Of the name, so that a library keeps its colour from build to build. FNV-1a.
    quint32 hash = 2166136261U;
    for (const QChar character : library)
        hash = (hash ^ character.unicode()) * 16777619U;
    // Names differ by little; their colours shall not.
    hash = (hash ^ (hash >> 16)) * 0x7feb352dU;
    hash = (hash ^ (hash >> 15)) * 0x846ca68bU;
    hash ^= hash >> 16;
    const double hue = double(hash % 360U) / 360.0;
    const double saturation = 0.35 + 0.15 * double((hash / 360U) % 3U);
    return shade(hue, saturation, palette);
}

QColor changeColor(double share, const QPalette &palette)
{
    if (share == 0)
        return grey(palette);
    constexpr double orange = 0.08;
    constexpr double blue = 0.58;
    const double strength = std::clamp(std::sqrt(std::abs(share)), 0.3, 1.0);
    return shade(share > 0 ? orange : blue, strength * 0.9, palette);
}

} // namespace kiln
