// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log_delegate.h"

#include "widgets/log_model.h"

#include <QApplication>
#include <QPainter>

namespace kiln {

namespace {

constexpr int clearance = 8;

} // namespace

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    if (index.column() > LogModel::deltaColumn) {
        QStyledItemDelegate::paint(painter, option, index);
        if (index.column() == LogModel::messageColumn)
            paintMatches(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    cell = option;
    cell.rect = QStyle::visualRect(option.direction, option.rect,
                                   option.rect.adjusted(0, 0, -clearance, 0));
    cell.state &= ~QStyle::State_HasFocus;
    QStyledItemDelegate::paint(painter, cell, index);
}

void LogDelegate::paintMatches(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const auto *model = qobject_cast<const LogModel *>(index.model());
    if (model == nullptr || model->search() == nullptr)
        return;
    const QByteArray text = index.data().toString().toUtf8();
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    // Where the style puts the text, which it insets by a margin of its own.
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
    const QRect box = style->subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget);
    QColor color = option.palette.color(QPalette::Highlight);
    color.setAlpha(90);
    constexpr int mostMarks = 32;
    std::size_t from = 0;
    for (int i = 0; i < mostMarks && from <= std::size_t(text.size()); ++i) {
        const auto match = model->search()->matcher().match(logBytes(text), from);
        if (!match)
            return;
        from = match->start + std::max<std::size_t>(match->length, 1);
        const int left = cell.fontMetrics.horizontalAdvance(
            QString::fromUtf8(text.constData(), qsizetype(match->start)));
        const int width = cell.fontMetrics.horizontalAdvance(
            QString::fromUtf8(text.constData() + match->start, qsizetype(match->length)));
        const QRect mark(box.left() + margin + left, box.top() + 1, width, box.height() - 2);
        if (mark.left() >= box.right())
            return;
        painter->fillRect(mark & box, color);
    }
}

} // namespace kiln
