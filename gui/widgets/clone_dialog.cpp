// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/clone_dialog.h"

#include "widgets/credential_prompt.h"
#include "widgets/path_edit.h"
#include "widgets/repository_form.h"

#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace kiln {

CloneDialog::CloneDialog(const QString &parentFolder, const QString &treeVersion, QWidget *parent)
    : JobDialog(QStringLiteral("clone"), tr("Clone a Repository"), tr("Clone"), parent)
    , m_prompt(credentialPrompt(this))
    , m_parentFolder(parentFolder)
    , m_repository(new RepositoryForm(
          {QStringLiteral("application"), QStringLiteral("library"), QStringLiteral("kernel")},
          treeVersion, job(), m_prompt))
    , m_folder(new PathEdit(PathEdit::Kind::folder, tr("Folder of the clone")))
{
    auto *words = new QLabel(tr("An application, a library or a kernel tree. Nothing of it is run: "
                                "it opens untrusted."));
    words->setWordWrap(true);
    words->setForegroundRole(QPalette::PlaceholderText);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Folder:"), m_folder);
    body()->addWidget(words);
    body()->addWidget(m_repository, 1);
    body()->addLayout(form);
    connect(m_repository, &RepositoryForm::changed, this, &CloneDialog::refresh);
    connect(m_folder, &PathEdit::pathChanged, this, [this] {
        if (m_isFilling)
            return;
        m_isFolderTyped = true;
        refresh();
    });
    m_repository->setFocus();
    resize(640, 560);
    refresh();
}

void CloneDialog::refresh()
{
    const QString name = m_repository->name();
    if (!m_isFolderTyped) {
        m_isFilling = true;
        m_folder->setPath(name.isEmpty() ? m_parentFolder : QDir(m_parentFolder).filePath(name));
        m_isFilling = false;
    }
    QString missing;
    if (m_repository->address().isEmpty())
        missing = tr("Type an address, or choose one of the catalogue");
    else if (m_folder->path().isEmpty() || QFileInfo(m_folder->path()).isRelative())
        missing = tr("Choose the folder of the clone");
    setMissing(missing);
}

void CloneDialog::begin()
{
    const CloneRequest request{m_repository->address(), m_folder->path(), m_repository->version(),
                               m_prompt};
    job()->start(
        tr("Cloning %1…").arg(request.address),
        [request](const std::shared_ptr<JobWatch> &watch) {
            return cloneRepository(request, watch);
        },
        [this](const Result<CheckedOut> &clone) {
            if (!clone)
                return;
            emit cloned(*clone);
            accept();
        });
}

} // namespace kiln
