// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which project is open, whether it is trusted, and its configuration.
#pragma once

#include "app/project_memory.h"
#include "workbench/config_session.h"
#include "workbench/kraft_settings.h"
#include "workbench/project.h"
#include "workbench/trust_store.h"

#include <QObject>

#include <functional>
#include <optional>

namespace kiln {

/// Opens projects and saves configurations; says what went wrong through problem(). GUI thread.
class ProjectController : public QObject
{
    Q_OBJECT

public:
    /// What is remembered of projects outlives the controller; null: nothing is.
    explicit ProjectController(ProjectMemory *memory = nullptr, QObject *parent = nullptr);

    /// The kernel tree for applications opened from now on; empty: found out for each.
    void setTree(const QString &directory) { m_tree = directory; }
    /// Opens what locateProject() finds: a folder, or a file in or of a project. The values of a
    /// defconfig become unsaved edits. A Linux tree opens for `architecture`, or for the one
    /// remembered. The former project stays open when this one can't be opened. Returns whether it
    /// could.
    bool open(const QString &path, const QString &architecture = {});
    /// Reads the open project again, as it was opened.
    bool reopen();
    /// Chooses a target of the open application (by ProjectTarget::name; empty: none), remembers
    /// that, and reads its configuration.
    bool selectTarget(const QString &name);
    /// Gives the options the values that the Kraftfile and the target ask for, as unsaved edits.
    /// A configuration that is on no disk yet gets them when it is opened.
    void takeKraftfile();
    /// Reads the open Linux tree for another ARCH, and remembers it.
    bool setArchitecture(const QString &architecture);
    /// Reads the open project with these variables, and remembers them.
    bool setVariables(const Variables &variables);

    /// Reads the open Kconfig files as this dialect (kconfig::dialectName(); empty: guessed), and
    /// remembers it.
    bool setDialect(const QString &dialect);

    [[nodiscard]] const std::optional<Project> &project() const { return m_project; }
    [[nodiscard]] bool isTrusted() const { return m_trusted; }
    /// The folders the question about trust is about.
    [[nodiscard]] QStringList untrustedFolders() const;
    /// Trusts the open project from now on, and reads its options again if shells were refused.
    void trust();
    void forgetTrust();

    [[nodiscard]] ConfigSession *session() { return &m_session; }
    /// Saves, then calls `then`. When it fails, saveFailed() says so; with unsaved changes of
    /// somebody else on disk, changedOutside() asks first.
    void save(ConfigSession::SaveMode mode = ConfigSession::SaveMode::careful,
              std::function<void()> then = {});
    /// Whether a save() has not ended yet.
    [[nodiscard]] bool isSaving() const { return m_saving; }
    /// Saves when needed, so that a build sees what the window shows, then calls `then`.
    void saveIfNeeded(const std::function<void()> &then);
    /// Saves to another file, which is the project's configuration from then on.
    void saveAs(const QString &file);

    /// Applications that come with the bundled tree.
    [[nodiscard]] static QStringList examples();

signals:
    void opened(const kiln::Project &project);
    /// The values of a defconfig were taken; they are not saved yet.
    void valuesTaken(const QString &file);
    /// What became of the values that the Kraftfile asks for.
    void kraftfileTaken(const QVector<kiln::KraftEffect> &effects);
    void trustChanged(bool trusted);
    void problem(const kiln::Problem &problem);
    void saveFailed(const kiln::Problem &problem);
    /// A save() has ended, well or not: isSaving() holds no more.
    void saveEnded();
    /// Somebody else changed .config while there were unsaved changes here.
    void changedOutside();
    /// The project's .config is another file.
    void configFileChanged();

private:
    [[nodiscard]] ProjectOptions currentOptions() const;
    /// Options for an application and the target that was chosen for it, else for none, which is
    /// the Problem then.
    [[nodiscard]] ProjectOptions applicationOptions(const QString &path,
                                                    std::optional<Problem> &trouble) const;
    bool openWith(const QString &path, const ProjectOptions &options);
    void takeValues();

    ProjectMemory *m_memory;
    TrustStore m_trustStore;
    ConfigSession m_session;
    QString m_tree;
    QString m_valuesFile; ///< a defconfig to take once the options are read
    std::optional<Project> m_project;
    bool m_isNew = false; ///< its configuration has not been read yet
    bool m_trusted = false;
    bool m_saving = false;
};

} // namespace kiln
