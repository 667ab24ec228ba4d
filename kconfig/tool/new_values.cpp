// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "new_values.h"

#include "configuration_state.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>

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
        const long number = std::strtol(at, &end, 10);
        if (end == at || number < 0 || number > 100)
            return false;
        numbers.push_back(static_cast<int>(number));
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

unsigned chooseSeed(const std::string &text)
{
    char *end = nullptr;
    const long seed = std::strtol(text.c_str(), &end, 0);
    if (!text.empty() && *end == '\0')
        return static_cast<unsigned>(seed);
    timespec now = {};
    std::timespec_get(&now, TIME_UTC);
    return static_cast<unsigned>((now.tv_sec + 1) * (now.tv_nsec / 1000 + 1));
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

/// Picks one value of each choice that is on and not yet answered; true when one was picked last.
bool pickChoices(Session &session)
{
    const Model &model = session.configuration().model();
    auto &state = ConfigurationAccess::state(session.configuration());
    bool picked = false;
    for (const SymbolId choice : model.symbolsInTableOrder()) {
        const Symbol &symbol = model.symbol(choice);
        if (!symbol.isChoice || state.evaluator.user(choice).isSet)
            continue;
        picked = state.evaluator.tristate(choice) == Tristate::yes;
        if (!picked)
            continue;
        const auto index = static_cast<std::size_t>(std::rand()) % symbol.choiceValues.size();
        for (std::size_t i = 0; i < symbol.choiceValues.size(); ++i) {
            UserValue user;
            user.isSet = true;
            user.tristate = i == index ? Tristate::yes : Tristate::no;
            state.evaluator.setUser(symbol.choiceValues[i], user);
        }
        UserValue user = state.evaluator.user(choice);
        user.isSet = true;
        user.selection = symbol.choiceValues[index];
        state.evaluator.setUser(choice, user);
    }
    return picked;
}

} // namespace

void setAllNew(Session &session, Tristate value)
{
    const Model &model = session.configuration().model();
    auto &state = ConfigurationAccess::state(session.configuration());
    for (const SymbolId id : model.symbolsInTableOrder()) {
        const Symbol &symbol = model.symbol(id);
        UserValue user = state.evaluator.user(id);
        if (user.isSet || !isTruthType(symbol.type))
            continue;
        user.isSet = true;
        user.tristate = value == Tristate::no && symbol.isOnInAllNoConfig ? Tristate::yes : value;
        state.evaluator.setUser(id, user);
    }
}

bool setAllRandom(Session &session)
{
    const unsigned seed = chooseSeed(session.variable("KCONFIG_SEED"));
    std::fprintf(stderr, "KCONFIG_SEED=0x%X\n", seed);
    std::srand(seed);
    Chances chances;
    if (!readChances(session.variable("KCONFIG_PROBABILITY"), chances)) {
        std::fprintf(stderr, "kconf: KCONFIG_PROBABILITY must be up to three percentages, "
                             "separated by colons, of which those for y and m add up to no more "
                             "than 100\n");
        return false;
    }
    const Model &model = session.configuration().model();
    auto &state = ConfigurationAccess::state(session.configuration());
    for (const SymbolId id : model.symbolsInTableOrder()) {
        const Symbol &symbol = model.symbol(id);
        UserValue user = state.evaluator.user(id);
        if (user.isSet || !isTruthType(symbol.type))
            continue;
        user.tristate = roll(symbol.type, chances);
        user.isSet = !symbol.isChoice; // a choice is answered by picking a value
        state.evaluator.setUser(id, user);
    }
    while (pickChoices(session)) {
    }
    return true;
}

} // namespace kconf
