// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/level_style.h"

#include "widgets/palette_icon.h"

#include <QCoreApplication>
#include <QGuiApplication>

namespace kiln {

QString levelWord(LogLevel level)
{
    switch (level) {
    case LogLevel::plain:
        return QCoreApplication::translate("Level", "Output");
    case LogLevel::debug:
        return QCoreApplication::translate("Level", "Debug");
    case LogLevel::info:
        return QCoreApplication::translate("Level", "Info");
    case LogLevel::warning:
        return QCoreApplication::translate("Level", "Warning");
    case LogLevel::error:
        return QCoreApplication::translate("Level", "Error");
    case LogLevel::critical:
        return QCoreApplication::translate("Level", "Critical");
    }
    return {};
}

QColor highlightColor(int number, const QPalette &palette)
{
    static constexpr QRgb light[highlightCount] = {0xfffff0b3, 0xffcdebff, 0xffd3f2d0, 0xffffd9cc,
                                                   0xfff3d6ee};
    static constexpr QRgb dark[highlightCount] = {0xff574800, 0xff0d4566, 0xff1d5224, 0xff6b2f1a,
                                                  0xff5c2a58};
    const int place = number % highlightCount;
    return QColor::fromRgb(isDark(palette) ? dark[place] : light[place]);
}

QString highlightName(int number)
{
    switch (number % highlightCount) {
    case 0:
        return QCoreApplication::translate("Level", "Yellow");
    case 1:
        return QCoreApplication::translate("Level", "Blue");
    case 2:
        return QCoreApplication::translate("Level", "Green");
    case 3:
        return QCoreApplication::translate("Level", "Orange");
    default:
        return QCoreApplication::translate("Level", "Purple");
    }
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightnessF() < 0.5f;
}

QColor mutedColor(const QPalette &palette)
{
    // Palettes give it as a transparent one, which rich text can't show.
    const QColor color = palette.color(QPalette::PlaceholderText);
    const QColor base = palette.color(QPalette::Base);
    const qreal part = color.alphaF();
    const auto mix = [part](int over, int under) { return int(over * part + under * (1 - part)); };
    return {mix(color.red(), base.red()), mix(color.green(), base.green()),
            mix(color.blue(), base.blue())};
}

QColor levelColor(LogLevel level, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (level) {
    case LogLevel::plain:
        return palette.color(QPalette::Text);
    case LogLevel::debug:
        return dark ? QColor(0xa3, 0xab, 0xb5) : QColor(0x5a, 0x63, 0x6e);
    case LogLevel::info:
        return dark ? QColor(0x56, 0xb4, 0xe9) : QColor(0x00, 0x65, 0xa3);
    case LogLevel::warning:
        return dark ? QColor(0xe6, 0x9f, 0x00) : QColor(0x8f, 0x5b, 0x00);
    case LogLevel::error:
        return dark ? QColor(0xff, 0x7f, 0x50) : QColor(0xb8, 0x3a, 0x00);
    case LogLevel::critical:
        return dark ? QColor(0xe8, 0x9a, 0xc7) : QColor(0x94, 0x1f, 0x6e);
    }
    return palette.color(QPalette::Text);
}

QIcon levelIcon(LogLevel level)
{
    static const char *const names[logLevelCount] = {"level-plain", "level-debug",
                                                     "level-info",  "level-warning",
                                                     "level-error", "level-critical"};
    return paletteIcon(QString::fromLatin1(names[std::size_t(level)]),
                       levelColor(level, QGuiApplication::palette()));
}

} // namespace kiln
