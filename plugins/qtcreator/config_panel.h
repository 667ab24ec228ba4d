// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The options of an application as a page of Projects mode.
#pragma once

#include <projectexplorer/projectpanelfactory.h>

#include <memory>

namespace kiln {
class ConfigSession;
class ConfigurePane;
} // namespace kiln

namespace kiln::creator {

class UnikernelProject;

/// Follows the active build configuration. GUI thread.
class ConfigPanel : public ProjectExplorer::ProjectSettingsWidget
{
    Q_OBJECT

public:
    explicit ConfigPanel(UnikernelProject *project);
    ~ConfigPanel() override;

private:
    void renew();

    UnikernelProject *m_project;
    std::shared_ptr<ConfigSession> m_session; ///< outlives m_pane
    ConfigurePane *m_pane = nullptr;
};

class ConfigPanelFactory : public ProjectExplorer::ProjectPanelFactory
{
public:
    ConfigPanelFactory();
};

/// Opens a source at the place that a pane asks for.
void followSources(const ConfigurePane *pane);

} // namespace kiln::creator
