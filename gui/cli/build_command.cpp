// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/build_command.h"

#include "cli/command_line.h"
#include "cli/config_command.h"
#include "cli/exit_status.h"
#include "cli/signal_watch.h"
#include "workbench/build_history.h"
#include "workbench/shell_words.h"
#include "workbench/toolchain.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QLocale>

namespace kiln::cli {

namespace {

/// Shows what a build prints as it comes.
class BuildView
{
public:
    BuildView(Console &console, BuildOutput output)
        : m_console(console)
        , m_output(output)
    {}

    void progress(int done, int total)
    {
        m_count = total > 0 ? QStringLiteral("[%1/%2]").arg(done).arg(total)
                            : QStringLiteral("[%1]").arg(done);
    }

    void take(const QByteArray &bytes)
    {
        if (m_output == BuildOutput::raw) {
            m_console.write(bytes);
            return;
        }
        m_parser.feed(bytes);
        show();
    }

    void finish()
    {
        m_parser.finish();
        show();
        m_console.status({});
    }

private:
    void show()
    {
        for (const BuildLine &line : m_parser.takeLines()) {
            if (line.kind == BuildLineKind::step && m_console.isTerminal())
                m_console.status(m_count + plainText(line.text));
            else if (m_output == BuildOutput::steps)
                m_console.write(line.text + '\n');
        }
    }

    Console &m_console;
    BuildOutput m_output;
    BuildOutputParser m_parser;
    QString m_count;
};

QString counted(int number, const QString &singular)
{
    return QStringLiteral("%1 %2%3").arg(number).arg(singular,
                                                     number == 1 ? QString() : QStringLiteral("s"));
}

void summarise(const BuildResult &result, const QVector<BuildIssue> &errors, BuildOutput output,
               Console &console)
{
    constexpr qsizetype most = 20;
    for (const BuildIssue &issue : errors.mid(0, most)) {
        console.note(issue.text());
        // Elsewhere the excerpt went by among the rest of the output.
        if (output == BuildOutput::quiet && !issue.excerpt.isEmpty())
            console.note(issue.excerpt.chopped(issue.excerpt.endsWith(u'\n') ? 1 : 0));
    }
    if (errors.size() > most)
        console.note(QStringLiteral("… and %1 more").arg(errors.size() - most));
    QString line = QStringLiteral("build failed after %1 s: %2, %3")
                       .arg(result.seconds, 0, 'f', 1)
                       .arg(counted(result.errors, QStringLiteral("error")),
                            counted(result.warnings, QStringLiteral("warning")));
    console.note(line);
    if (errors.isEmpty() && result.problem)
        console.complain(*result.problem);
}

/// What is remembered of the project, with what the command line says over it; the status to end
/// with when that makes no sense.
tl::expected<BuildSettings, int> buildSettings(const Project &project, const CommandLine &line,
                                               int jobs, Console &console)
{
    BuildSettings settings = loadBuildSettings(project.directory);
    if (line.isSet(QStringLiteral("compiler")))
        settings.compiler = line.value(QStringLiteral("compiler"));
    if (line.isSet(QStringLiteral("cross")))
        settings.crossPrefix = line.value(QStringLiteral("cross"));
    if (line.isSet(QStringLiteral("launcher"))) {
        const QString name = line.value(QStringLiteral("launcher"));
        const auto launcher = compilerLauncherFromName(name);
        if (!launcher) {
            console.note(QStringLiteral("--launcher knows no “%1”. It is ccache, distcc, icecream "
                                        "or none.")
                             .arg(name));
            return tl::unexpected(int(usage));
        }
        settings.launcher = *launcher;
    }
    if (jobs > 0)
        settings.jobs = jobs;
    if (const auto good = checkBuildSettings(settings); !good) {
        console.complain(good.error());
        return tl::unexpected(int(usage));
    }
    if (line.isSet(QStringLiteral("remember"))) {
        if (const auto saved = saveBuildSettings(project.directory, settings); !saved) {
            console.complain(saved.error());
            return tl::unexpected(int(failure));
        }
    }
    return settings;
}

} // namespace

int buildAndReport(const BuildRequest &request, BuildOutput output, Console &console)
{
    if (const auto tools = checkBuildTools(request.project, request.settings); !tools) {
        console.complain(tools.error());
        return missingTool;
    }
    BuildRunner runner;
    BuildView view(console, output);
    SignalWatch watch;
    QEventLoop loop;
    QVector<BuildIssue> errors;
    BuildResult result;
    QObject::connect(&runner, &BuildRunner::started, &loop, [&](const QStringList &command) {
        if (output == BuildOutput::raw)
            console.say(shellQuoted(command));
    });
    QObject::connect(&runner, &BuildRunner::progress, &loop,
                     [&](int done, int total) { view.progress(done, total); });
    QObject::connect(&runner, &BuildRunner::output, &loop,
                     [&](const QByteArray &bytes) { view.take(bytes); });
    QObject::connect(&runner, &BuildRunner::issueFound, &loop, [&](const BuildIssue &issue) {
        if (issue.severity == IssueSeverity::error)
            errors.append(issue);
    });
    QObject::connect(&watch, &SignalWatch::requested, &runner, &BuildRunner::cancel);
    QObject::connect(&runner, &BuildRunner::finished, &loop, [&](const BuildResult &end) {
        result = end;
        loop.quit();
    });
    runner.start(request);
    loop.exec();
    view.finish();
    if (const auto recorded = recordBuild(request, result); !recorded)
        console.complain(recorded.error());

    if (result.cancelled) {
        console.note(QStringLiteral("cancelled"));
        return interrupted;
    }
    if (result.ok)
        return success;
    if (result.steps == 0 && errors.isEmpty() && result.problem)
        console.complain(*result.problem);
    else
        summarise(result, errors, output, console);
    return failure;
}

int runBuild(const QStringList &arguments, Console &console)
{
    CommandLine line(QStringLiteral("build"),
                     QStringLiteral("Builds the application with the kernel tree's own make. Like "
                                    "make, this runs what the folders contain.\nWithout a .config "
                                    "a default one is made first."));
    line.add({{QStringLiteral("j"), QStringLiteral("jobs")},
              QStringLiteral("Parallel jobs (default: one for each processor)."),
              QStringLiteral("N")});
    line.add({QStringLiteral("compiler"),
              QStringLiteral("The compiler: gcc or clang (default: the tree's choice)."),
              QStringLiteral("NAME")});
    line.add({QStringLiteral("cross"),
              QStringLiteral("What stands before the names of compiler and linker, such as "
                             "aarch64-linux-gnu-."),
              QStringLiteral("PREFIX")});
    line.add({QStringLiteral("launcher"),
              QStringLiteral("What runs the compiler: ccache, distcc, icecream or none."),
              QStringLiteral("NAME")});
    line.add({QStringLiteral("remember"),
              QStringLiteral("Build this project so from now on, here and in the window: compiler, "
                             "prefix, launcher and jobs.")});
    line.add({QStringLiteral("verbose"), QStringLiteral("Show every command.")});
    if (!line.parse(arguments, console))
        return usage;
    const auto jobs = line.number(QStringLiteral("jobs"), 0, console);
    if (!jobs)
        return usage;
    const auto project = line.openApplication(console);
    if (!project)
        return project.error();
    const auto settings = buildSettings(*project, line, *jobs, console);
    if (!settings)
        return settings.error();
    if (!ensureConfig(*project, console))
        return failure;

    BuildRequest request;
    request.project = *project;
    request.settings = *settings;
    request.verbose = line.isSet(QStringLiteral("verbose"));
    const int status =
        buildAndReport(request, request.verbose ? BuildOutput::raw : BuildOutput::steps, console);
    if (const QFileInfo image(project->imagePath()); status == success && image.isFile())
        console.say(QStringLiteral("%1: %2 bytes").arg(image.filePath()).arg(image.size()));
    return status;
}

int runClean(const QStringList &arguments, Console &console)
{
    CommandLine line(QStringLiteral("clean"),
                     QStringLiteral("Removes what builds have made. The configuration stays."));
    line.add({QStringLiteral("all"), QStringLiteral("Remove the whole build folder.")});
    line.add({QStringLiteral("verbose"), QStringLiteral("Show every command.")});
    if (!line.parse(arguments, console))
        return usage;
    const auto project = line.openApplication(console);
    if (!project)
        return project.error();
    if (!QFileInfo(project->buildDirectory).isDir()) {
        console.say(QStringLiteral("%1: nothing to remove").arg(project->buildDirectory));
        return success;
    }
    BuildRequest request;
    request.project = *project;
    request.jobs = 1;
    request.verbose = line.isSet(QStringLiteral("verbose"));
    request.target =
        line.isSet(QStringLiteral("all")) ? QStringLiteral("properclean") : cleanTarget(*project);
    return buildAndReport(request, request.verbose ? BuildOutput::raw : BuildOutput::steps,
                          console);
}

} // namespace kiln::cli
