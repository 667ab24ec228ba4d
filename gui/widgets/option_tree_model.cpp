// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/option_tree_model.h"

#include <algorithm>
#include <map>
#include <utility>

namespace kiln {

using kconfig::MenuNode;
using kconfig::NodeId;
using kconfig::NodeKind;
using kconfig::SymbolId;
using kconfig::SymbolType;
using kconfig::Tristate;

namespace {

QString text(std::string_view string)
{
    return QString::fromUtf8(string.data(), qsizetype(string.size()));
}

/// Above this many nodes views are better off with ranges than with rows.
constexpr qsizetype mostSingleRows = 64;

std::string letterText(Tristate value)
{
    return std::string(1, kconfig::letter(value));
}

} // namespace

OptionTreeModel::OptionTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{}

OptionTreeModel::~OptionTreeModel() = default;

void OptionTreeModel::setConfiguration(const kconfig::Configuration *configuration, EditSink sink)
{
    beginResetModel();
    m_configuration = configuration;
    m_sink = std::move(sink);
    m_nodes.clear();
    m_children.clear();
    m_preview.clear();
    if (configuration) {
        m_reference.take(*configuration);
        build();
    }
    endResetModel();
}

void OptionTreeModel::build()
{
    m_nodes.resize(model().nodeCount());
    m_children.reserve(m_nodes.size());
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
        Node &node = m_nodes[i];
        node.visible = m_configuration->isVisible(NodeId{i});
        node.firstChild = std::uint32_t(m_children.size());
        for (NodeId child = model().node(NodeId{i}).firstChild; child.isValid();
             child = model().node(child).nextSibling) {
            m_nodes[child.index].row = int(node.childCount++);
            m_children.push_back(child);
        }
    }
}

std::span<const NodeId> OptionTreeModel::children(NodeId node) const
{
    const Node &parent = m_nodes[node.index];
    return {m_children.data() + parent.firstChild, parent.childCount};
}

bool OptionTreeModel::isMenu(NodeId id) const
{
    const MenuNode &node = model().node(id);
    return node.kind == NodeKind::menu || node.kind == NodeKind::mainMenu ||
           (node.isMenuconfig && node.firstChild.isValid());
}

void OptionTreeModel::takeReference()
{
    if (!m_configuration)
        return;
    m_reference.take(*m_configuration);
    QVector<NodeId> touched;
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
        m_nodes[i].changed = false;
        if (m_nodes[i].changesBelow != 0) {
            m_nodes[i].changesBelow = 0;
            touched.append(NodeId{i});
        }
    }
    announce(touched);
}

void OptionTreeModel::setReference(const kconfig::Configuration &reference)
{
    if (!m_configuration)
        return;
    m_reference.take(reference);
    QVector<NodeId> touched;
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
        const SymbolId symbol = model().node(NodeId{i}).symbol;
        setChanged(NodeId{i}, symbol.isValid() && m_reference.differs(*m_configuration, symbol),
                   touched);
    }
    announce(touched);
}

void OptionTreeModel::setChanged(NodeId id, bool changed, QVector<NodeId> &touched)
{
    if (m_nodes[id.index].changed == changed)
        return;
    m_nodes[id.index].changed = changed;
    const int step = changed ? 1 : -1;
    for (NodeId at = id; at.isValid(); at = model().node(at).parent) {
        m_nodes[at.index].changesBelow += step;
        touched.append(at);
    }
}

void OptionTreeModel::announce(QVector<NodeId> &nodes)
{
    if (nodes.isEmpty())
        return;
    if (nodes.size() < qsizetype(m_nodes.size() / 16)) {
        std::sort(nodes.begin(), nodes.end(), [](NodeId a, NodeId b) { return a.index < b.index; });
        nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    } else {
        // Going through all there are takes less time than sorting so many.
        std::vector<bool> isNamed(m_nodes.size());
        for (const NodeId node : std::as_const(nodes))
            isNamed[node.index] = true;
        nodes.clear();
        for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
            if (isNamed[i])
                nodes.append(NodeId{i});
        }
    }
    emit nodesChanged(nodes);
    if (nodes.size() > mostSingleRows) {
        announceRanges(nodes);
        return;
    }
    for (const NodeId node : std::as_const(nodes)) {
        const QModelIndex first = indexOf(node);
        emit dataChanged(first, first.siblingAtColumn(columnCount_ - 1));
    }
}

void OptionTreeModel::announceRanges(const QVector<NodeId> &nodes)
{
    struct Rows
    {
        NodeId first;
        NodeId last;
    };
    std::map<std::uint32_t, Rows> rows; // by the node above; the root has one of its own
    for (const NodeId node : nodes) {
        const auto at = rows.try_emplace(model().node(node).parent.index, Rows{node, node}).first;
        if (m_nodes[node.index].row < m_nodes[at->second.first.index].row)
            at->second.first = node;
        if (m_nodes[node.index].row > m_nodes[at->second.last.index].row)
            at->second.last = node;
    }
    for (const auto &[above, range] : rows)
        emit dataChanged(indexOf(range.first), indexOf(range.last, columnCount_ - 1));
}

void OptionTreeModel::symbolsChanged(const QVector<SymbolId> &symbols)
{
    if (!m_configuration)
        return;
    QVector<NodeId> touched;
    for (const SymbolId symbol : symbols) {
        const bool changed = m_reference.differs(*m_configuration, symbol);
        for (const NodeId node : model().symbol(symbol).nodes) {
            setChanged(node, changed, touched);
            touched.append(node);
            // A choice's drop-down shows the prompt of one of its values.
            const NodeId parent = model().node(node).parent;
            if (parent.isValid() && model().node(parent).kind == NodeKind::choice)
                touched.append(parent);
        }
    }
    // Menus and comments have conditions but no symbol, so every node is asked.
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
        const bool visible = m_configuration->isVisible(NodeId{i});
        if (visible != m_nodes[i].visible) {
            m_nodes[i].visible = visible;
            touched.append(NodeId{i});
        }
    }
    announce(touched);
}

void OptionTreeModel::setPreview(const QHash<quint32, QString> &values)
{
    if (m_preview == values)
        return;
    m_preview = values;
    emit previewChanged();
}

void OptionTreeModel::setNamesFirst(bool namesFirst)
{
    if (m_namesFirst == namesFirst)
        return;
    emit layoutAboutToBeChanged();
    m_namesFirst = namesFirst;
    emit layoutChanged();
    emit headerDataChanged(Qt::Horizontal, 0, columnCount_ - 1);
}

QModelIndex OptionTreeModel::indexOf(NodeId node, int column) const
{
    if (!node.isValid() || node.index >= m_nodes.size())
        return {};
    return createIndex(m_nodes[node.index].row, column, quintptr(node.index));
}

QModelIndex OptionTreeModel::indexOf(SymbolId symbol, int column) const
{
    if (!m_configuration || !symbol.isValid())
        return {};
    const std::span<const NodeId> nodes = model().symbol(symbol).nodes;
    if (nodes.empty())
        return {};
    const auto prompted = std::find_if(nodes.begin(), nodes.end(), [this](NodeId node) {
        return model().node(node).prompt.isValid();
    });
    return indexOf(prompted == nodes.end() ? nodes.front() : *prompted, column);
}

NodeId OptionTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? NodeId{std::uint32_t(index.internalId())} : NodeId{};
}

QModelIndex OptionTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!m_configuration || row < 0 || column < 0 || column >= columnCount_)
        return {};
    if (!parent.isValid())
        return row == 0 ? createIndex(0, column, quintptr(0)) : QModelIndex();
    if (parent.column() != optionColumn)
        return {};
    const auto nodes = children(nodeAt(parent));
    if (std::size_t(row) >= nodes.size())
        return {};
    return createIndex(row, column, quintptr(nodes[std::size_t(row)].index));
}

QModelIndex OptionTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    return indexOf(model().node(nodeAt(child)).parent);
}

int OptionTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!m_configuration)
        return 0;
    if (!parent.isValid())
        return 1;
    return parent.column() == optionColumn ? int(m_nodes[nodeAt(parent).index].childCount) : 0;
}

int OptionTreeModel::columnCount(const QModelIndex &) const
{
    return columnCount_;
}

OptionEditor OptionTreeModel::editorOf(const MenuNode &node) const
{
    if (node.kind == NodeKind::choice)
        return OptionEditor::choice;
    if (node.kind != NodeKind::symbol)
        return OptionEditor::none;
    const kconfig::Symbol &symbol = model().symbol(node.symbol);
    switch (symbol.type) {
    case SymbolType::boolean:
        return symbol.choice.isValid() ? OptionEditor::radio : OptionEditor::check;
    case SymbolType::tristate:
        return OptionEditor::threeState;
    case SymbolType::integer:
        return OptionEditor::integer;
    case SymbolType::hex:
        return OptionEditor::hex;
    case SymbolType::string:
        return OptionEditor::text;
    case SymbolType::unknown:
        break;
    }
    return OptionEditor::none;
}

bool OptionTreeModel::isFixed(const MenuNode &node) const
{
    if (!node.symbol.isValid())
        return false;
    if (node.kind == NodeKind::choice && m_configuration->selection(node.symbol).isValid() &&
        m_configuration->visibility(node.symbol) != Tristate::no)
        return false;
    return !m_configuration->isChangeable(node.symbol);
}

QString OptionTreeModel::valueText(const MenuNode &node) const
{
    switch (editorOf(node)) {
    case OptionEditor::choice: {
        const SymbolId selected = m_configuration->selection(node.symbol);
        if (!selected.isValid())
            return tr("(none)");
        const QModelIndex index = indexOf(selected);
        return index.isValid() ? index.data(PromptRole).toString()
                               : text(model().symbol(selected).name);
    }
    case OptionEditor::integer:
    case OptionEditor::hex:
    case OptionEditor::text:
        return text(m_configuration->value(node.symbol));
    case OptionEditor::threeState:
    case OptionEditor::check:
    case OptionEditor::radio:
    case OptionEditor::none:
        break;
    }
    return {};
}

QVector<ChoiceEntry> OptionTreeModel::choiceEntries(const QModelIndex &index) const
{
    QVector<ChoiceEntry> entries;
    const MenuNode &node = model().node(nodeAt(index));
    if (node.kind != NodeKind::choice)
        return entries;
    const kconfig::Symbol &choice = model().symbol(node.symbol);
    if (choice.isOptionalChoice)
        entries.append({SymbolId{}, tr("(none)")});
    for (const SymbolId value : choice.choiceValues) {
        if (m_configuration->visibility(value) == Tristate::no)
            continue;
        const QModelIndex at = indexOf(value);
        entries.append({value, at.isValid() ? at.data(PromptRole).toString()
                                            : text(model().symbol(value).name)});
    }
    return entries;
}

std::optional<kconfig::Range> OptionTreeModel::rangeAt(const QModelIndex &index) const
{
    const MenuNode &node = model().node(nodeAt(index));
    return node.symbol.isValid() ? m_configuration->range(node.symbol) : std::nullopt;
}

std::optional<kconfig::Edit> OptionTreeModel::nextToggle(const QModelIndex &index) const
{
    const MenuNode &node = model().node(nodeAt(index));
    const OptionEditor editor = editorOf(node);
    if (!node.symbol.isValid() || isFixed(node))
        return std::nullopt;
    if (editor == OptionEditor::radio)
        return kconfig::Edit{node.symbol, "y"};
    if (editor != OptionEditor::check && editor != OptionEditor::threeState)
        return std::nullopt;
    const std::vector<Tristate> values = m_configuration->settableValues(node.symbol);
    if (values.size() < 2)
        return std::nullopt;
    const auto next = std::find_if(values.begin(), values.end(), [&](Tristate value) {
        return value > m_configuration->tristate(node.symbol);
    });
    return kconfig::Edit{node.symbol, letterText(next == values.end() ? values.front() : *next)};
}

bool OptionTreeModel::send(const QModelIndex &index, const kconfig::Edit &edit)
{
    if (!m_sink)
        return false;
    const QString refusal = m_sink(edit);
    if (refusal.isEmpty())
        return true;
    emit editRefused(index, refusal);
    return false;
}

bool OptionTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    const MenuNode &node = model().node(nodeAt(index));
    if (!node.symbol.isValid())
        return false;
    if (role == Qt::CheckStateRole) {
        if (const auto edit = nextToggle(index))
            return send(index, *edit);
        if (const QString why = index.data(WhyFixedRole).toString(); !why.isEmpty())
            emit editRefused(index, why);
        return false;
    }
    if (role != Qt::EditRole || index.column() != valueColumn)
        return false;
    const std::string wanted = value.toString().toStdString();
    if (node.kind == NodeKind::choice) {
        if (wanted == "n")
            return send(index, {node.symbol, "n"});
        const SymbolId selected = model().find(wanted);
        return selected.isValid() && send(index, {selected, "y"});
    }
    if (wanted == m_configuration->value(node.symbol))
        return true;
    return send(index, {node.symbol, wanted});
}

} // namespace kiln
