// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The log for screen readers.
#pragma once

#include <QAccessible>
#include <QAccessibleWidget>

#include <map>

namespace kiln {

class LogTable;

/// A LogTable as an accessible table. Children are its cells, row by row. There may be millions:
/// each is made when it is asked for, and the ones asked for first are given up when there are
/// many. Rows of a log are read as sentences: a cell's name is the model's accessible text, its
/// value what the cell shows.
class LogTableAccess : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit LogTableAccess(LogTable *table);
    ~LogTableAccess() override;

    /// Makes all LogTables accessible; any number of calls.
    static void install();

    void *interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int childCount() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;

    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override;
    [[nodiscard]] int selectedCellCount() const override;
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override;
    [[nodiscard]] QString columnDescription(int column) const override;
    [[nodiscard]] QString rowDescription(int row) const override;
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override;
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    /// The first thousand of them.
    [[nodiscard]] QList<int> selectedRows() const override;
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int) override { return false; }
    bool unselectRow(int row) override;
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *event) override;

private:
    [[nodiscard]] LogTable *table() const;
    void forget() const;

    mutable std::map<std::pair<int, int>, QAccessible::Id> m_cells; ///< by row and column
};

} // namespace kiln
