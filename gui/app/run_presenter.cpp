// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/run_presenter.h"

#include "app/state_bar.h"
#include "widgets/build_view.h"
#include "widgets/issue_model.h"
#include "widgets/run_page.h"
#include "widgets/terminal_view.h"

#include <QLocale>
#include <QTime>

namespace kiln {

RunPresenter::RunPresenter(RunController *runs, RunPage *page, IssueModel *issues, StateBar *bar,
                           QObject *parent)
    : QObject(parent)
    , m_runs(runs)
    , m_page(page)
    , m_issues(issues)
    , m_bar(bar)
{
    connectBuild();
    connectGuest();
    connect(m_runs, &RunController::stateChanged, this, [this](RunController::State state) {
        using State = RunController::State;
        m_page->console()->setInputEnabled(state == State::booting || state == State::running);
        switch (state) {
        case State::idle:
            m_bar->setActivity(QStringLiteral("check"), tr("Nothing is running"));
            break;
        case State::building:
            m_bar->setActivity(QStringLiteral("build"), tr("Building"));
            break;
        case State::booting:
            m_bar->setActivity(QStringLiteral("machine"), tr("Booting"));
            break;
        case State::running:
            m_bar->setActivity(QStringLiteral("machine"), tr("Guest is running"));
            m_page->setStatus(QStringLiteral("machine"), tr("The guest is running."));
            break;
        case State::stopping:
            m_bar->setActivity(QStringLiteral("stop"), tr("Stopping"));
            break;
        }
    });
    m_bar->setActivity(QStringLiteral("check"), tr("Nothing is running"));
}

void RunPresenter::setDirectory(const QString &directory)
{
    m_directory = directory;
}

void RunPresenter::reset()
{
    m_issues->clear(Issue::Source::build);
    m_issues->clear(Issue::Source::guest);
    m_page->console()->clear();
    m_page->buildView()->clear();
    m_page->setCommand({});
    m_page->setStatus(QStringLiteral("machine"), tr("Nothing has run yet."));
    m_bar->setBuild(QStringLiteral("build"), tr("Not built yet"));
}

void RunPresenter::connectBuild()
{
    connect(m_runs, &RunController::buildStarted, this, [this](const QString &command) {
        m_issues->clear(Issue::Source::build);
        m_issues->clear(Issue::Source::guest);
        m_issueFromBuild = false;
        m_page->buildView()->begin(m_directory, command);
        m_page->setStatus(QStringLiteral("build"), tr("Building…"));
        m_page->setCommand(command);
        m_page->setProgress(0, 0);
        m_bar->setBuild(QStringLiteral("build"), tr("Building…"));
        m_page->showTab(RunPage::Tab::build);
    });
    connect(m_runs, &RunController::buildOutput, m_page->buildView(), &BuildView::append);
    connect(m_runs, &RunController::buildProgress, this, [this](int done, int total) {
        m_page->setProgress(done, total);
        m_bar->setBuild(QStringLiteral("build"), total > 0
                                                     ? tr("Building: %1 of %2").arg(done).arg(total)
                                                     : tr("Building: %n step(s)", nullptr, done));
    });
    connect(m_runs, &RunController::buildIssue, this, [this](const BuildIssue &issue) {
        m_issues->add(toIssue(issue, m_directory));
        m_issueFromBuild |= issue.severity == IssueSeverity::error;
    });
    connect(m_runs, &RunController::buildFinished, this, &RunPresenter::onBuildFinished);
}

void RunPresenter::onBuildFinished(const BuildResult &result)
{
    m_page->setProgress(-1, 0);
    QString summary;
    QString icon = QStringLiteral("check");
    const QString seconds = QLocale().toString(result.seconds, 'f', 1);
    if (result.ok) {
        summary = result.imageSize > 0
                      ? tr("Built in %1 s: %2")
                            .arg(seconds, QLocale().formattedDataSize(result.imageSize))
                      : tr("Built in %1 s").arg(seconds);
        if (result.warnings > 0) {
            summary += tr(", %n warning(s)", nullptr, result.warnings);
            icon = QStringLiteral("level-warning");
        }
    } else if (result.cancelled) {
        summary = tr("Build stopped after %1 s").arg(seconds);
        icon = QStringLiteral("stop");
    } else {
        summary = result.errors > 0 ? tr("Build failed: %n error(s)", nullptr, result.errors)
                                    : tr("Build failed");
        icon = QStringLiteral("level-error");
        if (result.problem && !m_issueFromBuild)
            m_issues->add(toIssue(*result.problem, Issue::Source::build));
    }
    m_page->buildView()->end(summary, result.ok);
    m_bar->setBuild(
        icon, tr("%1 at %2")
                  .arg(summary, QLocale().toString(QTime::currentTime(), QLocale::ShortFormat)));
    m_page->setStatus(icon, result.ok || !result.problem || result.cancelled
                                ? summary + QLatin1Char('.')
                                : tr("%1. %2").arg(summary, result.problem->text()));
    if (!result.ok && !result.cancelled)
        m_page->showTab(RunPage::Tab::issues);
}

void RunPresenter::connectGuest()
{
    TerminalView *console = m_page->console();
    connect(m_runs, &RunController::guestStarted, this, [this, console](const QString &command) {
        console->clear();
        m_page->setCommand(command);
        m_page->setStatus(QStringLiteral("machine"), tr("Booting…"));
        m_page->showTab(RunPage::Tab::log);
    });
    connect(m_runs, &RunController::guestOutput, console, &TerminalView::write);
    connect(console, &TerminalView::input, m_runs, &RunController::sendInput);
    connect(m_runs, &RunController::guestDiagnostics, this, [this](const QString &text) {
        Issue issue;
        issue.source = Issue::Source::guest;
        issue.severity = IssueSeverity::warning;
        issue.message = tr("QEMU says: %1").arg(text.trimmed());
        m_issues->add(issue);
    });
    connect(m_runs, &RunController::silent, this, [this](int seconds) {
        m_page->setStatus(
            QStringLiteral("level-warning"),
            tr("The guest has printed nothing for %n second(s). Its console may be switched off in "
               "Configure, or it hangs early; Stop (F5) ends it.",
               nullptr, seconds));
    });
    connect(m_runs, &RunController::guestFinished, this, &RunPresenter::onGuestFinished);
}

void RunPresenter::onGuestFinished(const EmulatorResult &result)
{
    const bool good = result.succeeded() || result.stoppedByUser;
    QString text = result.explanation;
    if (text.isEmpty() && result.problem)
        text = result.problem->text();
    m_page->setStatus(good ? QStringLiteral("check") : QStringLiteral("level-error"), text);
    if (good)
        return;
    Issue issue = result.problem ? toIssue(*result.problem, Issue::Source::guest) : Issue{};
    issue.source = Issue::Source::guest;
    if (!result.problem)
        issue.message = result.explanation;
    m_issues->add(issue);
    if (result.problem)
        m_page->showTab(RunPage::Tab::issues);
}

} // namespace kiln
