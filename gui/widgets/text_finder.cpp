// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/text_finder.h"

#include "widgets/slice_clock.h"

#include <Qsci/qsciscintilla.h>

#include <algorithm>

namespace kiln {

namespace {

constexpr long smallText = 256 << 10; // bytes that are one piece
constexpr long pieceSize = 64 << 10;
constexpr long overlap = 4 << 10;
/// A longer line is cut.
constexpr long longestLine = 256 << 10;

} // namespace

TextFinder::TextFinder(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &TextFinder::work);
}

void TextFinder::find(QsciScintilla *editor, const SearchTerms &terms, long from, bool forward)
{
    stop();
    m_editor = editor;
    m_terms = terms;
    m_forward = forward;
    m_isAround = false;
    m_from = m_next = from;
    m_timer.start();
    work();
}

void TextFinder::stop()
{
    m_timer.stop();
}

void TextFinder::work()
{
    const SliceClock clock;
    while (m_timer.isActive() && !clock.isOver()) {
        if (!m_editor || lookAtPiece())
            m_timer.stop();
    }
}

long TextFinder::lineBegin(long position) const
{
    const auto line =
        m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, uintptr_t(position), 0L);
    const long begin =
        m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, uintptr_t(line), 0L);
    return std::max(begin, position - longestLine);
}

long TextFinder::lineEnd(long position) const
{
    const auto line =
        m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, uintptr_t(position), 0L);
    const long size = m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH);
    const long next =
        m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, uintptr_t(line + 1), 0L);
    return std::min(next > position ? next : size, position + longestLine);
}

bool TextFinder::lookAtPiece()
{
    const long size = m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH);
    const bool isSmall = size <= smallText;
    m_next = std::min(m_next, size);
    const long limit = m_forward ? (m_isAround ? std::min(m_from, size) : size)
                                 : (m_isAround ? std::min(m_from, size) : 0);
    const bool isAtLimit = m_forward ? m_next >= limit : m_next <= limit;
    if (isAtLimit) {
        if (m_isAround) {
            emit notFound();
            return true;
        }
        m_isAround = true;
        m_next = m_forward ? 0 : size;
        return false;
    }
    if (m_forward) {
        const long begin = m_next;
        m_next = isSmall ? limit : std::min(limit, lineEnd(std::min(size, begin + pieceSize)));
        return look(begin, m_next);
    }
    const long end = m_next;
    m_next = isSmall ? limit : std::max(limit, lineBegin(std::max(0L, end - pieceSize)));
    return look(m_next, end);
}

/// Forwards a match begins in the piece, backwards it ends in it as well, or begins before where
/// the search began and is met when it has come around.
bool TextFinder::look(long begin, long end)
{
    const long size = m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH);
    const long first = lineBegin(begin);
    const long last = size <= smallText ? size : lineEnd(std::min(size, end + overlap));
    QByteArray bytes(last - first, '\0');
    if (bytes.isEmpty())
        return false;
    m_editor->SendScintilla(QsciScintilla::SCI_GETTEXTRANGE, first, last, bytes.data());
    const CodedText coded(bytes, m_editor->isUtf8());
    const QString &text = coded.text();
    const QRegularExpression wanted = m_terms.expressionFor(coded);
    // From where the piece begins; what stands before it in its line is seen by the expression.
    QRegularExpressionMatchIterator matches =
        wanted.globalMatch(text, coded.unitsOf(begin - first));
    qsizetype counted = 0;
    long at = first;
    long foundBegin = -1;
    long foundEnd = -1;
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() == 0)
            continue;
        at += long(coded.bytesOf(QStringView(text).mid(counted, match.capturedStart() - counted)));
        counted = match.capturedStart();
        const long after = at + long(coded.bytesOf(match.capturedView()));
        const bool isBefore = !m_forward && !m_isAround && after > m_from;
        if (at >= end || isBefore)
            break;
        foundBegin = at;
        foundEnd = after;
        if (m_forward)
            break;
    }
    if (foundBegin < 0)
        return false;
    stop();
    emit found(foundBegin, foundEnd, m_isAround);
    return true;
}

} // namespace kiln
