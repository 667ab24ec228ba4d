// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The clones that an application consists of: branch, what changed, and what is new.
#pragma once

#include "workbench/git_status.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace kiln {

class JobBar;

class GitStateView : public QWidget
{
    Q_OBJECT

public:
    explicit GitStateView(QWidget *parent = nullptr);

    /// Folders of which some may be clones: the application, its libraries, the kernel tree. They
    /// are looked at when the view is visible.
    void setFolders(const QStringList &folders);
    [[nodiscard]] QComboBox *cloneBox() const { return m_clones; }
    [[nodiscard]] QLabel *facts() const { return m_facts; }
    [[nodiscard]] QListWidget *changedFiles() const { return m_changed; }
    [[nodiscard]] QPushButton *updateButton() const { return m_update; }
    [[nodiscard]] JobBar *job() const { return m_job; }

signals:
    /// Files in this folder are others now.
    void updated(const QString &directory);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void look();
    void showStatus(const Result<RepositoryStatus> &status);
    void update();

    QStringList m_folders;
    bool m_isStale = true;
    QString m_after; ///< what is to be said once the state has been read again
    QComboBox *m_clones;
    QLabel *m_facts;
    QLabel *m_title;
    QListWidget *m_changed;
    QPushButton *m_again;
    QPushButton *m_update;
    JobBar *m_job;
};

} // namespace kiln
