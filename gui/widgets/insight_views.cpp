// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/insight_views.h"

#include "widgets/boot_timeline_view.h"
#include "widgets/crash_view.h"
#include "widgets/guest_view.h"
#include "widgets/level_style.h"
#include "widgets/log_view.h"
#include "widgets/palette_icon.h"
#include "widgets/terminal_view.h"
#include "widgets/test_results_view.h"
#include "workbench/boot_history.h"
#include "workbench/log_store.h"

namespace kiln {

namespace {

constexpr int refreshMilliseconds = 100;

} // namespace

InsightViews::InsightViews(LogStore *store, QObject *parent)
    : QObject(parent)
    , m_walker(new LogWalker(store, this))
    , m_testView(new TestResultsView(&m_results))
    , m_timelineView(new BootTimelineView(&m_timeline))
    , m_crashView(new CrashView(&m_crashes))
{
    m_walker->add(&m_results);
    m_walker->add(&m_timeline);
    m_walker->add(&m_crashes);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &InsightViews::refresh);
    connect(store, &LogStore::cleared, this, [this] { m_jumpedToCrash = m_jumpedToTests = false; });
    connect(m_walker, &LogWalker::restarted, this, &InsightViews::refresh);
    connect(m_walker, &LogWalker::advanced, this, [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    });
    connect(m_testView, &TestResultsView::sourceRequested, this, &InsightViews::sourceRequested);
    connect(m_crashView, &CrashView::sourceRequested, this, &InsightViews::sourceRequested);
    connect(m_testView, &TestResultsView::recordRequested, this, &InsightViews::recordRequested);
    connect(m_timelineView, &BootTimelineView::recordRequested, this,
            &InsightViews::recordRequested);
    connect(m_timelineView, &BootTimelineView::optionsWanted, this, &InsightViews::optionsWanted);
    connect(m_crashView, &CrashView::recordRequested, this, &InsightViews::recordRequested);
}

InsightViews::~InsightViews()
{
    // Tabs own their views, and are gone by now.
    if (m_guest != nullptr)
        return;
    delete m_testView;
    delete m_timelineView;
    delete m_crashView;
}

void InsightViews::begin(const QString &image, const QString &historyFile)
{
    m_isEnded = false;
    m_historyFile = historyFile;
    setImage(image);
    m_timelineView->setPrevious(loadBoot(historyFile));
}

void InsightViews::end(bool hasCrashed)
{
    m_isEnded = true;
    m_hasCrashed = hasCrashed;
    m_refresh.start();
}

void InsightViews::addTo(GuestView *guest)
{
    m_guest = guest;
    m_guest->addView(m_testView, QStringLiteral("check"), tr("Tests"));
    m_guest->addView(m_timelineView, QStringLiteral("machine"), tr("Timeline"));
    m_guest->addView(m_crashView, QStringLiteral("level-plain"), tr("Crash"));
    connect(this, &InsightViews::recordRequested, guest, [guest](qsizetype record) {
        guest->showView(guest->logView());
        guest->logView()->goToRecord(record);
    });
    updateTitles();
}

void InsightViews::setImage(const QString &path)
{
    m_crashView->setImage(path);
}

void InsightViews::catchUp()
{
    m_walker->catchUp();
    refresh();
}

void InsightViews::refresh()
{
    m_refresh.stop();
    if (m_isEnded && m_hasCrashed && m_walker->isCaughtUp())
        m_crashes.finish();
    m_testView->refresh();
    m_timelineView->refresh();
    m_crashView->refresh();
    if (m_isEnded && m_walker->isCaughtUp()) {
        m_isEnded = false;
        // A boot that cannot be kept only leaves the next one without a comparison.
        if (!m_timeline.isEmpty() && !m_historyFile.isEmpty())
            (void)saveBoot(m_historyFile, m_timeline.summary());
    }
    updateTitles();
    jump();
}

void InsightViews::updateTitles()
{
    if (m_guest == nullptr)
        return;
    const TestTotals &totals = m_results.totals();
    const bool failed = totals.suites.failed > 0;
    m_guest->setViewTitle(
        m_testView, failed ? levelIcon(LogLevel::error) : paletteIcon(QStringLiteral("check")),
        failed                ? tr("Tests · %n failed", nullptr, std::max(totals.cases.failed, 1))
        : m_results.isEmpty() ? tr("Tests")
                              : tr("Tests · %n passed", nullptr, totals.cases.total));
    const bool crashed = !m_crashes.reports().isEmpty();
    m_guest->setViewTitle(
        m_crashView,
        crashed ? levelIcon(LogLevel::critical) : paletteIcon(QStringLiteral("level-plain")),
        crashed ? tr("Crash · %n", nullptr, int(m_crashes.reports().size())) : tr("Crash"));
    m_guest->setViewTitle(m_timelineView, paletteIcon(QStringLiteral("machine")),
                          m_timeline.isEmpty()
                              ? tr("Timeline")
                              : tr("Timeline · %1").arg(shortTime(m_timeline.summary().bootTime)));
}

void InsightViews::jump()
{
    if (m_guest == nullptr || !m_jumping)
        return;
    // Who reads something else is not led away from it.
    const QWidget *shown = m_guest->currentView();
    const bool mayJump =
        shown == m_guest->logView() || shown == m_guest->console() || shown == m_testView;
    if (!m_crashes.reports().isEmpty() && !m_jumpedToCrash) {
        m_jumpedToCrash = true;
        if (mayJump)
            m_guest->showView(m_crashView);
    } else if (m_results.reported() && !m_jumpedToTests && !m_jumpedToCrash) {
        m_jumpedToTests = true;
        if (mayJump)
            m_guest->showView(m_testView);
    }
}

} // namespace kiln
