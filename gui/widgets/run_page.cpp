// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/run_page.h"

#include "widgets/build_view.h"
#include "widgets/issue_model.h"
#include "widgets/issue_view.h"
#include "widgets/level_style.h"
#include "widgets/log_view.h"
#include "widgets/palette_icon.h"
#include "widgets/terminal_view.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace kiln {

RunPage::RunPage(LogStore *store, IssueModel *issues, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_issueModel(issues)
    , m_log(new LogView(store))
    , m_console(new TerminalView)
    , m_build(new BuildView)
    , m_issues(new IssueView(issues))
    , m_tabs(new QTabWidget)
    , m_icon(new QLabel)
    , m_status(new QLabel)
    , m_progress(new QProgressBar)
    , m_command(new QLabel)
    , m_copyCommand(new QToolButton)
{
    m_tabs->setDocumentMode(true);
    m_tabs->setTabPosition(QTabWidget::South);
    m_tabs->setObjectName(QStringLiteral("runTabs"));
    m_tabs->setAccessibleName(tr("Build, log and console"));
    m_tabs->addTab(m_log, paletteIcon(QStringLiteral("log")), tr("Log"));
    m_tabs->addTab(m_console, paletteIcon(QStringLiteral("terminal")), tr("Console"));
    m_tabs->addTab(m_build, paletteIcon(QStringLiteral("build")), tr("Build"));
    m_tabs->addTab(m_issues, tr("Issues"));
    m_console->setPlaceholder(tr("No guest has run yet. Build & Boot (F5) starts one; what you "
                                 "type here then goes to it.")
                                  .replace(QLatin1String("&&"), QLatin1String("&")));

    m_status->setObjectName(QStringLiteral("runStatus"));
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_status->setWordWrap(true);
    m_progress->setTextVisible(true);
    m_progress->setFixedWidth(200);
    m_progress->setAccessibleName(tr("Build progress"));
    m_progress->hide();
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setForegroundRole(QPalette::PlaceholderText);
    m_command->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_copyCommand->setIcon(paletteIcon(QStringLiteral("copy")));
    m_copyCommand->setAutoRaise(true);
    m_copyCommand->setToolTip(tr("Copy the command"));
    m_copyCommand->setAccessibleName(tr("Copy the command"));
    connect(m_copyCommand, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_commandText); });

    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(16, 8, 8, 4);
    strip->setSpacing(8);
    strip->addWidget(m_icon, 0, Qt::AlignTop);
    strip->addWidget(m_status, 1);
    strip->addWidget(m_progress);
    auto *commandLine = new QHBoxLayout;
    commandLine->setContentsMargins(16, 0, 8, 4);
    commandLine->setSpacing(8);
    commandLine->addWidget(m_command, 1);
    commandLine->addWidget(m_copyCommand);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(strip);
    layout->addLayout(commandLine);
    layout->addWidget(m_tabs, 1);

    // Who goes to the console by mouse means to type there.
    connect(m_tabs, &QTabWidget::tabBarClicked, this, [this](int index) {
        if (index == int(Tab::console))
            QTimer::singleShot(0, m_console, [this] { m_console->setFocus(); });
    });
    connect(m_issueModel, &IssueModel::countsChanged, this, &RunPage::updateTabs);
    connect(m_log->model(), &LogModel::filtered, this, &RunPage::updateTabs);
    updateTabs();
    setCommand({});
    setStatus(QStringLiteral("machine"), tr("Nothing has run yet."));
}

void RunPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

RunPage::Tab RunPage::currentTab() const
{
    return Tab(m_tabs->currentIndex());
}

void RunPage::setStatus(const QString &icon, const QString &text)
{
    m_iconName = icon;
    m_icon->setPixmap(paletteIcon(icon).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_status->setText(text);
    m_status->setAccessibleName(text);
}

QString RunPage::status() const
{
    return m_status->text();
}

void RunPage::setProgress(int done, int total)
{
    m_progress->setVisible(done >= 0);
    if (done < 0)
        return;
    m_progress->setRange(0, total);
    m_progress->setValue(std::min(done, total));
    m_progress->setFormat(total > 0 ? tr("%1 of %2").arg(done).arg(total)
                                    : tr("%n step(s)", nullptr, done));
}

void RunPage::setCommand(const QString &command)
{
    m_commandText = command;
    m_command->setVisible(!command.isEmpty());
    m_copyCommand->setVisible(!command.isEmpty());
    m_command->setToolTip(command);
    m_command->setAccessibleName(tr("Command: %1").arg(command));
    elideCommand();
}

void RunPage::elideCommand()
{
    m_command->setText(
        m_command->fontMetrics().elidedText(m_commandText, Qt::ElideRight, m_command->width()));
}

void RunPage::updateTabs()
{
    const qsizetype bad =
        m_store->levelCount(LogLevel::error) + m_store->levelCount(LogLevel::critical);
    m_tabs->setTabText(int(Tab::log),
                       bad > 0 ? tr("Log · %n error(s)", nullptr, int(bad)) : tr("Log"));
    m_tabs->setTabIcon(int(Tab::log),
                       bad > 0 ? levelIcon(LogLevel::error) : paletteIcon(QStringLiteral("log")));
    const int errors = m_issueModel->errorCount();
    const int warnings = m_issueModel->warningCount();
    m_tabs->setTabText(int(Tab::issues), tr("Issues %1").arg(m_issueModel->rowCount()));
    m_tabs->setTabIcon(int(Tab::issues), errors > 0     ? levelIcon(LogLevel::error)
                                         : warnings > 0 ? levelIcon(LogLevel::warning)
                                                        : paletteIcon(QStringLiteral("check")));
}

void RunPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elideCommand();
}

void RunPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_icon) {
        setStatus(m_iconName, m_status->text());
        updateTabs();
    }
}

} // namespace kiln
