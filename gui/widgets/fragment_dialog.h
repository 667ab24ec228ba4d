// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What became of the lines of a fragment that was merged.
#pragma once

#include "workbench/fragment_merge.h"

#include <QDialog>

class QTreeWidget;

namespace kiln {

/// Lists what was overridden and what did not take effect, and why. A double click, or Return, goes
/// to the option. Does not block.
class FragmentDialog : public QDialog
{
    Q_OBJECT

public:
    /// Paths in reasons are shown relative to `treeFolder`.
    FragmentDialog(const FragmentReport &report, const QString &file, const QString &treeFolder,
                   QWidget *parent = nullptr);

    [[nodiscard]] QTreeWidget *tree() const { return m_tree; }

signals:
    /// By its name without CONFIG_.
    void optionActivated(const QString &name);
    void undoRequested();

private:
    [[nodiscard]] QString inTree(QString text) const;
    void addGroup(const QString &title, const QVector<FragmentRemark> &remarks);

    QString m_treeFolder;
    QTreeWidget *m_tree;
};

} // namespace kiln
