// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Toolchains found and missing, with the command that installs what is missing.
#pragma once

#include "workbench/tool_survey.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace kiln {

class JobBar;

/// Looks for the programs when it is shown for the first time, and when asked to.
class ToolchainView : public QWidget
{
    Q_OBJECT

public:
    explicit ToolchainView(QWidget *parent = nullptr);

    [[nodiscard]] QTreeWidget *tree() const { return m_tree; }
    /// Installs all that is missing and needed; empty: nothing is.
    [[nodiscard]] QLineEdit *commandEdit() const { return m_command; }
    [[nodiscard]] QPushButton *copyButton() const { return m_copy; }
    [[nodiscard]] JobBar *job() const { return m_job; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void look();
    void showTools(const QVector<Toolchain> &toolchains);
    void showCommand();

    QVector<Toolchain> m_toolchains;
    QTreeWidget *m_tree;
    QLabel *m_words;
    QLineEdit *m_command;
    QPushButton *m_copy;
    JobBar *m_job;
    bool m_hasLooked = false;
};

} // namespace kiln
