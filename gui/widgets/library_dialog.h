// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A library added to the open application.
#pragma once

#include "widgets/job_dialog.h"
#include "workbench/library_addition.h"

class QLineEdit;

namespace kiln {

class RepositoryForm;

class LibraryDialog : public JobDialog
{
    Q_OBJECT

public:
    explicit LibraryDialog(const Project &project, QWidget *parent = nullptr);

    [[nodiscard]] RepositoryForm *repository() const { return m_repository; }
    [[nodiscard]] QLineEdit *nameEdit() const { return m_name; }

signals:
    /// It is there, and the Kraftfile names it.
    void added(const kiln::AddedLibrary &library);

protected:
    void begin() override;

private:
    void refresh();

    Project m_project;
    std::shared_ptr<GitPrompt> m_prompt;
    RepositoryForm *m_repository;
    QLineEdit *m_name;
};

} // namespace kiln
