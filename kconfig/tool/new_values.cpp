// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "new_values.h"

#include "configuration_state.h"
#include "menu_walk.h"

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
    {}

    /// Gives each symbol without a value what `answer` says.
    template <typename Answer>
    void setSymbols(Answer answer, bool choicesToo)
    {
        for (const SymbolId id : m_model.symbolsInTableOrder()) {
            const Symbol &symbol = m_model.symbol(id);
            UserValue user = m_evaluator.user(id);
            if (user.isSet || !isTruthType(symbol.type))
                continue;
            user.tristate = answer(symbol);
            user.isSet = !symbol.isChoice || choicesToo;
            m_evaluator.setUser(id, user);
        }
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

    /// Picks one value of each choice that is on and not yet answered; whether one more round may
    /// find more.
    bool pickInChoices()
    {
        bool picked = false;
        for (const SymbolId choice : m_model.symbolsInTableOrder()) {
            if (!m_model.symbol(choice).isChoice || m_evaluator.user(choice).isSet)
                continue;
            const bool isOn = m_session.tristate(choice) == Tristate::yes;
            if (isOn)
                pickIn(choice);
            picked = isOn || (picked && !m_session.is52()); // 5.2 goes by the last one
        }
        return picked;
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
    }

    Session &m_session;
    const Model &m_model;
    Evaluator &m_evaluator;
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
        values.setEntries(answer, [](NodeId) {});
        session.invalidate();
        return true;
    }
    values.setSymbols(answer, false);
    do
        session.invalidate();
    while (values.pickInChoices());
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
