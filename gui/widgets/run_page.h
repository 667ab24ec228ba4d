// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The place "Run": what runs, its log, its console, the build's output, the issues.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QTabWidget;
class QToolButton;

namespace kiln {

class BuildView;
class IssueModel;
class IssueView;
class LogStore;
class LogView;
class TerminalView;

/// Views side by side in tabs, with a strip above that says what is going on. Store and model must
/// outlive it.
class RunPage : public QWidget
{
    Q_OBJECT

public:
    enum class Tab
    {
        log,
        console,
        build,
        issues
    };

    RunPage(LogStore *store, IssueModel *issues, QWidget *parent = nullptr);

    void showTab(Tab tab);
    [[nodiscard]] Tab currentTab() const;
    /// A sentence on what goes on, with an icon of paletteIcon().
    void setStatus(const QString &icon, const QString &text);
    [[nodiscard]] QString status() const;
    /// `total` 0: unknown; `done` -1: no progress to show.
    void setProgress(int done, int total);
    /// The command that runs or ran last, as a shell reads it; empty hides it.
    void setCommand(const QString &command);

    [[nodiscard]] LogView *logView() const { return m_log; }
    [[nodiscard]] TerminalView *console() const { return m_console; }
    [[nodiscard]] BuildView *buildView() const { return m_build; }
    [[nodiscard]] IssueView *issueView() const { return m_issues; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateTabs();
    void elideCommand();

    LogStore *m_store;
    IssueModel *m_issueModel;
    LogView *m_log;
    TerminalView *m_console;
    BuildView *m_build;
    IssueView *m_issues;
    QTabWidget *m_tabs;
    QLabel *m_icon;
    QLabel *m_status;
    QProgressBar *m_progress;
    QLabel *m_command;
    QToolButton *m_copyCommand;
    QString m_commandText;
    QString m_iconName;
};

} // namespace kiln
