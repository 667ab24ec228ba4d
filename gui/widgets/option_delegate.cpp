// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/option_delegate.h"

#include "widgets/option_box.h"
#include "widgets/option_search_model.h"
#include "widgets/option_tree_model.h"

#include <QAbstractProxyModel>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QTimer>

#include <limits>
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

std::optional<int> toInt(const std::string &text)
{
    bool ok = false;
    const int value = QString::fromStdString(text).toInt(&ok, 0);
    return ok ? std::optional<int>(value) : std::nullopt;
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

    const QRect field = option.rect.adjusted(2, 2, -grid, -2);
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
    painter->drawText(text, int(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft)),
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
    case OptionEditor::integer: {
        const auto range = at.tree->rangeAt(at.index);
        const auto low = range ? toInt(range->low) : std::numeric_limits<int>::min();
        const auto high = range ? toInt(range->high) : std::numeric_limits<int>::max();
        bool fits = false;
        (void)index.data(Qt::EditRole).toString().toInt(&fits);
        if (low && high && (fits || index.data(Qt::EditRole).toString().isEmpty())) {
            auto *box = new QSpinBox(parent);
            box->setRange(*low, *high);
            box->setAccelerated(true);
            box->setFrame(true);
            editor = box;
        } else {
            auto *line = new QLineEdit(parent);
            line->setValidator(new QRegularExpressionValidator(
                QRegularExpression(QStringLiteral("-?[0-9]+")), line));
            editor = line;
        }
        break;
    }
    case OptionEditor::hex: {
        auto *line = new QLineEdit(parent);
        line->setValidator(new QRegularExpressionValidator(
            QRegularExpression(QStringLiteral("(0[xX])?[0-9a-fA-F]+")), line));
        editor = line;
        break;
    }
    case OptionEditor::text:
        editor = new QLineEdit(parent);
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
    else if (auto *spin = qobject_cast<QSpinBox *>(editor))
        spin->setValue(value.toInt());
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setText(value);
}

void OptionDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                  const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor)) {
        if (box->currentData().isValid() && box->currentData() != index.data(Qt::EditRole))
            model->setData(index, box->currentData(), Qt::EditRole);
    } else if (auto *spin = qobject_cast<QSpinBox *>(editor)) {
        spin->interpretText();
        model->setData(index, QString::number(spin->value()), Qt::EditRole);
    } else if (const auto *line = qobject_cast<QLineEdit *>(editor)) {
        if (line->text() != index.data(Qt::EditRole).toString())
            model->setData(index, line->text(), Qt::EditRole);
    }
}

void OptionDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(2, 1, -grid, -1));
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
