// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way of an application that is built with a checkout of Unikraft, which nobody trusts at
// first.
#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QTemporaryDir;

namespace ProjectExplorer {
class Project;
}

namespace kiln::test {

/// Works on a copy of the sources in the folder KILN_APPLICATION, with the tree KILN_UPSTREAM_TREE.
class UpstreamJourney : public QObject
{
    Q_OBJECT

public:
    UpstreamJourney();
    ~UpstreamJourney() override;

private slots:
    void initTestCase();
    void opensUpstream();
    void runsNothingUntrusted();
    void buildsUpstream();
    void changesOptionsOfUpstream();
    void bootsUpstream();

private:
    [[nodiscard]] QString path(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    ProjectExplorer::Project *m_project = nullptr;
};

} // namespace kiln::test
