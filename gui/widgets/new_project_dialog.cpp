// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/new_project_dialog.h"

#include "widgets/elided_label.h"
#include "widgets/file_preview.h"
#include "widgets/path_edit.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kiln {

NewProjectDialog::NewProjectDialog(Kind kind, const QString &parentFolder, const QString &tree,
                                   QWidget *parent)
    : JobDialog(kind == Kind::application ? QStringLiteral("newApplication")
                                          : QStringLiteral("newLibrary"),
                kind == Kind::application ? tr("New Application") : tr("New Library"),
                kind == Kind::application ? tr("Create and Open") : tr("Create"), parent)
    , m_kind(kind)
    , m_tree(tree)
    , m_template(new QComboBox)
    , m_description(new QLabel)
    , m_name(new QLineEdit)
    , m_version(new QLineEdit)
    , m_source(new QLineEdit)
    , m_folder(new PathEdit(PathEdit::Kind::folder, tr("Folder in which it will be")))
    , m_where(new ElidedLabel(Qt::ElideMiddle))
    , m_preview(new FilePreview)
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addFields(form);
    m_folder->setPath(parentFolder);
    m_where->setForegroundRole(QPalette::PlaceholderText);
    m_where->setObjectName(QStringLiteral("where"));
    // A form gives no width to what asks for none.
    m_where->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    form->addRow(tr("&In folder:"), m_folder);
    form->addRow(QString(), m_where);
    body()->addLayout(form);
    body()->addWidget(m_preview, 1);
    connect(m_folder, &PathEdit::pathChanged, this, &NewProjectDialog::refresh);
    for (QLineEdit *edit : {m_name, m_version, m_source})
        connect(edit, &QLineEdit::textChanged, this, &NewProjectDialog::refresh);
    connect(m_template, &QComboBox::currentIndexChanged, this, &NewProjectDialog::refresh);
    m_name->setFocus();
    resize(760, 600);
    refresh();
}

void NewProjectDialog::addFields(QFormLayout *form)
{
    const bool isLibrary = m_kind == Kind::library;
    for (const ProjectTemplate &each : projectTemplates()) {
        if (each.isLibrary != isLibrary)
            continue;
        m_template->addItem(each.title, each.id);
        m_template->setItemData(m_template->count() - 1, each.description, Qt::ToolTipRole);
    }
    m_description->setForegroundRole(QPalette::PlaceholderText);
    m_description->setWordWrap(true);
    m_template->setObjectName(QStringLiteral("template"));
    m_name->setObjectName(QStringLiteral("name"));
    m_version->setObjectName(QStringLiteral("version"));
    m_source->setObjectName(QStringLiteral("source"));
    form->addRow(tr("&Template:"), m_template);
    form->addRow(QString(), m_description);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Version:"), m_version);
    form->addRow(tr("&Sources:"), m_source);
    form->setRowVisible(m_template, !isLibrary);
    form->setRowVisible(m_description, !isLibrary);
    form->setRowVisible(m_version, isLibrary);
    form->setRowVisible(m_source, isLibrary);
    if (!isLibrary) {
        m_name->setText(QStringLiteral("my-app"));
        m_name->selectAll();
        return;
    }
    m_name->setPlaceholderText(QStringLiteral("zlib"));
    m_version->setPlaceholderText(QStringLiteral("1.3.1"));
    m_source->setPlaceholderText(QStringLiteral("https://example.org/zlib-1.3.1.tar.gz"));
}

QString NewProjectDialog::directory() const
{
    const QString folder = m_folder->path();
    const QString name = m_name->text().trimmed();
    if (folder.isEmpty() || name.isEmpty())
        return {};
    const QString prefix = m_kind == Kind::library ? QStringLiteral("lib-") : QString();
    return QDir(folder).absoluteFilePath(prefix + name);
}

void NewProjectDialog::refresh()
{
    m_description->setText(m_template->currentData(Qt::ToolTipRole).toString());
    NewProject project;
    project.templateId = m_template->currentData().toString();
    project.name = m_name->text().trimmed();
    project.tree = m_tree;
    project.version = m_version->text().trimmed();
    project.source = m_source->text().trimmed();
    const QString where = directory();
    m_where->setText(where.isEmpty() ? QString() : tr("It will be %1").arg(where));
    const bool isBlank =
        project.name.isEmpty() ||
        (m_kind == Kind::library && (project.version.isEmpty() || project.source.isEmpty()));
    const auto files = isBlank ? Result<QList<NewFile>>() : filesOfNewProject(project);
    m_files = files ? *files : QList<NewFile>();
    m_preview->setFiles(m_files);
    if (job()->isRunning())
        return;
    job()->clear();
    QString missing;
    if (isBlank) {
        missing = m_kind == Kind::library ? tr("Give it a name, a version and its sources")
                                          : tr("Give it a name");
    } else if (!files) {
        missing = files.error().what;
        job()->showProblem(files.error());
    } else if (where.isEmpty() || QFileInfo(m_folder->path()).isRelative()) {
        missing = tr("Choose the folder in which it will be");
    } else if (QFileInfo::exists(where) && !QDir(where).isEmpty()) {
        missing = tr("There is something already");
        job()->showProblem({missing, where, tr("Choose another name or folder.")});
    }
    setMissing(missing);
}

void NewProjectDialog::begin()
{
    job()->start(
        tr("Writing the files…"),
        [directory = directory(), files = m_files](const std::shared_ptr<JobWatch> &) {
            auto done = createFiles(directory, files);
            return done ? Result<QString>(directory) : tl::unexpected(done.error());
        },
        [this](const Result<QString> &directory) {
            if (!directory)
                return;
            emit created(*directory);
            accept();
        });
}

} // namespace kiln
