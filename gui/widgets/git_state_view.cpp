// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/git_state_view.h"

#include "widgets/credential_prompt.h"
#include "widgets/job_bar.h"
#include "widgets/palette_icon.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace kiln {

GitStateView::GitStateView(QWidget *parent)
    : QWidget(parent)
    , m_clones(new QComboBox)
    , m_facts(new QLabel)
    , m_title(new QLabel)
    , m_changed(new QListWidget)
    , m_again(new QPushButton(paletteIcon(QStringLiteral("reload")), tr("&Look Again")))
    , m_update(new QPushButton(tr("&Update")))
    , m_job(new JobBar)
{
    m_clones->setObjectName(QStringLiteral("clones"));
    m_clones->setAccessibleName(tr("Clone"));
    m_facts->setObjectName(QStringLiteral("gitFacts"));
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_changed->setObjectName(QStringLiteral("changedFiles"));
    m_changed->setAccessibleName(tr("Changed files"));
    m_update->setObjectName(QStringLiteral("updateClone"));
    m_update->setToolTip(tr("Fetch what is new and move the branch to it; changes of yours are "
                            "never overwritten"));
    m_again->setObjectName(QStringLiteral("lookAgain"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_clones, 1);
    head->addWidget(m_again);
    head->addWidget(m_update);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_facts);
    layout->addWidget(m_title);
    layout->addWidget(m_changed, 1);
    layout->addWidget(m_job);
    connect(m_clones, &QComboBox::currentIndexChanged, this, &GitStateView::look);
    connect(m_again, &QPushButton::clicked, this, &GitStateView::look);
    connect(m_update, &QPushButton::clicked, this, &GitStateView::update);
    connect(m_job, &JobBar::runningChanged, this, [this](bool running) {
        m_clones->setEnabled(!running);
        m_again->setEnabled(!running && m_clones->count() > 0);
        m_update->setEnabled(!running && m_clones->count() > 0);
    });
    fill();
}

void GitStateView::setFolders(const QStringList &folders)
{
    if (folders == m_folders)
        return;
    m_folders = folders;
    m_isStale = true;
    m_job->abandon();
    if (isVisible())
        fill();
}

void GitStateView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        fill();
}

void GitStateView::fill()
{
    m_isStale = false;
    {
        const QSignalBlocker blocker(m_clones);
        m_clones->clear();
        for (const QString &folder : m_folders) {
            if (QFileInfo::exists(folder + QStringLiteral("/.git")))
                m_clones->addItem(QFileInfo(folder).fileName() + QStringLiteral(" — ") + folder,
                                  folder);
        }
    }
    const bool isThere = m_clones->count() > 0;
    m_again->setEnabled(isThere);
    m_update->setEnabled(isThere);
    m_changed->clear();
    m_title->clear();
    m_facts->setVisible(!isThere);
    m_title->hide();
    if (isThere) {
        look();
        return;
    }
    m_facts->setText(m_folders.isEmpty()
                         ? tr("Open an application to see the state of its repositories.")
                         : tr("Neither the application nor a library of it is a clone of a "
                              "repository. “git init” in its folder makes it one."));
}

void GitStateView::look()
{
    const QString directory = m_clones->currentData().toString();
    if (directory.isEmpty())
        return;
    m_job->start(
        tr("Looking at the files…"),
        [directory](const std::shared_ptr<JobWatch> &) { return repositoryStatus(directory); },
        [this](const Result<RepositoryStatus> &status) { showStatus(status); });
}

void GitStateView::showStatus(const Result<RepositoryStatus> &status)
{
    m_changed->clear();
    m_title->clear();
    m_facts->setVisible(status.has_value());
    m_title->setVisible(status.has_value());
    if (!status)
        return;
    const CheckedOut &current = status->current;
    constexpr int shortRevision = 12;
    QStringList facts;
    facts << (current.branch.isEmpty()
                  ? tr("Revision %1, of no branch").arg(current.revision.left(shortRevision))
                  : tr("Branch %1, revision %2")
                        .arg(current.branch, current.revision.left(shortRevision)));
    facts << (status->address.isEmpty() ? tr("Cloned from nowhere")
                                        : tr("From %1").arg(status->address));
    if (status->ahead > 0)
        facts << tr("%n commit(s) that the repository did not have when it was last asked", nullptr,
                    status->ahead);
    if (status->behind > 0)
        facts << tr("%n commit(s) were fetched and are not here yet", nullptr, status->behind);
    m_facts->setText(facts.join(u'\n'));
    m_title->setText(status->changed.isEmpty()
                         ? tr("No file was changed.")
                         : tr("%n file(s) changed:", nullptr, int(status->changed.size())));
    m_changed->addItems(status->changed);
    m_changed->setVisible(!status->changed.isEmpty());
    m_update->setEnabled(!status->address.isEmpty());
    if (!m_after.isEmpty())
        m_job->showMessage(std::exchange(m_after, {}));
}

void GitStateView::update()
{
    const QString directory = m_clones->currentData().toString();
    m_job->start(
        tr("Fetching what is new…"),
        [directory, prompt = credentialPrompt(this)](const std::shared_ptr<JobWatch> &watch) {
            return updateRepository(directory, watch, prompt);
        },
        [this, directory](const Result<UpdateReport> &report) {
            if (!report)
                return;
            if (report->before == report->after) {
                m_job->showMessage(tr("There is nothing new."));
                return;
            }
            constexpr int shown = 5;
            m_after = tr("%n new commit(s):", nullptr, int(report->commits.size())) + u'\n' +
                      report->commits.mid(0, shown).join(u'\n');
            emit updated(directory);
            look();
        });
}

} // namespace kiln
