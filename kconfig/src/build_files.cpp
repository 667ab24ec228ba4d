// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/build_files.h"

#include "config_text.h"
#include "configuration_state.h"
#include "values.h"

#include <optional>

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

std::string withHexPrefix(std::string value)
{
    if (value.compare(0, 2, "0x") != 0 && value.compare(0, 2, "0X") != 0)
        value.insert(0, "0x");
    return value;
}

/// What a line of auto.conf says; nothing when it is no value of the type.
std::optional<std::string> oldValue(const Model &model, SymbolType type, std::string_view value)
{
    switch (type) {
    case SymbolType::unknown:
        return std::nullopt;
    case SymbolType::boolean:
    case SymbolType::tristate: {
        const char first = value.empty() ? '\0' : value[0];
        const bool isValid =
            first == 'y' || first == 'n' || (first == 'm' && type == SymbolType::tristate);
        return isValid ? std::optional(std::string(1, first)) : std::nullopt;
    }
    case SymbolType::integer:
    case SymbolType::hex:
        return isValidValue(type, value) ? std::optional(std::string(value)) : std::nullopt;
    case SymbolType::string:
        break;
    }
    if (model.dialect() != Dialect::unikraft)
        return std::string(value);
    if (value.empty() || value[0] != '"')
        return std::nullopt;
    std::string text;
    for (std::size_t i = 1; i < value.size(); ++i) {
        if (value[i] == '"')
            return text;
        if (value[i] == '\\' && i + 1 < value.size())
            ++i;
        text += value[i];
    }
    return std::nullopt;
}

} // namespace

std::string writeAutoConf(const Configuration &configuration, std::string_view prefix)
{
    std::string out = heading(configuration.model(), HeadingStyle::shell);
    forEachWritten(configuration, [&](SymbolId id, const Symbol &) {
        appendConfigLine(out, configuration, id, prefix,
                         configuration.model().dialect() == Dialect::unikraft ? LineStyle::make
                                                                              : LineStyle::raw);
    });
    return out;
}

std::string writeHeader(const Configuration &configuration, std::string_view prefix)
{
    std::string out = heading(configuration.model(), HeadingStyle::c);
    forEachWritten(configuration, [&](SymbolId id, const Symbol &symbol) {
        if (symbol.type == SymbolType::unknown)
            return;
        const bool isTruth = isTruthType(symbol.type);
        const Tristate truth = isTruth ? configuration.tristate(id) : Tristate::yes;
        if (truth == Tristate::no)
            return;
        out += "#define ";
        out += prefix;
        out += symbol.name;
        if (truth == Tristate::mod)
            out += "_MODULE";
        out += ' ';
        if (isTruth)
            out += '1';
        else if (symbol.type == SymbolType::hex)
            out += withHexPrefix(configuration.value(id));
        else
            out += shownValue(configuration, id);
        out += '\n';
    });
    return out;
}

std::string writeRustcFlags(const Configuration &configuration, std::string_view prefix)
{
    std::string out;
    forEachWritten(configuration, [&](SymbolId id, const Symbol &symbol) {
        if (symbol.type == SymbolType::unknown)
            return;
        std::string value = configuration.value(id);
        const auto flag = [&] {
            out += "--cfg=";
            out += prefix;
            out += symbol.name;
        };
        if (isTruthType(symbol.type)) {
            if (value == "n")
                return;
            flag();
            out += '\n';
        } else if (symbol.type == SymbolType::hex) {
            value = withHexPrefix(std::move(value));
        }
        flag();
        out += '=';
        out += quotedText(value);
        out += '\n';
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
    const bool is52 = model.dialect() == Dialect::unikraft;
    const bool is612 = model.dialect() == Dialect::linux_6_12;
    std::string out;
    if (is612)
        out += "autoconfig := " + autoConf + "\n\n";
    const std::string target = is612 ? "$(autoconfig)" : autoConf;
    out += "deps_config := \\\n";
    const auto &files = is612 ? model.files() : model.filesForMake();
    for (std::size_t i = 0; i < files.size(); ++i) {
        out += '\t';
        out += files[i];
        out += !is52 || i + 1 < files.size() ? " \\\n" : "\n";
    }
    out += '\n' + target + (is52 ? ": \\\n\t$(deps_config)\n" : ": $(deps_config)\n");
    out += is612 ? "$(deps_config): ;\n" : "\n";
    for (const auto &[name, value] : model.environment()) {
        if (is612)
            out += '\n';
        out += "ifneq \"$(" + name + ")\" \"" + value + "\"\n";
        out += target + ": FORCE\nendif\n";
    }
    if (!is612)
        out += "\n$(deps_config): ;\n";
    return out;
}

std::vector<std::string> changedOptions(const Configuration &configuration,
                                        std::string_view oldAutoConf, std::string_view prefix)
{
    const Model &model = configuration.model();
    std::vector<std::string> changed;
    std::vector<std::optional<std::string>> old(model.symbols().size());
    for (std::size_t at = 0; at < oldAutoConf.size();) {
        const std::size_t end = std::min(oldAutoConf.find('\n', at), oldAutoConf.size());
        const std::string_view line = oldAutoConf.substr(at, end - at);
        at = end + 1;
        const std::size_t sign = line.find('=');
        if (line.substr(0, prefix.size()) != prefix || sign == std::string_view::npos)
            continue;
        const std::string_view name = line.substr(prefix.size(), sign - prefix.size());
        const SymbolId id = model.find(name);
        if (!id.isValid())
            changed.emplace_back(name);
        else if (auto value = oldValue(model, model.symbol(id).type, line.substr(sign + 1)))
            old[id.index] = std::move(value);
    }
    for (const SymbolId id : model.symbolsInTableOrder()) {
        const Symbol &symbol = model.symbol(id);
        if (symbol.isChoice || symbol.isConstant || symbol.isDefconfigList || symbol.name.empty())
            continue;
        const auto &before = old[id.index];
        const bool written = configuration.isWritten(id);
        if (!written && !before)
            continue;
        if (written) {
            const bool isTruth = isTruthType(symbol.type);
            const std::string now = isTruth ? std::string(1, letter(configuration.tristate(id)))
                                            : configuration.value(id);
            if (before ? *before == now : isTruth && now == "n")
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
