// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window builds as the user has chosen, and shows what came of it.
#include "app/main_window.h"

#include "app/analysis_controller.h"
#include "app/build_menu.h"
#include "app/window_actions.h"
#include "widgets/analyse_page.h"
#include "widgets/configure_page.h"
#include "widgets/issue_view.h"
#include "widgets/libraries_view.h"
#include "widgets/lint_view.h"
#include "widgets/run_page.h"

#include <QAction>

#include <algorithm>

namespace kiln {

namespace {

constexpr QLatin1String groupingKey("window/issueGrouping");

} // namespace

void MainWindow::connectAnalysis()
{
    connect(m_buildMenu, &BuildMenu::settingsChanged, this, [this](const BuildSettings &settings) {
        if (!m_projects.project())
            return;
        const auto saved = saveBuildSettings(m_projects.project()->directory, settings);
        if (!saved)
            showProblem(saved.error());
        m_buildMenu->setSettings(loadBuildSettings(m_projects.project()->directory));
    });
    connect(&m_projects, &ProjectController::opened, this, [this](const Project &project) {
        m_buildMenu->setSettings(loadBuildSettings(project.directory));
        m_analysis->setProject(project);
    });
    connect(m_analysis, &AnalysisController::problem, this, &MainWindow::showProblem);
    connect(m_analyse->libraries(), &LibrariesView::optionRequested, this,
            [this](const QString &option) {
                m_actions->placeConfigure->trigger();
                m_configure->showOption(option);
            });
    connect(m_analyse->lint(), &LintView::openRequested, this, &MainWindow::openSource);
    const int grouping = m_settings.value(groupingKey).toInt();
    m_run->issueView()->setGrouping(
        IssueGrouping(std::clamp(grouping, 0, int(IssueGrouping::severity))));
    connect(m_run->issueView(), &IssueView::groupingChanged, this,
            [this](IssueGrouping chosen) { m_settings.setValue(groupingKey, int(chosen)); });
}

} // namespace kiln
