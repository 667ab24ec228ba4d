// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The choice of the program's language.
#pragma once

#include <QMenu>

class QActionGroup;

namespace kiln {

/// The desktop's language, or one that Kiln has, each under its own name. A language is chosen when
/// the program starts, so a choice here is for the next time.
class LanguageMenu : public QMenu
{
    Q_OBJECT

public:
    explicit LanguageMenu(QWidget *parent = nullptr);

    /// A name from languages(); empty: the desktop's.
    [[nodiscard]] QString language() const;
    /// Any other name is the desktop's.
    void setLanguage(const QString &name);

signals:
    /// By the user.
    void chosen(const QString &name);

private:
    QActionGroup *m_choices;
};

} // namespace kiln
