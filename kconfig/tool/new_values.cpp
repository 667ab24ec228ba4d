// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "new_values.h"

#include "configuration_state.h"
#include "menu_walk.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/time.h>

namespace kconf {

using namespace kconfig;

namespace {

/// Percentages for "y or n" of a bool, and for y and for m of a tristate.
struct Chances
{
    int boolYes = 50;
    int yes = 33;
    int mod = 33;
};

bool readChances(const std::string &text, Chances &chances)
{
    std::vector<int> numbers;
    const char *at = text.c_str();
    while (*at != '\0' && numbers.size() < 3) {
        char *end = nullptr;
        const int number = static_cast<int>(std::strtol(at, &end, 10));
        if (number < 0 || number > 100)
            return false;
        numbers.push_back(number);
        at = *end == ':' ? end + 1 : end;
    }
    if (numbers.size() == 1) {
        chances.boolYes = numbers[0];
        chances.mod = numbers[0] / 2;
        chances.yes = numbers[0] - chances.mod;
    } else if (numbers.size() == 2) {
        chances = {numbers[0] + numbers[1], numbers[0], numbers[1]};
    } else if (numbers.size() == 3) {
        chances = {numbers[0], numbers[1], numbers[2]};
    }
    return chances.yes + chances.mod <= 100;
}

Tristate roll(SymbolType type, const Chances &chances)
{
    const int dice = std::rand() % 100; // conf's generator, so that a seed means the same
    if (type != SymbolType::tristate)
        return dice < chances.boolYes ? Tristate::yes : Tristate::no;
    if (dice < chances.yes)
        return Tristate::yes;
    return dice < chances.yes + chances.mod ? Tristate::mod : Tristate::no;
}

class NewValues
{
public:
    explicit NewValues(Session &session)
        : m_session(session)
        , m_model(session.model())
        , m_evaluator(ConfigurationAccess::state(session.configuration()).evaluator)
        , m_conf(*m_evaluator.confOrder())
    {}

    /// Gives each symbol without a value what `answer` says; whether there was any.
    template <typename Answer>
    bool setSymbols(Answer answer, bool choicesToo)
    {
        bool found = false;
        for (const SymbolId id : m_model.symbolsInTableOrder()) {
            const Symbol &symbol = m_model.symbol(id);
            UserValue user = m_evaluator.user(id);
            if (user.isSet || !isTruthType(symbol.type) || m_conf.isValid(id))
                continue;
            user.tristate = answer(symbol);
            user.isSet = !symbol.isChoice || choicesToo;
            m_evaluator.setUser(id, user);
            found = true;
        }
        return found;
    }

    /// The same from 6.11 on: entries with a prompt, in the order of the menu; `pick` answers
    /// choices.
    template <typename Answer, typename Pick>
    void setEntries(Answer answer, Pick pick)
    {
        for (const NodeId node : nodesBelow(m_model, m_model.root())) {
            const SymbolId id = m_model.node(node).symbol;
            if (!id.isValid() || !m_model.node(node).prompt.isValid())
                continue;
            const Symbol &symbol = m_model.symbol(id);
            UserValue user = m_evaluator.user(id);
            if (user.isSet || !isTruthType(symbol.type) || symbol.choice.isValid())
                continue;
            if (symbol.isChoice) {
                pick(node);
                continue;
            }
            user.tristate = answer(symbol);
            user.isSet = true;
            m_evaluator.setUser(id, user);
        }
    }

    /// Counts every choice without a value as answered, and what is not set in it as n.
    void answerChoices()
    {
        m_conf.markChoices();
        for (const SymbolId choice : m_model.symbolsInTableOrder()) {
            if (!m_model.symbol(choice).isChoice || m_evaluator.users().isSet(choice))
                continue;
            m_conf.calculate(choice);
            m_conf.answerChoice(choice);
        }
    }

    /// Picks one value of each choice that is on and not yet answered; whether one more round may
    /// find more.
    bool pickInChoices(bool hasChanged)
    {
        for (const SymbolId choice : m_model.symbolsInTableOrder()) {
            if (!m_model.symbol(choice).isChoice || m_evaluator.users().isSet(choice))
                continue;
            m_conf.calculate(choice);
            const bool isOn = m_session.knownTristate(choice) == Tristate::yes;
            if (isOn)
                pickIn(choice);
            hasChanged = isOn || (hasChanged && !m_session.is52()); // 5.2 goes by the last one
        }
        return hasChanged;
    }

    /// From 6.11 on: all values of a choice without one get y, at random after each other.
    void rankMembers(NodeId choice)
    {
        const std::vector<NodeId> nodes = nodesBelow(m_model, choice);
        const auto isOpen = [this](NodeId node) {
            const SymbolId id = m_model.node(node).symbol;
            return id.isValid() && !m_evaluator.users().isSet(id);
        };
        for (auto count = std::count_if(nodes.begin(), nodes.end(), isOpen); count > 0; --count) {
            auto place = std::rand() % count;
            const auto picked = std::find_if(nodes.begin(), nodes.end(), [&](NodeId node) {
                if (isOpen(node))
                    --place;
                return place < 0;
            });
            if (picked == nodes.end())
                return;
            const SymbolId id = m_model.node(*picked).symbol;
            UserValue user = m_evaluator.user(id);
            user.isSet = true;
            user.tristate = Tristate::yes;
            m_evaluator.setUser(id, user);
            m_evaluator.lower(id);
        }
    }

private:
    void pickIn(SymbolId choice)
    {
        const auto &values = m_model.symbol(choice).choiceValues;
        const auto index = static_cast<std::size_t>(std::rand()) % values.size();
        for (std::size_t i = 0; i < values.size(); ++i) {
            UserValue user = m_evaluator.user(values[i]);
            user.isSet = true;
            user.tristate = i == index ? Tristate::yes : Tristate::no;
            m_evaluator.setUser(values[i], user);
        }
        UserValue user = m_evaluator.user(choice);
        user.isSet = true;
        user.selection = values[index];
        m_evaluator.setUser(choice, user);
        for (const SymbolId value : values)
            m_conf.invalidate(value);
        m_conf.invalidate(choice);
    }

    Session &m_session;
    const Model &m_model;
    Evaluator &m_evaluator;
    ConfOrderEvaluation &m_conf;
};

} // namespace

void setAllNew(Session &session, std::optional<Tristate> value)
{
    NewValues values(session);
    if (value && session.is612())
        values.setEntries([&](const Symbol &) { return *value; }, [](NodeId) {});
    else if (value)
        values.setSymbols(
            [&](const Symbol &symbol) {
                return *value == Tristate::no && symbol.isOnInAllNoConfig ? Tristate::yes : *value;
            },
            true);
    session.invalidate();
    if (!session.is612())
        values.answerChoices();
}

void startDice(Session &session)
{
    const std::string text = session.variable("KCONFIG_SEED");
    char *end = nullptr;
    auto seed = static_cast<unsigned>(std::strtol(text.c_str(), &end, 0));
    if (text.empty() || *end != '\0') {
        timeval now = {};
        ::gettimeofday(&now, nullptr);
        seed = static_cast<unsigned>((now.tv_sec + 1) * (now.tv_usec + 1));
    }
    std::fprintf(session.is52() ? stderr : stdout, "KCONFIG_SEED=0x%X\n", seed);
    std::srand(seed);
}

bool setAllRandom(Session &session)
{
    Chances chances;
    if (!readChances(session.variable("KCONFIG_PROBABILITY"), chances)) {
        session.complain(std::string("KCONFIG_PROBABILITY: ") + std::strerror(ERANGE) + '\n',
                         "KCONFIG_PROBABILITY must be up to three percentages, separated by "
                         "colons, of which those for y and m add up to no more than 100");
        return false;
    }
    NewValues values(session);
    const auto answer = [&](const Symbol &symbol) { return roll(symbol.type, chances); };
    if (session.is612()) {
        values.setEntries(answer, [&](NodeId choice) { values.rankMembers(choice); });
        session.invalidate();
        return true;
    }
    bool hasChanged = true;
    while (hasChanged) {
        hasChanged = values.setSymbols(answer, false);
        session.invalidate();
        hasChanged = values.pickInChoices(hasChanged);
    }
    return true;
}

void replaceTristates(Session &session, Tristate from, Tristate to)
{
    auto &evaluator = ConfigurationAccess::state(session.configuration()).evaluator;
    std::vector<SymbolId> found; // all first: a change may make bools of others
    for (const SymbolId id : session.model().symbolsInTableOrder())
        if (evaluator.effectiveType(id) == SymbolType::tristate &&
            evaluator.user(id).tristate == from)
            found.push_back(id);
    for (const SymbolId id : found) {
        UserValue user = evaluator.user(id);
        user.tristate = to;
        evaluator.setUser(id, user);
    }
    session.invalidate();
}

} // namespace kconf
