// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "make_step.h"

#include "ids.h"
#include "text.h"
#include "unikernel_build_configuration.h"
#include "unikernel_project.h"

#include "widgets/trust_question.h"
#include "workbench/build_history.h"
#include "workbench/shell_words.h"
#include "workbench/trust_store.h"

#include <coreplugin/icore.h>
#include <projectexplorer/buildsystem.h>
#include <projectexplorer/projectexplorerconstants.h>
#include <projectexplorer/task.h>

#include <QDir>
#include <QLocale>

namespace kiln::creator {

using namespace ProjectExplorer;
using Utils::FilePath;

namespace {

Task::TaskType typeOf(IssueSeverity severity)
{
    switch (severity) {
    case IssueSeverity::error:
        return Task::Error;
    case IssueSeverity::warning:
        return Task::Warning;
    case IssueSeverity::note:
        break;
    }
    return Task::Unknown;
}

} // namespace

MakeStep::MakeStep(BuildStepList *list, Utils::Id id, Kind kind)
    : BuildStepBase(list, id)
    , m_kind(kind)
    , m_jobs(this)
{
    setDefaultDisplayName(kind == Kind::build ? Text::tr("Build Unikernel")
                                              : Text::tr("Remove What Builds Made"));
    setSummaryText(kind == Kind::build ? Text::tr("<b>Kiln:</b> make, as the kernel tree has it")
                                       : Text::tr("<b>Kiln:</b> make clean; .config stays"));
    setWidgetExpandedByDefault(false);
    connect(&m_runner, &BuildRunner::started, this, [this](const QStringList &command) {
        emit addOutput(shellQuoted(command), OutputFormat::NormalMessage);
    });
    connect(&m_runner, &BuildRunner::output, this, [this](const QByteArray &bytes) {
        emit addOutput(m_text.decode(bytes), OutputFormat::Stdout, DontAppendNewline);
    });
    connect(&m_runner, &BuildRunner::progress, this, [this](int done, int total) {
        if (total > 0)
            emit progress(100 * done / total, Text::tr("Step %1 of %2").arg(done).arg(total));
    });
    connect(&m_runner, &BuildRunner::issueFound, this, &MakeStep::take);
    connect(&m_runner, &BuildRunner::finished, this, &MakeStep::complete);
}

UnikernelProject *MakeStep::unikernelProject() const
{
    return qobject_cast<UnikernelProject *>(project());
}

bool MakeStep::init()
{
    const auto *configuration = qobject_cast<UnikernelBuildConfiguration *>(buildConfiguration());
    if (configuration == nullptr)
        return false;
    const auto application =
        openApplication(project()->projectDirectory().path(), configuration->request());
    if (!application) {
        emit addTask(BuildSystemTask(Task::Error, application.error().text()));
        return false;
    }
    m_request.project = *application;
    return true;
}

void MakeStep::begin()
{
    m_isRunning = true;
    m_hasTold = false;
    m_isGivenUp = m_runner.isRunning();
    m_isDue = false;
    const QStringList folders = TrustStore().untrustedFolders(m_request.project);
    if (folders.isEmpty())
        return makeConfiguration();
    askTrust(
        Core::ICore::dialogParent(), m_request.project, folders,
        [step = QPointer(this)] {
            if (!step || !step->m_isRunning)
                return;
            if (const auto trusted = TrustStore().trust(step->m_request.project); !trusted)
                return step->fail(trusted.error());
            if (const auto session = step->unikernelProject()->session())
                session->reload(ConfigSession::ReloadMode::keepEdits, true);
            step->makeConfiguration();
        },
        [step = QPointer(this)] {
            if (step && step->m_isRunning)
                step->fail({Text::tr("The application is not trusted, so nothing of it was run"),
                            step->m_request.project.directory,
                            Text::tr("Build again, and trust its folders if you know where they "
                                     "come from.")});
        });
}

void MakeStep::makeConfiguration()
{
    const auto session = unikernelProject()->session();
    const bool isOther =
        session == nullptr || session->project().configFile != m_request.project.configFile;
    // Of a build configuration that is not shown nothing can be unsaved.
    if (m_kind == Kind::clean || (isOther && QFile::exists(m_request.project.configFile)))
        return start();
    if (isOther)
        return fail({Text::tr("This build configuration has no configuration file yet"),
                     m_request.project.configFile,
                     Text::tr("Make it the active one, and build it.")});
    if (unikernelProject()->isConfigurationReady())
        return save();
    if (!session->isLoaded() && !session->isLoading())
        return start(); // it can't be read, and make says why
    auto once = std::make_shared<QList<QMetaObject::Connection>>();
    const auto goOn = [this, once] {
        for (const QMetaObject::Connection &each : std::as_const(*once))
            disconnect(each);
        if (m_isRunning)
            save();
    };
    *once = {connect(unikernelProject(), &UnikernelProject::configurationReady, this, goOn),
             connect(session.get(), &ConfigSession::loadFailed, this,
                     [this, once](const Problem &problem) {
                         for (const QMetaObject::Connection &each : std::as_const(*once))
                             disconnect(each);
                         if (m_isRunning)
                             fail(problem);
                     })};
}

void MakeStep::save()
{
    const auto session = unikernelProject()->session();
    if (!session->isLoaded() || (!session->isDirty() && session->hasFile()))
        return start();
    session->startSave(ConfigSession::SaveMode::careful,
                       [step = QPointer(this)](const Result<void> &saved) {
                           if (!step || !step->m_isRunning)
                               return;
                           if (saved)
                               step->start();
                           else
                               step->fail(saved.error());
                       });
}

void MakeStep::start()
{
    m_isDue = m_isGivenUp;
    if (m_isDue)
        return;
    m_request.settings = static_cast<UnikernelBuildConfiguration *>(buildConfiguration())
                             ->settings(m_request.project);
    if (m_kind == Kind::clean)
        m_request.target = cleanTarget(m_request.project);
    m_text.resetState();
    m_runner.start(m_request);
}

void MakeStep::cancel()
{
    if (m_runner.isRunning() && !m_isGivenUp)
        m_runner.cancel();
    else if (m_isRunning)
        leave(false);
}

void MakeStep::take(const BuildIssue &issue)
{
    m_hasTold |= issue.severity == IssueSeverity::error;
    QString text = issue.message;
    for (const QString &more : {issue.excerpt, issue.remedy}) {
        if (!more.isEmpty())
            text += u'\n' + more;
    }
    FilePath file;
    if (!issue.file.isEmpty())
        file = FilePath::fromString(QDir(m_request.project.directory).absoluteFilePath(issue.file));
    emit addTask(CompileTask(typeOf(issue.severity), text, file, issue.line > 0 ? issue.line : -1,
                             issue.column));
}

void MakeStep::complete(const BuildResult &result)
{
    if (std::exchange(m_isGivenUp, false)) {
        if (std::exchange(m_isDue, false) && m_isRunning)
            start();
        return;
    }
    if (m_kind == Kind::build) {
        // A history that can't be kept is no reason to call the build failed.
        m_jobs.run([request = m_request, result] { return recordBuild(request, result); },
                   [this](const auto &recorded) {
                       if (!recorded)
                           emit addOutput(recorded.error().text(), OutputFormat::ErrorMessage);
                   });
        if (result.ok && buildSystem() != nullptr)
            buildSystem()->requestParse();
    }
    if (!result.ok && !result.cancelled && result.problem && !m_hasTold)
        return fail(*result.problem);
    if (result.ok && result.imageSize > 0)
        emit addOutput(
            Text::tr("%1: %2").arg(result.imagePath, QLocale().formattedDataSize(result.imageSize)),
            OutputFormat::NormalMessage);
    leave(result.ok);
}

void MakeStep::fail(const Problem &problem)
{
    emit addTask(BuildSystemTask(Task::Error, problem.text()));
    emit addOutput(problem.text(), OutputFormat::ErrorMessage);
    leave(false);
}

void MakeStep::leave(bool ok)
{
    m_isRunning = false;
    end(ok);
}

BuildStepFactory::BuildStepFactory()
{
    registerStep<kiln::creator::BuildStep>(ids::buildStep);
    setSupportedProjectType(ids::project);
    setSupportedStepList(Constants::BUILDSTEPS_BUILD);
    setDisplayName(Text::tr("Build Unikernel"));
    setRepeatable(false);
}

CleanStepFactory::CleanStepFactory()
{
    registerStep<CleanStep>(ids::cleanStep);
    setSupportedProjectType(ids::project);
    setSupportedStepList(Constants::BUILDSTEPS_CLEAN);
    setDisplayName(Text::tr("Remove What Builds Made"));
    setRepeatable(false);
}

} // namespace kiln::creator
