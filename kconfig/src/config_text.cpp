// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "config_text.h"

#include "configuration_state.h"
#include "values.h"

namespace kconfig {

std::string heading(const Model &model, HeadingStyle style)
{
    constexpr std::size_t longest = 255; // conf 5.2's buffer, less its NUL
    const bool c = style == HeadingStyle::c;
    const std::string_view title = model.promptText(model.root());
    if (model.dialect() != Dialect::unikraft) {
        const std::string_view mark = c ? " *" : "#";
        std::string out(c ? "/*" : "#");
        for (const std::string_view line :
             {std::string_view("Automatically generated file; DO NOT EDIT."), title}) {
            out += '\n';
            out += mark;
            out += ' ';
            out += line;
        }
        out += c ? "\n */\n" : "\n#\n";
        return out;
    }
    std::string text = "\nAutomatically generated file; DO NOT EDIT.\n";
    text += title;
    text += '\n';
    text.resize(std::min(text.size(), longest));

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
    return configuration.model().symbol(symbol).type == SymbolType::string ? quotedText(value)
                                                                           : value;
}

void appendConfigLine(std::string &out, const Configuration &configuration, SymbolId id,
                      std::string_view prefix, LineStyle style)
{
    const Symbol &symbol = configuration.model().symbol(id);
    switch (symbol.type) {
    case SymbolType::unknown:
        return;
    case SymbolType::boolean:
    case SymbolType::tristate: {
        const char value = letter(ConfigurationAccess::state(configuration).evaluator.tristate(id));
        if (value == 'n' && style != LineStyle::everything) {
            if (style == LineStyle::config) {
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
        return;
    }
    default:
        out += prefix;
        out += symbol.name;
        out += '=';
        if (symbol.type == SymbolType::string && style != LineStyle::raw)
            out += shownValue(configuration, id);
        else
            out += ConfigurationAccess::state(configuration).evaluator.text(id);
        out += '\n';
    }
}

} // namespace kconfig
