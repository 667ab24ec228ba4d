// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a ConfigSession holds; only its own source files look in here.
#pragma once

#include "workbench/background_jobs.h"
#include "workbench/changed_symbols.h"
#include "workbench/config_session.h"
#include "workbench/config_tree.h"
#include "workbench/edit_history.h"
#include "workbench/edit_journal.h"

#include <QFileSystemWatcher>
#include <QMutex>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace kiln {

/// Links a load on a worker thread to the session that wants it, until either is gone.
struct ConfigLoadTicket
{
    QMutex mutex;
    ConfigSession *receiver = nullptr;
    std::atomic<bool> cancelled = false;
};

struct ConfigSession::State
{
    explicit State(ConfigSession *session)
        : jobs(session)
    {}

    Project project;
    bool trusted = false;
    ShellSource shells;
    std::shared_ptr<ConfigTree> tree; ///< shared with loads on worker threads
    int generation = 0;               ///< counts loads
    int opening = 0;                  ///< counts loads of something else than before
    std::shared_ptr<ConfigLoadTicket> ticket;
    std::optional<LoadedConfig> loaded;
    std::optional<kconfig::Configuration> baseline; ///< as last loaded or saved
    ChangedSymbols changes;                         ///< from the baseline
    bool wasDirty = false;
    bool isStale = false;
    EditHistory history;
    quint64 revision = 0; ///< counts states of the values
    QFileSystemWatcher watcher;
    QTimer outsideTimer;
    std::optional<OutsideChange> outside;
    bool isOutdated = false;
    QString journalDirectory;                                               ///< empty: none is kept
    std::shared_ptr<EditJournal> journal = std::make_shared<EditJournal>(); ///< used by jobs only
    bool journalFailed = false;
    std::optional<Recovery> recovery;
    BackgroundJobs jobs; ///< last: goes first, and waits for the others

    /// Nobody waits any more for the load under way.
    void abandonLoad() const
    {
        if (!ticket)
            return;
        const QMutexLocker lock(&ticket->mutex);
        ticket->receiver = nullptr;
        ticket->cancelled = true;
    }

    /// Lets a thing go on another thread: a large tree takes milliseconds to take down.
    template <typename Thing>
    void dispose(Thing thing)
    {
        jobs.run([held = std::make_shared<Thing>(std::move(thing))] {});
    }
};

/// Finds all values now, on a worker thread, so that the GUI's finds them ready.
inline void evaluate(const kconfig::Configuration &configuration)
{
    static_cast<void>(configuration.tristate(kconfig::Model::constant(kconfig::Tristate::no)));
}

/// Reads a whole file; nothing when it can't be read.
[[nodiscard]] std::optional<QByteArray> fileContents(const QString &path);

} // namespace kiln
