// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// In the toolbar, for a folder of Kconfig files that belongs to no known tree: which dialect they
// are read as.
#pragma once

#include "widgets/menu_button.h"

#include <QString>

class QActionGroup;

namespace kiln {

/// Shows the dialect, and a menu to choose another or to have it guessed.
class DialectButton : public MenuButton
{
    Q_OBJECT

public:
    explicit DialectButton(QWidget *parent = nullptr);

    /// Names as dialectName() has them: what the user has chosen (empty: nothing), and what was
    /// guessed, by what.
    void setDialect(const QString &chosen, const QString &guessed, const QString &reason);

signals:
    /// The user asks for a dialect, or with an empty name for the guess; until setDialect() it is
    /// still the former.
    void dialectRequested(const QString &name);

private:
    void add(const QString &name, const QString &text);
    void check();

    QString m_chosen;
    QActionGroup *m_choices;
};

} // namespace kiln
