// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/config_difference.h"

#include "workbench/reason_words.h"
#include "workbench/symbol_key.h"

#include <kconfig/config_file.h>
#include <kconfig/explain.h>

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ConfigDifference)
};

using kconfig::Configuration;
using kconfig::SymbolId;

/// The lines of a minimal configuration by what they set.
std::map<std::string, std::string, std::less<>> minimalLines(const Configuration &configuration)
{
    constexpr std::string_view prefix = "CONFIG_";
    std::map<std::string, std::string, std::less<>> lines;
    const std::string text = kconfig::writeMinimalConfig(configuration);
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t length = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, length);
        rest.remove_prefix(std::min(length + 1, rest.size()));
        const std::size_t begin = line.find(prefix);
        if (begin == std::string_view::npos)
            continue;
        const std::string_view said = line.substr(begin + prefix.size());
        const std::size_t end = std::min(said.find_first_of("= "), said.size());
        lines.emplace(said.substr(0, end), line);
    }
    return lines;
}

std::string nameOf(const kconfig::Model &model, SymbolId symbol)
{
    return std::string(model.symbol(symbol).name);
}

/// The value of its choice that is on; what a choice has is set by choosing.
SymbolId chosenInstead(const Configuration &reference, SymbolId symbol)
{
    const SymbolId choice = reference.model().symbol(symbol).choice;
    return choice.isValid() ? reference.selection(choice) : SymbolId{};
}

/// In a sentence, why an option has the value it has.
QString whatHoldsIt(const Configuration &now, SymbolId symbol)
{
    const kconfig::Model &model = now.model();
    const std::string name = shownName(model, symbol);
    const kconfig::ValueOrigin origin = now.origin(symbol);
    if (origin.by.isValid() && origin.origin == kconfig::Origin::selected)
        return Words::tr("%1 is selected by %2; take that back")
            .arg(QString::fromStdString(name), QString::fromStdString(shownName(model, origin.by)));
    if (const std::string why = kconfig::whyFixed(now, symbol, ReasonWords()); !why.empty())
        return QString::fromStdString(why);
    return Words::tr("%1 follows from other options; take those back")
        .arg(QString::fromStdString(name));
}

} // namespace

QString writtenValue(const Configuration &configuration, SymbolId symbol)
{
    return configuration.isWritten(symbol) ? QString::fromStdString(configuration.value(symbol))
                                           : QString();
}

bool isEditSince(const Configuration &saved, const Configuration &now, SymbolId symbol)
{
    const auto user = now.userValue(symbol);
    if (user == saved.userValue(symbol))
        return false;
    // Taken back: what the user had said no longer counts.
    if (!user)
        return true;
    return *user == now.value(symbol);
}

ConfigDifference differenceOf(const Configuration &saved, const Configuration &now, SymbolId symbol)
{
    return {symbol, writtenValue(saved, symbol), writtenValue(now, symbol),
            isEditSince(saved, now, symbol)};
}

QVector<ConfigDifference> configDifferences(const Configuration &reference,
                                            const Configuration &now)
{
    const kconfig::Model &model = now.model();
    const auto before = minimalLines(reference);
    const auto after = minimalLines(now);
    const auto lineOf = [](const auto &lines, const std::string &name) {
        const auto found = lines.find(name);
        return found == lines.end() ? std::string_view() : std::string_view(found->second);
    };
    QVector<ConfigDifference> result;
    for (const SymbolId symbol : Configuration::differences(reference, now)) {
        const kconfig::Symbol &declared = model.symbol(symbol);
        if (declared.name.empty() || declared.isChoice)
            continue;
        ConfigDifference difference{symbol, writtenValue(reference, symbol),
                                    writtenValue(now, symbol)};
        if (difference.before == difference.after)
            continue;
        const std::string name = nameOf(model, symbol);
        difference.isByUser = lineOf(before, name) != lineOf(after, name);
        result.append(difference);
    }
    sortByMenu(result, model);
    return result;
}

void sortByMenu(QVector<ConfigDifference> &differences, const kconfig::Model &model)
{
    const auto place = [&model](const ConfigDifference &each) {
        const auto nodes = model.symbol(each.symbol).nodes;
        return nodes.empty() ? UINT32_MAX : nodes.front().index;
    };
    std::stable_sort(differences.begin(), differences.end(),
                     [&](const auto &a, const auto &b) { return place(a) < place(b); });
}

Result<kconfig::Edit> revertingEdit(const Configuration &reference, const Configuration &now,
                                    SymbolId symbol)
{
    const std::string wanted = reference.value(symbol);
    std::vector<kconfig::Edit> candidates;
    if (const SymbolId chosen = chosenInstead(reference, symbol); chosen.isValid())
        candidates.push_back({chosen, "y"});
    if (const auto user = reference.userValue(symbol))
        candidates.push_back({symbol, *user});
    else
        candidates.push_back({symbol, std::nullopt});
    candidates.push_back({symbol, wanted});
    QString refusal;
    for (const kconfig::Edit &edit : candidates) {
        Configuration trial = now;
        const auto applied = trial.apply(edit);
        if (!applied) {
            if (refusal.isEmpty())
                refusal = QString::fromStdString(kconfig::whyRefused(trial, edit, ReasonWords()));
        } else if (writtenValue(trial, symbol) == writtenValue(reference, symbol)) {
            return edit;
        }
    }
    const QString why = refusal.isEmpty() ? whatHoldsIt(now, symbol) : refusal;
    return tl::unexpected(Problem{why, {}, Words::tr("Take back what it follows from, or undo.")});
}

} // namespace kiln
