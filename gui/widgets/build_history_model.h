// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The builds so far as rows, newest first.
#pragma once

#include "workbench/build_history.h"

#include <QAbstractTableModel>

namespace kiln {

class BuildHistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        timeColumn,
        outcomeColumn,
        durationColumn,
        stepsColumn,
        sizeColumn,
        changeColumn, ///< of the size, to the build before that made an image
        warningsColumn,
        howColumn,
        columnCount_
    };

    explicit BuildHistoryModel(QObject *parent = nullptr);

    /// Oldest first, as BuildHistory has them.
    void setRecords(const QVector<BuildRecord> &records);
    [[nodiscard]] const BuildRecord &record(int row) const { return m_records[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString cell(int row, int column) const;
    [[nodiscard]] QString change(int row) const;

    QVector<BuildRecord> m_records; ///< newest first
};

} // namespace kiln
