// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How options look in a row, and their inline editors.
#pragma once

#include <QStyledItemDelegate>

namespace kiln {

/// For views on OptionTreeModel, or on proxies that pass its roles on. Boxes and radio buttons are
/// drawn disabled, and values without a field, where the option can't be changed; the text stays
/// readable.
class OptionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

signals:
    /// The button of a path: a file (or folder) dialog should ask for the value of `index`.
    void browseRequested(const QModelIndex &index, const QString &path, bool isFolder);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintValue(QPainter *painter, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;
    [[nodiscard]] QWidget *textEditor(QWidget *parent, const QModelIndex &index) const;
    void commitChoice(QWidget *editor);
};

} // namespace kiln
