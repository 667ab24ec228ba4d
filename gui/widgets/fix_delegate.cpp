// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/fix_delegate.h"

#include "widgets/option_box.h"

#include <QEvent>
#include <QMouseEvent>
#include <QWidget>

namespace kiln {

void FixDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!(option->features & QStyleOptionViewItem::HasCheckIndicator))
        return;
    option->features &= ~QStyleOptionViewItem::HasCheckIndicator;
    option->features |= QStyleOptionViewItem::HasDecoration;
    OptionBox box;
    box.state = option->checkState;
    option->decorationSize = QSize(OptionBox::extent, OptionBox::extent);
    option->icon =
        box.icon(option->palette, option->widget ? option->widget->devicePixelRatioF() : 1.0);
}

bool FixDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                              const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease ||
        static_cast<QMouseEvent *>(event)->button() != Qt::LeftButton)
        return false;
    return model->setData(index, QVariant(), Qt::CheckStateRole);
}

} // namespace kiln
