// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/toolchain_view.h"

#include "widgets/job_bar.h"
#include "widgets/palette_icon.h"
#include "widgets/row_delegate.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

ToolchainView::ToolchainView(QWidget *parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget)
    , m_words(new QLabel)
    , m_command(new QLineEdit)
    , m_copy(new QPushButton(paletteIcon(QStringLiteral("copy")), tr("&Copy")))
    , m_job(new JobBar)
{
    m_tree->setObjectName(QStringLiteral("toolchains"));
    m_tree->setAccessibleName(tr("Toolchains"));
    m_tree->setHeaderLabels({tr("Program"), tr("Where"), tr("Version")});
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_words->setWordWrap(true);
    m_command->setObjectName(QStringLiteral("installCommand"));
    m_command->setAccessibleName(tr("Command that installs what is missing"));
    m_command->setReadOnly(true);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_copy->setObjectName(QStringLiteral("copyCommand"));
    m_copy->setToolTip(tr("Copy the command, to be run in a terminal"));
    auto *again = new QPushButton(paletteIcon(QStringLiteral("reload")), tr("&Look Again"));
    again->setObjectName(QStringLiteral("lookAgain"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_words, 1);
    head->addWidget(again);
    auto *row = new QHBoxLayout;
    row->addWidget(m_command, 1);
    row->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
    layout->addLayout(row);
    layout->addWidget(m_job);
    connect(again, &QPushButton::clicked, this, &ToolchainView::look);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &ToolchainView::showCommand);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_command->text()); });
    showCommand();
}

void ToolchainView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_hasLooked)
        look();
}

void ToolchainView::look()
{
    m_hasLooked = true;
    m_job->start(
        tr("Looking for programs…"),
        [](const std::shared_ptr<JobWatch> &) {
            return Result<QVector<Toolchain>>(surveyToolchains());
        },
        [this](const Result<QVector<Toolchain>> &toolchains) {
            if (toolchains)
                showTools(*toolchains);
        });
}

void ToolchainView::showTools(const QVector<Toolchain> &toolchains)
{
    m_toolchains = toolchains;
    m_tree->clear();
    for (const Toolchain &toolchain : toolchains) {
        const bool isComplete = toolchain.isComplete();
        const auto missing = std::count_if(toolchain.tools.begin(), toolchain.tools.end(),
                                           [](const ToolState &tool) { return !tool.isFound(); });
        QString state = isComplete ? tr("complete") : tr("%n missing", nullptr, int(missing));
        if (!isComplete && toolchain.isOptional)
            state = tr("%n not there", nullptr, int(missing));
        auto *group = new QTreeWidgetItem(m_tree, {toolchain.title, state});
        group->setIcon(0, paletteIcon(isComplete             ? QStringLiteral("check")
                                      : toolchain.isOptional ? QStringLiteral("level-info")
                                                             : QStringLiteral("level-warning")));
        for (const ToolState &tool : toolchain.tools) {
            const QString where = tool.isFound() ? tool.path
                                  : tool.package.isEmpty()
                                      ? tr("not found")
                                      : tr("not found: package %1").arg(tool.package);
            auto *row = new QTreeWidgetItem(group, {tool.name, where, tool.version});
            row->setToolTip(1, where);
            row->setToolTip(2, tool.version);
            if (!tool.isFound() && !toolchain.isOptional)
                row->setIcon(0, paletteIcon(QStringLiteral("level-warning")));
        }
    }
    m_tree->expandAll();
    m_tree->resizeColumnToContents(0);
    m_tree->resizeColumnToContents(1);
    showCommand();
}

/// Of the groups that are chosen; else of all that are needed.
void ToolchainView::showCommand()
{
    QVector<ToolState> tools;
    for (int i = 0; i < m_toolchains.size() && i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *group = m_tree->topLevelItem(i);
        for (int k = 0; k < group->childCount(); ++k) {
            const bool isChosen = group->isSelected() || group->child(k)->isSelected();
            if (m_tree->selectedItems().isEmpty() ? !m_toolchains[i].isOptional : isChosen)
                tools.append(m_toolchains[i].tools[k]);
        }
    }
    const QString command = installCommand(tools);
    m_command->setText(command);
    m_command->setPlaceholderText(tr("nothing is to be installed"));
    m_copy->setEnabled(!command.isEmpty());
    if (m_toolchains.isEmpty())
        m_words->setText(tr("Programs that building and booting call."));
    else
        m_words->setText(command.isEmpty()
                             ? tr("All programs are there.")
                             : tr("Some programs are not there. The command below installs them."));
}

} // namespace kiln
