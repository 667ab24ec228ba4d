// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An application as a project of Qt Creator.
#pragma once

#include "qtc_compat.h"

#include "workbench/config_session.h"
#include "workbench/project.h"

#include <memory>
#include <optional>

namespace kiln::creator {

/// Opened by Kraftfile, kraft.yaml or Makefile.uk. GUI thread.
class UnikernelProject : public ProjectBase
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
    /// Whether session() is loaded, and has the values that the Kraftfile and its target ask of a
    /// configuration that has no file yet. While it does not, configurationReady() or the session's
    /// loadFailed() will come.
    [[nodiscard]] bool isConfigurationReady() const;

    /// The open project that this configuration file belongs to; null: none.
    [[nodiscard]] static UnikernelProject *forConfigFile(const QString &file);

signals:
    /// application() is another: another build configuration, or read again.
    void applicationChanged();
    /// See isConfigurationReady().
    void configurationReady();

protected:
    void restored() override;

private:
    void load();
    void takeWanted();

    std::optional<kiln::Project> m_application;
    std::shared_ptr<ConfigSession> m_session;
    bool m_isNew = false;    ///< the session has to take the Kraftfile's values
    bool m_isTaking = false; ///< it does so now
};

} // namespace kiln::creator
