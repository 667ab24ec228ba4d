// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The file behind an editor: read, edited, journalled, watched and saved.
#pragma once

#include "workbench/background_jobs.h"
#include "workbench/text_file.h"
#include "workbench/text_journal.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QsciScintilla;

namespace kiln {

class SourceText;
class UndoChain;

/// Bytes of a file that nobody edits are the same after a save, whatever they are: blanks, line
/// ends, characters that are no UTF-8. GUI thread; files are written on another, and no call works
/// longer than a turn of the event loop may take, however large the file is.
class EditorDocument : public QObject
{
    Q_OBJECT

public:
    /// The editor must outlive it. Unsaved edits are journalled in the folder; empty: they are not.
    EditorDocument(QsciScintilla *editor, const QString &journalDirectory,
                   QObject *parent = nullptr);
    ~EditorDocument() override;

    /// Begins to read a file; completed() tells the end. Says why it can't be read, else is empty.
    [[nodiscard]] QString load(const QString &file);
    /// Shows a message in the place of a text; nothing can be edited.
    void showMessage(const QString &message);
    [[nodiscard]] QsciScintilla *editor() const { return m_editor; }
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const TextForm &form() const { return m_form; }
    /// Whether all of the text is there.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] QString firstLine() const;
    [[nodiscard]] bool isModified() const { return m_isEdited || m_isUnsaved || m_isWriting; }
    /// Whether it can't be edited here (no text, or not all there); a file that can't be written
    /// can be edited and saved elsewhere.
    [[nodiscard]] bool isReadOnly() const;
    /// Whether the file was changed or removed by somebody else while there are edits here.
    [[nodiscard]] bool isChangedOutside() const { return m_isOutdated; }
    /// The text as it would be saved. For texts of usual size.
    [[nodiscard]] QByteArray bytes() const;

    using Done = std::function<void(const Result<void> &)>;
    /// Saves, then calls `done`; at once where there is nothing to save, or no whole text yet.
    /// Refuses, with changedOutside(), what somebody else has changed since, unless told to
    /// `overwrite`.
    void save(Done done, bool overwrite = false);
    /// Saves to another file, which is this document's from then on.
    void saveAs(const QString &file, Done done);
    /// Takes what the file contains now, as one step of undo.
    void reload();
    /// Goes on with the text here: the next save replaces the other.
    void keepMine();
    /// Makes a text the current one, as one step of undo.
    void takeText(const QByteArray &text);
    /// Forgets unsaved edits for good: nothing is left to be recovered.
    void discard();
    /// Looks now whether somebody else has changed the file.
    void checkOutside();

    /// \name Work on the text that takes several turns of the event loop
    /// @{
    /// Calls `work` when nobody holds the text: now, or after the one who does.
    void whenFree(std::function<void()> work);
    /// Until release() only the caller changes the text: keys do nothing, and saves and what others
    /// did to the file wait. Nobody may hold it. Returns a number for release().
    [[nodiscard]] int hold();
    void release(int hold);
    /// Takes a piece of the text, which is held, byte by byte; calls `done` now or later.
    using Copied = std::function<void(const QList<QByteArray> &pieces)>;
    void copy(int hold, qint64 begin, qint64 end, Copied done);
    /// For edits of many parts by the one who holds it.
    [[nodiscard]] UndoChain *undoChain() const { return m_undoChain; }
    /// Whether somebody holds it.
    [[nodiscard]] bool isHeld() const { return m_hold != 0; }
    /// @}

signals:
    /// The text came whole, in another document of Scintilla's without styles and markers.
    void replaced();
    /// Lines came at the end while the file was read.
    void added();
    /// All of the text is there and can be edited.
    void completed();
    /// In a line there is other text, and `added` lines came below it (negative: went).
    void edited(int line, int added);
    void modifiedChanged(bool modified);
    /// See isChangedOutside().
    void changedOutside(bool isRemoved);
    void reloaded();
    void saved();
    void fileChanged();
    /// Another file is about to be loaded: who held the text holds it no more.
    void holdLost();
    void problem(const kiln::Problem &problem);

private:
    struct Copy;

    void makeEditable();
    void onModified(int at, int kind, const char *text, int length, int linesAdded);
    void onModifiedSoon(int at, const QByteArray &inserted, int removed);
    void tellEdited();
    void setUnsaved(bool unsaved);
    void startSave(const QString &file, Done done);
    void startWaiting();
    void goOnCopying();
    void write(const QString &file, const QList<QByteArray> &pieces, const Done &done);
    void endSave(const QString &file, const Result<FileStamp> &result, const Done &done);
    void watch();

    QsciScintilla *m_editor;
    SourceText *m_text;
    UndoChain *m_undoChain;
    QString m_file;
    TextForm m_form;
    FileStamp m_stamp;
    bool m_isEditable = false;
    bool m_isEdited = false;  ///< other than at Scintilla's save point
    bool m_isUnsaved = false; ///< the save point is on no disk
    bool m_isOutdated = false;
    bool m_isWriting = false; ///< what the watcher sees is our own doing
    bool m_isSaving = false;
    int m_editedLine = -1; ///< of an edit that edited() has not told yet; -1: there is none
    int m_linesBefore = 0; ///< that edit
    std::unique_ptr<Copy> m_copy;
    int m_hold = 0; ///< who holds the text; 0: nobody
    int m_holds = 0;
    QList<std::function<void()>> m_waiting; ///< until nobody holds it and no save is under way
    QFileSystemWatcher m_watcher;
    QTimer m_look;
    QTimer m_copier;
    TextJournal m_journal;
    BackgroundJobs m_jobs;
};

} // namespace kiln
