// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What building took, by library.
#pragma once

#include "workbench/build_history.h"

#include <QAbstractTableModel>
#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTreeView;

namespace kiln {

class BuildTimesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        libraryColumn,
        shareColumn, ///< with a bar
        workColumn,
        stepsColumn,
        columnCount_
    };
    enum Role
    {
        FractionRole = Qt::UserRole + 1, ///< 0 to 1, of the longest share
        SortRole
    };

    explicit BuildTimesModel(QObject *parent = nullptr);

    void setTimes(const QVector<LibraryBuildTime> &times);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    QVector<LibraryBuildTime> m_times;
};

/// A build's libraries with bars, longest first.
class BuildTimesView : public QWidget
{
    Q_OBJECT

public:
    explicit BuildTimesView(QWidget *parent = nullptr);

    /// Oldest first. Shows the newest build that took most steps of all that are kept, which is a
    /// whole one; the user can choose another. `whyEmpty` is said when there is none.
    void setRecords(const QVector<BuildRecord> &records, const QString &whyEmpty = {});
    [[nodiscard]] QTreeView *list() const { return m_list; }
    [[nodiscard]] QComboBox *builds() const { return m_builds; }

private:
    void showBuild(int index);

    QVector<BuildRecord> m_records; ///< with times, newest first
    BuildTimesModel *m_model;
    QTreeView *m_list;
    QComboBox *m_builds;
    QLabel *m_about;
    QLabel *m_empty;
    QStackedWidget *m_stack;
};

} // namespace kiln
