// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/path_table.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace kiln {

namespace {

enum Column
{
    readOnlyColumn,
    pathColumn,
    tagColumn
};

} // namespace

PathTable::PathTable(Kind kind, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_table(new QTableWidget(0, kind == Kind::folders ? 3 : 2))
    , m_remove(new QToolButton)
{
    QStringList titles{tr("Read-only"), kind == Kind::folders ? tr("Folder") : tr("File")};
    if (kind == Kind::folders)
        titles.append(tr("Tag"));
    m_table->setHorizontalHeaderLabels(titles);
    m_table->setAccessibleName(name);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(pathColumn, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setFixedHeight(m_table->fontMetrics().height() * 5); // one or two are usual
    auto *add = new QToolButton;
    add->setText(tr("Add…"));
    add->setToolTip(kind == Kind::folders ? tr("Add a folder") : tr("Add a file"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("Remove the row"));
    m_remove->setEnabled(false);
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(add, &QToolButton::clicked, this, &PathTable::askForPath);
    connect(m_remove, &QToolButton::clicked, this, &PathTable::removeCurrent);
    connect(m_table, &QTableWidget::itemChanged, this, &PathTable::changed);
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(!m_table->selectedItems().isEmpty()); });
}

void PathTable::append(const PathRow &row)
{
    const int number = m_table->rowCount();
    const QSignalBlocker quiet(m_table);
    m_table->insertRow(number);
    auto *flag = new QTableWidgetItem;
    flag->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    flag->setCheckState(row.isReadOnly ? Qt::Checked : Qt::Unchecked);
    m_table->setItem(number, readOnlyColumn, flag);
    m_table->setItem(number, pathColumn, new QTableWidgetItem(row.path));
    if (m_kind == Kind::folders)
        m_table->setItem(number, tagColumn, new QTableWidgetItem(row.tag));
}

void PathTable::setRows(const QList<PathRow> &rows)
{
    m_table->setRowCount(0);
    for (const PathRow &row : rows)
        append(row);
    emit changed();
}

QList<PathRow> PathTable::rows() const
{
    QList<PathRow> all;
    for (int i = 0; i < m_table->rowCount(); ++i) {
        PathRow row;
        row.path = m_table->item(i, pathColumn)->text().trimmed();
        row.isReadOnly = m_table->item(i, readOnlyColumn)->checkState() == Qt::Checked;
        if (m_kind == Kind::folders)
            row.tag = m_table->item(i, tagColumn)->text().trimmed();
        if (!row.path.isEmpty())
            all.append(row);
    }
    return all;
}

void PathTable::askForPath()
{
    auto *dialog = new QFileDialog(this, m_kind == Kind::folders ? tr("Share a folder")
                                                                 : tr("Use a disk image"));
    dialog->setDirectory(m_base);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_kind == Kind::folders ? QFileDialog::Directory
                                                : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QString below = QDir(m_base).relativeFilePath(path);
        const bool isBelow = !m_base.isEmpty() && !below.startsWith(QLatin1String(".."));
        append({isBelow ? below : path, QStringLiteral("fs%1").arg(m_table->rowCount()), false});
        emit changed();
    });
    dialog->open();
}

void PathTable::removeCurrent()
{
    m_table->removeRow(m_table->currentRow());
    emit changed();
}

} // namespace kiln
