// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/command_line.h"

#include "cli/exit_status.h"
#include "workbench/project_libraries.h"
#include "workbench/project_location.h"
#include "workbench/project_targets.h"
#include "workbench/trust_store.h"

#include <cstdlib>

namespace kiln::cli {

CommandLine::CommandLine(QString command, const QString &description)
    : m_command(std::move(command))
{
    m_parser.setApplicationDescription(description);
    m_parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    m_parser.addOption(
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this.")});
    m_parser.addPositionalArgument(QStringLiteral("DIR"),
                                   QStringLiteral("folder of the application, Linux tree or other "
                                                  "project, or a Kconfig file or configuration "
                                                  "in it"));
    m_parser.addOptions({
        {QStringLiteral("tree"),
         QStringLiteral("Kernel tree to build an application against (default: the one in .config, "
                        "else the bundled one)."),
         QStringLiteral("TREE")},
        {QStringLiteral("lib"),
         QStringLiteral("Folder of an application's external library; may be given several "
                        "times."),
         QStringLiteral("LIB")},
        {QStringLiteral("arch"),
         QStringLiteral("Architecture of a Linux tree, as make has it in ARCH (default: the one "
                        ".config was written for, else this machine's)."),
         QStringLiteral("ARCH")},
        {QStringLiteral("variable"),
         QStringLiteral("Set a variable for the Kconfig files, such as CROSS_COMPILE or LLVM of "
                        "Linux; may be given several times."),
         QStringLiteral("NAME=VALUE")},
        {QStringLiteral("dialect"),
         QStringLiteral("Dialect of plain Kconfig files: unikraft, linux-6.1 or linux-6.12 "
                        "(default: guessed)."),
         QStringLiteral("NAME")},
        {QStringLiteral("target"),
         QStringLiteral("Target in the application's Kraftfile: a configuration and a build folder "
                        "of its own, .config.NAME and build-NAME (default: the one that kiln "
                        "target select has chosen, else none)."),
         QStringLiteral("NAME")},
        {QStringLiteral("build-dir"),
         QStringLiteral("Build folder (default: DIR/build; of a Linux tree, DIR)."),
         QStringLiteral("FOLDER")},
        {QStringLiteral("config"),
         QStringLiteral("Configuration file (default: .config in DIR; "
                        "of a Linux tree, in its build folder)."),
         QStringLiteral("FILE")},
        {QStringLiteral("trust"),
         QStringLiteral("Remember that DIR, its tree and its libraries may run commands while "
                        "they are configured.")},
    });
}

bool CommandLine::parse(const QStringList &arguments, Console &console)
{
    QStringList own = arguments;
    if (const qsizetype dashes = own.indexOf(QStringLiteral("--")); dashes >= 0) {
        m_afterDashes = own.mid(dashes + 1);
        own = own.mid(0, dashes);
    }
    if (!m_parser.parse(own)) {
        console.note(m_parser.errorText() + QStringLiteral(" See --help."));
        return false;
    }
    if (m_parser.isSet(QStringLiteral("help"))) {
        console.write(help().toUtf8());
        ::exit(success);
    }
    // The command's own name comes first.
    const QStringList words = m_parser.positionalArguments();
    if (words.size() != 2) {
        console.note(words.size() < 2
                         ? QStringLiteral("Name the application's folder. See --help.")
                         : QStringLiteral("One folder at a time; “%1” is too much. See "
                                          "--help.")
                               .arg(words.at(2)));
        return false;
    }
    m_directory = words.at(1);
    return true;
}

QString CommandLine::help() const
{
    // The parser knows nothing of commands: its own first line is not what a user types.
    QString text = m_parser.helpText();
    text.remove(0, text.indexOf(u'\n') + 1);
    return QStringLiteral("usage: kiln %1 DIR [OPTION...]\n\n").arg(m_command) + text + m_ending;
}

std::optional<int> CommandLine::number(const QString &name, int otherwise, Console &console) const
{
    if (!isSet(name))
        return otherwise;
    bool ok = false;
    const int number = value(name).toInt(&ok);
    if (ok && number >= 1)
        return number;
    console.note(
        QStringLiteral("--%1 wants a whole number from 1 up, not “%2”.").arg(name, value(name)));
    return std::nullopt;
}

tl::expected<Project, int> CommandLine::openProject(Console &console) const
{
    ProjectOptions options;
    options.tree = value(QStringLiteral("tree"));
    options.libraries = values(QStringLiteral("lib"));
    options.buildDirectory = value(QStringLiteral("build-dir"));
    options.configFile = value(QStringLiteral("config"));
    options.architecture = value(QStringLiteral("arch"));
    options.dialect = value(QStringLiteral("dialect"));
    for (const QString &setting : values(QStringLiteral("variable"))) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals <= 0) {
            console.complain({QStringLiteral("“%1” sets no variable").arg(setting),
                              {},
                              QStringLiteral("Write --variable NAME=VALUE.")});
            return tl::unexpected(int(usage));
        }
        options.variables.insert(setting.left(equals), setting.mid(equals + 1));
    }
    auto targeted = optionsForTarget(m_directory, options, value(QStringLiteral("target")));
    if (!targeted) {
        console.complain(targeted.error());
        return tl::unexpected(int(usage));
    }
    if (targeted->libraries.isEmpty()) {
        const auto location = locateProject(m_directory);
        if (location && location->kind == ProjectKind::application)
            targeted->libraries = presentLibraries(location->directory);
    }
    const auto project = kiln::openProject(m_directory, *targeted);
    if (!project) {
        console.complain(project.error());
        return tl::unexpected(int(notAnApplication));
    }
    if (isSet(QStringLiteral("trust"))) {
        if (const auto trusted = TrustStore().trust(*project); !trusted) {
            console.complain(trusted.error());
            return tl::unexpected(int(failure));
        }
    }
    return *project;
}

QString CommandLine::valuesFile() const
{
    const auto location = locateProject(m_directory);
    return location ? location->valuesFile : QString();
}

tl::expected<Project, int> CommandLine::openApplication(Console &console) const
{
    auto project = openProject(console);
    if (!project || project->isBuildable())
        return project;
    console.complain(project->whyNotBuildable());
    return tl::unexpected(int(notAnApplication));
}

} // namespace kiln::cli
