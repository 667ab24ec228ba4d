// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An application as a project of Qt Creator.
#pragma once

#include "workbench/config_session.h"
#include "workbench/project.h"

#include <projectexplorer/project.h>

#include <memory>
#include <optional>

namespace kiln::creator {

/// Opened by Kraftfile, kraft.yaml or Makefile.uk. GUI thread.
class UnikernelProject : public ProjectExplorer::Project
{
    Q_OBJECT

public:
    explicit UnikernelProject(const Utils::FilePath &file);
    ~UnikernelProject() override;

    /// The application as the active build configuration has it; nothing before it has been read.
    [[nodiscard]] const std::optional<kiln::Project> &application() const { return m_application; }
    void setApplication(const kiln::Project &application);

    /// Its configuration, which all views of it share; loads it when that has not been done yet.
    /// Null while there is no application(). Another configuration file is another session.
    [[nodiscard]] std::shared_ptr<ConfigSession> session();

    /// The open project that this configuration file belongs to; null: none.
    [[nodiscard]] static UnikernelProject *forConfigFile(const QString &file);

signals:
    /// application() is another: another build configuration, or read again.
    void applicationChanged();

protected:
    RestoreResult fromMap(const QVariantMap &map, QString *errorMessage) override;

private:
    void load();

    std::optional<kiln::Project> m_application;
    std::shared_ptr<ConfigSession> m_session;
};

} // namespace kiln::creator
