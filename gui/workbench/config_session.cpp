// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/config_session.h"

#include "workbench/config_tree.h"

#include <kconfig/config_file.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QMutex>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <iterator>
#include <optional>
#include <vector>

namespace kiln {

namespace {

/// Links a load on a worker thread to the session that wants it, until either is gone.
struct LoadTicket
{
    QMutex mutex;
    ConfigSession *receiver = nullptr;
    std::atomic<bool> cancelled = false;
};

QString shownValue(const kconfig::Configuration &configuration, kconfig::SymbolId symbol)
{
    return configuration.isWritten(symbol) ? QString::fromStdString(configuration.value(symbol))
                                           : QString();
}

/// Whether a value or a visibility differs, as kconfig::Configuration::differences() sees it.
bool differs(const kconfig::Configuration &a, const kconfig::Configuration &b,
             kconfig::SymbolId symbol)
{
    return a.tristate(symbol) != b.tristate(symbol) ||
           a.visibility(symbol) != b.visibility(symbol) || a.value(symbol) != b.value(symbol);
}

Problem saveProblem(const kconfig::FileError &error)
{
    Problem problem;
    problem.where = QString::fromStdString(error.path);
    problem.what = QStringLiteral("The configuration was not saved: ") +
                   QString::fromLocal8Bit(std::strerror(error.errorNumber));
    const QString kept = QStringLiteral(" The old file is untouched and your changes are kept.");
    switch (error.errorNumber) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        problem.remedy = QStringLiteral("Free some space and save again.") + kept;
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        problem.remedy =
            QStringLiteral("Make the folder writable, or name another file (--config FILE).") +
            kept;
        break;
    default:
        problem.remedy = QStringLiteral("Check the folder and save again.") + kept;
        break;
    }
    return problem;
}

std::optional<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

} // namespace

struct ConfigSession::Step
{
    kconfig::UserValues before;
    kconfig::UserValues after;
    QString text;
};

struct ConfigSession::State
{
    Project project;
    bool trusted = false;
    std::shared_ptr<ConfigTree> tree; ///< shared with loads on worker threads
    int generation = 0;
    std::shared_ptr<LoadTicket> ticket;
    std::optional<LoadedConfig> loaded;
    std::optional<kconfig::Configuration> baseline; ///< as last loaded or saved
    std::vector<kconfig::SymbolId> differing;       ///< from the baseline, in order
    QVector<ConfigChange> changes;
    bool wasDirty = false;
    std::vector<Step> steps;
    std::size_t done = 0; ///< steps before this index are applied
    QFileSystemWatcher watcher;
};

ConfigSession::ConfigSession(QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>())
{
    const auto check = [this] {
        watchFile();
        if (!isLoaded() || !isChangedOutside())
            return;
        // A build brings the file up to date just as save() would: no news.
        if (m_state->changes.isEmpty() && contents(m_state->project.configFile) == text())
            m_state->loaded->fileText = text();
        else
            emit changedOutside();
    };
    connect(&m_state->watcher, &QFileSystemWatcher::fileChanged, this, check);
}

ConfigSession::~ConfigSession()
{
    if (m_state->ticket) {
        const QMutexLocker lock(&m_state->ticket->mutex);
        m_state->ticket->receiver = nullptr;
        m_state->ticket->cancelled = true;
    }
}

void ConfigSession::load(const Project &project, bool trusted)
{
    if (m_state->ticket) {
        const QMutexLocker lock(&m_state->ticket->mutex);
        m_state->ticket->receiver = nullptr;
        m_state->ticket->cancelled = true;
    }
    m_state->project = project;
    m_state->trusted = trusted;
    const int generation = ++m_state->generation;
    const auto ticket = std::make_shared<LoadTicket>();
    ticket->receiver = this;
    m_state->ticket = ticket;
    if (!m_state->tree || m_state->tree->project() != project ||
        m_state->tree->isTrusted() != trusted)
        m_state->tree = std::make_shared<ConfigTree>(project, trusted);
    emit loadStarted();
    QThreadPool::globalInstance()->start([ticket, tree = m_state->tree, generation] {
        auto result = std::make_shared<Result<LoadedConfig>>(
            tree->read([&] { return ticket->cancelled.load(); }));
        {
            const QMutexLocker lock(&ticket->mutex);
            ConfigSession *receiver = ticket->receiver;
            if (receiver == nullptr)
                return;
            QMetaObject::invokeMethod(
                receiver,
                [receiver, generation, result] {
                    receiver->takeLoaded(generation, std::move(*result));
                },
                Qt::QueuedConnection);
        }
        tree->prepare();
    });
}

void ConfigSession::reload()
{
    load(m_state->project, m_state->trusted);
}

void ConfigSession::takeLoaded(int generation, Result<LoadedConfig> result)
{
    if (generation != m_state->generation)
        return;
    m_state->ticket.reset();
    m_state->steps.clear();
    m_state->done = 0;
    m_state->loaded.reset();
    m_state->baseline.reset();
    m_state->differing.clear();
    m_state->changes.clear();
    if (!result) {
        emit loadFailed(result.error());
        return;
    }
    m_state->loaded.emplace(std::move(*result));
    m_state->baseline.emplace(m_state->loaded->configuration);
    watchFile();
    m_state->wasDirty = isDirty();
    emit loaded();
    emit dirtyChanged(m_state->wasDirty);
}

bool ConfigSession::isLoading() const
{
    return m_state->ticket != nullptr;
}

bool ConfigSession::isLoaded() const
{
    return m_state->loaded.has_value();
}

const Project &ConfigSession::project() const
{
    return m_state->project;
}

const kconfig::Model &ConfigSession::model() const
{
    return m_state->loaded->configuration.model();
}

const kconfig::Configuration &ConfigSession::configuration() const
{
    return m_state->loaded->configuration;
}

const QVector<ConfigDiagnostic> &ConfigSession::diagnostics() const
{
    return m_state->loaded->diagnostics;
}

int ConfigSession::refusedShells() const
{
    return m_state->loaded->refusedShells;
}

bool ConfigSession::hasFile() const
{
    return isLoaded() && m_state->loaded->fileText.has_value();
}

const kconfig::ReloadEffort &ConfigSession::effort() const
{
    return m_state->loaded->effort;
}

QString ConfigSession::startedFrom() const
{
    return m_state->loaded->startedFrom;
}

Result<void> ConfigSession::edit(const kconfig::Edit &edit)
{
    const kconfig::Configuration &now = configuration();
    const QString name = QString::fromStdString(std::string(model().symbol(edit.symbol).name));
    const QString before = QString::fromStdString(now.value(edit.symbol));
    const QString text =
        edit.value
            ? QStringLiteral("%1: %2 -> %3").arg(name, before, QString::fromStdString(*edit.value))
            : QStringLiteral("%1: back to its default").arg(name);
    return this->edit(QVector<kconfig::Edit>{edit}, text);
}

Result<void> ConfigSession::edit(const QVector<kconfig::Edit> &edits, const QString &text)
{
    kconfig::Configuration &now = m_state->loaded->configuration;
    const kconfig::Configuration before = now;
    for (const kconfig::Edit &edit : edits) {
        const auto applied = now.apply(edit);
        if (!applied) {
            now = before;
            return tl::unexpected(Problem{QString::fromStdString(applied.error().message), {}, {}});
        }
    }
    commit(before, text);
    return {};
}

Result<QVector<ConfigDiagnostic>> ConfigSession::import(const QString &file)
{
    kconfig::Configuration &now = m_state->loaded->configuration;
    const kconfig::Configuration before = now;
    const auto report = kconfig::readConfigFile(now, file.toStdString());
    if (!report) {
        now = before;
        return tl::unexpected(Problem{QString::fromStdString(report.error().message), file,
                                      QStringLiteral("Name a .config or defconfig file.")});
    }
    commit(before, QStringLiteral("Values of ") + QFileInfo(file).fileName());
    return configDiagnostics(report->diagnostics, report->sources, m_state->project.directory);
}

void ConfigSession::resetToDefaults()
{
    const kconfig::Configuration before = configuration();
    m_state->loaded->configuration.clear();
    commit(before, QStringLiteral("All defaults"));
}

void ConfigSession::commit(const kconfig::Configuration &before, const QString &text)
{
    Step step{before.userValues(), configuration().userValues(), text};
    m_state->steps.resize(m_state->done);
    m_state->steps.push_back(std::move(step));
    ++m_state->done;
    announce(before);
}

void ConfigSession::undo()
{
    if (!canUndo())
        return;
    const kconfig::Configuration before = configuration();
    m_state->loaded->configuration.restore(m_state->steps[--m_state->done].before);
    announce(before);
}

void ConfigSession::redo()
{
    if (!canRedo())
        return;
    const kconfig::Configuration before = configuration();
    m_state->loaded->configuration.restore(m_state->steps[m_state->done++].after);
    announce(before);
}

bool ConfigSession::canUndo() const
{
    return m_state->done > 0;
}

bool ConfigSession::canRedo() const
{
    return m_state->done < m_state->steps.size();
}

QString ConfigSession::undoText() const
{
    return canUndo() ? m_state->steps[m_state->done - 1].text : QString();
}

QString ConfigSession::redoText() const
{
    return canRedo() ? m_state->steps[m_state->done].text : QString();
}

void ConfigSession::announce(const kconfig::Configuration &before)
{
    const auto changed = kconfig::Configuration::differences(before, configuration());
    updateChanges(changed);
    emit edited(QVector<kconfig::SymbolId>(changed.begin(), changed.end()));
    if (const bool dirty = isDirty(); dirty != m_state->wasDirty) {
        m_state->wasDirty = dirty;
        emit dirtyChanged(dirty);
    }
}

void ConfigSession::updateChanges(const std::vector<kconfig::SymbolId> &changed)
{
    // What an edit left alone differs from the file as it did before.
    std::vector<kconfig::SymbolId> candidates;
    std::set_union(m_state->differing.begin(), m_state->differing.end(), changed.begin(),
                   changed.end(), std::back_inserter(candidates),
                   [](kconfig::SymbolId a, kconfig::SymbolId b) { return a.index < b.index; });
    m_state->changes.clear();
    m_state->differing.clear();
    const kconfig::Configuration &now = configuration();
    for (const auto symbol : candidates) {
        if (!differs(*m_state->baseline, now, symbol))
            continue;
        m_state->differing.push_back(symbol);
        const kconfig::Symbol &declared = model().symbol(symbol);
        ConfigChange change;
        change.symbol = symbol;
        change.name = QString::fromStdString(std::string(declared.name));
        change.before = shownValue(*m_state->baseline, symbol);
        change.after = shownValue(now, symbol);
        if (change.before != change.after && !declared.name.empty())
            m_state->changes.append(change);
    }
}

bool ConfigSession::isDirty() const
{
    return isLoaded() && (!hasFile() || !m_state->changes.isEmpty());
}

int ConfigSession::changeCount() const
{
    return int(m_state->changes.size());
}

QVector<ConfigChange> ConfigSession::changes() const
{
    return m_state->changes;
}

bool ConfigSession::isIncomplete() const
{
    return isLoaded() && (m_state->loaded->treeHasErrors || m_state->loaded->refusedShells > 0);
}

Result<void> ConfigSession::save(SaveMode mode)
{
    const QString &path = m_state->project.configFile;
    if (mode == SaveMode::careful && isIncomplete())
        return tl::unexpected(
            m_state->loaded->treeHasErrors
                ? Problem{QStringLiteral("The option tree has errors; options that could not be "
                                         "read would vanish from the file"),
                          path, QStringLiteral("Correct the errors and load again.")}
                : Problem{QStringLiteral("The option tree was not read whole, because it is not "
                                         "trusted to run commands"),
                          path, QStringLiteral("Trust the folder, then save.")});
    if (mode == SaveMode::careful && isChangedOutside())
        return tl::unexpected(
            Problem{QStringLiteral("The file was changed by another program since it was read"),
                    path, QStringLiteral("Load it again to see what is in it, or overwrite it.")});
    const QByteArray written = text();
    const auto saved = kconfig::saveFile(path.toStdString(),
                                         {written.constData(), std::size_t(written.size())}, true);
    if (!saved)
        return tl::unexpected(saveProblem(saved.error()));
    m_state->loaded->fileText = written;
    m_state->baseline = configuration();
    m_state->differing.clear();
    m_state->changes.clear();
    watchFile();
    if (m_state->wasDirty) {
        m_state->wasDirty = false;
        emit dirtyChanged(false);
    }
    emit savedTo(path);
    return {};
}

QByteArray ConfigSession::text() const
{
    return QByteArray::fromStdString(kconfig::writeConfig(configuration()));
}

QByteArray ConfigSession::minimalText() const
{
    return QByteArray::fromStdString(kconfig::writeMinimalConfig(configuration()));
}

/// A file that is replaced by rename falls out of the watcher; it is put back each time.
void ConfigSession::watchFile()
{
    const QString &path = m_state->project.configFile;
    if (const QStringList others = m_state->watcher.files(); others != QStringList{path}) {
        if (!others.isEmpty())
            m_state->watcher.removePaths(others);
        if (QFileInfo::exists(path))
            m_state->watcher.addPath(path);
    }
}

bool ConfigSession::isChangedOutside() const
{
    return contents(m_state->project.configFile) != m_state->loaded->fileText;
}

} // namespace kiln
