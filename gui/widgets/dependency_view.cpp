// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dependency_view.h"

#include "widgets/dependency_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <functional>

namespace kiln {

namespace {

constexpr int mostRows = 14; ///< more are scrolled

} // namespace

DependencyView::DependencyView(QWidget *parent)
    : QTreeView(parent)
    , m_model(new DependencyModel(this))
{
    setModel(m_model);
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setIndentation(16);
    setIconSize(QSize(16, 16));
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("What the option needs"));
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(8);
    header()->setSectionResizeMode(DependencyModel::conditionColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(DependencyModel::valueColumn, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(DependencyModel::truthColumn, QHeaderView::ResizeToContents);
    connect(this, &QTreeView::expanded, this, [this] { updateGeometry(); });
    connect(this, &QTreeView::collapsed, this, [this] { updateGeometry(); });
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) { go(index); });
}

void DependencyView::setNode(const kconfig::Configuration *configuration, kconfig::NodeId node)
{
    m_model->setNode(configuration, node);
    expandAll();
    setVisible(m_model->rowCount() > 0);
    setCurrentIndex(m_model->index(0, 0));
    clearSelection();
    updateGeometry();
}

void DependencyView::refresh()
{
    m_model->refresh();
}

QString DependencyView::plainText() const
{
    QString result;
    const std::function<void(const QModelIndex &, int)> add = [&](const QModelIndex &parent,
                                                                  int depth) {
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            result +=
                QString(2 * depth, u' ') + index.data(Qt::AccessibleTextRole).toString() + u'\n';
            add(index, depth + 1);
        }
    };
    add({}, 0);
    return result;
}

QSize DependencyView::sizeHint() const
{
    int rows = 0;
    for (QModelIndex at = m_model->index(0, 0); at.isValid() && rows < mostRows;
         at = indexBelow(at))
        ++rows;
    const int height = std::max(rowHeight(m_model->index(0, 0)), fontMetrics().height() + 4);
    return {QTreeView::sizeHint().width(), rows * height + 2 * frameWidth()};
}

QSize DependencyView::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

bool DependencyView::go(const QModelIndex &index)
{
    const kconfig::NodeId node = m_model->nodeAt(index);
    if (node.isValid())
        emit nodeRequested(node);
    return node.isValid();
}

void DependencyView::keyPressEvent(QKeyEvent *event)
{
    const bool goes = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                      event->key() == Qt::Key_Space;
    if (goes && go(currentIndex()))
        return;
    QTreeView::keyPressEvent(event);
}

void DependencyView::mouseMoveEvent(QMouseEvent *event)
{
    const bool leads = m_model->nodeAt(indexAt(event->pos())).isValid();
    viewport()->setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTreeView::mouseMoveEvent(event);
}

void DependencyView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace kiln
