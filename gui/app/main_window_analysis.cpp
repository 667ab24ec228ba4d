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
#include "widgets/notice_bar.h"
#include "widgets/run_page.h"

#include <QAction>
#include <QPushButton>

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
    connect(m_run, &RunPage::optionsWanted, this, &MainWindow::switchOn);
    connect(m_analyse->lint(), &LintView::openRequested, this, &MainWindow::openSource);
    const int grouping = m_settings.value(groupingKey).toInt();
    m_run->issueView()->setGrouping(
        IssueGrouping(std::clamp(grouping, 0, int(IssueGrouping::severity))));
    connect(m_run->issueView(), &IssueView::groupingChanged, this,
            [this](IssueGrouping chosen) { m_settings.setValue(groupingKey, int(chosen)); });
}

void MainWindow::switchOn(const QStringList &names)
{
    ConfigSession *session = m_projects.session();
    if (!session->isLoaded())
        return;
    QVector<kconfig::Edit> edits;
    for (const QString &name : names) {
        const kconfig::SymbolId symbol = session->model().find(name.toStdString());
        if (symbol.isValid() && session->model().symbol(symbol).isDefined())
            edits.append({symbol, "y"});
    }
    if (edits.isEmpty())
        return showProblem({tr("This tree has no option %1").arg(names.join(QStringLiteral(", "))),
                            {},
                            tr("Look for what makes its kernel say more in Configure.")});
    if (const auto done = session->edit(edits, tr("Let the kernel say more")); !done) {
        // Something hides or holds it: Configure tells what.
        m_actions->placeConfigure->trigger();
        m_configure->showOption(names.first());
        return showProblem(done.error());
    }
    m_notice->setMessage(QStringLiteral("level-info"),
                         tr("%1 is switched on. The next boot will tell more.")
                             .arg(names.join(QStringLiteral(", "))));
    connect(m_notice->addButton(tr("Build && Boot")), &QPushButton::clicked,
            m_actions->buildAndBoot, &QAction::trigger);
}

} // namespace kiln
