// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One configuration being edited: load, edit with undo, save. Views and the command line use this
// one path.
#pragma once

#include "workbench/config_diagnostic.h"
#include "workbench/config_difference.h"
#include "workbench/edit_history.h"
#include "workbench/edit_journal.h"
#include "workbench/fragment_merge.h"
#include "workbench/job_watch.h"
#include "workbench/problem.h"
#include "workbench/project.h"
#include "workbench/shell_source.h"
#include "workbench/three_way_merge.h"

#include <kconfig/configuration.h>
#include <kconfig/model.h>
#include <kconfig/reload.h>

#include <QByteArray>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <QVector>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace kiln {

struct LoadedConfig;

/// A difference between two states of the configuration, as shown in lists of changes.
struct ConfigChange
{
    kconfig::SymbolId symbol;
    QString name;   ///< without CONFIG_
    QString before; ///< value as text; empty: none
    QString after;
    bool isByUser = false; ///< an edit, not an effect of one
};

/// Somebody else's .config, and how it goes together with the edits made here.
struct OutsideChange
{
    std::optional<QByteArray> text; ///< what the file says now; nothing: it is gone
    int theirs = 0;                 ///< options that only the file has changed
    int mine = 0;                   ///< options that only were changed here
    QVector<MergeConflict> conflicts;
};

/// Lives on one thread (the GUI's); reading the tree happens on a worker thread, and so does what
/// the functions named start…() do. Those end with a call of `done` on the session's thread, unless
/// the session is gone or has loaded something else by then.
class ConfigSession : public QObject
{
    Q_OBJECT

public:
    enum class SaveMode
    {
        careful,  ///< refuses when somebody else changed the file since, or the tree is incomplete
        overwrite ///< saves whatever is there
    };
    enum class ReloadMode
    {
        takeFile, ///< values become the file's, as one step of undo
        keepEdits ///< unsaved edits stay
    };
    enum class OutsideChoice
    {
        merge,    ///< theirs and mine, as one step of undo
        takeFile, ///< theirs alone, as one step of undo
        keepMine  ///< nothing changes here; the next save replaces theirs
    };
    using Done = std::function<void(const Result<void> &)>;

    explicit ConfigSession(QObject *parent = nullptr);
    ~ConfigSession() override;

    /// Who answers `$(shell,…)` calls from the next load() on, in place of the machine; see
    /// ConfigTree. Called on a worker thread.
    void setShellSource(ShellSource shells);

    /// Starts reading the tree and the .config; ends with loaded() or loadFailed(). A load under
    /// way is abandoned; of the project that was loaded last, only what has changed is read.
    /// Without `trusted` no shell runs: an upstream tree then opens with what can be read, and
    /// refusedShells() counts the rest. A tree with errors opens, too: see diagnostics(). Another
    /// .config ends the history of edits; the same one is reload().
    void load(const Project &project, bool trusted);
    /// Reads .config again, and what has changed in the tree since. The history of edits stays, as
    /// far as there are still the symbols. When it fails, what was loaded stays: loadFailed() comes
    /// first, then loaded().
    void reload(ReloadMode mode = ReloadMode::takeFile);
    /// The same, after the user has said whether the project is trusted.
    void reload(ReloadMode mode, bool trusted);
    [[nodiscard]] bool isLoading() const;
    /// Gives up the load under way. What was loaded of the project before stays: loadFailed() comes
    /// first, then loaded(). Does nothing when nothing is loading.
    void cancelLoading();
    /// How many commands of the tree the load under way has had answers of so far; for telling
    /// that it goes on.
    [[nodiscard]] int commandsAnswered() const;
    [[nodiscard]] bool isLoaded() const;
    [[nodiscard]] const Project &project() const;

    /// \name What was read; only while isLoaded()
    /// @{
    [[nodiscard]] const kconfig::Model &model() const;
    [[nodiscard]] const kconfig::Configuration &configuration() const;
    /// As the file was last read or saved.
    [[nodiscard]] const kconfig::Configuration &savedConfiguration() const;
    /// Of the tree and the .config, in order.
    [[nodiscard]] const QVector<ConfigDiagnostic> &diagnostics() const;
    [[nodiscard]] int refusedShells() const;
    /// Variables that are not set but that paths of Kconfig files need.
    [[nodiscard]] const QStringList &unsetVariables() const;
    /// How much of the tree the last load had to read.
    [[nodiscard]] const kconfig::ReloadEffort &effort() const;
    /// Whether there is a .config on disk as far as known.
    [[nodiscard]] bool hasFile() const;
    /// The defconfig a new configuration was started from; empty when there was none.
    [[nodiscard]] QString startedFrom() const;
    /// @}

    /// \name Editing
    /// @{
    /// Applies one edit; the Problem says why it can't be made. Signals edited().
    Result<void> edit(const kconfig::Edit &edit);
    /// Applies several as one step of undo; all or none.
    Result<void> edit(const QVector<kconfig::Edit> &edits, const QString &text);
    /// Gives an option the value it has in another configuration of this model; the Problem says
    /// why that can't be.
    Result<void> revert(kconfig::SymbolId symbol, const kconfig::Configuration &reference);
    /// Replaces all user values by those of a defconfig or .config file, as one step of undo.
    /// Returns the remarks about the file. Reads the file.
    Result<QVector<ConfigDiagnostic>> import(const QString &file);
    /// The same on a worker thread. It can be watched and cancelled through `watch`.
    void startImport(const QString &file,
                     std::function<void(const Result<QVector<ConfigDiagnostic>> &)> done,
                     const std::shared_ptr<JobWatch> &watch = {});
    /// Adds the values of a fragment as one step of undo.
    void startMerge(const QString &file, std::function<void(const Result<FragmentReport> &)> done,
                    const std::shared_ptr<JobWatch> &watch = {});
    /// Changes a copy of the configuration on a worker thread, then takes it as one step of undo.
    /// Runs `work` again when there was an edit meanwhile. An error of `work` changes nothing, nor
    /// does what is cancelled through `watch` before the end.
    void startEdit(const QString &text, std::function<Result<void>(kconfig::Configuration &)> work,
                   Done done, const std::shared_ptr<JobWatch> &watch = {});
    /// Takes all user values back, as one step of undo.
    void resetToDefaults();
    /// The history reaches back to when the file was opened, saves in between or not.
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    /// "LIBUKDEBUG: n -> y"; empty when there is nothing to undo.
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;
    /// @}

    /// \name Compared with the file
    /// @{
    /// Whether save() would write something: values differ from the file's, or there is no file.
    [[nodiscard]] bool isDirty() const;
    /// Whether save() would write other text though no value differs: the file lacks options, or
    /// says them in another way. Found out on a worker thread after reading; staleChanged() tells.
    [[nodiscard]] bool isStale() const;
    /// How many symbols differ from the last load or save.
    [[nodiscard]] int changeCount() const;
    /// Which these are, in the order of their ids: what changes() tells in words.
    [[nodiscard]] QVector<kconfig::SymbolId> changedSymbols() const;
    [[nodiscard]] QVector<ConfigChange> changes() const;
    /// @}

    /// \name Saving
    /// @{
    /// Whether save(careful) would be refused because the tree was not read whole: it has errors,
    /// or shells were refused. Options that were not read would vanish from the file.
    [[nodiscard]] bool isIncomplete() const;
    /// Whether somebody else changed .config since it was read or saved. Reads the file.
    [[nodiscard]] bool isChangedOutside() const;
    /// Writes .config (through a temporary file; the former stays as .config.old). On failure the
    /// old file is untouched and the edits are kept.
    Result<void> save(SaveMode mode = SaveMode::careful);
    /// The same on a worker thread. Edits made meanwhile are unsaved.
    void startSave(SaveMode mode, Done done);
    /// Writes another file, which is the project's configuration from then on. What is there
    /// already stays as FILE.old.
    void startSaveAs(const QString &file, Done done);
    /// Writes the minimal configuration (savedefconfig) to a file.
    void startSaveMinimal(const QString &file, Done done);
    /// What save() would write.
    [[nodiscard]] QByteArray text() const;
    /// The minimal configuration (savedefconfig).
    [[nodiscard]] QByteArray minimalText() const;
    /// @}

    /// \name When somebody else changes the file
    /// @{
    /// Whether the file is known to be somebody else's by now: save(careful) is refused until that
    /// has been dealt with.
    [[nodiscard]] bool isOutdated() const;
    /// What changedOutside() was about; nothing once it has been dealt with.
    [[nodiscard]] const std::optional<OutsideChange> &outsideChange() const;
    /// Of options that both have changed, mine stay but for those in `takeTheirs`. Ends with
    /// outsideTaken().
    void takeOutside(OutsideChoice choice, const QVector<kconfig::SymbolId> &takeTheirs = {});
    /// @}

    /// \name When the program crashes
    /// @{
    /// Unsaved edits are journalled in this folder (see edit_journal.h); empty: they are not. Set
    /// it before loading.
    void setJournalDirectory(const QString &directory);
    /// Edits that an earlier session left behind; see recoveryFound().
    [[nodiscard]] const std::optional<Recovery> &recovery() const;
    /// Makes those edits, as one step of undo. Ends with recoveryTaken().
    void takeRecovery();
    /// Forgets them for good.
    void dropRecovery();
    /// Waits until everything that was started is on disk.
    void finishWriting();
    /// @}

signals:
    void loadStarted();
    void loaded();
    void loadFailed(const kiln::Problem &problem);
    /// Values or visibility of these symbols changed, by edit, undo or redo.
    void edited(const QVector<kconfig::SymbolId> &changed);
    void dirtyChanged(bool dirty);
    /// See isStale().
    void staleChanged();
    /// What changes() compares with is another: after saving, and after changes from outside.
    void savedStateChanged();
    void savedTo(const QString &file);
    /// Somebody else changed .config on disk: see outsideChange().
    void changedOutside();
    void outsideTaken(kiln::ConfigSession::OutsideChoice choice);
    /// See recovery().
    void recoveryFound();
    void recoveryTaken();
    /// diagnostics() are others: .config was read again.
    void diagnosticsChanged();
    /// Edits are not protected against a crash. Said once until the next save.
    void journalFailed(const kiln::Problem &problem);

private:
    struct State;
    struct WriteRequest;
    struct Written;

    void start(const Project &project, bool trusted, ReloadMode mode);
    void failToLoad(int generation, const Problem &problem);
    void takeLoaded(int generation, ReloadMode mode, std::shared_ptr<LoadedConfig> result);
    void moveOver(int generation, ReloadMode mode, const std::shared_ptr<LoadedConfig> &result);
    void show(bool isFirst);
    /// Tells views and journal what a step, or taking one back, has changed.
    void announce(const StepEffect &effect);
    /// Takes a changed copy of the configuration as one step.
    void replace(const QString &text, const std::shared_ptr<const Replacement> &replacement);
    void compareAll();
    /// From now on changes() compares with this.
    void setBaseline(kconfig::Configuration baseline, std::optional<QByteArray> fileText);
    void tellDirty();
    void checkStale();
    void setStale(bool stale);
    [[nodiscard]] std::optional<Problem> whyNotSaved() const;
    [[nodiscard]] WriteRequest writeRequest(SaveMode mode) const;
    static Written write(const WriteRequest &request);
    void startWrite(WriteRequest request, Done done);
    /// `opening`, `revision`: what they were when it was to be written; no revision: another
    /// tree's.
    void endWrite(Written written, int opening, std::optional<quint64> revision, const Done &done);
    void takeWritten(Written written, std::optional<quint64> revision);
    void moveWritten(Written written, const Done &done);
    void watchFile();
    void checkOutside();
    void judgeOutside(std::optional<QByteArray> text);
    /// `changes` is called on another thread.
    void journal(std::function<std::vector<UserValueChange>()> changes);
    void restartJournal();
    void lookForRecovery();

    std::unique_ptr<State> m_state;
};

} // namespace kiln
