// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The builds so far: a chart and a list.
#pragma once

#include "workbench/build_history.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTreeView;

namespace kiln {

class BuildChart;
class BuildHistoryModel;

class BuildHistoryView : public QWidget
{
    Q_OBJECT

public:
    explicit BuildHistoryView(QWidget *parent = nullptr);

    /// Oldest first. `whyEmpty` is said when there are none.
    void setRecords(const QVector<BuildRecord> &records, const QString &whyEmpty = {});
    [[nodiscard]] QTreeView *list() const { return m_list; }
    [[nodiscard]] BuildChart *chart() const { return m_chart; }

signals:
    /// The user wants to compare the newest image with this build's.
    void compareRequested(const QString &id);

private:
    BuildHistoryModel *m_model;
    BuildChart *m_chart;
    QTreeView *m_list;
    QLabel *m_empty;
    QStackedWidget *m_stack;
};

} // namespace kiln
