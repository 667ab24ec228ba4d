// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/outline_style.h"

#include "widgets/level_style.h"

#include <QStyleOption>

namespace kiln {

namespace {

constexpr qreal mutedPart = 0.7; // of the outline's colour, the rest is the window's
/// Percent by which Fusion makes the window's colour darker for outlines.
constexpr int fusionDarkens = 140;
/// Widgets have a handful of palettes between them; a theme brings others.
constexpr qsizetype mostPalettes = 64;

bool hasOutline(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_FrameLineEdit:
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorRadioButton:
    case QStyle::PE_PanelButtonCommand:
        return true;
    default:
        return false;
    }
}

bool hasOutline(QStyle::ComplexControl control)
{
    return control == QStyle::CC_ComboBox || control == QStyle::CC_SpinBox;
}

} // namespace

OutlineStyle::OutlineStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{
    setObjectName(QStringLiteral("fusion"));
}

QPalette OutlineStyle::outlined(const QPalette &palette) const
{
    const auto known = m_outlined.constFind(palette.cacheKey());
    if (known != m_outlined.cend())
        return *known;
    const QColor muted = mutedColor(palette);
    const QColor window = palette.color(QPalette::Window);
    const auto mix = [](int over, int under) {
        return int(over * mutedPart + under * (1 - mutedPart));
    };
    const QColor outline(mix(muted.red(), window.red()), mix(muted.green(), window.green()),
                         mix(muted.blue(), window.blue()));
    QPalette changed = palette;
    changed.setColor(QPalette::Window, outline.lighter(fusionDarkens));
    if (m_outlined.size() >= mostPalettes)
        m_outlined.clear();
    m_outlined.insert(palette.cacheKey(), changed);
    m_outlined.insert(changed.cacheKey(), changed); // a control draws its parts through here, too
    return changed;
}

void OutlineStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!hasOutline(element) || !isDark(option->palette))
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    // Fusion looks for more than colours in the options of fields and buttons.
    if (button != nullptr) {
        QStyleOptionButton changed = *button;
        changed.palette = outlined(option->palette);
        return QProxyStyle::drawPrimitive(element, &changed, painter, widget);
    }
    if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
        QStyleOptionFrame changed = *frame;
        changed.palette = outlined(option->palette);
        return QProxyStyle::drawPrimitive(element, &changed, painter, widget);
    }
    QStyleOption changed = *option;
    changed.palette = outlined(option->palette);
    QProxyStyle::drawPrimitive(element, &changed, painter, widget);
}

void OutlineStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    if (hasOutline(control) && isDark(option->palette)) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            QStyleOptionComboBox changed = *combo;
            changed.palette = outlined(option->palette);
            return QProxyStyle::drawComplexControl(control, &changed, painter, widget);
        }
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            QStyleOptionSpinBox changed = *spin;
            changed.palette = outlined(option->palette);
            return QProxyStyle::drawComplexControl(control, &changed, painter, widget);
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace kiln
