// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Cells of the log.
#pragma once

#include <QStyledItemDelegate>

namespace kiln {

/// Paints short single lines itself: a style lays out each cell as if it were a paragraph, which is
/// too slow for rows that rush by. Keeps right-aligned numbers clear of the column that follows,
/// and marks in messages what the model's search matches.
class LogDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    static void paintMatches(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index, const QRect &box, const QString &text);
};

} // namespace kiln
