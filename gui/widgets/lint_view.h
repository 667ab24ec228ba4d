// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Faults of the option tree, each with its place and what to do.
#pragma once

#include "widgets/links.h"
#include "workbench/config_diagnostic.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kiln {

class IssueModel;
class IssueView;

class LintView : public QWidget
{
    Q_OBJECT

public:
    explicit LintView(QWidget *parent = nullptr);

    /// Whether there are options to check, and why not.
    void setAvailable(bool available, const QString &whyNot = {});
    /// Says that the work goes on.
    void setRunning();
    /// Places are shown relative to `folder`.
    void setFindings(const QVector<ConfigDiagnostic> &findings, const QString &folder);
    /// Whether findings are shown.
    [[nodiscard]] bool hasFindings() const { return m_hasFindings; }
    [[nodiscard]] IssueModel *issues() const { return m_model; }
    [[nodiscard]] IssueView *list() const { return m_list; }
    [[nodiscard]] QPushButton *checkButton() const { return m_check; }

signals:
    void checkRequested();
    void openRequested(const kiln::SourcePlace &place);

private:
    IssueModel *m_model;
    IssueView *m_list;
    QPushButton *m_check;
    QLabel *m_about;
    bool m_hasFindings = false;
};

} // namespace kiln
