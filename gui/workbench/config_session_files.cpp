// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a ConfigSession reads from files and writes to them.
#include "workbench/config_session.h"

#include "workbench/config_session_state.h"
#include "workbench/file_error_words.h"

#include <kconfig/config_file.h>

#include <QFile>
#include <QFileInfo>

#include <cerrno>

namespace kiln {

namespace {

Problem saveProblem(const kconfig::FileError &error)
{
    Problem problem;
    problem.where = QString::fromStdString(error.path);
    problem.what = ConfigSession::tr("The configuration was not saved: %1").arg(reasonOf(error));
    const QString kept = QLatin1Char(' ') +
                         ConfigSession::tr("The old file is untouched and your changes are kept.");
    switch (error.errorNumber) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        problem.remedy = ConfigSession::tr("Free some space and save again.") + kept;
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        problem.remedy =
            ConfigSession::tr("Make the folder writable, or name another file (--config FILE).") +
            kept;
        break;
    default:
        problem.remedy = ConfigSession::tr("Check the folder and save again.") + kept;
        break;
    }
    return problem;
}

/// Halfway through a watched job the file has been read.
constexpr int valuesTaken = 75; // percent

Result<void> writeText(const QString &file, const std::string &text)
{
    const auto saved = kconfig::saveFile(file.toStdString(), text, true);
    if (!saved)
        return tl::unexpected(saveProblem(saved.error()));
    return {};
}

} // namespace

std::optional<QByteArray> fileContents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

/// All that is needed to save away from this thread.
struct ConfigSession::WriteRequest
{
    kconfig::Configuration configuration;
    QString file;
    std::optional<QByteArray> known; ///< what the file held when it was last read
    SaveMode mode = SaveMode::careful;
    std::optional<Problem> refusal;
};

struct ConfigSession::Written
{
    kconfig::Configuration configuration;
    QString file;
    QByteArray text;
    Result<void> result;
    bool isOutside = false; ///< refused for the sake of what somebody else has written
};

std::optional<Problem> ConfigSession::whyNotSaved() const
{
    if (!isIncomplete())
        return std::nullopt;
    return m_state->loaded->treeHasErrors
               ? Problem{tr("The option tree has errors; options that could not be "
                            "read would vanish from the file"),
                         m_state->project.configFile, tr("Correct the errors and load again.")}
               : Problem{tr("The option tree was not read whole, because it is not "
                            "trusted to run commands"),
                         m_state->project.configFile, tr("Trust the folder, then save.")};
}

ConfigSession::WriteRequest ConfigSession::writeRequest(SaveMode mode) const
{
    WriteRequest request{configuration(), m_state->project.configFile, m_state->loaded->fileText,
                         mode, std::nullopt};
    if (mode == SaveMode::careful)
        request.refusal = whyNotSaved();
    return request;
}

ConfigSession::Written ConfigSession::write(const WriteRequest &request)
{
    Written written{request.configuration, request.file, {}, {}, false};
    if (request.refusal) {
        written.result = tl::unexpected(*request.refusal);
    } else if (request.mode == SaveMode::careful && fileContents(request.file) != request.known) {
        written.isOutside = true;
        written.result = tl::unexpected(
            Problem{tr("The file was changed by another program since it was read"), request.file,
                    tr("Load it again to see what is in it, or overwrite it.")});
    } else {
        const std::string text = kconfig::writeConfig(request.configuration);
        written.text = QByteArray::fromStdString(text);
        written.result = writeText(request.file, text);
    }
    return written;
}

void ConfigSession::takeWritten(Written written, std::optional<quint64> revision)
{
    m_state->outside.reset();
    m_state->isOutdated = false;
    m_state->project.configFile = written.file;
    if (revision == m_state->revision) {
        m_state->loaded->fileText = written.text;
        m_state->baseline = std::move(written.configuration);
        m_state->changes.clear();
        setStale(false);
        emit savedStateChanged();
        tellDirty();
        restartJournal();
    } else {
        setBaseline(std::move(written.configuration), written.text);
        restartJournal();
        // Edits made while the file was written are unsaved ones.
        journal([saved = *m_state->baseline, now = configuration()] {
            return userValueChanges(now.model(), saved.userValues(), now.userValues());
        });
    }
    if (isLoading())
        ++m_state->revision; // what is on its way to the new tree is to know of it
    watchFile();
    emit savedTo(written.file);
}

/// What was written when there was another tree: its text, in the one that there is now.
void ConfigSession::moveWritten(Written written, const Done &done)
{
    m_state->jobs.run(
        [written = std::move(written), model = configuration().sharedModel()]() mutable {
            kconfig::Configuration moved(model);
            kconfig::readConfig(moved, written.text.toStdString(), {});
            evaluate(moved);
            static_cast<void>(moved.takeChanges());
            written.configuration = std::move(moved);
            return written;
        },
        [this, done, opening = m_state->opening](Written moved) {
            endWrite(std::move(moved), opening, std::nullopt, done);
        });
}

void ConfigSession::endWrite(Written written, int opening, std::optional<quint64> revision,
                             const Done &done)
{
    const Result<void> result = written.result;
    if (opening == m_state->opening && isLoaded()) {
        if (result && written.configuration.sharedModel() != configuration().sharedModel()) {
            moveWritten(std::move(written), done);
            return;
        }
        if (result) {
            takeWritten(std::move(written), revision);
        } else if (written.isOutside) {
            m_state->isOutdated = true;
            checkOutside();
        }
    }
    if (done)
        done(result);
}

Result<void> ConfigSession::save(SaveMode mode)
{
    m_state->jobs.wait();
    Written written = write(writeRequest(mode));
    const Result<void> result = written.result;
    if (result)
        takeWritten(std::move(written), m_state->revision);
    return result;
}

void ConfigSession::startWrite(WriteRequest request, Done done)
{
    m_state->jobs.run(
        [request = std::move(request)] { return write(request); },
        [this, done, revision = m_state->revision, opening = m_state->opening](Written written) {
            endWrite(std::move(written), opening, revision, done);
        });
}

void ConfigSession::startSave(SaveMode mode, Done done)
{
    if (isLoaded())
        startWrite(writeRequest(mode), std::move(done));
}

void ConfigSession::startSaveAs(const QString &file, Done done)
{
    if (!isLoaded())
        return;
    WriteRequest request = writeRequest(SaveMode::overwrite);
    request.refusal = whyNotSaved();
    request.file = QFileInfo(file).absoluteFilePath();
    startWrite(std::move(request), std::move(done));
}

void ConfigSession::startSaveMinimal(const QString &file, Done done)
{
    if (!isLoaded())
        return;
    m_state->jobs.run(
        [copy = configuration(), refusal = whyNotSaved(), file]() -> Result<void> {
            if (refusal)
                return tl::unexpected(*refusal);
            return writeText(file, kconfig::writeMinimalConfig(copy));
        },
        [done](const Result<void> &result) {
            if (done)
                done(result);
        });
}

QByteArray ConfigSession::text() const
{
    return QByteArray::fromStdString(kconfig::writeConfig(configuration()));
}

QByteArray ConfigSession::minimalText() const
{
    return QByteArray::fromStdString(kconfig::writeMinimalConfig(configuration()));
}

Result<QVector<ConfigDiagnostic>> ConfigSession::import(const QString &file)
{
    const kconfig::Configuration &before = configuration();
    const auto text = readWatched(file, nullptr);
    if (!text)
        return tl::unexpected(text.error());
    kconfig::Configuration copy = before;
    static_cast<void>(copy.takeChanges()); // from here on the copy counts its own
    const auto report = kconfig::readConfig(copy, text->toStdString(), file.toStdString());
    replace(tr("Values of %1").arg(QFileInfo(file).fileName()),
            replacement(before, std::move(copy)));
    return configDiagnostics(report.diagnostics, report.sources, m_state->project.directory);
}

void ConfigSession::startImport(const QString &file,
                                std::function<void(const Result<QVector<ConfigDiagnostic>> &)> done,
                                const std::shared_ptr<JobWatch> &watch)
{
    const auto remarks = std::make_shared<QVector<ConfigDiagnostic>>();
    const QString directory = project().directory;
    startEdit(
        tr("Values of %1").arg(QFileInfo(file).fileName()),
        [file, remarks, directory, watch](kconfig::Configuration &configuration) -> Result<void> {
            const auto text = readWatched(file, watch.get());
            if (!text)
                return tl::unexpected(text.error());
            const auto report =
                kconfig::readConfig(configuration, text->toStdString(), file.toStdString());
            if (watch)
                watch->setProgress(valuesTaken);
            *remarks = configDiagnostics(report.diagnostics, report.sources, directory);
            return {};
        },
        [remarks, done](const Result<void> &result) {
            if (done)
                done(result ? Result<QVector<ConfigDiagnostic>>(*remarks)
                            : tl::unexpected(result.error()));
        },
        watch);
}

void ConfigSession::startMerge(const QString &file,
                               std::function<void(const Result<FragmentReport> &)> done,
                               const std::shared_ptr<JobWatch> &watch)
{
    const auto report = std::make_shared<FragmentReport>();
    startEdit(
        tr("Fragment %1").arg(QFileInfo(file).fileName()),
        [file, report, watch](kconfig::Configuration &configuration) -> Result<void> {
            const auto text = readWatched(file, watch.get());
            if (!text)
                return tl::unexpected(text.error());
            *report = mergeFragment(configuration, *text, file);
            if (watch)
                watch->setProgress(valuesTaken);
            return {};
        },
        [report, done](const Result<void> &result) {
            if (done)
                done(result ? Result<FragmentReport>(*report) : tl::unexpected(result.error()));
        },
        watch);
}

} // namespace kiln
