// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/symbol_command.h"

#include "cli/command_line.h"
#include "cli/exit_status.h"
#include "workbench/symbol_rename.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kiln::cli {

namespace {

QString word(ReferenceKind kind)
{
    switch (kind) {
    case ReferenceKind::definition:
        return QStringLiteral("definition");
    case ReferenceKind::kconfig:
        return QStringLiteral("kconfig");
    case ReferenceKind::makefile:
        return QStringLiteral("makefile");
    case ReferenceKind::source:
        return QStringLiteral("source");
    case ReferenceKind::configuration:
        return QStringLiteral("configuration");
    case ReferenceKind::other:
        break;
    }
    return QStringLiteral("other");
}

QString place(const SymbolReference &reference)
{
    return QStringLiteral("%1:%2:%3").arg(reference.file).arg(reference.line).arg(reference.column);
}

/// A name as users type it, with or without CONFIG_.
QByteArray plainName(const QString &text)
{
    QByteArray name = text.toUtf8();
    if (name.startsWith("CONFIG_"))
        name.remove(0, 7);
    return name;
}

QByteArray asJson(const QVector<SymbolReference> &references)
{
    QJsonArray list;
    for (const SymbolReference &reference : references)
        list.append(QJsonObject{{QStringLiteral("file"), reference.file},
                                {QStringLiteral("line"), reference.line},
                                {QStringLiteral("column"), reference.column},
                                {QStringLiteral("kind"), word(reference.kind)},
                                {QStringLiteral("text"), QString::fromUtf8(reference.text)}});
    return QJsonDocument(QJsonObject{{QStringLiteral("references"), list}}).toJson();
}

int find(const Project &project, const QByteArray &name, bool json, Console &console)
{
    const auto found = findReferences(project, {name});
    if (!found) {
        console.complain(found.error());
        return failure;
    }
    if (json) {
        console.write(asJson(*found));
        return success;
    }
    for (const SymbolReference &reference : *found)
        console.say(QStringLiteral("%1: %2: %3")
                        .arg(place(reference), word(reference.kind),
                             QString::fromUtf8(reference.text.trimmed())));
    if (found->isEmpty()) {
        console.complain({QStringLiteral("Nothing names %1").arg(QString::fromUtf8(name)),
                          project.directory,
                          QStringLiteral("`kiln config --list` lists the options there are.")});
        return failure;
    }
    return success;
}

int rename(const Project &project, const QString &wish, bool apply, Console &console)
{
    const qsizetype equals = wish.indexOf(u'=');
    if (equals < 1) {
        console.note(QStringLiteral("--rename takes OLD=NEW"));
        return usage;
    }
    const auto plan =
        planRename(project, plainName(wish.left(equals)), plainName(wish.mid(equals + 1)));
    if (!plan) {
        console.complain(plan.error());
        return failure;
    }
    const SymbolReference *last = nullptr;
    for (const SymbolReference &reference : plan->places) {
        // Two names in one line are one change.
        if (last && last->file == reference.file && last->line == reference.line)
            continue;
        last = &reference;
        console.say(place(reference));
        console.say(QStringLiteral("  - ") + QString::fromUtf8(reference.text.trimmed()));
        console.say(QStringLiteral("  + ") +
                    QString::fromUtf8(plan->lineAfter(reference).trimmed()));
    }
    const QString count =
        QStringLiteral("%1 places in %2 files").arg(plan->places.size()).arg(plan->fileCount());
    if (!apply) {
        console.note(count + QStringLiteral("; nothing is changed without --apply"));
        return success;
    }
    if (const auto done = applyRename(*plan); !done) {
        console.complain(done.error());
        return failure;
    }
    console.note(QStringLiteral("changed ") + count);
    return success;
}

} // namespace

int runSymbol(const QStringList &arguments, Console &console)
{
    CommandLine line(QStringLiteral("symbol"),
                     QStringLiteral("Finds what names an option, in Kconfig files, makefiles, "
                                    "sources and configurations of the\napplication, its "
                                    "libraries and its kernel tree, and gives it another name. "
                                    "Runs nothing."));
    line.add({QStringLiteral("find"),
              QStringLiteral("List every place that names NAME, its definitions first."),
              QStringLiteral("NAME")});
    line.add({QStringLiteral("rename"), QStringLiteral("Show what changes when OLD is called NEW."),
              QStringLiteral("OLD=NEW")});
    line.add({QStringLiteral("apply"), QStringLiteral("With --rename: change the files.")});
    line.add({QStringLiteral("json"),
              QStringLiteral("With --find: one JSON object with file, line, column, kind, text.")});
    if (!line.parse(arguments, console))
        return usage;
    const bool finds = line.isSet(QStringLiteral("find"));
    if (finds == line.isSet(QStringLiteral("rename"))) {
        console.note(QStringLiteral("say what to do: --find NAME or --rename OLD=NEW"));
        return usage;
    }
    const auto project = line.openProject(console);
    if (!project)
        return project.error();
    if (finds)
        return find(*project, plainName(line.value(QStringLiteral("find"))),
                    line.isSet(QStringLiteral("json")), console);
    return rename(*project, line.value(QStringLiteral("rename")),
                  line.isSet(QStringLiteral("apply")), console);
}

} // namespace kiln::cli
