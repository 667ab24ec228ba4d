// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/build_files.h"

#include "config_text.h"
#include "configuration_state.h"

#include <unordered_map>

namespace kconfig {

namespace {

template <typename Visit>
void forEachWritten(const Configuration &configuration, Visit visit)
{
    const Model &model = configuration.model();
    for (const SymbolId id : model.symbolsInTableOrder())
        if (configuration.isWritten(id) && !model.symbol(id).name.empty())
            visit(id, model.symbol(id));
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The value of a line of auto.conf, unquoted.
std::string plainValue(std::string_view value)
{
    if (value.empty() || value[0] != '"')
        return std::string(value);
    std::string text;
    for (std::size_t i = 1; i < value.size() && value[i] != '"'; ++i) {
        if (value[i] == '\\' && i + 1 < value.size())
            ++i;
        text += value[i];
    }
    return text;
}

} // namespace

std::string writeAutoConf(const Configuration &configuration, std::string_view prefix)
{
    std::string out = heading(configuration.model(), HeadingStyle::shell);
    forEachWritten(configuration, [&](SymbolId id, const Symbol &) {
        appendConfigLine(out, configuration, id, prefix, false);
    });
    return out;
}

std::string writeHeader(const Configuration &configuration, std::string_view prefix)
{
    std::string out = heading(configuration.model(), HeadingStyle::c);
    forEachWritten(configuration, [&](SymbolId id, const Symbol &symbol) {
        std::string value = shownValue(configuration, id);
        std::string name(prefix);
        name += symbol.name;
        if (symbol.type == SymbolType::unknown)
            return;
        if (isTruthType(symbol.type)) {
            if (value == "n")
                return;
            if (value == "m")
                name += "_MODULE";
            value = "1";
        } else if (symbol.type == SymbolType::hex && value.compare(0, 2, "0x") != 0 &&
                   value.compare(0, 2, "0X") != 0) {
            value.insert(0, "0x");
        }
        out += "#define " + name + ' ' + value + '\n';
    });
    return out;
}

std::string writeTristateConf(const Configuration &configuration, std::string_view prefix)
{
    std::string out = heading(configuration.model(), HeadingStyle::shell);
    forEachWritten(configuration, [&](SymbolId id, const Symbol &symbol) {
        const std::string value = configuration.value(id);
        if (symbol.type != SymbolType::tristate || value == "n")
            return;
        out += prefix;
        out += symbol.name;
        out += value == "y" ? "=Y\n" : "=M\n";
    });
    return out;
}

std::string writeMakeDependencies(const Model &model, const std::string &autoConf)
{
    std::string out = "deps_config := \\\n";
    const auto &files = model.filesForMake();
    for (std::size_t i = 0; i < files.size(); ++i)
        out += '\t' + files[i] + (i + 1 < files.size() ? " \\\n" : "\n");
    out += '\n' + autoConf + ": \\\n\t$(deps_config)\n\n";
    for (const auto &[name, value] : model.environment()) {
        out += "ifneq \"$(" + name + ")\" \"" + value + "\"\n";
        out += autoConf + ": FORCE\nendif\n";
    }
    out += "\n$(deps_config): ;\n";
    return out;
}

std::vector<std::string> changedOptions(const Configuration &configuration,
                                        std::string_view oldAutoConf, std::string_view prefix)
{
    const Model &model = configuration.model();
    std::vector<std::string> changed;
    std::unordered_map<std::uint32_t, std::string> old;
    for (std::size_t at = 0; at < oldAutoConf.size();) {
        const std::size_t end = std::min(oldAutoConf.find('\n', at), oldAutoConf.size());
        const std::string_view line = oldAutoConf.substr(at, end - at);
        at = end + 1;
        const std::size_t sign = line.find('=');
        if (line.substr(0, prefix.size()) != prefix || sign == std::string_view::npos)
            continue;
        const std::string_view name = line.substr(prefix.size(), sign - prefix.size());
        const SymbolId id = model.find(name);
        if (id.isValid())
            old[id.index] = plainValue(line.substr(sign + 1));
        else
            changed.emplace_back(name);
    }
    for (const SymbolId id : model.symbolsInTableOrder()) {
        const Symbol &symbol = model.symbol(id);
        if (symbol.isChoice || symbol.isConstant || symbol.isDefconfigList || symbol.name.empty())
            continue;
        const auto before = old.find(id.index);
        const bool written = configuration.isWritten(id);
        if (!written && before == old.end())
            continue;
        if (written) {
            const std::string now = configuration.value(id);
            if (before != old.end() ? before->second == now
                                    : isTruthType(symbol.type) && now == "n")
                continue;
        }
        changed.emplace_back(symbol.name);
    }
    return changed;
}

std::string optionStampPath(Dialect dialect, std::string_view name)
{
    if (dialect != Dialect::unikraft)
        return std::string(name);
    std::string path;
    for (const char c : name)
        path += c == '_' ? '/' : lower(c);
    return path + ".h";
}

} // namespace kconfig
