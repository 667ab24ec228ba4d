// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "macros.h"

#include "bounds.h"

#include <algorithm>
#include <charconv>

namespace kconfig {

Macros::Macros(const LoadOptions &options, DiagnosticSink &diagnostics)
    : m_options(options)
    , m_diagnostics(diagnostics)
{}

/// `confWords` are what conf says before it stops; without them conf has no such bound.
void Macros::fail(const MacroSite &site, Saying message, Saying hint, const std::string &confWords)
{
    if (m_failed)
        return;
    m_failed = true;
    Diagnostic diagnostic =
        diagnosticOf(Severity::error, site.position, std::move(message), std::move(hint));
    if (!confWords.empty()) {
        diagnostic.confText = confLine(site.path, site.line, confWords);
        diagnostic.confStops = ConfStops::atOnce;
    }
    m_diagnostics.add(std::move(diagnostic));
}

void Macros::noteRead(std::string_view name)
{
    if (m_unit == nullptr)
        return;
    std::vector<std::string_view> &reads = m_unit->reads;
    if (std::find(reads.begin(), reads.end(), name) == reads.end())
        reads.push_back(m_texts->keep(name));
}

void Macros::replay(const MacroDefinition &definition)
{
    Variable &variable = m_variables[std::string(definition.name)];
    variable.value = definition.value;
    variable.flavor = definition.isSimple ? Flavor::simple : Flavor::recursive;
}

void Macros::define(std::string_view name, std::string_view value, Flavor flavor,
                    const MacroSite &site)
{
    if (flavor == Flavor::append)
        noteRead(name);
    auto found = m_variables.find(name);
    const bool known = found != m_variables.end();
    const bool append = flavor == Flavor::append && known;
    if (flavor == Flavor::append)
        flavor = known ? found->second.flavor : Flavor::recursive;

    std::string text;
    if (flavor == Flavor::simple) {
        m_steps = 0;
        m_failed = false;
        expandAll(value, text, site, {});
    } else {
        text = value;
    }
    if (!known)
        found = m_variables.emplace(std::string(name), Variable{}).first;
    Variable &variable = found->second;
    variable.flavor = flavor;
    if (append && variable.value.size() + text.size() < limits::macroOutput)
        variable.value += ' ' + text;
    else
        variable.value = std::move(text);
    if (m_unit != nullptr)
        m_unit->definitions.push_back({m_texts->keep(name), m_texts->keep(variable.value),
                                       variable.flavor == Flavor::simple});
}

std::size_t Macros::expandReference(std::string_view text, std::size_t at, std::string &out,
                                    const MacroSite &site)
{
    m_steps = 0;
    m_failed = false;
    std::string expansion;
    const std::size_t end = expandReference(text, at, expansion, site, {});
    if (!m_failed)
        out += expansion;
    return end;
}

std::size_t Macros::expandReference(std::string_view text, std::size_t at, std::string &out,
                                    const MacroSite &site, Arguments arguments)
{
    if (at + 1 >= text.size() || text[at + 1] != '(') {
        out += '$';
        return at + 1;
    }
    const std::size_t begin = at + 2;
    std::size_t end = begin;
    for (std::size_t open = 0; end < text.size(); ++end) {
        if (text[end] == '(') {
            ++open;
        } else if (text[end] == ')') {
            if (open == 0)
                break;
            --open;
        }
    }
    if (m_isIdle)
        return std::min(end + 1, text.size());
    if (end == text.size()) {
        fail(site, "'$(' has no matching ')'",
             "close the reference on the same line; a macro can't span lines",
             "unterminated reference to '" + std::string(text.substr(begin)) + "': missing ')'");
        return text.size();
    }
    if (m_depth >= limits::macroNesting) {
        fail(site, "macros are nested too deeply",
             "look for a function or variable that calls itself", "Too deep recursive expansion");
        return end + 1;
    }
    if (++m_steps > limits::macroSteps) {
        fail(site, "the expansion of this macro does not come to an end",
             "look for variables that double each other");
        return end + 1;
    }
    ++m_depth;
    evaluateClause(text.substr(begin, end - begin), out, site, arguments);
    --m_depth;
    if (out.size() > limits::macroOutput)
        fail(site, "the expansion of this macro is longer than a megabyte",
             "look for variables that double each other");
    return end + 1;
}

void Macros::expandAll(std::string_view text, std::string &out, const MacroSite &site,
                       Arguments arguments)
{
    std::size_t at = 0;
    while (at < text.size() && !m_failed) {
        const std::size_t dollar = text.find('$', at);
        if (dollar == std::string_view::npos) {
            out += text.substr(at);
            return;
        }
        out += text.substr(at, dollar - at);
        at = expandReference(text, dollar, out, site, arguments);
    }
}

void Macros::evaluateClause(std::string_view clause, std::string &out, const MacroSite &site,
                            Arguments arguments)
{
    // $(1), $(2), … are the arguments of the user function being expanded.
    std::size_t number = 0;
    const auto parsed = std::from_chars(clause.data(), clause.data() + clause.size(), number);
    if (parsed.ec == std::errc{} && parsed.ptr == clause.data() + clause.size() && number > 0 &&
        number <= arguments.size()) {
        out += arguments[number - 1];
        return;
    }

    std::vector<std::string> parts;
    std::size_t begin = 0;
    int open = 0;
    for (std::size_t at = 0; at <= clause.size() && !m_failed; ++at) {
        const char c = at < clause.size() ? clause[at] : ',';
        if (at == clause.size() || (c == ',' && open == 0)) {
            if (parts.size() > limits::macroArguments) {
                fail(site, "this macro call has more than 16 arguments",
                     "join some of them, or use a variable", "too many function arguments");
                return;
            }
            expandAll(clause.substr(begin, at - begin), parts.emplace_back(), site, arguments);
            begin = at + 1;
        } else if (c == '(') {
            ++open;
        } else if (c == ')') {
            --open;
        }
    }
    if (m_failed || parts.empty())
        return;
    const std::string name = std::move(parts.front());
    const Arguments given = Arguments(parts).subspan(1);
    if (expandVariable(name, given, out, site) || callBuiltIn(name, given, out, site))
        return;
    if (given.empty()) {
        if (const std::string *value = environmentVariable(name))
            out += *value;
    }
}

bool Macros::expandVariable(const std::string &name, Arguments arguments, std::string &out,
                            const MacroSite &site)
{
    noteRead(name);
    const auto found = m_variables.find(name);
    if (found == m_variables.end())
        return false;
    Variable &variable = found->second;
    if (arguments.empty() && variable.beingExpanded > 0) {
        fail(site, say(Phrase::variableCircle, asName(name)),
             "use ':=' so that the right side is expanded at once, or break the circle",
             "Recursive variable '" + name + "' references itself (eventually)");
        return true;
    }
    if (variable.flavor == Flavor::simple) {
        out += variable.value;
        return true;
    }
    ++variable.beingExpanded;
    // No definition can run while an expansion does, so the variable stays where it is.
    expandAll(variable.value, out, site, arguments);
    --variable.beingExpanded;
    return true;
}

const std::string *Macros::environmentVariable(std::string_view name)
{
    if (name.empty())
        return nullptr;
    if (m_unit != nullptr && std::find(m_unit->environment.begin(), m_unit->environment.end(),
                                       name) == m_unit->environment.end())
        m_unit->environment.push_back(m_texts->keep(name));
    if (const auto used = m_usedIndex.find(name); used != m_usedIndex.end())
        return &m_usedEnvironment[used->second].second;
    const auto found = m_options.environment.find(std::string(name));
    if (found == m_options.environment.end())
        return nullptr;
    m_usedIndex.emplace(found->first, m_usedEnvironment.size());
    m_usedEnvironment.emplace_back(found->first, found->second);
    return &m_usedEnvironment.back().second;
}

} // namespace kconfig
