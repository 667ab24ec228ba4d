// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The files of a project: its own, those of its libraries, and the kernel tree.
#pragma once

#include "workbench/background_jobs.h"

#include <QAbstractItemModel>
#include <QFileSystemWatcher>
#include <QTimer>

#include <memory>

namespace kiln {

/// A folder that is a root of a FileTreeModel.
struct FileTreeRoot
{
    QString title;
    QString folder; ///< absolute

    friend bool operator==(const FileTreeRoot &, const FileTreeRoot &) = default;
};

/// One column. Folders are listed on another thread when they are first unfolded, and again when
/// something in them changes; folders come first, then files, by name. Version control's own
/// folders are left out. GUI thread.
class FileTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role
    {
        PathRole = Qt::UserRole + 1, ///< QString
        IsFolderRole                 ///< bool
    };

    explicit FileTreeModel(QObject *parent = nullptr);
    ~FileTreeModel() override;

    void setRoots(const QList<FileTreeRoot> &roots);
    /// The row of a file, as far as the folders above it have been listed; else of the deepest of
    /// these. Invalid when it is below no root.
    [[nodiscard]] QModelIndex indexOf(const QString &path) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// A folder has got its rows.
    void listed(const QModelIndex &folder);

private:
    struct Node;
    struct Entry
    {
        QString name;
        bool isFolder = false;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node *node) const;
    [[nodiscard]] Node *find(const QString &path) const;
    static QList<Entry> list(const QString &folder);
    void startListing(Node *node);
    void take(const QString &folder, const QList<Entry> &entries);

    std::unique_ptr<Node> m_root;
    QFileSystemWatcher m_watcher;
    QStringList m_changed;
    QTimer m_changes;
    BackgroundJobs m_jobs;
};

} // namespace kiln
