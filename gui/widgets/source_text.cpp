// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/source_text.h"

#include "widgets/large_source.h"
#include "widgets/source_loader.h"

#include <Qsci/qsciscintilla.h>

namespace kiln {

namespace {

constexpr qint64 pieceSize = 128 << 10; // bytes; about two milliseconds of Scintilla's time
/// Bytes. To make room for more in an editor takes longer than a turn may.
constexpr qint64 mostInEditor = 512 << 10;

/// Milliseconds. One of none may end in the turn of the event loop in which it has begun.
constexpr int arrivalDelay = 10;

} // namespace

SourceText::SourceText(QsciScintilla *editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &SourceText::readPiece);
    m_arrival.setSingleShot(true);
    m_arrival.setInterval(arrivalDelay);
    connect(&m_arrival, &QTimer::timeout, this, &SourceText::added);
    prepareDocument();
    // Nobody listens to changes; QScintilla itself would go through all of the text at each.
    m_editor->SendScintilla(QsciScintilla::SCI_SETMODEVENTMASK, 0UL);
}

SourceText::~SourceText() = default;

/// What Scintilla keeps with the document, not with the editor.
void SourceText::prepareDocument()
{
    m_editor->setUtf8(true);
    m_editor->setTabWidth(8);
    m_editor->setReadOnly(true);
    // There is nothing to be undone, and a step would keep a copy of the text.
    m_editor->SendScintilla(QsciScintilla::SCI_SETUNDOCOLLECTION, 0UL);
}

QString SourceText::load(const QString &file)
{
    clear();
    m_file.setFileName(file);
    if (!m_file.open(QIODevice::ReadOnly))
        return m_file.errorString();
    if (m_file.size() > mostInEditor) {
        m_loader = std::make_unique<SourceLoader>(
            m_editor, file, this, [this](void *document) { takeDocument(document); });
        readPiece();
        m_file.close();
        return {};
    }
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
    m_arrival.stop();
    m_file.close();
    m_loader.reset();
    if (m_isForeign) {
        // A new one: to empty one of many megabytes takes long.
        m_isForeign = false;
        setLargeSource(m_editor, false);
        m_editor->SendScintilla(QsciScintilla::SCI_SETDOCPOINTER, 0UL,
                                static_cast<void *>(nullptr));
        prepareDocument();
        return;
    }
    m_editor->setReadOnly(false);
    m_editor->SendScintilla(QsciScintilla::SCI_CLEARALL);
    m_editor->setReadOnly(true);
}

void SourceText::takeDocument(void *document)
{
    m_loader.reset();
    if (document != nullptr) {
        int line = 0;
        int column = 0;
        m_editor->getCursorPosition(&line, &column);
        const int top = m_editor->firstVisibleLine();
        m_isForeign = true;
        setLargeSource(m_editor, true);
        m_editor->SendScintilla(QsciScintilla::SCI_SETDOCPOINTER, 0UL, document);
        m_editor->SendScintilla(QsciScintilla::SCI_RELEASEDOCUMENT, 0UL, document);
        prepareDocument();
        m_editor->setCursorPosition(line, column);
        m_editor->setFirstVisibleLine(top);
        // What comes with all lines, such as room for marks, takes as long as taking the document.
        m_arrival.start();
        emit replaced();
    } else {
        show(tr("%1 could not be read to its end.").arg(m_file.fileName()));
        emit added();
    }
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
