// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/state_bar.h"

#include "widgets/palette_icon.h"

#include <QToolButton>

namespace kiln {

namespace {

QToolButton *part(const QString &name)
{
    auto *button = new QToolButton;
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setIconSize(QSize(16, 16));
    button->setObjectName(name);
    return button;
}

void set(QToolButton *button, const QString &icon, const QString &text)
{
    button->setIcon(paletteIcon(icon));
    button->setText(text);
    button->setVisible(!text.isEmpty());
}

} // namespace

StateBar::StateBar(QWidget *parent)
    : QStatusBar(parent)
    , m_configuration(part(QStringLiteral("configurationState")))
    , m_build(part(QStringLiteral("buildState")))
    , m_activity(part(QStringLiteral("activity")))
{
    setSizeGripEnabled(false);
    addWidget(m_configuration);
    addWidget(m_build);
    addPermanentWidget(m_activity);
    m_configuration->setToolTip(tr("Go to Configure"));
    m_build->setToolTip(tr("Show the build's output"));
    m_activity->setToolTip(tr("Go to Run"));
    connect(m_configuration, &QToolButton::clicked, this, &StateBar::configurationClicked);
    connect(m_build, &QToolButton::clicked, this, &StateBar::buildClicked);
    connect(m_activity, &QToolButton::clicked, this, &StateBar::activityClicked);
}

void StateBar::setConfiguration(const QString &icon, const QString &text)
{
    set(m_configuration, icon, text);
}

void StateBar::setBuild(const QString &icon, const QString &text)
{
    set(m_build, icon, text);
}

void StateBar::setActivity(const QString &icon, const QString &text)
{
    set(m_activity, icon, text);
}

QString StateBar::configuration() const
{
    return m_configuration->text();
}

QString StateBar::build() const
{
    return m_build->text();
}

QString StateBar::activity() const
{
    return m_activity->text();
}

} // namespace kiln
