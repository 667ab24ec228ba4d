// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/comparison.h"

#include "workbench/config_session.h"
#include "workbench/file_error_words.h"
#include "workbench/symbol_key.h"

#include <kconfig/config_file.h>

#include <QFileInfo>
#include <QPointer>
#include <QTextStream>

#include <algorithm>

namespace kiln {

namespace {

using kconfig::Configuration;
using kconfig::SymbolId;

std::string written(const Configuration &configuration, SymbolId symbol)
{
    return configuration.isWritten(symbol) ? configuration.value(symbol) : std::string();
}

std::vector<std::string> allValues(const Configuration &configuration)
{
    const auto count = std::uint32_t(configuration.model().symbols().size());
    std::vector<std::string> values(count);
    for (std::uint32_t i = 0; i < count; ++i)
        values[i] = written(configuration, {i});
    return values;
}

/// Edits in the order of the menus, round after round: one may make the next possible.
int takeValues(Configuration &now, const Configuration &from, QVector<SymbolId> symbols)
{
    const kconfig::Model &model = now.model();
    const auto isDone = [&](SymbolId symbol) {
        return written(now, symbol) == written(from, symbol);
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (const SymbolId symbol : std::as_const(symbols)) {
            if (isDone(symbol))
                continue;
            const SymbolId choice = model.symbol(symbol).choice;
            const SymbolId chosen = choice.isValid() ? from.selection(choice) : SymbolId{};
            const kconfig::Edit edit = chosen.isValid() ? kconfig::Edit{chosen, "y"}
                                                        : kconfig::Edit{symbol, from.value(symbol)};
            const std::string before = now.value(symbol);
            const auto undo = now.apply(edit);
            if (!undo)
                continue;
            if (now.value(symbol) == before)
                now.restore(*undo); // something else holds it
            else
                changed = true;
        }
    }
    return int(std::count_if(symbols.cbegin(), symbols.cend(),
                             [&](SymbolId symbol) { return !isDone(symbol); }));
}

} // namespace

Comparison::Comparison(ConfigSession *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_jobs(this)
{
    connect(m_session, &ConfigSession::loadStarted, this, [this] {
        ++m_generation;
        m_symbols.clear();
        emit columnsChanged();
    });
    connect(m_session, &ConfigSession::loaded, this, &Comparison::readAgain);
    connect(m_session, &ConfigSession::edited, this, &Comparison::onEdited);
    connect(m_session, &ConfigSession::savedStateChanged, this, [this] {
        for (Column &column : m_columns) {
            if (column.source == Source::saved && !m_session->isLoading())
                addColumn(Source::saved, {});
        }
    });
    if (m_session->isLoaded() && !m_session->isLoading())
        listSymbols();
}

void Comparison::listSymbols()
{
    m_model = m_session->configuration().sharedModel();
    const kconfig::Model &model = *m_model;
    m_symbols.clear();
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        const kconfig::Symbol &symbol = model.symbol({i});
        if (symbol.isDefined() && !symbol.isConstant && !symbol.isChoice && !symbol.name.empty())
            m_symbols.push_back({i});
    }
    std::sort(m_symbols.begin(), m_symbols.end(), [&model](SymbolId a, SymbolId b) {
        return model.symbol(a).nodes.front().index < model.symbol(b).nodes.front().index;
    });
}

/// The tree is another: all columns, on the new one.
void Comparison::readAgain()
{
    ++m_generation;
    listSymbols();
    m_columns.clear();
    emit columnsChanged();
    // Not the columns there were: some may not have come before the tree was read again.
    for (const Wanted &column : std::vector(m_wanted))
        addColumn(column.source, column.file);
}

void Comparison::addCurrent()
{
    addColumn(Source::current, {});
}

void Comparison::addSaved()
{
    addColumn(Source::saved, {});
}

void Comparison::addFile(const QString &file)
{
    addColumn(Source::file, QFileInfo(file).absoluteFilePath());
}

/// Adds a column, or renews the one that is there.
void Comparison::addColumn(Source source, const QString &file)
{
    if (std::find(m_wanted.begin(), m_wanted.end(), Wanted{source, file}) == m_wanted.end())
        m_wanted.push_back({source, file});
    if (!m_session->isLoaded() || m_session->isLoading())
        return;
    m_jobs.run(
        [source, file,
         copy = source == Source::saved ? m_session->savedConfiguration()
                                        : m_session->configuration()]() -> Result<Column> {
            if (source != Source::file)
                return Column{source, file, allValues(copy), {}};
            auto read = std::make_shared<Configuration>(copy.sharedModel());
            if (const auto report = kconfig::readConfigFile(*read, file.toStdString()); !report)
                return tl::unexpected(Problem{unreadable(report.error()), file,
                                              tr("Name a .config or defconfig file.")});
            return Column{source, file, allValues(*read), read};
        },
        [this, source, file, edits = m_edits, generation = m_generation](Result<Column> column) {
            if (generation != m_generation)
                return;
            if (!column) {
                std::erase(m_wanted, Wanted{source, file});
                emit failed(column.error());
                return;
            }
            if (source == Source::current && edits != m_edits) {
                addColumn(source, file); // there was an edit while the values were collected
                return;
            }
            const auto known =
                std::find_if(m_columns.begin(), m_columns.end(), [&](const Column &each) {
                    return each.source == source && each.file == file;
                });
            if (known != m_columns.end())
                *known = std::move(*column);
            else
                m_columns.push_back(std::move(*column));
            emit columnsChanged();
        });
}

void Comparison::removeColumn(int column)
{
    std::erase(m_wanted, Wanted{source(column), file(column)});
    m_columns.erase(m_columns.begin() + column);
    emit columnsChanged();
}

void Comparison::onEdited(const QVector<SymbolId> &symbols)
{
    ++m_edits;
    for (Column &column : m_columns) {
        if (column.source != Source::current)
            continue;
        for (const SymbolId symbol : symbols)
            column.values[symbol.index] = written(m_session->configuration(), symbol);
    }
    emit valuesChanged(symbols);
}

bool Comparison::differs(SymbolId symbol) const
{
    return std::any_of(m_columns.begin(), m_columns.end(), [&](const Column &column) {
        return column.values[symbol.index] != m_columns.front().values[symbol.index];
    });
}

void Comparison::take(int column, const QVector<SymbolId> &symbols)
{
    const Column &from = m_columns[std::size_t(column)];
    if (from.source == Source::current || symbols.isEmpty())
        return;
    const auto configuration =
        from.configuration ? from.configuration
                           : std::make_shared<const Configuration>(m_session->savedConfiguration());
    const auto refused = std::make_shared<int>(0);
    const QString text =
        symbols.size() == 1
            ? tr("%1 as in %2")
                  .arg(QString::fromStdString(shownName(*m_model, symbols.first())), title(column))
            : tr("%n option(s) as in %1", nullptr, int(symbols.size())).arg(title(column));
    m_session->startEdit(
        text,
        [configuration, symbols, refused](Configuration &now) -> Result<void> {
            // A copy: a configuration is for one thread at a time.
            *refused = takeValues(now, Configuration(*configuration), symbols);
            if (*refused == symbols.size())
                return tl::unexpected(Problem{tr("None of these can have that value now"), {}, {}});
            return {};
        },
        [self = QPointer(this), refused, count = int(symbols.size())](const Result<void> &) {
            if (self) // the comparison may have been closed meanwhile
                emit self->taken(count - *refused, *refused);
        });
}

QString Comparison::title(const Column &column)
{
    switch (column.source) {
    case Source::current:
        return tr("Current");
    case Source::saved:
        return tr("Saved");
    case Source::file:
        break;
    }
    return QFileInfo(column.file).fileName();
}

QString Comparison::text(const std::vector<Column> &columns, const std::vector<SymbolId> &symbols,
                         const kconfig::Model &model, bool onlyDifferences)
{
    QString result;
    QTextStream stream(&result);
    stream << "# " << tr("Option");
    for (const Column &column : columns)
        stream << '\t' << (column.source == Source::file ? column.file : title(column));
    stream << '\n';
    for (const SymbolId symbol : symbols) {
        const std::string &first = columns.front().values[symbol.index];
        const bool isSame = std::all_of(columns.begin(), columns.end(), [&](const Column &column) {
            return column.values[symbol.index] == first;
        });
        if (isSame && (onlyDifferences || first.empty()))
            continue;
        stream << QString::fromStdString(shownName(model, symbol));
        for (const Column &column : columns) {
            const std::string &value = column.values[symbol.index];
            stream << '\t' << (value.empty() ? QStringLiteral("-") : QString::fromStdString(value));
        }
        stream << '\n';
    }
    return result;
}

void Comparison::startExport(const QString &file, bool onlyDifferences,
                             std::function<void(const Result<void> &)> done)
{
    if (m_columns.empty() || m_symbols.empty())
        return;
    m_jobs.run(
        [columns = m_columns, symbols = m_symbols, model = m_session->configuration().sharedModel(),
         file, onlyDifferences]() -> Result<void> {
            const QByteArray table = text(columns, symbols, *model, onlyDifferences).toUtf8();
            const auto saved = kconfig::saveFile(file.toStdString(),
                                                 {table.constData(), std::size_t(table.size())});
            if (!saved)
                return tl::unexpected(
                    Problem{tr("The comparison was not saved: %1").arg(reasonOf(saved.error())),
                            file, tr("Choose another file.")});
            return {};
        },
        [done](const Result<void> &result) { done(result); });
}

} // namespace kiln
