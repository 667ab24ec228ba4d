// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Unsaved edits on disk, so that they outlive a crash of the program.
//
// A journal is a text file in the user's state folder: a line of JSON that says which .config it is
// about and what that file contained, then a line for each edit, undo and redo. It exists from the
// first edit after loading or saving until the next save or an orderly end. A lock (flock) on it
// tells a journal in use from one left behind.
#pragma once

#include "workbench/edit_history.h"
#include "workbench/problem.h"

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

namespace kiln {

/// Edits that a session which no longer runs has left behind.
struct Recovery
{
    QString journal;                      ///< the file they are in
    QDateTime lastEdit;                   ///< when the last of them was made
    std::vector<UserValueChange> changes; ///< what they come to; each option once
    bool isOtherFile = false;    ///< .config says something else now than when they were made
    bool isTorn = false;         ///< the last edit was not written whole; it is left out
    bool isOtherVersion = false; ///< written by a Kiln with another format; `changes` is empty
};

/// Writes one journal. Any one thread; its calls wait for the disk.
class EditJournal
{
public:
    /// The folder for all journals: `kiln/journals` in XDG_STATE_HOME, or in ~/.local/state.
    [[nodiscard]] static QString defaultDirectory();
    /// What the newest journal that nobody uses says about this .config; `content` is what the file
    /// holds now. Journals that come to nothing are removed.
    [[nodiscard]] static std::optional<Recovery> find(const QString &directory,
                                                      const QString &configFile,
                                                      const std::optional<QByteArray> &content);

    EditJournal() = default;
    EditJournal(const EditJournal &) = delete;
    EditJournal &operator=(const EditJournal &) = delete;
    /// Leaves the file behind; see remove().
    ~EditJournal();

    /// From here on edits are about this .config with this content; the file is made with the
    /// first edit. What was journalled before is dropped.
    void restart(const QString &directory, const QString &configFile,
                 const std::optional<QByteArray> &content);
    /// Adds what an edit changed.
    Result<void> append(const std::vector<UserValueChange> &changes);
    /// Removes the file: nothing is unsaved, or the user does not want it.
    void remove();
    /// Empty while there is none.
    [[nodiscard]] const QString &file() const { return m_file; }

private:
    Result<void> begin();

    QString m_directory;
    QString m_configFile;
    QByteArray m_hash;
    QString m_file;
    int m_descriptor = -1;
};

} // namespace kiln

Q_DECLARE_METATYPE(kiln::Recovery)
