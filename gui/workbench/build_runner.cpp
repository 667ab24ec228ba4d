// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/build_runner.h"

#include "workbench/shell_words.h"
#include "workbench/step_memory.h"
#include "workbench/toolchain.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QThread>

#include <algorithm>
#include <csignal>
#include <utility>

namespace kiln {

namespace {

// Steps whose times are kept; the largest builds have some ten thousand.
constexpr qsizetype mostSteps = 100'000;
// Different issues that are told; nobody reads more, and a list of more would slow the rest down.
constexpr qsizetype mostIssues = 10'000;
// Parsing shares the event loop with others.
constexpr qint64 sliceNanoseconds = 2'000'000;
constexpr qsizetype sliceStep = 2048; // bytes between two looks at the clock

/// Messages in the language the parser reads, and no job server of a make that may have started us.
/// Programs in `firstOnPath` stand before all others.
QStringList buildEnvironment(const QString &firstOnPath)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "LANGUAGE"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    if (!firstOnPath.isEmpty())
        environment.insert(QStringLiteral("PATH"),
                           firstOnPath + u':' + environment.value(QStringLiteral("PATH")));
    return environment.toStringList();
}

/// Messages name files as the compiler was told; an editor needs the whole path.
QString resolved(const QString &file, const Project &project)
{
    if (file.isEmpty() || QDir::isAbsolutePath(file))
        return file;
    for (const QString &base :
         {project.buildDirectory, project.tree.directory, project.directory}) {
        const QString path = QDir::cleanPath(base + u'/' + file);
        if (QFileInfo::exists(path))
            return path;
    }
    return file;
}

Problem problemOf(const BuildIssue &issue)
{
    Problem problem;
    problem.what = issue.message;
    problem.where = issue.file;
    if (issue.line > 0)
        problem.where += u':' + QString::number(issue.line);
    if (issue.line > 0 && issue.column > 0)
        problem.where += u':' + QString::number(issue.column);
    problem.remedy =
        issue.remedy.isEmpty() ? QStringLiteral("Correct it and build again.") : issue.remedy;
    return problem;
}

Result<void> checkConfigured(const BuildRequest &request)
{
    static const QStringList unconfigured{QStringLiteral("properclean"),
                                          QStringLiteral("distclean")};
    if (unconfigured.contains(request.target) || QFileInfo::exists(request.project.configFile))
        return {};
    return tl::unexpected(
        Problem{QStringLiteral("The application is not configured yet: there is no .config"),
                request.project.configFile,
                QStringLiteral("Save the configuration first, or run: kiln config %1")
                    .arg(shellQuotedWord(request.project.directory))});
}

} // namespace

int effectiveJobs(const BuildRequest &request)
{
    if (request.jobs > 0)
        return request.jobs;
    return request.settings.jobs > 0 ? request.settings.jobs : QThread::idealThreadCount();
}

QString cleanTarget(const Project &project)
{
    return QFileInfo::exists(project.configFile) ? QStringLiteral("clean")
                                                 : QStringLiteral("properclean");
}

Result<QStringList> makeCommand(const BuildRequest &request)
{
    if (auto good = checkBuildSettings(request.settings); !good)
        return tl::unexpected(good.error());
    if (auto tools = checkBuildTools(request.project, request.settings); !tools)
        return tl::unexpected(tools.error());
    const Project &project = request.project;
    for (const QString &path :
         QStringList{project.directory, project.buildDirectory, project.tree.directory} +
             project.libraries) {
        if (path.contains(u' '))
            return tl::unexpected(
                Problem{QStringLiteral("make can't handle blanks in a path"), path,
                        QStringLiteral("Move or link the folder to a path without blanks.")});
    }
    const auto make = findTool(QStringLiteral("make"));
    if (!make)
        return tl::unexpected(make.error());
    QStringList command{*make,
                        QStringLiteral("--no-print-directory"),
                        QStringLiteral("-C"),
                        project.tree.directory,
                        QStringLiteral("-j%1").arg(effectiveJobs(request)),
                        QStringLiteral("A=") + project.directory,
                        QStringLiteral("O=") + project.buildDirectory};
    if (project.configFile != project.directory + QStringLiteral("/.config"))
        command.append(QStringLiteral("C=") + project.configFile);
    if (!project.libraries.isEmpty())
        command.append(QStringLiteral("L=") + project.libraries.join(u':'));
    if (request.verbose)
        command.append(QStringLiteral("V=1"));
    if (!request.settings.compiler.isEmpty())
        command.append(QStringLiteral("COMPILER=") + request.settings.compiler);
    if (const QString prefix = crossPrefix(project, request.settings); !prefix.isEmpty())
        command.append(QStringLiteral("CROSS_COMPILE=") + prefix);
    if (project.tree.kind == KernelTree::Kind::bundled) {
        const auto kconf = findKconf();
        if (!kconf)
            return tl::unexpected(kconf.error());
        command.append(QStringLiteral("KCONF=") + *kconf);
    }
    command += request.variables;
    // Naming the default target makes upstream's make warn of it.
    if (request.target != QLatin1String("all"))
        command.append(request.target);
    return command;
}

BuildRunner::BuildRunner(QObject *parent)
    : QObject(parent)
{
    connect(&m_counter, &ProcessGroup::output, this,
            [this](const QByteArray &bytes) { m_counted += bytes; });
    connect(&m_counter, &ProcessGroup::finished, this, [this](const ProcessEnd &end) {
        if (end.cancelled)
            return complete(end);
        // A tree that can't tell is built all the same, without a total.
        m_total = end.exitCode == 0 ? counted() : 0;
        m_counted.clear();
        make();
    });
    connect(&m_process, &ProcessGroup::output, this, &BuildRunner::consume);
    connect(&m_process, &ProcessGroup::finished, this, [this](const ProcessEnd &end) {
        m_result.seconds = double(m_clock.nsecsElapsed()) / 1e9;
        m_end = end;
        // Who stops a build wants it to be over.
        if (end.cancelled)
            m_pending.truncate(m_parsed);
        m_timer.start();
    });
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &BuildRunner::slice);
}

BuildRunner::~BuildRunner() = default;

void BuildRunner::start(const BuildRequest &request)
{
    if (m_running)
        return;
    m_running = true;
    m_request = request;
    m_parser = {};
    m_pending.clear();
    m_parsed = 0;
    m_end.reset();
    m_result = {};
    m_firstError.reset();
    m_known.clear();
    m_clock.start();

    if (const auto configured = checkConfigured(request); !configured)
        return fail(configured.error());
    const auto command = makeCommand(request);
    if (!command)
        return fail(command.error());
    if (const auto prepared = prepareKconfig(request.project); !prepared)
        return fail(prepared.error());
    const auto launchers =
        prepareLauncher(request.settings, buildCompilers(request.project, request.settings),
                        request.project.buildDirectory);
    if (!launchers)
        return fail(launchers.error());
    const bool isWhole =
        request.target == QLatin1String("all") && !QFileInfo::exists(request.project.imagePath());
    m_total = isWhole ? rememberedSteps(request.project.buildDirectory) : 0;

    m_command = {};
    m_command.program = command->first();
    m_command.arguments = command->mid(1);
    m_command.workingDirectory = request.project.tree.directory;
    m_command.environment = buildEnvironment(*launchers);
    m_command.mergeChannels = true;
    m_command.parentDeathSignal = SIGTERM;
    emit started(*command);
    // Verbose builds print commands in place of steps.
    if (isWhole && m_total == 0 && !request.verbose)
        count();
    else
        make();
}

/// The bundled tree has a target that tells. Other trees are asked for a dry run, which takes about
/// a second: make prints what it would do, and the steps are among that.
void BuildRunner::count()
{
    m_counted.clear();
    ProcessCommand counting = m_command;
    counting.arguments.append(isBundled() ? QStringLiteral("print-steps")
                                          : QStringLiteral("--dry-run"));
    // Its messages come again from the build itself.
    counting.mergeChannels = false;
    m_counter.start(counting);
    m_counter.closeInput();
}

bool BuildRunner::isBundled() const
{
    return m_request.project.tree.kind == KernelTree::Kind::bundled;
}

int BuildRunner::counted() const
{
    if (isBundled())
        return std::max(0, m_counted.trimmed().split('\n').last().toInt());
    // How the trees' makefiles print a step.
    static constexpr QByteArrayView step("printf '  %-7s ");
    int steps = 0;
    for (qsizetype line = 0; line < m_counted.size();) {
        steps += QByteArrayView(m_counted).sliced(line).startsWith(step) ? 1 : 0;
        const qsizetype end = m_counted.indexOf('\n', line);
        line = end < 0 ? m_counted.size() : end + 1;
    }
    return steps;
}

void BuildRunner::make()
{
    m_result.startedAt = QDateTime::currentMSecsSinceEpoch() - m_clock.elapsed();
    m_process.start(m_command);
    m_process.closeInput();
    emit progress(0, m_total);
}

void BuildRunner::cancel()
{
    m_counter.cancel();
    m_process.cancel();
}

bool BuildRunner::isRunning() const
{
    return m_running;
}

void BuildRunner::consume(const QByteArray &bytes)
{
    emit output(bytes);
    if (m_parsed > m_pending.size() / 2) {
        m_pending.remove(0, m_parsed);
        m_parsed = 0;
    }
    m_pending += bytes;
    m_timer.start();
}

void BuildRunner::slice()
{
    QElapsedTimer clock;
    clock.start();
    const int before = m_parser.steps();
    while (m_parsed < m_pending.size() && clock.nsecsElapsed() < sliceNanoseconds) {
        const qsizetype length = std::min(sliceStep, m_pending.size() - m_parsed);
        m_parser.feed(QByteArrayView(m_pending).sliced(m_parsed, length));
        m_parsed += length;
        takeIssues();
    }
    if (m_parser.steps() != before) {
        m_total = m_total > 0 ? std::max(m_total, m_parser.steps()) : 0;
        emit progress(m_parser.steps(), m_total);
    }
    if (m_parsed < m_pending.size())
        return;
    m_timer.stop();
    m_pending.clear();
    m_parsed = 0;
    if (m_end)
        complete(*std::exchange(m_end, std::nullopt));
}

void BuildRunner::takeIssues()
{
    const double now = double(m_clock.nsecsElapsed()) / 1e9;
    for (const BuildLine &line : m_parser.takeLines()) {
        if (line.kind != BuildLineKind::step || m_result.stepTimes.size() >= mostSteps)
            continue;
        if (auto step = buildStep(plainText(line.text), now))
            m_result.stepTimes.append(std::move(*step));
    }
    for (BuildIssue &issue : m_parser.takeIssues()) {
        issue.file = resolved(issue.file, m_request.project);
        const QString text = issue.text();
        if (m_known.contains(text) ||
            (m_known.size() >= mostIssues && issue.severity != IssueSeverity::error))
            continue;
        m_known.insert(text);
        m_result.errors += issue.severity == IssueSeverity::error ? 1 : 0;
        m_result.warnings += issue.severity == IssueSeverity::warning ? 1 : 0;
        if (issue.severity == IssueSeverity::error && !m_firstError)
            m_firstError = issue;
        emit issueFound(issue);
    }
}

void BuildRunner::complete(const ProcessEnd &end)
{
    m_parser.finish();
    takeIssues();
    const Project &project = m_request.project;
    if (m_result.seconds == 0)
        m_result.seconds = double(m_clock.nsecsElapsed()) / 1e9;
    m_result.steps = m_parser.steps();
    m_result.cancelled = end.cancelled;
    m_result.exitCode = end.started && end.signal == 0 ? end.exitCode : -1;
    m_result.ok = end.started && !end.cancelled && end.signal == 0 && end.exitCode == 0;
    if (const QFileInfo image(project.imagePath()); image.isFile()) {
        m_result.imagePath = image.filePath();
        m_result.imageSize = image.size();
    }
    if (m_result.ok) {
        rememberSteps(project.buildDirectory, m_result.steps);
        if (m_total > 0)
            emit progress(m_total, m_total);
    } else if (!end.started) {
        m_result.problem = Problem{QStringLiteral("make could not be started: ") + end.failure,
                                   {},
                                   QStringLiteral("Check that make works: make --version")};
    } else if (!end.cancelled && m_firstError) {
        m_result.problem = problemOf(*m_firstError);
    } else if (!end.cancelled) {
        m_result.problem = Problem{
            end.signal != 0
                ? QStringLiteral("make was killed by signal %1").arg(end.signal)
                : QStringLiteral("The build failed; make ended with status %1").arg(end.exitCode),
            project.directory, QStringLiteral("The end of the build output says why.")};
    }
    m_running = false;
    emit finished(m_result);
}

void BuildRunner::fail(const Problem &problem)
{
    m_result.exitCode = -1;
    m_result.problem = problem;
    // Through the event loop, so that a caller of start() hears of it like of any other end.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_running = false;
            emit finished(m_result);
        },
        Qt::QueuedConnection);
}

} // namespace kiln
