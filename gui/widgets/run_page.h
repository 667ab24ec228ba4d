// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The place "Run": the build's output, the issues, and a tab for each guest and each saved log.
#pragma once

#include "widgets/log_filter.h"
#include "workbench/problem.h"

#include <QHash>
#include <QWidget>

class QTabWidget;

namespace kiln {

class BuildView;
class GuestView;
class InsightViews;
class IssueModel;
class IssueView;
class LogStore;
class LogView;
class StatusStrip;
class TerminalView;

/// Build and Issues come first and stay; guests and saved logs follow, and can be closed. The model
/// must outlive it, and the stores of guests their tabs.
class RunPage : public QWidget
{
    Q_OBJECT

public:
    enum class Tab
    {
        log,     ///< of the current guest or saved log
        console, ///< of the current guest
        build,
        issues
    };

    explicit RunPage(IssueModel *issues, QWidget *parent = nullptr);

    void showTab(Tab tab);
    [[nodiscard]] Tab currentTab() const;

    /// Adds a tab for a guest, without going there unless it is the first one.
    GuestView *addGuest(LogStore *store, const QString &title);
    /// Removes a tab. Its store is not needed any more afterwards.
    void removeGuest(GuestView *guest);
    void setGuestTitle(GuestView *guest, const QString &title);
    /// Goes to the tab of a guest or saved log.
    void showGuest(GuestView *guest);
    /// The guest or saved log whose tab is shown, or was shown last. Null: there is none.
    [[nodiscard]] GuestView *currentGuest() const { return m_current; }
    /// Those of guests and saved logs, in the order of their tabs.
    [[nodiscard]] QList<GuestView *> guestViews() const;
    /// Opens a saved log in a tab of its own, or goes to the one where it is already. Null when it
    /// can't be read: problem() was signalled.
    GuestView *openLog(const QString &path);
    /// The filters that all logs begin with; those that are open take them, too.
    void setLogFilter(const LogFilter &filter);
    /// The image with symbols by which crashes in logs that are opened from now on are decoded.
    void setSavedLogImage(const QString &path);
    /// What a tab's log means.
    [[nodiscard]] InsightViews *insights(const GuestView *guest) const;

    /// What the tab that is shown says on what goes on.
    [[nodiscard]] QString status() const;
    /// That of the build.
    [[nodiscard]] StatusStrip *buildStrip() const { return m_buildStrip; }

    /// Of the current guest or saved log.
    [[nodiscard]] LogView *logView() const;
    /// Of the current guest; null for a saved log.
    [[nodiscard]] TerminalView *console() const;
    [[nodiscard]] BuildView *buildView() const { return m_build; }
    [[nodiscard]] IssueView *issueView() const { return m_issues; }

signals:
    void currentGuestChanged(kiln::GuestView *guest);
    /// The user closes the tab of a guest. Saved logs just go.
    void closeRequested(kiln::GuestView *guest);
    /// \name Of any log that is open
    /// @{
    void sourceRequested(const QString &file, int line, const QString &library);
    void logFilterChanged(const kiln::LogFilter &kept);
    /// Options, by their names, without which the guest says too little.
    void optionsWanted(const QStringList &names);
    void problem(const kiln::Problem &problem);
    /// @}

protected:
    void changeEvent(QEvent *event) override;

private:
    GuestView *addView(LogStore *store, bool saved, const QString &title);
    void onCurrentChanged();
    void onCloseRequested(int index);
    void updateIssueTab();
    void updateGuestTab(GuestView *guest);
    void updateCloseButtons();

    IssueModel *m_issueModel;
    BuildView *m_build;
    IssueView *m_issues;
    StatusStrip *m_buildStrip;
    StatusStrip *m_issueStrip;
    QTabWidget *m_tabs;
    GuestView *m_current = nullptr;
    QHash<const GuestView *, QString> m_titles;
    QHash<const GuestView *, InsightViews *> m_insights;
    QString m_image;
    LogFilter m_filter;
};

} // namespace kiln
