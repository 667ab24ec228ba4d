// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A short list of files or folders of a machine, each perhaps with a tag, perhaps read-only.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QTableWidget;
class QToolButton;

namespace kiln {

struct PathRow
{
    QString path;
    QString tag; ///< not used by tables without tags
    bool isReadOnly = false;
};

class PathTable : public QWidget
{
    Q_OBJECT

public:
    enum class Kind
    {
        folders, ///< with a tag each
        files
    };

    /// `name`: what it holds, for people.
    PathTable(Kind kind, const QString &name, QWidget *parent = nullptr);

    void setRows(const QList<PathRow> &rows);
    /// Those with a path, in order.
    [[nodiscard]] QList<PathRow> rows() const;
    /// Paths below it are kept relative to it.
    void setBaseDirectory(const QString &directory) { m_base = directory; }
    [[nodiscard]] QTableWidget *table() const { return m_table; }

signals:
    void changed();

private:
    void append(const PathRow &row);
    void askForPath();
    void removeCurrent();

    Kind m_kind;
    QString m_base;
    QTableWidget *m_table;
    QToolButton *m_remove;
};

} // namespace kiln
