// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/libraries_command.h"

#include "cli/command_line.h"
#include "cli/exit_status.h"
#include "workbench/config_tree.h"
#include "workbench/library_graph.h"
#include "workbench/size_report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kiln::cli {

namespace {

QByteArray asJson(const LibraryGraph &graph)
{
    QJsonArray libraries;
    for (int i = 0; i < graph.libraries.size(); ++i) {
        const GraphLibrary &library = graph.libraries[i];
        QJsonArray uses;
        for (const LibraryLink &link : graph.links) {
            if (link.from == i)
                uses.append(QJsonObject{
                    {QStringLiteral("library"), graph.libraries[link.to].name},
                    {QStringLiteral("symbols"), QJsonArray::fromStringList(link.symbols)},
                    {QStringLiteral("options"), QJsonArray::fromStringList(link.options)}});
        }
        libraries.append(
            QJsonObject{{QStringLiteral("name"), library.name},
                        {QStringLiteral("size"), library.size},
                        {QStringLiteral("memory"), library.memory},
                        {QStringLiteral("option"), library.option},
                        {QStringLiteral("reasons"), QJsonArray::fromStringList(graph.reasons(i))},
                        {QStringLiteral("uses"), uses}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("libraries"), libraries}}).toJson();
}

void asText(const LibraryGraph &graph, Console &console)
{
    for (int i = 0; i < graph.libraries.size(); ++i) {
        QStringList uses;
        for (const LibraryLink &link : graph.links) {
            if (link.from == i && !link.symbols.isEmpty())
                uses.append(graph.libraries[link.to].name);
        }
        console.say(QStringLiteral("%1 %2%3")
                        .arg(graph.libraries[i].size, 11)
                        .arg(graph.libraries[i].name,
                             uses.isEmpty()
                                 ? QString()
                                 : QStringLiteral(" uses ") + uses.join(QStringLiteral(", "))));
    }
}

} // namespace

int runLibraries(const QStringList &arguments, Console &console)
{
    CommandLine line(QStringLiteral("libraries"),
                     QStringLiteral("Shows which library of the image needs which, by the symbols "
                                    "they use. Reads the build folder and\nthe Kconfig files; runs "
                                    "nothing."));
    line.add({QStringLiteral("why"),
              QStringLiteral("Tell why LIB is in the image: the way from the application, and its "
                             "option."),
              QStringLiteral("LIB")});
    line.add({QStringLiteral("dot"), QStringLiteral("Write the graph in graphviz' language.")});
    line.add({QStringLiteral("json"),
              QStringLiteral("One JSON object: libraries with size, option, reasons, uses.")});
    if (!line.parse(arguments, console))
        return usage;
    const auto project = line.openApplication(console);
    if (!project)
        return project.error();
    const auto report = readSizeReport(project->imagePath(), project->buildDirectory);
    if (!report) {
        console.complain(report.error());
        return failure;
    }
    // Without a configuration that can be read there are no reasons, but there is a graph.
    ConfigTree tree(*project, false);
    const auto loaded = tree.read();
    const auto graph = readLibraryGraph(*report, project->buildDirectory,
                                        loaded ? &loaded->configuration : nullptr);
    if (!graph) {
        console.complain(graph.error());
        return failure;
    }
    if (line.isSet(QStringLiteral("why"))) {
        const QString name = line.value(QStringLiteral("why"));
        const int library = graph->indexOf(name);
        if (library < 0) {
            console.complain(
                {QStringLiteral("%1 is not in the image").arg(name), report->image,
                 QStringLiteral("kiln libraries %1 lists those that are.").arg(project->path)});
            return failure;
        }
        for (const QString &reason : graph->reasons(library))
            console.say(reason);
    } else if (line.isSet(QStringLiteral("dot"))) {
        console.write(graph->toDot());
    } else if (line.isSet(QStringLiteral("json"))) {
        console.write(asJson(*graph));
    } else {
        asText(*graph, console);
    }
    return success;
}

} // namespace kiln::cli
