// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which library needs which: graph, list, and why the selected one is in.
#pragma once

#include "workbench/library_graph.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <memory>

class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QTextBrowser;
class QTreeView;

namespace kiln {

class LibraryGraphView;

class LibraryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        nameColumn,
        sizeColumn,
        usesColumn,   ///< how many libraries it uses
        usedByColumn, ///< how many use it
        columnCount_
    };
    enum Role
    {
        SortRole = Qt::UserRole + 1
    };

    explicit LibraryModel(QObject *parent = nullptr);

    void setGraph(std::shared_ptr<const LibraryGraph> graph);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::shared_ptr<const LibraryGraph> m_graph;
};

class LibrariesView : public QWidget
{
    Q_OBJECT

public:
    explicit LibrariesView(QWidget *parent = nullptr);

    /// Null: `whyEmpty` is said.
    void setGraph(std::shared_ptr<const LibraryGraph> graph, const QString &whyEmpty = {});
    [[nodiscard]] LibraryGraphView *graph() const { return m_view; }
    [[nodiscard]] QTreeView *list() const { return m_list; }
    [[nodiscard]] QTextBrowser *why() const { return m_why; }

signals:
    /// The user wants to see this option.
    void optionRequested(const QString &name);

private:
    void showWhy(int library);

    std::shared_ptr<const LibraryGraph> m_graph;
    LibraryModel *m_model;
    QSortFilterProxyModel *m_sorted;
    LibraryGraphView *m_view;
    QTreeView *m_list;
    QTextBrowser *m_why;
    QLabel *m_empty;
    QStackedWidget *m_stack;
};

} // namespace kiln
