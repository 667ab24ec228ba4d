// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/menu_delegate.h"

#include "widgets/option_tree_model.h"
#include "widgets/palette_icon.h"

#include <QApplication>
#include <QPainter>

namespace kiln {

void MenuDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const int changes = index.data(OptionTreeModel::ChangesBelowRole).toInt();
    QStyleOptionViewItem item = option;
    item.decorationSize = QSize(16, 16);
    if (changes == 0) {
        QStyledItemDelegate::paint(painter, item, index);
        return;
    }
    const QString text = QString::number(changes);
    const int width = std::max(option.fontMetrics.horizontalAdvance(text) + 12, 20);
    QRect badge(0, 0, width, option.fontMetrics.height());
    badge.moveCenter(option.rect.center());
    badge.moveRight(option.rect.right() - 8);
    QRect rest = option.rect;
    rest.setRight(badge.left() - 4);
    badge = QStyle::visualRect(option.direction, option.rect, badge);

    // The text gives way to the badge; the row's background does not.
    QStyleOptionViewItem row = item;
    initStyleOption(&row, index);
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &row, painter, row.widget);
    item.rect = QStyle::visualRect(option.direction, option.rect, rest);
    QStyledItemDelegate::paint(painter, item, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(option.palette.brush(
        option.state & QStyle::State_Selected ? QPalette::Base : QPalette::Highlight));
    painter->drawRoundedRect(badge, badge.height() / 2.0, badge.height() / 2.0);
    painter->setPen(option.palette.color(
        option.state & QStyle::State_Selected ? QPalette::Text : QPalette::HighlightedText));
    painter->drawText(badge, Qt::AlignCenter, text);
    painter->restore();
}

void MenuDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // Menus that are options, too, are switched among the options; here they are places to go.
    option->features &= ~QStyleOptionViewItem::HasCheckIndicator;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(16, 16);
    option->icon = paletteIcon(QStringLiteral("menu"));
}

bool MenuDelegate::editorEvent(QEvent *, QAbstractItemModel *, const QStyleOptionViewItem &,
                               const QModelIndex &)
{
    return false;
}

QSize MenuDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(option.fontMetrics.height() + 10, 26));
    return size;
}

} // namespace kiln
