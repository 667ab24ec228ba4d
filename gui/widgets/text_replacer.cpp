// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/text_replacer.h"

#include "widgets/editor_document.h"
#include "widgets/slice_clock.h"
#include "widgets/undo_chain.h"

#include <Qsci/qsciscintilla.h>

#include <algorithm>
#include <utility>

namespace kiln {

namespace {

/// Each change takes time and memory of its own: more than these become fewer and longer ones.
constexpr qsizetype mostSingle = 500;
constexpr long longestMerged = 64 << 10; // bytes; to replace it takes about a millisecond

} // namespace

TextReplacer::TextReplacer(QObject *parent)
    : QObject(parent)
    , m_jobs(this)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &TextReplacer::work);
}

TextReplacer::~TextReplacer()
{
    if (m_isOver)
        *m_isOver = true;
}

void TextReplacer::start(EditorDocument *document, const SearchTerms &terms,
                         const QString &replacement, long begin, long end)
{
    cancel();
    m_document = document;
    m_isRunning = true;
    m_count = 0;
    m_isOver = std::make_shared<std::atomic<bool>>(false);
    connect(document, &EditorDocument::holdLost, this, &TextReplacer::onHoldLost,
            Qt::UniqueConnection);
    const Task task{terms, replacement, begin, document->form().isUtf8};
    document->whenFree([this, task, end, isOver = m_isOver] {
        if (*isOver)
            return;
        m_hold = m_document->hold();
        m_document->copy(
            m_hold, task.begin, end, [this, task, isOver](const QList<QByteArray> &pieces) {
                if (*isOver)
                    return;
                m_jobs.run([task, pieces, isOver] { return look(task, pieces, *isOver); },
                           [this, isOver](const Found &found) {
                               if (!*isOver)
                                   take(found);
                           });
            });
    });
}

TextReplacer::Found TextReplacer::look(const Task &task, const QList<QByteArray> &pieces,
                                       const std::atomic<bool> &isOver)
{
    Found found;
    const QByteArray text = pieces.join();
    const CodedText coded(text, task.isUtf8);
    const QRegularExpression wanted = task.terms.expressionFor(coded);
    QRegularExpressionMatchIterator matches = wanted.globalMatch(coded.text());
    const QStringView whole(coded.text());
    qsizetype counted = 0;
    long at = task.begin;
    while (!isOver && matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() == 0)
            continue;
        at += long(coded.bytesOf(whole.mid(counted, match.capturedStart() - counted)));
        const long size = long(coded.bytesOf(match.capturedView()));
        found.changes.append(
            {at, at + size, replacementOf(match, task.replacement, task.terms.isPattern, coded)});
        at += size;
        counted = match.capturedEnd();
    }
    found.isComplete = !isOver;
    found.count = int(found.changes.size());
    if (found.changes.size() > mostSingle)
        found.changes = merged(found.changes, text, task.begin);
    return found;
}

QList<TextReplacer::Change> TextReplacer::merged(const QList<Change> &changes,
                                                 const QByteArray &text, long begin)
{
    QList<Change> longer;
    for (const Change &change : changes) {
        if (longer.isEmpty() || change.end - longer.last().begin > longestMerged) {
            longer.append(change);
            continue;
        }
        Change &last = longer.last();
        last.text += text.mid(last.end - begin, change.begin - last.end) + change.text;
        last.end = change.end;
    }
    return longer;
}

void TextReplacer::take(const Found &found)
{
    if (!m_document) {
        m_isRunning = false;
        emit cancelled();
        return;
    }
    m_count = found.count;
    m_changes = found.changes;
    if (m_changes.isEmpty()) {
        end();
        return;
    }
    m_first = m_changes.first().begin;
    m_span = std::max(1L, m_changes.last().end - m_first);
    m_document->undoChain()->begin();
    m_timer.start();
    work();
}

/// From the end, so that places before stay.
void TextReplacer::work()
{
    if (!m_document) {
        m_timer.stop();
        m_isRunning = false;
        emit cancelled();
        return;
    }
    const SliceClock clock;
    QsciScintilla *editor = m_document->editor();
    UndoChain *chain = m_document->undoChain();
    editor->setReadOnly(false);
    chain->beginPart();
    while (!m_changes.isEmpty() && !clock.isOver()) {
        const Change change = m_changes.takeLast();
        editor->SendScintilla(QsciScintilla::SCI_SETTARGETRANGE, uintptr_t(change.begin),
                              change.end);
        editor->SendScintilla(QsciScintilla::SCI_REPLACETARGET, uintptr_t(change.text.size()),
                              change.text.constData());
    }
    chain->endPart(m_changes.isEmpty());
    editor->setReadOnly(true);
    if (m_changes.isEmpty()) {
        m_timer.stop();
        end();
        return;
    }
    emit progress(int(100 - 100 * (m_changes.last().end - m_first) / m_span));
}

void TextReplacer::end()
{
    m_isRunning = false;
    m_document->release(m_hold);
    emit finished(m_count);
}

/// The text that it was about is gone.
void TextReplacer::onHoldLost()
{
    if (!m_isRunning || sender() != m_document)
        return;
    m_isRunning = false;
    *m_isOver = true;
    m_timer.stop();
    m_changes.clear();
    emit cancelled();
}

void TextReplacer::cancel()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    *m_isOver = true;
    const bool hasBegun = m_timer.isActive();
    m_timer.stop();
    m_changes.clear();
    if (m_document) {
        if (hasBegun)
            m_document->undoChain()->rollBack(m_hold);
        else
            m_document->release(m_hold);
    }
    emit cancelled();
}

} // namespace kiln
