// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/target_button.h"

#include "widgets/palette_icon.h"

#include <QActionGroup>
#include <QMenu>

namespace kiln {

TargetButton::TargetButton(QWidget *parent)
    : MenuButton(parent)
    , m_choices(new QActionGroup(this))
{
    setObjectName(QStringLiteral("targetButton"));
    setIcon(paletteIcon(QStringLiteral("target")));
    setToolTip(tr("The target: architecture · platform, with a configuration and a build folder of "
                  "its own"));
    setMenu(new QMenu(this));
    connect(m_choices, &QActionGroup::triggered, this, [this](const QAction *action) {
        const QString wanted = action->data().toString();
        showChoice(); // until it is really so
        if (wanted != m_current)
            emit selectRequested(wanted);
    });
    setTargets({}, {}, {});
}

void TargetButton::setTargets(const QList<ProjectTarget> &targets, const QString &current,
                              const QString &architecture)
{
    m_current = current;
    fill(targets);
    QString text =
        architecture.isEmpty() ? tr("No target") : tr("%1 · no target").arg(architecture);
    for (const ProjectTarget &target : targets) {
        if (target.name == current)
            text = tr("%1 · %2").arg(target.written.architecture, target.written.platform);
    }
    setText(text);
    setAccessibleName(tr("Target: %1").arg(text));
}

void TargetButton::fill(const QList<ProjectTarget> &targets)
{
    menu()->clear();
    const auto add = [this](const QString &text, const QString &name) {
        QAction *action = m_choices->addAction(menu()->addAction(text));
        action->setCheckable(true);
        action->setData(name);
    };
    for (const ProjectTarget &target : targets) {
        const QString machine =
            tr("%1 · %2").arg(target.written.architecture, target.written.platform);
        add(target.written.name.isEmpty() ? machine : tr("%1 (%2)").arg(machine, target.name),
            target.name);
    }
    add(tr("No target: .config and build"), {});
    showChoice();
    menu()->addSeparator();
    connect(menu()->addAction(tr("&Add Target…")), &QAction::triggered, this,
            &TargetButton::addRequested);
    QAction *edit = menu()->addAction(tr("&Edit Target…"));
    connect(edit, &QAction::triggered, this, [this] { emit editRequested(m_current); });
    QAction *remove = menu()->addAction(tr("&Remove Target"));
    connect(remove, &QAction::triggered, this, [this] { emit removeRequested(m_current); });
    edit->setEnabled(!m_current.isEmpty());
    remove->setEnabled(!m_current.isEmpty());
}

void TargetButton::showChoice()
{
    for (QAction *action : m_choices->actions())
        action->setChecked(action->data().toString() == m_current);
}

} // namespace kiln
