// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Reading .config and defconfig files.

#include "configuration_state.h"
#include "diagnostic_sink.h"
#include "spelling.h"
#include "syntax_reader.h"
#include "values.h"

#include "kconfig/config_file.h"

namespace kconfig {

namespace {

class Reader
{
public:
    Reader(Configuration &configuration, const std::string &path, std::string_view text,
           const ReadOptions &options)
        : m_configuration(configuration)
        , m_model(configuration.model())
        , m_options(options)
        , m_assigned(m_model.symbols().size())
    {
        m_file = m_report.sources.addCopy(path, std::string(text));
    }

    ReadReport run(bool dropOutOfRange)
    {
        const std::string_view text = m_report.sources.text(m_file);
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            ++m_line;
            readLine(text.substr(at, end - at));
            at = end + 1;
        }
        for (const SymbolId choice : m_inconsistent) { // as conf does: their mode is not known
            auto &state = ConfigurationAccess::state(m_configuration);
            UserValue user = state.evaluator.user(choice);
            user.isSet = false;
            state.evaluator.setUser(choice, user);
        }
        if (dropOutOfRange)
            dropValuesOutOfRange();
        m_report.diagnostics = m_diagnostics.take();
        return std::move(m_report);
    }

private:
    [[nodiscard]] Position at(std::size_t column) const
    {
        return {m_file, m_line, static_cast<std::uint32_t>(column + 1)};
    }

    void readLine(std::string_view line)
    {
        const std::string_view prefix = m_options.prefix;
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        if (line.empty())
            return;
        if (line[0] == '#') {
            readUnset(line);
        } else if (line.substr(0, prefix.size()) == prefix) {
            const std::size_t sign = line.find('=', prefix.size());
            if (sign != std::string_view::npos)
                readAssignment(line.substr(prefix.size(), sign - prefix.size()),
                               std::string(line.substr(sign + 1)), sign + 1);
        } else {
            m_diagnostics.warning(at(0), "this line is no option and is ignored",
                                  "options look like '" + m_options.prefix + "NAME=value' or '# " +
                                      m_options.prefix + "NAME is not set'");
        }
    }

    /// `# CONFIG_X is not set` says n; other comments say nothing.
    void readUnset(std::string_view line)
    {
        const std::string_view prefix = m_options.prefix;
        if (line.size() < 2 || line.substr(2, prefix.size()) != prefix)
            return;
        const std::size_t begin = 2 + prefix.size();
        const std::size_t blank = line.find(' ', begin);
        if (blank == std::string_view::npos || line.substr(blank + 1, 10) != "is not set")
            return;
        const SymbolId id = lookUp(line.substr(begin, blank - begin), 2);
        if (!id.isValid())
            return;
        noteAssignment(id, 2);
        if (isTruthType(m_model.symbol(id).type))
            assume(id, "n");
    }

    void readAssignment(std::string_view name, std::string value, std::size_t column)
    {
        const SymbolId id = lookUp(name, 0);
        if (!id.isValid())
            return;
        noteAssignment(id, 0);
        switch (m_model.symbol(id).type) {
        case SymbolType::boolean:
        case SymbolType::tristate:
            readTruth(id, value, column);
            break;
        case SymbolType::string:
            readString(id, value, column);
            break;
        case SymbolType::integer:
        case SymbolType::hex:
            if (isValidValue(m_model.symbol(id).type, value))
                assume(id, value);
            else
                reportBadValue(id, value, column,
                               m_model.symbol(id).type == SymbolType::hex
                                   ? "write hexadecimal digits, as in 0x1f"
                                   : "write decimal digits without leading zeros");
            break;
        case SymbolType::unknown:
            break;
        }
    }

    void readTruth(SymbolId id, const std::string &value, std::size_t column)
    {
        const bool mayBeMod = m_model.symbol(id).type == SymbolType::tristate;
        const char first = value.empty() ? '\0' : value[0];
        if (first == 'y' || first == 'n' || (first == 'm' && mayBeMod))
            assume(id, std::string(1, first));
        else
            reportBadValue(id, value, column, mayBeMod ? "write y, m or n" : "write y or n");
    }

    void readString(SymbolId id, const std::string &value, std::size_t column)
    {
        if (value.empty() || value[0] != '"') {
            reportBadValue(id, value, column, "put the text in double quotes");
            return;
        }
        std::string text;
        for (std::size_t i = 1; i < value.size(); ++i) {
            if (value[i] == '"') {
                assume(id, text);
                return;
            }
            if (value[i] == '\\' && i + 1 < value.size())
                ++i;
            text += value[i];
        }
        m_diagnostics.warning(at(column), "this text has no closing quote and is ignored",
                              "end it with '\"'");
    }

    void assume(SymbolId id, const std::string &value)
    {
        const SymbolId choice = m_model.symbol(id).choice;
        auto &state = ConfigurationAccess::state(m_configuration);
        if (choice.isValid() && value == "m" &&
            state.evaluator.user(choice).tristate == Tristate::yes) {
            m_diagnostics.warning(at(0),
                                  "'" + std::string(m_model.symbol(id).name) +
                                      "' is m in a choice of which another value is y",
                                  "set one value of the choice to y, or none");
            m_inconsistent.push_back(choice);
        }
        if (choice.isValid() && value == "y") {
            const UserValue user = state.evaluator.user(choice);
            if (user.isSet && user.tristate != Tristate::no && m_assigned[choice.index] != 0)
                m_diagnostics.warning(at(0),
                                      "'" + std::string(m_model.symbol(id).name) +
                                          "' changes a choice that an earlier line has made",
                                      "keep one of the lines; the last one counts");
            m_assigned[choice.index] = m_line;
        }
        state.assume(id, value);
    }

    SymbolId lookUp(std::string_view name, std::size_t column)
    {
        const SymbolId id = m_model.find(name);
        if (id.isValid() && (m_model.symbol(id).isDefined() || m_model.symbol(id).isChoice))
            return id;
        ++m_report.unknownSymbols;
        if (m_options.reportUnknownSymbols) {
            std::string hint = "remove the line; the tree has no such option";
            if (const std::string_view meant = suggestion(name); !meant.empty())
                hint = "did you mean '" + m_options.prefix + std::string(meant) + "'?";
            m_diagnostics.warning(at(column), "unknown symbol '" + std::string(name) + "'",
                                  std::move(hint));
        }
        return {};
    }

    std::string_view suggestion(std::string_view name)
    {
        if (m_report.unknownSymbols > 50) // a file of another tree: save the time
            return {};
        if (m_names.empty()) {
            for (const Symbol &symbol : m_model.symbols())
                if (symbol.isDefined() && !symbol.name.empty())
                    m_names.push_back(symbol.name);
        }
        return nearest(name, m_names);
    }

    void noteAssignment(SymbolId id, std::size_t column)
    {
        if (m_assigned[id.index] != 0)
            m_diagnostics.add({Severity::warning,
                               at(column),
                               "'" + std::string(m_model.symbol(id).name) +
                                   "' is set again; the last line counts",
                               "keep one of the lines",
                               {{{m_file, m_assigned[id.index], 1}, "it was set here before"}}});
        m_assigned[id.index] = m_line;
    }

    void reportBadValue(SymbolId id, const std::string &value, std::size_t column,
                        const std::string &hint)
    {
        const Symbol &symbol = m_model.symbol(id);
        m_diagnostics.warning(at(column),
                              "'" + value + "' is no value for the " + typeName(symbol.type) +
                                  " '" + std::string(symbol.name) + "'; the line is ignored",
                              hint);
    }

    /// As conf does: a number outside its range counts as not set at all.
    void dropValuesOutOfRange()
    {
        auto &state = ConfigurationAccess::state(m_configuration);
        const auto symbols = m_model.symbols();
        struct Outside
        {
            SymbolId symbol;
            std::optional<Range> range;
        };
        std::vector<Outside> outside; // found first: dropping one may move the range of another
        for (std::uint32_t i = 0; i < symbols.size(); ++i) {
            const SymbolId id{i};
            if (symbols[i].type != SymbolType::integer && symbols[i].type != SymbolType::hex)
                continue;
            const UserValue user = state.evaluator.user(id);
            if (user.isSet && !state.isInRange(id, user.text))
                outside.push_back({id, m_configuration.range(id)});
        }
        for (const auto &[id, range] : outside) {
            const std::string value(state.evaluator.user(id).text);
            state.unset(id);
            if (m_assigned[id.index] == 0 || !range)
                continue;
            m_line = m_assigned[id.index];
            m_diagnostics.warning(at(m_options.prefix.size()),
                                  value + " is outside the range of '" +
                                      std::string(symbols[id.index].name) +
                                      "'; the default is used",
                                  "write a value from " + range->low + " to " + range->high);
        }
    }

    Configuration &m_configuration;
    const Model &m_model;
    const ReadOptions &m_options;
    ReadReport m_report;
    DiagnosticSink m_diagnostics;
    FileId m_file;
    std::uint32_t m_line = 0;
    std::vector<std::uint32_t> m_assigned; ///< by symbol: the line that set it, or 0
    std::vector<std::string_view> m_names;
    std::vector<SymbolId> m_inconsistent; ///< choices with both y and m
};

} // namespace

ReadReport readConfig(Configuration &configuration, std::string_view text, const std::string &path,
                      const ReadOptions &options)
{
    configuration.clear();
    return Reader(configuration, path, text, options).run(true);
}

ReadReport readConfig(Configuration &configuration, std::string_view text, const std::string &path)
{
    return readConfig(configuration, text, path, {});
}

Expected<ReadReport, FileError> readConfigFile(Configuration &configuration,
                                               const std::string &path, const ReadOptions &options)
{
    auto text = readFile(path);
    if (!text)
        return Unexpected(text.error());
    return readConfig(configuration, *text, path, options);
}

Expected<ReadReport, FileError> readConfigFile(Configuration &configuration,
                                               const std::string &path)
{
    return readConfigFile(configuration, path, {});
}

ReadReport mergeConfig(Configuration &configuration, std::string_view text, const std::string &path)
{
    return Reader(configuration, path, text, {}).run(false);
}

} // namespace kconfig
