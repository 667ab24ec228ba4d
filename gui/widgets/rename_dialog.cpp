// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/rename_dialog.h"

#include "widgets/remembered_layout.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace kiln {

namespace {

constexpr int typingDelay = 200; // milliseconds
constexpr int numberRole = Qt::UserRole;

} // namespace

RenameDialog::RenameDialog(Project project, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_project(std::move(project))
    , m_from(name)
    , m_name(new QLineEdit(name))
    , m_message(new QLabel)
    , m_tree(new QTreeWidget)
    , m_jobs(this)
{
    setWindowTitle(tr("Rename %1").arg(name));
    setObjectName(QStringLiteral("renameDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_name->setAccessibleName(tr("New name of the option"));
    m_name->selectAll();
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Line"), tr("As it will be")});
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Lines that change"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_apply = buttons->addButton(tr("&Rename"), QDialogButtonBox::ActionRole);
    m_apply->setDefault(true);
    auto *form = new QFormLayout;
    form->addRow(tr("New name:"), m_name);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_message);
    layout->addWidget(m_tree, 1);
    layout->addWidget(buttons);
    resize(760, 520);
    rememberWindow(this, QStringLiteral("window/rename"));

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingDelay);
    connect(&m_typing, &QTimer::timeout, this, &RenameDialog::plan);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_plan.reset();
        updateApply();
        m_typing.start();
    });
    connect(m_tree, &QTreeWidget::itemChanged, this, &RenameDialog::updateApply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &RenameDialog::apply);
    m_message->setText(tr("Type the new name. All files of the project that name the option are "
                          "shown here before anything is written."));
    updateApply();
}

RenameDialog::~RenameDialog()
{
    if (m_watch)
        m_watch->cancel();
}

void RenameDialog::plan()
{
    if (m_watch)
        m_watch->cancel();
    m_watch = std::make_shared<JobWatch>();
    m_message->setText(tr("Looking for %1…").arg(m_from));
    m_jobs.run([project = m_project, from = m_from.toUtf8(), to = m_name->text().trimmed().toUtf8(),
                watch = m_watch] { return planRename(project, from, to, watch.get()); },
               [this, watch = m_watch](const Result<SymbolRename> &plan) {
                   if (m_watch != watch)
                       return;
                   m_watch.reset();
                   showPlan(plan);
               });
}

void RenameDialog::showPlan(const Result<SymbolRename> &plan)
{
    const QSignalBlocker blocker(m_tree);
    m_tree->clear();
    m_plan.reset();
    if (!plan) {
        m_message->setText(plan.error().text());
        updateApply();
        return;
    }
    m_plan = *plan;
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QHash<QString, QTreeWidgetItem *> files;
    for (int i = 0; i < plan->places.size(); ++i) {
        const SymbolReference &place = plan->places[i];
        QTreeWidgetItem *&file = files[place.file];
        if (file == nullptr) {
            file = new QTreeWidgetItem(m_tree, {place.file});
            file->setFlags(file->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
            file->setCheckState(0, Qt::Checked);
        }
        auto *line =
            new QTreeWidgetItem(file, {QString::number(place.line),
                                       QString::fromUtf8(plan->lineAfter(place)).simplified()});
        line->setFont(1, fixed);
        line->setToolTip(1, QString::fromUtf8(place.text).simplified());
        line->setData(0, numberRole, i);
        line->setFlags(line->flags() | Qt::ItemIsUserCheckable);
        line->setCheckState(0, Qt::Checked);
    }
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        m_tree->topLevelItem(i)->setFirstColumnSpanned(true);
    m_tree->expandAll();
    m_tree->resizeColumnToContents(0);
    m_message->setText(tr("%n place(s)", nullptr, int(plan->places.size())) + QStringLiteral(", ") +
                       tr("%n file(s)", nullptr, plan->fileCount()));
    updateApply();
}

SymbolRename RenameDialog::chosen() const
{
    SymbolRename rename = *m_plan;
    rename.places.clear();
    QVector<int> numbers;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *file = m_tree->topLevelItem(i);
        for (int j = 0; j < file->childCount(); ++j) {
            if (file->child(j)->checkState(0) == Qt::Checked)
                numbers.append(file->child(j)->data(0, numberRole).toInt());
        }
    }
    std::sort(numbers.begin(), numbers.end());
    for (const int number : std::as_const(numbers))
        rename.places.append(m_plan->places[number]);
    return rename;
}

void RenameDialog::updateApply()
{
    m_apply->setEnabled(m_plan && !chosen().places.isEmpty());
}

void RenameDialog::apply()
{
    if (!m_plan)
        return;
    const SymbolRename rename = chosen();
    m_apply->setEnabled(false);
    m_jobs.run([rename] { return applyRename(rename); },
               [this, rename](const Result<void> &result) {
                   if (!result) {
                       m_message->setText(result.error().text());
                       updateApply();
                       return;
                   }
                   QStringList files;
                   for (const SymbolReference &place : rename.places)
                       files.append(place.file);
                   files.removeDuplicates();
                   emit renamed(files);
                   accept();
               });
}

QString RenameDialog::message() const
{
    return m_message->text();
}

} // namespace kiln
