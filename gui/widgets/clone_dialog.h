// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A repository cloned to a folder.
#pragma once

#include "widgets/job_dialog.h"
#include "workbench/git_clone.h"

class QLabel;

namespace kiln {

class PathEdit;
class RepositoryForm;

class CloneDialog : public JobDialog
{
    Q_OBJECT

public:
    /// The clone's folder will be made in `parentFolder`; `treeVersion`: see RepositoryForm.
    CloneDialog(const QString &parentFolder, const QString &treeVersion, QWidget *parent = nullptr);

    [[nodiscard]] RepositoryForm *repository() const { return m_repository; }
    [[nodiscard]] PathEdit *folderEdit() const { return m_folder; }

signals:
    /// It is there, and not trusted.
    void cloned(const kiln::CheckedOut &clone);

protected:
    void begin() override;

private:
    void refresh();

    std::shared_ptr<GitPrompt> m_prompt;
    QString m_parentFolder;
    RepositoryForm *m_repository;
    PathEdit *m_folder;
    bool m_isFolderTyped = false;
    bool m_isFilling = false;
};

} // namespace kiln
