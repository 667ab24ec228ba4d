// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "dialog.h"

#include "config_text.h"
#include "configuration_state.h"

#include <cstdio>
#include <unistd.h>

namespace kconf {

using namespace kconfig;

namespace {

std::string strip(const std::string &text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n\v\f");
    if (begin == std::string::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n\v\f") - begin + 1);
}

} // namespace

Dialog::Dialog(Session &session)
    : m_session(session)
    , m_configuration(session.configuration())
    , m_model(session.configuration().model())
    , m_echo(::isatty(STDIN_FILENO) == 0 || ::isatty(STDOUT_FILENO) == 0)
{}

bool Dialog::askAll()
{
    m_restart = m_model.root();
    ask(m_model.root(), true);
    return !m_failed && askNew();
}

bool Dialog::askNew()
{
    m_onlyNew = true;
    do {
        m_asked = 0;
        askAboutNew(m_model.root());
    } while (m_asked > 0 && !m_failed);
    if (m_failed)
        std::fprintf(stderr, "kconf: the input ended before every question had an answer that can "
                             "be accepted; use --olddefconfig to take the defaults\n");
    return !m_failed;
}

NodeId Dialog::menuOf(NodeId node) const
{
    while (node != m_model.root()) {
        const MenuNode &each = m_model.node(node);
        if (each.prompt.isValid() && (each.kind == NodeKind::menu || each.isMenuconfig))
            break;
        node = each.parent;
    }
    return node;
}

/// Whether the user has not answered and there is something to answer.
bool Dialog::isOpen(SymbolId symbol) const
{
    if (m_session.hasValue(symbol))
        return false;
    return m_configuration.isChangeable(symbol) ||
           (m_model.symbol(symbol).isChoice && m_configuration.tristate(symbol) == Tristate::yes);
}

void Dialog::askAboutNew(NodeId node)
{
    if (m_failed || !m_configuration.isVisible(node))
        return;
    const SymbolId symbol = m_model.node(node).symbol;
    if (symbol.isValid() && isOpen(symbol)) {
        if (m_asked++ == 0)
            std::printf("*\n* Restart config...\n*\n");
        m_restart = menuOf(node);
        ask(m_restart, false);
    }
    for (NodeId child = m_model.node(node).firstChild; child.isValid();
         child = m_model.node(child).nextSibling)
        askAboutNew(child);
}

void Dialog::listNew()
{
    std::vector<NodeId> rest{m_model.root()};
    while (!rest.empty()) {
        const NodeId id = rest.back();
        rest.pop_back();
        if (!m_configuration.isVisible(id))
            continue;
        const SymbolId symbol = m_model.node(id).symbol;
        if (symbol.isValid() && isOpen(symbol) && !m_model.symbol(symbol).name.empty())
            std::printf("%s%s=%s\n", m_session.prefix().c_str(),
                        std::string(m_model.symbol(symbol).name).c_str(),
                        shownValue(m_configuration, symbol).c_str());
        std::vector<NodeId> children;
        for (NodeId child = m_model.node(id).firstChild; child.isValid();
             child = m_model.node(child).nextSibling)
            children.push_back(child);
        rest.insert(rest.end(), children.rbegin(), children.rend());
    }
}

void Dialog::ask(NodeId id, bool everything)
{
    if (m_failed || !m_configuration.isVisible(id))
        return;
    const MenuNode &node = m_model.node(id);
    const bool isMenu = node.kind == NodeKind::menu || node.kind == NodeKind::mainMenu ||
                        (node.isMenuconfig && node.prompt.isValid());
    if (isMenu && !everything && id != m_restart) {
        askAboutNew(id);
        return;
    }
    if (isMenu || node.kind == NodeKind::comment)
        std::printf("%*c\n%*c %s\n%*c\n", m_indent + 1, '*', m_indent + 1, '*',
                    std::string(m_model.promptText(id)).c_str(), m_indent + 1, '*');
    const SymbolId symbol = node.symbol;
    if (symbol.isValid()) {
        if (m_model.symbol(symbol).isChoice) {
            askChoice(id);
            if (m_configuration.tristate(symbol) != Tristate::mod)
                return;
        } else if (isTruthType(m_model.symbol(symbol).type)) {
            askTruth(id);
        } else {
            askText(id);
        }
    }
    m_indent += symbol.isValid() ? 2 : 0;
    for (NodeId child = node.firstChild; child.isValid(); child = m_model.node(child).nextSibling)
        ask(child, everything);
    m_indent -= symbol.isValid() ? 2 : 0;
}

void Dialog::printPrompt(NodeId node) const
{
    std::printf("%*s%s ", m_indent, "", std::string(m_model.promptText(node)).c_str());
    const std::string_view name = m_model.symbol(m_model.node(node).symbol).name;
    if (!name.empty())
        std::printf("(%s) ", std::string(name).c_str());
}

void Dialog::printHelp(NodeId node) const
{
    const std::string help = m_model.help(node);
    const SymbolId symbol = m_model.node(node).symbol;
    std::printf("\n%s%s:\n\n%s\n", m_session.prefix().c_str(),
                std::string(m_model.symbol(symbol).name).c_str(),
                help.empty() ? "There is no help text for this option.\n" : help.c_str());
    std::printf("Defined at %s\n", m_model.sources().describe(m_model.node(node).position).c_str());
    if (m_model.node(node).dependency.isValid())
        std::printf("Depends on: %s\n", m_model.describe(m_model.node(node).dependency).c_str());
    std::printf("\n");
}

void Dialog::readLine(std::string &line)
{
    std::fflush(stdout);
    line.clear();
    int c = 0;
    while ((c = std::getchar()) != EOF && c != '\n')
        line += static_cast<char>(c);
    if (c == EOF && line.empty()) {
        // From here on every question gets its default; one that has none ends the dialogue.
        if (!m_atEnd)
            std::fprintf(stderr, "\nkconf: the input has ended; defaults are used from here\n");
        m_atEnd = true;
        if (++m_rejected > 2)
            m_failed = true;
    }
    if (m_echo)
        std::printf("%s\n", line.c_str());
}

/// Shows what is settled already, or reads an answer; false when there is nothing to answer.
bool Dialog::readAnswer(SymbolId symbol, const std::string &shown, std::string &answer)
{
    const bool known = m_session.hasValue(symbol);
    if (!known)
        std::printf("(NEW) ");
    if (!m_configuration.isChangeable(symbol) || (m_onlyNew && known)) {
        std::printf("%s\n", shown.c_str());
        return false;
    }
    readLine(answer);
    return true;
}

void Dialog::set(SymbolId symbol, const std::string &value)
{
    if (m_configuration.apply({symbol, value}))
        m_rejected = 0;
}

void Dialog::askText(NodeId node)
{
    const SymbolId symbol = m_model.node(node).symbol;
    while (!m_failed) {
        const std::string now = m_configuration.value(symbol);
        printPrompt(node);
        std::printf("[%s] ", now.c_str());
        std::string answer;
        if (!readAnswer(symbol, now, answer))
            return;
        if (answer == "?") {
            printHelp(node);
            continue;
        }
        if (m_configuration.apply({symbol, answer.empty() ? now : answer})) {
            m_rejected = 0;
            return;
        }
    }
}

void Dialog::askTruth(NodeId node)
{
    const SymbolId symbol = m_model.node(node).symbol;
    while (!m_failed) {
        const Tristate now = m_configuration.tristate(symbol);
        printPrompt(node);
        std::printf("[%c", static_cast<char>(letter(now) - 'a' + 'A'));
        for (const Tristate value : m_configuration.settableValues(symbol))
            if (value != now)
                std::printf("/%c", letter(value));
        std::printf("/?] ");
        std::string answer;
        if (!readAnswer(symbol, m_configuration.value(symbol), answer))
            return;
        answer = strip(answer);
        if (answer == "no" || answer == "No" || answer == "yes" || answer == "Yes")
            answer.resize(1);
        if (answer == "?" || (answer.size() == 1 && truthOf(answer)) || answer.empty()) {
            const Tristate wish = answer.empty() ? now : truthOf(answer).value_or(now);
            if (answer != "?" && m_configuration.apply({symbol, std::string(1, letter(wish))})) {
                m_rejected = 0;
                return;
            }
            printHelp(node);
        }
    }
}

void Dialog::askChoice(NodeId node)
{
    const SymbolId choice = m_model.node(node).symbol;
    const bool known = m_session.hasValue(choice);
    if (m_configuration.isChangeable(choice))
        askTruth(node);
    if (m_configuration.tristate(choice) == Tristate::no)
        return;
    if (m_configuration.tristate(choice) == Tristate::mod) {
        if (!m_configuration.isChangeable(choice))
            std::printf("%*s%s\n", m_indent, "", std::string(m_model.promptText(node)).c_str());
        return;
    }
    while (!m_failed) {
        std::printf("%*s%s\n", m_indent, "", std::string(m_model.promptText(node)).c_str());
        std::vector<NodeId> shown;
        std::size_t selected = 0;
        for (NodeId child = m_model.node(node).firstChild; child.isValid();
             child = m_model.node(child).nextSibling) {
            if (!m_configuration.isVisible(child))
                continue;
            const std::string text(m_model.promptText(child));
            const SymbolId symbol = m_model.node(child).symbol;
            if (!symbol.isValid()) {
                std::printf("%*c %s\n", m_indent + 1, '*', text.c_str());
                continue;
            }
            shown.push_back(child);
            const bool isSelected = m_configuration.selection(choice) == symbol;
            if (isSelected)
                selected = shown.size();
            std::printf("%*c %zu. %s (%s)%s\n", m_indent + 1, isSelected ? '>' : ' ', shown.size(),
                        text.c_str(), std::string(m_model.symbol(symbol).name).c_str(),
                        m_session.hasValue(symbol) ? "" : " (NEW)");
        }
        if (shown.empty())
            return;
        std::printf("%*schoice", m_indent, "");
        std::size_t picked = selected;
        std::string answer;
        if (shown.size() == 1) {
            std::printf("[1]: 1\n");
            picked = 1;
        } else {
            std::printf("[1-%zu?]: ", shown.size());
            if (m_onlyNew && known) {
                std::printf("%zu\n", selected);
            } else {
                readLine(answer);
                answer = strip(answer);
                if (answer == "?") {
                    printHelp(node);
                    continue;
                }
                if (!answer.empty())
                    picked = answer[0] >= '0' && answer[0] <= '9'
                                 ? std::strtoul(answer.c_str(), nullptr, 10)
                                 : 0;
            }
        }
        if (picked == 0 || picked > shown.size())
            continue;
        const NodeId child = shown[picked - 1];
        if (!answer.empty() && answer.back() == '?') {
            printHelp(child);
            continue;
        }
        set(m_model.node(child).symbol, "y");
        m_indent += 2;
        for (NodeId below = m_model.node(child).firstChild; below.isValid();
             below = m_model.node(below).nextSibling)
            ask(below, !m_onlyNew);
        m_indent -= 2;
        return;
    }
}

} // namespace kconf
