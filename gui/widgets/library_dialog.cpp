// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/library_dialog.h"

#include "widgets/credential_prompt.h"
#include "widgets/path_edit.h"
#include "widgets/repository_form.h"
#include "workbench/project_libraries.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kiln {

LibraryDialog::LibraryDialog(const Project &project, QWidget *parent)
    : JobDialog(QStringLiteral("addLibrary"), tr("Add a Library to %1").arg(project.name),
                tr("Add"), parent)
    , m_project(project)
    , m_prompt(credentialPrompt(this))
    , m_repository(
          new RepositoryForm({QStringLiteral("library")}, project.tree.version, job(), m_prompt))
    , m_name(new QLineEdit)
{
    auto *words =
        new QLabel(tr("A repository is cloned into the application, to .unikraft/libs, and "
                      "trusted as that is. A folder is used where it is."));
    words->setWordWrap(true);
    words->setForegroundRole(QPalette::PlaceholderText);
    m_name->setObjectName(QStringLiteral("name"));
    auto *folder = new QPushButton(tr("&Folder of This Computer…"));
    folder->setAutoDefault(false);
    folder->setObjectName(QStringLiteral("fromFolder"));
    folder->setToolTip(tr("A library in a folder, such as a port"));
    connect(folder, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Folder of a library"), m_project.directory);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, m_repository, &RepositoryForm::setAddress);
        dialog->open();
    });
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Name:"), m_name);
    body()->addWidget(words);
    body()->addWidget(m_repository, 1);
    body()->addWidget(folder, 0, Qt::AlignLeading);
    body()->addLayout(form);
    connect(m_repository, &RepositoryForm::changed, this, &LibraryDialog::refresh);
    connect(m_name, &QLineEdit::textEdited, this, &LibraryDialog::refresh);
    m_repository->setFocus();
    resize(640, 560);
    refresh();
}

void LibraryDialog::refresh()
{
    const QString address = m_repository->address();
    if (!m_name->isModified())
        m_name->setText(address.isEmpty() ? QString() : findLibrary(m_project, address).name);
    QString missing;
    if (address.isEmpty())
        missing = tr("Type an address, or choose one of the catalogue");
    else if (const auto folder = libraryDirectory(m_project.directory, m_name->text()); !folder)
        missing = folder.error().text();
    setMissing(missing);
}

void LibraryDialog::begin()
{
    KraftComponent library;
    library.name = m_name->text();
    library.source = m_repository->address();
    library.version = m_repository->version();
    job()->start(
        tr("Fetching %1…").arg(library.source),
        [application = m_project.directory, library,
         prompt = m_prompt](const std::shared_ptr<JobWatch> &watch) {
            return addLibrary(application, library, watch, prompt);
        },
        [this](const Result<AddedLibrary> &library_) {
            if (!library_)
                return;
            emit added(*library_);
            accept();
        });
}

} // namespace kiln
