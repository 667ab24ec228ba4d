// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/analysis_controller.h"

#include "app/run_controller.h"
#include "widgets/analyse_page.h"
#include "widgets/build_history_view.h"
#include "widgets/build_times_view.h"
#include "widgets/libraries_view.h"
#include "widgets/lint_view.h"
#include "widgets/size_view.h"
#include "workbench/config_lint.h"
#include "workbench/config_session.h"

#include <QFileInfo>

#include <algorithm>

namespace kiln {

/// What the worker thread has found.
struct AnalysisController::Findings
{
    QVector<BuildRecord> records;
    std::shared_ptr<const SizeReport> report;
    std::shared_ptr<const SizeReport> before; ///< of the build before this image
    QString beforeId;
    std::shared_ptr<const LibraryGraph> graph;
    QString whyNoReport; ///< of an image that is there
    QString whyNoGraph;
};

AnalysisController::AnalysisController(AnalysePage *page, RunController *runs,
                                       ConfigSession *session, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_runs(runs)
    , m_session(session)
    , m_jobs(this)
{
    connect(m_runs, &RunController::buildFinished, this, &AnalysisController::record);
    connect(m_page, &AnalysePage::looked, this, &AnalysisController::refresh);
    connect(m_page->sizes(), &SizeView::comparisonRequested, this, &AnalysisController::compare);
    connect(m_page->history(), &BuildHistoryView::compareRequested, this,
            [this](const QString &id) {
                m_page->showTab(AnalysePage::Tab::size);
                compare(id);
            });
    connect(m_page->lint(), &LintView::checkRequested, this, &AnalysisController::check);
    connect(m_session, &ConfigSession::loaded, this, [this] {
        m_isStale = true;
        m_isChecked = false;
        m_page->lint()->setAvailable(true);
        refresh();
    });
    setProject(std::nullopt);
}

AnalysisController::~AnalysisController()
{
    if (m_cancelled)
        *m_cancelled = true;
}

QString AnalysisController::whyEmpty() const
{
    if (!m_project)
        return tr("Open a project first (Ctrl+O).");
    if (!m_project->isBuildable())
        return tr("There is no image to look into: %1").arg(m_project->whyNotBuildable().text());
    return {};
}

void AnalysisController::setProject(const std::optional<Project> &project)
{
    m_project = project;
    m_isStale = true;
    m_isChecked = false;
    ++m_generation;
    if (m_cancelled)
        *m_cancelled = true;
    show({});
    m_page->lint()->setAvailable(false, m_project ? tr("The options are being read.") : whyEmpty());
    refresh();
}

void AnalysisController::record(const BuildResult &result)
{
    // The history is that of the user's own image.
    if (!m_project || m_runs->hasBuiltTests())
        return;
    BuildRequest request;
    request.project = *m_project;
    request.settings = loadBuildSettings(m_project->directory);
    m_jobs.run([request, result] { return recordBuild(request, result); },
               [this](const Result<std::optional<BuildRecord>> &recorded) {
                   if (!recorded)
                       emit problem(recorded.error());
                   m_isStale = true;
                   refresh();
               });
}

void AnalysisController::refresh()
{
    if (!m_page->isVisible())
        return;
    if (m_page->currentTab() == AnalysePage::Tab::lint && !m_isChecked && m_project &&
        m_project->isBuildable())
        check();
    if (!m_isStale)
        return;
    m_isStale = false;
    if (!m_project || !m_project->isBuildable())
        return show({});
    std::shared_ptr<const kconfig::Configuration> configuration;
    if (m_session->isLoaded())
        configuration = std::make_shared<const kconfig::Configuration>(m_session->configuration());
    m_jobs.run(
        [project = *m_project, configuration] {
            Findings found;
            BuildHistory history(project.directory);
            found.records = history.records();
            auto report = readSizeReport(project.imagePath(), project.buildDirectory);
            if (!report) {
                if (QFileInfo::exists(project.imagePath()))
                    found.whyNoReport = report.error().text();
                return found;
            }
            for (auto it = found.records.rbegin(); it != found.records.rend(); ++it) {
                if (!it->hasSizes)
                    continue;
                auto sizes = history.sizes(it->id);
                // The newest build made the image that is there.
                if (!sizes || sizes->time == report->time)
                    continue;
                found.before = std::make_shared<const SizeReport>(std::move(*sizes));
                found.beforeId = it->id;
                break;
            }
            auto graph = readLibraryGraph(*report, project.buildDirectory, configuration.get());
            found.report = std::make_shared<const SizeReport>(std::move(*report));
            if (graph)
                found.graph = std::make_shared<const LibraryGraph>(std::move(*graph));
            else
                found.whyNoGraph = graph.error().text();
            return found;
        },
        [this, generation = m_generation](const Findings &found) {
            if (generation == m_generation)
                show(found);
        });
}

void AnalysisController::show(const Findings &findings)
{
    QVector<BuildRecord> newestFirst = findings.records;
    std::reverse(newestFirst.begin(), newestFirst.end());
    SizeView *sizes = m_page->sizes();
    sizes->setBuilds(newestFirst, findings.beforeId);
    sizes->setComparison(findings.before);
    const auto why = [this](const QString &found) { return found.isEmpty() ? whyEmpty() : found; };
    sizes->setReport(findings.report, why(findings.whyNoReport));
    m_page->libraries()->setGraph(findings.graph, why(findings.whyNoReport + findings.whyNoGraph));
    m_page->times()->setRecords(findings.records, whyEmpty());
    m_page->history()->setRecords(findings.records, whyEmpty());
}

void AnalysisController::compare(const QString &id)
{
    if (!m_project)
        return;
    if (id.isEmpty())
        return m_page->sizes()->setComparison(nullptr);
    m_jobs.run([directory = m_project->directory, id] { return BuildHistory(directory).sizes(id); },
               [this, id, generation = m_generation](const Result<SizeReport> &sizes) {
                   if (generation != m_generation)
                       return;
                   if (!sizes)
                       emit problem(sizes.error());
                   else
                       m_page->sizes()->setComparison(std::make_shared<const SizeReport>(*sizes),
                                                      id);
               });
}

void AnalysisController::check()
{
    if (!m_project || !m_session->isLoaded())
        return;
    m_isChecked = true;
    m_page->lint()->setRunning();
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_jobs.run(
        [model = m_session->configuration().sharedModel(), directory = m_project->treeDirectory(),
         cancelled = m_cancelled] {
            return lintConfiguration(model, directory, [cancelled] { return cancelled->load(); });
        },
        [this, generation = m_generation](const QVector<ConfigDiagnostic> &found) {
            if (generation == m_generation)
                m_page->lint()->setFindings(found, m_project->treeDirectory());
        });
}

} // namespace kiln
