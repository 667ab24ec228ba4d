// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Loading and editing; files are in config_session_files.cpp, what others do to them in
// config_session_outside.cpp.
#include "workbench/config_session.h"

#include "workbench/config_session_state.h"
#include "workbench/symbol_key.h"

#include <kconfig/config_file.h>

#include <QFileInfo>
#include <QThreadPool>

#include <algorithm>
#include <vector>

namespace kiln {

namespace {

constexpr int outsideDelay = 50; // milliseconds: writers truncate first and write then

} // namespace

ConfigSession::ConfigSession(QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>(this))
{
    m_state->outsideTimer.setSingleShot(true);
    m_state->outsideTimer.setInterval(outsideDelay);
    connect(&m_state->outsideTimer, &QTimer::timeout, this, &ConfigSession::checkOutside);
    const auto look = [this] {
        watchFile();
        m_state->outsideTimer.start();
    };
    connect(&m_state->watcher, &QFileSystemWatcher::fileChanged, this, look);
    connect(&m_state->watcher, &QFileSystemWatcher::directoryChanged, this, look);
}

ConfigSession::~ConfigSession()
{
    if (m_state->ticket) {
        const QMutexLocker lock(&m_state->ticket->mutex);
        m_state->ticket->receiver = nullptr;
        m_state->ticket->cancelled = true;
    }
    // An orderly end: whoever ended it has been asked about unsaved edits.
    m_state->jobs.run([journal = m_state->journal] { journal->remove(); });
}

void ConfigSession::setShellSource(ShellSource shells)
{
    m_state->shells = std::move(shells);
    m_state->tree.reset();
}

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
    if (m_state->ticket) {
        const QMutexLocker lock(&m_state->ticket->mutex);
        m_state->ticket->receiver = nullptr;
        m_state->ticket->cancelled = true;
    }
    if (project.configFile != m_state->project.configFile ||
        project.rootConfigFile() != m_state->project.rootConfigFile() ||
        project.linuxArchitecture != m_state->project.linuxArchitecture) {
        m_state->jobs.run([journal = m_state->journal] { journal->remove(); });
        m_state->history.clear();
        m_state->loaded.reset();
        m_state->changes.clear();
        m_state->recovery.reset();
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
        m_state->tree = std::make_shared<ConfigTree>(project, trusted, m_state->shells);
    emit loadStarted();
    QThreadPool::globalInstance()->start([ticket, tree = m_state->tree, generation, mode] {
        auto result = std::make_shared<Result<LoadedConfig>>(
            tree->read([&] { return ticket->cancelled.load(); }));
        {
            const QMutexLocker lock(&ticket->mutex);
            ConfigSession *receiver = ticket->receiver;
            if (receiver == nullptr)
                return;
            QMetaObject::invokeMethod(
                receiver,
                [receiver, generation, mode, result] {
                    receiver->takeLoaded(generation, mode, std::move(*result));
                },
                Qt::QueuedConnection);
        }
        tree->prepare();
    });
}

void ConfigSession::takeLoaded(int generation, ReloadMode mode, Result<LoadedConfig> result)
{
    if (generation != m_state->generation)
        return;
    m_state->ticket.reset();
    if (!result) {
        emit loadFailed(result.error());
        if (isLoaded())
            emit loaded();
        return;
    }
    std::optional<LoadedConfig> former = std::exchange(m_state->loaded, std::nullopt);
    m_state->loaded.emplace(std::move(*result));
    static_cast<void>(m_state->loaded->configuration.takeChanges()); // from here on they count
    m_state->baseline.emplace(m_state->loaded->configuration);
    m_state->changes.clear();
    ++m_state->revision;
    if (former)
        moveHistory(*former, mode);
    else
        restartJournal();
    watchFile();
    m_state->wasDirty = isDirty();
    emit loaded();
    emit savedStateChanged();
    emit dirtyChanged(m_state->wasDirty);
    if (former)
        m_state->outsideTimer.start();
    else
        lookForRecovery();
}

/// After the tree was read again: the steps go on with the new model, and reading is one of them.
void ConfigSession::moveHistory(const LoadedConfig &former, ReloadMode mode)
{
    kconfig::Configuration &now = m_state->loaded->configuration;
    const kconfig::Model &from = former.configuration.model();
    m_state->history.moveTo(from, now.model());
    const kconfig::UserValues mine =
        userValuesIn(from, former.configuration.userValues(), now.model());
    const kconfig::UserValues read = now.userValues();
    if (mode == ReloadMode::takeFile) {
        if (auto changes = userValueChanges(now.model(), mine, read); !changes.empty())
            m_state->history.push(tr("The file read again"), mine, read, std::move(changes));
        restartJournal();
        return;
    }
    // What the file said before is what mine are edits of; checkOutside() sees what it says now.
    if (former.fileText && former.fileText != m_state->loaded->fileText) {
        kconfig::Configuration base(now.sharedModel());
        kconfig::readConfig(base, former.fileText->toStdString(), {});
        m_state->baseline = std::move(base);
    }
    m_state->loaded->fileText = former.fileText;
    now.restore(mine);
    static_cast<void>(now.takeChanges());
    compareAll();
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

const kconfig::Configuration &ConfigSession::savedConfiguration() const
{
    return *m_state->baseline;
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
    const QString name = QString::fromStdString(shownName(model(), edit.symbol));
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
    std::vector<kconfig::Undo> replaced;
    for (const kconfig::Edit &edit : edits) {
        auto applied = now.apply(edit);
        if (!applied) {
            for (auto each = replaced.rbegin(); each != replaced.rend(); ++each)
                now.restore(*each);
            static_cast<void>(now.takeChanges()); // all is as before
            return tl::unexpected(Problem{QString::fromStdString(applied.error().message), {}, {}});
        }
        replaced.push_back(std::move(*applied));
    }
    m_state->history.push(text, {edits.begin(), edits.end()}, std::move(replaced));
    announce(m_state->history.lastChanges(now));
    return {};
}

Result<void> ConfigSession::revert(kconfig::SymbolId symbol,
                                   const kconfig::Configuration &reference)
{
    const auto reverting = revertingEdit(reference, configuration(), symbol);
    if (!reverting)
        return tl::unexpected(reverting.error());
    return edit({*reverting},
                tr("%1 taken back").arg(QString::fromStdString(shownName(model(), symbol))));
}

void ConfigSession::resetToDefaults()
{
    kconfig::Configuration &now = m_state->loaded->configuration;
    const kconfig::UserValues before = now.userValues();
    now.clear();
    const auto changes = userValueChanges(model(), before, {});
    m_state->history.push(QStringLiteral("All defaults"), before, {}, changes);
    announce(changes);
}

void ConfigSession::startEdit(const QString &text,
                              std::function<Result<void>(kconfig::Configuration &)> work, Done done)
{
    struct Outcome
    {
        kconfig::Configuration configuration;
        kconfig::UserValues before;
        kconfig::UserValues after;
        std::vector<UserValueChange> changes;
        Result<void> result;
    };
    if (!isLoaded())
        return;
    const quint64 revision = m_state->revision;
    const int generation = m_state->generation;
    m_state->jobs.run(
        [copy = configuration(), work]() mutable {
            Outcome outcome{std::move(copy), {}, {}, {}, {}};
            kconfig::Configuration &changed = outcome.configuration;
            static_cast<void>(changed.takeChanges()); // from here on the copy counts its own
            outcome.before = changed.userValues();
            outcome.result = work(changed);
            outcome.after = changed.userValues();
            outcome.changes = userValueChanges(changed.model(), outcome.before, outcome.after);
            evaluate(changed);
            return outcome;
        },
        [this, text, work, done, revision, generation](Outcome outcome) {
            if (generation != m_state->generation)
                return;
            if (revision != m_state->revision) {
                startEdit(text, work, done);
                return;
            }
            if (outcome.result)
                replace(std::move(outcome.configuration), text, std::move(outcome.before),
                        std::move(outcome.after), outcome.changes);
            if (done)
                done(outcome.result);
        });
}

void ConfigSession::replace(kconfig::Configuration configuration, const QString &text,
                            kconfig::UserValues before, kconfig::UserValues after,
                            const std::vector<UserValueChange> &changes)
{
    m_state->loaded->configuration = std::move(configuration);
    m_state->history.push(text, std::move(before), std::move(after), changes);
    announce(changes);
}

void ConfigSession::undo()
{
    if (canUndo())
        announce(m_state->history.undo(m_state->loaded->configuration));
}

void ConfigSession::redo()
{
    if (canRedo())
        announce(m_state->history.redo(m_state->loaded->configuration));
}

bool ConfigSession::canUndo() const
{
    return isLoaded() && m_state->history.canUndo();
}

bool ConfigSession::canRedo() const
{
    return isLoaded() && m_state->history.canRedo();
}

QString ConfigSession::undoText() const
{
    return m_state->history.undoText();
}

QString ConfigSession::redoText() const
{
    return m_state->history.redoText();
}

void ConfigSession::announce(const std::vector<UserValueChange> &edits)
{
    ++m_state->revision;
    const auto changed = m_state->loaded->configuration.takeChanges();
    for (const auto symbol : changed)
        updateChange(symbol);
    // What the user has said may make an edit of what followed, though the value is the same.
    for (const UserValueChange &each : edits) {
        const auto symbol = symbolOfKey(model(), each.key);
        if (symbol.isValid() && m_state->changes.contains(symbol.index))
            updateChange(symbol);
    }
    journal(edits);
    emit edited(QVector<kconfig::SymbolId>(changed.begin(), changed.end()));
    tellDirty();
}

void ConfigSession::tellDirty()
{
    if (const bool dirty = isDirty(); dirty != m_state->wasDirty) {
        m_state->wasDirty = dirty;
        emit dirtyChanged(dirty);
    }
}

void ConfigSession::updateChange(kconfig::SymbolId symbol)
{
    const kconfig::Symbol &declared = model().symbol(symbol);
    if (declared.name.empty() || declared.isConstant)
        return;
    const kconfig::Configuration &now = configuration();
    ConfigChange change;
    change.before = writtenValue(*m_state->baseline, symbol);
    change.after = writtenValue(now, symbol);
    if (change.before == change.after) {
        m_state->changes.erase(symbol.index);
        return;
    }
    change.symbol = symbol;
    change.name = QString::fromStdString(std::string(declared.name));
    change.isByUser = isEditSince(*m_state->baseline, now, symbol);
    m_state->changes[symbol.index] = change;
}

void ConfigSession::compareAll()
{
    m_state->changes.clear();
    const kconfig::Configuration &saved = *m_state->baseline;
    const kconfig::Configuration &now = configuration();
    const auto count = std::uint32_t(model().symbols().size());
    for (std::uint32_t i = 0; i < count; ++i) {
        if (saved.isWritten({i}) != now.isWritten({i}))
            updateChange({i});
    }
    for (const auto symbol : kconfig::Configuration::differences(saved, now))
        updateChange(symbol);
}

void ConfigSession::setBaseline(kconfig::Configuration baseline, std::optional<QByteArray> fileText)
{
    m_state->baseline = std::move(baseline);
    m_state->loaded->fileText = std::move(fileText);
    compareAll();
    emit savedStateChanged();
    tellDirty();
}

bool ConfigSession::isDirty() const
{
    return isLoaded() && (!hasFile() || !m_state->changes.empty());
}

int ConfigSession::changeCount() const
{
    return int(m_state->changes.size());
}

QVector<ConfigChange> ConfigSession::changes() const
{
    QVector<ConfigChange> result;
    result.reserve(qsizetype(m_state->changes.size()));
    for (const auto &[index, change] : m_state->changes)
        result.append(change);
    return result;
}

bool ConfigSession::isIncomplete() const
{
    return isLoaded() && (m_state->loaded->treeHasErrors || m_state->loaded->refusedShells > 0);
}

} // namespace kiln
