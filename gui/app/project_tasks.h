// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Projects born and grown: the dialogs for new, cloned and ported ones, for libraries and targets.
#pragma once

#include "workbench/kraftfile.h"
#include "workbench/problem.h"

#include <QObject>

#include <functional>

class QWidget;

namespace kiln {

class ProjectController;
class WindowActions;

/// Opens dialogs over `window`. What comes of them is signalled: the window knows whether something
/// is unsaved. The others must outlive it.
class ProjectTasks : public QObject
{
    Q_OBJECT

public:
    /// Calls its second argument once unsaved edits are dealt with; the first asks about them.
    using Guard = std::function<void(const QString &question, std::function<void()> then)>;

    ProjectTasks(ProjectController *projects, WindowActions *actions, Guard guard, QWidget *window);

    void newApplication();
    void newLibrary();
    void clone();
    void port();
    void addLibrary();
    /// By its name; empty: none.
    void selectTarget(const QString &name);
    void addTarget();
    void editTarget(const QString &name);
    void removeTarget(const QString &name);
    /// The open project's files are others now: it is read again.
    void reload();

signals:
    /// A project should be opened.
    void openRequested(const QString &path);
    /// The open project will be read again: what runs should end.
    void reopening();
    void problem(const kiln::Problem &problem);
    /// In one sentence.
    void done(const QString &text);

private:
    [[nodiscard]] QString parentFolder() const;
    [[nodiscard]] QString treeVersion() const;
    void takeClone(const QString &directory);
    void open(const QString &target);
    void showTargetDialog(const KraftTarget *former,
                          const std::function<void(const KraftTarget &)> &take);

    ProjectController *m_projects;
    Guard m_guard;
    QWidget *m_window;
};

} // namespace kiln
