// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a ConfigSession does about others: programs that change .config, and the crash of this one.
#include "workbench/config_session.h"

#include "workbench/config_session_state.h"
#include "workbench/symbol_key.h"

#include <kconfig/config_file.h>

#include <QFileInfo>

namespace kiln {

namespace {

/// A configuration read from a text.
kconfig::Configuration parsed(const kconfig::Configuration &like, const QByteArray &text)
{
    kconfig::Configuration result(like.sharedModel());
    kconfig::readConfig(result, text.toStdString(), {});
    return result;
}

/// What was saved, as one who reads the file finds it.
kconfig::Configuration asSaved(const kconfig::Configuration &baseline,
                               const std::optional<QByteArray> &fileText)
{
    return parsed(baseline,
                  fileText ? *fileText : QByteArray::fromStdString(kconfig::writeConfig(baseline)));
}

} // namespace

bool ConfigSession::isChangedOutside() const
{
    return fileContents(m_state->project.configFile) != m_state->loaded->fileText;
}

/// Watches the file that has the name now. A file that was replaced by rename may live on as
/// .config.old, and the watcher does not tell that it has another name; so it is told anew each
/// time. Of a file that is not there the folder tells when it comes.
void ConfigSession::watchFile()
{
    const QFileInfo info(m_state->project.configFile);
    const QStringList watched = m_state->watcher.files() + m_state->watcher.directories();
    if (!watched.isEmpty())
        m_state->watcher.removePaths(watched);
    m_state->watcher.addPath(info.exists() ? info.filePath() : info.absolutePath());
}

void ConfigSession::checkOutside()
{
    if (!isLoaded() || isLoading())
        return;
    m_state->jobs.run(
        [path = m_state->project.configFile, known = m_state->loaded->fileText] {
            auto text = fileContents(path);
            // Nothing but what is new needs a copy.
            return std::pair(text != known, std::move(text));
        },
        [this, generation = m_state->generation](auto result) {
            if (result.first && generation == m_state->generation)
                judgeOutside(std::move(result.second));
        });
}

void ConfigSession::judgeOutside(std::optional<QByteArray> text)
{
    if (text == m_state->loaded->fileText)
        return; // saved by us meanwhile
    if (!text) {
        // Taken away: what is here is all there is of it.
        m_state->loaded->fileText.reset();
        m_state->isOutdated = false;
        watchFile();
        emit savedStateChanged();
        tellDirty();
        return;
    }
    struct Judged
    {
        OutsideChange change;
        bool isNoNews = false;
    };
    m_state->jobs.run(
        [now = configuration(), baseline = *m_state->baseline, known = m_state->loaded->fileText,
         text, isUnchanged = m_state->changes.isEmpty()] {
            Judged judged;
            judged.change.text = text;
            // A build brings the file up to date just as save() would: no news.
            judged.isNoNews = isUnchanged && kconfig::writeConfig(now) == text->toStdString();
            const ThreeWayMerge merge =
                mergeThreeWays(asSaved(baseline, known), now, parsed(now, *text));
            judged.change.theirs = merge.fromTheirs;
            judged.change.mine = merge.fromMine;
            judged.change.conflicts = merge.conflicts;
            return judged;
        },
        [this, generation = m_state->generation, revision = m_state->revision,
         known = m_state->loaded->fileText, model = configuration().sharedModel()](Judged judged) {
            // A tree that was read meanwhile has it looked at anew.
            if (generation != m_state->generation || known != m_state->loaded->fileText ||
                model != configuration().sharedModel())
                return;
            if (revision != m_state->revision) {
                judgeOutside(judged.change.text);
            } else if (judged.isNoNews) {
                m_state->loaded->fileText = judged.change.text;
                m_state->isOutdated = false;
                setStale(false);
                restartJournal();
                emit savedStateChanged();
                tellDirty();
            } else {
                m_state->outside = std::move(judged.change);
                m_state->isOutdated = true;
                emit changedOutside();
            }
        });
}

bool ConfigSession::isOutdated() const
{
    return m_state->isOutdated;
}

const std::optional<OutsideChange> &ConfigSession::outsideChange() const
{
    return m_state->outside;
}

void ConfigSession::takeOutside(OutsideChoice choice, const QVector<kconfig::SymbolId> &takeTheirs)
{
    struct Taken
    {
        kconfig::Configuration theirs;
        std::shared_ptr<const Replacement> step;
        std::vector<UserValueChange> unsaved; ///< from theirs to what is here afterwards
        ChangedSymbols changes;
        QVector<ConfigDiagnostic> remarks;
    };
    if (!m_state->outside || !m_state->outside->text)
        return;
    const QByteArray text = *m_state->outside->text;
    m_state->jobs.run(
        [now = configuration(), baseline = *m_state->baseline, known = m_state->loaded->fileText,
         text, choice, takeTheirs, file = m_state->project.configFile]() mutable {
            Taken taken{kconfig::Configuration(now.sharedModel()), nullptr, {}, {}, {}};
            const auto report =
                kconfig::readConfig(taken.theirs, text.toStdString(), file.toStdString());
            taken.remarks = configDiagnostics(report.diagnostics, report.sources,
                                              QFileInfo(file).absolutePath());
            kconfig::Configuration merged = now;
            static_cast<void>(merged.takeChanges()); // from here on the copy counts its own
            if (choice == OutsideChoice::merge)
                merged.restore(mergeThreeWays(asSaved(baseline, known), merged, taken.theirs)
                                   .resolved(takeTheirs));
            else if (choice == OutsideChoice::takeFile)
                merged.restore(taken.theirs.userValues());
            evaluate(taken.theirs);
            taken.step = replacement(std::move(now), std::move(merged));
            taken.unsaved = userValueChanges(taken.theirs.model(), taken.theirs.userValues(),
                                             taken.step->after.userValues());
            taken.changes.updateAll(taken.theirs, taken.step->after);
            return taken;
        },
        [this, choice, takeTheirs, text, file = m_state->project.configFile,
         generation = m_state->generation, revision = m_state->revision,
         model = configuration().sharedModel()](Taken taken) {
            if (generation != m_state->generation || model != configuration().sharedModel())
                return;
            if (revision != m_state->revision) {
                takeOutside(choice, takeTheirs);
                return;
            }
            m_state->outside.reset();
            m_state->isOutdated = false;
            m_state->baseline = taken.theirs;
            m_state->loaded->fileText = text;
            QVector<ConfigDiagnostic> &remarks = m_state->loaded->diagnostics;
            remarks.removeIf([&](const ConfigDiagnostic &each) { return each.file == file; });
            remarks += taken.remarks;
            if (choice != OutsideChoice::keepMine)
                replace(tr("Changes made outside"), taken.step);
            m_state->changes = std::move(taken.changes);
            restartJournal();
            // What is unsaved now is so against the new file.
            checkStale();
            if (choice != OutsideChoice::takeFile)
                journal([unsaved = std::move(taken.unsaved)] { return unsaved; });
            emit savedStateChanged();
            emit diagnosticsChanged();
            tellDirty();
            emit outsideTaken(choice);
        });
}

void ConfigSession::setJournalDirectory(const QString &directory)
{
    m_state->journalDirectory = directory;
}

void ConfigSession::journal(std::function<std::vector<UserValueChange>()> changes)
{
    if (m_state->journalDirectory.isEmpty())
        return;
    m_state->jobs.run(
        [journal = m_state->journal, changes = std::move(changes)]() -> Result<void> {
            const std::vector<UserValueChange> edits = changes();
            return edits.empty() ? Result<void>() : journal->append(edits);
        },
        [this](const Result<void> &result) {
            if (result || m_state->journalFailed)
                return;
            m_state->journalFailed = true;
            emit journalFailed(result.error());
        });
}

void ConfigSession::restartJournal()
{
    if (m_state->journalDirectory.isEmpty())
        return;
    m_state->journalFailed = false;
    m_state->jobs.run([journal = m_state->journal, directory = m_state->journalDirectory,
                       file = m_state->project.configFile, content = m_state->loaded->fileText] {
        journal->restart(directory, file, content);
    });
}

void ConfigSession::lookForRecovery()
{
    m_state->recovery.reset();
    if (m_state->journalDirectory.isEmpty())
        return;
    m_state->jobs.run(
        [directory = m_state->journalDirectory, file = m_state->project.configFile,
         content = m_state->loaded->fileText] {
            return EditJournal::find(directory, file, content);
        },
        [this, generation = m_state->generation](std::optional<Recovery> found) {
            if (generation != m_state->generation || !found)
                return;
            m_state->recovery = std::move(found);
            emit recoveryFound();
        });
}

const std::optional<Recovery> &ConfigSession::recovery() const
{
    return m_state->recovery;
}

void ConfigSession::takeRecovery()
{
    if (!m_state->recovery || !isLoaded())
        return;
    startEdit(
        tr("Edits of an earlier session"),
        [changes = m_state->recovery->changes](kconfig::Configuration &now) -> Result<void> {
            for (const UserValueChange &change : changes) {
                const auto symbol = symbolOfKey(now.model(), change.key);
                if (!symbol.isValid())
                    continue;
                if (change.after)
                    now.assume(symbol, *change.after);
                else
                    static_cast<void>(now.apply({symbol, std::nullopt})); // is never refused
            }
            return {};
        },
        [this](const Result<void> &) {
            // By now the edits are on their way into this session's own journal.
            dropRecovery();
            emit recoveryTaken();
        });
}

void ConfigSession::dropRecovery()
{
    if (!m_state->recovery)
        return;
    m_state->jobs.run([file = m_state->recovery->journal] { QFile::remove(file); });
    m_state->recovery.reset();
}

void ConfigSession::finishWriting()
{
    m_state->jobs.wait();
}

} // namespace kiln
