// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log_delegate.h"

#include "widgets/log_model.h"

#include <QApplication>
#include <QPainter>

namespace kiln {

namespace {

constexpr int margin = 3; ///< pixels on both sides of a cell's text
constexpr int clearance = 8;

/// What fits into `width` pixels of a text, elided if need be.
QString fitted(QString text, const QFontMetrics &metrics, int width)
{
    // Of a message of kilobytes only the beginning is measured.
    const int narrowest = std::max(1, metrics.averageCharWidth() / 4);
    const qsizetype most = width / narrowest + 2;
    const bool isCut = text.size() > most;
    if (isCut)
        text.truncate(most);
    if (!isCut && metrics.horizontalAdvance(text) <= width)
        return text;
    return metrics.elidedText(text, Qt::ElideRight, width);
}

} // namespace

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto group =
        option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    if (isSelected)
        painter->fillRect(option.rect, option.palette.brush(group, QPalette::Highlight));
    else if (const QVariant background = index.data(Qt::BackgroundRole); background.isValid())
        painter->fillRect(option.rect, qvariant_cast<QBrush>(background));

    QRect box = option.rect.adjusted(margin, 0, -margin, 0);
    if (index.column() <= LogModel::deltaColumn)
        box.adjust(0, 0, -clearance, 0);
    if (const QVariant icon = index.data(Qt::DecorationRole); icon.isValid()) {
        const QRect place(box.left(),
                          box.top() + (box.height() - option.decorationSize.height()) / 2,
                          option.decorationSize.width(), option.decorationSize.height());
        qvariant_cast<QIcon>(icon).paint(painter,
                                         QStyle::visualRect(option.direction, option.rect, place));
        box.adjust(option.decorationSize.width() + margin, 0, 0, 0);
    }
    box = QStyle::visualRect(option.direction, option.rect, box);

    if (const QString all = index.data().toString(); !all.isEmpty() && box.width() > 0) {
        const QVariant font = index.data(Qt::FontRole);
        painter->setFont(font.isValid() ? qvariant_cast<QFont>(font) : option.font);
        const QFontMetrics metrics = painter->fontMetrics();
        const QString text = fitted(all, metrics, box.width());
        const auto alignment = QStyle::visualAlignment(
            option.direction, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
        int left = box.left();
        if (alignment.testFlag(Qt::AlignRight))
            left = box.right() + 1 - metrics.horizontalAdvance(text);
        if (index.column() == LogModel::messageColumn)
            paintMatches(painter, option, index,
                         {left, box.top(), box.right() + 1 - left, box.height()}, all);
        QColor color = option.palette.color(group, QPalette::Text);
        if (isSelected)
            color = option.palette.color(group, QPalette::HighlightedText);
        else if (const QVariant own = index.data(Qt::ForegroundRole); own.isValid())
            color = qvariant_cast<QBrush>(own).color();
        painter->setPen(color);
        const int baseline = box.top() + (box.height() - metrics.height()) / 2 + metrics.ascent();
        painter->drawText(QPointF(left, baseline), text);
    }

    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = option.rect;
        focus.state |= QStyle::State_KeyboardFocusChange;
        focus.backgroundColor =
            option.palette.color(group, isSelected ? QPalette::Highlight : QPalette::Base);
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
}

/// `text` begins at the left of `box`.
void LogDelegate::paintMatches(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index, const QRect &box, const QString &text)
{
    const auto *model = qobject_cast<const LogModel *>(index.model());
    if (model == nullptr || model->search() == nullptr)
        return;
    const QFontMetrics metrics = painter->fontMetrics();
    const QByteArray bytes = text.toUtf8();
    QColor color = option.palette.color(QPalette::Highlight);
    color.setAlpha(90);
    constexpr int mostMarks = 32;
    std::size_t from = 0;
    for (int i = 0; i < mostMarks && from <= std::size_t(bytes.size()); ++i) {
        const auto match = model->search()->matcher().match(logBytes(bytes), from);
        if (!match)
            return;
        from = match->start + std::max<std::size_t>(match->length, 1);
        const int left = box.left() + metrics.horizontalAdvance(QString::fromUtf8(
                                          bytes.constData(), qsizetype(match->start)));
        if (left >= box.right())
            return;
        const int width = metrics.horizontalAdvance(
            QString::fromUtf8(bytes.constData() + match->start, qsizetype(match->length)));
        painter->fillRect(QRect(left, box.top() + 1, width, box.height() - 2) & box, color);
    }
}

} // namespace kiln
