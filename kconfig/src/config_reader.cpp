// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Reading .config and defconfig files, by the rules of the dialect's conf.

#include "configuration_state.h"
#include "diagnostic_sink.h"
#include "names_in_order.h"
#include "spelling.h"
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
        , m_evaluator(ConfigurationAccess::state(configuration).evaluator)
        , m_options(options)
        , m_dialect(m_model.dialect())
        , m_path(path)
        , m_text(text)
        , m_assigned(m_model.symbols().size())
        , m_names(m_model)
    {}

    ReadReport run(bool judges)
    {
        std::string_view text = m_text;
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            ++m_line;
            readLine(text.substr(0, end), end != std::string_view::npos);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        settleChoices();
        if (judges)
            judgeRanges();
        m_report.diagnostics = m_diagnostics.take();
        if (!m_report.diagnostics.empty()) // of which most files have none
            m_report.sources.addCopy(m_path, std::string(m_text));
        return std::move(m_report);
    }

private:
    [[nodiscard]] bool is52() const { return m_dialect == Dialect::unikraft; }
    [[nodiscard]] bool is612() const { return m_dialect == Dialect::linux_6_12; }
    [[nodiscard]] Position at(std::size_t column) const
    {
        return {m_file, m_line, static_cast<std::uint32_t>(column + 1)};
    }

    /// One warning: in conf's words, unless those are empty, and in the engine's.
    void warn(std::size_t column, const std::string &conf, Saying message, Saying hint,
              std::vector<DiagnosticNote> notes = {})
    {
        std::string text;
        if (!conf.empty()) {
            text = m_path + ':' + std::to_string(m_line) + ":warning: " + conf + '\n';
            m_report.confText += text;
            ++m_report.confWarnings;
        }
        Diagnostic diagnostic = diagnosticOf(Severity::warning, at(column), std::move(message),
                                             std::move(hint), std::move(notes));
        diagnostic.confText = std::move(text);
        m_diagnostics.add(std::move(diagnostic));
    }

    void readLine(std::string_view line, bool isEnded)
    {
        // conf reads C strings: nothing counts behind a NUL.
        if (const std::size_t nul = line.find('\0'); nul != std::string_view::npos) {
            line = line.substr(0, nul);
            isEnded = false;
        }
        const bool hasReturn = isEnded && !line.empty() && line.back() == '\r';
        if (is612() && hasReturn)
            line.remove_suffix(1);
        if (line.empty() || (!is612() && line[0] == '\r'))
            return;
        const std::string_view prefix = m_options.prefix;
        if (line[0] == '#') {
            readUnset(line);
            return;
        }
        const bool isOption = line.substr(0, prefix.size()) == prefix;
        const std::size_t sign = isOption ? line.find('=', prefix.size()) : std::string_view::npos;
        if (sign == std::string_view::npos) {
            reportUnexpected(line, isOption);
            return;
        }
        std::string_view value = line.substr(sign + 1);
        if (!is612() && hasReturn && !value.empty())
            value.remove_suffix(1);
        readAssignment(line.substr(prefix.size(), sign - prefix.size()), value, sign + 1);
    }

    void reportUnexpected(std::string_view line, bool isOption)
    {
        const std::string shown(line.substr(0, is612() ? line.size() : line.find('\r')));
        warn(0, isOption && !is612() ? std::string() : "unexpected data: " + shown,
             "this line is no option and is ignored",
             say(Phrase::optionsLookLike, asText(m_options.prefix)));
    }

    /// `# CONFIG_X is not set` says n; other comments say nothing.
    void readUnset(std::string_view line)
    {
        const std::string_view prefix = m_options.prefix;
        constexpr std::string_view unset = "is not set";
        if (line.size() < 2 || (!is52() && line[1] != ' ') ||
            line.substr(2, prefix.size()) != prefix)
            return;
        const std::size_t begin = 2 + prefix.size();
        const std::size_t blank = line.find(' ', begin);
        if (blank == std::string_view::npos)
            return;
        const std::string_view rest = line.substr(blank + 1);
        if (is612() ? rest != unset : rest.substr(0, unset.size()) != unset)
            return;
        const SymbolId id = lookUp(line.substr(begin, blank - begin), 2);
        if (!id.isValid())
            return;
        noteAssignment(id, 2);
        if (isTruthType(m_model.symbol(id).type))
            assume(id, Tristate::no);
        else if (!is52())
            readValue(id, "n", 2);
    }

    void readAssignment(std::string_view name, std::string_view value, std::size_t column)
    {
        const SymbolId id = lookUp(name, 0);
        if (!id.isValid())
            return;
        noteAssignment(id, 0);
        readValue(id, value, column);
    }

    void readValue(SymbolId id, std::string_view value, std::size_t column)
    {
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

    void readTruth(SymbolId id, std::string_view value, std::size_t column)
    {
        const bool mayBeMod = m_model.symbol(id).type == SymbolType::tristate;
        const char first = value.empty() ? '\0' : value[0];
        if (first == 'y' || first == 'n' || (first == 'm' && mayBeMod))
            assume(id, truthOf(value).value_or(Tristate::no));
        else
            reportBadValue(id, value, column, mayBeMod ? "write y, m or n" : "write y or n");
    }

    void readString(SymbolId id, std::string_view value, std::size_t column)
    {
        if (value.empty() || value[0] != '"') {
            warn(column, {},
                 say(Phrase::noStringValue, asValue(std::string(value)),
                     asName(m_model.symbol(id).name)),
                 "put the text in double quotes");
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
        warn(column, "invalid string found", "this text has no closing quote and is ignored",
             "end it with '\"'");
    }

    void assume(SymbolId id, std::string_view text)
    {
        UserValue user;
        user.isSet = true;
        user.text = text;
        m_evaluator.setUser(id, user);
    }

    void assume(SymbolId id, Tristate value)
    {
        UserValue user = m_evaluator.user(id);
        user.isSet = true;
        user.tristate = value;
        m_evaluator.setUser(id, user);
        const SymbolId choice = m_model.symbol(id).choice;
        if (choice.isValid() && is612())
            m_evaluator.raise(id);
        else if (choice.isValid())
            tellChoice(choice, id, value);
    }

    /// What the value of a symbol means for the choice that it is in.
    void tellChoice(SymbolId choice, SymbolId id, Tristate value)
    {
        UserValue user = m_evaluator.user(choice);
        const bool isTold = m_assigned[choice.index] != 0; // by this file
        m_assigned[choice.index] = m_line;
        if (value == Tristate::mod && user.tristate == Tristate::yes && isTold) {
            const std::string name(m_model.symbol(id).name);
            warn(0, name + " creates inconsistent choice state",
                 say(Phrase::mInChoiceOfYes, asName(name)),
                 "set one value of the choice to y, or none");
            m_inconsistent.push_back(choice);
        }
        if (value == Tristate::yes) {
            if (user.tristate != Tristate::no && isTold) {
                const std::string name(m_model.symbol(id).name);
                warn(0, "override: " + name + " changes choice state",
                     say(Phrase::changesChoice, asName(name)),
                     "keep one of the lines; the last one counts");
            }
            user.selection = id;
        }
        user.tristate = user.tristate || value;
        user.isSet = true;
        m_evaluator.setUser(choice, user);
    }

    void settleChoices()
    {
        if (m_options.asConfModesDo && !is612()) {
            for (const SymbolId id : m_model.symbolsInTableOrder()) {
                if (m_model.symbol(id).isChoice)
                    setAnswered(id, true);
            }
        }
        for (const SymbolId choice : m_inconsistent) // their mode is not known
            setAnswered(choice, false);
    }

    void setAnswered(SymbolId choice, bool isAnswered)
    {
        UserValue user = m_evaluator.user(choice);
        if (user.isSet == isAnswered)
            return;
        user.isSet = isAnswered;
        m_evaluator.setUser(choice, user);
    }

    SymbolId lookUp(std::string_view name, std::size_t column)
    {
        const SymbolId id = m_names.find(name);
        if (id.isValid() && (m_model.symbol(id).isDefined() || m_model.symbol(id).isChoice))
            return id;
        if (!id.isValid())
            ++m_report.unknownSymbols; // conf knows a name that is only used, and ignores the line
        if (m_options.reportUnknownSymbols) {
            Saying hint = "remove the line; the tree has no such option";
            if (const std::string_view meant = suggestion(name); !meant.empty())
                hint = say(Phrase::meantSpelling, asText(m_options.prefix + std::string(meant)));
            warn(column,
                 id.isValid() || is52() ? std::string() : "unknown symbol: " + std::string(name),
                 say(Phrase::unknownSymbol, asText(name)), std::move(hint));
        }
        return {};
    }

    std::string_view suggestion(std::string_view name)
    {
        if (m_report.unknownSymbols > 50) // a file of another tree: save the time
            return {};
        if (m_known.empty()) {
            for (const Symbol &symbol : m_model.symbols())
                if (symbol.isDefined() && !symbol.name.empty())
                    m_known.push_back(symbol.name);
        }
        return nearest(name, m_known);
    }

    void noteAssignment(SymbolId id, std::size_t column)
    {
        const bool isChoice = m_model.symbol(id).isChoice && !is612();
        if ((m_evaluator.users().isSet(id) && m_assigned[id.index] != 0) || isChoice) {
            const std::string name(m_model.symbol(id).name);
            std::vector<DiagnosticNote> notes;
            if (m_assigned[id.index] != 0)
                notes.push_back(
                    noteAt({m_file, m_assigned[id.index], 1}, "it was set here before"));
            warn(column, "override: reassigning to symbol " + name,
                 say(Phrase::setAgain, asName(name)), "keep one of the lines", std::move(notes));
        }
        m_assigned[id.index] = m_line;
    }

    void reportBadValue(SymbolId id, std::string_view value, std::size_t column, const char *hint)
    {
        const Symbol &symbol = m_model.symbol(id);
        const std::string name(symbol.name);
        warn(column, "symbol value '" + std::string(value) + "' invalid for " + name,
             say(Phrase::noValueOfType, asValue(std::string(value)), asText(typeName(symbol.type)),
                 asName(name)),
             hint);
    }

    /// A number outside its range counts as not set at all; since 6.11 it stays and is clamped.
    void judgeRanges()
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
            if (!is612())
                state.unset(id);
            if (m_assigned[id.index] == 0 || !range)
                continue;
            m_line = m_assigned[id.index];
            warn(m_options.prefix.size(), {},
                 say(is612() ? Phrase::outsideSoBound : Phrase::outsideSoDefault, asValue(value),
                     asName(symbols[id.index].name)),
                 say(Phrase::writeWithin, asValue(range->low), asValue(range->high)));
        }
    }

    Configuration &m_configuration;
    const Model &m_model;
    Evaluator &m_evaluator;
    const ReadOptions &m_options;
    Dialect m_dialect;
    ReadReport m_report;
    DiagnosticSink m_diagnostics;
    const std::string &m_path;
    std::string_view m_text;
    FileId m_file{0}; ///< the only one of the report
    std::uint32_t m_line = 0;
    std::vector<std::uint32_t> m_assigned; ///< by symbol: the line that set it, or 0
    NamesInOrder m_names;
    std::vector<std::string_view> m_known; ///< all names, once there is one that is unknown
    std::vector<SymbolId> m_inconsistent;  ///< choices with both y and m
};

} // namespace

ReadReport readConfig(Configuration &configuration, std::string_view text, const std::string &path,
                      const ReadOptions &options)
{
    configuration.clear();
    return Reader(configuration, path, text, options).run(!options.asConfModesDo);
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
