// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "dialog.h"

#include "config_text.h"
#include "configuration_state.h"
#include "help_text.h"

#include <climits>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace kconf {

using namespace kconfig;

namespace {

std::string strip(const std::string &text)
{
    constexpr const char *blanks = " \t\r\n\v\f";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

char capital(Tristate value)
{
    return static_cast<char>(letter(value) - 'a' + 'A');
}

/// What an answer means: a letter, or a word for y and n.
std::optional<Tristate> truthOfAnswer(const std::string &answer)
{
    const std::string rest = answer.substr(1);
    switch (answer[0]) {
    case 'n':
    case 'N':
        return rest.empty() || rest == "o" ? std::optional(Tristate::no) : std::nullopt;
    case 'm':
    case 'M':
        return rest.empty() ? std::optional(Tristate::mod) : std::nullopt;
    case 'y':
    case 'Y':
        return rest.empty() || rest == "es" ? std::optional(Tristate::yes) : std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace

Dialog::Dialog(Session &session)
    : m_session(session)
    , m_model(session.model())
    , m_echo(::isatty(STDIN_FILENO) == 0 || ::isatty(STDOUT_FILENO) == 0)
{}

bool Dialog::askAll()
{
    m_purpose = Purpose::askAll;
    m_start = m_model.root();
    ask(m_model.root());
    return !m_failed && askNew();
}

bool Dialog::askNew()
{
    m_purpose = Purpose::askNew;
    do {
        m_asked = 0;
        check(m_model.root());
    } while (m_asked > 0 && !m_failed);
    return !m_failed;
}

void Dialog::listNew()
{
    m_purpose = Purpose::list;
    check(m_model.root());
}

void Dialog::helpNew()
{
    m_purpose = Purpose::help;
    check(m_model.root());
}

NodeId Dialog::menuOf(NodeId node) const
{
    while (!(node == m_model.root())) {
        const MenuNode &each = m_model.node(node);
        if (each.prompt.isValid() && (each.kind == NodeKind::menu || each.isMenuconfig))
            break;
        node = each.parent;
    }
    return node;
}

/// Whether the user has not answered and there is something to answer.
bool Dialog::isNew(SymbolId symbol)
{
    if (m_session.hasValue(symbol))
        return false;
    return m_session.isChangeable(symbol) ||
           (!m_session.is612() && m_model.symbol(symbol).isChoice &&
            m_session.tristate(symbol) == Tristate::yes);
}

void Dialog::check(NodeId id)
{
    if (m_failed || !m_session.isShown(id))
        return;
    const SymbolId symbol = m_model.node(id).symbol;
    if (symbol.isValid() && isNew(symbol)) {
        switch (m_purpose) {
        case Purpose::list:
            if (!m_model.symbol(symbol).name.empty()) {
                std::string line;
                appendConfigLine(line, m_session.configuration(), symbol, m_session.prefix(),
                                 LineStyle::everything);
                std::fputs(line.c_str(), stdout);
            }
            break;
        case Purpose::help:
            std::fputs("-----\n", stdout);
            printHelp(id);
            std::fputs("-----\n", stdout);
            break;
        default:
            if (m_asked++ == 0)
                std::fputs("*\n* Restart config...\n*\n", stdout);
            m_start = menuOf(id);
            ask(m_start);
            break;
        }
    }
    for (NodeId child = m_model.node(id).firstChild; child.isValid();
         child = m_model.node(child).nextSibling)
        check(child);
}

void Dialog::ask(NodeId id)
{
    if (m_failed || !m_session.isShown(id))
        return;
    const MenuNode &node = m_model.node(id);
    const bool isMenu = node.kind == NodeKind::menu || node.kind == NodeKind::mainMenu ||
                        (node.isMenuconfig && node.prompt.isValid());
    // Only menus in which something is new.
    if (isMenu && m_purpose != Purpose::askAll && !(id == m_start)) {
        check(id);
        return;
    }
    if (isMenu || node.kind == NodeKind::comment)
        std::printf("%*c\n%*c %s\n%*c\n", m_indent + 1, '*', m_indent + 1, '*',
                    std::string(m_model.promptText(id)).c_str(), m_indent + 1, '*');
    const SymbolId symbol = node.symbol;
    if (symbol.isValid()) {
        if (m_model.symbol(symbol).isChoice) {
            askChoice(id);
            if (m_session.is612() || m_session.knownTristate(symbol) != Tristate::mod)
                return;
        } else if (m_model.symbol(symbol).type == SymbolType::boolean ||
                   m_model.symbol(symbol).type == SymbolType::tristate ||
                   m_model.symbol(symbol).type == SymbolType::unknown) {
            askTruth(id);
        } else {
            askText(id);
        }
    }
    m_indent += symbol.isValid() ? 2 : 0;
    for (NodeId child = node.firstChild; child.isValid(); child = m_model.node(child).nextSibling)
        ask(child);
    m_indent -= symbol.isValid() ? 2 : 0;
}

void Dialog::printPrompt(NodeId node) const
{
    std::printf("%*s%s ", m_indent, "", std::string(m_model.promptText(node)).c_str());
    const std::string name(m_model.symbol(m_model.node(node).symbol).name);
    if (!name.empty())
        std::printf("(%s) ", name.c_str());
}

void Dialog::printHelp(NodeId node)
{
    std::printf("\n%s\n", helpText(m_session, node).c_str());
}

/// Reads into m_line, which stays as it is when the input has ended.
void Dialog::readLine()
{
    std::fflush(stdout);
    std::string line;
    int c = 0;
    while (line.size() < PATH_MAX - 1 && (c = std::getchar()) != EOF) {
        line += static_cast<char>(c);
        if (c == '\n')
            break;
    }
    // The C library's lines end at the first NUL.
    if (const std::size_t nul = line.find('\0'); nul != std::string::npos)
        line.resize(nul);
    if (c == EOF)
        m_atEnd = true;
    if (c == EOF && line.empty())
        m_session.complain("\nError in reading or end of file.\n",
                           "the input has ended; defaults are used from here");
    else
        m_line = line;
    if (m_echo)
        std::fputs(m_line.c_str(), stdout);
}

/// Shows what is settled already, or reads an answer; false when there is nothing to answer.
bool Dialog::readAnswer(SymbolId symbol, const std::string &shown)
{
    const bool known = m_session.hasValue(symbol);
    if (!known)
        std::fputs("(NEW) ", stdout);
    m_line.assign(1, '\n');
    if (!m_session.isChangeable(symbol) || (m_purpose == Purpose::askNew && known)) {
        std::printf("%s\n", shown.c_str());
        return false;
    }
    readLine();
    return true;
}

/// Whether asking again is in vain. (conf up to 6.11 would go on forever.)
bool Dialog::endsHere(SymbolId symbol)
{
    if (!m_atEnd)
        return false;
    const std::string name(m_model.symbol(symbol).name);
    m_session.complain("\nerror: no value for new symbol '" + name + "' at end of input\n",
                       "the input ended before '" + name +
                           "' had an answer that can be accepted; use --olddefconfig to take the "
                           "defaults");
    m_failed = true;
    return true;
}

void Dialog::askText(NodeId node)
{
    const SymbolId symbol = m_model.node(node).symbol;
    while (!m_failed) {
        printPrompt(node);
        const std::string now = m_session.text(symbol);
        std::printf("[%s] ", now.c_str());
        if (!readAnswer(symbol, now))
            return;
        if (m_line == "?\n") {
            printHelp(node);
        } else {
            // The last character goes, whatever it is.
            const std::string answer =
                m_line[0] == '\n' ? now : m_line.substr(0, m_line.empty() ? 0 : m_line.size() - 1);
            if (m_session.setText(symbol, answer))
                return;
        }
        if (endsHere(symbol))
            return;
    }
}

void Dialog::askTruth(NodeId node)
{
    const SymbolId symbol = m_model.node(node).symbol;
    int inVain = 0;
    while (!m_failed) {
        printPrompt(node);
        const Tristate now = m_session.tristate(symbol);
        std::printf("[%c", capital(now));
        for (const Tristate value : {Tristate::no, Tristate::mod, Tristate::yes})
            if (value != now && m_session.mayBe(symbol, value))
                std::printf("/%c", letter(value));
        std::fputs("/?] ", stdout);
        if (!readAnswer(symbol, std::string(1, letter(now))))
            return;
        const std::string answer = strip(m_line);
        const auto wish = answer.empty() ? std::optional(now) : truthOfAnswer(answer);
        if (wish && m_session.setTruth(symbol, *wish))
            return;
        if (wish || (!answer.empty() && answer[0] == '?'))
            printHelp(node);
        if (m_atEnd && ++inVain > 2 && endsHere(symbol))
            return;
    }
}

/// Up to 6.10 a choice is n, m or y itself; true when one of its values is to be picked.
bool Dialog::settleMode(NodeId node)
{
    const SymbolId choice = m_model.node(node).symbol;
    const bool isOpen = m_session.isChangeable(choice);
    if (isOpen)
        askTruth(node);
    const Tristate mode = m_session.tristate(choice);
    if (mode == Tristate::mod && !isOpen)
        std::printf("%*s%s\n", m_indent, "", std::string(m_model.promptText(node)).c_str());
    return mode == Tristate::yes;
}

void Dialog::askChoice(NodeId node)
{
    const bool isNew = !m_session.is612() && !m_session.hasValue(m_model.node(node).symbol);
    if (m_session.is612() || settleMode(node))
        askChoiceMember(node, isNew);
}

/// Lists the values that can be seen; their number.
std::size_t Dialog::printMembers(NodeId node, std::size_t &selected, bool &isNew)
{
    const SymbolId now = m_session.selection(m_model.node(node).symbol);
    std::size_t count = 0;
    for (NodeId child = m_model.node(node).firstChild; child.isValid();
         child = m_model.node(child).nextSibling) {
        if (!m_session.isShown(child))
            continue;
        const std::string text(m_model.promptText(child));
        const SymbolId symbol = m_model.node(child).symbol;
        if (!symbol.isValid()) {
            std::printf("%*c %s\n", m_indent + 1, '*', text.c_str());
            continue;
        }
        ++count;
        if (now == symbol)
            selected = count;
        std::printf("%*c %zu. %s (%s)", m_indent + 1, now == symbol ? '>' : ' ', count,
                    text.c_str(), std::string(m_model.symbol(symbol).name).c_str());
        if (!m_session.hasValue(symbol)) {
            if (m_session.is612())
                isNew = true;
            std::fputs(" (NEW)", stdout);
        }
        std::fputs("\n", stdout);
    }
    return count;
}

NodeId Dialog::memberAt(NodeId node, std::size_t place)
{
    for (NodeId child = m_model.node(node).firstChild; child.isValid();
         child = m_model.node(child).nextSibling)
        if (m_model.node(child).symbol.isValid() && m_session.isShown(child) && --place == 0)
            return child;
    return {};
}

void Dialog::askChoiceMember(NodeId node, bool isNew)
{
    int inVain = 0;
    while (!m_failed) {
        std::printf("%*s%s\n", m_indent, "", std::string(m_model.promptText(node)).c_str());
        std::size_t selected = 0;
        const std::size_t count = printMembers(node, selected, isNew);
        std::printf("%*schoice", m_indent, "");
        std::size_t picked = selected;
        m_line.clear();
        if (count == 1) {
            std::fputs("[1]: 1\n", stdout);
            picked = 1;
        } else {
            std::printf("[1-%zu?]: ", count);
            if (m_purpose == Purpose::askNew && !isNew) {
                std::printf("%zu\n", selected);
            } else {
                readLine();
                m_line = strip(m_line);
                if (m_atEnd && ++inVain > 2 && endsHere(m_model.node(node).symbol))
                    return;
                if (m_line.substr(0, 1) == "?") {
                    printHelp(node);
                    continue;
                }
                if (!m_line.empty()) {
                    if (m_line[0] < '0' || m_line[0] > '9')
                        continue;
                    picked = std::strtoul(m_line.c_str(), nullptr, 10);
                }
            }
        }
        const NodeId child = picked == 0 ? NodeId{} : memberAt(node, picked);
        if (!child.isValid()) {
            if (m_purpose == Purpose::askNew && !isNew)
                return; // nothing was read, so asking again gives the same
            continue;
        }
        if (!m_line.empty() && m_line.back() == '?') {
            printHelp(child);
            continue;
        }
        if (m_session.is612()) {
            m_session.choose(node, m_model.node(child).symbol);
            return;
        }
        m_session.setTruth(m_model.node(child).symbol, Tristate::yes);
        m_indent += 2;
        for (NodeId below = m_model.node(child).firstChild; below.isValid();
             below = m_model.node(below).nextSibling)
            ask(below);
        m_indent -= 2;
        return;
    }
}

} // namespace kconf
