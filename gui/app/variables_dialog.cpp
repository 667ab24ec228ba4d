// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/variables_dialog.h"

#include "widgets/remembered_layout.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QTableWidget>
#include <QVBoxLayout>

namespace kiln {

VariablesDialog::VariablesDialog(const Variables &variables, const QStringList &wanted,
                                 QWidget *parent)
    : QDialog(parent)
    , m_wanted(wanted)
    , m_table(new QTableWidget(0, 2))
    , m_problem(new QLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setObjectName(QStringLiteral("variables"));
    setWindowTitle(tr("Project Variables"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *words = new QLabel(tr(
        "Kconfig files read these as $(NAME); so do the commands they run. Of Linux, for example "
        "CROSS_COMPILE=aarch64-linux-gnu- or LLVM=1."));
    words->setWordWrap(true);
    m_table->setAccessibleName(tr("Variables"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_table->horizontalHeader()->resizeSection(0, 180);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_problem->setWordWrap(true);
    auto *remove = m_buttons->addButton(tr("&Remove"), QDialogButtonBox::ActionRole);
    remove->setToolTip(tr("Remove the selected variables"));
    connect(remove, &QPushButton::clicked, this, &VariablesDialog::removeSelected);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(words);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    resize(520, 360);
    rememberWindow(this, QStringLiteral("variables/size"));

    for (auto each = variables.begin(); each != variables.end(); ++each)
        addRow(each.key(), each.value());
    const int first = m_table->rowCount();
    for (const QString &name : wanted) {
        if (!variables.contains(name))
            addRow(name, {});
    }
    const bool isWanted = m_table->rowCount() > first;
    connect(m_table, &QTableWidget::itemChanged, this, &VariablesDialog::check);
    check();
    // Where there is something to write.
    m_table->setCurrentCell(first, isWanted ? 1 : 0);
}

QString VariablesDialog::textAt(int row, int column) const
{
    const QTableWidgetItem *item = m_table->item(row, column);
    return item ? item->text() : QString();
}

Variables VariablesDialog::variables() const
{
    Variables variables;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = textAt(row, 0).trimmed();
        const QString value = textAt(row, 1);
        if (!name.isEmpty() && !(value.isEmpty() && m_wanted.contains(name)))
            variables.insert(name, value);
    }
    return variables;
}

void VariablesDialog::addRow(const QString &name, const QString &value)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(name));
    m_table->setItem(row, 1, new QTableWidgetItem(value));
}

void VariablesDialog::removeSelected()
{
    QSet<int> rows;
    for (const QTableWidgetItem *item : m_table->selectedItems())
        rows.insert(item->row());
    for (int row = m_table->rowCount() - 1; row >= 0; --row) {
        if (rows.contains(row))
            m_table->removeRow(row);
    }
    check();
}

void VariablesDialog::check()
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z_][A-Za-z0-9_]*")));
    QString problem;
    QSet<QString> names;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = textAt(row, 0).trimmed();
        if (name.isEmpty() && !textAt(row, 1).isEmpty())
            problem = tr("A value has no name.");
        else if (!name.isEmpty() && !pattern.match(name).hasMatch())
            problem =
                tr("“%1” is no name of a variable: use letters, digits and underscores.").arg(name);
        else if (names.contains(name) && !name.isEmpty())
            problem = tr("%1 is there twice.").arg(name);
        names.insert(name);
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
    const int last = m_table->rowCount() - 1;
    if (last < 0 || !textAt(last, 0).isEmpty() || !textAt(last, 1).isEmpty()) {
        const QSignalBlocker blocker(m_table);
        addRow({}, {});
    }
}

} // namespace kiln
