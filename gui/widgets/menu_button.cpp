// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/menu_button.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace kiln {

namespace {

constexpr int padding = 4;
constexpr int gap = 6;
constexpr int arrowExtent = 12;
/// A button that has to give way keeps this many characters.
constexpr int leastCharacters = 6;

} // namespace

MenuButton::MenuButton(QWidget *parent)
    : QToolButton(parent)
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
}

bool MenuButton::hasIcon() const
{
    return !icon().isNull();
}

QStyleOptionToolButton MenuButton::panelOption() const
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    option.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
    return option;
}

QSize MenuButton::sizeForText(int width) const
{
    const int height = std::max(fontMetrics().height(), hasIcon() ? iconSize().height() : 0);
    const int icon = hasIcon() ? iconSize().width() + gap : 0;
    const QSize content(icon + width + gap + arrowExtent + padding, height);
    const QStyleOptionToolButton option = panelOption();
    return style()->sizeFromContents(QStyle::CT_ToolButton, &option, content, this);
}

QSize MenuButton::sizeHint() const
{
    ensurePolished();
    return sizeForText(fontMetrics().size(Qt::TextShowMnemonic, text()).width());
}

QSize MenuButton::minimumSizeHint() const
{
    ensurePolished();
    const int least = fontMetrics().averageCharWidth() * leastCharacters;
    return sizeForText(std::min(least, fontMetrics().size(Qt::TextShowMnemonic, text()).width()));
}

void MenuButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    const QStyleOptionToolButton option = panelOption();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);

    // As wide as told, in the middle of the height, from the left or, mirrored, from the right.
    const auto place = [this](int left, QSize size) {
        const QRect box(left, (height() - size.height()) / 2, size.width(), size.height());
        return QStyle::visualRect(layoutDirection(), rect(), box);
    };
    int left = padding;
    if (hasIcon()) {
        icon().paint(&painter, place(left, iconSize()), Qt::AlignCenter,
                     isEnabled() ? QIcon::Normal : QIcon::Disabled);
        left += iconSize().width() + gap;
    }
    const int arrow = width() - padding - arrowExtent;
    const int room = std::max(0, arrow - gap - left);
    painter.drawItemText(
        place(left, {room, height()}),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)) |
            Qt::TextShowMnemonic,
        palette(), isEnabled(),
        fontMetrics().elidedText(text(), Qt::ElideRight, room, Qt::TextShowMnemonic),
        QPalette::ButtonText);

    QStyleOption arrowOption;
    arrowOption.initFrom(this);
    arrowOption.rect = place(arrow, {arrowExtent, arrowExtent});
    painter.drawPrimitive(QStyle::PE_IndicatorArrowDown, arrowOption);
}

} // namespace kiln
