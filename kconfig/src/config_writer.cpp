// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Writing .config and defconfig files as the dialect's conf writes them.

#include "config_text.h"
#include "configuration_state.h"

#include "kconfig/config_file.h"

namespace kconfig {

namespace {

/// Calls `enter` on every node of the menu tree in order, and `leave` on each that has some content
/// when all of it has been visited. (Later dialects end empty menus, too: `enter` sees to those.)
template <typename Enter, typename Leave>
void walk(const Model &model, Enter enter, Leave leave)
{
    NodeId at = model.node(model.root()).firstChild;
    while (at.isValid()) {
        enter(at);
        if (model.node(at).firstChild.isValid()) {
            at = model.node(at).firstChild;
            continue;
        }
        while (at.isValid() && !model.node(at).nextSibling.isValid()) {
            at = model.node(at).parent;
            if (at.isValid() && at != model.root())
                leave(at);
        }
        if (at.isValid())
            at = model.node(at).nextSibling;
    }
}

/// Begins to fetch the names of nodes that come soon: they lie scattered over the texts of all
/// files. Nodes are numbered about in the order in which they are visited.
void fetchNext(const Model &model, NodeId id)
{
    constexpr std::uint32_t step = 8;
    const auto symbolOf = [&](std::uint32_t index) {
        return index < model.nodeCount() ? model.node(NodeId{index}).symbol : SymbolId{};
    };
    if (const SymbolId far = symbolOf(id.index + 2 * step); far.isValid())
        __builtin_prefetch(&model.symbol(far));
    if (const SymbolId near = symbolOf(id.index + step); near.isValid())
        __builtin_prefetch(model.symbol(near).name.data());
}

} // namespace

std::string writeConfig(const Configuration &configuration, std::string_view prefix)
{
    const Model &model = configuration.model();
    std::string out;
    // About as much as a line for each symbol takes, so that the text rarely moves.
    constexpr std::size_t usualLine = 32;
    out.reserve(model.symbols().size() * usualLine);
    out += heading(model, HeadingStyle::shell);
    std::vector<bool> done(model.symbols().size());
    bool needsNewline = false;
    const bool endsEmptyMenus = model.dialect() != Dialect::unikraft;
    const auto end = [&](NodeId id) {
        out += "# end of ";
        out += model.promptText(id);
        out += '\n';
        needsNewline = true;
    };
    const auto enter = [&](NodeId id) {
        fetchNext(model, id);
        const MenuNode &node = model.node(id);
        if (!node.symbol.isValid()) {
            if (!configuration.isVisible(id))
                return;
            out += "\n#\n# ";
            out += model.promptText(id);
            out += "\n#\n";
            needsNewline = false;
            if (endsEmptyMenus && node.kind == NodeKind::menu && !node.firstChild.isValid())
                end(id);
            return;
        }
        const Symbol &symbol = model.symbol(node.symbol);
        if (symbol.isChoice || done[node.symbol.index] || !configuration.isWritten(node.symbol))
            return;
        done[node.symbol.index] = true;
        if (needsNewline)
            out += '\n';
        needsNewline = false;
        appendConfigLine(out, configuration, node.symbol, prefix, LineStyle::config);
    };
    const auto leave = [&](NodeId id) {
        if (model.node(id).symbol.isValid() || !configuration.isVisible(id))
            return;
        end(id);
    };
    walk(model, enter, leave);
    return out;
}

std::string Configuration::State::defaultText(SymbolId id) const
{
    const Symbol &symbol = model->symbol(id);
    const PropertyId active = evaluator.activeDefault(id);
    if (!isTruthType(symbol.type)) {
        std::string text;
        if (active.isValid()) {
            const Expression &source = model->expression(model->property(active).value);
            if (source.kind == ExpressionKind::symbol)
                text = evaluator.text(source.symbol);
        }
        // Since 6.12 a number without a default is zero.
        if (text.empty() && model->dialect() == Dialect::linux_6_12 &&
            symbol.type != SymbolType::string)
            text = symbol.type == SymbolType::hex ? "0x0" : "0";
        return text;
    }
    Tristate value = Tristate::no;
    if (active.isValid()) {
        const Property &property = model->property(active);
        value = evaluator.evaluate(property.value) && evaluator.evaluate(property.condition);
    }
    value = value || evaluator.reverse(id);
    if (value == Tristate::mod &&
        (symbol.type == SymbolType::boolean ||
         (!symbol.choice.isValid() && evaluator.modules() == Tristate::no)))
        value = Tristate::yes;
    value = value || evaluator.implied(id);
    return std::string(1, letter(value));
}

bool differsFromDefault(const Configuration &configuration, SymbolId id)
{
    const auto &state = ConfigurationAccess::state(configuration);
    const Symbol &symbol = configuration.model().symbol(id);
    if (symbol.isChoice || !configuration.isWritten(id) || !configuration.isChangeable(id) ||
        configuration.value(id) == state.defaultText(id))
        return false;
    // The value that a choice falls back to anyhow.
    return !(symbol.choice.isValid() &&
             !configuration.model().symbol(symbol.choice).isOptionalChoice &&
             symbol.type == SymbolType::boolean && configuration.tristate(id) == Tristate::yes &&
             state.evaluator.choiceDefault(symbol.choice) == id);
}

std::string writeMinimalConfig(const Configuration &configuration, std::string_view prefix)
{
    const Model &model = configuration.model();
    std::string out;
    std::vector<bool> done(model.symbols().size());
    const auto enter = [&](NodeId id) {
        const SymbolId symbolId = model.node(id).symbol;
        if (!symbolId.isValid() && model.dialect() != Dialect::linux_6_12)
            (void)configuration.isVisible(id); // conf asks, and warns of what it comes across then
        if (!symbolId.isValid() || model.symbol(symbolId).isChoice || done[symbolId.index] ||
            !configuration.isWritten(symbolId))
            return;
        done[symbolId.index] = true;
        if (!differsFromDefault(configuration, symbolId))
            return;
        appendConfigLine(out, configuration, symbolId, prefix, LineStyle::config);
    };
    walk(model, enter, [](NodeId) {});
    return out;
}

} // namespace kconfig
