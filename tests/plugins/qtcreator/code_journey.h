// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way of somebody who writes code: an application that a kraft.yaml describes, with an external
// library, is opened, looked at, built and edited.
#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QModelIndex;
class QTemporaryDir;
class QTreeView;

namespace ProjectExplorer {
class Project;
}

namespace kiln::test {

/// Works on an application of its own.
class CodeJourney : public QObject
{
    Q_OBJECT

public:
    CodeJourney();
    ~CodeJourney() override;

private slots:
    void initTestCase();
    void opensAKraftYaml();
    void showsExternalLibraries();
    void foldsTheKernelTree();
    void showsProgress();
    void knowsMacrosOfTheBuild();
    void completes();

private:
    [[nodiscard]] QString path(const QString &name) const;
    /// The row of the shown project tree with this text, below the application; invalid: none.
    [[nodiscard]] QModelIndex row(const QString &text) const;
    [[nodiscard]] QTreeView *projectTree() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    ProjectExplorer::Project *m_project = nullptr;
};

} // namespace kiln::test
