// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/option_delegate.h"

#include "widgets/option_box.h"
#include "widgets/option_search_model.h"
#include "widgets/option_tree_model.h"
#include "widgets/value_editors.h"

#include <QAbstractProxyModel>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>

#include <optional>

namespace kiln {

namespace {

constexpr int grid = 8;

OptionEditor editorOf(const QModelIndex &index)
{
    return OptionEditor(index.data(OptionTreeModel::EditorRole).toInt());
}

bool isBox(OptionEditor editor)
{
    return editor == OptionEditor::check || editor == OptionEditor::threeState ||
           editor == OptionEditor::radio;
}

/// The index of the tree behind any number of proxies; nothing for other models.
struct TreeIndex
{
    const OptionTreeModel *tree = nullptr;
    QModelIndex index;
};

TreeIndex treeIndex(QModelIndex index)
{
    while (const auto *proxy = qobject_cast<const QAbstractProxyModel *>(index.model()))
        index = proxy->mapToSource(index);
    if (const auto *tree = qobject_cast<const OptionTreeModel *>(index.model()))
        return {tree, index};
    if (const auto *results = qobject_cast<const OptionSearchModel *>(index.model()))
        return {results->tree(), results->toTree(index)};
    return {};
}

} // namespace

void OptionDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->features &= ~QStyleOptionViewItem::HasCheckIndicator;
    if (index.column() == OptionTreeModel::optionColumn && isBox(editorOf(index))) {
        OptionBox box;
        box.isRound = editorOf(index) == OptionEditor::radio;
        box.isEnabled = bool(index.flags() & Qt::ItemIsUserCheckable);
        box.state = Qt::CheckState(index.data(Qt::CheckStateRole).toInt());
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(OptionBox::extent, OptionBox::extent);
        option->icon =
            box.icon(option->palette, option->widget ? option->widget->devicePixelRatioF() : 1.0);
    }
}

void OptionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    if (index.column() == OptionTreeModel::valueColumn && (index.flags() & Qt::ItemIsEditable)) {
        paintValue(painter, option, index);
        return;
    }
    QStyledItemDelegate::paint(painter, option, index);
}

void OptionDelegate::paintValue(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    const QString value = item.text;
    item.text.clear();
    item.icon = {};
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const QRect field =
        QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(2, 2, -grid, -2));
    if (editorOf(index) == OptionEditor::choice) {
        QStyleOptionComboBox box;
        box.rect = field;
        box.palette = item.palette;
        box.fontMetrics = item.fontMetrics;
        box.direction = item.direction;
        box.state = QStyle::State_Enabled;
        box.editable = false;
        box.frame = true;
        const QRect text = style->subControlRect(QStyle::CC_ComboBox, &box,
                                                 QStyle::SC_ComboBoxEditField, item.widget);
        box.currentText = item.fontMetrics.elidedText(value, Qt::ElideRight, text.width() - 4);
        style->drawComplexControl(QStyle::CC_ComboBox, &box, painter, item.widget);
        painter->setFont(item.font);
        style->drawControl(QStyle::CE_ComboBoxLabel, &box, painter, item.widget);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor edge = item.palette.color(QPalette::Active, QPalette::Text);
    edge.setAlphaF(0.3f);
    painter->setPen(edge);
    painter->setBrush(item.palette.brush(QPalette::Active, QPalette::Base));
    painter->drawRoundedRect(QRectF(field).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter->setFont(item.font);
    painter->setPen(item.palette.color(QPalette::Active, QPalette::Text));
    const QRect text = field.adjusted(6, 0, -6, 0);
    const bool number = editorOf(index) != OptionEditor::text;
    const Qt::Alignment side = number ? Qt::AlignRight : Qt::AlignLeft;
    painter->setLayoutDirection(Qt::LeftToRight); // values are code
    painter->drawText(text, int(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, side)),
                      item.fontMetrics.elidedText(value, Qt::ElideRight, text.width()));
    painter->restore();
}

QSize OptionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(option.fontMetrics.height() + grid + 2, 3 * grid + 2));
    return size;
}

QWidget *OptionDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const
{
    const TreeIndex at = treeIndex(index);
    if (!at.tree)
        return nullptr;
    const QString name = index.data(OptionTreeModel::PromptRole).toString();
    QWidget *editor = nullptr;
    switch (editorOf(index)) {
    case OptionEditor::choice: {
        auto *box = new QComboBox(parent);
        const kconfig::Model &model = at.tree->configuration()->model();
        for (const ChoiceEntry &entry : at.tree->choiceEntries(at.index))
            box->addItem(entry.prompt,
                         entry.symbol.isValid()
                             ? QString::fromStdString(std::string(model.symbol(entry.symbol).name))
                             : QStringLiteral("n"));
        connect(box, &QComboBox::activated, this,
                [this, box] { const_cast<OptionDelegate *>(this)->commitChoice(box); });
        QTimer::singleShot(0, box, &QComboBox::showPopup);
        editor = box;
        break;
    }
    case OptionEditor::integer:
    case OptionEditor::hex:
        editor = new NumberBox({editorOf(index), at.tree->rangeAt(at.index)}, parent);
        break;
    case OptionEditor::text:
        editor = textEditor(parent, index);
        break;
    case OptionEditor::none:
    case OptionEditor::check:
    case OptionEditor::threeState:
    case OptionEditor::radio:
        return nullptr;
    }
    editor->setAccessibleName(name);
    editor->setAutoFillBackground(true);
    return editor;
}

QWidget *OptionDelegate::textEditor(QWidget *parent, const QModelIndex &index) const
{
    auto *line = new ValueLine({OptionEditor::text, std::nullopt}, parent);
    const TreeIndex at = treeIndex(index);
    const auto symbol = kconfig::SymbolId{index.data(OptionTreeModel::SymbolRole).toUInt()};
    const std::string_view name = at.tree->configuration()->model().symbol(symbol).name;
    bool isFolder = false;
    if (isPathLike(QString::fromUtf8(name.data(), qsizetype(name.size())),
                   index.data(Qt::EditRole).toString(), &isFolder)) {
        line->addBrowseButton();
        connect(line, &ValueLine::browseRequested, this,
                [this, line, isFolder, index = QPersistentModelIndex(index)] {
                    auto *self = const_cast<OptionDelegate *>(this);
                    emit self->browseRequested(index, line->text(), isFolder);
                });
    }
    return line;
}

bool OptionDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        auto *editor = qobject_cast<QWidget *>(watched);
        const bool commits = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab ||
                             key == Qt::Key_Backtab;
        if (commits && editor && !whyNot(editor).isEmpty()) {
            showWhyNot(editor);
            return true; // stays open, so that it can be mended
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

void OptionDelegate::commitChoice(QWidget *editor)
{
    emit commitData(editor);
    emit closeEditor(editor);
}

void OptionDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString value = index.data(Qt::EditRole).toString();
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentIndex(box->findData(value));
    else if (auto *number = qobject_cast<NumberBox *>(editor))
        number->setValueText(value);
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setText(value);
}

void OptionDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                  const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor)) {
        if (box->currentData().isValid() && box->currentData() != index.data(Qt::EditRole))
            model->setData(index, box->currentData(), Qt::EditRole);
    } else if (!whyNot(editor).isEmpty()) {
        return; // told while it was typed
    } else if (const auto *number = qobject_cast<NumberBox *>(editor)) {
        model->setData(index, number->valueText(), Qt::EditRole);
    } else if (const auto *line = qobject_cast<QLineEdit *>(editor)) {
        if (line->text() != index.data(Qt::EditRole).toString())
            model->setData(index, line->text(), Qt::EditRole);
    }
}

void OptionDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &) const
{
    editor->setGeometry(
        QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(2, 1, -grid, -1)));
}

bool OptionDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (index.column() != OptionTreeModel::optionColumn || !isBox(editorOf(index)))
        return false;
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonRelease &&
        event->type() != QEvent::MouseButtonDblClick)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    const QRect box = style->subElementRect(QStyle::SE_ItemViewItemDecoration, &item, item.widget);
    if (mouse->button() != Qt::LeftButton || !box.adjusted(-4, -4, 4, 4).contains(mouse->pos()))
        return false;
    if (event->type() == QEvent::MouseButtonRelease)
        model->setData(index, QVariant(), Qt::CheckStateRole);
    return true;
}

} // namespace kiln
