// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "exhaustive_search.h"

#include "configuration_state.h"
#include "values.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace kconfig::test {

namespace {

std::vector<SymbolId> definedSymbols(const Model &model)
{
    std::vector<SymbolId> result;
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i)
        if (model.symbols()[i].isDefined() && !model.symbols()[i].isConstant)
            result.push_back(SymbolId{i});
    return result;
}

bool hasPrompt(const Model &model, SymbolId id)
{
    const auto &properties = model.symbol(id).properties;
    return std::any_of(properties.begin(), properties.end(), [&](PropertyId property) {
        return model.property(property).kind == PropertyKind::prompt;
    });
}

bool isNumber(SymbolType type)
{
    return type == SymbolType::integer || type == SymbolType::hex;
}

/// The user values of one configuration as bytes: equal where every later edit has the same
/// results. Of priorities (6.12) only the order counts.
class StateCode
{
public:
    explicit StateCode(const Model &model)
        : m_symbols(definedSymbols(model))
    {}

    [[nodiscard]] std::string encode(const Configuration &configuration) const
    {
        const UserStore &users = ConfigurationAccess::state(configuration).evaluator.users();
        std::vector<std::int32_t> priorities;
        for (const SymbolId id : m_symbols)
            priorities.push_back(users.get(id).priority);
        std::sort(priorities.begin(), priorities.end());
        priorities.erase(std::unique(priorities.begin(), priorities.end()), priorities.end());
        std::string code;
        for (const SymbolId id : m_symbols) {
            const UserValue user = users.get(id);
            code += static_cast<char>((user.isSet ? 4 : 0) + static_cast<int>(user.tristate));
            code += static_cast<char>(user.selection.isValid() ? user.selection.index + 1 : 0);
            // Counted from the highest, which is 0: what is raised next comes above it.
            code += static_cast<char>(
                priorities.end() -
                std::lower_bound(priorities.begin(), priorities.end(), user.priority) - 1);
            code += static_cast<char>(user.text.size());
            code += user.text;
        }
        return code;
    }

    void restore(Configuration &configuration, const std::string &code) const
    {
        Undo undo;
        std::size_t at = 0;
        const auto next = [&] { return static_cast<unsigned char>(code[at++]); };
        for (const SymbolId id : m_symbols) {
            ReplacedValue value;
            value.symbol = id;
            const unsigned char truth = next();
            value.isSet = truth >= 4;
            value.tristate = static_cast<Tristate>(truth % 4);
            value.selection = SymbolId{next() - 1U}; // 0 becomes the invalid id
            value.priority = -static_cast<std::int32_t>(next());
            const std::size_t length = next();
            value.text = code.substr(at, length);
            at += length;
            undo.push_back(std::move(value));
        }
        configuration.restore(undo);
    }

private:
    std::vector<SymbolId> m_symbols;
};

class Search
{
public:
    Search(const Configuration &start, const CandidateTexts &texts,
           const std::vector<Target> &targets, std::size_t mostStates)
        : m_current(start)
        , m_model(start.model())
        , m_code(m_model)
        , m_texts(texts)
        , m_targets(targets)
        , m_mostStates(mostStates)
    {
        m_result.shortest.resize(targets.size());
        for (const SymbolId id : definedSymbols(m_model))
            if (hasPrompt(m_model, id))
                m_editable.push_back(id);
    }

    SearchResult run()
    {
        reach(m_code.encode(m_current), 0, {});
        std::size_t at = 0;
        while (at < m_states.size() && m_states.size() < m_mostStates && !isDone())
            expand(at++);
        m_result.isComplete = at == m_states.size();
        m_result.states = m_states.size();
        return std::move(m_result);
    }

private:
    struct State
    {
        const std::string *code; ///< in m_seen
        std::size_t from;        ///< the state before the edit
        Edit edit;
    };

    [[nodiscard]] bool isDone() const
    {
        return !m_targets.empty() && std::all_of(m_result.shortest.begin(), m_result.shortest.end(),
                                                 [](const auto &each) { return each.has_value(); });
    }

    /// Notes a state when it is new. m_current is in it.
    void reach(std::string code, std::size_t from, Edit edit)
    {
        const auto [place, isNew] = m_seen.insert(std::move(code));
        if (!isNew)
            return;
        m_states.push_back({&*place, from, std::move(edit)});
        for (std::size_t i = 0; i < m_targets.size(); ++i)
            if (!m_result.shortest[i] && m_targets[i](m_current))
                m_result.shortest[i] = path(m_states.size() - 1);
    }

    [[nodiscard]] std::vector<Edit> path(std::size_t state) const
    {
        std::vector<Edit> edits;
        for (; state != 0; state = m_states[state].from)
            edits.push_back(m_states[state].edit);
        std::reverse(edits.begin(), edits.end());
        return edits;
    }

    [[nodiscard]] std::vector<Edit> edits() const
    {
        std::vector<Edit> all;
        for (const SymbolId id : m_editable) {
            if (!m_current.isChangeable(id))
                continue;
            const SymbolType type = m_model.symbol(id).type;
            if (isTruthType(type)) {
                for (const Tristate value : m_current.settableValues(id))
                    all.push_back({id, std::string(1, letter(value))});
                continue;
            }
            for (const std::string &text : m_texts.of(id))
                all.push_back({id, text});
            if (const auto range = m_current.range(id); range && isNumber(type)) {
                all.push_back({id, range->low});
                all.push_back({id, range->high});
            }
        }
        return all;
    }

    void expand(std::size_t at)
    {
        m_code.restore(m_current, *m_states[at].code);
        for (Edit &edit : edits()) {
            const auto undo = m_current.apply(edit);
            if (!undo)
                continue; // a number outside its range
            reach(m_code.encode(m_current), at, std::move(edit));
            m_current.restore(*undo);
        }
    }

    Configuration m_current;
    const Model &m_model;
    StateCode m_code;
    const CandidateTexts &m_texts;
    const std::vector<Target> &m_targets;
    std::size_t m_mostStates;
    std::vector<SymbolId> m_editable;
    std::unordered_set<std::string> m_seen;
    std::vector<State> m_states;
    SearchResult m_result;
};

} // namespace

CandidateTexts::CandidateTexts(const Model &model)
    : m_texts(model.symbols().size())
{
    std::set<long long> numbers;
    std::set<std::string> strings{"", "something else"};
    for (const Symbol &symbol : model.symbols()) {
        if (symbol.isDefined())
            continue; // a number without quotes is a symbol that nobody defines
        const std::string text(symbol.name);
        const bool isHex = isValidValue(SymbolType::hex, text) && text.compare(0, 2, "0x") == 0;
        if (isHex || isValidValue(SymbolType::integer, text)) {
            const long long number = numberOf(text, isHex ? 16 : 10);
            numbers.insert({number - 1, number, number + 1});
        } else if (symbol.type != SymbolType::tristate) {
            strings.insert(text);
        }
    }
    for (const SymbolId id : definedSymbols(model)) {
        const SymbolType type = model.symbol(id).type;
        auto &texts = m_texts[id.index];
        if (type == SymbolType::string)
            texts.assign(strings.begin(), strings.end());
        else if (isNumber(type))
            for (const long long number : numbers)
                if (number >= 0 || type == SymbolType::integer)
                    texts.push_back(numberText(type, number));
    }
}

void CandidateTexts::add(SymbolId symbol, const std::string &text)
{
    auto &texts = m_texts[symbol.index];
    if (std::find(texts.begin(), texts.end(), text) == texts.end())
        texts.push_back(text);
}

SearchResult searchEdits(const Configuration &start, const CandidateTexts &texts,
                         const std::vector<Target> &targets, std::size_t mostStates)
{
    return Search(start, texts, targets, mostStates).run();
}

} // namespace kconfig::test
