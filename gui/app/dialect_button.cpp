// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dialect_button.h"

#include "widgets/palette_icon.h"

#include <QActionGroup>
#include <QMenu>

namespace kiln {

namespace {

struct DialectWords
{
    const char *name; ///< as dialectName() has it
    const char *text;
};

/// Kernel versions name the dialects: what changed in the language changed with them.
constexpr DialectWords dialects[] = {
    {"unikraft", QT_TRANSLATE_NOOP("kiln::DialectButton", "Unikraft, Linux up to 5.12")},
    {"linux-6.1", QT_TRANSLATE_NOOP("kiln::DialectButton", "Linux 5.13 to 6.10")},
    {"linux-6.12", QT_TRANSLATE_NOOP("kiln::DialectButton", "Linux from 6.11 on")},
};

} // namespace

DialectButton::DialectButton(QWidget *parent)
    : MenuButton(parent)
    , m_choices(new QActionGroup(this))
{
    setObjectName(QStringLiteral("dialect"));
    setIcon(paletteIcon(QStringLiteral("place-configure")));
    setToolTip(tr("The dialect that the Kconfig files are read as"));
    setMenu(new QMenu(this));
    add({}, {});
    menu()->addSeparator();
    for (const DialectWords &dialect : dialects)
        add(QLatin1String(dialect.name), tr(dialect.text));
    connect(m_choices, &QActionGroup::triggered, this, [this](const QAction *action) {
        const QString wanted = action->data().toString();
        check(); // until it is really so
        if (wanted != m_chosen)
            emit dialectRequested(wanted);
    });
}

void DialectButton::setDialect(const QString &chosen, const QString &guessed, const QString &reason)
{
    m_chosen = chosen;
    QString shown;
    QString guess;
    for (const DialectWords &dialect : dialects) {
        const QString name = QLatin1String(dialect.name);
        if (name == (chosen.isEmpty() ? guessed : chosen))
            shown = tr(dialect.text);
        if (name == guessed)
            guess = tr(dialect.text);
    }
    m_choices->actions().constFirst()->setText(tr("Guess: %1").arg(guess));
    check();
    setText(chosen.isEmpty() ? tr("%1 (guessed)").arg(shown) : shown);
    setAccessibleName(tr("Dialect of the Kconfig files: %1").arg(text()));
    setToolTip(chosen.isEmpty()
                   ? tr("The dialect that the Kconfig files are read as (guessed: %1)").arg(reason)
                   : tr("The dialect that the Kconfig files are read as"));
}

void DialectButton::add(const QString &name, const QString &text)
{
    QAction *action = m_choices->addAction(menu()->addAction(text));
    action->setCheckable(true);
    action->setData(name);
}

void DialectButton::check()
{
    for (QAction *action : m_choices->actions())
        action->setChecked(action->data().toString() == m_chosen);
}

} // namespace kiln
