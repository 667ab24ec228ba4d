// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The built-in functions of the macro language.

#include "macros.h"
#include "shell_text.h"

#include <algorithm>
#include <array>

namespace kconfig {

namespace {

enum class BuiltIn
{
    errorIf,
    fileName,
    info,
    lineNumber,
    shell,
    warningIf
};

struct BuiltInFunction
{
    std::string_view name;
    std::size_t argumentCount;
    BuiltIn function;
};

constexpr std::array<BuiltInFunction, 6> functions{{
    {"error-if", 2, BuiltIn::errorIf},
    {"filename", 0, BuiltIn::fileName},
    {"info", 1, BuiltIn::info},
    {"lineno", 0, BuiltIn::lineNumber},
    {"shell", 1, BuiltIn::shell},
    {"warning-if", 2, BuiltIn::warningIf},
}};

/// A command as messages show it: there may be thousands of them, and long ones.
std::string excerpt(const std::string &command)
{
    constexpr std::size_t most = 200;
    return command.size() <= most ? command : command.substr(0, most) + "…";
}

} // namespace

bool Macros::callBuiltIn(std::string_view name, Arguments arguments, std::string &out,
                         const MacroSite &site)
{
    const auto found = std::find_if(functions.begin(), functions.end(),
                                    [&](const BuiltInFunction &f) { return f.name == name; });
    if (found == functions.end())
        return false;
    if (arguments.size() != found->argumentCount) {
        fail(site,
             say(Phrase::wrongArguments, asName(name), asNumber(found->argumentCount),
                 asNumber(arguments.size())),
             "separate arguments by commas; a comma inside an argument needs a variable",
             std::string("too ") + (arguments.size() < found->argumentCount ? "few" : "many") +
                 " function arguments passed to '" + std::string(name) + "'");
        return true;
    }
    switch (found->function) {
    case BuiltIn::errorIf:
        if (arguments[0] == "y")
            fail(site, arguments[1], "the tree asks for this stop with $(error-if)",
                 arguments[1].empty() ? " " : arguments[1]);
        break;
    case BuiltIn::fileName:
        out += site.path;
        break;
    case BuiltIn::info:
        m_messages.push_back(arguments[0]);
        if (m_unit != nullptr)
            m_unit->isReusable = false;
        break;
    case BuiltIn::lineNumber:
        out += std::to_string(site.line);
        break;
    case BuiltIn::shell:
        out += runShell(arguments[0], site);
        break;
    case BuiltIn::warningIf:
        if (arguments[0] == "y")
            m_diagnostics.add({Severity::warning,
                               site.position,
                               arguments[1],
                               {},
                               {},
                               confLine(site.path, site.line, arguments[1])});
        break;
    }
    return true;
}

std::string Macros::runShell(const std::string &command, const MacroSite &site)
{
    ++m_shellCounts.all;
    ShellResult result;
    result.wasRefused = !m_options.shell;
    if (m_options.shell)
        result = m_options.shell(command);
    if (result.wasRefused) {
        ++m_shellCounts.refused;
        m_diagnostics.warning(site.position, say(Phrase::commandNotRun, asText(excerpt(command))),
                              "trust the tree to let its $(shell) commands run");
        return {};
    }
    m_shellCounts.cached += result.wasCached ? 1 : 0;
    if (!result.problem.isEmpty())
        m_diagnostics.error(site.position, say(Phrase::commandFailed, std::move(result.problem),
                                               asText(excerpt(command))));
    std::string text = shellText(std::move(result.output), m_options.dialect);
    if (m_unit != nullptr)
        m_unit->shells.push_back({m_texts->keep(command), m_texts->keep(text)});
    return text;
}

} // namespace kconfig
