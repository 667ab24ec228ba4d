// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare_model.h"

#include "workbench/comparison.h"
#include "workbench/config_session.h"

#include <QFont>

#include <algorithm>

namespace kiln {

namespace {

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return result;
}

} // namespace

CompareModel::CompareModel(Comparison *comparison, QObject *parent)
    : QAbstractTableModel(parent)
    , m_comparison(comparison)
{
    connect(m_comparison, &Comparison::columnsChanged, this, [this] {
        m_texts.clear();
        refresh();
    });
    connect(m_comparison, &Comparison::valuesChanged, this, &CompareModel::onValuesChanged);
    refresh();
}

void CompareModel::setOnlyDifferences(bool only)
{
    m_onlyDifferences = only;
    refresh();
}

void CompareModel::setFilter(const QString &text)
{
    m_words.clear();
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        m_words.push_back(lower(word.toStdString()));
    refresh();
}

/// Once for a tree, when something is searched for the first time.
void CompareModel::collectTexts()
{
    const kconfig::Model &model = m_comparison->model();
    m_texts.resize(model.symbols().size());
    for (const auto symbol : m_comparison->symbols()) {
        std::string text(model.symbol(symbol).name);
        for (const kconfig::NodeId node : model.symbol(symbol).nodes)
            text.append(1, ' ').append(model.promptText(node));
        m_texts[symbol.index] = lower(text);
    }
}

bool CompareModel::passes(kconfig::SymbolId symbol) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&](const std::string &word) {
        return m_texts[symbol.index].find(word) != std::string::npos;
    });
}

void CompareModel::refresh()
{
    beginResetModel();
    m_rows.clear();
    m_differences = 0;
    if (m_comparison->columnCount() > 0 && !m_comparison->symbols().empty()) {
        if (!m_words.empty() && m_texts.empty())
            collectTexts();
        for (const auto symbol : m_comparison->symbols()) {
            const bool differs = m_comparison->differs(symbol);
            m_differences += differs ? 1 : 0;
            if ((differs || !m_onlyDifferences) && passes(symbol))
                m_rows.push_back(symbol);
        }
    }
    endResetModel();
}

void CompareModel::onValuesChanged(const QVector<kconfig::SymbolId> &symbols)
{
    if (m_onlyDifferences) {
        refresh(); // rows may come or go
        return;
    }
    m_differences = int(std::count_if(m_rows.begin(), m_rows.end(), [this](auto symbol) {
        return m_comparison->differs(symbol);
    }));
    if (!symbols.isEmpty() && !m_rows.empty())
        emit dataChanged(index(0, firstValueColumn), index(rowCount() - 1, columnCount() - 1));
}

int CompareModel::rowOf(kconfig::SymbolId symbol) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), symbol);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int CompareModel::currentColumn() const
{
    for (int column = 0; column < m_comparison->columnCount(); ++column) {
        if (m_comparison->source(column) == Comparison::Source::current)
            return column + firstValueColumn;
    }
    return -1;
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : firstValueColumn + m_comparison->columnCount();
}

QString CompareModel::prompt(kconfig::SymbolId symbol) const
{
    const kconfig::Model &model = m_comparison->model();
    for (const kconfig::NodeId node : model.symbol(symbol).nodes) {
        if (const auto text = model.promptText(node); !text.empty())
            return QString::fromUtf8(text.data(), qsizetype(text.size()));
    }
    return {};
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const kconfig::SymbolId symbol = symbolAt(index.row());
    const auto name = [&] {
        return QString::fromStdString(std::string(m_comparison->model().symbol(symbol).name));
    };
    if (role == NameRole)
        return name();
    const int column = comparedColumn(index.column());
    if (column < 0) {
        if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
            return {};
        return index.column() == optionColumn ? prompt(symbol) : name();
    }
    const std::string &value = m_comparison->value(column, symbol);
    const QString shown = value.empty() ? tr("–") : QString::fromStdString(value);
    const int current = currentColumn();
    const bool differs =
        current >= 0 && m_comparison->value(comparedColumn(current), symbol) != value;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return shown;
    case Qt::AccessibleTextRole:
        return tr("%1 in %2: %3").arg(name(), m_comparison->title(column), shown);
    case DiffersRole:
        return differs;
    case Qt::FontRole:
        if (differs) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    const int column = comparedColumn(section);
    if (role == Qt::DisplayRole)
        return section == optionColumn ? tr("Option")
               : section == nameColumn ? tr("Name")
                                       : m_comparison->title(column);
    if (role == Qt::ToolTipRole && column >= 0 &&
        m_comparison->source(column) == Comparison::Source::file)
        return m_comparison->file(column);
    return {};
}

} // namespace kiln
