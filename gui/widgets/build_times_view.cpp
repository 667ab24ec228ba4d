// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/build_times_view.h"

#include "widgets/library_colors.h"
#include "widgets/number_header.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <algorithm>

namespace kiln {

namespace {

/// A bar behind the number, as long as the row's part of the longest.
class BarDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const double fraction = index.data(BuildTimesModel::FractionRole).toDouble();
        // The number keeps its own room at the end.
        const int number = option.fontMetrics.horizontalAdvance(QStringLiteral(" 0,000.00 s "));
        QRectF bar(option.rect.left() + 4, option.rect.top() + 4,
                   std::max(0.0, double(option.rect.width() - number - 8)) * fraction,
                   option.rect.height() - 8);
        if (option.direction == Qt::RightToLeft)
            bar.moveRight(option.rect.right() - 4);
        const QString library =
            index.siblingAtColumn(BuildTimesModel::libraryColumn).data().toString();
        painter->fillRect(bar, libraryColor(library, true, option.palette));
    }
};

} // namespace

BuildTimesModel::BuildTimesModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void BuildTimesModel::setTimes(const QVector<LibraryBuildTime> &times)
{
    beginResetModel();
    m_times = times;
    endResetModel();
}

int BuildTimesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_times.size());
}

int BuildTimesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnCount_);
}

QVariant BuildTimesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const LibraryBuildTime &time = m_times[index.row()];
    const QLocale locale;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case libraryColumn:
            return time.library.isEmpty() ? tr("image and make itself") : time.library;
        case shareColumn:
            return tr("%1 s").arg(locale.toString(time.share, 'f', 2));
        case workColumn:
            return tr("%1 s").arg(locale.toString(time.work, 'f', 2));
        case stepsColumn:
            return locale.toString(time.steps);
        default:
            return {};
        }
    case Qt::TextAlignmentRole:
        return index.column() == libraryColumn
                   ? QVariant()
                   : QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter));
    case FractionRole: {
        double longest = 0;
        for (const LibraryBuildTime &each : m_times)
            longest = std::max(longest, each.share);
        return longest > 0 ? time.share / longest : 0.0;
    }
    case SortRole:
        switch (index.column()) {
        case libraryColumn:
            return time.library;
        case shareColumn:
            return time.share;
        case workColumn:
            return time.work;
        default:
            return time.steps;
        }
    default:
        return {};
    }
}

QVariant BuildTimesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == shareColumn)
        return tr("Time of the build in which several steps ran is divided among them");
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == workColumn)
        return tr("What the steps took, one after the other");
    return numberHeader(section, orientation, role,
                        {tr("Library"), tr("Share of the build"), tr("Work"), tr("Steps")});
}

BuildTimesView::BuildTimesView(QWidget *parent)
    : QWidget(parent)
    , m_model(new BuildTimesModel(this))
    , m_list(new QTreeView)
    , m_builds(new QComboBox)
    , m_about(new QLabel)
    , m_empty(new QLabel)
    , m_stack(new QStackedWidget)
{
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    sorted->setSortRole(BuildTimesModel::SortRole);
    m_list->setModel(sorted);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(BuildTimesModel::shareColumn, Qt::DescendingOrder);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Build time by library"));
    m_list->setObjectName(QStringLiteral("buildTimes"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setItemDelegateForColumn(BuildTimesModel::shareColumn, new BarDelegate(m_list));
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(BuildTimesModel::shareColumn, QHeaderView::Stretch);
    header->resizeSection(BuildTimesModel::libraryColumn, 240);
    m_builds->setAccessibleName(tr("Build"));
    m_builds->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);

    auto *full = new QWidget;
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 8, 8, 4);
    bar->setSpacing(8);
    bar->addWidget(m_builds);
    bar->addWidget(m_about, 1);
    auto *layout = new QVBoxLayout(full);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_list, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(full);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    connect(m_builds, &QComboBox::currentIndexChanged, this, &BuildTimesView::showBuild);
    setRecords({});
}

void BuildTimesView::setRecords(const QVector<BuildRecord> &records, const QString &whyEmpty)
{
    m_records.clear();
    int most = -1;
    for (auto it = records.rbegin(); it != records.rend(); ++it) {
        if (it->times.isEmpty())
            continue;
        m_records.append(*it);
        if (most < 0 || it->steps > m_records[most].steps)
            most = int(m_records.size()) - 1;
    }
    m_empty->setText(!whyEmpty.isEmpty() ? whyEmpty
                                         : tr("Nothing was built yet. Build (Ctrl+B) starts."));
    m_stack->setCurrentIndex(m_records.isEmpty() ? 0 : 1);
    {
        const QSignalBlocker blocker(m_builds);
        m_builds->clear();
        for (const BuildRecord &record : std::as_const(m_records))
            m_builds->addItem(tr("%1, %n step(s)", nullptr, record.steps)
                                  .arg(QLocale().toString(record.time, QLocale::ShortFormat)));
        m_builds->setCurrentIndex(most);
    }
    showBuild(most);
}

void BuildTimesView::showBuild(int index)
{
    if (index < 0 || index >= m_records.size()) {
        m_model->setTimes({});
        m_about->clear();
        return;
    }
    const BuildRecord &record = m_records[index];
    m_model->setTimes(record.times);
    m_about->setText(
        tr("%1 s with -j%2. Steps overlap: time in which several ran is divided among them, so "
           "the shares add up to the whole.")
            .arg(QLocale().toString(record.seconds, 'f', 1))
            .arg(record.jobs));
}

} // namespace kiln
