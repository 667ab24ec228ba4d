// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/issue_model.h"

#include "widgets/level_style.h"
#include "widgets/links.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPalette>
#include <QRegularExpression>

namespace kiln {

namespace {

IssueSeverity toSeverity(kconfig::Severity severity)
{
    switch (severity) {
    case kconfig::Severity::note:
        return IssueSeverity::note;
    case kconfig::Severity::warning:
        return IssueSeverity::warning;
    case kconfig::Severity::error:
        break;
    }
    return IssueSeverity::error;
}

LogLevel toLevel(IssueSeverity severity)
{
    switch (severity) {
    case IssueSeverity::note:
        return LogLevel::info;
    case IssueSeverity::warning:
        return LogLevel::warning;
    case IssueSeverity::error:
        break;
    }
    return LogLevel::error;
}

} // namespace

Issue toIssue(const ConfigDiagnostic &diagnostic)
{
    return {Issue::Source::configuration,
            toSeverity(diagnostic.severity),
            diagnostic.file,
            diagnostic.line,
            diagnostic.column,
            diagnostic.message,
            diagnostic.hint};
}

Issue toIssue(const BuildIssue &issue, const QString &directory)
{
    QString file = issue.file;
    if (!file.isEmpty() && QDir::isRelativePath(file))
        file = QDir(directory).absoluteFilePath(file);
    QString detail = issue.excerpt;
    if (!issue.remedy.isEmpty())
        detail += (detail.isEmpty() ? QString() : QStringLiteral("\n")) + issue.remedy;
    return {Issue::Source::build, issue.severity, file,  issue.line,
            issue.column,         issue.message,  detail};
}

Issue toIssue(const Problem &problem, Issue::Source source)
{
    Issue issue;
    issue.source = source;
    issue.message = problem.what;
    issue.detail = problem.remedy;
    static const QRegularExpression place(QStringLiteral("^(.*?):(\\d+)(?::(\\d+))?$"));
    const QRegularExpressionMatch match = place.match(problem.where);
    issue.file = match.hasMatch() ? match.captured(1) : problem.where;
    issue.line = match.captured(2).toInt();
    issue.column = match.captured(3).toInt();
    return issue;
}

IssueModel::IssueModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void IssueModel::setFolder(const QString &folder)
{
    if (m_folder == folder)
        return;
    m_folder = folder;
    if (!m_issues.isEmpty())
        emit dataChanged(index(0, placeColumn), index(int(m_issues.size()) - 1, placeColumn));
}

QString IssueModel::placeOf(const Issue &issue) const
{
    const QString file =
        m_folder.isEmpty() ? QFileInfo(issue.file).fileName() : shownPath(issue.file, m_folder);
    return issue.line > 0 ? QStringLiteral("%1:%2").arg(file).arg(issue.line) : file;
}

void IssueModel::add(const Issue &issue)
{
    addAll({issue});
}

void IssueModel::addAll(const QVector<Issue> &issues)
{
    if (issues.isEmpty())
        return;
    const int first = int(m_issues.size());
    beginInsertRows({}, first, first + int(issues.size()) - 1);
    m_issues.append(issues);
    endInsertRows();
    for (const Issue &issue : issues) {
        m_errors += issue.severity == IssueSeverity::error;
        m_warnings += issue.severity == IssueSeverity::warning;
    }
    emit countsChanged();
}

void IssueModel::clear(Issue::Source source)
{
    for (int last = int(m_issues.size()) - 1; last >= 0; --last) {
        if (m_issues[last].source != source)
            continue;
        int first = last;
        while (first > 0 && m_issues[first - 1].source == source)
            --first;
        beginRemoveRows({}, first, last);
        m_issues.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
    count();
}

void IssueModel::count()
{
    m_errors = 0;
    m_warnings = 0;
    for (const Issue &issue : std::as_const(m_issues)) {
        m_errors += issue.severity == IssueSeverity::error;
        m_warnings += issue.severity == IssueSeverity::warning;
    }
    emit countsChanged();
}

int IssueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_issues.size());
}

int IssueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnCount_);
}

QVariant IssueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Issue &issue = m_issues[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == messageColumn)
            return issue.message;
        return issue.file.isEmpty() ? QVariant() : placeOf(issue);
    case Qt::DecorationRole:
        return index.column() == messageColumn ? QVariant(levelIcon(toLevel(issue.severity)))
                                               : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == placeColumn)
            return QGuiApplication::palette().brush(QPalette::Link);
        return {};
    case Qt::ToolTipRole: {
        QString tip = issue.file;
        if (issue.line > 0)
            tip += QStringLiteral(":%1").arg(issue.line);
        if (!issue.detail.isEmpty())
            tip += (tip.isEmpty() ? QString() : QStringLiteral("\n")) + issue.detail;
        return tip;
    }
    case Qt::AccessibleTextRole:
        if (index.column() == messageColumn)
            return tr("%1: %2").arg(levelWord(toLevel(issue.severity)), issue.message);
        return data(index, Qt::DisplayRole);
    case FileRole:
        return issue.file;
    case LineRole:
        return issue.line;
    case ColumnRole:
        return issue.column;
    case DetailRole:
        return issue.detail;
    case SeverityRole:
        return int(issue.severity);
    default:
        return {};
    }
}

QVariant IssueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == messageColumn ? tr("Message") : tr("Place");
}

} // namespace kiln
