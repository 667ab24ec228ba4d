// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The Kraftfile of an application: what it says, and single values changed.
#pragma once

#include "widgets/links.h"
#include "workbench/kraftfile_entries.h"
#include "workbench/text_file.h"

#include <QFileSystemWatcher>
#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace kiln {

class JobBar;
class KraftfileModel;

class KraftfileView : public QWidget
{
    Q_OBJECT

public:
    explicit KraftfileView(QWidget *parent = nullptr);

    /// Shows that of the application in this folder; empty: no application is open. The file is
    /// read when the view is visible, and again when it changes.
    void setDirectory(const QString &directory);
    [[nodiscard]] KraftfileModel *model() const { return m_model; }
    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] JobBar *job() const { return m_job; }
    /// What it says that has no effect here, and why.
    [[nodiscard]] QLabel *notes() const { return m_notes; }

signals:
    void openRequested(const kiln::SourcePlace &place);
    /// The file's `kconfig` entries should be edits of the configuration.
    void applyRequested();
    /// The file was changed here, or by somebody else.
    void fileChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void showContents(const Result<KraftfileContents> &contents);
    void showNothing();
    void change(const KraftEntry &entry, const QString &value);
    void keepWatching();
    void make();
    void openCurrent();

    QString m_directory;
    QString m_path; ///< of the file that is shown
    bool m_isStale = true;
    bool m_isWriting = false;
    FileStamp m_written; ///< of the file as it was last written here
    KraftfileModel *m_model;
    QLabel *m_title;
    QTreeView *m_tree;
    QLabel *m_notes;
    QLabel *m_nothing;
    QPushButton *m_make;
    QPushButton *m_apply;
    QPushButton *m_open;
    JobBar *m_job;
    QFileSystemWatcher m_watcher;
};

} // namespace kiln
