// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a ConfigSession loads a tree, and loads it again.
#include "workbench/config_session.h"

#include "workbench/config_session_state.h"
#include "workbench/symbol_key.h"

#include <kconfig/config_file.h>

#include <QThreadPool>

#include <utility>

namespace kiln {

void ConfigSession::load(const Project &project, bool trusted)
{
    start(project, trusted, ReloadMode::takeFile);
}

void ConfigSession::reload(ReloadMode mode)
{
    start(m_state->project, m_state->trusted, mode);
}

void ConfigSession::reload(ReloadMode mode, bool trusted)
{
    start(m_state->project, trusted, mode);
}

void ConfigSession::start(const Project &project, bool trusted, ReloadMode mode)
{
    m_state->abandonLoad();
    if (project.configFile != m_state->project.configFile ||
        project.rootConfigFile() != m_state->project.rootConfigFile() ||
        project.linuxArchitecture != m_state->project.linuxArchitecture) {
        m_state->jobs.run([journal = m_state->journal] { journal->remove(); });
        m_state->dispose(std::exchange(m_state->history, {}));
        m_state->dispose(std::exchange(m_state->baseline, std::nullopt));
        m_state->dispose(std::exchange(m_state->loaded, std::nullopt));
        m_state->changes.clear();
        m_state->recovery.reset();
        ++m_state->opening;
    }
    m_state->outside.reset();
    m_state->isOutdated = false;
    m_state->project = project;
    m_state->trusted = trusted;
    const int generation = ++m_state->generation;
    const auto ticket = std::make_shared<ConfigLoadTicket>();
    ticket->receiver = this;
    m_state->ticket = ticket;
    if (!m_state->tree || m_state->tree->project() != project ||
        m_state->tree->isTrusted() != trusted)
        m_state->dispose(std::exchange(
            m_state->tree, std::make_shared<ConfigTree>(project, trusted, m_state->shells)));
    emit loadStarted();
    QThreadPool::globalInstance()->start([ticket, tree = m_state->tree, generation, mode] {
        auto read = tree->read([&] { return ticket->cancelled.load(); });
        std::shared_ptr<LoadedConfig> result;
        std::optional<Problem> problem;
        if (read)
            result = std::make_shared<LoadedConfig>(std::move(*read));
        else
            problem = read.error();
        {
            const QMutexLocker lock(&ticket->mutex);
            ConfigSession *receiver = ticket->receiver;
            if (receiver == nullptr)
                return;
            QMetaObject::invokeMethod(
                receiver,
                [receiver, generation, mode, result, problem] {
                    if (problem)
                        receiver->failToLoad(generation, *problem);
                    else
                        receiver->takeLoaded(generation, mode, result);
                },
                Qt::QueuedConnection);
        }
        tree->prepare();
    });
}

void ConfigSession::failToLoad(int generation, const Problem &problem)
{
    if (generation != m_state->generation)
        return;
    m_state->ticket.reset();
    emit loadFailed(problem);
    if (isLoaded())
        emit loaded();
}

void ConfigSession::cancelLoading()
{
    if (!isLoading())
        return;
    m_state->abandonLoad();
    failToLoad(++m_state->generation, {tr("Reading the options was cancelled"),
                                       {},
                                       tr("File > Reload Configuration begins again.")});
}

int ConfigSession::commandsAnswered() const
{
    return m_state->tree ? m_state->tree->commandsAnswered() : 0;
}

void ConfigSession::takeLoaded(int generation, ReloadMode mode,
                               std::shared_ptr<LoadedConfig> result)
{
    if (generation != m_state->generation) {
        m_state->dispose(std::move(result));
        return;
    }
    if (isLoaded()) {
        moveOver(generation, mode, result);
        return;
    }
    m_state->baseline.emplace(result->configuration);
    m_state->changes.clear();
    m_state->loaded.emplace(std::move(*result));
    restartJournal();
    show(true);
}

/// After the tree was read again: the steps go on with the new model, and reading is one of them.
void ConfigSession::moveOver(int generation, ReloadMode mode,
                             const std::shared_ptr<LoadedConfig> &result)
{
    struct Moved
    {
        LoadedConfig loaded;
        kconfig::Configuration baseline;
        EditHistory history;
        ChangedSymbols changes;
    };
    m_state->jobs.run(
        [former = *m_state->loaded, loaded = *result, history = m_state->history,
         text = tr("The file read again"), mode]() mutable {
            kconfig::Configuration &now = loaded.configuration;
            static_cast<void>(now.takeChanges()); // from here on a copy counts its own
            Moved moved{loaded, now, std::move(history), {}};
            const kconfig::Model &from = former.configuration.model();
            moved.history.moveTo(from, now.sharedModel());
            kconfig::Configuration mine = now;
            static_cast<void>(mine.takeChanges());
            mine.restore(userValuesIn(from, former.configuration.userValues(), now.model()));
            if (mode == ReloadMode::takeFile) {
                kconfig::Configuration read = mine;
                static_cast<void>(read.takeChanges());
                read.restore(now.userValues());
                if (auto step = replacement(std::move(mine), std::move(read));
                    !step->changes.empty())
                    moved.history.push(text, std::move(step));
                return moved;
            }
            // What the file said before is what mine are edits of; checkOutside() sees what it
            // says now.
            if (former.fileText && former.fileText != loaded.fileText) {
                kconfig::Configuration base(now.sharedModel());
                kconfig::readConfig(base, former.fileText->toStdString(), {});
                evaluate(base);
                moved.baseline = std::move(base);
            }
            moved.loaded.fileText = former.fileText;
            evaluate(mine);
            moved.changes.updateAll(moved.baseline, mine);
            moved.loaded.configuration = std::move(mine);
            return moved;
        },
        [this, generation, mode, result, revision = m_state->revision](Moved moved) {
            if (generation != m_state->generation)
                return;
            if (revision != m_state->revision) {
                moveOver(generation, mode, result); // there was an edit meanwhile
                return;
            }
            m_state->dispose(std::exchange(m_state->loaded, std::nullopt));
            m_state->dispose(std::exchange(m_state->baseline, std::nullopt));
            m_state->dispose(std::exchange(m_state->history, std::move(moved.history)));
            m_state->baseline = std::move(moved.baseline);
            m_state->changes = std::move(moved.changes);
            m_state->loaded.emplace(std::move(moved.loaded));
            if (mode == ReloadMode::takeFile)
                restartJournal();
            show(false);
        });
}

void ConfigSession::show(bool isFirst)
{
    m_state->ticket.reset();
    static_cast<void>(m_state->loaded->configuration.takeChanges()); // from here on they count
    ++m_state->revision;
    watchFile();
    m_state->wasDirty = isDirty();
    checkStale();
    emit loaded();
    emit savedStateChanged();
    emit dirtyChanged(m_state->wasDirty);
    if (isFirst)
        lookForRecovery();
    else
        m_state->outsideTimer.start();
}

bool ConfigSession::isLoading() const
{
    return m_state->ticket != nullptr;
}

} // namespace kiln
