// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Errors and warnings of the option tree and of the build as one list.
#pragma once

#include "workbench/build_output.h"
#include "workbench/config_session.h"

#include <QAbstractTableModel>
#include <QVector>

namespace kiln {

/// One row.
struct Issue
{
    enum class Source
    {
        configuration,
        build,
        guest
    };

    Source source = Source::build;
    IssueSeverity severity = IssueSeverity::error;
    QString file; ///< as an editor can open it; empty: no place
    int line = 0; ///< from 1; 0 unknown
    int column = 0;
    QString message;
    QString detail; ///< excerpt or hint, several lines; may be empty
};

/// The remark as a row.
[[nodiscard]] Issue toIssue(const ConfigDiagnostic &diagnostic);
/// The message as a row; relative paths are taken from `directory`.
[[nodiscard]] Issue toIssue(const BuildIssue &issue, const QString &directory);
/// The problem as a row; `where` is taken apart when it is `file:line:column`.
[[nodiscard]] Issue toIssue(const Problem &problem, Issue::Source source);

class IssueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        messageColumn,
        placeColumn,
        columnCount_
    };

    enum Role
    {
        FileRole = Qt::UserRole + 1, ///< QString
        LineRole,                    ///< int
        ColumnRole,                  ///< int
        DetailRole,                  ///< QString
        SeverityRole                 ///< int: IssueSeverity
    };

    explicit IssueModel(QObject *parent = nullptr);

    /// Places are shown relative to this folder, or by their last folder when they are elsewhere;
    /// while it is empty by their name alone.
    void setFolder(const QString &folder);
    void add(const Issue &issue);
    /// Adds them as one: views are told once.
    void addAll(const QVector<Issue> &issues);
    void clear(Issue::Source source);
    [[nodiscard]] int errorCount() const { return m_errors; }
    [[nodiscard]] int warningCount() const { return m_warnings; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

signals:
    void countsChanged();

private:
    void count();
    [[nodiscard]] QString placeOf(const Issue &issue) const;

    QString m_folder;
    QVector<Issue> m_issues;
    int m_errors = 0;
    int m_warnings = 0;
};

} // namespace kiln
