// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/palette_icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSet>
#include <QSvgRenderer>

// The icons are in a static library, whose resources a linker would leave out. Outside namespaces,
// as Q_INIT_RESOURCE wants it.
static void initIcons()
{
    Q_INIT_RESOURCE(kiln);
}

namespace kiln {

namespace {

/// Icons that point where reading goes, or show lines of text, are mirrored with the window.
bool isMirrored(const QString &name)
{
    static const QSet<QString> directed{
        QStringLiteral("go"),        QStringLiteral("go-back"),      QStringLiteral("undo"),
        QStringLiteral("redo"),      QStringLiteral("view-list"),    QStringLiteral("view-menus"),
        QStringLiteral("view-tree"), QStringLiteral("results-tree"), QStringLiteral("log")};
    return QGuiApplication::isRightToLeft() && directed.contains(name);
}

class PaletteIconEngine : public QIconEngine
{
public:
    PaletteIconEngine(QString name, QColor color)
        : m_name(std::move(name))
        , m_color(std::move(color))
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, render(rect.size(), ratio, mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return render(size, 1.0, mode);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // The size asked for is already in device pixels.
        QPixmap result = render(size / scale, scale, mode);
        return result;
    }

    QIconEngine *clone() const override { return new PaletteIconEngine(m_name, m_color); }
    QString key() const override { return QStringLiteral("kiln"); }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return m_color.isValid() ? m_color : palette.color(QPalette::Active, QPalette::WindowText);
    }

    QPixmap render(const QSize &size, qreal ratio, QIcon::Mode mode) const
    {
        const QColor color = colorFor(mode);
        const bool mirrored = isMirrored(m_name);
        const QString key = QStringLiteral("kiln/%1/%2/%3x%4@%5%6")
                                .arg(m_name, color.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(size.height())
                                .arg(ratio)
                                .arg(mirrored ? QStringLiteral("r") : QString());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QFile file(QStringLiteral(":/kiln/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArray svg = file.readAll();
        svg.replace("currentColor", color.name().toLatin1());
        pixmap = QPixmap(size * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        if (mirrored) {
            painter.translate(size.width(), 0);
            painter.scale(-1, 1);
        }
        QSvgRenderer(svg).render(&painter, QRectF(QPointF(), QSizeF(size)));
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString m_name;
    QColor m_color;
};

} // namespace

QIcon paletteIcon(const QString &name, const QColor &color)
{
    [[maybe_unused]] static const bool initialised = (initIcons(), true);
    return QIcon(new PaletteIconEngine(name, color));
}

} // namespace kiln
