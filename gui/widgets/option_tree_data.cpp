// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What OptionTreeModel answers to views; how it changes is in option_tree_model.cpp.
#include "widgets/option_tree_model.h"
#include "widgets/palette_icon.h"
#include "workbench/reason_words.h"

#include <kconfig/explain.h>

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

namespace kiln {

using kconfig::MenuNode;
using kconfig::NodeId;
using kconfig::NodeKind;
using kconfig::Tristate;

namespace {

constexpr float previewTint = 0.18f; // opacity: the text stays as readable as it is

QString text(std::string_view string)
{
    return QString::fromUtf8(string.data(), qsizetype(string.size()));
}

} // namespace

QVariant OptionTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const NodeId id = nodeAt(index);
    const MenuNode &node = model().node(id);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case optionColumn:
            if (m_namesFirst && node.symbol.isValid() && !model().symbol(node.symbol).name.empty())
                return text(model().symbol(node.symbol).name);
            return optionData(id, PromptRole);
        case valueColumn:
            if (const QString after = optionData(id, PreviewRole).toString(); !after.isEmpty())
                return tr("%1 → %2", "value before and after")
                    .arg(text(m_configuration->value(node.symbol)), after);
            return valueText(node);
        case nameColumn: {
            const std::string_view name =
                node.symbol.isValid() ? model().symbol(node.symbol).name : std::string_view();
            // Names first: where there is none the prompt stands in its place already.
            if (m_namesFirst)
                return name.empty() ? QString() : text(model().promptText(id));
            return text(name);
        }
        }
        return {};
    case Qt::EditRole:
        if (index.column() == valueColumn && node.kind == NodeKind::choice) {
            const kconfig::SymbolId selected = m_configuration->selection(node.symbol);
            return selected.isValid() ? text(model().symbol(selected).name) : QStringLiteral("n");
        }
        return index.column() == valueColumn ? QVariant(valueText(node)) : QVariant();
    case Qt::CheckStateRole:
        return index.column() == optionColumn ? optionData(id, role) : QVariant();
    case Qt::DecorationRole:
        if (index.column() == optionColumn)
            return optionData(id, role);
        if (index.column() == valueColumn && optionData(id, FixedRole).toBool())
            return paletteIcon(QStringLiteral("lock"));
        return {};
    case Qt::FontRole:
        // Names stay in the normal weight, so that a changed one needs no wider column.
        return index.column() == nameColumn ? QVariant() : optionData(id, role);
    default:
        return optionData(id, role);
    }
}

QVariant OptionTreeModel::optionData(NodeId id, int role) const
{
    const MenuNode &node = model().node(id);
    switch (role) {
    case NodeRole:
        return id.index;
    case SymbolRole:
        return node.symbol.index;
    case EditorRole:
        return int(editorOf(node));
    case VisibleRole:
        return m_nodes[id.index].visible;
    case FixedRole:
        return m_nodes[id.index].visible && isFixed(node);
    case WhyFixedRole:
        return node.symbol.isValid() && isFixed(node)
                   ? QString::fromStdString(
                         kconfig::whyFixed(*m_configuration, node.symbol, ReasonWords()))
                   : QString();
    case ChangedRole:
        return m_nodes[id.index].changed;
    case ChangesBelowRole:
        return m_nodes[id.index].changesBelow;
    case MenuRole:
        return isMenu(id);
    case PromptRole: {
        const std::string_view prompt = model().promptText(id);
        if (!prompt.empty())
            return text(prompt);
        if (node.symbol.isValid() && !model().symbol(node.symbol).name.empty())
            return text(model().symbol(node.symbol).name);
        return node.kind == NodeKind::mainMenu ? tr("Options") : tr("(no prompt)");
    }
    case PreviewRole:
        return node.symbol.isValid() ? m_preview.value(node.symbol.index) : QString();
    case Qt::BackgroundRole: {
        if (!node.symbol.isValid() || !m_preview.contains(node.symbol.index))
            return {};
        QColor tint = QGuiApplication::palette().color(QPalette::Highlight);
        tint.setAlphaF(previewTint);
        return tint;
    }
    case Qt::CheckStateRole: {
        const OptionEditor editor = editorOf(node);
        if (editor != OptionEditor::check && editor != OptionEditor::threeState &&
            editor != OptionEditor::radio)
            return {};
        const Tristate value = m_configuration->tristate(node.symbol);
        return value == Tristate::no    ? Qt::Unchecked
               : value == Tristate::mod ? Qt::PartiallyChecked
                                        : Qt::Checked;
    }
    case Qt::DecorationRole:
        if (node.kind == NodeKind::menu || node.kind == NodeKind::mainMenu)
            return paletteIcon(QStringLiteral("menu"));
        if (node.kind == NodeKind::comment)
            return paletteIcon(QStringLiteral("comment"));
        return {};
    case Qt::FontRole: {
        QFont font;
        font.setBold(m_nodes[id.index].changed);
        font.setItalic(node.kind == NodeKind::comment);
        return font;
    }
    case Qt::ForegroundRole:
        if (!m_nodes[id.index].visible)
            return QGuiApplication::palette().brush(QPalette::Disabled, QPalette::Text);
        return {};
    case Qt::ToolTipRole:
        return toolTip(id);
    case Qt::AccessibleTextRole:
        return accessibleText(id);
    default:
        return {};
    }
}

QVariant OptionTreeModel::toolTip(NodeId id) const
{
    const MenuNode &node = model().node(id);
    // The prompt may be cut off in a narrow column.
    QString html = optionData(id, PromptRole).toString().toHtmlEscaped();
    if (!node.symbol.isValid())
        return QStringLiteral("<p style='margin:0'>%1</p>").arg(html);
    const QString name = text(model().symbol(node.symbol).name).toHtmlEscaped();
    if (!name.isEmpty())
        html = QStringLiteral("<p style='margin:0'>%1</p><p style='margin:0'><b>%2</b></p>")
                   .arg(html, name);
    if (isFixed(node)) {
        const QString why =
            QString::fromStdString(kconfig::whyFixed(*m_configuration, node.symbol, ReasonWords()));
        if (!why.isEmpty())
            html += QStringLiteral("<p>%1</p>").arg(tr("Locked: %1").arg(why).toHtmlEscaped());
    } else if (const auto range = m_configuration->range(node.symbol)) {
        html += QStringLiteral("<p>%1</p>")
                    .arg(tr("Allowed: %1 to %2").arg(text(range->low), text(range->high)));
    }
    return html;
}

QString OptionTreeModel::accessibleText(NodeId id) const
{
    const MenuNode &node = model().node(id);
    QStringList parts{optionData(id, PromptRole).toString()};
    if (!m_nodes[id.index].visible)
        parts << tr("hidden now");
    if (node.symbol.isValid()) {
        const QString name = text(model().symbol(node.symbol).name);
        if (!name.isEmpty())
            parts << name;
        const QString value = node.kind == NodeKind::choice
                                  ? valueText(node)
                                  : QString::fromStdString(m_configuration->value(node.symbol));
        parts << tr("value %1").arg(value);
        const QString after = optionData(id, PreviewRole).toString();
        if (!after.isEmpty())
            parts << tr("would become %1").arg(after);
        const QString why = optionData(id, WhyFixedRole).toString();
        if (!why.isEmpty())
            parts << tr("locked: %1").arg(why);
    }
    return parts.join(QStringLiteral(", "));
}

QVariant OptionTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case optionColumn:
        return m_namesFirst ? tr("Name") : tr("Option");
    case valueColumn:
        return tr("Value");
    case nameColumn:
        return m_namesFirst ? tr("Prompt") : tr("Name");
    }
    return {};
}

Qt::ItemFlags OptionTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const MenuNode &node = model().node(nodeAt(index));
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    // Views that open all there is keep no record of rows that have nothing to open.
    if (m_nodes[nodeAt(index).index].childCount == 0)
        flags |= Qt::ItemNeverHasChildren;
    const OptionEditor editor = editorOf(node);
    if (editor == OptionEditor::none || isFixed(node))
        return flags;
    const bool checkable = editor == OptionEditor::check || editor == OptionEditor::threeState ||
                           editor == OptionEditor::radio;
    if (checkable && index.column() == optionColumn)
        flags |= Qt::ItemIsUserCheckable;
    if (!checkable && index.column() == valueColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QHash<int, QByteArray> OptionTreeModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractItemModel::roleNames();
    names.insert(NodeRole, "node");
    names.insert(PromptRole, "prompt");
    names.insert(WhyFixedRole, "whyFixed");
    return names;
}

} // namespace kiln
