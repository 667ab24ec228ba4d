// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// How the modes come by their first values.

#include "session.h"

#include "configuration_state.h"

#include <cerrno>
#include <cstdio>
#include <span>
#include <utility>

namespace kconf {

using namespace kconfig;

namespace {

std::vector<std::string> words(const std::string &text)
{
    constexpr const char *blanks = " \t\n\v\f\r";
    std::vector<std::string> result;
    std::size_t begin = text.find_first_not_of(blanks);
    while (begin != std::string::npos) {
        const std::size_t end = std::min(text.find_first_of(blanks, begin), text.size());
        result.push_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(blanks, end);
    }
    return result;
}

} // namespace

/// A path that is not here is looked for in srctree.
Expected<std::string, FileError> Session::readHereOrInTree(const std::string &path) const
{
    auto text = kconfig::readFile(path);
    if (!text && path.substr(0, 1) != "/" && isSet("srctree"))
        text = kconfig::readFile(variable("srctree") + '/' + path);
    return text;
}

Session::FileRead Session::takeFile(const std::string &path)
{
    FileRead read{path, readHereOrInTree(path), {}};
    if (!read.text && read.text.error().errorNumber == EISDIR) // reads as an empty file in C
        read.text = std::string();
    if (!read.text)
        return read;
    ReadOptions options;
    options.prefix = prefix();
    options.reportUnknownSymbols = isSet("KCONFIG_WARN_UNKNOWN_SYMBOLS");
    options.asConfModesDo = m_conf != nullptr;
    read.report = readConfig(*m_configuration, *read.text, path, options);
    return read;
}

/// Replaces the user values by those of a file; false when there is none that can be read.
bool Session::readSimple(const std::string &path)
{
    std::optional<FileRead> early = std::exchange(m_early, std::nullopt);
    const bool isEarly = early && early->path == path;
    if (!isEarly)
        m_settledEarly.reset();
    const FileRead read = isEarly ? std::move(*early) : takeFile(path);
    if (!read.text) {
        if (read.text.error().errorNumber != ENOENT)
            complain({}, read.text.error().message);
        return false;
    }
    const ReadReport &report = read.report;
    if (m_options.messages == MessageStyle::conf)
        std::fputs(report.confText.c_str(), stderr);
    else
        show(report.diagnostics, report.sources);
    m_readWarnings = report.confWarnings;
    if (report.unknownSymbols > 0)
        m_hasChanged = true;
    if (m_conf != nullptr && !m_settledEarly)
        m_conf->invalidateAll();
    return true;
}

bool Session::readFile(const std::string &path)
{
    m_hasChanged = false;
    if (!readSimple(path)) {
        if (m_conf != nullptr)
            m_conf->calculate(model().modulesSymbol());
        return false;
    }
    settleReading();
    return true;
}

/// Where the tree wants users to start who have no configuration.
std::vector<std::string> Session::defaultPaths() const
{
    if (!is52())
        return words(variable("KCONFIG_DEFCONFIG_LIST"));
    std::vector<std::string> paths;
    const SymbolId list = model().defconfigListSymbol();
    if (!list.isValid())
        return paths;
    for (const PropertyId id : model().symbol(list).properties) {
        const Property &property = model().property(id);
        if (property.kind == PropertyKind::defaultValue &&
            m_configuration->evaluate(property.condition) != Tristate::no &&
            model().expression(property.value).kind == ExpressionKind::symbol)
            paths.push_back(m_configuration->value(model().expression(property.value).symbol));
    }
    return paths;
}

void Session::readUserConfig()
{
    if (readFile(configPath()))
        return;
    m_hasChanged = true;
    for (const std::string &path : defaultPaths()) {
        if (path.empty() || !readSimple(path))
            continue;
        say("using defaults found in " + path);
        settleReading();
        m_hasChanged = true;
        return;
    }
}

/// Whether what the file says of a symbol is what its evaluation says.
bool Session::agreesWithFile(SymbolId id) const
{
    const Evaluator &evaluator = ConfigurationAccess::state(*m_configuration).evaluator;
    const UserValue user = evaluator.user(id);
    if (user.isSet != evaluator.isWritten(id))
        return false;
    if (!user.isSet)
        return true;
    if (isTruthType(model().symbol(id).type))
        return user.tristate == evaluator.tristate(id);
    return evaluator.text(id) == user.text;
}

/// Values of options that can't be seen count as new once they can, unless file and tree disagree
/// anyway; numbers outside their range count as not set, although what read them does not follow
/// yet.
void Session::forgetSenselessValues(bool &agrees)
{
    auto &state = ConfigurationAccess::state(*m_configuration);
    const std::span<const SymbolId> order = model().symbolsInTableOrder();
    constexpr std::size_t ahead = 8; // neighbours in this order are strangers in memory
    for (std::size_t at = 0; at < order.size(); ++at) {
        if (at + ahead < order.size())
            __builtin_prefetch(&model().symbol(order[at + ahead]).choice);
        const SymbolId id = order[at];
        const Symbol &symbol = model().symbol(id);
        if (symbol.choice.isValid() || !hasValue(id))
            continue;
        if (agrees && state.evaluator.visibility(id) == Tristate::no)
            setHasValue(id, false);
        if ((symbol.type == SymbolType::integer || symbol.type == SymbolType::hex) &&
            !state.isInRange(id, state.evaluator.user(id).text)) {
            setHasValue(id, false);
            m_conf->invalidate(id);
            agrees = false;
        }
    }
}

/// Works out all values. Returns whether the file agrees with what the tree makes of it; forgets
/// values that make no sense.
bool Session::settleValues()
{
    m_conf->calculate(model().modulesSymbol());
    bool agrees = true;
    const std::span<const SymbolId> order = model().symbolsInTableOrder();
    for (std::size_t at = 0; at < order.size(); ++at) {
        m_conf->expect(order, at);
        const SymbolId id = order[at];
        m_conf->calculate(id);
        const Symbol &symbol = model().symbol(id);
        // One that disagrees is enough.
        if (agrees && !symbol.isChoice && !symbol.isDefconfigList && !agreesWithFile(id))
            agrees = false;
    }
    if (!is612())
        forgetSenselessValues(agrees);
    return agrees;
}

/// Settles what was read before the load has ended, which may yet find an error, such as a loop;
/// then nobody will ask. What there is to warn of is held back till then.
void Session::settleEarly()
{
    m_heldWarnings.emplace();
    m_conf->invalidateAll();
    m_settledEarly = settleValues();
}

void Session::settleReading()
{
    if (m_conf == nullptr)
        return;
    if (const auto held = std::exchange(m_heldWarnings, std::nullopt); held && m_settledEarly)
        std::fputs(held->c_str(), stderr);
    const std::optional<bool> early = std::exchange(m_settledEarly, std::nullopt);
    const bool agrees = early ? *early : settleValues();
    if (!agrees || m_readWarnings > 0)
        m_hasChanged = true;
}

bool Session::readAllConfig(const char *fileOfMode)
{
    if (!isSet("KCONFIG_ALLCONFIG"))
        return true;
    const std::string named = variable("KCONFIG_ALLCONFIG");
    if (!named.empty() && named != "1") {
        if (readSimple(named))
            return true;
        complain("*** Can't read seed configuration \"" + named + "\"!\n",
                 "can't read " + named +
                     ", which KCONFIG_ALLCONFIG names; correct the path or unset it");
        return false;
    }
    if (readSimple(fileOfMode) || readSimple("all.config"))
        return true;
    complain(std::string("*** KCONFIG_ALLCONFIG set, but no \"") + fileOfMode +
                 "\" or \"all.config\" file found\n",
             std::string("KCONFIG_ALLCONFIG is set, but there is neither ") + fileOfMode +
                 " nor all.config; create one or unset it");
    return false;
}

} // namespace kconf
