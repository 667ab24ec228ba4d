// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/size_view.h"

#include "widgets/elided_label.h"
#include "widgets/palette_icon.h"
#include "widgets/remembered_layout.h"
#include "widgets/size_model.h"
#include "widgets/treemap_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

namespace kiln {

SizeView::SizeView(QWidget *parent)
    : QWidget(parent)
    , m_map(new TreemapView)
    , m_list(new QTreeView)
    , m_model(new SizeModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_compare(new QComboBox)
    , m_measure(new QComboBox)
    , m_search(new QLineEdit)
    , m_out(new QToolButton)
    , m_changes(new QToolButton)
    , m_where(new ElidedLabel(Qt::ElideLeft))
    , m_about(new ElidedLabel(Qt::ElideMiddle))
    , m_empty(new QLabel)
    , m_stack(new QStackedWidget)
    , m_jobs(this)
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(SizeModel::SortRole);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setRecursiveFilteringEnabled(true);
    m_sorted->setAutoAcceptChildRows(true);
    m_list->setModel(m_sorted);
    m_list->setUniformRowHeights(true);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(SizeModel::sizeColumn, Qt::DescendingOrder);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Sizes by library, object and symbol"));
    m_list->setObjectName(QStringLiteral("sizeList"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);

    m_measure->addItem(tr("In the file"));
    m_measure->addItem(tr("In memory"));
    m_measure->setAccessibleName(tr("Which size"));
    m_measure->setToolTip(tr("Bytes in the image file, or in the guest's memory: zeroed data "
                             "counts in memory only, headers in the file only"));
    m_compare->setAccessibleName(tr("Compare with"));
    m_compare->setToolTip(tr("The build to compare with"));
    m_compare->setObjectName(QStringLiteral("sizeComparison"));
    m_compare->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_search->setPlaceholderText(tr("Find library, object or symbol"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(220);
    m_search->addAction(paletteIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_out->setIcon(paletteIcon(QStringLiteral("go-back")));
    m_out->setAutoRaise(true);
    m_out->setToolTip(tr("Out to the whole (Backspace)"));
    m_out->setAccessibleName(tr("Out to the whole"));
    m_changes->setIcon(paletteIcon(QStringLiteral("changes")));
    m_changes->setText(tr("Changes"));
    m_changes->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_changes->setCheckable(true);
    m_changes->setToolTip(tr("Colours tell what has grown (orange) and shrunk (blue)"));
    m_changes->setObjectName(QStringLiteral("sizeChanges"));
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_about->setObjectName(QStringLiteral("sizeAbout"));

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 8, 8, 4);
    bar->setSpacing(8);
    bar->addWidget(m_out);
    bar->addWidget(m_where, 1);
    bar->addWidget(m_search);
    bar->addWidget(m_measure);
    bar->addWidget(new QLabel(tr("compared with")));
    bar->addWidget(m_compare);
    bar->addWidget(m_changes);
    auto *splitter = new QSplitter;
    splitter->addWidget(m_map);
    splitter->addWidget(m_list);
    splitter->setSizes({600, 480});
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    rememberSplitter(splitter, QStringLiteral("analyse/sizes"));
    auto *full = new QWidget;
    auto *layout = new QVBoxLayout(full);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(splitter, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 4, 8, 4);
    foot->addWidget(m_about, 1);
    layout->addLayout(foot);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setObjectName(QStringLiteral("sizeEmpty"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(full);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);

    connect(m_measure, &QComboBox::currentIndexChanged, this, &SizeView::refresh);
    connect(m_compare, &QComboBox::activated, this,
            [this] { emit comparisonRequested(m_compare->currentData().toString()); });
    connect(m_changes, &QToolButton::toggled, this, &SizeView::refresh);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_map->setSearch(text);
        m_sorted->setFilterFixedString(text);
    });
    connect(m_out, &QToolButton::clicked, this, [this] { m_map->setPath({}); });
    connect(m_map, &TreemapView::pathChanged, this, &SizeView::showPath);
    connect(m_map, &TreemapView::selectionChanged, this, &SizeView::showSelection);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                m_map->select(m_model->path(m_sorted->mapToSource(current)));
            });
    setReport(nullptr);
}

void SizeView::setReport(std::shared_ptr<const SizeReport> report, const QString &whyEmpty)
{
    m_report = std::move(report);
    m_empty->setText(!whyEmpty.isEmpty() ? whyEmpty
                                         : tr("There is no image yet. Build (Ctrl+B) makes one."));
    m_stack->setCurrentIndex(m_report ? 1 : 0);
    refresh();
}

void SizeView::setBuilds(const QVector<BuildRecord> &builds, const QString &chosen)
{
    const QSignalBlocker blocker(m_compare);
    m_compare->clear();
    m_compare->addItem(tr("nothing"), QString());
    for (const BuildRecord &build : builds) {
        if (build.hasSizes)
            m_compare->addItem(
                tr("%1 (%2)").arg(QLocale().toString(build.time, QLocale::ShortFormat),
                                  QLocale().formattedDataSize(build.imageSize)),
                build.id);
    }
    m_compare->setCurrentIndex(std::max(0, m_compare->findData(chosen)));
}

void SizeView::setComparison(std::shared_ptr<const SizeReport> before, const QString &id)
{
    if (const int build = m_compare->findData(id); !id.isEmpty() && build >= 0) {
        m_compare->setCurrentIndex(build);
        const QSignalBlocker blocker(m_changes);
        m_changes->setChecked(true);
    }
    m_before = std::move(before);
    refresh();
}

void SizeView::refresh()
{
    const SizeMeasure measure =
        m_measure->currentIndex() == 0 ? SizeMeasure::file : SizeMeasure::memory;
    const bool isCompared = m_report && m_before;
    const int generation = ++m_generation;
    if (!m_report)
        return showTree(nullptr, false);
    m_jobs.run(
        [report = m_report, before = m_before, measure] {
            return std::make_shared<const SizeNode>(sizeTree(*report, before.get(), measure));
        },
        [this, generation, isCompared](const std::shared_ptr<const SizeNode> &tree) {
            if (generation == m_generation)
                showTree(tree, isCompared);
        });
}

void SizeView::showTree(const std::shared_ptr<const SizeNode> &tree, bool isCompared)
{
    const QStringList selection = m_map->selection();
    m_model->setTree(tree, isCompared);
    m_changes->setEnabled(isCompared);
    m_map->setTree(tree, isCompared && m_changes->isChecked());
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(SizeModel::nameColumn, QHeaderView::Stretch);
    const int digits = m_list->fontMetrics().horizontalAdvance(QStringLiteral("+0.000.000"));
    for (int column = SizeModel::sizeColumn; column < m_model->columnCount(); ++column)
        header->resizeSection(column, digits + 16);
    showPath(m_map->path());
    showSelection(selection);
}

void SizeView::showPath(const QStringList &path)
{
    m_out->setEnabled(!path.isEmpty());
    const QString image = m_report ? m_report->image.section(u'/', -1) : QString();
    m_where->setText((QStringList(image) + path).join(QStringLiteral(" › ")));
    m_about->setText(m_map->description());
}

void SizeView::showSelection(const QStringList &path)
{
    m_about->setText(m_map->description());
    const QModelIndex index = m_sorted->mapFromSource(m_model->index(path));
    if (!index.isValid() || index == m_list->currentIndex().siblingAtColumn(0))
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

} // namespace kiln
