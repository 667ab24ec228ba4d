// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/cell_painter.h"

#include <QGlyphRun>
#include <QPainter>

namespace kiln {

CellPainter::CellPainter(const QFont &font)
    : m_font(font)
{}

CellPainter::Face &CellPainter::face(const Look &look)
{
    Face &face = m_faces[(look.bold ? 1u : 0u) + (look.italic ? 2u : 0u)];
    if (!face.raw.isValid()) {
        face.font = m_font;
        face.font.setBold(look.bold);
        face.font.setItalic(look.italic);
        face.raw = QRawFont::fromFont(face.font);
    }
    return face;
}

quint32 CellPainter::glyph(Face &face, const QString &text)
{
    // What is combined from several characters must be laid out.
    if (text.size() != 1 || !face.raw.isValid())
        return 0;
    const char16_t character = text.front().unicode();
    const auto known = face.glyphs.find(character);
    if (known != face.glyphs.end())
        return known->second;
    const QList<quint32> found = face.raw.glyphIndexesForString(text);
    return face.glyphs[character] = found.size() == 1 ? found.front() : 0;
}

void CellPainter::add(const QPointF &place, const QString &text, const Look &look)
{
    Face &own = face(look);
    const quint32 index = glyph(own, text);
    if (index == 0) {
        m_painter->setFont(own.font);
        m_painter->setPen(look.color);
        m_painter->drawText(place, text);
        return;
    }
    if (look != m_look)
        flush();
    m_look = look;
    m_glyphs.append(index);
    m_places.append(place);
}

void CellPainter::flush()
{
    if (m_glyphs.isEmpty())
        return;
    QGlyphRun run;
    run.setRawFont(face(m_look).raw);
    run.setGlyphIndexes(m_glyphs);
    run.setPositions(m_places);
    m_painter->setPen(m_look.color);
    m_painter->drawGlyphRun({}, run);
    m_glyphs.clear();
    m_places.clear();
}

} // namespace kiln
