// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Editing; loading is in config_session_load.cpp, files are in config_session_files.cpp, what
// others do to them in config_session_outside.cpp.
#include "workbench/config_session.h"

#include "workbench/config_session_state.h"
#include "workbench/reason_words.h"
#include "workbench/symbol_key.h"

#include <kconfig/config_file.h>
#include <kconfig/explain.h>

#include <utility>
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
    m_state->abandonLoad();
    // An orderly end: whoever ended it has been asked about unsaved edits.
    m_state->jobs.run([journal = m_state->journal] { journal->remove(); });
}

void ConfigSession::setShellSource(ShellSource shells)
{
    m_state->shells = std::move(shells);
    m_state->tree.reset();
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

const QStringList &ConfigSession::unsetVariables() const
{
    return m_state->loaded->unsetVariables;
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
            : tr("%1: back to its default").arg(name);
    return this->edit(QVector<kconfig::Edit>{edit}, text);
}

Result<void> ConfigSession::edit(const QVector<kconfig::Edit> &edits, const QString &text)
{
    kconfig::Configuration &now = m_state->loaded->configuration;
    std::vector<kconfig::Undo> replaced;
    for (const kconfig::Edit &edit : edits) {
        auto applied = now.apply(edit);
        if (!applied) {
            const std::string refusal = kconfig::whyRefused(now, edit, ReasonWords());
            for (auto each = replaced.rbegin(); each != replaced.rend(); ++each)
                now.restore(*each);
            static_cast<void>(now.takeChanges()); // all is as before
            return tl::unexpected(Problem{QString::fromStdString(refusal), {}, {}});
        }
        replaced.push_back(std::move(*applied));
    }
    m_state->history.push(text, {edits.begin(), edits.end()}, std::move(replaced));
    announce(m_state->history.lastEffect(now));
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
    const kconfig::Configuration &before = configuration();
    kconfig::Configuration after = before;
    static_cast<void>(after.takeChanges()); // from here on the copy counts its own
    after.clear();
    replace(tr("All defaults"), replacement(before, std::move(after)));
}

void ConfigSession::startEdit(const QString &text,
                              std::function<Result<void>(kconfig::Configuration &)> work, Done done,
                              const std::shared_ptr<JobWatch> &watch)
{
    struct Outcome
    {
        std::shared_ptr<const Replacement> replacement;
        Result<void> result;
    };
    if (!isLoaded())
        return;
    const quint64 revision = m_state->revision;
    const int generation = m_state->generation;
    const auto model = configuration().sharedModel();
    m_state->jobs.run(
        [before = configuration(), work, watch]() mutable {
            kconfig::Configuration changed = before;
            static_cast<void>(changed.takeChanges()); // from here on the copy counts its own
            Outcome outcome;
            outcome.result = work(changed);
            if (outcome.result && !(watch && watch->isCancelled()))
                outcome.replacement = replacement(std::move(before), std::move(changed));
            return outcome;
        },
        [this, text, work, done, watch, revision, generation, model](Outcome outcome) {
            if (generation != m_state->generation)
                return;
            if (watch && watch->isCancelled()) {
                outcome.result = tl::unexpected(cancelledProblem());
            } else if (model != configuration().sharedModel()) {
                // What `work` knows by number is something else in the tree that is here now.
                outcome.result = tl::unexpected(
                    Problem{tr("Nothing was changed: the options were read again meanwhile"),
                            {},
                            tr("Do it again.")});
            } else if (revision != m_state->revision) {
                startEdit(text, work, done, watch);
                return;
            }
            if (outcome.result)
                replace(text, outcome.replacement);
            if (done)
                done(outcome.result);
        });
}

void ConfigSession::replace(const QString &text,
                            const std::shared_ptr<const Replacement> &replacement)
{
    m_state->loaded->configuration = replacement->after;
    static_cast<void>(m_state->loaded->configuration.takeChanges()); // from here on they count
    m_state->history.push(text, replacement);
    announce(m_state->history.lastEffect(configuration()));
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

void ConfigSession::announce(const StepEffect &effect)
{
    ++m_state->revision;
    QVector<kconfig::SymbolId> changed;
    if (effect.results) {
        changed = *effect.results;
    } else {
        const auto results = m_state->loaded->configuration.takeChanges();
        changed = {results.begin(), results.end()};
    }
    for (const auto symbol : std::as_const(changed))
        m_state->changes.update(*m_state->baseline, configuration(), symbol);
    journal([effect] { return effect.userValueChanges(); });
    emit edited(changed);
    tellDirty();
}

void ConfigSession::tellDirty()
{
    if (const bool dirty = isDirty(); dirty != m_state->wasDirty) {
        m_state->wasDirty = dirty;
        emit dirtyChanged(dirty);
    }
}

/// What a partial file lacks is no change of anybody's, but saving completes it.
void ConfigSession::checkStale()
{
    setStale(false);
    if (!hasFile() || isIncomplete())
        return;
    m_state->jobs.run(
        [saved = *m_state->baseline, text = *m_state->loaded->fileText] {
            return kconfig::writeConfig(saved) != text.toStdString();
        },
        [this, generation = m_state->generation, text = *m_state->loaded->fileText](bool isStale) {
            // The file may have been written or replaced since.
            if (generation == m_state->generation && hasFile() &&
                m_state->loaded->fileText->isSharedWith(text))
                setStale(isStale);
        });
}

void ConfigSession::setStale(bool stale)
{
    if (stale == m_state->isStale)
        return;
    m_state->isStale = stale;
    emit staleChanged();
}

bool ConfigSession::isStale() const
{
    return isLoaded() && m_state->isStale;
}

void ConfigSession::compareAll()
{
    m_state->changes.updateAll(*m_state->baseline, configuration());
}

void ConfigSession::setBaseline(kconfig::Configuration baseline, std::optional<QByteArray> fileText)
{
    m_state->baseline = std::move(baseline);
    m_state->loaded->fileText = std::move(fileText);
    compareAll();
    checkStale();
    emit savedStateChanged();
    tellDirty();
}

bool ConfigSession::isDirty() const
{
    return isLoaded() && (!hasFile() || !m_state->changes.isEmpty());
}

int ConfigSession::changeCount() const
{
    return m_state->changes.count();
}

QVector<kconfig::SymbolId> ConfigSession::changedSymbols() const
{
    return m_state->changes.symbols();
}

QVector<ConfigChange> ConfigSession::changes() const
{
    QVector<ConfigChange> result;
    if (!isLoaded())
        return result;
    const kconfig::Configuration &saved = *m_state->baseline;
    const kconfig::Configuration &now = configuration();
    result.reserve(changeCount());
    for (const kconfig::SymbolId symbol : changedSymbols()) {
        const std::string name(model().symbol(symbol).name);
        ConfigDifference difference = differenceOf(saved, now, symbol);
        result.append({symbol, QString::fromStdString(name), std::move(difference.before),
                       std::move(difference.after), difference.isByUser});
    }
    return result;
}

bool ConfigSession::isIncomplete() const
{
    return isLoaded() && (m_state->loaded->treeHasErrors || m_state->loaded->refusedShells > 0);
}

} // namespace kiln
