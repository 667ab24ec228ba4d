// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One configuration being edited: load, edit with undo, save. Views and the command line use this
// one path.
#pragma once

#include "workbench/problem.h"
#include "workbench/project.h"

#include <kconfig/configuration.h>
#include <kconfig/diagnostic.h>
#include <kconfig/model.h>

#include <QDateTime>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <QVector>

#include <memory>
#include <optional>

class QFileSystemWatcher;

namespace kiln {

/// A remark about the option tree or the .config that was read, ready to be shown and clicked.
struct ConfigDiagnostic
{
    kconfig::Severity severity = kconfig::Severity::error;
    QString file; ///< path as an editor can open it; empty when there is no place
    int line = 0; ///< from 1; 0: the whole file
    int column = 0;
    QString message; ///< what is wrong
    QString hint;    ///< what to do
    QString text;    ///< the whole of it as a compiler prints it, several lines
};

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
        careful,  ///< refuses when the file was changed by somebody else since it was read
        overwrite ///< saves whatever is there
    };

    explicit ConfigSession(QObject *parent = nullptr);
    ~ConfigSession() override;

    /// Starts reading the tree and the .config; ends with loaded() or loadFailed(). A load under
    /// way is abandoned. Without `trusted` no shell runs: an upstream tree then opens with what can
    /// be read, and refusedShells() counts the rest.
    void load(const Project &project, bool trusted);
    /// Reads tree and .config again; unsaved edits are lost, the undo history too.
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
    struct Loaded;
    struct Step;
    struct State;

    void finishLoad(int generation, std::shared_ptr<Loaded> loaded);
    void replaceValues(const kconfig::UserValues &values);
    void push(Step step);
    void announce(const QVector<kconfig::SymbolId> &changed);
    void noteFile();
    [[nodiscard]] bool fileChangedOutside() const;
    void checkOutside();

    std::unique_ptr<State> m_state;
};

} // namespace kiln

Q_DECLARE_METATYPE(kiln::ConfigDiagnostic)
Q_DECLARE_METATYPE(kconfig::SymbolId)
