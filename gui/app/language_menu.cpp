// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language_menu.h"

#include "app/translations.h"

#include <QActionGroup>
#include <QLocale>

namespace kiln {

LanguageMenu::LanguageMenu(QWidget *parent)
    : QMenu(parent)
    , m_choices(new QActionGroup(this))
{
    setTitle(tr("Lang&uage"));
    addAction(tr("Like the &Desktop"))->setData(QString());
    addSeparator();
    for (const QString &name : languages()) {
        const QLocale locale(name);
        QString shown = locale.nativeLanguageName().section(QLatin1Char(' '), 0, 0);
        shown[0] = shown[0].toUpper();
        addAction(shown)->setData(name);
    }
    for (QAction *action : actions()) {
        if (action->isSeparator())
            continue;
        action->setCheckable(true);
        m_choices->addAction(action);
    }
    setLanguage({});
    connect(m_choices, &QActionGroup::triggered, this,
            [this](const QAction *action) { emit chosen(action->data().toString()); });
}

QString LanguageMenu::language() const
{
    return m_choices->checkedAction()->data().toString();
}

void LanguageMenu::setLanguage(const QString &name)
{
    m_choices->actions().constFirst()->setChecked(true);
    for (QAction *action : m_choices->actions()) {
        if (action->data().toString() == name)
            action->setChecked(true);
    }
}

} // namespace kiln
