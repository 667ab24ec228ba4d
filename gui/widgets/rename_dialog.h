// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Another name for an option, in all files of a project.
#pragma once

#include "workbench/background_jobs.h"
#include "workbench/symbol_rename.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace kiln {

/// Asks for the name, shows every line that would change as it would be, with a box for each line
/// and file, and writes all that are checked, or nothing. Files are searched on another thread.
/// Does not block: open() it.
class RenameDialog : public QDialog
{
    Q_OBJECT

public:
    RenameDialog(Project project, const QString &name, QWidget *parent = nullptr);
    ~RenameDialog() override;

    [[nodiscard]] QLineEdit *nameEdit() const { return m_name; }
    [[nodiscard]] QTreeWidget *tree() const { return m_tree; }
    [[nodiscard]] QPushButton *applyButton() const { return m_apply; }
    [[nodiscard]] QString message() const;

signals:
    /// The files were written.
    void renamed(const QStringList &files);

private:
    void plan();
    void showPlan(const Result<SymbolRename> &plan);
    [[nodiscard]] SymbolRename chosen() const;
    void apply();
    void updateApply();

    Project m_project;
    QString m_from;
    QLineEdit *m_name;
    QLabel *m_message;
    QTreeWidget *m_tree;
    QPushButton *m_apply;
    QTimer m_typing;
    std::optional<SymbolRename> m_plan;
    std::shared_ptr<JobWatch> m_watch;
    BackgroundJobs m_jobs;
};

} // namespace kiln
