// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/place_bar.h"

#include <QAction>
#include <QToolButton>
#include <QVBoxLayout>

namespace kiln {

PlaceBar::PlaceBar(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("places"));
    setAccessibleName(tr("Places"));
    m_layout->setContentsMargins(4, 8, 4, 8);
    m_layout->setSpacing(8);
    m_layout->addStretch(1);
}

void PlaceBar::addPlace(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize(QSize(24, 24));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setMinimumSize(72, 56);
    m_layout->insertWidget(m_layout->count() - 1, button);
    m_buttons.append(button);
}

} // namespace kiln
