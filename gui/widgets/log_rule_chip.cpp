// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log_rule_chip.h"

#include "widgets/level_style.h"

#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QPixmap>

namespace kiln {

namespace {

QIcon swatch(const QColor &color, const QPalette &palette)
{
    constexpr int extent = 32; // sharp on twice as many pixels, too
    QPixmap pixmap(extent, extent);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(QPalette::Text), 2));
    painter.setBrush(color);
    painter.drawRoundedRect(QRect(5, 5, extent - 10, extent - 10), 4, 4);
    return pixmap;
}

} // namespace

LogRuleChip::LogRuleChip(const LogRule &rule, QWidget *parent)
    : QToolButton(parent)
    , m_rule(rule)
{
    setToolTip(tr("Switch this filter off and on; its menu changes or removes it"));
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::MenuButtonPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(this, &QToolButton::toggled, this, [this](bool on) {
        m_rule.isEnabled = on;
        showRule();
        emit ruleChanged();
    });
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, &LogRuleChip::buildMenu);
    setMenu(menu);
    buildMenu();
    showRule();
}

void LogRuleChip::showRule()
{
    constexpr int longestShown = 40;
    QString shown = m_rule.text;
    if (shown.size() > longestShown)
        shown = shown.left(longestShown) + QChar(0x2026);
    const QString pattern = m_rule.options.isRegex ? QStringLiteral("/%1/").arg(shown)
                                                   : QStringLiteral("“%1”").arg(shown);
    QString text = m_rule.isHighlight() ? tr("Highlight %1").arg(pattern)
                   : m_rule.excludes    ? tr("Hide %1").arg(pattern)
                                        : tr("Only %1").arg(pattern);
    setAccessibleName(text);
    setText(text.replace(QLatin1Char('&'), QLatin1String("&&")));
    setChecked(m_rule.isEnabled);
    // As the chips of the levels: struck out says off where a style hardly shows it.
    QFont own = font();
    own.setStrikeOut(!m_rule.isEnabled);
    setFont(own);
    showSwatch();
}

void LogRuleChip::showSwatch()
{
    setIcon(m_rule.isHighlight() ? swatch(highlightColor(m_rule.highlight, palette()), palette())
                                 : QIcon());
}

void LogRuleChip::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showSwatch();
}

void LogRuleChip::become(bool excludes, int highlight)
{
    m_rule.excludes = excludes;
    m_rule.highlight = highlight;
    showRule();
    emit ruleChanged();
}

void LogRuleChip::buildMenu()
{
    menu()->clear();
    if (m_rule.isHighlight() || m_rule.excludes)
        connect(menu()->addAction(tr("Show Only Matching Rows")), &QAction::triggered, this,
                [this] { become(false, LogRule::noHighlight); });
    if (m_rule.isHighlight() || !m_rule.excludes)
        connect(menu()->addAction(tr("Hide Matching Rows")), &QAction::triggered, this,
                [this] { become(true, LogRule::noHighlight); });
    QMenu *colors = menu()->addMenu(tr("Highlight Matching Rows"));
    for (int i = 0; i < highlightCount; ++i) {
        QAction *action =
            colors->addAction(swatch(highlightColor(i, palette()), palette()), highlightName(i));
        action->setCheckable(true);
        action->setChecked(m_rule.highlight == i);
        connect(action, &QAction::triggered, this, [this, i] { become(false, i); });
    }
    menu()->addSeparator();
    connect(menu()->addAction(tr("Change")), &QAction::triggered, this,
            &LogRuleChip::editRequested);
    connect(menu()->addAction(tr("Remove")), &QAction::triggered, this,
            &LogRuleChip::removeRequested);
}

} // namespace kiln
