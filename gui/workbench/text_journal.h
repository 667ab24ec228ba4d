// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Unsaved edits of text files on disk, so that they outlive a crash of the program.
//
// A journal is two files in the user's state folder: a copy of what the edited file contained
// (`….base`), and a text file with a line of JSON that says which file it is about, then a line for
// each insertion and deletion. It exists from the first edit after reading or saving until the next
// save or an orderly end. A lock (flock) on it tells a journal in use from one left behind.
#pragma once

#include "workbench/background_jobs.h"
#include "workbench/text_file.h"

#include <QDateTime>
#include <QObject>

namespace kiln {

/// What a session that no longer runs has left behind of one file.
struct TextRecovery
{
    QString journal; ///< the file the edits are in
    QString file;    ///< the file they are about
    QDateTime lastEdit;
    QByteArray text;          ///< with the edits
    bool isOtherFile = false; ///< the file says something else now than when they were made
    bool isTorn = false;      ///< the last edit was not written whole; it is left out
};

/// Writes the journal of one file. Lives on one thread; files are written on another.
class TextJournal : public QObject
{
    Q_OBJECT

public:
    /// An empty folder: nothing is written. See EditJournal::defaultDirectory().
    explicit TextJournal(QString directory, QObject *parent = nullptr);
    /// Leaves the files behind; see remove().
    ~TextJournal() override;

    /// From here on edits are about this file as this stamp tells it. What was journalled before is
    /// dropped.
    void restart(const QString &file, const FileStamp &stamp);
    /// At a byte of the text `removed` bytes went and these came.
    void edit(qint64 at, qint64 removed, const QByteArray &added);
    /// Removes the files: nothing is unsaved, or the user does not want it.
    void remove();
    /// Waits until everything is on disk.
    void wait() { m_jobs.wait(); }

    /// What abandoned journals say, the newest of each file. Those that come to nothing are
    /// removed. Reads files. Any thread.
    [[nodiscard]] static QList<TextRecovery> find(const QString &directory);
    /// Removes a journal that has been dealt with.
    static void forget(const TextRecovery &recovery);

signals:
    /// Edits are not protected; said once until the next restart().
    void failed(const kiln::Problem &problem);

private:
    struct Writer;

    void run(std::function<Result<void>(Writer &)> work);

    QString m_directory;
    std::shared_ptr<Writer> m_writer; ///< the worker's
    bool m_hasFailed = false;
    BackgroundJobs m_jobs;
};

} // namespace kiln
