// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kraftfile_view.h"

#include "widgets/job_bar.h"
#include "widgets/kraftfile_model.h"
#include "widgets/palette_icon.h"
#include "widgets/row_delegate.h"
#include "workbench/target_edit.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace kiln {

KraftfileView::KraftfileView(QWidget *parent)
    : QWidget(parent)
    , m_model(new KraftfileModel(this))
    , m_title(new QLabel)
    , m_tree(new QTreeView)
    , m_notes(new QLabel)
    , m_nothing(new QLabel)
    , m_make(new QPushButton(tr("&Make a Kraftfile")))
    , m_apply(new QPushButton(tr("&Apply Options")))
    , m_open(new QPushButton(paletteIcon(QStringLiteral("file")), tr("&Open the File")))
    , m_job(new JobBar)
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tree->setObjectName(QStringLiteral("kraftfile"));
    m_tree->setAccessibleName(tr("Kraftfile"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(KraftfileModel::valueColumn, QHeaderView::Stretch);
    m_tree->header()->resizeSection(KraftfileModel::keyColumn, 264);
    m_notes->setObjectName(QStringLiteral("kraftNotes"));
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_make->setObjectName(QStringLiteral("makeKraftfile"));
    m_apply->setObjectName(QStringLiteral("applyOptions"));
    m_apply->setToolTip(tr("Give the options of the configuration the values of “kconfig”, as one "
                           "step that can be undone"));
    m_open->setToolTip(tr("Open the file where the chosen value is"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_apply);
    head->addWidget(m_open);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_make, 0, Qt::AlignHCenter);
    layout->addWidget(m_notes);
    layout->addWidget(m_job);
    connect(m_model, &KraftfileModel::changeRequested, this, &KraftfileView::change);
    connect(m_make, &QPushButton::clicked, this, &KraftfileView::make);
    connect(m_apply, &QPushButton::clicked, this, &KraftfileView::applyRequested);
    connect(m_open, &QPushButton::clicked, this, &KraftfileView::openCurrent);
    const auto changed = [this] {
        // What writes it reads it, too; the news of that may come later.
        if (m_isWriting)
            return;
        if (m_written.exists && fileStamp(m_path) == m_written) {
            keepWatching();
            return;
        }
        read();
        emit fileChanged();
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, changed);
    showNothing();
}

void KraftfileView::setDirectory(const QString &directory)
{
    if (directory == m_directory)
        return;
    m_directory = directory;
    m_isStale = true;
    m_isWriting = false;
    m_job->abandon();
    m_job->clear();
    if (isVisible())
        read();
}

void KraftfileView::showEvent(QShowEvent *event)
{
    // One may have come since.
    if (m_isStale || m_path.isEmpty())
        read();
    QWidget::showEvent(event);
}

void KraftfileView::read()
{
    m_isStale = false;
    const QString path = m_directory.isEmpty() ? QString() : findKraftfile(m_directory);
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    if (path.isEmpty()) {
        m_path.clear();
        showNothing();
        return;
    }
    m_path = path;
    // Before it is read, so that no change goes unseen.
    m_watcher.addPath(path);
    m_job->start(
        tr("Reading the Kraftfile…"),
        [path](const std::shared_ptr<JobWatch> &) { return readKraftfileContents(path); },
        [this](const Result<KraftfileContents> &contents) { showContents(contents); });
}

void KraftfileView::showNothing()
{
    m_model->setContents({});
    m_title->clear();
    m_title->hide();
    m_nothing->setText(m_directory.isEmpty()
                           ? tr("Open an application to see its Kraftfile.")
                           : tr("The application has no Kraftfile. With one, it has targets and "
                                "libraries, and others build it the same way."));
    m_nothing->show();
    m_make->setVisible(!m_directory.isEmpty());
    for (QWidget *widget : {static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_notes),
                            static_cast<QWidget *>(m_apply), static_cast<QWidget *>(m_open)})
        widget->hide();
}

void KraftfileView::showContents(const Result<KraftfileContents> &contents)
{
    m_nothing->hide();
    m_make->hide();
    m_tree->show();
    m_open->show();
    m_title->setText(m_path);
    m_title->show();
    if (!contents) {
        m_model->setContents({});
        m_notes->hide();
        m_apply->hide();
        return;
    }
    const int top = m_tree->indexAt(QPoint(0, 0)).row();
    m_model->setContents(*contents);
    m_tree->expandAll();
    if (top > 0)
        m_tree->scrollTo(m_model->index(top, 0), QAbstractItemView::PositionAtTop);
    bool hasOptions = false;
    for (const KraftEntry &entry : contents->entries)
        hasOptions = hasOptions || entry.path.contains(QLatin1String("kconfig"));
    m_apply->setVisible(hasOptions && !contents->problem);
    QStringList notes = contents->notes;
    for (QString &note : notes)
        note.remove(m_path + u':');
    m_notes->setText(notes.isEmpty() ? QString()
                                     : tr("Without effect here:") + QStringLiteral("\n• ") +
                                           notes.join(QStringLiteral("\n• ")));
    m_notes->setVisible(!notes.isEmpty());
    if (contents->problem)
        m_job->showProblem(*contents->problem);
}

void KraftfileView::change(const KraftEntry &entry, const QString &value)
{
    struct Changed
    {
        Result<void> done;
        FileStamp written;
        Result<KraftfileContents> contents;
    };
    m_isWriting = true;
    m_job->start(
        tr("Writing the Kraftfile…"),
        [path = m_path, entry, value](const std::shared_ptr<JobWatch> &) -> Result<Changed> {
            auto done = changeKraftfileValue(path, entry, value);
            const FileStamp written = fileStamp(path);
            return Changed{std::move(done), written, readKraftfileContents(path)};
        },
        [this](const Result<Changed> &changed) {
            m_isWriting = false;
            if (!changed)
                return;
            m_written = changed->written;
            keepWatching();
            showContents(changed->contents);
            if (!changed->done)
                m_job->showProblem(changed->done.error());
            else
                emit fileChanged();
        });
}

/// Saving puts another file in its place, which the watcher lets go of.
void KraftfileView::keepWatching()
{
    if (!m_watcher.files().contains(m_path))
        m_watcher.addPath(m_path);
}

void KraftfileView::make()
{
    if (const auto made = ensureKraftfile(m_directory); !made) {
        m_job->showProblem(made.error());
        return;
    }
    read();
    emit fileChanged();
}

void KraftfileView::openCurrent()
{
    const QString place =
        m_tree->currentIndex().siblingAtColumn(0).data(KraftfileModel::PlaceRole).toString();
    emit openRequested(
        {m_path, place.section(u':', -2, -2).toInt(), place.section(u':', -1).toInt()});
}

} // namespace kiln
