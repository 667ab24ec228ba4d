// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/target_command.h"

#include "cli/exit_status.h"
#include "cli/words_line.h"
#include "workbench/project_location.h"
#include "workbench/target_edit.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kiln::cli {

namespace {

int report(const Result<void> &done, const QString &text, Console &console)
{
    if (!done) {
        console.complain(done.error());
        return failure;
    }
    console.say(text);
    return success;
}

int list(const QString &directory, bool json, Console &console)
{
    const auto targets = projectTargets(directory);
    if (!targets) {
        console.complain(targets.error());
        return failure;
    }
    const QString selected = selectedTarget(directory);
    QJsonArray array;
    for (const ProjectTarget &target : *targets) {
        const bool isSelected = target.name == selected;
        if (json)
            array.append(QJsonObject{{QStringLiteral("name"), target.name},
                                     {QStringLiteral("platform"), target.written.platform},
                                     {QStringLiteral("architecture"), target.written.architecture},
                                     {QStringLiteral("config"), target.configFile},
                                     {QStringLiteral("build"), target.buildDirectory},
                                     {QStringLiteral("place"), target.written.place},
                                     {QStringLiteral("bootable"), target.written.isBootable()},
                                     {QStringLiteral("selected"), isSelected}});
        else
            console.say(QStringLiteral("%1 %2  %3/%4%5%6")
                            .arg(isSelected ? QStringLiteral("*") : QStringLiteral(" "))
                            .arg(target.name, -20)
                            .arg(target.written.platform, target.written.architecture,
                                 QFileInfo::exists(target.configFile)
                                     ? QString()
                                     : QStringLiteral("  not configured yet"),
                                 target.written.isBootable()
                                     ? QString()
                                     : QStringLiteral("  can't be booted here")));
    }
    if (json)
        console.write(QJsonDocument(array).toJson());
    else if (targets->isEmpty())
        console.say(QStringLiteral("no targets: .config and build are used"));
    return success;
}

/// PLATFORM/ARCHITECTURE and --name.
std::optional<KraftTarget> readTarget(const QString &pair, const WordsLine &line, Console &console)
{
    const QStringList parts = pair.split(u'/');
    if (parts.size() != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
        (void)line.refuse(
            QStringLiteral("“%1” is no PLATFORM/ARCHITECTURE, such as qemu/x86_64").arg(pair),
            console);
        return std::nullopt;
    }
    KraftTarget target;
    target.platform = parts[0];
    target.architecture = parts[1];
    target.name = line.value(QStringLiteral("name"));
    if (!target.isBootable())
        console.note(
            QStringLiteral("%1 can be configured and built, but not booted here").arg(pair));
    return target;
}

int change(const QString &directory, const WordsLine &line, Console &console)
{
    const auto target = readTarget(line.word(3), line, console);
    if (!target)
        return usage;
    const auto changed = changeTarget(directory, line.word(2), *target);
    return report(changed ? Result<void>() : tl::unexpected(changed.error()),
                  QStringLiteral("%1: %2 is %3 now")
                      .arg(findKraftfile(directory), line.word(2), target->text()),
                  console);
}

int add(const QString &directory, const WordsLine &line, Console &console)
{
    const auto wanted = readTarget(line.word(2), line, console);
    if (!wanted)
        return usage;
    const KraftTarget &target = *wanted;
    const auto added = addTarget(directory, target);
    return report(added ? Result<void>() : tl::unexpected(added.error()),
                  QStringLiteral("%1: added %2").arg(findKraftfile(directory), target.text()),
                  console);
}

int remove(const QString &directory, const QString &name, Console &console)
{
    const auto target = findTarget(directory, name);
    if (!target) {
        console.complain(target.error());
        return failure;
    }
    const auto done = removeTarget(directory, target->name);
    QString text = QStringLiteral("%1: removed").arg(target->name);
    // What somebody has configured and built is theirs to delete.
    if (QFileInfo::exists(target->configFile) || QFileInfo::exists(target->buildDirectory))
        text += QStringLiteral("; %1 and %2 stay").arg(target->configFile, target->buildDirectory);
    return report(done, text, console);
}

} // namespace

int runTarget(const QStringList &arguments, Console &console)
{
    WordsLine line(
        QStringLiteral("target list DIR [--json]\n"
                       "target add DIR PLATFORM/ARCHITECTURE [--name NAME]\n"
                       "target change DIR NAME PLATFORM/ARCHITECTURE [--name NAME]\n"
                       "target select DIR NAME|--none\n"
                       "target remove DIR NAME"),
        QStringLiteral("The machines an application is built for: the list “targets” of "
                       "its Kraftfile. Each has a configuration\n(.config.NAME) and a "
                       "build folder (build-NAME) of its own. What is selected holds for "
                       "config, build, run\nand the other commands that get no "
                       "--target."));
    line.add({QStringLiteral("name"), QStringLiteral("Name of the new or changed target."),
              QStringLiteral("NAME")});
    line.add({QStringLiteral("none"), QStringLiteral("Select no target: .config and build.")});
    line.add({QStringLiteral("json"), QStringLiteral("One JSON array.")});
    if (!line.parse(arguments, 2, 4, console))
        return usage;
    const QString action = line.word(0);
    if (!QStringList{QStringLiteral("list"), QStringLiteral("add"), QStringLiteral("change"),
                     QStringLiteral("select"), QStringLiteral("remove")}
             .contains(action))
        return line.refuse(
            QStringLiteral("“%1” is none of list, add, change, select, remove").arg(action),
            console);
    const auto location = locateProject(line.word(1));
    if (!location) {
        console.complain(location.error());
        return notAnApplication;
    }
    if (location->kind != ProjectKind::application) {
        console.complain({QStringLiteral("Only an application has targets"), location->directory,
                          QStringLiteral("Name a folder with a Makefile.uk.")});
        return notAnApplication;
    }
    const QString &directory = location->directory;
    const bool none = line.isSet(QStringLiteral("none"));
    const bool isChange = action == QLatin1String("change");
    const qsizetype wanted = action == QLatin1String("list") || none ? 2 : isChange ? 4 : 3;
    if (line.count() != wanted)
        return line.refuse(QStringLiteral("“%1” wants %2")
                               .arg(action, wanted == 2 ? QStringLiteral("only the folder")
                                            : isChange  ? QStringLiteral("a target and what it is")
                                                        : QStringLiteral("a target")),
                           console);
    if (action == QLatin1String("list"))
        return list(directory, line.isSet(QStringLiteral("json")), console);
    if (action == QLatin1String("add"))
        return add(directory, line, console);
    if (isChange)
        return change(directory, line, console);
    if (action == QLatin1String("remove"))
        return remove(directory, line.word(2), console);
    return report(selectTarget(directory, line.word(2)),
                  none ? QStringLiteral("no target is selected: .config and build are used")
                       : QStringLiteral("selected: ") + line.word(2),
                  console);
}

} // namespace kiln::cli
