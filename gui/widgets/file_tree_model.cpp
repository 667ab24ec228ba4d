// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/file_tree_model.h"

#include "widgets/palette_icon.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <vector>

namespace kiln {

namespace {

constexpr int changeDelay = 200; // milliseconds: a build makes many files at once

} // namespace

struct FileTreeModel::Node
{
    QString title; ///< of a root; else the name
    QString path;
    bool isFolder = false;
    bool isListed = false;
    bool isListing = false;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] int row() const
    {
        if (parent == nullptr)
            return 0;
        const auto at = std::find_if(parent->children.begin(), parent->children.end(),
                                     [this](const auto &child) { return child.get() == this; });
        return int(at - parent->children.begin());
    }
};

FileTreeModel::FileTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
    , m_jobs(this)
{
    m_changes.setSingleShot(true);
    m_changes.setInterval(changeDelay);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this](const QString &folder) {
        m_changed.append(folder);
        m_changes.start();
    });
    connect(&m_changes, &QTimer::timeout, this, [this] {
        QStringList changed = std::exchange(m_changed, {});
        changed.removeDuplicates();
        for (const QString &folder : changed) {
            if (Node *node = find(folder); node != nullptr && node->isListed)
                startListing(node);
        }
    });
}

FileTreeModel::~FileTreeModel() = default;

void FileTreeModel::setRoots(const QList<FileTreeRoot> &roots)
{
    beginResetModel();
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_root = std::make_unique<Node>();
    m_root->isFolder = m_root->isListed = true;
    for (const FileTreeRoot &root : roots) {
        auto node = std::make_unique<Node>();
        node->title = root.title;
        node->path = QDir::cleanPath(root.folder);
        node->isFolder = true;
        node->parent = m_root.get();
        m_root->children.push_back(std::move(node));
    }
    endResetModel();
}

FileTreeModel::Node *FileTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex FileTreeModel::indexOf(const Node *node) const
{
    return node == m_root.get() ? QModelIndex()
                                : createIndex(node->row(), 0, const_cast<Node *>(node));
}

/// The node of a path, or of the deepest folder above it that is known.
FileTreeModel::Node *FileTreeModel::find(const QString &path) const
{
    Node *best = nullptr;
    for (const auto &root : m_root->children) {
        const bool isInside = path == root->path || path.startsWith(root->path + QLatin1Char('/'));
        if (isInside && (best == nullptr || root->path.size() > best->path.size()))
            best = root.get();
    }
    for (bool goesOn = best != nullptr; goesOn;) {
        goesOn = false;
        for (const auto &child : best->children) {
            if (path == child->path || path.startsWith(child->path + QLatin1Char('/'))) {
                best = child.get();
                goesOn = true;
                break;
            }
        }
    }
    return best;
}

QModelIndex FileTreeModel::indexOf(const QString &path) const
{
    const Node *node = find(QDir::cleanPath(path));
    return node != nullptr ? indexOf(node) : QModelIndex();
}

QList<FileTreeModel::Entry> FileTreeModel::list(const QString &folder)
{
    QList<Entry> entries;
    static const QStringList hidden{QStringLiteral(".git"), QStringLiteral(".hg"),
                                    QStringLiteral(".svn")};
    const QDir::Filters filters = QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden;
    for (const QFileInfo &info : QDir(folder).entryInfoList(filters, QDir::NoSort)) {
        if (!hidden.contains(info.fileName()))
            entries.append({info.fileName(), info.isDir()});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        if (a.isFolder != b.isFolder)
            return a.isFolder;
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.name < b.name;
    });
    return entries;
}

void FileTreeModel::startListing(Node *node)
{
    if (node->isListing)
        return;
    node->isListing = true;
    m_jobs.run([folder = node->path] { return list(folder); },
               [this, folder = node->path](const QList<Entry> &entries) { take(folder, entries); });
}

/// Rows that stay keep their nodes, and so what is unfolded in them.
void FileTreeModel::take(const QString &folder, const QList<Entry> &entries)
{
    Node *node = find(folder);
    if (node == nullptr || node->path != folder)
        return;
    node->isListing = false;
    node->isListed = true;
    m_watcher.addPath(folder);
    const QModelIndex parent = indexOf(node);
    for (int row = int(node->children.size()) - 1; row >= 0; --row) {
        const Node &child = *node->children[std::size_t(row)];
        if (!entries.contains(Entry{child.title, child.isFolder})) {
            beginRemoveRows(parent, row, row);
            node->children.erase(node->children.begin() + row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < entries.size();) {
        const auto isThere = [&](int at) {
            return at < int(node->children.size()) &&
                   node->children[std::size_t(at)]->title == entries[at].name;
        };
        if (isThere(row)) {
            ++row;
            continue;
        }
        // Several new ones in a row come at once.
        int last = row;
        const QString next =
            row < int(node->children.size()) ? node->children[std::size_t(row)]->title : QString();
        while (last + 1 < entries.size() && entries[last + 1].name != next)
            ++last;
        if (next.isEmpty())
            last = int(entries.size()) - 1;
        beginInsertRows(parent, row, last);
        for (int i = row; i <= last; ++i) {
            auto child = std::make_unique<Node>();
            child->title = entries[i].name;
            child->path = folder + QLatin1Char('/') + entries[i].name;
            child->isFolder = entries[i].isFolder;
            child->parent = node;
            node->children.insert(node->children.begin() + i, std::move(child));
        }
        endInsertRows();
        row = last + 1;
    }
    emit listed(parent);
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (column != 0 || row < 0 || row >= int(node->children.size()))
        return {};
    return createIndex(row, 0, node->children[std::size_t(row)].get());
}

QModelIndex FileTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent) : QModelIndex();
}

int FileTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int FileTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant FileTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node *node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return node->title;
    case Qt::ToolTipRole:
        return QDir::toNativeSeparators(node->path);
    case Qt::DecorationRole:
        return paletteIcon(node->isFolder ? QStringLiteral("open-folder") : QStringLiteral("file"));
    case PathRole:
        return node->path;
    case IsFolderRole:
        return node->isFolder;
    default:
        return {};
    }
}

bool FileTreeModel::hasChildren(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return node->isFolder && (!node->isListed || !node->children.empty());
}

bool FileTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return node->isFolder && !node->isListed && !node->isListing;
}

void FileTreeModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        startListing(nodeOf(parent));
}

Qt::ItemFlags FileTreeModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace kiln
