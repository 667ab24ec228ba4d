// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log_table_access.h"

#include "widgets/log_table.h"

#include <QItemSelectionModel>
#include <QPointer>

#include <algorithm>
#include <limits>

namespace kiln {

namespace {

constexpr std::size_t mostCells = 4096;
constexpr int mostSelected = 1000;

class LogCellAccess : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    LogCellAccess(LogTable *table, int row, int column)
        : m_table(table)
        , m_row(row)
        , m_column(column)
    {}

    [[nodiscard]] QModelIndex index() const
    {
        return m_table && m_table->model() ? m_table->model()->index(m_row, m_column)
                                           : QModelIndex();
    }

    [[nodiscard]] bool isValid() const override { return index().isValid(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override
    {
        const QAccessibleInterface *owner = parent();
        return owner ? owner->window() : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_table);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const QModelIndex at = index();
        if (kind == QAccessible::Name) {
            const QString sentence = at.data(Qt::AccessibleTextRole).toString();
            return sentence.isEmpty() ? at.data().toString() : sentence;
        }
        return kind == QAccessible::Value ? at.data().toString() : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect cell = m_table->visualRect(index());
        return {m_table->viewport()->mapToGlobal(cell.topLeft()), cell.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Cell; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = state.selectable = state.readOnly = true;
        state.selected = isSelected();
        state.focused = state.active = m_table->hasFocus() && m_table->currentIndex() == index();
        state.offscreen = !m_table->viewport()->rect().intersects(m_table->visualRect(index()));
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableCellInterface)
            return static_cast<QAccessibleTableCellInterface *>(this);
        return nullptr;
    }

    [[nodiscard]] bool isSelected() const override
    {
        return isValid() && m_table->selectionModel() &&
               m_table->selectionModel()->isSelected(index());
    }
    [[nodiscard]] QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    [[nodiscard]] QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int columnIndex() const override { return m_column; }
    [[nodiscard]] int rowIndex() const override { return m_row; }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface *table() const override { return parent(); }

private:
    QPointer<LogTable> m_table;
    int m_row;
    int m_column;
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *table = qobject_cast<LogTable *>(object);
    return table ? new LogTableAccess(table) : nullptr;
}

} // namespace

LogTableAccess::LogTableAccess(LogTable *table)
    : QAccessibleWidget(table, QAccessible::Table)
{}

LogTableAccess::~LogTableAccess()
{
    forget();
}

void LogTableAccess::install()
{
    QAccessible::installFactory(makeAccess);
}

LogTable *LogTableAccess::table() const
{
    return static_cast<LogTable *>(widget());
}

void LogTableAccess::forget() const
{
    for (const auto &[place, id] : m_cells)
        QAccessible::deleteAccessibleInterface(id);
    m_cells.clear();
}

void *LogTableAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

int LogTableAccess::rowCount() const
{
    return table()->model() ? table()->model()->rowCount() : 0;
}

int LogTableAccess::columnCount() const
{
    return table()->model() ? table()->model()->columnCount() : 0;
}

int LogTableAccess::childCount() const
{
    return int(
        std::min<qint64>(qint64(rowCount()) * columnCount(), std::numeric_limits<int>::max()));
}

QAccessibleInterface *LogTableAccess::child(int index) const
{
    const int columns = columnCount();
    return columns > 0 && index >= 0 ? cellAt(index / columns, index % columns) : nullptr;
}

int LogTableAccess::indexOfChild(const QAccessibleInterface *child) const
{
    auto *any = const_cast<QAccessibleInterface *>(child); // it has no const one
    const QAccessibleTableCellInterface *cell = any ? any->tableCellInterface() : nullptr;
    if (!cell || child->parent() != this)
        return -1;
    const qint64 index = qint64(cell->rowIndex()) * columnCount() + cell->columnIndex();
    return index > std::numeric_limits<int>::max() ? -1 : int(index);
}

QAccessibleInterface *LogTableAccess::childAt(int x, int y) const
{
    const QModelIndex index = table()->indexAt(table()->viewport()->mapFromGlobal(QPoint(x, y)));
    return index.isValid() ? cellAt(index.row(), index.column()) : nullptr;
}

QAccessibleInterface *LogTableAccess::focusChild() const
{
    const QModelIndex index = table()->currentIndex();
    return index.isValid() ? cellAt(index.row(), index.column()) : nullptr;
}

QAccessibleInterface *LogTableAccess::cellAt(int row, int column) const
{
    if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
        return nullptr;
    const std::pair place(row, column);
    if (const auto known = m_cells.find(place); known != m_cells.end())
        return QAccessible::accessibleInterface(known->second);
    if (m_cells.size() >= mostCells)
        forget();
    auto *cell = new LogCellAccess(table(), row, column);
    m_cells.emplace(place, QAccessible::registerAccessibleInterface(cell));
    return cell;
}

int LogTableAccess::selectedRowCount() const
{
    qint64 rows = 0;
    if (table()->selectionModel()) {
        const QItemSelection selection = table()->selectionModel()->selection();
        for (const QItemSelectionRange &range : selection)
            rows += range.height();
    }
    return int(std::min<qint64>(rows, std::numeric_limits<int>::max()));
}

int LogTableAccess::selectedCellCount() const
{
    return int(std::min<qint64>(qint64(selectedRowCount()) * columnCount(),
                                std::numeric_limits<int>::max()));
}

QList<int> LogTableAccess::selectedRows() const
{
    QList<int> rows;
    if (!table()->selectionModel())
        return rows;
    const QItemSelection selection = table()->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < mostSelected; ++row)
            rows.append(row);
    }
    return rows;
}

QList<QAccessibleInterface *> LogTableAccess::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    const int columns = columnCount();
    const auto most = qsizetype(mostCells) / 2; // that making the last gives up none
    for (const int row : selectedRows()) {
        for (int column = 0; column < columns && cells.size() < most; ++column)
            cells.append(cellAt(row, column));
    }
    return cells;
}

QString LogTableAccess::columnDescription(int column) const
{
    return table()->model()
               ? table()->model()->headerData(column, Qt::Horizontal).toString().trimmed()
               : QString();
}

QString LogTableAccess::rowDescription(int row) const
{
    const QAccessibleInterface *cell = cellAt(row, 0);
    return cell ? cell->text(QAccessible::Name) : QString();
}

bool LogTableAccess::isRowSelected(int row) const
{
    const QAccessibleInterface *cell = cellAt(row, 0);
    return cell && cell->state().selected;
}

bool LogTableAccess::selectRow(int row)
{
    if (row < 0 || row >= rowCount())
        return false;
    table()->selectionModel()->select(table()->model()->index(row, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    return true;
}

bool LogTableAccess::unselectRow(int row)
{
    if (row < 0 || row >= rowCount())
        return false;
    table()->selectionModel()->select(table()->model()->index(row, 0),
                                      QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    return true;
}

void LogTableAccess::modelChange(QAccessibleTableModelChangeEvent *event)
{
    // Rows only come at the end or go; a cell is asked for its text each time.
    if (event->modelChangeType() == QAccessibleTableModelChangeEvent::ModelReset ||
        event->modelChangeType() == QAccessibleTableModelChangeEvent::RowsRemoved)
        forget();
}

} // namespace kiln
