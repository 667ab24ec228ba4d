// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/symbol_references_view.h"

#include "widgets/palette_icon.h"

#include <QCoreApplication>
#include <QDir>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace kiln {

namespace {

constexpr int placeRole = Qt::UserRole;

QString shownPath(const Project &project, const QString &file)
{
    for (const QString &folder : {project.directory, project.treeDirectory()}) {
        if (!folder.isEmpty() && file.startsWith(folder + QLatin1Char('/')))
            return file.mid(folder.size() + 1);
    }
    return file;
}

} // namespace

QString referenceKindWord(ReferenceKind kind)
{
    switch (kind) {
    case ReferenceKind::definition:
        return QCoreApplication::translate("ReferenceKind", "Definitions");
    case ReferenceKind::kconfig:
        return QCoreApplication::translate("ReferenceKind", "Options that depend on it");
    case ReferenceKind::makefile:
        return QCoreApplication::translate("ReferenceKind", "Makefiles");
    case ReferenceKind::source:
        return QCoreApplication::translate("ReferenceKind", "Sources");
    case ReferenceKind::configuration:
        return QCoreApplication::translate("ReferenceKind", "Configurations");
    case ReferenceKind::other:
        break;
    }
    return QCoreApplication::translate("ReferenceKind", "Other files");
}

SymbolReferencesView::SymbolReferencesView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_stop(new QPushButton(tr("Stop")))
    , m_tree(new QTreeWidget)
    , m_jobs(this)
{
    m_title->setTextFormat(Qt::PlainText);
    auto *close = new QToolButton;
    close->setIcon(paletteIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the list (Esc)"));
    close->setAccessibleName(tr("Close the list"));
    connect(close, &QToolButton::clicked, this, &SymbolReferencesView::closed);
    connect(m_stop, &QPushButton::clicked, this, &SymbolReferencesView::stop);
    m_stop->hide();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 4);
    head->addWidget(m_title, 1);
    head->addWidget(m_stop);
    head->addWidget(close);
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Place"), tr("Line")});
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAccessibleName(tr("Places that name the option"));
    connect(m_tree, &QTreeWidget::itemClicked, this, &SymbolReferencesView::open);
    connect(m_tree, &QTreeWidget::itemActivated, this, &SymbolReferencesView::open);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
}

SymbolReferencesView::~SymbolReferencesView()
{
    stop();
}

void SymbolReferencesView::stop()
{
    if (m_watch)
        m_watch->cancel();
}

void SymbolReferencesView::find(const Project &project, const QString &name,
                                const UnsavedTexts &unsaved)
{
    stop();
    m_tree->clear();
    m_title->setText(tr("Looking for %1…").arg(name));
    m_stop->show();
    m_watch = std::make_shared<JobWatch>();
    m_jobs.run(
        [project, name, unsaved, watch = m_watch] {
            return findReferences(project, {name.toUtf8()}, watch.get(), unsaved);
        },
        [this, project, name, watch = m_watch](const Result<QVector<SymbolReference>> &found) {
            if (m_watch != watch)
                return;
            m_watch.reset();
            m_stop->hide();
            showFound(project, name, found);
            emit finished();
        });
}

void SymbolReferencesView::showFound(const Project &project, const QString &name,
                                     const Result<QVector<SymbolReference>> &found)
{
    if (!found) {
        m_title->setText(found.error().text());
        return;
    }
    m_title->setText(found->isEmpty()
                         ? tr("No file of the project names %1.").arg(name)
                         : tr("%1: %n place(s)", nullptr, int(found->size())).arg(name));
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QTreeWidgetItem *group = nullptr;
    ReferenceKind kind = ReferenceKind::other;
    QList<QTreeWidgetItem *> groups;
    for (const SymbolReference &reference : *found) {
        if (group == nullptr || kind != reference.kind) {
            kind = reference.kind;
            group = new QTreeWidgetItem({referenceKindWord(kind)});
            groups.append(group);
        }
        auto *item = new QTreeWidgetItem(
            group,
            {QStringLiteral("%1:%2").arg(shownPath(project, reference.file)).arg(reference.line),
             QString::fromUtf8(reference.text).simplified()});
        item->setFont(1, fixed);
        item->setToolTip(0, reference.file);
        item->setData(
            0, placeRole,
            QVariant::fromValue(SourcePlace{reference.file, reference.line, reference.column}));
    }
    m_tree->addTopLevelItems(groups);
    m_tree->expandAll();
    for (QTreeWidgetItem *each : std::as_const(groups)) {
        each->setFirstColumnSpanned(true);
        each->setText(0, QStringLiteral("%1 (%2)").arg(each->text(0)).arg(each->childCount()));
    }
    m_tree->resizeColumnToContents(0);
}

void SymbolReferencesView::open(const QTreeWidgetItem *item)
{
    const QVariant place = item->data(0, placeRole);
    if (place.isValid())
        emit openRequested(place.value<SourcePlace>());
}

QString SymbolReferencesView::message() const
{
    return m_title->text();
}

void SymbolReferencesView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace kiln
