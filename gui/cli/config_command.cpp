// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/config_command.h"

#include "cli/command_line.h"
#include "cli/exit_status.h"
#include "cli/fix_option.h"
#include "cli/near_names.h"
#include "workbench/trust_store.h"
#include "workbench/wanted_config.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace kiln::cli {

namespace {

using kconfig::Origin;
using kconfig::SymbolId;

QString bareName(QString name)
{
    const QString prefix = QStringLiteral("CONFIG_");
    return name.startsWith(prefix) ? name.mid(prefix.size()) : name;
}

void print(const QVector<ConfigDiagnostic> &diagnostics, Console &console)
{
    for (const ConfigDiagnostic &diagnostic : diagnostics)
        console.note(diagnostic.text.trimmed());
}

std::optional<SymbolId> findSymbol(const ConfigSession &session, const QString &text,
                                   Console &console)
{
    const QString name = bareName(text);
    const SymbolId symbol = session.model().find(name.toStdString());
    if (symbol.isValid() && session.model().symbol(symbol).isDefined())
        return symbol;
    const QStringList near = nearNames(session.model(), name);
    console.complain(
        {QStringLiteral("There is no option %1").arg(name),
         {},
         near.isEmpty() ? QStringLiteral("See kiln config DIR --list.")
                        : QStringLiteral("Did you mean %1?").arg(near.join(QStringLiteral(", ")))});
    return std::nullopt;
}

/// "LIBFOO" or "the user" behind a value, for lists of side effects.
QString reason(const ConfigSession &session, SymbolId symbol)
{
    const kconfig::ValueOrigin origin = session.configuration().origin(symbol);
    const auto by = [&] {
        return origin.by.isValid()
                   ? QString::fromStdString(std::string(session.model().symbol(origin.by).name))
                   : QString();
    };
    switch (origin.origin) {
    case Origin::user:
        return QStringLiteral("set");
    case Origin::selected:
        return QStringLiteral("selected by ") + by();
    case Origin::implied:
        return QStringLiteral("implied by ") + by();
    case Origin::defaultValue:
        return QStringLiteral("default");
    case Origin::choice:
        return QStringLiteral("choice");
    case Origin::none:
    case Origin::constant:
        break;
    }
    return {};
}

QString shown(const QString &value)
{
    return value.isEmpty() ? QStringLiteral("(none)") : value;
}

void printChanges(const ConfigSession &session, Console &console)
{
    for (const ConfigChange &change : session.changes()) {
        const QString why = reason(session, change.symbol);
        console.say(QStringLiteral("  %1: %2 -> %3%4")
                        .arg(change.name, shown(change.before), shown(change.after),
                             why.isEmpty() ? QString() : QStringLiteral("  (%1)").arg(why)));
    }
}

bool applySettings(ConfigSession &session, const QStringList &settings, Console &console)
{
    for (const QString &setting : settings) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals <= 0) {
            console.complain({QStringLiteral("“%1” sets nothing").arg(setting),
                              {},
                              QStringLiteral("Write --set SYMBOL=VALUE.")});
            return false;
        }
        const auto symbol = findSymbol(session, setting.left(equals), console);
        if (!symbol)
            return false;
        const std::string value = setting.mid(equals + 1).toStdString();
        if (session.configuration().value(*symbol) == value)
            continue;
        const auto done = session.edit(kconfig::Edit{*symbol, value});
        if (!done) {
            console.complain({setting + QStringLiteral(" was refused: ") + done.error().what,
                              session.project().configFile,
                              QStringLiteral("--fix %1 makes the changes that it takes, if there "
                                             "are any.")
                                  .arg(setting)});
            return false;
        }
    }
    return true;
}

bool fixSettings(ConfigSession &session, const QStringList &settings, Console &console)
{
    QVector<kconfig::Wish> wishes;
    for (const QString &setting : settings) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals <= 0) {
            console.complain({QStringLiteral("“%1” wishes for nothing").arg(setting),
                              {},
                              QStringLiteral("Write --fix SYMBOL=VALUE.")});
            return false;
        }
        const auto symbol = findSymbol(session, setting.left(equals), console);
        if (!symbol)
            return false;
        wishes.append({*symbol, setting.mid(equals + 1).toStdString()});
    }
    return applyFix(session, wishes, console);
}

bool resetSettings(ConfigSession &session, const QStringList &names, Console &console)
{
    for (const QString &name : names) {
        const auto symbol = findSymbol(session, name, console);
        if (!symbol)
            return false;
        if (const auto done = session.edit(kconfig::Edit{*symbol, std::nullopt}); !done) {
            console.complain(done.error());
            return false;
        }
    }
    return true;
}

bool takeDefconfig(ConfigSession &session, const QString &named, Console &console)
{
    const QString file = named.isEmpty() ? defaultConfigFile(session.project()) : named;
    if (file.isEmpty()) {
        session.resetToDefaults();
        console.say(QStringLiteral("All options are at their defaults; the project has no "
                                   "defconfig."));
        return true;
    }
    const auto imported = session.import(file);
    if (!imported) {
        console.complain(imported.error());
        return false;
    }
    print(*imported, console);
    console.say(QStringLiteral("Values of ") + file);
    return true;
}

void list(const ConfigSession &session, Console &console)
{
    const kconfig::Model &model = session.model();
    const kconfig::Configuration &configuration = session.configuration();
    for (std::uint32_t index = 0; index < model.symbols().size(); ++index) {
        const SymbolId symbol{index};
        const kconfig::Symbol &declared = model.symbol(symbol);
        if (declared.name.empty() || declared.isConstant || declared.isChoice ||
            !declared.isDefined() || !configuration.isWritten(symbol))
            continue;
        QString line = QString::fromStdString(std::string(declared.name)) + u'=' +
                       QString::fromStdString(configuration.value(symbol));
        const std::string_view prompt = model.promptText(declared.nodes.front());
        if (!prompt.empty())
            line +=
                QStringLiteral("  # ") + QString::fromUtf8(prompt.data(), qsizetype(prompt.size()));
        console.say(line);
    }
}

int saveIfNeeded(ConfigSession &session, Console &console)
{
    const bool isNew = !session.hasFile();
    printChanges(session, console);
    if (!session.isDirty()) {
        console.say(QStringLiteral("%1: nothing to change").arg(session.project().configFile));
        return success;
    }
    const int count = session.changeCount();
    if (const auto saved = session.save(); !saved) {
        console.complain(saved.error());
        return failure;
    }
    const QString from = session.startedFrom();
    if (isNew)
        console.say(QStringLiteral("%1: written, %2")
                        .arg(session.project().configFile,
                             from.isEmpty() ? QStringLiteral("from the tree's defaults")
                                            : QStringLiteral("from ") + from));
    else
        console.say(
            QStringLiteral("%1: saved, %2 changed").arg(session.project().configFile).arg(count));
    return success;
}

/// Gives a session the values of the Kraftfile and the target, and says what became of them.
bool takeWanted(ConfigSession &session, Console &console)
{
    const auto settings = wantedSettings(session.project());
    if (!settings) {
        console.complain(settings.error());
        return false;
    }
    if (settings->isEmpty())
        return true;
    QEventLoop loop;
    Result<QVector<KraftEffect>> effects;
    startWantedSettings(session, *settings, [&](const Result<QVector<KraftEffect>> &result) {
        effects = result;
        loop.quit();
    });
    loop.exec();
    if (!effects) {
        console.complain(effects.error());
        return false;
    }
    for (const KraftEffect &effect : *effects) {
        if (!effect.why.isEmpty() || effect.hasChanged())
            console.note(effect.text());
    }
    return true;
}

} // namespace

bool loadSession(ConfigSession &session, const Project &project, bool trusted, Console &console)
{
    QEventLoop loop;
    std::optional<Problem> problem;
    QObject::connect(&session, &ConfigSession::loaded, &loop, &QEventLoop::quit);
    QObject::connect(&session, &ConfigSession::loadFailed, &loop, [&](const Problem &failed) {
        problem = failed;
        loop.quit();
    });
    session.load(project, trusted);
    loop.exec();
    if (problem) {
        console.complain(*problem);
        return false;
    }
    print(session.diagnostics(), console);
    const auto &all = session.diagnostics();
    return !session.isIncomplete() ||
           std::none_of(all.begin(), all.end(), [](const ConfigDiagnostic &diagnostic) {
               return diagnostic.severity == kconfig::Severity::error;
           });
}

bool ensureConfig(const Project &project, Console &console)
{
    if (QFileInfo::exists(project.configFile))
        return true;
    ConfigSession session;
    if (!loadSession(session, project, true, console) || !takeWanted(session, console))
        return false;
    if (const auto saved = session.save(); !saved) {
        console.complain(saved.error());
        return false;
    }
    const QString from = session.startedFrom();
    console.note(QStringLiteral("there was no configuration; wrote %1 from %2")
                     .arg(project.configFile,
                          from.isEmpty() ? QStringLiteral("the tree's defaults") : from));
    return true;
}

int runConfig(const QStringList &arguments, Console &console)
{
    CommandLine line(QStringLiteral("config"),
                     QStringLiteral("Makes or updates the .config of an application, a Linux tree "
                                    "or another project with Kconfig\nfiles and says what "
                                    "changed. Nothing of the project runs unless the folders are "
                                    "trusted\n(--trust)."));
    line.add({QStringLiteral("set"), QStringLiteral("Set an option; may be given several times."),
              QStringLiteral("SYMBOL=VALUE")});
    line.add({QStringLiteral("fix"),
              QStringLiteral("Give an option a value by the fewest changes that it takes; given "
                             "several times, all at once."),
              QStringLiteral("SYMBOL=VALUE")});
    line.add({QStringLiteral("reset"), QStringLiteral("Give an option its default back."),
              QStringLiteral("SYMBOL")});
    line.add({QStringLiteral("defconfig"),
              QStringLiteral("Start from FILE; without a file, from the project's defconfig."),
              QStringLiteral("FILE")});
    line.add({QStringLiteral("kraftfile"),
              QStringLiteral("Take the values of the Kraftfile and the target over those in "
                             ".config; a new .config has them anyway.")});
    line.add(
        {QStringLiteral("list"), QStringLiteral("Print all options with values; save nothing.")});
    line.add({QStringLiteral("get"), QStringLiteral("Print one value; save nothing."),
              QStringLiteral("SYMBOL")});
    // The parser knows no optional values.
    QStringList spelt = arguments;
    spelt.replaceInStrings(QRegularExpression(QStringLiteral("^--defconfig$")),
                           QStringLiteral("--defconfig="));
    if (!line.parse(spelt, console))
        return usage;
    const auto project = line.openProject(console);
    if (!project)
        return project.error();

    ConfigSession session;
    if (!loadSession(session, *project, TrustStore().isTrusted(*project), console))
        return failure;
    if (session.refusedShells() > 0)
        console.note(QStringLiteral("%1 commands of the tree were not run, so options are missing; "
                                    "--trust allows them")
                         .arg(session.refusedShells()));
    const bool takesKraftfile = line.isSet(QStringLiteral("kraftfile")) || !session.hasFile();
    if (takesKraftfile && !takeWanted(session, console))
        return failure;
    const QString named = line.valuesFile();
    const bool takesValues = line.isSet(QStringLiteral("defconfig")) || !named.isEmpty();
    if (takesValues && !takeDefconfig(session,
                                      line.isSet(QStringLiteral("defconfig"))
                                          ? line.value(QStringLiteral("defconfig"))
                                          : named,
                                      console))
        return failure;
    if (!applySettings(session, line.values(QStringLiteral("set")), console) ||
        !fixSettings(session, line.values(QStringLiteral("fix")), console) ||
        !resetSettings(session, line.values(QStringLiteral("reset")), console))
        return failure;
    if (line.isSet(QStringLiteral("get"))) {
        const auto symbol = findSymbol(session, line.value(QStringLiteral("get")), console);
        if (!symbol)
            return failure;
        console.say(QString::fromStdString(session.configuration().value(*symbol)));
        return success;
    }
    if (line.isSet(QStringLiteral("list"))) {
        list(session, console);
        return success;
    }
    return saveIfNeeded(session, console);
}

} // namespace kiln::cli
