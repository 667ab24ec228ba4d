// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/job_dialog.h"

#include "widgets/remembered_layout.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kiln {

JobDialog::JobDialog(const QString &name, const QString &title, const QString &button,
                     QWidget *parent)
    : QDialog(parent)
    , m_job(new JobBar)
    , m_body(new QVBoxLayout)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel))
    , m_start(m_buttons->addButton(button, QDialogButtonBox::AcceptRole))
{
    setObjectName(name);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_start->setObjectName(QStringLiteral("start"));
    m_body->setSpacing(12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(m_body, 1);
    layout->addWidget(m_job);
    layout->addWidget(m_buttons);
    m_start->setDefault(true); // now that it is in the dialog
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        if (m_start->isEnabled())
            begin();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_job, &JobBar::runningChanged, this, [this](bool running) {
        if (!running && m_isClosing)
            QDialog::reject();
        update();
    });
    rememberWindow(this, name + QStringLiteral("/size"));
}

void JobDialog::reject()
{
    if (!m_job->isRunning()) {
        QDialog::reject();
        return;
    }
    // What the job has begun is taken back before the dialog goes.
    m_isClosing = true;
    m_job->cancel();
}

void JobDialog::setMissing(const QString &text)
{
    m_missing = text;
    update();
}

void JobDialog::update()
{
    m_start->setEnabled(m_missing.isEmpty() && !m_job->isRunning());
    m_start->setToolTip(m_missing);
}

} // namespace kiln
