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
class QPushButton;

namespace kiln {

class ProjectPage : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectPage(QWidget *parent = nullptr);

    /// Pairs of the path that opens a project and its name.
    void setRecent(const QVector<std::pair<QString, QString>> &projects);
    void setExamples(const QStringList &folders);
    /// Describes the open project; nothing: none is open.
    void setProject(const std::optional<Project> &project, bool trusted);

    [[nodiscard]] QListWidget *recentList() const { return m_recent; }
    [[nodiscard]] QListWidget *exampleList() const { return m_examples; }

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
