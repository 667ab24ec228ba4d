// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One configuration being edited: load, edit with undo, save. Views and the command line use this
// one path.
#pragma once

#include "workbench/config_diagnostic.h"
#include "workbench/problem.h"
#include "workbench/project.h"

#include <kconfig/configuration.h>
#include <kconfig/model.h>
#include <kconfig/reload.h>

#include <QByteArray>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <QVector>

#include <memory>
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
};

/// Lives on one thread (the GUI's); reading the tree happens on a worker thread.
class ConfigSession : public QObject
{
    Q_OBJECT

public:
    enum class SaveMode
    {
        careful,  ///< refuses when somebody else changed the file since, or the tree is incomplete
        overwrite ///< saves whatever is there
    };

    explicit ConfigSession(QObject *parent = nullptr);
    ~ConfigSession() override;

    /// Starts reading the tree and the .config; ends with loaded() or loadFailed(). A load under
    /// way is abandoned; of the project that was loaded last, only what has changed is read.
    /// Without `trusted` no shell runs: an upstream tree then opens with what can be read, and
    /// refusedShells() counts the rest. A tree with errors opens, too: see diagnostics().
    void load(const Project &project, bool trusted);
    /// Reads .config again, and what has changed in the tree since; unsaved edits are lost, the
    /// undo history too.
    void reload();
    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] bool isLoaded() const;
    [[nodiscard]] const Project &project() const;

    /// \name What was read; only while isLoaded()
    /// @{
    [[nodiscard]] const kconfig::Model &model() const;
    [[nodiscard]] const kconfig::Configuration &configuration() const;
    /// Of the tree and the .config, in order.
    [[nodiscard]] const QVector<ConfigDiagnostic> &diagnostics() const;
    [[nodiscard]] int refusedShells() const;
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
    /// Replaces all user values by those of a defconfig or .config file, as one step of undo.
    /// Returns the remarks about the file.
    Result<QVector<ConfigDiagnostic>> import(const QString &file);
    /// Takes all user values back, as one step of undo.
    void resetToDefaults();
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
    /// How many symbols differ from the last load or save.
    [[nodiscard]] int changeCount() const;
    [[nodiscard]] QVector<ConfigChange> changes() const;
    /// @}

    /// Whether save(careful) would be refused because the tree was not read whole: it has errors,
    /// or shells were refused. Options that were not read would vanish from the file.
    [[nodiscard]] bool isIncomplete() const;
    /// Whether somebody else changed .config since it was read or saved. Reads the file.
    [[nodiscard]] bool isChangedOutside() const;

    /// Writes .config (through a temporary file; the former stays as .config.old). On failure the
    /// old file is untouched and the edits are kept.
    Result<void> save(SaveMode mode = SaveMode::careful);
    /// What save() would write.
    [[nodiscard]] QByteArray text() const;
    /// The minimal configuration (savedefconfig).
    [[nodiscard]] QByteArray minimalText() const;

signals:
    void loadStarted();
    void loaded();
    void loadFailed(const kiln::Problem &problem);
    /// Values or visibility of these symbols changed, by edit, undo or redo.
    void edited(const QVector<kconfig::SymbolId> &changed);
    void dirtyChanged(bool dirty);
    void savedTo(const QString &file);
    /// Somebody else changed .config on disk; reload() or save(overwrite) are the ways out.
    void changedOutside();

private:
    struct State;
    struct Step;

    void takeLoaded(int generation, Result<LoadedConfig> result);
    /// Makes the difference between before and now a step of undo and tells the views.
    void commit(const kconfig::Configuration &before, const QString &text);
    void announce(const kconfig::Configuration &before);
    /// Brings changes() up to date; only the symbols in `changed`, in order, are new to them.
    void updateChanges(const std::vector<kconfig::SymbolId> &changed);
    void watchFile();

    std::unique_ptr<State> m_state;
};

} // namespace kiln

Q_DECLARE_METATYPE(kconfig::SymbolId)
