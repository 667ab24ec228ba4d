// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "generated_tree.h"

namespace kconfig::fuzz {

namespace {

constexpr const char *types[] = {"bool", "tristate", "int", "hex", "string"};

std::string symbolName(unsigned number)
{
    return "S" + std::to_string(number);
}

} // namespace

unsigned Decisions::below(unsigned bound)
{
    return m_at < m_size && bound > 0 ? m_data[m_at++] % bound : 0;
}

GeneratedTree::GeneratedTree(Decisions &decisions, Dialect dialect)
    : m_decisions(decisions)
    , m_dialect(dialect)
{
    m_count = 2 + m_decisions.below(24);
    m_names.emplace_back("MODULES");
    m_text = "config MODULES\n\tbool \"Modules\"\n";
    m_text += dialect == Dialect::unikraft ? "\toption modules\n" : "\tmodules\n";
    if (m_decisions.below(2) == 0)
        m_text += "\tdefault y\n";
    int open = 0;
    for (unsigned number = 0; number < m_count; ++number) {
        switch (m_decisions.below(10)) {
        case 7:
            m_text += "if " + condition(0) + "\n";
            ++open;
            break;
        case 8:
            if (open > 0) {
                m_text += "endif\n";
                --open;
            }
            break;
        case 9:
            addChoice(number);
            continue;
        default:
            break;
        }
        addSymbol(number, false);
    }
    for (; open > 0; --open)
        m_text += "endif\n";
}

/// A name of symbols `lowest` … `bound` - 1; MODULES when there is none.
std::string GeneratedTree::name(unsigned lowest, unsigned bound)
{
    const unsigned count = bound > lowest ? bound - lowest : 0;
    const unsigned which = m_decisions.below(count + 1);
    return which == count ? "MODULES" : symbolName(lowest + which);
}

std::string GeneratedTree::condition(int depth)
{
    const auto known = static_cast<unsigned>(m_names.size() - 1);
    switch (m_decisions.below(depth > 3 ? 6 : 10)) {
    case 4:
        return name(0, known) + (m_decisions.below(2) == 0 ? "=" : "!=") +
               (m_decisions.below(2) == 0 ? name(0, known)
                                          : std::string(1, "ymn3"[m_decisions.below(4)]));
    case 5:
        return name(0, known) + (m_decisions.below(2) == 0 ? "<" : ">=") + name(0, known);
    case 6:
        return "!(" + condition(depth + 1) + ")";
    case 7:
        return "(" + condition(depth + 1) + ") && " + condition(depth + 1);
    case 8:
        return "(" + condition(depth + 1) + " || " + condition(depth + 1) + ")";
    case 9:
        return std::string(1, "ymn"[m_decisions.below(3)]);
    default:
        return (m_decisions.chance(4) ? "!" : "") + name(0, known);
    }
}

std::string GeneratedTree::ifCondition()
{
    return m_decisions.below(2) == 0 ? "\n" : " if " + condition(0) + "\n";
}

void GeneratedTree::addDefaults(unsigned type)
{
    const auto number = [&] { return std::to_string(m_decisions.below(30)); };
    for (unsigned i = m_decisions.below(3); i > 0; --i) {
        m_text += "\tdefault ";
        if (type < 2)
            m_text += condition(1);
        else if (type == 4)
            m_text += "\"" + std::string(m_decisions.below(3), '"' - 1) + "\"";
        else
            m_text += (type == 3 ? "0x" : "") + number();
        m_text += ifCondition();
    }
    if (type == 2 || type == 3) {
        const std::string sign = type == 3 ? "0x" : "";
        for (unsigned i = m_decisions.below(2); i > 0; --i) {
            const unsigned low = m_decisions.below(20);
            m_text += "\trange " + sign + std::to_string(low) + " " + sign +
                      std::to_string(low + m_decisions.below(20)) + ifCondition();
        }
    }
}

void GeneratedTree::addSymbol(unsigned number, bool inChoice)
{
    const unsigned type = inChoice ? m_decisions.below(2) : m_decisions.below(5);
    m_text += "config " + symbolName(number) + "\n\t" + types[type];
    m_text += inChoice || m_decisions.below(3) != 2 ? " \"p\"" + ifCondition() : "\n";
    for (unsigned i = m_decisions.below(3); i > 0; --i)
        m_text += "\tdepends on " + condition(0) + "\n";
    if (!inChoice)
        addDefaults(type);
    if (type < 2 && !inChoice) {
        for (unsigned i = m_decisions.below(3); i > 0; --i)
            m_text += (m_decisions.below(2) == 0 ? "\tselect " : "\timply ") +
                      symbolName(number + 1 + m_decisions.below(m_count)) + ifCondition();
    }
    m_names.push_back(symbolName(number));
}

void GeneratedTree::addChoice(unsigned &number)
{
    m_text += "choice\n\tprompt \"c\"" + ifCondition();
    if (m_decisions.chance(4))
        m_text += m_dialect == Dialect::linux_6_12 ? "\tbool\n" : "\ttristate\n";
    if (m_dialect != Dialect::linux_6_12 && m_decisions.chance(4))
        m_text += "\toptional\n";
    if (m_decisions.chance(3))
        m_text += "\tdepends on " + condition(0) + "\n";
    if (m_decisions.chance(3))
        m_text += "\tdefault " + symbolName(number + 1) + ifCondition();
    const unsigned last = number + 1 + m_decisions.below(3);
    for (; number <= last; ++number)
        addSymbol(number, true);
    m_text += "endchoice\n";
    --number;
}

} // namespace kconfig::fuzz
