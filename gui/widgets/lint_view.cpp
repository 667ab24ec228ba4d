// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lint_view.h"

#include "widgets/issue_model.h"
#include "widgets/issue_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace kiln {

LintView::LintView(QWidget *parent)
    : QWidget(parent)
    , m_model(new IssueModel(this))
    , m_list(new IssueView(m_model))
    , m_check(new QPushButton(tr("Check Options")))
    , m_about(new QLabel)
{
    m_check->setToolTip(tr("Look for options that can never be set, names that nobody defines, "
                           "selects that ignore dependencies, and the like"));
    m_check->setObjectName(QStringLiteral("lintCheck"));
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 8, 8, 4);
    bar->setSpacing(8);
    bar->addWidget(m_check);
    bar->addWidget(m_about, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_list, 1);
    connect(m_check, &QPushButton::clicked, this, &LintView::checkRequested);
    connect(m_list, &IssueView::openRequested, this, &LintView::openRequested);
    setAvailable(false);
}

void LintView::setAvailable(bool available, const QString &whyNot)
{
    m_hasFindings = false;
    m_model->clear(Issue::Source::configuration);
    m_check->setEnabled(available);
    m_about->setText(available           ? tr("Not checked yet.")
                     : !whyNot.isEmpty() ? whyNot
                                         : tr("No options have been read."));
}

void LintView::setRunning()
{
    m_check->setEnabled(false);
    m_about->setText(tr("Checking…"));
}

void LintView::setFindings(const QVector<ConfigDiagnostic> &findings, const QString &folder)
{
    m_model->setFolder(folder);
    m_hasFindings = true;
    m_model->clear(Issue::Source::configuration);
    for (const ConfigDiagnostic &finding : findings)
        m_model->add(toIssue(finding));
    m_check->setEnabled(true);
    m_about->setText(findings.isEmpty() ? tr("Nothing to find fault with.")
                                        : tr("%n finding(s) in the Kconfig files.", nullptr,
                                             int(findings.size())));
}

} // namespace kiln
