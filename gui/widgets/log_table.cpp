// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log_table.h"

#include "widgets/log_table_access.h"
#include "widgets/steady_scroll_bar.h"

#include <QEvent>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace kiln {

namespace {

constexpr int rowPadding = 5;
constexpr int lateMilliseconds = 33;

} // namespace

LogTable::LogTable(QWidget *parent)
    : QAbstractItemView(parent)
    , m_header(new QHeaderView(Qt::Horizontal, this))
{
    LogTableAccess::install();
    setVerticalScrollBar(new SteadyScrollBar(Qt::Vertical));
    m_late.setSingleShot(true);
    m_late.setInterval(lateMilliseconds);
    connect(&m_late, &QTimer::timeout, this, &LogTable::updateScrollBars);
    updateRowHeight();
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    m_header->setSectionsClickable(false);
    m_header->setHighlightSections(false);
    connect(m_header, &QHeaderView::sectionResized, this, [this] {
        updateScrollBars();
        viewport()->update();
    });
}

void LogTable::updateRowHeight()
{
    m_rowHeight = fontMetrics().height() + rowPadding;
}

int LogTable::rows() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

int LogTable::topRow() const
{
    return verticalScrollBar()->value();
}

int LogTable::fullRows() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

int LogTable::rowsPerPage() const
{
    return (viewport()->height() + m_rowHeight - 1) / m_rowHeight;
}

int LogTable::rowAt(int y) const
{
    const int below = y >= 0 ? y / m_rowHeight : -((m_rowHeight - 1 - y) / m_rowHeight);
    return std::max(0, topRow() + below);
}

void LogTable::setModel(QAbstractItemModel *model)
{
    m_header->setModel(model);
    QAbstractItemView::setModel(model);
    if (model != nullptr) {
        // The base class hears of rows that come; the bars must also hear of those that have gone.
        connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
            updateScrollBars();
            viewport()->update();
        });
    }
    updateGeometries();
}

void LogTable::reset()
{
    QAbstractItemView::reset();
    updateScrollBars();
    viewport()->update();
}

QRect LogTable::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const qint64 top = (qint64(index.row()) - topRow()) * m_rowHeight;
    constexpr qint64 far = 1 << 30; // what is not seen may be anywhere
    return {m_header->sectionViewportPosition(index.column()), int(std::clamp(top, -far, far)),
            m_header->sectionSize(index.column()), m_rowHeight};
}

void LogTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    updateLateScrollBars();
    const int row = index.row();
    const int top = topRow();
    QScrollBar *bar = verticalScrollBar();
    switch (hint) {
    case EnsureVisible:
        if (row < top)
            bar->setValue(row);
        else if (row >= top + fullRows())
            bar->setValue(row - fullRows() + 1);
        break;
    case PositionAtTop:
        bar->setValue(row);
        break;
    case PositionAtBottom:
        bar->setValue(row - fullRows() + 1);
        break;
    case PositionAtCenter:
        bar->setValue(row - fullRows() / 2);
        break;
    }
}

QModelIndex LogTable::indexAt(const QPoint &point) const
{
    const int column = m_header->logicalIndexAt(point.x());
    const int row = rowAt(point.y());
    if (column < 0 || point.y() < 0 || row >= rows())
        return {};
    return model()->index(row, column, rootIndex());
}

QModelIndex LogTable::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int last = rows() - 1;
    if (last < 0)
        return {};
    int row = currentIndex().row();
    const int column = std::max(0, currentIndex().column());
    switch (action) {
    case MoveUp:
    case MovePrevious:
        row = row < 0 ? topRow() : row - 1;
        break;
    case MoveDown:
    case MoveNext:
        row = row < 0 ? topRow() : row + 1;
        break;
    case MovePageUp:
        row = std::max(row, 0) - fullRows();
        break;
    case MovePageDown:
        row = std::max(row, 0) + fullRows();
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = last;
        break;
    case MoveLeft:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return currentIndex();
    case MoveRight:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return currentIndex();
    }
    return model()->index(std::clamp(row, 0, last), column, rootIndex());
}

int LogTable::horizontalOffset() const
{
    return m_header->offset();
}

int LogTable::verticalOffset() const
{
    // Only differences of it count, when the mouse selects while the view scrolls.
    constexpr qint64 far = 1 << 30;
    return int(std::min(qint64(topRow()) * m_rowHeight, far));
}

void LogTable::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const int last = rows() - 1;
    if (!selectionModel() || last < 0)
        return;
    const int first = rowAt(rect.normalized().top());
    if (first > last) {
        selectionModel()->select(QItemSelection(), command);
        return;
    }
    const QModelIndex from = model()->index(first, 0, rootIndex());
    const QModelIndex to = model()->index(std::clamp(rowAt(rect.normalized().bottom()), 0, last),
                                          model()->columnCount(rootIndex()) - 1, rootIndex());
    selectionModel()->select(QItemSelection(from, to), command);
}

QRegion LogTable::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    const int top = topRow();
    const int bottom = top + rowsPerPage();
    for (const QItemSelectionRange &range : selection) {
        const int first = std::max(range.top(), top);
        const int last = std::min(range.bottom(), bottom);
        if (first <= last)
            region += QRect(0, (first - top) * m_rowHeight, viewport()->width(),
                            (last - first + 1) * m_rowHeight);
    }
    return region;
}

void LogTable::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsInserted(parent, first, last);
    // Rows come by the block, many times between two looks at the view.
    if (verticalScrollBar()->maximum() == 0)
        updateScrollBars();
    else if (!m_late.isActive())
        m_late.start();
    if (first <= topRow() + rowsPerPage())
        viewport()->update();
}

void LogTable::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, first, last);
    viewport()->update();
}

void LogTable::updateLateScrollBars()
{
    if (m_late.isActive())
        updateScrollBars();
}

void LogTable::scrollToBottom()
{
    updateLateScrollBars();
    QAbstractItemView::scrollToBottom();
}

void LogTable::updateScrollBars()
{
    m_late.stop();
    QScrollBar *vertical = verticalScrollBar();
    vertical->setPageStep(fullRows());
    vertical->setSingleStep(1);
    vertical->setRange(0, std::max(0, rows() - fullRows()));
    QScrollBar *horizontal = horizontalScrollBar();
    horizontal->setPageStep(viewport()->width());
    horizontal->setSingleStep(fontMetrics().averageCharWidth() * 4);
    horizontal->setRange(0, std::max(0, m_header->length() - viewport()->width()));
    emit rangeChanged();
}

void LogTable::updateGeometries()
{
    const int height = m_header->sizeHint().height();
    setViewportMargins(0, height, 0, 0);
    const QRect view = viewport()->geometry();
    m_header->setGeometry(view.left(), view.top() - height, view.width(), height);
    updateScrollBars();
    QAbstractItemView::updateGeometries();
}

void LogTable::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void LogTable::changeEvent(QEvent *event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateRowHeight();
        updateGeometries();
    }
}

void LogTable::scrollContentsBy(int dx, int dy)
{
    if (dx != 0) {
        m_header->setOffset(horizontalScrollBar()->value());
        viewport()->update();
    }
    if (dy != 0)
        viewport()->update();
    emit rangeChanged();
}

void LogTable::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const int count = rows();
    const int first = rowAt(std::max(0, event->rect().top()));
    const int last = std::min(rowAt(std::max(0, event->rect().bottom())), count - 1);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.state |= isActiveWindow() ? QStyle::State_Active : QStyle::State_None;
    const QModelIndex current = currentIndex();
    for (int row = first; row <= last; ++row) {
        const QModelIndex start = model()->index(row, 0, rootIndex());
        const bool isSelected = selectionModel() && selectionModel()->isSelected(start);
        for (int visual = 0; visual < m_header->count(); ++visual) {
            const int column = m_header->logicalIndex(visual);
            const QModelIndex cell = model()->index(row, column, rootIndex());
            QStyleOptionViewItem own = option;
            own.rect = visualRect(cell);
            if (!own.rect.intersects(event->rect()))
                continue;
            own.state.setFlag(QStyle::State_Selected, isSelected);
            own.state.setFlag(QStyle::State_HasFocus, hasFocus() && cell == current);
            itemDelegate()->paint(&painter, own, cell);
        }
    }
}

} // namespace kiln
