// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The place "Project": the open project, recent ones, examples.
#pragma once

#include "workbench/project.h"

#include <QVector>
#include <QWidget>

#include <optional>
#include <utility>

class QLabel;
class QListWidget;
class QAction;
class QLayout;
class QPushButton;
class QTabWidget;

namespace kiln {

class GitStateView;
class KraftfileView;
class ToolchainView;

class ProjectPage : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectPage(QWidget *parent = nullptr);

    /// Buttons for actions: how projects begin, and what can be done with the open application.
    void setActions(const QList<QAction *> &beginnings, const QList<QAction *> &growth);

    /// Pairs of the path that opens a project and its name.
    void setRecent(const QVector<std::pair<QString, QString>> &projects);
    void setExamples(const QStringList &folders);
    /// Describes the open project; nothing: none is open.
    void setProject(const std::optional<Project> &project, bool trusted);

    [[nodiscard]] QListWidget *recentList() const { return m_recent; }
    [[nodiscard]] QListWidget *exampleList() const { return m_examples; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    [[nodiscard]] KraftfileView *kraftfileView() const { return m_kraftfile; }
    [[nodiscard]] GitStateView *gitView() const { return m_git; }
    [[nodiscard]] ToolchainView *toolchainView() const { return m_tools; }

signals:
    void openFolderRequested();
    void openRequested(const QString &folder);
    /// An example was chosen; where it is, it may be read-only.
    void exampleRequested(const QString &folder);
    void variablesRequested();
    void trustRequested();
    void forgetTrustRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refreshSoon();
    void refresh();
    void showProject(const Project &project);

    QTabWidget *m_tabs;
    KraftfileView *m_kraftfile;
    GitStateView *m_git;
    ToolchainView *m_tools;
    QLayout *m_beginnings;
    QLayout *m_growth;
    QLabel *m_facts;
    QPushButton *m_trust;
    QPushButton *m_variables;
    QWidget *m_current;
    QLabel *m_currentTitle;
    QListWidget *m_recent;
    QLabel *m_noRecent;
    QListWidget *m_examples;
    QWidget *m_examplesBox;
    QVector<std::pair<QString, QString>> m_recentProjects;
    std::optional<Project> m_project;
    bool m_trusted = false;
    bool m_isStale = false; ///< shows what was before
};

} // namespace kiln
