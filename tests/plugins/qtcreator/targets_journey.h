// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way of an application with several targets: its Kraftfile is opened, each target built and
// booted by itself, and a kit's compiler used.
#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QTemporaryDir;

namespace ProjectExplorer {
class BuildConfiguration;
class Project;
} // namespace ProjectExplorer

namespace kiln::test {

/// Works on a copy of the sources in the folder KILN_APPLICATION, with a Kraftfile of its own.
class TargetsJourney : public QObject
{
    Q_OBJECT

public:
    TargetsJourney();
    ~TargetsJourney() override;

private slots:
    void initTestCase();
    void opensAKraftfile();
    void buildsForAnotherArchitecture();
    void knowsTheCodeOfTheOtherArchitecture();
    void bootsTheOtherArchitecture();
    void saysThatADebuggerLacks();
    void debugsTheOtherArchitecture();
    void keepsTargetsApart();
    void usesTheCompilerOfTheKit();

private:
    [[nodiscard]] QString path(const QString &name) const;
    /// The configuration of this name of the active kit; null: there is none.
    [[nodiscard]] ProjectExplorer::BuildConfiguration *configuration(const QString &name) const;
    /// Makes it the active one, and waits until the project has been read for it.
    void activate(const QString &name);
    /// Runs it until it has ended: this QEMU is started, and the log says hello.
    void boot(const QString &program);

    std::unique_ptr<QTemporaryDir> m_folder;
    ProjectExplorer::Project *m_project = nullptr;
};

} // namespace kiln::test
