// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The Fusion style, with outlines that are seen on dark windows, too.
#pragma once

#include <QHash>
#include <QPalette>
#include <QProxyStyle>

namespace kiln {

/// Fusion draws the outlines of fields, boxes and buttons a shade darker than the window, which on
/// a dark one nobody sees. Here they are lighter than a dark window, at a contrast of more than
/// three to one (WCAG 2.1, success criterion 1.4.11). On a light window everything is Fusion's own.
/// GUI thread.
class OutlineStyle : public QProxyStyle
{
    Q_OBJECT

public:
    OutlineStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;

private:
    [[nodiscard]] QPalette outlined(const QPalette &palette) const;

    /// By the cache key of the palette each is made from: Fusion keeps pictures of its controls by
    /// the keys of palettes, and a new one at each painting would never find them.
    mutable QHash<qint64, QPalette> m_outlined;
};

} // namespace kiln
