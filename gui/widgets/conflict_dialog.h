// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One question about all options that were changed both here and in the file.
#pragma once

#include "workbench/three_way_merge.h"

#include <QDialog>
#include <QVector>

class QTableWidget;

namespace kiln {

/// A row for each option: its former value, mine and theirs; a click on either chooses it. Mine are
/// chosen first. Does not block: open() it and wait for accepted().
class ConflictDialog : public QDialog
{
    Q_OBJECT

public:
    ConflictDialog(const QVector<MergeConflict> &conflicts, const QString &file,
                   QWidget *parent = nullptr);

    /// The options of which the file's value was chosen.
    [[nodiscard]] QVector<kconfig::SymbolId> takeTheirs() const;
    [[nodiscard]] QTableWidget *table() const { return m_table; }

private:
    void choose(int row, bool theirs);
    void chooseAll(bool theirs);

    QVector<MergeConflict> m_conflicts;
    QVector<bool> m_theirs;
    QTableWidget *m_table;
};

} // namespace kiln
