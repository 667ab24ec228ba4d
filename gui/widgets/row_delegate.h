// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows of tables and lists as high as those of options.
#pragma once

#include <QStyledItemDelegate>

namespace kiln {

/// Gives rows room to breathe and to be hit; check boxes are those of options (OptionBox), which
/// are visible on dark palettes, too.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

} // namespace kiln
