// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conflict_dialog.h"

#include "widgets/remembered_layout.h"
#include "widgets/row_delegate.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace kiln {

namespace {

enum Column
{
    optionColumn,
    baseColumn,
    mineColumn,
    theirsColumn,
    columnCount
};

} // namespace

ConflictDialog::ConflictDialog(const QVector<MergeConflict> &conflicts, const QString &file,
                               QWidget *parent)
    : QDialog(parent)
    , m_conflicts(conflicts)
    , m_theirs(conflicts.size(), false)
    , m_table(new QTableWidget(int(conflicts.size()), columnCount))
{
    setObjectName(QStringLiteral("conflicts"));
    setWindowTitle(tr("Changed Here and in the File"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QLabel(
        tr("Another program changed %1. %n option(s) have been changed there and here, to "
           "different values. Which shall it be? All other changes of both are kept.",
           nullptr, int(conflicts.size()))
            .arg(file));
    text->setWordWrap(true);
    m_table->setHorizontalHeaderLabels({tr("Option"), tr("Before"), tr("Mine"), tr("In the file")});
    m_table->verticalHeader()->hide();
    m_table->setAccessibleName(tr("Options changed on both sides"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setItemDelegate(new RowDelegate(m_table));
    // Values are side by side, in columns of one width.
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(optionColumn, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    const auto shown = [](const QString &value) { return value.isEmpty() ? tr("–") : value; };
    for (int row = 0; row < conflicts.size(); ++row) {
        const MergeConflict &conflict = conflicts[row];
        m_table->setItem(row, optionColumn, new QTableWidgetItem(conflict.name));
        m_table->setItem(row, baseColumn, new QTableWidgetItem(shown(conflict.base)));
        m_table->setItem(row, mineColumn, new QTableWidgetItem(shown(conflict.mine)));
        m_table->setItem(row, theirsColumn, new QTableWidgetItem(shown(conflict.theirs)));
        m_table->item(row, optionColumn)->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        for (const int column : {mineColumn, theirsColumn})
            m_table->item(row, column)
                ->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        // Which option and whose value it is, without the eye for rows and columns.
        m_table->item(row, mineColumn)
            ->setData(Qt::AccessibleTextRole,
                      tr("%1, mine: %2").arg(conflict.name, shown(conflict.mine)));
        m_table->item(row, theirsColumn)
            ->setData(Qt::AccessibleTextRole,
                      tr("%1, in the file: %2").arg(conflict.name, shown(conflict.theirs)));
        for (int column = 0; column < columnCount; ++column) // a long value is elided
            m_table->item(row, column)->setToolTip(m_table->item(row, column)->text());
        choose(row, false);
    }
    m_table->resizeRowsToContents();
    connect(m_table, &QTableWidget::cellClicked, this, [this](int row, int column) {
        if (column == mineColumn || column == theirsColumn)
            choose(row, column == theirsColumn);
    });
    connect(m_table, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        // The space bar.
        if (item->column() != mineColumn && item->column() != theirsColumn)
            return;
        const bool checked = item->checkState() == Qt::Checked;
        choose(item->row(), (item->column() == theirsColumn) == checked);
    });

    auto *allMine = new QPushButton(tr("All &Mine"));
    auto *allTheirs = new QPushButton(tr("All &Theirs"));
    connect(allMine, &QPushButton::clicked, this, [this] { chooseAll(false); });
    connect(allTheirs, &QPushButton::clicked, this, [this] { chooseAll(true); });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(tr("Merge"), QDialogButtonBox::AcceptRole);
    buttons->addButton(allMine, QDialogButtonBox::ActionRole);
    buttons->addButton(allTheirs, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(text);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    resize(720, 400);
    rememberWindow(this, QStringLiteral("conflicts/size"));
}

void ConflictDialog::choose(int row, bool theirs)
{
    m_theirs[row] = theirs;
    const QSignalBlocker blocker(m_table);
    for (const int column : {mineColumn, theirsColumn}) {
        const bool chosen = theirs == (column == theirsColumn);
        QTableWidgetItem *item = m_table->item(row, column);
        item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
        QFont font = m_table->font();
        font.setBold(chosen);
        item->setFont(font);
    }
    m_table->viewport()->update();
}

void ConflictDialog::chooseAll(bool theirs)
{
    for (int row = 0; row < m_table->rowCount(); ++row)
        choose(row, theirs);
}

QVector<kconfig::SymbolId> ConflictDialog::takeTheirs() const
{
    QVector<kconfig::SymbolId> symbols;
    for (qsizetype row = 0; row < m_conflicts.size(); ++row) {
        if (m_theirs[row])
            symbols.append(m_conflicts[row].symbol);
    }
    return symbols;
}

} // namespace kiln
