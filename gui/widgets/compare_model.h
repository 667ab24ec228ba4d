// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The table of a comparison.
#pragma once

#include <kconfig/model.h>

#include <QAbstractTableModel>
#include <QString>

#include <string>
#include <vector>

namespace kiln {

class Comparison;

/// A row for each option that passes the filters; prompt, name, then a column for each
/// configuration.
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        optionColumn,
        nameColumn,
        firstValueColumn
    };
    enum Role
    {
        NameRole = Qt::UserRole, ///< of the option, without CONFIG_
        DiffersRole              ///< whether the value is not that of the configuration edited
    };

    /// The comparison must outlive the model.
    explicit CompareModel(Comparison *comparison, QObject *parent = nullptr);

    void setOnlyDifferences(bool only);
    [[nodiscard]] bool onlyDifferences() const { return m_onlyDifferences; }
    /// Shows options whose names or prompts contain all words.
    void setFilter(const QString &text);

    [[nodiscard]] kconfig::SymbolId symbolAt(int row) const { return m_rows[std::size_t(row)]; }
    /// -1: the option is not shown.
    [[nodiscard]] int rowOf(kconfig::SymbolId symbol) const;
    /// Column of the comparison that a column shows; -1 for prompt and name.
    [[nodiscard]] static int comparedColumn(int column) { return column - firstValueColumn; }
    /// Column that shows the configuration being edited; -1: none does.
    [[nodiscard]] int currentColumn() const;
    [[nodiscard]] int differenceCount() const { return m_differences; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void refresh();
    void onValuesChanged(const QVector<kconfig::SymbolId> &symbols);
    void collectTexts();
    [[nodiscard]] bool passes(kconfig::SymbolId symbol) const;
    [[nodiscard]] QString prompt(kconfig::SymbolId symbol) const;

    Comparison *m_comparison;
    std::vector<kconfig::SymbolId> m_rows;
    std::vector<std::string> m_texts; ///< by symbol: name and prompt in lower case
    std::vector<std::string> m_words; ///< of the filter, in lower case
    bool m_onlyDifferences = true;
    int m_differences = 0;
};

} // namespace kiln
