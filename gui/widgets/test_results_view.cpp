// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/test_results_view.h"

#include "widgets/level_style.h"
#include "widgets/palette_icon.h"
#include "widgets/test_results_model.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace kiln {

TestResultsView::TestResultsView(const TestResults *results, QWidget *parent)
    : QWidget(parent)
    , m_results(results)
    , m_model(new TestResultsModel(results, this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_icon(new QLabel)
    , m_summary(new QLabel)
    , m_discrepancy(new QLabel)
    , m_empty(new QLabel)
    , m_failedOnly(new QToolButton)
    , m_tree(new QTreeView)
{
    m_filter->setSourceModel(m_model);
    m_filter->setFilterRole(TestResultsModel::PassedRole);
    m_filter->setFilterKeyColumn(0);

    m_tree->setModel(m_filter);
    m_tree->setObjectName(QStringLiteral("testResults"));
    m_tree->setAccessibleName(tr("Test results"));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(TestResultsModel::nameColumn, QHeaderView::Stretch);
    const int character = fontMetrics().averageCharWidth();
    header->resizeSection(TestResultsModel::resultColumn, 20 * character);
    header->resizeSection(TestResultsModel::timeColumn, 12 * character);
    header->resizeSection(TestResultsModel::sourceColumn, 28 * character);
    connect(m_tree, &QTreeView::activated, this, &TestResultsView::activate);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &TestResultsView::showMenu);

    m_failedOnly->setText(tr("Failed Only"));
    m_failedOnly->setIcon(paletteIcon(QStringLiteral("filter")));
    m_failedOnly->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_failedOnly->setCheckable(true);
    m_failedOnly->setAutoRaise(true);
    m_failedOnly->setToolTip(tr("Hide what has passed"));
    connect(m_failedOnly, &QToolButton::toggled, this, [this](bool on) {
        m_filter->setFilterFixedString(on ? QStringLiteral("false") : QString());
        expandFailures();
    });

    QFont bold = font();
    bold.setBold(true);
    m_summary->setFont(bold);
    m_summary->setObjectName(QStringLiteral("testSummary"));
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_discrepancy->setWordWrap(true);
    m_discrepancy->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_discrepancy->setObjectName(QStringLiteral("testDiscrepancy"));
    m_empty->setText(tr("No test has run in this guest. “Run Tests” in the Run menu, or kiln test "
                        "on the command line, builds the application with unit tests (uktest)."));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setMargin(32);

    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(16, 8, 8, 8);
    strip->setSpacing(8);
    strip->addWidget(m_icon);
    strip->addWidget(m_summary, 1);
    strip->addWidget(m_failedOnly);
    m_discrepancy->setContentsMargins(16, 0, 16, 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(strip);
    layout->addWidget(m_discrepancy);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_tree, 1);
    updateSummary();
    expandFailures();
}

void TestResultsView::refresh()
{
    m_model->refresh();
    updateSummary();
    expandFailures();
}

QString TestResultsView::summary() const
{
    return m_summary->text();
}

void TestResultsView::updateSummary()
{
    const TestTotals &totals = m_results->totals();
    const bool isEmpty = m_results->isEmpty();
    m_empty->setVisible(isEmpty);
    m_tree->setVisible(!isEmpty);
    m_failedOnly->setVisible(!isEmpty);
    m_icon->setVisible(!isEmpty);
    m_summary->setVisible(!isEmpty);
    const QString discrepancy = m_results->discrepancy();
    m_discrepancy->setText(discrepancy);
    m_discrepancy->setVisible(!discrepancy.isEmpty());
    if (isEmpty)
        return;
    const bool failed = totals.suites.failed > 0;
    const QString suites = tr("%n suite(s)", nullptr, totals.suites.total);
    QString text =
        failed ? (totals.cases.failed > 0
                      ? tr("%1 of %n test(s) in %2 failed", nullptr, totals.cases.total)
                            .arg(totals.cases.failed)
                            .arg(suites)
                      : tr("%1 of %2 could not start").arg(totals.suites.failed).arg(suites))
               : tr("%n test(s) in %1 passed", nullptr, totals.cases.total).arg(suites);
    text = tr("%1 (%n expectation(s))", nullptr, totals.expectations.total).arg(text);
    m_summary->setText(text);
    m_icon->setPixmap((failed ? levelIcon(LogLevel::error) : paletteIcon(QStringLiteral("check")))
                          .pixmap(QSize(16, 16), devicePixelRatioF()));
}

void TestResultsView::expandFailures()
{
    for (int suite = 0; suite < m_filter->rowCount(); ++suite) {
        const QModelIndex parent = m_filter->index(suite, 0);
        if (parent.data(TestResultsModel::PassedRole).toBool())
            continue;
        m_tree->expand(parent);
        for (int each = 0; each < m_filter->rowCount(parent); ++each) {
            const QModelIndex index = m_filter->index(each, 0, parent);
            if (!index.data(TestResultsModel::PassedRole).toBool())
                m_tree->expand(index);
        }
    }
}

void TestResultsView::activate(const QModelIndex &index)
{
    const QString file = index.data(TestResultsModel::FileRole).toString();
    if (!file.isEmpty())
        emit sourceRequested(file, index.data(TestResultsModel::LineRole).toInt(),
                             index.data(TestResultsModel::LibraryRole).toString());
    else
        m_tree->setExpanded(index.siblingAtColumn(0),
                            !m_tree->isExpanded(index.siblingAtColumn(0)));
}

void TestResultsView::showMenu(const QPoint &position)
{
    const QModelIndex index = m_tree->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *source = menu->addAction(tr("Go to Source"));
    source->setEnabled(!index.data(TestResultsModel::FileRole).toString().isEmpty());
    connect(source, &QAction::triggered, this, [this, index] { activate(index); });
    const auto record = qsizetype(index.data(TestResultsModel::RecordRole).toLongLong());
    connect(menu->addAction(tr("Show in Log")), &QAction::triggered, this,
            [this, record] { emit recordRequested(record); });
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void TestResultsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_icon != nullptr)
        updateSummary();
}

void TestResultsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Where it is narrow, the name of a test matters more than its source.
    const int character = fontMetrics().averageCharWidth();
    m_tree->header()->setSectionHidden(TestResultsModel::sourceColumn, width() < 80 * character);
}

} // namespace kiln
