// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which project is open, whether it is trusted, and its configuration.
#pragma once

#include "workbench/config_session.h"
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
    explicit ProjectController(QObject *parent = nullptr);

    /// The kernel tree for projects opened from now on; empty: found out for each.
    void setTree(const QString &directory) { m_options.tree = directory; }
    /// Opens an application folder, or the folder of a file in one. The former project stays open
    /// when this one can't be opened. Returns whether it could.
    bool open(const QString &path);

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
    void trustChanged(bool trusted);
    void problem(const kiln::Problem &problem);
    void saveFailed(const kiln::Problem &problem);
    /// Somebody else changed .config while there were unsaved changes here.
    void changedOutside();
    /// The project's .config is another file.
    void configFileChanged();

private:
    TrustStore m_trustStore;
    ConfigSession m_session;
    ProjectOptions m_options;
    std::optional<Project> m_project;
    bool m_trusted = false;
    bool m_saving = false;
};

} // namespace kiln
