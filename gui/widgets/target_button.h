// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The target in the toolbar: which of an application's machines it is configured and built for.
#pragma once

#include "widgets/menu_button.h"
#include "workbench/project_targets.h"

class QActionGroup;

namespace kiln {

/// Shows architecture and platform, and a menu to choose, add, change and remove targets. What is
/// asked for holds once setTargets() says so.
class TargetButton : public MenuButton
{
    Q_OBJECT

public:
    explicit TargetButton(QWidget *parent = nullptr);

    /// The targets there are, and the name of the one that is open; empty: none, but .config and
    /// build, with the `architecture` these are for.
    void setTargets(const QList<ProjectTarget> &targets, const QString &current,
                    const QString &architecture);
    [[nodiscard]] const QString &current() const { return m_current; }

signals:
    /// By its name; empty: none.
    void selectRequested(const QString &name);
    void addRequested();
    void editRequested(const QString &name);
    void removeRequested(const QString &name);

private:
    void fill(const QList<ProjectTarget> &targets);
    void showChoice();

    QString m_current;
    QActionGroup *m_choices;
};

} // namespace kiln
