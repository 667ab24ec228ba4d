// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The target in the toolbar of a Linux tree: which architecture it is configured for.
#pragma once

#include "widgets/menu_button.h"

#include <QStringList>

class QActionGroup;

namespace kiln {

/// Shows ARCH, and a menu to choose another.
class ArchitectureButton : public MenuButton
{
    Q_OBJECT

public:
    explicit ArchitectureButton(QWidget *parent = nullptr);

    /// What can be chosen, and what is.
    void setArchitectures(const QStringList &all, const QString &current);
    [[nodiscard]] const QString &architecture() const { return m_current; }

signals:
    /// The user asks for another one; until setArchitectures() it is still the former.
    void architectureRequested(const QString &architecture);

private:
    void choose(const QString &architecture);

    QString m_current;
    QActionGroup *m_choices;
};

} // namespace kiln
