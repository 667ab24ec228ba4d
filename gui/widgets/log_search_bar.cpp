// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log_search_bar.h"

#include "widgets/palette_icon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace kiln {

LogSearchBar::LogSearchBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit)
    , m_regex(new QAction(QStringLiteral(".*"), this))
    , m_case(new QAction(QStringLiteral("Aa"), this))
    , m_state(new QLabel)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    m_edit->setObjectName(QStringLiteral("logSearch"));
    m_edit->setPlaceholderText(tr("Search in the rows"));
    m_edit->setAccessibleName(tr("Search in the rows"));
    m_edit->setToolTip(tr("Enter goes to the next match, Shift+Enter to the one before, Escape "
                          "closes the search"));
    m_edit->addAction(paletteIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &LogSearchBar::searchChanged);
    layout->addWidget(m_edit, 1);
    m_case->setToolTip(tr("Tell capital letters from small ones"));
    m_regex->setToolTip(tr("The text is a regular expression"));
    const auto addButton = [layout](QAction *action) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->toolTip());
        layout->addWidget(button);
    };
    for (QAction *action : {m_case, m_regex}) {
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, &LogSearchBar::searchChanged);
        addButton(action);
    }
    auto *before = new QAction(tr("Previous"), this);
    before->setToolTip(tr("The match before (Shift+F3)"));
    connect(before, &QAction::triggered, this, &LogSearchBar::previousRequested);
    addButton(before);
    auto *next = new QAction(tr("Next"), this);
    next->setToolTip(tr("The next match (F3)"));
    connect(next, &QAction::triggered, this, &LogSearchBar::nextRequested);
    addButton(next);
    m_state->setMinimumWidth(m_state->fontMetrics().averageCharWidth() * 16);
    layout->addWidget(m_state, 1);
    auto *end = new QAction(paletteIcon(QStringLiteral("close")), tr("Close"), this);
    end->setToolTip(tr("Close the search (Escape)"));
    connect(end, &QAction::triggered, this, &LogSearchBar::close);
    addButton(end);
    hide();
}

void LogSearchBar::open()
{
    show();
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void LogSearchBar::close()
{
    hide();
    m_edit->clear();
    emit closed();
}

QString LogSearchBar::text() const
{
    return m_edit->text();
}

LogPattern::Options LogSearchBar::options() const
{
    return {m_regex->isChecked(), m_case->isChecked()};
}

QString LogSearchBar::state() const
{
    return m_state->text();
}

void LogSearchBar::showState(const QString &text, bool isWrong)
{
    m_state->setText(text);
    m_state->setToolTip(isWrong ? text : QString());
    m_edit->setAccessibleDescription(text);
}

bool LogSearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (key->modifiers().testFlag(Qt::ShiftModifier))
                emit previousRequested();
            else
                emit nextRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kiln
