// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/issue_view.h"

#include "widgets/issue_model.h"
#include "widgets/remembered_layout.h"

#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

namespace {

constexpr int fitMilliseconds = 33;

} // namespace

IssueView::IssueView(IssueModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_groups(new IssueGroups(model, this))
    , m_grouping(new QComboBox)
    , m_bar(new QWidget)
    , m_list(new QTreeView)
    , m_detail(new QPlainTextEdit)
    , m_empty(new QLabel(tr("No errors or warnings.")))
{
    m_list->setModel(m_groups);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Errors and warnings"));
    m_list->setObjectName(QStringLiteral("issues"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(IssueModel::messageColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(IssueModel::placeColumn, QHeaderView::Interactive);

    m_detail->setReadOnly(true);
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_detail->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_detail->document()->setDocumentMargin(8);
    m_detail->setAccessibleName(tr("Excerpt and advice"));
    m_detail->setObjectName(QStringLiteral("issueDetail"));
    m_detail->hide();

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_list);
    splitter->addWidget(m_detail);
    splitter->setSizes({300, 140});
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    rememberSplitter(splitter, QStringLiteral("issues/splitter"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_grouping->addItems({tr("Not grouped"), tr("By file"), tr("By library"), tr("By severity")});
    m_grouping->setAccessibleName(tr("Group errors and warnings"));
    m_grouping->setObjectName(QStringLiteral("issueGrouping"));
    auto *bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(16, 4, 8, 4);
    bar->addWidget(m_grouping);
    bar->addStretch(1);
    layout->addWidget(m_bar);
    layout->addWidget(splitter, 1);

    m_empty->setParent(m_list->viewport());
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_list->viewport()->installEventFilter(this);

    connect(m_grouping, &QComboBox::activated, this, [this](int choice) {
        setGrouping(IssueGrouping(choice));
        emit groupingChanged(m_groups->grouping());
    });
    // Whoever groups wants to see what is in the groups.
    connect(m_groups, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &group, int first) {
                if (group.isValid() && first == 0)
                    m_list->expand(group);
            });
    connect(m_groups, &QAbstractItemModel::modelReset, m_list, &QTreeView::expandAll);
    connect(m_list, &QTreeView::clicked, this, &IssueView::open);
    connect(m_list, &QTreeView::activated, this, &IssueView::open);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &IssueView::showDetail);
    connect(model, &IssueModel::countsChanged, this, &IssueView::updateEmpty);
    updateEmpty();

    // Hundreds of issues come at once; each is measured once, and the column laid out once for all.
    m_fit.setSingleShot(true);
    m_fit.setInterval(fitMilliseconds);
    connect(&m_fit, &QTimer::timeout, this, &IssueView::fitPlaces);
    const auto fitSoon = [this] {
        if (!m_fit.isActive())
            m_fit.start();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, fitSoon);
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this, fitSoon] {
        m_measured = 0;
        fitSoon();
    });
    fitPlaces();
}

void IssueView::updateEmpty()
{
    m_empty->setVisible(m_model->rowCount() == 0);
    if (m_model->rowCount() == 0)
        m_detail->hide();
    else if (!m_list->currentIndex().isValid() && !m_detailed.isValid() && isVisible())
        showDetail(m_model->index(0, 0));
    m_bar->setVisible(m_model->rowCount() > 0);
}

void IssueView::setGrouping(IssueGrouping grouping)
{
    m_grouping->setCurrentIndex(int(grouping));
    m_groups->setGrouping(grouping);
    m_list->setRootIsDecorated(grouping != IssueGrouping::none);
}

void IssueView::fitPlaces()
{
    constexpr int clearance = 24; // between the text and the window's edge
    QHeaderView *header = m_list->header();
    if (m_measured == 0)
        m_placeWidth = header->sectionSizeHint(IssueModel::placeColumn);
    for (; m_measured < m_model->rowCount(); ++m_measured) {
        const QModelIndex place = m_model->index(m_measured, IssueModel::placeColumn);
        m_placeWidth = std::max(m_placeWidth,
                                m_list->fontMetrics().horizontalAdvance(place.data().toString()));
    }
    header->resizeSection(IssueModel::placeColumn, m_placeWidth + clearance);
}

void IssueView::showDetail(const QModelIndex &index)
{
    const bool isIssue = index.data(IssueModel::SeverityRole).isValid();
    const QString detail = index.data(IssueModel::DetailRole).toString();
    const QString file = index.data(IssueModel::FileRole).toString();
    QString text = index.siblingAtColumn(IssueModel::messageColumn).data().toString();
    if (!file.isEmpty()) {
        const int line = index.data(IssueModel::LineRole).toInt();
        text.prepend(line > 0 ? QStringLiteral("%1:%2: ").arg(file).arg(line)
                              : QStringLiteral("%1: ").arg(file));
    }
    if (!detail.isEmpty())
        text += QLatin1Char('\n') + detail;
    m_detail->setPlainText(text);
    m_detail->setVisible(isIssue);
    m_detailed = index;
}

void IssueView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateEmpty();
}

void IssueView::open(const QModelIndex &index)
{
    const QString file = index.data(IssueModel::FileRole).toString();
    if (!file.isEmpty())
        emit openRequested({file, index.data(IssueModel::LineRole).toInt(),
                            index.data(IssueModel::ColumnRole).toInt()});
}

bool IssueView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Resize)
        m_empty->setGeometry(m_list->viewport()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace kiln
