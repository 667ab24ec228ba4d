// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dependency_model.h"

#include "widgets/level_style.h"
#include "widgets/palette_icon.h"

#include <QGuiApplication>

#include <iterator>

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
        addSection(tr("Needs"), entry.dependency);
        if (entry.prompt.isValid()) {
            const ExpressionId shown = model.property(entry.prompt).condition;
            if (shown.isValid() && shown != entry.dependency)
                addSection(tr("Can be set when"), shown);
        }
        addSection(tr("Contents shown when"), entry.visibleIf);
    }
    endResetModel();
    refresh();
}

void DependencyModel::addSection(const QString &heading, ExpressionId expression)
{
    if (!expression.isValid())
        return;
    const int section = append(-1, expression);
    m_items[section].heading = heading;
    const ExpressionKind kind = m_configuration->model().expression(expression).kind;
    if (isGroup(kind))
        addParts(section, expression);
    else
        append(section, expression);
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
        const Tristate truth = m_configuration->evaluate(item.expression);
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
    if (!item.heading.isEmpty())
        return isGroup(expression.kind) ? QStringLiteral("%1 %2").arg(item.heading, words)
                                        : item.heading;
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

QString DependencyModel::nameAt(const QModelIndex &index) const
{
    const SymbolId symbol = symbolAt(index);
    return symbol.isValid() ? text(m_configuration->model().symbol(symbol).name) : QString();
}

QString DependencyModel::toolTip(const Item &item) const
{
    const int id = int(&item - m_items.constData());
    const SymbolId symbol = symbolAt(createIndex(item.row, 0, quintptr(id)));
    if (!symbol.isValid())
        return {};
    const kconfig::Model &model = m_configuration->model();
    for (const kconfig::NodeId node : model.symbol(symbol).nodes) {
        if (const auto prompt = model.promptText(node); !prompt.empty())
            return tr("%1. Click to go there.").arg(text(prompt));
    }
    return tr("Click to go there.");
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
        return toolTip(item);
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
