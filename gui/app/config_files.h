// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's dealings with configuration files: save as, save minimal, import, merge, compare,
// the panel of changes, and what others or a crash have done to .config.
#pragma once

#include "widgets/compare_view.h"
#include "workbench/problem.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace kiln {

class ChangesView;
class ConfigurePage;
class NoticeBar;
class ProjectController;
class WindowActions;

/// Connects the actions and asks the questions, none of which blocks. GUI thread.
class ConfigFiles : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this object, which belongs to the window.
    ConfigFiles(QWidget *window, ProjectController *projects, WindowActions *actions,
                ConfigurePage *page);

    /// For the window's layout; both are hidden until there is something in them.
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }
    [[nodiscard]] ChangesView *changes() const { return m_changes; }
    /// The window with the comparison; null while it is closed.
    [[nodiscard]] CompareView *comparison() const { return m_compare; }

    void showChanges(bool show);
    /// Opens the comparison with the saved file, the current configuration and these files.
    void compare(const QStringList &files);

signals:
    /// Something to tell that is no error, such as a file's name.
    void done(const QString &text);
    void problem(const kiln::Problem &problem);
    void diagnosticsChanged();

private:
    void ask(const QString &name, const QString &title, bool toSave, const QString &file,
             std::function<void(const QString &)> then);
    void askSaveAs();
    void saveMinimal();
    void import();
    void merge();
    void askCompare();
    void tellSaveFailed(const Problem &problem);
    void tellOutside();
    void tellRecovery();
    void resolveConflicts();
    void updateActions();
    void goTo(const QString &name);

    QWidget *m_window;
    ProjectController *m_projects;
    WindowActions *m_actions;
    ConfigurePage *m_page;
    NoticeBar *m_notice;
    ChangesView *m_changes;
    QPointer<CompareView> m_compare;
};

} // namespace kiln
