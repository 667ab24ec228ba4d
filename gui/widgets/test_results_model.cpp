// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/test_results_model.h"

#include "widgets/level_style.h"
#include "widgets/palette_icon.h"
#include "workbench/boot_timeline.h"

#include <QLocale>

namespace kiln {

namespace {

/// What an index points to, packed into its id: the rows of its ancestors, from 1; 0: none.
struct Place
{
    int suite = -1;
    int testCase = -1;

    static constexpr int bits = 24;
    [[nodiscard]] static Place of(quintptr id)
    {
        return {int(id & ((1 << bits) - 1)) - 1, int(id >> bits) - 1};
    }
    [[nodiscard]] quintptr id() const
    {
        return quintptr(suite + 1) | quintptr(testCase + 1) << bits;
    }
};

QString sourceText(const QString &file, int line)
{
    if (file.isEmpty() || line <= 0)
        return file;
    return QStringLiteral("%1:%2").arg(file).arg(line);
}

} // namespace

TestResultsModel::TestResultsModel(const TestResults *results, QObject *parent)
    : QAbstractItemModel(parent)
    , m_results(results)
{
    refresh();
}

void TestResultsModel::refresh()
{
    if (m_revision == m_results->revision())
        return;
    m_revision = m_results->revision();
    const QVector<TestSuite> &now = m_results->suites();
    const bool isSame = now.size() >= m_suites.size() &&
                        std::equal(m_suites.begin(), m_suites.end(), now.begin(),
                                   [](const TestSuite &a, const TestSuite &b) {
                                       return a.name == b.name && a.record == b.record &&
                                              a.cases.size() <= b.cases.size();
                                   });
    if (!isSame) {
        beginResetModel();
        m_suites = now;
        endResetModel();
        return;
    }
    for (int row = 0; row < int(m_suites.size()); ++row)
        refreshSuite(row);
    if (now.size() > m_suites.size()) {
        beginInsertRows({}, int(m_suites.size()), int(now.size()) - 1);
        m_suites = now;
        endInsertRows();
    }
}

void TestResultsModel::refreshSuite(int row)
{
    const TestSuite &now = m_results->suites().at(row);
    TestSuite &shown = m_suites[row];
    // A vector that is still shared with the results has not changed.
    if (shown.cases.constData() == now.cases.constData() && shown.refusal == now.refusal)
        return;
    const QModelIndex suite = index(row, 0);
    const int known = int(shown.cases.size());
    for (int each = 0; each < known; ++each) {
        const TestCase &after = now.cases.at(each);
        const int before = int(shown.cases.at(each).expectations.size());
        const bool isSame =
            before == after.expectations.size() && shown.cases.at(each).crash == after.crash &&
            shown.cases.at(each).end == after.end &&
            shown.cases.at(each).expectations.constData() == after.expectations.constData();
        if (isSame)
            continue;
        const QModelIndex parent = index(each, 0, suite);
        if (after.expectations.size() > before)
            beginInsertRows(parent, before, int(after.expectations.size()) - 1);
        const bool grows = after.expectations.size() > before;
        shown.cases[each] = after;
        if (grows)
            endInsertRows();
        if (before > 0)
            emit dataChanged(index(before - 1, 0, parent),
                             index(before - 1, columnCount_ - 1, parent));
        tellChanged(suite, each);
    }
    if (now.cases.size() > known)
        beginInsertRows(suite, known, int(now.cases.size()) - 1);
    const bool grows = now.cases.size() > known;
    shown = now;
    if (grows)
        endInsertRows();
    tellChanged({}, row);
}

void TestResultsModel::tellChanged(const QModelIndex &parent, int row)
{
    emit dataChanged(index(row, 0, parent), index(row, columnCount_ - 1, parent));
}

QModelIndex TestResultsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, Place().id());
    const Place above = Place::of(parent.internalId());
    return createIndex(
        row, column,
        (above.suite < 0 ? Place{parent.row(), -1} : Place{above.suite, parent.row()}).id());
}

QModelIndex TestResultsModel::parent(const QModelIndex &index) const
{
    const Place place = Place::of(index.internalId());
    if (!index.isValid() || place.suite < 0)
        return {};
    return place.testCase < 0 ? createIndex(place.suite, 0, Place().id())
                              : createIndex(place.testCase, 0, Place{place.suite, -1}.id());
}

int TestResultsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_suites.size());
    const Place place = Place::of(parent.internalId());
    if (parent.column() > 0 || place.testCase >= 0)
        return 0;
    if (place.suite < 0)
        return int(m_suites.at(parent.row()).cases.size());
    return int(m_suites.at(place.suite).cases.at(parent.row()).expectations.size());
}

int TestResultsModel::columnCount(const QModelIndex &) const
{
    return columnCount_;
}

QVariant TestResultsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Place place = Place::of(index.internalId());
    if (place.suite < 0)
        return suiteData(m_suites.at(index.row()), index.column(), role);
    const TestSuite &suite = m_suites.at(place.suite);
    if (place.testCase < 0)
        return caseData(suite.cases.at(index.row()), index.column(), role);
    const TestCase &testCase = suite.cases.at(place.testCase);
    return expectationData(testCase, testCase.expectations.at(index.row()), index.column(), role);
}

QVariant TestResultsModel::suiteData(const TestSuite &suite, int column, int role) const
{
    if (role == Qt::DisplayRole) {
        switch (column) {
        case nameColumn:
            return suite.name;
        case resultColumn:
            return !suite.refusal.isEmpty() ? suite.refusal
                   : suite.failedCases > 0
                       ? tr("%1 of %2 failed").arg(suite.failedCases).arg(suite.cases.size())
                       : tr("%n passed", nullptr, int(suite.cases.size()));
        case timeColumn: {
            qint64 sum = 0;
            for (const TestCase &each : suite.cases)
                sum += each.microseconds().value_or(0);
            return sum > 0 ? shortTime(sum) : QString();
        }
        default:
            return {};
        }
    }
    if (role == Qt::DecorationRole && column == nameColumn)
        return suite.hasPassed() ? paletteIcon(QStringLiteral("check"))
                                 : levelIcon(LogLevel::error);
    if (role == PassedRole)
        return suite.hasPassed();
    if (role == RecordRole)
        return qlonglong(suite.record);
    return {};
}

QVariant TestResultsModel::caseData(const TestCase &testCase, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case nameColumn:
            return testCase.description.isEmpty()
                       ? testCase.name
                       : tr("%1: %2").arg(testCase.name, testCase.description);
        case resultColumn:
            return !testCase.crash.isEmpty() ? tr("crashed")
                   : testCase.failed > 0     ? tr("%1 of %2 failed")
                                               .arg(testCase.failed)
                                               .arg(testCase.expectations.size())
                                         : tr("%n passed", nullptr, testCase.passed);
        case timeColumn: {
            const auto time = testCase.microseconds();
            return time && *time > 0 ? shortTime(*time) : QString();
        }
        case sourceColumn:
            return sourceText(testCase.file, testCase.line);
        default:
            return {};
        }
    case Qt::DecorationRole:
        if (column != nameColumn)
            return {};
        return testCase.hasPassed()
                   ? paletteIcon(QStringLiteral("check"))
                   : levelIcon(testCase.crash.isEmpty() ? LogLevel::error : LogLevel::critical);
    case Qt::ToolTipRole:
        return testCase.crash;
    case PassedRole:
        return testCase.hasPassed();
    case FileRole:
        return testCase.file;
    case LineRole:
        return testCase.line;
    case LibraryRole:
        return testCase.library;
    case RecordRole:
        return qlonglong(testCase.record);
    default:
        return {};
    }
}

QVariant TestResultsModel::expectationData(const TestCase &testCase,
                                           const TestExpectation &expectation, int column,
                                           int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case nameColumn:
            return expectation.text;
        case resultColumn:
            return expectation.passed ? tr("passed") : tr("failed");
        case sourceColumn:
            return sourceText(expectation.file, expectation.line);
        default:
            return {};
        }
    case Qt::DecorationRole:
        if (column != nameColumn)
            return {};
        return expectation.passed ? paletteIcon(QStringLiteral("check"))
                                  : levelIcon(LogLevel::error);
    case Qt::ToolTipRole:
        return column == nameColumn ? expectation.text : QVariant();
    case PassedRole:
        return expectation.passed;
    case FileRole:
        return expectation.file.isEmpty() ? testCase.file : expectation.file;
    case LineRole:
        return expectation.file.isEmpty() ? testCase.line : expectation.line;
    case LibraryRole:
        return testCase.library;
    case RecordRole:
        return qlonglong(expectation.record);
    default:
        return {};
    }
}

QVariant TestResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case nameColumn:
        return tr("Test");
    case resultColumn:
        return tr("Result");
    case timeColumn:
        return tr("Time");
    case sourceColumn:
        return tr("Source");
    default:
        return {};
    }
}

} // namespace kiln
