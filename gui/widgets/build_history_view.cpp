// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/build_history_view.h"

#include "widgets/build_chart.h"
#include "widgets/build_history_model.h"

#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace kiln {

BuildHistoryView::BuildHistoryView(QWidget *parent)
    : QWidget(parent)
    , m_model(new BuildHistoryModel(this))
    , m_chart(new BuildChart)
    , m_list(new QTreeView)
    , m_empty(new QLabel)
    , m_stack(new QStackedWidget)
{
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Builds so far"));
    m_list->setObjectName(QStringLiteral("buildHistory"));
    m_list->setToolTip(tr("Return or a double click compares the image with the newest one"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_chart->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto *full = new QWidget;
    auto *layout = new QVBoxLayout(full);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_chart);
    layout->addWidget(m_list, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(full);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                m_chart->setCurrent(current.isValid() ? m_model->record(current.row()).id
                                                      : QString());
            });
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const BuildRecord &record = m_model->record(index.row());
        if (record.hasSizes)
            emit compareRequested(record.id);
    });
    connect(m_chart, &BuildChart::chosen, this, [this](const QString &id) {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (m_model->record(row).id == id)
                m_list->setCurrentIndex(m_model->index(row, 0));
        }
    });
    setRecords({});
}

void BuildHistoryView::setRecords(const QVector<BuildRecord> &records, const QString &whyEmpty)
{
    m_model->setRecords(records);
    m_chart->setRecords(records);
    m_empty->setText(!whyEmpty.isEmpty() ? whyEmpty
                                         : tr("Nothing was built yet. Build (Ctrl+B) starts."));
    m_stack->setCurrentIndex(records.isEmpty() ? 0 : 1);
    QHeaderView *header = m_list->header();
    for (int column = 0; column < BuildHistoryModel::columnCount_; ++column)
        m_list->resizeColumnToContents(column);
    header->setStretchLastSection(true);
}

} // namespace kiln
