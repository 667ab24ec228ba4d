// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "config_text.h"

#include "configuration_state.h"
#include "values.h"

namespace kconfig {

std::string heading(const Model &model, HeadingStyle style)
{
    constexpr std::size_t longest = 255; // conf's buffer, less its NUL
    std::string text = "\nAutomatically generated file; DO NOT EDIT.\n";
    text += model.promptText(model.root());
    text += '\n';
    text.resize(std::min(text.size(), longest));

    const bool c = style == HeadingStyle::c;
    std::string out = c ? "/*\n" : "";
    std::size_t at = 0;
    while (true) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        out += c ? " *" : "#";
        if (end > at) {
            out += ' ';
            out += text.substr(at, end - at);
        }
        out += '\n';
        if (end == text.size())
            break;
        at = end + 1;
    }
    if (c)
        out += " */\n";
    return out;
}

std::string shownValue(const Configuration &configuration, SymbolId symbol)
{
    std::string value = configuration.value(symbol);
    return configuration.model().symbol(symbol).type == SymbolType::string ? quoted(value) : value;
}

void appendConfigLine(std::string &out, const Configuration &configuration, SymbolId id,
                      std::string_view prefix, bool withUnset)
{
    const Symbol &symbol = configuration.model().symbol(id);
    if (symbol.type == SymbolType::unknown)
        return;
    const std::string value = shownValue(configuration, id);
    if (isTruthType(symbol.type) && value == "n") {
        if (withUnset) {
            out += "# ";
            out += prefix;
            out += symbol.name;
            out += " is not set\n";
        }
        return;
    }
    out += prefix;
    out += symbol.name;
    out += '=';
    out += value;
    out += '\n';
}

} // namespace kconfig
