// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dependency_model.h"

#include "widgets/level_style.h"
#include "widgets/palette_icon.h"

#include <QGuiApplication>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace kiln {

using kconfig::Expression;
using kconfig::ExpressionId;
using kconfig::ExpressionKind;
using kconfig::SymbolId;
using kconfig::Tristate;

namespace {

QString text(std::string_view string)
{
    return QString::fromUtf8(string.data(), qsizetype(string.size()));
}

/// A number in a comparison is a symbol that nothing defines.
bool isNumber(const kconfig::Symbol &symbol)
{
    bool ok = false;
    (void)text(symbol.name).toLongLong(&ok, 0);
    return ok && !symbol.isDefined();
}

bool isGroup(ExpressionKind kind)
{
    return kind == ExpressionKind::conjunction || kind == ExpressionKind::disjunction;
}

} // namespace

void DependencyModel::setNode(const kconfig::Configuration *configuration, kconfig::NodeId node)
{
    beginResetModel();
    m_configuration = configuration;
    m_items.clear();
    m_sections.clear();
    if (configuration && node.isValid()) {
        const kconfig::Model &model = configuration->model();
        const kconfig::MenuNode &entry = model.node(node);
        const QVector<ExpressionId> needs = parts(entry.dependency);
        addSection(tr("Needs"), entry.dependency, needs);
        if (entry.prompt.isValid()) {
            // The condition of a prompt repeats the dependency.
            std::set<std::string> told;
            for (const ExpressionId part : needs)
                told.insert(model.describe(part));
            QVector<ExpressionId> more = parts(model.property(entry.prompt).condition);
            more.removeIf([&](ExpressionId part) { return told.count(model.describe(part)) != 0; });
            addSection(tr("Can be set when"), {}, more);
        }
        addSection(tr("Contents shown when"), entry.visibleIf, parts(entry.visibleIf));
    }
    endResetModel();
    refresh();
}

QVector<ExpressionId> DependencyModel::parts(ExpressionId expression) const
{
    QVector<ExpressionId> result;
    if (expression.isValid())
        collect(expression, ExpressionKind::conjunction, result);
    return result;
}

void DependencyModel::addSection(const QString &heading, ExpressionId expression,
                                 const QVector<ExpressionId> &needed)
{
    if (needed.isEmpty())
        return;
    const kconfig::Model &model = m_configuration->model();
    const bool isAnyOf =
        needed.size() == 1 && model.expression(needed.first()).kind == ExpressionKind::disjunction;
    const int section = append(-1, expression);
    m_items[section].heading = needed.size() > 1 ? tr("%1 all of").arg(heading)
                               : isAnyOf         ? tr("%1 any of").arg(heading)
                                                 : heading;
    m_items[section].needed = needed;
    if (isAnyOf)
        addParts(section, needed.first());
    else
        for (const ExpressionId part : needed)
            append(section, part);
}

int DependencyModel::append(int parent, ExpressionId expression)
{
    const kconfig::Model &model = m_configuration->model();
    const int index = int(m_items.size());
    Item item;
    item.parent = parent;
    item.expression = expression;
    QVector<int> &siblings = parent < 0 ? m_sections : m_items[parent].children;
    item.row = int(siblings.size());
    siblings.append(index);
    m_items.append(item);
    if (parent < 0)
        return index;
    const Expression &shown = model.expression(expression);
    if (shown.kind == ExpressionKind::negation) {
        m_items[index].isNegated = true;
        const Expression &inner = model.expression(shown.left);
        if (isGroup(inner.kind))
            addParts(index, shown.left);
        else if (inner.kind == ExpressionKind::negation)
            append(index, shown.left);
    } else if (isGroup(shown.kind)) {
        addParts(index, expression);
    }
    return index;
}

void DependencyModel::addParts(int item, ExpressionId expression)
{
    QVector<ExpressionId> parts;
    collect(expression, m_configuration->model().expression(expression).kind, parts);
    for (const ExpressionId part : std::as_const(parts))
        append(item, part);
}

void DependencyModel::collect(ExpressionId id, ExpressionKind kind,
                              QVector<ExpressionId> &parts) const
{
    const Expression &expression = m_configuration->model().expression(id);
    if (expression.kind != kind) {
        parts.append(id);
        return;
    }
    collect(expression.left, kind, parts);
    collect(expression.right, kind, parts);
}

void DependencyModel::refresh()
{
    for (Item &item : m_items) {
        Tristate truth = Tristate::yes;
        if (item.needed.isEmpty())
            truth = m_configuration->evaluate(item.expression);
        for (const ExpressionId part : std::as_const(item.needed))
            truth = std::min(truth, m_configuration->evaluate(part));
        const QString value = valueText(item);
        if (truth == item.truth && value == item.value)
            continue;
        item.truth = truth;
        item.value = value;
        const int id = int(&item - m_items.constData());
        emit dataChanged(createIndex(item.row, 0, quintptr(id)),
                         createIndex(item.row, columnCount_ - 1, quintptr(id)));
    }
}

QString DependencyModel::operandText(SymbolId symbol) const
{
    const kconfig::Symbol &operand = m_configuration->model().symbol(symbol);
    const QString name = text(operand.name);
    if (operand.isConstant)
        return QStringLiteral("“%1”").arg(name);
    if (!name.isEmpty() || operand.nodes.empty())
        return name;
    return text(m_configuration->model().promptText(operand.nodes.front())); // an unnamed choice
}

QString DependencyModel::conditionText(const Item &item) const
{
    if (!item.heading.isEmpty())
        return item.heading;
    const kconfig::Model &model = m_configuration->model();
    ExpressionId id = item.expression;
    if (item.isNegated)
        id = model.expression(id).left;
    const Expression &expression = model.expression(id);
    QString words;
    switch (expression.kind) {
    case ExpressionKind::conjunction:
        words = tr("all of");
        break;
    case ExpressionKind::disjunction:
        words = tr("any of");
        break;
    case ExpressionKind::negation:
        words.clear();
        break;
    case ExpressionKind::symbol:
        words = operandText(expression.symbol);
        break;
    default: {
        static const char *const signs[] = {"=", "≠", "<", "≤", ">", "≥"};
        const auto sign = std::size_t(expression.kind) - std::size_t(ExpressionKind::equal);
        words = QStringLiteral("%1 %2 %3")
                    .arg(operandText(expression.symbol), QString::fromUtf8(signs[sign]),
                         operandText(expression.other));
    }
    }
    if (!item.isNegated)
        return words;
    // "not all of" would be misread as "none of".
    if (expression.kind == ExpressionKind::disjunction)
        return tr("none of");
    return words.isEmpty() ? tr("not") : tr("not %1").arg(words);
}

QString DependencyModel::valueText(const Item &item) const
{
    if (!item.children.isEmpty())
        return {};
    const kconfig::Model &model = m_configuration->model();
    ExpressionId id = item.expression;
    if (item.isNegated)
        id = model.expression(id).left;
    const Expression &expression = model.expression(id);
    QStringList values;
    for (const SymbolId symbol : {expression.symbol, expression.other}) {
        if (!symbol.isValid() || model.symbol(symbol).isConstant)
            continue;
        const kconfig::Symbol &operand = model.symbol(symbol);
        if (isNumber(operand))
            continue;
        if (!operand.isDefined())
            values << tr("not defined");
        else if (operand.type == kconfig::SymbolType::string)
            values << QStringLiteral("“%1”").arg(
                QString::fromStdString(m_configuration->value(symbol)));
        else
            values << QString::fromStdString(m_configuration->value(symbol));
    }
    return values.join(QStringLiteral(", "));
}

SymbolId DependencyModel::symbolAt(const QModelIndex &index) const
{
    if (!index.isValid() || !m_items[int(index.internalId())].children.isEmpty())
        return {};
    const kconfig::Model &model = m_configuration->model();
    const Item &item = m_items[int(index.internalId())];
    ExpressionId id = item.expression;
    if (item.isNegated)
        id = model.expression(id).left;
    const Expression &expression = model.expression(id);
    for (const SymbolId symbol : {expression.symbol, expression.other}) {
        if (symbol.isValid() && !model.symbol(symbol).isConstant &&
            model.symbol(symbol).isDefined())
            return symbol;
    }
    return {};
}

kconfig::NodeId DependencyModel::nodeAt(const QModelIndex &index) const
{
    const SymbolId symbol = symbolAt(index);
    if (!symbol.isValid())
        return {};
    const kconfig::Model &model = m_configuration->model();
    const auto nodes = model.symbol(symbol).nodes;
    const auto prompted = std::find_if(nodes.begin(), nodes.end(), [&](kconfig::NodeId node) {
        return model.node(node).prompt.isValid();
    });
    return prompted == nodes.end() ? nodes.front() : *prompted;
}

QString DependencyModel::toolTip(const QModelIndex &index) const
{
    const kconfig::NodeId node = nodeAt(index);
    if (!node.isValid())
        return {};
    const QString prompt = text(m_configuration->model().promptText(node));
    return prompt.isEmpty() ? tr("Click to go there.") : tr("%1. Click to go there.").arg(prompt);
}

QModelIndex DependencyModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columnCount_ || parent.column() > 0)
        return {};
    const QVector<int> &rows =
        parent.isValid() ? m_items[int(parent.internalId())].children : m_sections;
    return row < rows.size() ? createIndex(row, column, quintptr(rows[row])) : QModelIndex();
}

QModelIndex DependencyModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const int above = m_items[int(child.internalId())].parent;
    return above < 0 ? QModelIndex() : createIndex(m_items[above].row, 0, quintptr(above));
}

int DependencyModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_sections.size());
    return parent.column() > 0 ? 0 : int(m_items[int(parent.internalId())].children.size());
}

int DependencyModel::columnCount(const QModelIndex &) const
{
    return columnCount_;
}

QVariant DependencyModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Item &item = m_items[int(index.internalId())];
    const QString word = item.truth == Tristate::yes   ? tr("true")
                         : item.truth == Tristate::mod ? tr("module")
                                                       : tr("false");
    const QColor color = levelColor(item.truth == Tristate::no ? LogLevel::error : LogLevel::info,
                                    QGuiApplication::palette());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == conditionColumn ? conditionText(item)
               : index.column() == valueColumn   ? item.value
                                                 : word;
    case Qt::DecorationRole:
        if (index.column() == conditionColumn)
            return paletteIcon(item.truth == Tristate::no ? QStringLiteral("truth-false")
                                                          : QStringLiteral("truth-true"),
                               color);
        return {};
    case Qt::ForegroundRole:
        if (index.column() == truthColumn)
            return color;
        if (index.column() == conditionColumn && symbolAt(index).isValid())
            return QGuiApplication::palette().brush(QPalette::Link);
        return {};
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::AccessibleTextRole: {
        if (index.column() != conditionColumn)
            return data(index, Qt::DisplayRole);
        QStringList parts{conditionText(item)};
        if (!item.value.isEmpty())
            parts << tr("is %1").arg(item.value);
        parts << word;
        return parts.join(QStringLiteral(", "));
    }
    case SymbolRole:
        return symbolAt(index).index;
    case TruthRole:
        return int(item.truth);
    default:
        return {};
    }
}

} // namespace kiln
