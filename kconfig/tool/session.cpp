// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "session.h"

#include "configuration_state.h"

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
    for (const Diagnostic &diagnostic : diagnostics) {
        if (m_options.messages == MessageStyle::conf && diagnostic.confText)
            std::fputs(diagnostic.confText->c_str(), stderr);
        else if (diagnostic.severity != Severity::note)
            std::fputs(format(diagnostic, sources).c_str(), stderr);
    }
}

void Session::read()
{
    LoadOptions load;
    load.rootFile = m_options.rootFile;
    load.environment = m_environment;
    load.dialect = dialect();
    if (m_options.runShells)
        load.shell = hostShell({}, m_environment);
    m_loaded = kconfig::load(load);
    m_configuration.emplace(m_loaded.model);
    for (const SymbolId id : model().symbolsInTableOrder())
        if (model().symbol(id).isChoice)
            m_choices.push_back(id);
    m_trace.attach(*m_configuration);
}

bool Session::load()
{
    read();
    const LoadResult &result = m_loaded;
    for (const std::string &message : result.messages)
        std::printf("%s\n", message.c_str());
    show(result.diagnostics, result.model->sources());
    if (result.refusedShells > 1)
        std::fprintf(stderr, "kconf: %d shell commands were not run (--shells=refuse)\n",
                     result.refusedShells);
    if (result.hasErrors()) {
        complain({}, "the tree has errors; nothing was written");
        return false;
    }
    return true;
}

void Session::invalidate()
{
    forgetHalfAnsweredChoices();
    m_trace.invalidate();
    m_hasChanged = true;
    m_trace.calculate(model().modulesSymbol());
}

/// Whether a choice is on and one of the values that can be seen is new: conf then forgets, as soon
/// as it has evaluated the choice, that the choice had a value.
bool Session::isHalfAnswered(SymbolId choice) const
{
    if (is612() || m_configuration->tristate(choice) != Tristate::yes)
        return false;
    const Evaluator &evaluator = ConfigurationAccess::state(*m_configuration).evaluator;
    for (const SymbolId value : model().symbol(choice).choiceValues)
        if (!evaluator.user(value).isSet && evaluator.visibility(value) != Tristate::no)
            return true;
    return false;
}

void Session::forgetHalfAnsweredChoices()
{
    std::vector<SymbolId> open; // found first: forgetting one may change another
    for (const SymbolId choice : m_choices)
        if (isHalfAnswered(choice))
            open.push_back(choice);
    for (const SymbolId choice : open)
        setHasValue(choice, false);
}

bool Session::hasValue(SymbolId id) const
{
    if (!ConfigurationAccess::state(*m_configuration).evaluator.user(id).isSet)
        return false;
    return !model().symbol(id).isChoice || !isHalfAnswered(id);
}

void Session::setHasValue(SymbolId id, bool has)
{
    Evaluator &evaluator = ConfigurationAccess::state(*m_configuration).evaluator;
    UserValue user = evaluator.user(id);
    if (user.isSet == has)
        return;
    user.isSet = has;
    evaluator.setUser(id, std::move(user));
}

bool Session::failsForReading() const
{
    return !is52() && m_readWarnings > 0 && isSet("KCONFIG_WERROR");
}

bool Session::failsForDependencies() const
{
    return !is52() && m_trace.warnings() > 0 && isSet("KCONFIG_WERROR");
}

bool Session::isShown(NodeId id)
{
    const MenuNode &node = model().node(id);
    if (!node.prompt.isValid())
        return false;
    if (node.visibleIf.isValid()) {
        m_trace.calculate(node.visibleIf);
        if (m_configuration->evaluate(node.visibleIf) == Tristate::no)
            return false;
    }
    const ExpressionId condition = model().property(node.prompt).condition;
    if (!node.symbol.isValid()) {
        m_trace.calculate(condition);
        return m_configuration->evaluate(condition) != Tristate::no;
    }
    m_trace.calculate(node.symbol);
    const Symbol &symbol = model().symbol(node.symbol);
    const Tristate prompt = m_configuration->evaluate(condition);
    // A value that could only be m is none of a choice that is y.
    const bool isBarred = symbol.choice.isValid() && symbol.type == SymbolType::tristate &&
                          prompt == Tristate::mod &&
                          m_configuration->tristate(symbol.choice) == Tristate::yes;
    if (prompt != Tristate::no && !isBarred)
        return true;
    // An entry that is on shows up for the sake of what stands below it.
    if (m_configuration->tristate(node.symbol) == Tristate::no)
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
