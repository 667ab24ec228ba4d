// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/history_command.h"

#include "cli/command_line.h"
#include "cli/exit_status.h"
#include "workbench/build_history.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kiln::cli {

namespace {

QString outcomeWord(const BuildRecord &record)
{
    switch (record.outcome) {
    case BuildRecord::Outcome::built:
        break;
    case BuildRecord::Outcome::failed:
        return QStringLiteral("failed");
    case BuildRecord::Outcome::cancelled:
        return QStringLiteral("cancelled");
    }
    return QStringLiteral("built");
}

QByteArray asJson(const BuildRecord &record)
{
    QJsonArray times;
    for (const LibraryBuildTime &time : record.times)
        times.append(QJsonObject{{QStringLiteral("library"), time.library},
                                 {QStringLiteral("steps"), time.steps},
                                 {QStringLiteral("work"), time.work},
                                 {QStringLiteral("share"), time.share}});
    const QJsonObject object{{QStringLiteral("time"), record.time.toString(Qt::ISODateWithMs)},
                             {QStringLiteral("outcome"), outcomeWord(record)},
                             {QStringLiteral("seconds"), record.seconds},
                             {QStringLiteral("steps"), record.steps},
                             {QStringLiteral("errors"), record.errors},
                             {QStringLiteral("warnings"), record.warnings},
                             {QStringLiteral("jobs"), record.jobs},
                             {QStringLiteral("compiler"), record.compiler},
                             {QStringLiteral("launcher"), record.launcher},
                             {QStringLiteral("image"), record.image},
                             {QStringLiteral("imageSize"), record.imageSize},
                             {QStringLiteral("libraries"), times}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

void sayTimes(const BuildRecord &record, Console &console)
{
    // Steps overlap: shares are of the build's own time and add up to it, work does not.
    console.say(QStringLiteral("    share s     work s  steps  library"));
    for (const LibraryBuildTime &time : record.times)
        console.say(QStringLiteral("%1 %2 %3  %4")
                        .arg(time.share, 11, 'f', 2)
                        .arg(time.work, 10, 'f', 2)
                        .arg(time.steps, 6)
                        .arg(time.library.isEmpty() ? QStringLiteral("image and make itself")
                                                    : time.library));
}

} // namespace

int runHistory(const QStringList &arguments, Console &console)
{
    CommandLine line(QStringLiteral("history"),
                     QStringLiteral("Shows the builds of the application so far, oldest first: "
                                    "when, result, seconds, steps, warnings,\nimage size."));
    line.add({QStringLiteral("times"),
              QStringLiteral("Show what the last build took by library. Time in which several "
                             "steps ran is divided among them.")});
    line.add({QStringLiteral("json"), QStringLiteral("One JSON object a build.")});
    if (!line.parse(arguments, console))
        return usage;
    const auto project = line.openApplication(console);
    if (!project)
        return project.error();
    const QVector<BuildRecord> records = BuildHistory(project->directory).records();
    if (line.isSet(QStringLiteral("json"))) {
        for (const BuildRecord &record : records)
            console.write(asJson(record));
        return success;
    }
    if (records.isEmpty()) {
        console.say(QStringLiteral("nothing was built yet: kiln build %1").arg(project->path));
        return success;
    }
    if (line.isSet(QStringLiteral("times"))) {
        sayTimes(records.last(), console);
        return success;
    }
    for (const BuildRecord &record : records)
        console.say(QStringLiteral("%1  %2 %3 s %4 steps %5 warnings %6 bytes")
                        .arg(record.time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")))
                        .arg(outcomeWord(record), -9)
                        .arg(record.seconds, 8, 'f', 1)
                        .arg(record.steps, 6)
                        .arg(record.warnings, 5)
                        .arg(record.imageSize, 10));
    return success;
}

} // namespace kiln::cli
