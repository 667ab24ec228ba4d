// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the time of a boot went: a sentence, the timeline, the slowest steps.
#pragma once

#include "workbench/boot_timeline.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace kiln {

class BootTimelineChart;

/// Shows a timeline, which must outlive it, as it was at the last refresh().
class BootTimelineView : public QWidget
{
    Q_OBJECT

public:
    explicit BootTimelineView(const BootTimeline *timeline, QWidget *parent = nullptr);

    void refresh();
    /// What boots are compared with, unless the log itself has an earlier one.
    void setPrevious(const BootSummary &previous);
    /// "Boot took … ; slowest step: …"
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] BootTimelineChart *chart() const { return m_chart; }
    [[nodiscard]] QTreeWidget *slowest() const { return m_slowest; }

signals:
    void recordRequested(qsizetype record);
    /// The kernel says too little for a timeline: these options (names without CONFIG_) are to be
    /// switched on.
    void optionsWanted(const QStringList &names);

private:
    [[nodiscard]] const BootSummary &previous() const;
    [[nodiscard]] QStringList missingOptions() const;
    void fillSlowest(const BootSummary &summary);

    const BootTimeline *m_timeline;
    BootSummary m_previous;
    int m_revision = -1;
    QLabel *m_sentence;
    QLabel *m_empty;
    QLabel *m_hint;
    QPushButton *m_switchOn;
    QWidget *m_lead;  ///< both of them
    QWidget *m_below; ///< room below the button
    BootTimelineChart *m_chart;
    QWidget *m_content;
    QTreeWidget *m_slowest;
};

} // namespace kiln
