// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/repository_form.h"

#include "widgets/catalogue_model.h"
#include "widgets/job_bar.h"
#include "widgets/palette_icon.h"
#include "widgets/row_delegate.h"
#include "workbench/git_clone.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace kiln {

namespace {

/// Words of a search have neither.
bool isAddress(const QString &text)
{
    return text.contains(u'/') || text.contains(u':');
}

QList<CatalogueEntry> entries()
{
    const auto read = readCatalogue();
    return read ? *read : QList<CatalogueEntry>();
}

} // namespace

RepositoryForm::RepositoryForm(const QStringList &kinds, QString treeVersion, JobBar *job,
                               std::shared_ptr<GitPrompt> prompt, QWidget *parent)
    : QWidget(parent)
    , m_treeVersion(std::move(treeVersion))
    , m_job(job)
    , m_prompt(std::move(prompt))
    , m_model(new CatalogueModel(entries(), kinds, this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_address(new QLineEdit)
    , m_list(new QTreeView)
    , m_version(new QComboBox)
    , m_ask(new QPushButton(tr("&List Versions")))
{
    m_address->setObjectName(QStringLiteral("address"));
    m_address->setAccessibleName(tr("Address or name"));
    m_address->setPlaceholderText(tr("https://…, ssh, git, a folder; or a name to look for"));
    m_address->addAction(paletteIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_address->setClearButtonEnabled(true);
    m_filter->setSourceModel(m_model);
    m_filter->setFilterRole(CatalogueModel::SearchRole);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setObjectName(QStringLiteral("catalogue"));
    m_list->setAccessibleName(tr("Catalogue"));
    m_list->setModel(m_filter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setAllColumnsShowFocus(true);
    m_list->resizeColumnToContents(CatalogueModel::nameColumn);
    m_list->header()->setStretchLastSection(true);
    m_version->setEditable(true);
    m_version->setObjectName(QStringLiteral("version"));
    m_version->setAccessibleName(tr("Version"));
    m_version->lineEdit()->setPlaceholderText(tr("what the repository shows"));
    m_version->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_ask->setObjectName(QStringLiteral("listVersions"));
    m_ask->setAutoDefault(false);
    m_ask->setToolTip(tr("Ask the repository for its branches and tags"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_version, 1);
    row->addWidget(m_ask);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    auto *label = new QLabel(tr("&Version:"));
    label->setBuddy(m_version);
    form->addRow(label, row);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_address);
    layout->addWidget(m_list, 1);
    layout->addLayout(form);
    setFocusProxy(m_address);
    connect(m_address, &QLineEdit::textChanged, this, &RepositoryForm::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RepositoryForm::choose);
    connect(m_version, &QComboBox::currentTextChanged, this, &RepositoryForm::changed);
    connect(m_ask, &QPushButton::clicked, this, &RepositoryForm::askVersions);
    connect(m_job, &JobBar::runningChanged, this, &RepositoryForm::choose);
    search();
}

void RepositoryForm::search()
{
    const QString text = m_address->text().trimmed();
    const bool isTyped = isAddress(text);
    // The selection follows while rows come and go.
    m_isSearching = true;
    m_filter->setFilterFixedString(isTyped ? QString() : text);
    m_list->setEnabled(!isTyped);
    // An entry that is named in full is chosen by that.
    if (!isTyped && entry() == nullptr && m_filter->rowCount() == 1 && !text.isEmpty())
        m_list->setCurrentIndex(m_filter->index(0, 0));
    m_isSearching = false;
    choose();
}

void RepositoryForm::choose()
{
    if (m_isSearching)
        return;
    const QString now = address();
    if (now != m_shown) {
        m_shown = now;
        const CatalogueEntry *chosen = isAddress(m_address->text()) ? nullptr : entry();
        m_version->clear();
        m_version->setEditText(chosen ? chosen->versionFor(m_treeVersion) : QString());
    }
    m_ask->setEnabled(!now.isEmpty() && !m_job->isRunning());
    emit changed();
}

const CatalogueEntry *RepositoryForm::entry() const
{
    const QModelIndexList chosen = m_list->selectionModel()->selectedRows();
    return chosen.isEmpty() ? nullptr
                            : &m_model->entry(m_filter->mapToSource(chosen.first()).row());
}

QString RepositoryForm::address() const
{
    const QString text = m_address->text().trimmed();
    if (isAddress(text))
        return text;
    const CatalogueEntry *chosen = entry();
    return chosen ? chosen->repository : QString();
}

QString RepositoryForm::version() const
{
    return m_version->currentText().trimmed();
}

QString RepositoryForm::name() const
{
    if (!isAddress(m_address->text())) {
        const CatalogueEntry *chosen = entry();
        return chosen ? chosen->name : QString();
    }
    return repositoryName(address());
}

void RepositoryForm::setAddress(const QString &address)
{
    m_address->setText(address);
}

void RepositoryForm::askVersions()
{
    m_job->start(
        tr("Asking for the versions…"),
        [address = address(), prompt = m_prompt](const std::shared_ptr<JobWatch> &watch) {
            return remoteVersions(address, watch, prompt);
        },
        [this](const Result<RemoteVersions> &versions) {
            if (!versions)
                return;
            const QString former = version();
            m_version->clear();
            QStringList branches = versions->branches;
            if (branches.removeAll(versions->head) > 0)
                branches.prepend(versions->head);
            m_version->addItems(branches);
            if (!branches.isEmpty() && !versions->tags.isEmpty())
                m_version->insertSeparator(m_version->count());
            m_version->addItems(versions->tags);
            const bool isThere = branches.contains(former) || versions->tags.contains(former);
            m_version->setEditText(isThere ? former : versions->head);
            m_job->showMessage(
                tr("%n branch(es)", nullptr, int(branches.size())) + QStringLiteral(", ") +
                tr("%n tag(s)", nullptr, int(versions->tags.size())) +
                (isThere || former.isEmpty()
                     ? QString()
                     : QStringLiteral(". ") + tr("There is no %1 among them.").arg(former)));
        });
}

} // namespace kiln
