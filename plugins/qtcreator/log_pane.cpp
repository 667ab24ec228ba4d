// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "log_pane.h"

#include "ids.h"
#include "text.h"

#include "widgets/guest_view.h"
#include "widgets/insight_views.h"
#include "widgets/log_view.h"
#include "widgets/status_strip.h"
#include "widgets/terminal_view.h"
#include "workbench/boot_history.h"
#include "workbench/source_finder.h"

#include <coreplugin/editormanager/editormanager.h>
#include <utils/link.h>

#include <QApplication>
#include <QTabWidget>

#include <algorithm>

namespace kiln::creator {

namespace {

/// After Application Output (60 to 90 are Qt Creator's own).
constexpr int priority = 65;

} // namespace

LogPane::LogPane(QObject *parent)
    : OutputPaneBase(ids::logPane, Text::tr("Kiln Log"), priority, parent)
{}

LogPane::~LogPane()
{
    // Views before the logs that they show.
    delete m_tabs;
}

QWidget *LogPane::outputWidget(QWidget *parent)
{
    if (!m_tabs) {
        m_tabs = new QTabWidget(parent);
        m_tabs->setObjectName(QLatin1String(ids::logPane));
        m_tabs->setAccessibleName(displayName());
        m_tabs->setDocumentMode(true);
        m_tabs->setTabsClosable(true);
        connect(m_tabs, &QTabWidget::tabCloseRequested, this, &LogPane::close);
    }
    return m_tabs;
}

Guest *LogPane::guestFor(const Project &application)
{
    const auto idle = std::find_if(m_known.begin(), m_known.end(), [&](const Tab &tab) {
        return tab.directory == application.directory && !tab.guest->isRunning();
    });
    if (idle != m_known.end())
        return idle->guest;
    Tab tab;
    tab.directory = application.directory;
    tab.guest = new Guest(application.name, this);
    tab.view = new GuestView(tab.guest->log());
    tab.insights = new InsightViews(tab.guest->log(), tab.view);
    tab.insights->addTo(tab.view);
    m_known.append(tab);
    follow(tab);
    static_cast<QTabWidget *>(outputWidget(nullptr))->addTab(tab.view, application.name);
    return tab.guest;
}

void LogPane::follow(const Tab &tab)
{
    Guest *guest = tab.guest;
    GuestView *view = tab.view;
    TerminalView *console = view->console();
    LogView *log = view->logView();
    log->setIdleText(Text::tr("The guest has printed nothing yet."));
    connect(guest, &Guest::output, console, &TerminalView::write);
    connect(console, &TerminalView::input, guest, &Guest::write);
    connect(guest, &Guest::started, view, [tab, console](const QString &command) {
        console->clear();
        tab.insights->begin(tab.guest->image() + QStringLiteral(".dbg"),
                            bootHistoryFile(tab.directory, tab.guest->image()));
        tab.view->strip()->setCommand(command);
        tab.view->strip()->setStatus(QStringLiteral("machine"), Text::tr("Booting…"));
    });
    connect(guest, &Guest::stateChanged, view, [view, console](Guest::State state) {
        console->setInputEnabled(state == Guest::State::booting || state == Guest::State::running);
        if (state == Guest::State::running)
            view->strip()->setStatus(QStringLiteral("machine"), Text::tr("The guest is running."));
        else if (state == Guest::State::paused)
            view->strip()->setStatus(QStringLiteral("pause"),
                                     Text::tr("The guest is paused; a debugger lets it go on."));
    });
    connect(guest, &Guest::finished, view, [tab](const EmulatorResult &result) {
        tab.insights->end(result.crashed);
        tab.view->strip()->setStatus(result.succeeded() || result.stoppedByUser
                                         ? QStringLiteral("check")
                                         : QStringLiteral("level-error"),
                                     result.problem ? result.problem->text() : result.explanation);
        tab.view->logView()->setIdleText(Text::tr("The guest has printed nothing."));
    });

    // Where files of the application, its libraries and the tree are, by their bare names.
    auto *finder = new SourceFinder(view);
    const auto application = openProject(tab.directory);
    if (application)
        finder->setFolders(QStringList{application->directory} + application->libraries +
                           QStringList{application->tree.directory});
    connect(log, &LogView::sourceRequested, finder, &SourceFinder::find);
    connect(tab.insights, &InsightViews::sourceRequested, finder, &SourceFinder::find);
    connect(finder, &SourceFinder::found, this, [](const QString &path, int line) {
        Core::EditorManager::openEditorAt(Utils::Link(Utils::FilePath::fromString(path), line));
    });
    connect(finder, &SourceFinder::notFound, view, [view](const QString &file) {
        view->strip()->setStatus(
            QStringLiteral("level-warning"),
            Text::tr("“%1” is in none of the folders of the project.").arg(file));
    });
    connect(tab.insights, &InsightViews::recordRequested, view, [view, log](qsizetype record) {
        view->showView(log);
        log->goToRecord(record);
    });
}

void LogPane::show(Guest *guest)
{
    for (const Tab &tab : std::as_const(m_known)) {
        if (tab.guest == guest)
            m_tabs->setCurrentWidget(tab.view);
    }
    popup(IOutputPane::NoModeSwitch);
}

void LogPane::close(int index)
{
    const QWidget *view = m_tabs->widget(index);
    const auto found = std::find_if(m_known.begin(), m_known.end(),
                                    [view](const Tab &tab) { return tab.view == view; });
    if (found == m_known.end())
        return;
    const Tab tab = *found;
    m_known.erase(found);
    m_tabs->removeTab(index);
    delete tab.view;
    // Its run control still wants to hear that it has ended.
    if (tab.guest->isRunning()) {
        connect(tab.guest, &Guest::finished, tab.guest, &QObject::deleteLater);
        tab.guest->stop();
    } else {
        tab.guest->deleteLater();
    }
}

void LogPane::clearContents()
{
    for (const Tab &tab : std::as_const(m_known)) {
        if (m_tabs->currentWidget() == tab.view) {
            tab.guest->log()->clear();
            tab.view->console()->clear();
        }
    }
}

void LogPane::setFocus()
{
    if (m_tabs && m_tabs->currentWidget() != nullptr)
        static_cast<GuestView *>(m_tabs->currentWidget())->currentView()->setFocus();
}

bool LogPane::hasFocus() const
{
    return m_tabs && m_tabs->isAncestorOf(QApplication::focusWidget());
}

bool LogPane::canFocus() const
{
    return m_tabs && m_tabs->count() > 0;
}

bool LogPane::canNavigate() const
{
    return m_tabs && m_tabs->count() > 1;
}

bool LogPane::canNext() const
{
    return canNavigate();
}

bool LogPane::canPrevious() const
{
    return canNavigate();
}

void LogPane::goToNext()
{
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count());
}

void LogPane::goToPrev()
{
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + m_tabs->count() - 1) % m_tabs->count());
}

} // namespace kiln::creator
