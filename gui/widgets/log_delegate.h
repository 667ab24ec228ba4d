// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Cells of the log.
#pragma once

#include <QStyledItemDelegate>

namespace kiln {

/// Keeps right-aligned numbers clear of the column that follows, and marks in messages what the
/// model's search matches.
class LogDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintMatches(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;
};

} // namespace kiln
