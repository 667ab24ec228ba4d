// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/run_presenter.h"

#include "app/state_bar.h"
#include "widgets/build_view.h"
#include "widgets/guest_view.h"
#include "widgets/insight_views.h"
#include "widgets/issue_model.h"
#include "widgets/log_view.h"
#include "widgets/run_page.h"
#include "widgets/status_strip.h"
#include "widgets/terminal_view.h"
#include "workbench/boot_command.h"

#include "workbench/boot_history.h"

#include <QDateTime>
#include <QFileInfo>
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
    , m_jobs(this)
{
    connectBuild();
    for (Guest *guest : m_runs->guests())
        addGuest(guest);
    connect(m_runs, &RunController::guestAdded, this, &RunPresenter::addGuest);
    connect(m_runs, &RunController::guestRenamed, this,
            [this](Guest *guest) { m_page->setGuestTitle(m_views.value(guest), guest->title()); });
    connect(m_runs, &RunController::guestAboutToBeRemoved, this, &RunPresenter::removeGuest);
    connect(m_runs, &RunController::stateChanged, this, &RunPresenter::updateActivity);
    followTabs();
    updateActivity();
}

void RunPresenter::setDirectory(const QString &directory)
{
    m_directory = directory;
}

void RunPresenter::reset()
{
    m_issues->clear(Issue::Source::build);
    m_issues->clear(Issue::Source::guest);
    m_page->buildView()->clear();
    m_page->buildStrip()->setCommand({});
    m_page->buildStrip()->setStatus(QStringLiteral("build"), tr("Nothing has been built yet."));
    m_bar->setBuild(QStringLiteral("build"), tr("Not built yet"));
    ++m_generation;
}

void RunPresenter::recallBuild(const Project &project)
{
    if (!project.isBuildable())
        return;
    m_jobs.run(
        [directory = project.directory, image = project.imagePath()] {
            std::optional<BuildRecord> last;
            for (BuildRecord &record : BuildHistory(directory).records()) {
                if (record.image == image || record.outcome != BuildRecord::Outcome::built)
                    last = std::move(record);
            }
            if (last && !last->image.isEmpty() && !QFileInfo::exists(image))
                last.reset();
            return last;
        },
        [this, generation = m_generation](const std::optional<BuildRecord> &last) {
            if (last && generation == m_generation)
                showLastBuild(*last);
        });
}

void RunPresenter::showLastBuild(const BuildRecord &last)
{
    const QDateTime time = last.time.toLocalTime();
    const QString when =
        time.date() == QDate::currentDate()
            ? tr("at %1").arg(QLocale().toString(time.time(), QLocale::ShortFormat))
            : QLocale().toString(time.date(), QLocale::ShortFormat);
    switch (last.outcome) {
    case BuildRecord::Outcome::built:
        m_bar->setBuild(QStringLiteral("check"),
                        tr("Built %1: %2").arg(when, QLocale().formattedDataSize(last.imageSize)));
        break;
    case BuildRecord::Outcome::failed:
        m_bar->setBuild(QStringLiteral("level-error"), tr("Build failed %1").arg(when));
        break;
    case BuildRecord::Outcome::cancelled:
        m_bar->setBuild(QStringLiteral("stop"), tr("Build stopped %1").arg(when));
        break;
    }
}

void RunPresenter::connectBuild()
{
    connect(m_runs, &RunController::buildStarted, this, [this](const QString &command) {
        ++m_generation;
        m_issues->clear(Issue::Source::build);
        m_issues->clear(Issue::Source::guest);
        m_issueFromBuild = false;
        m_page->buildView()->begin(m_directory, command);
        const QString doing = m_runs->isCleaning() ? tr("Cleaning…") : tr("Building…");
        m_page->buildStrip()->setStatus(QStringLiteral("build"), doing);
        m_page->buildStrip()->setCommand(command);
        m_page->buildStrip()->setProgress(0, 0);
        m_bar->setBuild(QStringLiteral("build"), doing);
        m_page->showTab(RunPage::Tab::build);
    });
    connect(m_runs, &RunController::buildOutput, m_page->buildView(), &BuildView::append);
    connect(m_runs, &RunController::buildProgress, this, [this](int done, int total) {
        m_page->buildStrip()->setProgress(done, total);
        if (m_runs->isCleaning())
            return;
        m_bar->setBuild(QStringLiteral("build"), total > 0
                                                     ? tr("Building: %1 of %2").arg(done).arg(total)
                                                     : tr("Building: %n step(s)", nullptr, done));
    });
    connect(m_runs, &RunController::buildIssue, this, [this](const BuildIssue &issue) {
        m_issues->add(toIssue(issue, m_directory));
        m_issueFromBuild |= issue.severity == IssueSeverity::error;
    });
    connect(m_runs, &RunController::buildFinished, this, &RunPresenter::onBuildFinished);
    connect(m_runs, &RunController::cleanFinished, this, &RunPresenter::onCleanFinished);
}

void RunPresenter::onCleanFinished(const BuildResult &result)
{
    if (!result.ok && !result.cancelled)
        return onBuildFinished(result);
    const QString summary = result.ok ? tr("What builds had made is removed.")
                                      : tr("Stopped: part of what builds had made is left.");
    m_page->buildStrip()->setProgress(-1, 0);
    m_page->buildView()->end(summary, result.ok);
    m_page->buildStrip()->setStatus(QStringLiteral("check"), summary);
    m_bar->setBuild(QStringLiteral("build"), tr("Not built yet"));
}

void RunPresenter::onBuildFinished(const BuildResult &result)
{
    m_page->buildStrip()->setProgress(-1, 0);
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
    m_page->buildStrip()->setStatus(icon, result.ok || !result.problem || result.cancelled
                                              ? summary + QLatin1Char('.')
                                              : tr("%1. %2").arg(summary, result.problem->text()));
    if (!result.ok && !result.cancelled)
        m_page->showTab(RunPage::Tab::issues);
}

/// Why it stands still, and how it goes on.
QString RunPresenter::pauseText(const Guest &guest)
{
    const QString reason = guest.pauseReason();
    if (reason == QLatin1String("prelaunch"))
        return tr("The guest waits before its first instruction. Resume (F6) starts it.");
    if (reason == QLatin1String("paused") || reason == QLatin1String("debug"))
        return tr("The guest is paused. Resume (F6) lets it go on.");
    return tr("QEMU holds the guest: %1. The end of its log may say more; Stop (F5) ends it.")
        .arg(reason);
}

/// What to type to debug it; empty when it can't be debugged.
QString RunPresenter::debuggerHint(const Guest &guest) const
{
    if (!guest.machine().hasGdbStub || guest.machine().isLinuxProcess())
        return {};
    const QString image = m_runs->lastBuild() ? m_runs->lastBuild()->imagePath : QString();
    return QLatin1Char(' ') +
           tr("Debug it with: %1")
               .arg(shellQuoted(gdbCommand(guest.machine(), image + QStringLiteral(".dbg"))));
}

/// The tab that is shown says which guest Stop ends.
void RunPresenter::followTabs()
{
    connect(m_page, &RunPage::currentGuestChanged, this, [this](const GuestView *view) {
        for (Guest *guest : m_runs->guests()) {
            if (m_views.value(guest) == view)
                m_runs->setCurrentGuest(guest);
        }
    });
    connect(m_page, &RunPage::closeRequested, this, [this](const GuestView *view) {
        for (Guest *guest : m_runs->guests()) {
            if (m_views.value(guest) == view)
                return m_runs->removeGuest(guest);
        }
    });
}

void RunPresenter::updateActivity()
{
    using State = RunController::State;
    const int running = m_runs->runningGuests();
    switch (m_runs->state()) {
    case State::building:
        m_bar->setActivity(QStringLiteral("build"), tr("Building"));
        return;
    case State::booting:
        m_bar->setActivity(QStringLiteral("machine"), tr("Booting"));
        return;
    case State::paused:
        m_bar->setActivity(QStringLiteral("pause"), tr("Guest is paused"));
        return;
    case State::stopping:
        m_bar->setActivity(QStringLiteral("stop"), tr("Stopping"));
        return;
    case State::idle:
    case State::running:
        break;
    }
    if (running == 0)
        m_bar->setActivity(QStringLiteral("check"), tr("Nothing is running"));
    else
        m_bar->setActivity(QStringLiteral("machine"),
                           running == 1 ? tr("Guest is running")
                                        : tr("%n guest(s) are running", nullptr, running));
}

void RunPresenter::addGuest(Guest *guest)
{
    GuestView *view = m_page->addGuest(guest->log(), guest->title());
    m_views.insert(guest, view);
    TerminalView *console = view->console();
    connect(guest, &Guest::stateChanged, view, [this, guest, view, console](Guest::State state) {
        console->setInputEnabled(state == Guest::State::booting || state == Guest::State::running);
        view->logView()->setIdleText(
            state == Guest::State::idle     ? tr("The guest has printed nothing.")
            : state == Guest::State::paused ? pauseText(*guest)
                                            : tr("The guest has printed nothing yet."));
        if (state == Guest::State::running)
            view->strip()->setStatus(QStringLiteral("machine"),
                                     tr("The guest is running.") + debuggerHint(*guest));
        else if (state == Guest::State::paused)
            view->strip()->setStatus(QStringLiteral("pause"),
                                     pauseText(*guest) + debuggerHint(*guest));
    });
    connect(guest, &Guest::started, view, [this, guest, view, console](const QString &command) {
        console->clear();
        const QString image = guest->image();
        m_page->insights(view)->begin(image + QStringLiteral(".dbg"),
                                      bootHistoryFile(m_directory, image));
        view->strip()->setCommand(command);
        view->strip()->setStatus(QStringLiteral("machine"), tr("Booting…") + debuggerHint(*guest));
        m_page->showGuest(view);
        if (view->currentView() != console)
            view->showView(view->logView());
    });
    connect(guest, &Guest::output, console, &TerminalView::write);
    connect(console, &TerminalView::input, guest, &Guest::write);
    connect(guest, &Guest::diagnostics, this, [this](const QString &text) {
        Issue issue;
        issue.source = Issue::Source::guest;
        issue.severity = IssueSeverity::warning;
        issue.message = tr("QEMU says: %1").arg(text.trimmed());
        m_issues->add(issue);
    });
    connect(guest, &Guest::silent, view, [view](int seconds) {
        view->strip()->setStatus(
            QStringLiteral("level-warning"),
            tr("The guest has printed nothing for %n second(s). Its console may be switched off in "
               "Configure, or it hangs early; Stop (F5) ends it.",
               nullptr, seconds));
    });
    connect(guest, &Guest::finished, this,
            [this, guest](const EmulatorResult &result) { onGuestFinished(guest, result); });
}

void RunPresenter::removeGuest(Guest *guest)
{
    GuestView *view = m_views.take(guest);
    guest->disconnect(this);
    m_page->removeGuest(view);
}

void RunPresenter::onGuestFinished(const Guest *guest, const EmulatorResult &result)
{
    const bool good = result.succeeded() || result.stoppedByUser;
    QString text = result.explanation;
    if (text.isEmpty() && result.problem)
        text = result.problem->text();
    m_page->insights(m_views.value(guest))->end(result.crashed);
    m_views.value(guest)->strip()->setStatus(
        good ? QStringLiteral("check") : QStringLiteral("level-error"), text);
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
