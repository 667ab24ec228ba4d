// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/guest_view.h"

#include "widgets/level_style.h"
#include "widgets/log_view.h"
#include "widgets/palette_icon.h"
#include "widgets/status_strip.h"
#include "widgets/terminal_view.h"

#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace kiln {

GuestView::GuestView(LogStore *store, Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_kind(kind)
    , m_strip(new StatusStrip)
    , m_log(new LogView(store))
    , m_tabs(new QTabWidget)
{
    m_tabs->setDocumentMode(true);
    m_tabs->setTabPosition(QTabWidget::South);
    m_tabs->setObjectName(QStringLiteral("guestTabs"));
    m_tabs->setAccessibleName(tr("Views of the log"));
    m_tabs->addTab(m_log, paletteIcon(QStringLiteral("log")), tr("Log"));
    if (kind == Kind::machine) {
        m_console = new TerminalView;
        m_console->setPlaceholder(tr("No guest has run yet. Build & Boot (F5) starts one; what "
                                     "you type here then goes to it.")
                                      .replace(QLatin1String("&&"), QLatin1String("&")));
        m_tabs->addTab(m_console, paletteIcon(QStringLiteral("terminal")), tr("Console"));
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_tabs, 1);

    // Who goes to the console by mouse means to type there.
    connect(m_tabs, &QTabWidget::tabBarClicked, this, [this](int index) {
        if (m_console != nullptr && m_tabs->widget(index) == m_console)
            QTimer::singleShot(0, m_console, [this] { m_console->setFocus(); });
    });
    connect(m_log->model(), &LogModel::filtered, this, &GuestView::updateTabs);
    updateTabs();
}

void GuestView::addView(QWidget *view, const QString &icon, const QString &title)
{
    m_tabs->addTab(view, paletteIcon(icon), title);
}

void GuestView::setViewTitle(QWidget *view, const QIcon &icon, const QString &title)
{
    const int index = m_tabs->indexOf(view);
    m_tabs->setTabIcon(index, icon);
    m_tabs->setTabText(index, title);
}

void GuestView::showView(QWidget *view)
{
    m_tabs->setCurrentWidget(view);
}

QWidget *GuestView::currentView() const
{
    return m_tabs->currentWidget();
}

std::optional<LogLevel> GuestView::mark() const
{
    for (const LogLevel level : {LogLevel::critical, LogLevel::error}) {
        if (m_store->levelCount(level) > 0)
            return level;
    }
    return std::nullopt;
}

int GuestView::errorCount() const
{
    return int(m_store->levelCount(LogLevel::error) + m_store->levelCount(LogLevel::critical));
}

void GuestView::updateTabs()
{
    const int errors = errorCount();
    if (errors == m_errors)
        return;
    m_errors = errors;
    const auto worst = mark();
    setViewTitle(m_log, worst ? levelIcon(*worst) : paletteIcon(QStringLiteral("log")),
                 errors > 0 ? tr("Log · %n error(s)", nullptr, errors) : tr("Log"));
    emit markChanged();
}

} // namespace kiln
