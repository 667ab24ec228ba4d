// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/fragment_dialog.h"

#include "widgets/remembered_layout.h"
#include "widgets/row_delegate.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

namespace {

enum Column
{
    optionColumn,
    lineColumn,
    beforeColumn,
    wantedColumn,
    nowColumn,
    whyColumn,
    columnCount
};

constexpr int margin = 16; // pixels

} // namespace

FragmentDialog::FragmentDialog(const FragmentReport &report, const QString &file,
                               const QString &treeFolder, QWidget *parent)
    : QDialog(parent)
    , m_treeFolder(treeFolder)
    , m_tree(new QTreeWidget)
{
    setObjectName(QStringLiteral("fragment"));
    setWindowTitle(tr("Fragment Merged"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QLabel(tr("%n option(s) of %1 were merged.", nullptr, report.lines)
                                .arg(QFileInfo(file).fileName()) +
                            QLatin1Char(' ') +
                            (report.ineffective.isEmpty() ? tr("All of them took effect.")
                                                          : tr("%n did not take effect.", nullptr,
                                                               int(report.ineffective.size()))));
    text->setWordWrap(true);
    text->setObjectName(QStringLiteral("fragmentText"));
    m_tree->setColumnCount(columnCount);
    m_tree->setHeaderLabels(
        {tr("Option"), tr("Line"), tr("Before"), tr("Fragment"), tr("Now"), tr("Why")});
    m_tree->setAccessibleName(tr("What became of the fragment"));
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setTextElideMode(Qt::ElideMiddle); // reasons end with a place
    m_tree->setExpandsOnDoubleClick(false);
    addGroup(tr("Did not take effect"), report.ineffective);
    addGroup(tr("Overridden by the fragment"), report.overridden);
    m_tree->expandAll();
    for (int column = 0; column < columnCount; ++column)
        m_tree->resizeColumnToContents(column);
    // Names are whole. A reason has the rest of the room, with its place at the end, and all of
    // it in its tool tip; what is there all told is the width that is asked for.
    const int wanted = m_tree->header()->length() + 2 * (margin + m_tree->frameWidth()) +
                       m_tree->style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(whyColumn, QHeaderView::Stretch);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        const QString name = item->data(optionColumn, Qt::UserRole).toString();
        if (!name.isEmpty())
            emit optionActivated(name);
    });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *undo = buttons->addButton(tr("Undo the Merge"), QDialogButtonBox::ActionRole);
    connect(undo, &QPushButton::clicked, this, [this] {
        emit undoRequested();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(16);
    layout->addWidget(text);
    layout->addWidget(m_tree, 1);
    layout->addWidget(buttons);
    const int room = parent ? parent->window()->width() : screen()->availableGeometry().width();
    resize(std::clamp(wanted, 860, std::max(860, room - 2 * margin)), 420);
    rememberWindow(this, QStringLiteral("fragment/size"));
}

QString FragmentDialog::inTree(QString text) const
{
    return m_treeFolder.isEmpty() ? text : text.remove(m_treeFolder + QLatin1Char('/'));
}

void FragmentDialog::addGroup(const QString &title, const QVector<FragmentRemark> &remarks)
{
    if (remarks.isEmpty())
        return;
    auto *group = new QTreeWidgetItem(m_tree, {title});
    group->setFirstColumnSpanned(true);
    QFont bold = font();
    bold.setBold(true);
    group->setFont(optionColumn, bold);
    const auto shown = [](const QString &value) { return value.isEmpty() ? tr("–") : value; };
    for (const FragmentRemark &remark : remarks) {
        auto *row = new QTreeWidgetItem(group, {remark.name, QString::number(remark.line),
                                                shown(remark.before), shown(remark.wanted),
                                                shown(remark.now), inTree(remark.why)});
        row->setTextAlignment(lineColumn, Qt::AlignRight | Qt::AlignVCenter);
        row->setToolTip(whyColumn, remark.why);
        QString spoken = tr("%1, line %2: was %3, the fragment says %4, is %5 now")
                             .arg(remark.name)
                             .arg(remark.line)
                             .arg(shown(remark.before), shown(remark.wanted), shown(remark.now));
        if (!remark.why.isEmpty())
            spoken += QStringLiteral(", ") + inTree(remark.why);
        row->setData(optionColumn, Qt::AccessibleTextRole, spoken);
        if (remark.symbol.isValid())
            row->setData(optionColumn, Qt::UserRole, remark.name);
    }
}

} // namespace kiln
