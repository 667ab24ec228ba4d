// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One user's way through an application: open, build, boot, look, configure.
#pragma once

#include <QObject>
#include <QString>

class QAbstractItemView;
class QWidget;

namespace ProjectExplorer {
class Project;
}

namespace kiln::test {

/// Works on the application in the folder KILN_APPLICATION, and saves pictures in KILN_PICTURES.
/// Widgets of the plugin are found by the names of their classes: it exports nothing.
class Journey : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void opensTheProject();
    void showsTheTree();
    void offersTargets();
    void asksForTrustAndBuilds();
    void knowsTheCode();
    void bootsAndShowsTheLog();
    void filtersByLevel();
    void configures();
    void editsTheConfigurationFile();
    void tellsIssues();
    void coloursConfigFiles();
    void debugs();
    void offersWizards();

private:
    void picture(const QString &name) const;
    [[nodiscard]] QString path(const QString &name) const;
    void build();
    [[nodiscard]] QAbstractItemView *logTable() const;
    [[nodiscard]] QString logText() const;

    QString m_directory;
    ProjectExplorer::Project *m_project = nullptr;
    bool m_hasBuilt = false;
};

/// The first visible widget of this class, in any window; null: there is none.
[[nodiscard]] QWidget *visibleWidget(const char *className);

} // namespace kiln::test
