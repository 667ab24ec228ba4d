// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/source_text.h"

#include <Qsci/qsciscintilla.h>

namespace kiln {

namespace {

constexpr qint64 pieceSize = 128 << 10; // bytes; about two milliseconds of Scintilla's time

} // namespace

SourceText::SourceText(QsciScintilla *editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &SourceText::readPiece);
    m_editor->setReadOnly(true);
    // There is nothing to be undone, and a step would keep a copy of the text.
    m_editor->SendScintilla(QsciScintilla::SCI_SETUNDOCOLLECTION, 0UL);
    // Nobody listens to changes; QScintilla itself would go through all of the text at each.
    m_editor->SendScintilla(QsciScintilla::SCI_SETMODEVENTMASK, 0UL);
}

QString SourceText::load(const QString &file)
{
    clear();
    m_file.setFileName(file);
    if (!m_file.open(QIODevice::ReadOnly))
        return m_file.errorString();
    // Growing later would copy what is there.
    m_editor->SendScintilla(QsciScintilla::SCI_ALLOCATE, uintptr_t(m_file.size() + pieceSize));
    m_timer.start();
    readPiece();
    return {};
}

void SourceText::show(const QString &message)
{
    clear();
    append(message.toUtf8());
}

QString SourceText::firstLine() const
{
    return m_editor->text(0);
}

void SourceText::clear()
{
    m_timer.stop();
    m_file.close();
    m_editor->setReadOnly(false);
    m_editor->SendScintilla(QsciScintilla::SCI_CLEARALL);
    m_editor->setReadOnly(true);
}

void SourceText::append(const QByteArray &bytes)
{
    m_editor->setReadOnly(false);
    m_editor->SendScintilla(QsciScintilla::SCI_APPENDTEXT, uintptr_t(bytes.size()),
                            bytes.constData());
    m_editor->setReadOnly(true);
}

void SourceText::readPiece()
{
    QByteArray piece = m_file.read(pieceSize);
    if (!piece.isEmpty() && !piece.endsWith('\n'))
        piece += m_file.readLine(pieceSize);
    if (piece.isEmpty() || m_file.atEnd()) {
        m_timer.stop();
        m_file.close();
    }
    if (!piece.isEmpty())
        append(piece);
    emit added();
}

} // namespace kiln
