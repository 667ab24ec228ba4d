// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two or more configurations of one tree side by side.
#pragma once

#include "workbench/background_jobs.h"
#include "workbench/config_difference.h"
#include "workbench/problem.h"

#include <kconfig/configuration.h>

#include <QObject>
#include <QString>
#include <QVector>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kiln {

class ConfigSession;

/// Columns are configurations: the one being edited, the saved one, and files. Follows a
/// ConfigSession, which must outlive it; columns asked for while nothing is loaded come when there
/// is. Files are read on a worker thread, and so is what takes long.
class Comparison : public QObject
{
    Q_OBJECT

public:
    enum class Source
    {
        current,
        saved,
        file
    };

    explicit Comparison(ConfigSession *session, QObject *parent = nullptr);

    /// Ends with columnsChanged().
    void addCurrent();
    void addSaved();
    /// Ends with columnsChanged(), or with failed() when the file can't be read.
    void addFile(const QString &file);
    void removeColumn(int column);
    [[nodiscard]] int columnCount() const { return int(m_columns.size()); }
    [[nodiscard]] Source source(int column) const { return m_columns[std::size_t(column)].source; }
    /// Of a file column.
    [[nodiscard]] const QString &file(int column) const
    {
        return m_columns[std::size_t(column)].file;
    }

    /// Options that may have a line in .config, in the order of the menus.
    [[nodiscard]] const std::vector<kconfig::SymbolId> &symbols() const { return m_symbols; }
    /// The model that the symbols belong to; only while there are any. It stays until the session
    /// has loaded the next.
    [[nodiscard]] const kconfig::Model &model() const { return *m_model; }
    /// Value as text; empty where .config has no line for it.
    [[nodiscard]] const std::string &value(int column, kconfig::SymbolId symbol) const
    {
        return m_columns[std::size_t(column)].values[symbol.index];
    }
    /// Whether the columns do not all agree about an option.
    [[nodiscard]] bool differs(kconfig::SymbolId symbol) const;
    [[nodiscard]] ConfigSession *session() const { return m_session; }

    /// Gives options of the configuration being edited the values they have in a column, as one
    /// step of undo; ends with taken().
    void take(int column, const QVector<kconfig::SymbolId> &symbols);
    /// Writes a table as text, tabs between the columns: a line for each option that has a value
    /// anywhere, or for each that differs.
    void startExport(const QString &file, bool onlyDifferences,
                     std::function<void(const Result<void> &)> done);
    /// What a column is called.
    [[nodiscard]] QString title(int column) const { return title(m_columns[std::size_t(column)]); }

signals:
    /// Columns came or went, or the tree is another.
    void columnsChanged();
    /// Values of the current or the saved column changed.
    void valuesChanged(const QVector<kconfig::SymbolId> &symbols);
    void failed(const kiln::Problem &problem);
    /// How many options were given the value asked for, and how many could not.
    void taken(int done, int refused);

private:
    struct Column
    {
        Source source = Source::current;
        QString file;
        std::vector<std::string> values;                             ///< by symbol
        std::shared_ptr<const kconfig::Configuration> configuration; ///< of a file
    };

    /// A column that is there, or on its way.
    struct Wanted
    {
        Source source = Source::current;
        QString file;

        friend bool operator==(const Wanted &, const Wanted &) = default;
    };

    static QString title(const Column &column);
    static QString text(const std::vector<Column> &columns,
                        const std::vector<kconfig::SymbolId> &symbols, const kconfig::Model &model,
                        bool onlyDifferences);
    void addColumn(Source source, const QString &file);
    void onEdited(const QVector<kconfig::SymbolId> &symbols);
    void readAgain();
    void listSymbols();

    ConfigSession *m_session;
    std::shared_ptr<const kconfig::Model> m_model;
    std::vector<Wanted> m_wanted;
    std::vector<Column> m_columns;
    std::vector<kconfig::SymbolId> m_symbols;
    int m_generation = 0;
    quint64 m_edits = 0;
    BackgroundJobs m_jobs;
};

} // namespace kiln
