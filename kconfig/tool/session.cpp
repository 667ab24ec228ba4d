// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "session.h"

#include "configuration_state.h"

#include <cerrno>
#include <cstdio>

namespace kconf {

using namespace kconfig;

Session::Session(const Options &options, std::map<std::string, std::string> environment)
    : m_options(options)
    , m_environment(std::move(environment))
{}

std::string Session::variable(const char *name, const char *otherwise) const
{
    const auto found = m_environment.find(name);
    return found == m_environment.end() ? otherwise : found->second;
}

void Session::say(const std::string &message) const
{
    if (!m_options.silent && m_options.mode != Mode::sync)
        std::printf("#\n# %s\n#\n", message.c_str());
}

void Session::show(const std::vector<Diagnostic> &diagnostics, const SourceMap &sources) const
{
    for (const Diagnostic &diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::note)
            continue;
        std::fputs(format(diagnostic, sources).c_str(), stderr);
    }
}

void Session::read()
{
    LoadOptions load;
    load.rootFile = m_options.rootFile;
    load.environment = m_environment;
    auto shells = ShellSession::open(m_options.shells, m_options.rootFile, m_environment);
    if (shells) {
        load.shell = shells->shell();
    } else {
        m_shellProblem = shells.error();
        load.shell = [](const std::string &) { return ShellResult{{}, 127, "could not be run"}; };
    }
    m_loaded = kconfig::load(load);
    m_configuration.emplace(m_loaded.model);
    if (auto finished = shells ? shells->finish() : Expected<void, std::string>(); !finished)
        m_shellProblem = finished.error();
    if (!m_shellProblem.empty())
        std::fprintf(stderr, "kconf: %s\n", m_shellProblem.c_str());
}

bool Session::load()
{
    read();
    if (!m_shellProblem.empty())
        return false;
    const LoadResult &result = m_loaded;
    for (const std::string &message : result.messages)
        std::printf("%s\n", message.c_str());
    show(result.diagnostics, result.model->sources());
    if (result.refusedShells > 1)
        std::fprintf(stderr, "kconf: %d shell commands were not run (--shells=refuse)\n",
                     result.refusedShells);
    if (result.hasErrors()) {
        std::fprintf(stderr, "kconf: the tree has errors; nothing was written\n");
        return false;
    }
    return true;
}

bool Session::readFile(const std::string &path)
{
    ReadOptions options;
    options.prefix = prefix();
    options.reportUnknownSymbols = !variable("KCONFIG_WARN_UNKNOWN_SYMBOLS").empty();
    auto report = readConfigFile(*m_configuration, path, options);
    if (!report && path[0] != '/' && isSet("srctree"))
        report = readConfigFile(*m_configuration, variable("srctree") + '/' + path, options);
    if (!report) {
        if (report.error().errorNumber != ENOENT)
            std::fprintf(stderr, "kconf: %s\n", report.error().message.c_str());
        return false;
    }
    m_wasRead = true;
    show(report->diagnostics, report->sources);
    compareWithRead(*report);
    return true;
}

/// Finds out whether the file agrees with what the tree makes of it.
void Session::compareWithRead(const ReadReport &report)
{
    const Model &model = m_configuration->model();
    bool differs = false;
    for (const SymbolId id : model.symbolsInTableOrder()) {
        const Symbol &symbol = model.symbol(id);
        if (symbol.isChoice || symbol.isDefconfigList)
            continue;
        const auto user = m_configuration->userValue(id);
        const bool written = m_configuration->isWritten(id);
        if (user.has_value() != written ||
            (user && *user != (isTruthType(symbol.type)
                                   ? std::string(1, letter(m_configuration->tristate(id)))
                                   : m_configuration->value(id))))
            differs = true;
    }
    m_hasChanged = differs || report.unknownSymbols > 0 || !report.diagnostics.empty();
    if (differs)
        return;
    // Values of options that can't be seen are forgotten, so that they count as new once they can.
    auto &state = ConfigurationAccess::state(*m_configuration);
    for (const SymbolId id : model.symbolsInTableOrder())
        if (!model.symbol(id).choice.isValid() && !model.symbol(id).isChoice &&
            state.evaluator.user(id).isSet && m_configuration->visibility(id) == Tristate::no)
            state.unset(id);
}

void Session::readUserConfig()
{
    if (readFile(configPath()))
        return;
    const Model &model = m_configuration->model();
    const SymbolId list = model.defconfigListSymbol();
    if (!list.isValid())
        return;
    for (const PropertyId id : model.symbol(list).properties) {
        const Property &property = model.property(id);
        if (property.kind != PropertyKind::defaultValue ||
            m_configuration->evaluate(property.condition) == Tristate::no ||
            model.expression(property.value).kind != ExpressionKind::symbol)
            continue;
        const std::string path = m_configuration->value(model.expression(property.value).symbol);
        if (!path.empty() && readFile(path)) {
            say("using defaults found in " + path);
            m_hasChanged = true;
            return;
        }
    }
}

bool Session::readAllConfig(const char *fileOfMode)
{
    if (!isSet("KCONFIG_ALLCONFIG"))
        return true;
    const std::string named = variable("KCONFIG_ALLCONFIG");
    const bool byMode = named.empty() || named == "1";
    const std::vector<std::string> candidates =
        byMode ? std::vector<std::string>{fileOfMode, "all.config"}
               : std::vector<std::string>{named};
    for (const std::string &path : candidates) {
        auto text = kconfig::readFile(path);
        if (!text && path[0] != '/' && isSet("srctree"))
            text = kconfig::readFile(variable("srctree") + '/' + path);
        if (!text)
            continue;
        const ReadReport report = mergeConfig(*m_configuration, *text, path);
        show(report.diagnostics, report.sources);
        auto &state = ConfigurationAccess::state(*m_configuration);
        for (const SymbolId id : m_configuration->model().symbolsInTableOrder()) {
            if (!m_configuration->model().symbol(id).isChoice)
                continue;
            UserValue user = state.evaluator.user(id); // choices count as answered by a file
            user.isSet = true;
            state.evaluator.setUser(id, user);
        }
        return true;
    }
    if (byMode)
        std::fprintf(stderr,
                     "kconf: KCONFIG_ALLCONFIG is set, but there is neither %s nor all.config; "
                     "create one or unset it\n",
                     fileOfMode);
    else
        std::fprintf(stderr,
                     "kconf: can't read %s, which KCONFIG_ALLCONFIG names; correct the path or "
                     "unset it\n",
                     named.c_str());
    return false;
}

/// conf's memory of a choice's mode does not outlast one evaluation when one of the values that can
/// be seen is new.
void Session::forgetHalfAnsweredChoices()
{
    const Model &model = m_configuration->model();
    auto &state = ConfigurationAccess::state(*m_configuration);
    std::vector<SymbolId> open;
    for (const SymbolId id : model.symbolsInTableOrder()) {
        if (!model.symbol(id).isChoice || m_configuration->tristate(id) != Tristate::yes)
            continue;
        for (const SymbolId value : model.symbol(id).choiceValues) {
            if (m_configuration->visibility(value) != Tristate::no &&
                !state.evaluator.user(value).isSet) {
                open.push_back(id);
                break;
            }
        }
    }
    for (const SymbolId id : open) {
        UserValue user = state.evaluator.user(id);
        user.isSet = false;
        state.evaluator.setUser(id, std::move(user));
    }
}

bool Session::hasValue(SymbolId id) const
{
    const auto &state = ConfigurationAccess::state(*m_configuration);
    const Symbol &symbol = m_configuration->model().symbol(id);
    if (!symbol.isChoice)
        return state.evaluator.user(id).isSet;
    // A choice is answered when all of its values that can be seen are.
    if (!m_wasRead && !state.evaluator.user(id).isSet)
        return false;
    for (const SymbolId value : symbol.choiceValues)
        if (m_configuration->visibility(value) != Tristate::no &&
            !state.evaluator.user(value).isSet)
            return false;
    return true;
}

} // namespace kconf
