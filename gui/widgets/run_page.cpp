// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/run_page.h"

#include "widgets/build_view.h"
#include "widgets/guest_view.h"
#include "widgets/insight_views.h"
#include "widgets/issue_model.h"
#include "widgets/issue_view.h"
#include "widgets/level_style.h"
#include "widgets/log_view.h"
#include "widgets/palette_icon.h"
#include "widgets/status_strip.h"
#include "widgets/terminal_view.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLocale>
#include <QShortcut>
#include <QStyle>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

namespace {

constexpr int buildTab = 0;
constexpr int issueTab = 1;

QWidget *page(StatusStrip *strip, QWidget *body)
{
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(strip);
    layout->addWidget(body, 1);
    return widget;
}

} // namespace

RunPage::RunPage(IssueModel *issues, QWidget *parent)
    : QWidget(parent)
    , m_issueModel(issues)
    , m_build(new BuildView)
    , m_issues(new IssueView(issues))
    , m_buildStrip(new StatusStrip)
    , m_issueStrip(new StatusStrip)
    , m_tabs(new QTabWidget)
{
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setObjectName(QStringLiteral("runTabs"));
    m_tabs->setAccessibleName(tr("Build, issues, guests and saved logs"));
    m_tabs->addTab(page(m_buildStrip, m_build), paletteIcon(QStringLiteral("build")), tr("Build"));
    m_tabs->addTab(page(m_issueStrip, m_issues), tr("Issues"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);

    connect(m_tabs, &QTabWidget::currentChanged, this, &RunPage::onCurrentChanged);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, &RunPage::onCloseRequested);
    connect(
        new QShortcut(QKeySequence::Close, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
        &QShortcut::activated, this, [this] { onCloseRequested(m_tabs->currentIndex()); });
    connect(m_issueModel, &IssueModel::countsChanged, this, &RunPage::updateIssueTab);
    // The list gathers from everywhere: it tells whatever was told last.
    connect(m_buildStrip, &StatusStrip::statusChanged, m_issueStrip, &StatusStrip::setStatus);
    m_buildStrip->setStatus(QStringLiteral("build"), tr("Nothing has been built yet."));
    updateIssueTab();
    updateCloseButtons();
}

void RunPage::showTab(Tab tab)
{
    switch (tab) {
    case Tab::build:
        m_tabs->setCurrentIndex(buildTab);
        return;
    case Tab::issues:
        m_tabs->setCurrentIndex(issueTab);
        return;
    case Tab::log:
    case Tab::console:
        break;
    }
    if (m_current == nullptr)
        return;
    m_tabs->setCurrentWidget(m_current);
    QWidget *view = tab == Tab::log ? static_cast<QWidget *>(m_current->logView())
                                    : static_cast<QWidget *>(m_current->console());
    if (view != nullptr)
        m_current->showView(view);
}

RunPage::Tab RunPage::currentTab() const
{
    if (m_tabs->currentIndex() == buildTab)
        return Tab::build;
    if (m_tabs->currentIndex() == issueTab)
        return Tab::issues;
    return m_current->currentView() == m_current->console() ? Tab::console : Tab::log;
}

GuestView *RunPage::addView(LogStore *store, bool saved, const QString &title)
{
    auto *view = new GuestView(store, saved ? GuestView::Kind::savedLog : GuestView::Kind::machine);
    LogView *log = view->logView();
    log->filterBar()->setFilter(m_filter);
    connect(log, &LogView::problem, this, &RunPage::problem);
    connect(log, &LogView::sourceRequested, this, &RunPage::sourceRequested);
    connect(log, &LogView::openRequested, this, &RunPage::openLog);
    connect(log, &LogView::filterChanged, this, [this](const LogFilter &kept) {
        m_filter = kept;
        emit logFilterChanged(kept);
    });
    connect(store, &LogStore::storageFailed, this, &RunPage::problem);
    auto *insights = new InsightViews(store, view);
    insights->addTo(view);
    insights->setJumping(!saved);
    if (saved)
        insights->setImage(m_image);
    connect(insights, &InsightViews::sourceRequested, this, &RunPage::sourceRequested);
    connect(insights, &InsightViews::optionsWanted, this, &RunPage::optionsWanted);
    m_insights.insert(view, insights);
    connect(view, &GuestView::markChanged, this, [this, view] { updateGuestTab(view); });
    connect(view->strip(), &StatusStrip::statusChanged, m_issueStrip, &StatusStrip::setStatus);
    m_titles.insert(view, title);
    m_tabs->addTab(view, QString());
    updateGuestTab(view);
    updateCloseButtons();
    return view;
}

GuestView *RunPage::addGuest(LogStore *store, const QString &title)
{
    GuestView *view = addView(store, false, title);
    view->strip()->setStatus(QStringLiteral("machine"), tr("Nothing has run yet."));
    if (m_current == nullptr)
        showGuest(view);
    return view;
}

void RunPage::removeGuest(GuestView *guest)
{
    const int index = m_tabs->indexOf(guest);
    if (index < 0)
        return;
    if (m_current == guest) {
        // The neighbour, if possible one of the same kind of thing.
        const QList<GuestView *> all = guestViews();
        const qsizetype place = all.indexOf(guest);
        m_current = place + 1 < all.size() ? all[place + 1] : place > 0 ? all[place - 1] : nullptr;
        if (m_tabs->currentIndex() == index && m_current != nullptr)
            m_tabs->setCurrentWidget(m_current);
    }
    m_tabs->removeTab(m_tabs->indexOf(guest));
    m_titles.remove(guest);
    m_insights.remove(guest);
    delete guest;
    updateCloseButtons();
    emit currentGuestChanged(m_current);
}

void RunPage::setGuestTitle(GuestView *guest, const QString &title)
{
    m_titles.insert(guest, title);
    updateGuestTab(guest);
}

void RunPage::showGuest(GuestView *guest)
{
    m_tabs->setCurrentWidget(guest);
}

QList<GuestView *> RunPage::guestViews() const
{
    QList<GuestView *> views;
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (auto *view = qobject_cast<GuestView *>(m_tabs->widget(i)))
            views.append(view);
    }
    return views;
}

GuestView *RunPage::openLog(const QString &path)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    for (GuestView *view : guestViews()) {
        if (view->store()->fileName() == file) {
            showGuest(view);
            return view;
        }
    }
    auto store = std::make_unique<LogStore>();
    if (const auto opened = store->open(file); !opened) {
        emit problem(opened.error());
        return nullptr;
    }
    LogStore *log = store.release();
    GuestView *view = addView(log, true, QFileInfo(file).fileName());
    // The views of it are children, too, and were there before: they go first.
    log->setParent(view);
    const auto tell = [view, log, file] {
        view->strip()->setStatus(QStringLiteral("file"),
                                 tr("%1, %2").arg(QDir::toNativeSeparators(file),
                                                  QLocale().formattedDataSize(log->size())));
    };
    tell();
    connect(log, &LogStore::loaded, view, tell);
    showGuest(view);
    view->showView(view->logView());
    return view;
}

void RunPage::setLogFilter(const LogFilter &filter)
{
    m_filter = filter;
    for (GuestView *view : guestViews())
        view->logView()->filterBar()->setFilter(filter);
}

void RunPage::setSavedLogImage(const QString &path)
{
    m_image = path;
}

InsightViews *RunPage::insights(const GuestView *guest) const
{
    return m_insights.value(guest);
}

QString RunPage::status() const
{
    const int index = m_tabs->currentIndex();
    const StatusStrip *strip = index == buildTab   ? m_buildStrip
                               : index == issueTab ? m_issueStrip
                                                   : m_current->strip();
    return strip->status();
}

LogView *RunPage::logView() const
{
    return m_current != nullptr ? m_current->logView() : nullptr;
}

TerminalView *RunPage::console() const
{
    return m_current != nullptr ? m_current->console() : nullptr;
}

void RunPage::onCurrentChanged()
{
    auto *view = qobject_cast<GuestView *>(m_tabs->currentWidget());
    if (view == nullptr || view == m_current)
        return;
    m_current = view;
    emit currentGuestChanged(view);
}

void RunPage::onCloseRequested(int index)
{
    auto *view = qobject_cast<GuestView *>(m_tabs->widget(index));
    if (view == nullptr)
        return;
    if (view->kind() == GuestView::Kind::savedLog)
        removeGuest(view);
    else
        emit closeRequested(view);
}

void RunPage::updateIssueTab()
{
    const int errors = m_issueModel->errorCount();
    const int warnings = m_issueModel->warningCount();
    m_tabs->setTabText(issueTab, tr("Issues %1").arg(m_issueModel->rowCount()));
    m_tabs->setTabIcon(issueTab, errors > 0     ? levelIcon(LogLevel::error)
                                 : warnings > 0 ? levelIcon(LogLevel::warning)
                                                : paletteIcon(QStringLiteral("check")));
}

void RunPage::updateGuestTab(GuestView *guest)
{
    const int index = m_tabs->indexOf(guest);
    const auto mark = guest->mark();
    const QString plain = guest->kind() == GuestView::Kind::savedLog ? QStringLiteral("file")
                                                                     : QStringLiteral("machine");
    const QString title = m_titles.value(guest);
    const int errors = guest->errorCount();
    m_tabs->setTabIcon(index, mark ? levelIcon(*mark) : paletteIcon(plain));
    QString shown = title;
    shown.replace(u'&', QStringLiteral("&&")); // else a mnemonic
    m_tabs->setTabText(index,
                       errors > 0 ? QStringLiteral("%1 · %2").arg(shown).arg(errors) : shown);
    m_tabs->setTabToolTip(index,
                          errors > 0 ? tr("%1: %n error(s)", nullptr, errors).arg(title) : title);
}

/// A guest's tab can be closed when it is not the only one.
void RunPage::updateCloseButtons()
{
    const QList<GuestView *> all = guestViews();
    const auto machines = std::count_if(all.begin(), all.end(), [](const GuestView *view) {
        return view->kind() == GuestView::Kind::machine;
    });
    QTabBar *bar = m_tabs->tabBar();
    const auto side = QTabBar::ButtonPosition(
        style()->styleHint(QStyle::SH_TabBar_CloseButtonPosition, nullptr, bar));
    for (int i = 0; i < m_tabs->count(); ++i) {
        const auto *view = qobject_cast<GuestView *>(m_tabs->widget(i));
        const bool closable =
            view != nullptr && (view->kind() == GuestView::Kind::savedLog || machines > 1);
        if (QWidget *button = bar->tabButton(i, side)) {
            button->setVisible(closable);
            // A hidden button keeps its room otherwise.
            button->setFixedWidth(closable ? button->sizeHint().width() : 0);
        }
    }
}

void RunPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_tabs == nullptr)
        return;
    updateIssueTab();
    for (GuestView *view : guestViews())
        updateGuestTab(view);
}

} // namespace kiln
