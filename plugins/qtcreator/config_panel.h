// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The options of an application as a page of Projects mode.
#pragma once

#include <projectexplorer/projectpanelfactory.h>

#include <QPointer>

#include <memory>

class QScrollArea;

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

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void renew();
    /// Takes all the height that is left on the page.
    void fill();

    UnikernelProject *m_project;
    QPointer<QScrollArea> m_scroller;         ///< Projects mode's, once it shows this; not ours
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
