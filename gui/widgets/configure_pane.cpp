// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/configure_pane.h"

#include "widgets/configure_page.h"
#include "widgets/elided_label.h"
#include "widgets/option_view_actions.h"
#include "widgets/palette_icon.h"
#include "workbench/config_session.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>

namespace kiln {

ConfigurePane::ConfigurePane(ConfigSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_page(new ConfigurePage(session))
    , m_search(new QLineEdit)
    , m_undo(button(QStringLiteral("undo"), tr("Undo")))
    , m_redo(button(QStringLiteral("redo"), tr("Redo")))
    , m_save(button(QStringLiteral("save"), tr("Save")))
    , m_status(new ElidedLabel(Qt::ElideRight))
{
    m_search->setPlaceholderText(tr("Find option"));
    m_search->setAccessibleName(tr("Find option"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(paletteIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_save->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto *bar = new QHBoxLayout;
    bar->addWidget(m_search, 1);
    for (QToolButton *each : {m_undo, m_redo, m_save})
        bar->addWidget(each);
    bar->addWidget(m_status, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_page, 1);
    connectParts();
    renew();
}

QToolButton *ConfigurePane::button(const QString &icon, const QString &text)
{
    auto *result = new QToolButton(this);
    result->setIcon(paletteIcon(icon));
    result->setText(text);
    result->setToolTip(text);
    result->setAutoRaise(true);
    result->setFocusPolicy(Qt::TabFocus);
    return result;
}

void ConfigurePane::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, m_page, &ConfigurePage::setSearchText);
    connect(m_search, &QLineEdit::returnPressed, m_page, &ConfigurePage::activateSearch);
    connect(m_page, &ConfigurePage::searchLeft, m_search, &QLineEdit::clear);
    connect(m_page, &ConfigurePage::searchRequested, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_page, &ConfigurePage::undoRequested, m_session, &ConfigSession::undo);
    connect(m_page, &ConfigurePage::reviewRequested, this,
            [this] { m_page->viewActions()->onlyChanged->setChecked(true); });
    connect(m_page, &ConfigurePage::openRequested, this, &ConfigurePane::openRequested);
    connect(m_undo, &QToolButton::clicked, m_session, &ConfigSession::undo);
    connect(m_redo, &QToolButton::clicked, m_session, &ConfigSession::redo);
    connect(m_save, &QToolButton::clicked, this, &ConfigurePane::save);
    connect(m_session, &ConfigSession::loaded, this, &ConfigurePane::renew);
    connect(m_session, &ConfigSession::edited, this, &ConfigurePane::renew);
    connect(m_session, &ConfigSession::dirtyChanged, this, &ConfigurePane::renew);
    connect(m_session, &ConfigSession::savedStateChanged, this, &ConfigurePane::renew);
    connect(m_session, &ConfigSession::loadFailed, this, &ConfigurePane::tell);
}

void ConfigurePane::renew()
{
    const bool isLoaded = m_session->isLoaded();
    const bool isDirty = isLoaded && m_session->isDirty();
    m_undo->setEnabled(isLoaded && m_session->canUndo());
    m_redo->setEnabled(isLoaded && m_session->canRedo());
    m_undo->setToolTip(m_undo->isEnabled() ? tr("Undo %1").arg(m_session->undoText()) : tr("Undo"));
    m_redo->setToolTip(m_redo->isEnabled() ? tr("Redo %1").arg(m_session->redoText()) : tr("Redo"));
    m_save->setEnabled(isDirty);
    QString text;
    if (isLoaded && !m_session->hasFile())
        text = tr("Not saved yet: %1").arg(m_session->project().configFile);
    else if (isDirty)
        text = tr("%n change(s) not saved", nullptr, m_session->changeCount());
    else if (isLoaded && m_session->refusedShells() > 0)
        text = tr("Not all options could be read: the project is not trusted.");
    m_status->setText(text);
}

void ConfigurePane::save()
{
    m_session->startSave(ConfigSession::SaveMode::careful,
                         [pane = QPointer(this)](const Result<void> &saved) {
                             if (!pane)
                                 return;
                             if (saved)
                                 pane->renew();
                             else
                                 pane->tell(saved.error());
                         });
}

void ConfigurePane::tell(const Problem &problem)
{
    m_status->setText(problem.text());
}

QString ConfigurePane::status() const
{
    return m_status->text();
}

bool ConfigurePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kiln
