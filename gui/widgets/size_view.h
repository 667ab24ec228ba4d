// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the image consists of: map and list side by side.
#pragma once

#include "workbench/background_jobs.h"
#include "workbench/build_history.h"
#include "workbench/size_tree.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace kiln {

class SizeModel;
class TreemapView;

/// Shows a report, compared with that of another build if one is chosen. Who fills it answers
/// comparisonRequested() with setComparison().
class SizeView : public QWidget
{
    Q_OBJECT

public:
    explicit SizeView(QWidget *parent = nullptr);

    /// Nothing: what to do instead is shown, `whyEmpty` if it is given.
    void setReport(std::shared_ptr<const SizeReport> report, const QString &whyEmpty = {});
    /// The builds to compare with, newest first; those without sizes are left out. `chosen` (an id,
    /// or empty for none) becomes the current one.
    void setBuilds(const QVector<BuildRecord> &builds, const QString &chosen);
    /// What the report is compared with; null: with nothing. With an id that build becomes the
    /// current one in the list of builds, and the map shows changes.
    void setComparison(std::shared_ptr<const SizeReport> before, const QString &id = {});

    [[nodiscard]] TreemapView *map() const { return m_map; }
    [[nodiscard]] QTreeView *list() const { return m_list; }
    [[nodiscard]] QComboBox *comparison() const { return m_compare; }
    [[nodiscard]] QToolButton *changes() const { return m_changes; }
    [[nodiscard]] QComboBox *measure() const { return m_measure; }
    [[nodiscard]] QLineEdit *search() const { return m_search; }

signals:
    /// The user chose this build (an id); empty: none.
    void comparisonRequested(const QString &id);

private:
    void refresh();
    void showTree(const std::shared_ptr<const SizeNode> &tree, bool isCompared);
    void showPath(const QStringList &path);
    void showSelection(const QStringList &path);

    std::shared_ptr<const SizeReport> m_report;
    std::shared_ptr<const SizeReport> m_before;
    TreemapView *m_map;
    QTreeView *m_list;
    SizeModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QComboBox *m_compare;
    QComboBox *m_measure;
    QLineEdit *m_search;
    QToolButton *m_out;
    QToolButton *m_changes; ///< colours tell changes, not libraries
    QLabel *m_where;
    QLabel *m_about;
    QLabel *m_empty;
    QStackedWidget *m_stack;
    int m_generation = 0;  ///< of what was asked of m_jobs last
    BackgroundJobs m_jobs; ///< adds up trees of many symbols
};

} // namespace kiln
