// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/architecture_button.h"

#include "widgets/palette_icon.h"

#include <QActionGroup>
#include <QMenu>

namespace kiln {

ArchitectureButton::ArchitectureButton(QWidget *parent)
    : MenuButton(parent)
    , m_choices(new QActionGroup(this))
{
    setObjectName(QStringLiteral("architecture"));
    setIcon(paletteIcon(QStringLiteral("machine")));
    setToolTip(tr("The architecture that Linux is configured for (ARCH)"));
    setMenu(new QMenu(this));
    connect(m_choices, &QActionGroup::triggered, this, [this](const QAction *action) {
        const QString wanted = action->data().toString();
        choose(m_current); // until it is really so
        if (wanted != m_current)
            emit architectureRequested(wanted);
    });
}

void ArchitectureButton::setArchitectures(const QStringList &all, const QString &current)
{
    menu()->clear();
    for (const QString &name : all) {
        QAction *action = m_choices->addAction(menu()->addAction(name));
        action->setCheckable(true);
        action->setData(name);
    }
    m_current = current;
    choose(current);
    setText(current);
    setAccessibleName(tr("Architecture: %1").arg(current));
}

void ArchitectureButton::choose(const QString &architecture)
{
    for (QAction *action : m_choices->actions())
        action->setChecked(action->data().toString() == architecture);
}

} // namespace kiln
