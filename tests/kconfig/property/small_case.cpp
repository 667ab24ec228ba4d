// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "small_case.h"

#include "random_tree.h"

namespace kconfig::test {

SmallCase::SmallCase(unsigned seed, Dialect dialect)
    : m_random(seed * 3 + static_cast<unsigned>(dialect))
    , m_text(RandomTree::small(static_cast<unsigned>(m_random()), dialect,
                               4 + static_cast<int>(seed % 7))
                 .text())
{
    m_tree.options.dialect = dialect;
    m_tree.load(m_text);
    m_texts.emplace(model());
    for (std::uint32_t i = 0; i < model().symbols().size(); ++i) {
        const Symbol &symbol = model().symbols()[i];
        if (!symbol.isDefined() || symbol.isConstant || symbol.type == SymbolType::unknown)
            continue;
        if (symbol.isChoice && dialect == Dialect::linux_6_12)
            continue; // no option of its own
        m_symbols.push_back(SymbolId{i});
        m_size *= static_cast<double>(valuesOf(SymbolId{i}).size());
    }
}

std::vector<std::string> SmallCase::valuesOf(SymbolId id) const
{
    switch (model().symbol(id).type) {
    case SymbolType::boolean:
        return {"n", "y"};
    case SymbolType::tristate:
        return {"n", "m", "y"};
    default:
        return m_texts->of(id);
    }
}

Configuration SmallCase::randomStart()
{
    Configuration start = m_tree.configuration();
    const unsigned form = roll(4);
    if (form == 0 || m_symbols.empty())
        return start;
    for (unsigned i = 1 + roll(8); i > 0; --i) {
        const SymbolId id = m_symbols[roll(m_symbols.size())];
        const auto values = valuesOf(id);
        const std::string &value = values[roll(values.size())];
        if (form == 3)
            start.assume(id, value);
        else
            static_cast<void>(applyAsUser(start, {id, value}));
    }
    if (form == 2)
        readConfig(start, writeConfig(start), ".config");
    return start;
}

/// Whether all that it takes is to do it, which is not much of a question.
bool SmallCase::isOneEdit(const Configuration &start, const Wish &wish)
{
    Configuration after = start;
    return applyAsUser(after, {wish.symbol, wish.value}) && after.value(wish.symbol) == wish.value;
}

Wish SmallCase::randomWish()
{
    const SymbolId id = m_symbols[roll(m_symbols.size())];
    const auto values = valuesOf(id);
    return {id, values[roll(values.size())]};
}

Question SmallCase::randomQuestion(const Configuration &start)
{
    Question question;
    for (int tries = 0; tries < 6; ++tries) {
        question.wishes = {randomWish()};
        if (roll(4) == 0) {
            const Wish second = randomWish();
            if (!(second.symbol == question.wishes.front().symbol))
                question.wishes.push_back(second);
        }
        if (!isFulfilled(start, question, start) && !isOneEdit(start, question.wishes.front()))
            break;
    }
    for (unsigned i = roll(4) == 0 ? 1 + roll(2) : 0; i > 0; --i) {
        const SymbolId id = m_symbols[roll(m_symbols.size())];
        const auto isAbout = [&](const Wish &wish) { return wish.symbol == id; };
        if (std::none_of(question.wishes.begin(), question.wishes.end(), isAbout) &&
            std::find(question.keep.begin(), question.keep.end(), id) == question.keep.end())
            question.keep.push_back(id);
    }
    return question;
}

} // namespace kconfig::test
