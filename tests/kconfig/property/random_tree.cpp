// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "random_tree.h"

#include <algorithm>

namespace kconfig::test {

RandomTree::RandomTree(unsigned seed, Dialect dialect, int entries, ChoiceForms forms)
    : RandomTree(seed, dialect)
{
    m_forms = forms;
    m_text = "mainmenu \"Dice\"\n";
    addModules("\tbool \"Modules\"\n\tdefault y\n");
    m_text += "config WIDTH\n\tint \"Width\"\n\tdefault 5\n\trange 1 9\n";
    m_text += "config MASK\n\thex \"Mask\"\n\tdefault 0x5\n";
    m_names.ints.emplace_back("WIDTH");
    m_names.hexes.emplace_back("MASK");
    m_names.numbers = {"WIDTH", "MASK"};
    m_text += "config LABEL\n\tstring \"Label\"\n\tdefault \"five\"\n";
    m_names.strings.emplace_back("LABEL");
    for (int i = 0; i < entries; ++i)
        addEntry(0);
    settlePulls();
}

RandomTree RandomTree::small(unsigned seed, Dialect dialect, int mostSymbols)
{
    RandomTree tree(seed, dialect);
    tree.m_isSmall = true;
    tree.m_left = mostSymbols;
    tree.startSmall();
    // What is pulled is pulled from above, and what comes below may look at it.
    while (tree.m_left > mostSymbols / 3)
        tree.addEntry(0);
    tree.settlePulls();
    while (tree.m_left > 0)
        tree.addEntry(0);
    tree.settlePulls();
    return tree;
}

void RandomTree::addModules(const std::string &body)
{
    m_text += "config MODULES\n" + body;
    m_text += m_dialect == Dialect::unikraft ? "\toption modules\n" : "\tmodules\n";
    m_names.truths.emplace_back("MODULES");
    --m_left;
}

void RandomTree::startSmall()
{
    const unsigned form = roll(10);
    if (form < 4)
        addModules("\tbool \"Modules\"\n\tdefault y\n");
    else if (form < 6)
        addModules("\tbool \"Modules\"\n");
    else if (form < 8)
        addModules("\tdef_bool y\n");
}

std::string RandomTree::newName()
{
    --m_left;
    return "S" + std::to_string(m_count++);
}

std::string RandomTree::truth()
{
    return m_names.truths.empty() ? "y" : pick(m_names.truths);
}

std::string RandomTree::stringLeaf()
{
    const std::string left = pick(m_names.strings);
    const std::string sign = chance(50) ? "=" : "!=";
    switch (roll(5)) {
    case 0:
        return left + sign + pick(m_names.strings);
    case 1:
        return left + sign + "\"\"";
    case 2:
        return left + (chance(50) ? " < " : " >= ") + "\"four\"";
    default:
        return left + sign + "\"five\"";
    }
}

std::string RandomTree::leaf()
{
    switch (roll(8)) {
    case 0:
        return truth() + (chance(50) ? "=" : "!=") + std::string(1, "nmy"[roll(3)]);
    case 1: {
        if (m_names.numbers.empty())
            break;
        static const char *const signs[] = {"=", "!=", "<", "<=", ">", ">="};
        const std::string left = pick(m_names.numbers);
        const std::string sign = signs[roll(6)];
        return left + ' ' + sign + ' ' +
               (chance(60) ? std::to_string(roll(9)) : pick(m_names.numbers));
    }
    case 2:
        if (m_names.strings.empty())
            break;
        return stringLeaf();
    case 3:
        return "!" + truth();
    case 4:
        if (chance(50))
            return "m";
        break;
    default:
        break;
    }
    return truth();
}

std::string RandomTree::condition()
{
    std::string text = leaf();
    while (chance(35)) {
        const std::string more = chance(20) ? "(" + leaf() + " || " + leaf() + ")" : leaf();
        text += (chance(60) ? " && " : " || ") + more;
    }
    return text;
}

/// " if CONDITION" or the like, or nothing.
std::string RandomTree::orNot(unsigned percent, const char *before)
{
    return chance(percent) ? before + condition() : std::string();
}

void RandomTree::addEntry(int depth)
{
    if (m_left <= 0)
        return;
    const unsigned kind = roll(100);
    if (kind < 45)
        addTruth();
    else if (kind < 58)
        addNumber();
    else if (kind < 64)
        addString();
    else if (kind < 76 && m_left > 2)
        addChoice();
    else if (kind < 82)
        m_text += "comment \"Remark\"\n" + orNot(50, "\tdepends on ") + '\n';
    else if (depth < 3)
        addBlock(depth);
    else
        addTruth();
}

/// What the entry selects and implies comes later: nothing before it may look at that.
void RandomTree::addPulls()
{
    while (chance(30)) {
        const bool hasRoom = m_left > 0 && (m_isSmall ? m_pulled.size() < 2 : m_pulled.size() < 8);
        if (hasRoom || (!m_isSmall && chance(10))) {
            m_pulled.push_back("T" + std::to_string(m_settled + m_pulled.size()));
            --m_left;
        }
        if (m_pulled.empty())
            return;
        m_text +=
            (chance(60) ? "\tselect " : "\timply ") + pick(m_pulled) + orNot(40, " if ") + '\n';
    }
}

void RandomTree::addTruth()
{
    const std::string name = newName();
    const std::string type = chance(50) ? "tristate" : "bool";
    m_text += (chance(20) ? "menuconfig " : "config ") + name + '\n';
    if (chance(15))
        m_text += "\tdef_" + type + ' ' + (chance(50) ? "y" : truth()) + orNot(40, " if ") + '\n';
    else
        m_text += '\t' + type + '\n';
    if (chance(80))
        m_text += "\tprompt \"Entry\"" + orNot(25, " if ") + '\n';
    while (chance(m_isSmall ? 50 : 40))
        m_text += "\tdepends on " + condition() + '\n';
    while (chance(40)) {
        const std::string value = chance(50)   ? std::string(1, "nmy"[roll(3)])
                                  : chance(60) ? truth()
                                               : condition();
        m_text += "\tdefault " + value + orNot(50, " if ") + '\n';
    }
    addPulls();
    if (chance(10))
        m_text += "config " + name + '\n' + "\tprompt \"Entry again\"" + orNot(80, " if ") + '\n';
    m_names.truths.push_back(name);
}

void RandomTree::addNumber()
{
    const std::string name = newName();
    const bool isHex = chance(30);
    // Bounds and defaults of the other type would be texts that are no value of this one.
    std::vector<std::string> &alike = isHex ? m_names.hexes : m_names.ints;
    const auto number = [&](unsigned least, unsigned count) {
        return (isHex ? "0x" : "") + std::to_string(least + roll(count));
    };
    const auto other = [&] { return alike.empty() ? number(0, 9) : pick(alike); };
    m_text += "config " + name + (isHex ? "\n\thex" : "\n\tint");
    if (chance(80))
        m_text += " \"Number\"" + orNot(20, " if ");
    m_text += '\n' + orNot(30, "\tdepends on ") + '\n';
    while (chance(50))
        m_text += "\tdefault " + (chance(70) ? number(0, 12) : other()) + orNot(50, " if ") + '\n';
    m_text += "\tdefault " + number(0, 9) + '\n';
    while (chance(35)) {
        // A range whose ends change places has no value that stays.
        const unsigned form = roll(3);
        const std::string low = form == 0 ? other() : form == 1 ? "0" : number(0, 4);
        const std::string high = form == 0   ? (isHex ? "0x99" : "99")
                                 : form == 1 ? other()
                                             : number(1, 4) + "7";
        m_text += "\trange " + low + ' ' + high + orNot(40, " if ") + '\n';
    }
    m_names.numbers.push_back(name);
    alike.push_back(name);
}

void RandomTree::addString()
{
    const std::string name = newName();
    const std::vector<std::string> others =
        m_names.strings.empty() ? std::vector<std::string>{"\"four\""} : m_names.strings;
    m_text += "config " + name + "\n\tstring";
    if (chance(80))
        m_text += " \"Text\"" + orNot(30, " if ");
    m_text += '\n' + orNot(30, "\tdepends on ") + '\n';
    while (chance(50))
        m_text += "\tdefault " + (chance(70) ? std::string("\"five\"") : pick(others)) +
                  orNot(50, " if ") + '\n';
    m_names.strings.push_back(name);
}

void RandomTree::addChoice()
{
    const bool isOld = m_dialect != Dialect::linux_6_12;
    const bool isTristate = isOld && chance(30) && m_forms == ChoiceForms::all;
    std::vector<std::string> values;
    --m_left; // the choice itself
    for (unsigned i = m_isSmall ? 2 + roll(2) : 2 + roll(3); i > 0 && m_left > 0; --i)
        values.push_back(newName());
    const std::string type = isTristate ? "\ttristate\n" : "\tbool\n";
    m_text +=
        "choice" + (isOld && chance(20) ? " C" + std::to_string(m_count) : std::string()) + '\n';
    m_text += "\tprompt \"Choice\"" + orNot(20, " if ") + '\n';
    if (isOld)
        m_text += type;
    if (isOld && chance(30))
        m_text += "\toptional\n";
    m_text += orNot(30, "\tdepends on ") + '\n';
    while (chance(40))
        m_text += "\tdefault " + pick(values) + orNot(50, " if ") + '\n';
    for (const std::string &value : values) {
        const bool hasBlock = chance(10);
        if (hasBlock)
            m_text += "if " + condition() + '\n';
        m_text += "config " + value + '\n' + type + "\tprompt \"Value\"" + orNot(20, " if ") + '\n';
        m_text += orNot(30, "\tdepends on ") + '\n';
        if (isOld && chance(10) && m_forms == ChoiceForms::all) // an error in 6.12
            m_text += "\tdefault y" + orNot(50, " if ") + '\n';
        addPulls();
        if (hasBlock)
            m_text += "endif\n";
    }
    m_text += "endchoice\n";
    m_names.truths.insert(m_names.truths.end(), values.begin(), values.end());
}

void RandomTree::addBlock(int depth)
{
    const bool isMenu = chance(50);
    m_text += isMenu ? "menu \"Menu\"\n" + orNot(50, "\tdepends on ") + '\n' +
                           orNot(50, "\tvisible if ") + '\n'
                     : "if " + condition() + '\n';
    for (unsigned i = 1 + roll(4); i > 0; --i)
        addEntry(depth + 1);
    m_text += isMenu ? "endmenu\n" : "endif\n";
}

void RandomTree::settlePulls()
{
    for (const std::string &name : m_pulled) {
        m_text += "config " + name + (chance(50) ? "\n\ttristate" : "\n\tbool");
        m_text += (chance(60) ? " \"Pulled\"\n" : "\n") + orNot(50, "\tdepends on ") + '\n';
        m_text += orNot(30, "\tdefault m if ") + '\n';
    }
    m_settled += m_pulled.size();
    m_names.truths.insert(m_names.truths.end(), m_pulled.begin(), m_pulled.end());
    m_pulled.clear();
}

} // namespace kconfig::test
