// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Characters in cells of one width, fast.
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QPointF>
#include <QRawFont>

#include <array>
#include <unordered_map>

class QPainter;

namespace kiln {

/// Draws single characters at places of their own and gathers those of one look: thousands of cells
/// cost a few calls, and nothing is laid out as text. What the font has no glyph for is left to the
/// painter, which looks in others.
class CellPainter
{
public:
    explicit CellPainter(const QFont &font);

    struct Look
    {
        QColor color;
        bool bold = false;
        bool italic = false;
        friend bool operator==(const Look &, const Look &) = default;
    };

    /// Begins a painting; flush() must end it.
    void begin(QPainter *painter) { m_painter = painter; }
    /// `text` of one cell, its baseline beginning at `place`. Shown by flush() at the latest.
    void add(const QPointF &place, const QString &text, const Look &look);
    void flush();

private:
    struct Face
    {
        QFont font;
        QRawFont raw;
        std::unordered_map<char16_t, quint32> glyphs; ///< 0: has none
    };

    [[nodiscard]] Face &face(const Look &look);
    [[nodiscard]] static quint32 glyph(Face &face, const QString &text);

    QFont m_font;
    std::array<Face, 4> m_faces; ///< made when they are first needed
    QPainter *m_painter = nullptr;
    Look m_look; ///< of what is gathered
    QList<quint32> m_glyphs;
    QList<QPointF> m_places;
};

} // namespace kiln
