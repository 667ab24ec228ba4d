// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The option model: what a tree of Kconfig files declares, before anybody chose anything.
//
// A Model is immutable and shared; symbols, menu nodes, properties and expressions live in arenas
// and are named by indices, so a model can be copied between threads as one pointer and a view can
// keep an id as long as it keeps the model. Texts (string_view) and lists (span) in them belong to
// the model and live as long as it does.
#pragma once

#include "kconfig/dialect.h"
#include "kconfig/source.h"
#include "kconfig/tristate.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kconfig {

template <typename Tag>
struct Id
{
    std::uint32_t index = UINT32_MAX;

    [[nodiscard]] bool isValid() const { return index != UINT32_MAX; }
    friend bool operator==(Id, Id) = default;
};

using SymbolId = Id<struct SymbolTag>;
using NodeId = Id<struct NodeTag>;
using PropertyId = Id<struct PropertyTag>;
/// An invalid expression id means "no condition", that is y.
using ExpressionId = Id<struct ExpressionTag>;

enum class SymbolType : std::uint8_t
{
    unknown,
    boolean,
    tristate,
    integer,
    hex,
    string
};

/// Whether values are y, m and n, or y and n.
[[nodiscard]] constexpr bool isTruth(SymbolType type)
{
    return type == SymbolType::boolean || type == SymbolType::tristate;
}

/// The word of the language: "bool", "tristate", "int", "hex" or "string"; "unknown" without a
/// type.
[[nodiscard]] const char *typeName(SymbolType type);

enum class ExpressionKind : std::uint8_t
{
    symbol,       ///< leaf: `symbol`
    negation,     ///< !left
    conjunction,  ///< left && right
    disjunction,  ///< left || right
    equal,        ///< symbol = other
    unequal,      ///< symbol != other
    less,         ///< symbol < other
    lessEqual,    ///< symbol <= other
    greater,      ///< symbol > other
    greaterEqual, ///< symbol >= other
};

/// A node of an expression. Leaves and comparisons name symbols; constants are symbols, too.
struct Expression
{
    ExpressionKind kind = ExpressionKind::symbol;
    ExpressionId left;
    ExpressionId right;
    SymbolId symbol;
    SymbolId other;
    Position position;
};

enum class PropertyKind : std::uint8_t
{
    prompt,
    defaultValue,
    select,
    imply,
    range
};

/// One attribute of a symbol at one of its definitions.
struct Property
{
    std::string_view text; ///< the prompt's text
    PropertyKind kind = PropertyKind::prompt;
    NodeId node;            ///< the definition it stands in
    ExpressionId value;     ///< default: the value; select, imply: the target as a leaf
    SymbolId low, high;     ///< range: its bounds
    ExpressionId condition; ///< `if …`, with the definition's dependencies and-ed in
    Position position;
};

struct Symbol
{
    std::string_view name; ///< without CONFIG_; empty for an unnamed choice; a constant's text
    std::span<const NodeId> nodes;          ///< its definitions, in order
    std::span<const PropertyId> properties; ///< of all definitions, in order
    std::span<const SymbolId> choiceValues; ///< for a choice: its values in order
    SymbolId choice;                        ///< the choice this symbol is a value of, if any
    ExpressionId directDependency;          ///< `depends on` of all definitions, or-ed
    ExpressionId reverseDependency;         ///< what selects it; invalid: nothing does
    ExpressionId impliedDependency;         ///< what implies it; invalid: nothing does
    SymbolType type = SymbolType::unknown;
    bool isConstant = false;
    bool isChoice = false;
    bool isOptionalChoice = false;
    bool isOnInAllNoConfig = false; ///< `option allnoconfig_y`
    bool isDefconfigList = false;   ///< `option defconfig_list`: never written
    bool isTransitional = false;    ///< `transitional`: read from .config, never written

    [[nodiscard]] bool isDefined() const { return !nodes.empty(); }
};

enum class NodeKind : std::uint8_t
{
    mainMenu,
    menu,
    comment,
    symbol,
    choice
};

/// One entry of the menu tree.
struct MenuNode
{
    NodeKind kind = NodeKind::menu;
    bool isMenuconfig = false;
    SymbolId symbol;         ///< symbols and choices
    PropertyId prompt;       ///< its prompt, if it has one (menus and comments always have)
    ExpressionId dependency; ///< of this definition, parents' included
    ExpressionId visibleIf;  ///< menus: `visible if`
    NodeId parent, firstChild, nextSibling;
    Position position;
};

class EvaluationPlan;

/// See the top of this file. Made by load().
class Model
{
public:
    Model(const Model &) = delete;
    Model &operator=(const Model &) = delete;
    ~Model();

    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    [[nodiscard]] const SourceMap &sources() const { return m_sources; }

    [[nodiscard]] std::span<const Symbol> symbols() const { return m_symbols; }
    [[nodiscard]] const Symbol &symbol(SymbolId id) const { return m_symbols[id.index]; }
    [[nodiscard]] const MenuNode &node(NodeId id) const { return m_nodes[id.index]; }
    [[nodiscard]] const Property &property(PropertyId id) const { return m_properties[id.index]; }
    [[nodiscard]] const Expression &expression(ExpressionId id) const
    {
        return m_expressions[id.index];
    }
    [[nodiscard]] std::size_t nodeCount() const { return m_nodes.size(); }
    [[nodiscard]] std::size_t expressionCount() const { return m_expressions.size(); }

    /// The root of the menu tree; its prompt is the `mainmenu` text.
    [[nodiscard]] NodeId root() const { return NodeId{0}; }
    /// A symbol (never a constant) by its name without CONFIG_; invalid when there is none.
    [[nodiscard]] SymbolId find(std::string_view name) const;
    /// The text of a node's prompt; empty without one.
    [[nodiscard]] std::string_view promptText(NodeId id) const;
    /// The help text of a node: dedented, ends with a newline; empty when there is none.
    [[nodiscard]] std::string help(NodeId id) const;
    [[nodiscard]] bool hasHelp(NodeId id) const { return !m_helps[id.index].empty(); }
    /// `A && (B || !C)`; "y" for an invalid id.
    [[nodiscard]] std::string describe(ExpressionId id) const;
    /// The symbol that `option modules` or `modules` names; invalid without one.
    [[nodiscard]] SymbolId modulesSymbol() const { return m_modules; }
    /// Environment variables that were read while loading, with the values they had.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>> &environment() const
    {
        return m_environment;
    }
    /// Paths of every file read, in order of the first reading.
    [[nodiscard]] const std::vector<std::string> &files() const { return m_files; }
    /// The same, in the order in which conf lists them for make (auto.conf.cmd).
    [[nodiscard]] const std::vector<std::string> &filesForMake() const { return m_filesForMake; }
    /// Every symbol but the constants y, m and n, in the order in which conf walks its symbol
    /// table: the order of auto.conf and of the header.
    [[nodiscard]] std::span<const SymbolId> symbolsInTableOrder() const { return m_tableOrder; }
    /// The symbol with `option defconfig_list`; invalid without one.
    [[nodiscard]] SymbolId defconfigListSymbol() const { return m_defconfigList; }
    /// The constant symbol of a truth value.
    [[nodiscard]] static SymbolId constant(Tristate value)
    {
        return SymbolId{static_cast<std::uint32_t>(value)};
    }

private:
    friend class ModelBuilder;
    friend class EvaluationPlan;
    friend struct ModelAccess;
    Model();

    Dialect m_dialect = Dialect::unikraft;
    SourceMap m_sources;
    std::vector<Symbol> m_symbols;
    std::vector<MenuNode> m_nodes;
    std::vector<Property> m_properties;
    std::span<const Expression> m_expressions;
    std::shared_ptr<const void> m_expressionMemory; ///< keeps them
    std::vector<std::string_view> m_helps;          ///< by node
    std::vector<NodeId> m_nodeLists;                ///< what Symbol::nodes points into
    std::vector<PropertyId> m_propertyLists;
    std::vector<SymbolId> m_choiceLists;
    std::vector<std::uint32_t> m_names;  ///< see name_table.h
    std::shared_ptr<const void> m_texts; ///< keeps those texts that m_sources does not keep
    SymbolId m_modules;
    SymbolId m_defconfigList;
    std::vector<SymbolId> m_tableOrder;
    std::vector<std::string> m_filesForMake;
    std::unique_ptr<const EvaluationPlan> m_plan;
    std::vector<std::pair<std::string, std::string>> m_environment;
    std::vector<std::string> m_files;
};

} // namespace kconfig
