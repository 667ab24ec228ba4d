// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The catalogue of repositories as a table.
#pragma once

#include "workbench/catalogue.h"

#include <QAbstractTableModel>

namespace kiln {

/// Name and what it is; the rest is in tool tips. Rows do not change.
class CatalogueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        nameColumn,
        whatColumn,
        columnCountOf
    };
    enum Role
    {
        SearchRole = Qt::UserRole ///< all that a search looks at
    };

    /// Entries of these kinds alone.
    CatalogueModel(const QList<CatalogueEntry> &entries, const QStringList &kinds,
                   QObject *parent = nullptr);

    [[nodiscard]] const CatalogueEntry &entry(int row) const { return m_entries[row]; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    QList<CatalogueEntry> m_entries;
};

} // namespace kiln
