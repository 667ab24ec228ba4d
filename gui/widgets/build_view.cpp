// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/build_view.h"

#include "widgets/level_style.h"
#include "widgets/slice_clock.h"

#include <QDir>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>

namespace kiln {

namespace {

// Between two looks at the clock.
constexpr qsizetype stepBytes = 1024;
constexpr int stepLines = 16;

} // namespace

BuildView::BuildView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    setMaximumBlockCount(mostLines);
    setLineWrapMode(NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    document()->setDocumentMargin(8);
    setPlaceholderText(tr("Nothing built yet. Build (Ctrl+B) starts."));
    setAccessibleName(tr("Build output"));
    setObjectName(QStringLiteral("buildOutput"));
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &BuildView::slice);
}

void BuildView::begin(const QString &directory, const QString &command)
{
    m_directory = directory;
    m_parser = {};
    m_bytes.clear();
    m_parsed = 0;
    m_summary.reset();
    m_queue.clear();
    clear();
    add(command, Look::muted);
}

void BuildView::append(const QByteArray &bytes)
{
    if (m_parsed > m_bytes.size() / 2) {
        m_bytes.remove(0, m_parsed);
        m_parsed = 0;
    }
    m_bytes += bytes;
    m_timer.start();
}

void BuildView::end(const QString &summary, bool ok)
{
    m_summary = Line{summary, ok ? Look::good : Look::error};
    m_timer.start();
}

/// Makes lines of the next few bytes.
void BuildView::parse()
{
    const qsizetype step = std::min(stepBytes, m_bytes.size() - m_parsed);
    if (step > 0) {
        m_parser.feed(QByteArrayView(m_bytes).sliced(m_parsed, step));
        m_parsed += step;
        queue(m_parser.takeLines());
    }
    if (m_parsed < m_bytes.size())
        return;
    m_bytes.clear();
    m_parsed = 0;
    if (m_summary) {
        m_parser.finish();
        queue(m_parser.takeLines());
        add(m_summary->text, m_summary->look);
        m_summary.reset();
    }
}

void BuildView::queue(const QVector<BuildLine> &lines)
{
    for (const BuildLine &line : lines) {
        Look look = Look::plain;
        switch (line.kind) {
        case BuildLineKind::plain:
            break;
        case BuildLineKind::step:
            look = Look::step;
            break;
        case BuildLineKind::note:
            look = Look::note;
            break;
        case BuildLineKind::warning:
            look = Look::warning;
            break;
        case BuildLineKind::error:
        case BuildLineKind::makeError:
            look = Look::error;
            break;
        }
        add(plainText(line.text), look);
    }
}

void BuildView::add(const QString &text, Look look)
{
    m_queue.push_back({text, look});
    // What would scroll out at once need not be drawn.
    if (m_queue.size() > std::size_t(mostLines))
        m_queue.pop_front();
    m_timer.start();
}

QTextCharFormat BuildView::format(Look look) const
{
    QTextCharFormat format;
    switch (look) {
    case Look::plain:
    case Look::step:
        break;
    case Look::muted:
        format.setForeground(palette().brush(QPalette::PlaceholderText));
        break;
    case Look::note:
        format.setForeground(levelColor(LogLevel::info, palette()));
        break;
    case Look::warning:
        format.setForeground(levelColor(LogLevel::warning, palette()));
        break;
    case Look::error:
        format.setForeground(levelColor(LogLevel::error, palette()));
        format.setFontWeight(QFont::Bold);
        break;
    case Look::good:
        format.setForeground(levelColor(LogLevel::info, palette()));
        format.setFontWeight(QFont::Bold);
        break;
    }
    return format;
}

void BuildView::slice()
{
    const SliceClock clock;
    QScrollBar *bar = verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum() - 1;
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    while (!isComplete() && !clock.isOver()) {
        parse();
        cursor.beginEditBlock();
        for (int i = 0; i < stepLines && !m_queue.empty(); ++i) {
            if (!document()->isEmpty())
                cursor.insertBlock();
            cursor.insertText(m_queue.front().text, format(m_queue.front().look));
            m_queue.pop_front();
        }
        cursor.endEditBlock();
    }
    if (isComplete())
        m_timer.stop();
    if (atEnd)
        bar->setValue(bar->maximum());
}

std::optional<SourcePlace> BuildView::placeIn(const QString &line) const
{
    static const QRegularExpression place(
        QStringLiteral("(?:^|\\s)([^\\s:]+):(\\d+)(?::(\\d+))?[:,]"));
    const QRegularExpressionMatch match = place.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    QString file = match.captured(1);
    if (QDir::isRelativePath(file))
        file = QDir(m_directory).absoluteFilePath(file);
    return SourcePlace{file, match.captured(2).toInt(), match.captured(3).toInt()};
}

bool BuildView::openLine(const QTextCursor &cursor)
{
    const auto place = placeIn(cursor.block().text());
    if (place)
        emit openRequested(*place);
    return place.has_value();
}

void BuildView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!openLine(cursorForPosition(event->pos())))
        QPlainTextEdit::mouseDoubleClickEvent(event);
}

void BuildView::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && (event->modifiers() & Qt::ControlModifier))
        openLine(cursorForPosition(event->pos()));
}

void BuildView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && openLine(textCursor()))
        return;
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace kiln
