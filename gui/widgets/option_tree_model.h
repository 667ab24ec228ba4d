// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The menu tree of a kconfig::Model as an item model, with the values of a kconfig::Configuration.
#pragma once

#include "widgets/value_snapshot.h"

#include <kconfig/configuration.h>

#include <QAbstractItemModel>
#include <QHash>
#include <QVector>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace kiln {

/// How an option is edited.
enum class OptionEditor
{
    none,       ///< a menu, a comment, or nothing to edit
    check,      ///< bool
    threeState, ///< tristate
    radio,      ///< a bool value of a choice
    choice,     ///< a choice: one of its values
    integer,
    hex,
    text
};

/// One entry of the drop-down of a choice.
struct ChoiceEntry
{
    kconfig::SymbolId symbol; ///< invalid: the choice switched off
    QString prompt;
};

/// Every node of the menu tree, hidden ones included (VisibleRole says which; OptionFilterModel
/// leaves them out). The tree's shape never changes while a model is set; edits only change data,
/// announced by symbolsChanged(). The one top-level row is the main menu.
///
/// Knows nothing of files, undo or threads: edits go out through the sink. Use it on one thread.
class OptionTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        optionColumn,
        valueColumn,
        nameColumn,
        columnCount_
    };

    enum Role
    {
        NodeRole = Qt::UserRole + 1, ///< quint32: NodeId::index
        SymbolRole,                  ///< quint32: SymbolId::index; invalid without a symbol
        EditorRole,                  ///< int: OptionEditor
        VisibleRole,                 ///< bool: menuconfig would show it
        FixedRole,                   ///< bool: visible, has a value, and can't be changed
        WhyFixedRole,                ///< QString: in words, empty when it can be changed
        ChangedRole,                 ///< bool: differs from the reference configuration
        ChangesBelowRole,            ///< int: changed options in the sub-tree, itself included
        MenuRole,                    ///< bool: a menu, or a menuconfig option with a sub-tree
        PromptRole,                  ///< QString: the prompt, else the symbol's name
        PreviewRole                  ///< QString: what a preview makes of it; empty: the same
    };

    /// Carries an edit out. Returns an empty string, or why it was refused.
    using EditSink = std::function<QString(const kconfig::Edit &)>;

    explicit OptionTreeModel(QObject *parent = nullptr);
    ~OptionTreeModel() override;

    /// Shows a configuration, which must outlive its showing; nullptr shows nothing. Differences
    /// are counted from the values it has now.
    void setConfiguration(const kconfig::Configuration *configuration, EditSink sink = {});
    [[nodiscard]] const kconfig::Configuration *configuration() const { return m_configuration; }
    /// From now on, differences are counted from the current values (a save).
    void takeReference();
    /// The same from other values of the same model.
    void setReference(const kconfig::Configuration &reference);
    /// Tells views that values or visibilities changed.
    void symbolsChanged(const QVector<kconfig::SymbolId> &symbols);
    /// Shows what these options would be beside what they are, as text by SymbolId::index, until
    /// another preview or configuration is set. Values and visibilities stay as they are. Views
    /// hear previewChanged() alone, as a preview may be of thousands of options.
    void setPreview(const QHash<quint32, QString> &values);
    /// Puts names where prompts are, and prompts into the column of names.
    void setNamesFirst(bool namesFirst);
    [[nodiscard]] bool areNamesFirst() const { return m_namesFirst; }

    /// \name One node, without the detour over roles; only while there is a configuration
    /// @{
    [[nodiscard]] bool isVisible(kconfig::NodeId node) const { return m_nodes[node.index].visible; }
    [[nodiscard]] bool isChanged(kconfig::NodeId node) const { return m_nodes[node.index].changed; }
    [[nodiscard]] bool isMenu(kconfig::NodeId node) const;
    [[nodiscard]] std::span<const kconfig::NodeId> children(kconfig::NodeId node) const;
    /// @}

    [[nodiscard]] QModelIndex indexOf(kconfig::NodeId node, int column = optionColumn) const;
    /// The first definition of a symbol that has a prompt, else its first.
    [[nodiscard]] QModelIndex indexOf(kconfig::SymbolId symbol, int column = optionColumn) const;
    [[nodiscard]] kconfig::NodeId nodeAt(const QModelIndex &index) const;
    /// The entries of a choice's drop-down, those that can't be chosen now left out.
    [[nodiscard]] QVector<ChoiceEntry> choiceEntries(const QModelIndex &index) const;
    /// The range in force of an int or hex option.
    [[nodiscard]] std::optional<kconfig::Range> rangeAt(const QModelIndex &index) const;
    /// What a click on a check box would set; nothing when it can't be changed.
    [[nodiscard]] std::optional<kconfig::Edit> nextToggle(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// CheckStateRole on the option column toggles; EditRole on the value column sets the value
    /// (for a choice, the name of the value to select, or "n").
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    /// What symbolsChanged() has found: these nodes look different or are (in)visible now, in the
    /// order of their ids, each once. Proxies listen to this rather than to dataChanged(), which
    /// follows for each of them, or, of many, for all from the first to the last below a node.
    void nodesChanged(const QVector<kconfig::NodeId> &nodes);
    /// What is painted is another: see setPreview().
    void previewChanged();
    /// An edit was refused; `why` is a sentence for the user.
    void editRefused(const QModelIndex &index, const QString &why);

private:
    struct Node
    {
        int row = 0;
        int changesBelow = 0;
        std::uint32_t firstChild = 0; ///< in m_children
        std::uint32_t childCount = 0;
        bool visible = false;
        bool changed = false;
    };

    [[nodiscard]] const kconfig::Model &model() const { return m_configuration->model(); }
    [[nodiscard]] OptionEditor editorOf(const kconfig::MenuNode &node) const;
    [[nodiscard]] bool isFixed(const kconfig::MenuNode &node) const;
    [[nodiscard]] QString valueText(const kconfig::MenuNode &node) const;
    [[nodiscard]] QVariant optionData(kconfig::NodeId id, int role) const;
    [[nodiscard]] QVariant toolTip(kconfig::NodeId id) const;
    [[nodiscard]] QString accessibleText(kconfig::NodeId id) const;
    void build();
    void setChanged(kconfig::NodeId id, bool changed, QVector<kconfig::NodeId> &touched);
    void announce(QVector<kconfig::NodeId> &nodes);
    void announceRanges(const QVector<kconfig::NodeId> &nodes);
    bool send(const QModelIndex &index, const kconfig::Edit &edit);

    const kconfig::Configuration *m_configuration = nullptr;
    ValueSnapshot m_reference;
    EditSink m_sink;
    std::vector<Node> m_nodes;
    std::vector<kconfig::NodeId> m_children; ///< of all nodes, those of one behind each other
    QHash<quint32, QString> m_preview;
    bool m_namesFirst = false;
};

} // namespace kiln
