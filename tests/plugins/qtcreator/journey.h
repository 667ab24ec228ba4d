// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One user's way through an application: open, build, boot, look, configure.
#pragma once

#include <QObject>
#include <QString>

class QAbstractItemView;

namespace ProjectExplorer {
class Project;
}

namespace kiln::test {

/// Works on the application in the folder KILN_APPLICATION.
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
    void bootsAgain();
    void filtersByLevel();
    void configures();
    void editsTheConfigurationFile();
    void tellsIssues();
    void coloursConfigFiles();
    void leavesOtherMakefilesAlone();
    void debugs();

private:
    [[nodiscard]] QString path(const QString &name) const;
    [[nodiscard]] QAbstractItemView *logTable() const;

    QString m_directory;
    ProjectExplorer::Project *m_project = nullptr;
};

} // namespace kiln::test
