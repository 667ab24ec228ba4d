// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The place "Analyse": what the image consists of, which library needs which, what building takes,
// and what is wrong with the options.
#pragma once

#include <QWidget>

class QTabWidget;

namespace kiln {

class BuildHistoryView;
class BuildTimesView;
class LibrariesView;
class LintView;
class SizeView;

class AnalysePage : public QWidget
{
    Q_OBJECT

public:
    enum class Tab
    {
        size,
        libraries,
        times,
        history,
        lint
    };

    explicit AnalysePage(QWidget *parent = nullptr);

    void showTab(Tab tab);
    [[nodiscard]] Tab currentTab() const;
    [[nodiscard]] SizeView *sizes() const { return m_sizes; }
    [[nodiscard]] LibrariesView *libraries() const { return m_libraries; }
    [[nodiscard]] BuildTimesView *times() const { return m_times; }
    [[nodiscard]] BuildHistoryView *history() const { return m_history; }
    [[nodiscard]] LintView *lint() const { return m_lint; }

signals:
    /// The page, or another tab of it, has come to be seen.
    void looked();

protected:
    void showEvent(QShowEvent *event) override;

private:
    SizeView *m_sizes;
    LibrariesView *m_libraries;
    BuildTimesView *m_times;
    BuildHistoryView *m_history;
    LintView *m_lint;
    QTabWidget *m_tabs;
};

} // namespace kiln
