// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "session.h"

#include "configuration_state.h"
#include "parse_trace.h"

#include <algorithm>
#include <cstdio>

namespace kconf {

using namespace kconfig;

Session::Session(Options options, std::map<std::string, std::string> environment)
    : m_options(std::move(options))
    , m_environment(std::move(environment))
{
    settleDialect(m_options, m_environment);
}

std::string Session::variable(const char *name, const char *otherwise) const
{
    const auto found = m_environment.find(name);
    return found == m_environment.end() ? otherwise : found->second;
}

namespace {

bool stopsConf(const std::vector<Diagnostic> &diagnostics, ConfStops when)
{
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [when](const Diagnostic &each) { return each.confStops == when; });
}

} // namespace

void Session::say(const std::string &message) const
{
    if (!m_options.silent)
        std::printf("#\n# %s\n#\n", message.c_str());
}

void Session::complain(const std::string &conf, const std::string &full) const
{
    if (m_options.messages == MessageStyle::conf)
        std::fputs(conf.c_str(), stderr);
    else if (!full.empty())
        std::fprintf(stderr, "kconf: %s\n", full.c_str());
}

void Session::show(const std::vector<Diagnostic> &diagnostics, const SourceMap &sources) const
{
    const bool isConf = m_options.messages == MessageStyle::conf;
    const bool stopsAfterParsing = isConf && stopsConf(diagnostics, ConfStops::afterParsing);
    for (const Diagnostic &diagnostic : diagnostics) {
        if (stopsAfterParsing && !diagnostic.isFromParsing)
            continue;
        if (isConf && diagnostic.confText) // may hold a NUL
            std::fwrite(diagnostic.confText->data(), 1, diagnostic.confText->size(), stderr);
        else if (diagnostic.severity != Severity::note)
            std::fputs(format(diagnostic, sources).c_str(), stderr);
        if (isConf && diagnostic.confStops == ConfStops::atOnce)
            return;
    }
}

void Session::read()
{
    LoadOptions load;
    load.rootFile = m_options.rootFile;
    load.environment = m_environment;
    load.dialect = dialect();
    auto shells = ShellSession::open(m_options.shells, m_options.rootFile, m_environment);
    if (shells) {
        load.shell = shells->shell();
    } else {
        m_shellProblem = shells.error();
        load.shell = failingShell();
    }
    if (m_readsEarly)
        load.headStart = [this](const std::shared_ptr<const Model> &model) {
            m_configuration.emplace(model);
            beConf();
            m_early = takeFile(configPath());
            if (m_early->text)
                settleEarly();
        };
    m_loaded = kconfig::load(load);
    if (!m_configuration)
        m_configuration.emplace(m_loaded.model);
    if (auto finished = shells ? shells->finish() : Expected<void, std::string>(); !finished)
        m_shellProblem = finished.error();
    if (!m_shellProblem.empty())
        std::fprintf(stderr, "kconf: %s\n", m_shellProblem.c_str());
}

void Session::beConf()
{
    m_conf = &ConfigurationAccess::state(*m_configuration)
                  .evaluator.evaluateInConfOrder([this](const std::string &warning) {
                      if (m_heldWarnings)
                          *m_heldWarnings += warning;
                      else
                          std::fputs(warning.c_str(), stderr);
                  });
}

bool Session::load()
{
    read();
    if (!m_shellProblem.empty())
        return false;
    const LoadResult &result = m_loaded;
    for (const std::string &message : result.messages)
        std::printf("%s\n", message.c_str());
    if (isSet("ZCONF_DEBUG"))
        std::fputs(parseTrace(*result.model).c_str(), stderr);
    show(result.diagnostics, result.model->sources());
    if (result.refusedShells > 1)
        std::fprintf(stderr, "kconf: %d shell commands were not run (--shells=refuse)\n",
                     result.refusedShells);
    if (result.cachedShells > 0)
        complain({}, std::to_string(result.cachedShells) + " of " + std::to_string(result.shells) +
                         " shell commands were answered from the cache, for nothing that they read "
                         "has changed (--shells=run runs them)");
    if (result.hasErrors()) {
        complain({}, "the tree has errors; nothing was written");
        return false;
    }
    // A remark, but conf gives up: 6.12 on a root file without its last newline.
    if (m_options.messages == MessageStyle::conf &&
        (stopsConf(result.diagnostics, ConfStops::afterParsing) ||
         stopsConf(result.diagnostics, ConfStops::atOnce)))
        return false;
    return true;
}

bool Session::loadAsConf()
{
    m_readsEarly = startsFromUserConfig(m_options.mode);
    if (!load())
        return false;
    if (m_conf == nullptr)
        beConf();
    return true;
}

void Session::invalidate()
{
    if (m_conf != nullptr)
        m_conf->restart();
    m_hasChanged = true;
}

bool Session::hasValue(SymbolId id) const
{
    return ConfigurationAccess::state(*m_configuration).evaluator.users().isSet(id);
}

void Session::setHasValue(SymbolId id, bool has)
{
    Evaluator &evaluator = ConfigurationAccess::state(*m_configuration).evaluator;
    UserValue user = evaluator.user(id);
    if (user.isSet == has)
        return;
    user.isSet = has;
    evaluator.setUser(id, user);
}

bool Session::failsForReading() const
{
    return !is52() && m_readWarnings > 0 && isSet("KCONFIG_WERROR");
}

bool Session::failsForDependencies() const
{
    return !is52() && m_conf->warningCount() > 0 && isSet("KCONFIG_WERROR");
}

bool Session::isShown(NodeId id)
{
    const MenuNode &node = model().node(id);
    if (!node.prompt.isValid() || evaluate(node.visibleIf) == Tristate::no)
        return false;
    if (node.symbol.isValid())
        m_conf->calculate(node.symbol);
    const Tristate prompt = evaluate(model().property(node.prompt).condition);
    if (!node.symbol.isValid())
        return prompt != Tristate::no;
    // Up to 6.10 a value that could only be m is none of a choice that is y.
    const Symbol &symbol = model().symbol(node.symbol);
    const bool isBarred = !is612() && symbol.choice.isValid() &&
                          symbol.type == SymbolType::tristate && prompt == Tristate::mod &&
                          knownTristate(symbol.choice) == Tristate::yes;
    if (prompt != Tristate::no && !isBarred)
        return true;
    // An entry that is on shows up for the sake of what stands below it.
    if (knownTristate(node.symbol) == Tristate::no)
        return false;
    for (NodeId child = node.firstChild; child.isValid(); child = model().node(child).nextSibling) {
        if (!isShown(child))
            continue;
        if (!is612())
            setHasValue(node.symbol, true);
        return true;
    }
    return false;
}

} // namespace kconf
