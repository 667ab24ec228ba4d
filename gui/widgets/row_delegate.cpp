// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/row_delegate.h"

#include "widgets/option_box.h"

#include <QApplication>
#include <QPainter>

namespace kiln {

namespace {

constexpr int grid = 8;

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    if (!item.features.testFlag(QStyleOptionViewItem::HasCheckIndicator))
        return;
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    OptionBox box;
    box.state = item.checkState;
    box.isEnabled = item.state.testFlag(QStyle::State_Enabled);
    QRect place(0, 0, OptionBox::extent, OptionBox::extent);
    place.moveCenter(
        style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &item, item.widget).center());
    // Over the style's own, which keeps the room and takes the clicks.
    box.icon(item.palette, painter->device()->devicePixelRatioF()).paint(painter, place);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(option.fontMetrics.height() + grid, 3 * grid));
    return size;
}

} // namespace kiln
