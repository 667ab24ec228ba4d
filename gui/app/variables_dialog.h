// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The variables that the user sets for a project's Kconfig files.
#pragma once

#include "workbench/project.h"

#include <QDialog>
#include <QStringList>

class QDialogButtonBox;
class QLabel;
class QTableWidget;

namespace kiln {

/// A table of names and values, with an empty row at its end for another. It can be accepted while
/// every name is one that Kconfig files can read, and none comes twice.
class VariablesDialog : public QDialog
{
    Q_OBJECT

public:
    /// Those in `wanted` are offered, too; they stay unset while they have no value.
    explicit VariablesDialog(const Variables &variables, const QStringList &wanted = {},
                             QWidget *parent = nullptr);

    [[nodiscard]] Variables variables() const;
    [[nodiscard]] QTableWidget *table() const { return m_table; }

private:
    void addRow(const QString &name, const QString &value);
    void removeSelected();
    void check();
    [[nodiscard]] QString textAt(int row, int column) const;

    const QStringList m_wanted;
    QTableWidget *m_table;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace kiln
