// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/port_dialog.h"

#include "widgets/file_preview.h"
#include "widgets/path_edit.h"
#include "workbench/port_make.h"
#include "workbench/trust_store.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace kiln {

namespace {

struct Planned
{
    QString said;
    PortPlan plan;
};

Result<Planned> planned(const QString &said, PortRequest request)
{
    request.log = said;
    auto plan = planPort(request);
    if (!plan)
        return tl::unexpected(plan.error());
    return Planned{said, std::move(*plan)};
}

} // namespace

PortDialog::PortDialog(const QString &parentFolder, QWidget *parent)
    : JobDialog(QStringLiteral("port"), tr("Port a Program"), tr("Write the Port"), parent)
    , m_parentFolder(parentFolder)
    , m_source(new PathEdit(PathEdit::Kind::folder, tr("Folder of the program's sources")))
    , m_fromMake(new QRadioButton(tr("&Ask make (make -n), with")))
    , m_fromLog(new QRadioButton(tr("Read its sa&ved output:")))
    , m_targets(new QLineEdit)
    , m_trust(new QCheckBox(tr("I &trust this folder: make -n runs what its makefiles contain")))
    , m_log(new PathEdit(PathEdit::Kind::file, tr("What make -n has printed")))
    , m_name(new QLineEdit)
    , m_program(new QComboBox)
    , m_folder(new PathEdit(PathEdit::Kind::folder, tr("Folder of the port")))
    , m_read(new QPushButton(tr("&Read")))
    , m_tabs(new QTabWidget)
    , m_notes(new QListWidget)
    , m_preview(new FilePreview)
{
    m_notes->setObjectName(QStringLiteral("notes"));
    m_notes->setAccessibleName(tr("What was done and why"));
    m_notes->setWordWrap(true);
    m_notes->setSpacing(2);
    m_notes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_notes, tr("What was done and why"));
    m_tabs->addTab(m_preview, tr("Files"));
    auto *words = new QLabel(tr("A C program or library that builds with make becomes a library "
                                "of an application: Kiln reads the commands of the compiler."));
    words->setWordWrap(true);
    words->setForegroundRole(QPalette::PlaceholderText);
    body()->addWidget(words);
    body()->addWidget(fields());
    body()->addWidget(m_tabs, 1);
    connect(m_source, &PathEdit::pathChanged, this, &PortDialog::sourceChanged);
    connect(m_log, &PathEdit::pathChanged, this, &PortDialog::refresh);
    connect(m_folder, &PathEdit::pathChanged, this, &PortDialog::refresh);
    connect(m_fromMake, &QRadioButton::toggled, this, &PortDialog::refresh);
    connect(m_trust, &QCheckBox::toggled, this, &PortDialog::refresh);
    connect(m_read, &QPushButton::clicked, this, &PortDialog::read);
    connect(m_program, &QComboBox::activated, this, &PortDialog::plan);
    // Not while somebody types.
    constexpr int pause = 400; // milliseconds
    m_replan.setSingleShot(true);
    m_replan.setInterval(pause);
    connect(m_name, &QLineEdit::textEdited, &m_replan, qOverload<>(&QTimer::start));
    connect(&m_replan, &QTimer::timeout, this, &PortDialog::plan);
    connect(job(), &JobBar::runningChanged, this, &PortDialog::refresh);
    m_fromMake->setChecked(true);
    m_source->setFocus();
    resize(760, 680);
    refresh();
}

QWidget *PortDialog::fields()
{
    m_source->setObjectName(QStringLiteral("source"));
    m_targets->setObjectName(QStringLiteral("makeTargets"));
    m_targets->setAccessibleName(tr("Targets and variables of make"));
    m_targets->setPlaceholderText(tr("targets and NAME=VALUE, if any"));
    m_trust->setObjectName(QStringLiteral("trustSource"));
    m_read->setObjectName(QStringLiteral("read"));
    m_read->setAutoDefault(false);
    m_name->setObjectName(QStringLiteral("name"));
    m_program->setObjectName(QStringLiteral("program"));
    m_program->setEnabled(false);
    m_program->setToolTip(tr("Which of the programs and libraries of the build is ported"));
    auto *make = new QHBoxLayout;
    make->addWidget(m_fromMake);
    make->addWidget(m_targets, 1);
    auto *log = new QHBoxLayout;
    log->addWidget(m_fromLog);
    log->addWidget(m_log, 1);
    auto *box = new QWidget;
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Sources:"), m_source);
    form->addRow(QString(), make);
    form->addRow(QString(), m_trust);
    form->addRow(QString(), log);
    form->addRow(QString(), m_read);
    form->addRow(tr("&Program:"), m_program);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("Port's &folder:"), m_folder);
    return box;
}

void PortDialog::sourceChanged()
{
    const QString name = suggestedPortName(m_source->path());
    m_isFilling = true;
    m_name->setText(name);
    m_folder->setPath(name.isEmpty()
                          ? m_parentFolder
                          : QDir(m_parentFolder).filePath(QStringLiteral("lib-") + name));
    m_isFilling = false;
    m_said.clear();
    m_program->clear();
    m_notes->clear();
    m_files.clear();
    m_preview->setFiles({});
    refresh();
}

void PortDialog::refresh()
{
    if (m_isFilling)
        return;
    const QString source = m_source->path();
    const bool isFolder = !source.isEmpty() && QFileInfo(source).isDir();
    const bool fromMake = m_fromMake->isChecked();
    const bool isTrusted = isFolder && TrustStore().isTrusted(source);
    m_trust->setVisible(fromMake && isFolder && !isTrusted);
    m_targets->setEnabled(fromMake);
    m_log->setEnabled(!fromMake);
    m_read->setEnabled(
        isFolder && !job()->isRunning() &&
        (fromMake ? isTrusted || m_trust->isChecked() : QFileInfo(m_log->path()).isFile()));
    m_program->setEnabled(m_program->count() > 1 && !job()->isRunning());
    QString missing;
    if (m_files.isEmpty())
        missing = tr("Name the sources, and let them be read");
    else if (m_folder->path().isEmpty() || QFileInfo(m_folder->path()).isRelative())
        missing = tr("Choose the folder of the port");
    setMissing(missing);
}

PortRequest PortDialog::request() const
{
    PortRequest request;
    request.sourceFolder = QFileInfo(m_source->path()).canonicalFilePath();
    request.portFolder = QDir::cleanPath(QFileInfo(m_folder->path()).absoluteFilePath());
    request.name = m_name->text().trimmed();
    request.program = m_program->currentData().toString();
    return request;
}

void PortDialog::read()
{
    if (m_fromMake->isChecked() && m_trust->isVisible() && m_trust->isChecked()) {
        if (const auto trusted = TrustStore().trust(m_source->path()); !trusted) {
            job()->showProblem(trusted.error());
            return;
        }
    }
    m_said.clear();
    m_program->clear();
    const QString log = m_fromLog->isChecked() ? m_log->path() : QString();
    const QStringList targets = m_targets->text().split(QChar(u' '), Qt::SkipEmptyParts);
    job()->start(
        tr("Reading what make would do…"),
        [request = request(), log,
         targets](const std::shared_ptr<JobWatch> &watch) -> Result<Planned> {
            if (log.isEmpty()) {
                const auto said = dryRunOfMake(request.sourceFolder, targets, watch.get());
                return said ? planned(*said, request) : tl::unexpected(said.error());
            }
            const auto said = readWatched(log, watch.get());
            return said ? planned(QString::fromUtf8(*said), request) : tl::unexpected(said.error());
        },
        [this](const Result<Planned> &result) {
            if (!result)
                return;
            m_said = result->said;
            showPlan(result->plan);
        });
}

void PortDialog::plan()
{
    if (m_said.isEmpty() || job()->isRunning())
        return;
    job()->start(
        tr("Planning the port…"),
        [said = m_said, request = request()](const std::shared_ptr<JobWatch> &) {
            return planned(said, request);
        },
        [this](const Result<Planned> &result) {
            if (result)
                showPlan(result->plan);
        });
}

void PortDialog::showPlan(const PortPlan &plan)
{
    m_files = plan.files;
    m_preview->setFiles(plan.files);
    m_notes->clear();
    m_notes->addItems(plan.notes);
    m_program->clear();
    for (const QString &output : plan.outputs)
        m_program->addItem(QFileInfo(output).fileName(), QFileInfo(output).fileName());
    m_program->setCurrentIndex(int(plan.outputs.indexOf(plan.output)));
    job()->showMessage(tr("%n source(s)", nullptr, int(plan.sources.size())));
    refresh();
}

void PortDialog::begin()
{
    m_replan.stop();
    job()->start(
        tr("Writing the files…"),
        [directory = request().portFolder, said = m_said,
         request = request()](const std::shared_ptr<JobWatch> &) -> Result<QString> {
            // Paths in the files depend on the folder, which may have been changed since.
            const auto now = planned(said, request);
            if (!now)
                return tl::unexpected(now.error());
            const auto done = createFiles(directory, now->plan.files);
            return done ? Result<QString>(directory) : tl::unexpected(done.error());
        },
        [this](const Result<QString> &directory) {
            if (!directory)
                return;
            emit written(*directory);
            accept();
        });
}

} // namespace kiln
