// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/terminal_view.h"

#include "widgets/cell_painter.h"
#include "widgets/clipboard_copy.h"
#include "widgets/level_style.h"
#include "widgets/palette_icon.h"
#include "widgets/slice_clock.h"
#include "widgets/steady_scroll_bar.h"
#include "widgets/terminal_access.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace kiln {

namespace {

constexpr int margin = 8;
/// Between two looks at the clock.
constexpr qsizetype stepBytes = 1024;
constexpr int refreshMilliseconds = 16;

/// Sixteen colours readable on the base colour, then text and base.
std::vector<QColor> colorsFor(const QPalette &palette)
{
    static const char *const light[16] = {
        "#000000", "#b3261e", "#1f7a34", "#8f5b00", "#0b57d0", "#941f6e", "#00727a", "#5f6368",
        "#44474a", "#d93025", "#188038", "#b06000", "#1a73e8", "#b0307f", "#12858d", "#80868b"};
    static const char *const dark[16] = {
        "#5c6370", "#ff7b72", "#7ee787", "#e6b450", "#79b8ff", "#e89ac7", "#76e3ea", "#d0d7de",
        "#8b949e", "#ffa198", "#a5f0ab", "#f2cc60", "#a5d6ff", "#f3b8da", "#a6eef2", "#ffffff"};
    std::vector<QColor> colors;
    for (const char *name : isDark(palette) ? dark : light)
        colors.emplace_back(QLatin1String(name));
    colors.push_back(palette.color(QPalette::Text));
    colors.push_back(palette.color(QPalette::Base));
    return colors;
}

} // namespace

TerminalView::~TerminalView() = default;

TerminalView::TerminalView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_screen(24, 80)
    , m_copy(new ClipboardCopy(this))
    , m_listeners(std::make_unique<AccessibilityWatch>())
{
    TerminalAccess::install(); // before anything asks for it
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Console of the guest"));
    setObjectName(QStringLiteral("console"));
    setVerticalScrollBar(new SteadyScrollBar(Qt::Vertical));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    viewport()->setCursor(Qt::IBeamCursor);
    setAttribute(Qt::WA_InputMethodEnabled);
    const QFontMetrics metrics(font());
    m_cell = QSize(metrics.horizontalAdvance(QLatin1Char('M')), metrics.height());
    m_ascent = metrics.ascent();
    m_cells = std::make_unique<CellPainter>(font());
    m_screen.onOutput = [this](const QByteArray &bytes) {
        if (m_inputEnabled)
            emit input(bytes);
    };
    applyColors();
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &TerminalView::slice);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &TerminalView::refresh);
}

void TerminalView::applyColors()
{
    m_screen.setColors(colorsFor(palette()));
}

void TerminalView::write(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    m_pending.push_back(bytes);
    m_pendingBytes += bytes.size();
    skipFarBehind();
    m_timer.start();
}

/// A guest may print faster than a screen can be kept. What is far behind can't be seen: it would
/// have left the scroll-back by the time it was done.
void TerminalView::skipFarBehind()
{
    constexpr qsizetype furthest = 8 << 20;
    constexpr qsizetype kept = 4 << 20;
    if (m_pendingBytes <= furthest)
        return;
    while (m_pendingBytes > kept && m_pending.size() > 1) {
        m_pendingBytes -= m_pending.front().size() - m_taken;
        m_pending.pop_front();
        m_taken = 0;
    }
    // Not within a line, if there are any.
    const qsizetype newline =
        m_pending.front().indexOf('\n', std::max<qsizetype>(m_pending.front().size() - kept, 0));
    const qsizetype start = std::max(m_taken, newline + 1);
    m_pendingBytes -= start - m_taken;
    m_taken = start;
    m_screen.write("\x18\x1b[0m"); // a sequence that was cut off, and colours, end here
}

void TerminalView::slice()
{
    if (m_copy->isRunning())
        return;
    const SliceClock clock;
    while (!m_pending.empty() && !clock.isOver()) {
        const QByteArray &block = m_pending.front();
        const qsizetype step = std::min(stepBytes, block.size() - m_taken);
        m_screen.write(QByteArrayView(block).sliced(m_taken, step));
        m_taken += step;
        m_pendingBytes -= step;
        if (m_taken == block.size()) {
            m_pending.pop_front();
            m_taken = 0;
        }
    }
    m_written = true;
    if (m_pending.empty()) {
        m_timer.stop();
        m_refresh.stop();
        refresh();
    } else if (!m_refresh.isActive()) {
        m_refresh.start();
    }
}

void TerminalView::clear()
{
    m_pending.clear();
    m_pendingBytes = m_taken = 0;
    m_timer.stop();
    m_copy->cancel();
    m_screen.reset();
    m_written = false;
    m_anchor = m_head = {};
    refresh();
}

void TerminalView::setInputEnabled(bool enabled)
{
    m_inputEnabled = enabled;
    viewport()->update();
}

void TerminalView::setPlaceholder(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void TerminalView::refresh()
{
    QScrollBar *bar = verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    bar->setRange(0, m_screen.lineCount() - m_screen.rows());
    bar->setPageStep(m_screen.rows());
    if (atEnd)
        bar->setValue(bar->maximum());
    viewport()->update();
    if (m_listeners->isActive())
        TerminalAccess::announce(this);
}

void TerminalView::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_listeners->isActive())
        TerminalAccess::announce(this);
}

int TerminalView::topLine() const
{
    return verticalScrollBar()->value();
}

QRect TerminalView::cellRect(Place place, int columns) const
{
    return {margin + place.column * m_cell.width(),
            margin + (place.line - topLine()) * m_cell.height(), columns * m_cell.width(),
            m_cell.height()};
}

TerminalView::Place TerminalView::cellAt(const QPoint &point) const
{
    return placeAt(point - QPoint(m_cell.width() / 2, 0));
}

std::pair<TerminalView::Place, TerminalView::Place> TerminalView::selection() const
{
    return std::minmax(m_anchor, m_head);
}

void TerminalView::select(Place first, Place last)
{
    m_anchor = first;
    m_head = last;
    viewport()->update();
    tellSelection();
}

void TerminalView::tellSelection()
{
    if (!m_listeners->isActive())
        return;
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(this);
    int start = 0;
    int end = 0;
    access->textInterface()->selection(0, &start, &end);
    QAccessibleTextSelectionEvent event(this, start, end);
    QAccessible::updateAccessibility(&event);
}

void TerminalView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_copy->cancel(); // lines move
    const QSize size = viewport()->size() - QSize(2 * margin, 2 * margin);
    m_screen.resize(std::max(2, size.height() / m_cell.height()),
                    std::max(20, size.width() / m_cell.width()));
    refresh();
}

void TerminalView::paintLine(QPainter &painter, int index, int y) const
{
    int x = margin;
    int column = 0;
    const auto [first, last] = std::minmax(m_anchor, m_head);
    for (const TerminalCell &cell : m_screen.line(index)) {
        const Place place{index, column};
        const bool selected = first <= place && place < last;
        const QRect rect(x, y, m_cell.width() * cell.width, m_cell.height());
        if (selected)
            painter.fillRect(rect, palette().highlight());
        else if (cell.background.isValid())
            painter.fillRect(rect, cell.background);
        const QColor color = selected ? palette().color(QPalette::HighlightedText)
                             : cell.foreground.isValid() ? cell.foreground
                                                         : palette().color(QPalette::Text);
        if (!cell.text.isEmpty() && cell.text != QLatin1String(" "))
            m_cells->add(QPointF(x, y + m_ascent), cell.text, {color, cell.bold, cell.italic});
        if (cell.underline)
            painter.fillRect(QRect(x, y + m_ascent + 1, rect.width(), 1), color);
        x += rect.width();
        column += cell.width;
    }
}

void TerminalView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().base());
    painter.setFont(font());
    if (!m_written) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.setFont(QApplication::font());
        painter.drawText(viewport()->rect().adjusted(16, 16, -16, -16),
                         int(Qt::AlignCenter | Qt::TextWordWrap), m_emptyText);
        return;
    }
    m_cells->begin(&painter);
    const int top = verticalScrollBar()->value();
    for (int row = 0; row < m_screen.rows(); ++row) {
        const int y = margin + row * m_cell.height();
        if (top + row < m_screen.lineCount() && event->rect().bottom() >= y &&
            event->rect().top() <= y + m_cell.height())
            paintLine(painter, top + row, y);
    }
    m_cells->flush();
    if (!m_inputEnabled || !m_screen.isCursorVisible())
        return;
    const int row = m_screen.lineCount() - m_screen.rows() + m_screen.cursorRow() - top;
    const QRect cursor(margin + m_screen.cursorColumn() * m_cell.width(),
                       margin + row * m_cell.height(), m_cell.width(), m_cell.height());
    if (hasFocus()) {
        QColor color = palette().color(QPalette::Text);
        color.setAlpha(150);
        painter.fillRect(cursor, color);
    } else {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawRect(cursor.adjusted(0, 0, -1, -1));
    }
}

bool TerminalView::event(QEvent *event)
{
    // While a guest runs, keys that would be shortcuts of the window go to it, but for those that
    // stop it or leave the console.
    if (event->type() == QEvent::ShortcutOverride && m_inputEnabled) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool ours = key->key() >= Qt::Key_F1 && key->key() <= Qt::Key_F12;
        const bool control = key->modifiers() == Qt::ControlModifier && key->key() >= Qt::Key_A &&
                             key->key() <= Qt::Key_Z;
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
        if (!ours && (control || plain)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool TerminalView::focusNextPrevChild(bool next)
{
    return m_inputEnabled ? false : QAbstractScrollArea::focusNextPrevChild(next);
}

void TerminalView::keyPressEvent(QKeyEvent *event)
{
    const auto both = Qt::ControlModifier | Qt::ShiftModifier;
    QScrollBar *bar = verticalScrollBar();
    if (event->modifiers() == both && event->key() == Qt::Key_C)
        copySelection();
    else if (event->modifiers() == both && event->key() == Qt::Key_V)
        pasteClipboard();
    else if (event->modifiers() == Qt::ShiftModifier && event->key() == Qt::Key_PageUp)
        bar->setValue(bar->value() - bar->pageStep());
    else if (event->modifiers() == Qt::ShiftModifier && event->key() == Qt::Key_PageDown)
        bar->setValue(bar->value() + bar->pageStep());
    else if (m_inputEnabled && m_screen.sendKey(event->key(), event->modifiers(), event->text()))
        bar->setValue(bar->maximum());
    else
        event->ignore();
}

TerminalView::Place TerminalView::placeAt(const QPoint &point) const
{
    const int row = std::clamp((point.y() - margin) / m_cell.height(), 0, m_screen.rows() - 1);
    const int column = std::clamp((point.x() - margin + m_cell.width() / 2) / m_cell.width(), 0,
                                  m_screen.columns());
    return {verticalScrollBar()->value() + row, column};
}

void TerminalView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        const Place place = placeAt(event->pos());
        select(place, place);
    } else if (event->button() == Qt::MiddleButton) {
        if (m_inputEnabled)
            m_screen.paste(QApplication::clipboard()->text(QClipboard::Selection));
    }
}

void TerminalView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    select(m_anchor, placeAt(event->pos()));
}

/// What is selected, or all. Bytes wait while many lines are gathered: they would move the lines.
void TerminalView::copySelection()
{
    Place first = std::min(m_anchor, m_head);
    Place last = std::max(m_anchor, m_head);
    if (first == last) {
        first = {};
        last = {m_screen.usedLines() - 1, m_screen.columns()};
    }
    last.line = std::min(last.line, m_screen.lineCount() - 1);
    if (last.line < first.line)
        return;
    m_copy->start(
        last.line - first.line + 1,
        [this, first, last](qsizetype i) {
            const int line = first.line + int(i);
            return m_screen.lineText(line, line == first.line ? first.column : 0,
                                     line == last.line ? last.column : m_screen.columns());
        },
        ClipboardCopy::LastLine::isOpen);
}

void TerminalView::pasteClipboard()
{
    if (m_inputEnabled)
        m_screen.paste(QApplication::clipboard()->text());
}

void TerminalView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(paletteIcon(QStringLiteral("copy")),
                    m_anchor == m_head ? tr("Copy All") : tr("Copy"), this,
                    &TerminalView::copySelection);
    menu->addAction(tr("Paste"), this, &TerminalView::pasteClipboard)->setEnabled(m_inputEnabled);
    menu->addAction(paletteIcon(QStringLiteral("clear")), tr("Clear"), this, &TerminalView::clear);
    menu->popup(event->globalPos());
}

void TerminalView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColors();
        viewport()->update();
    }
}

} // namespace kiln
