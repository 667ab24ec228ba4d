// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes_view.h"

#include "widgets/changes_model.h"
#include "widgets/elided_label.h"
#include "widgets/mirrored_margins.h"
#include "widgets/palette_icon.h"
#include "widgets/row_delegate.h"
#include "workbench/changes_list.h"
#include "workbench/config_session.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace kiln {

namespace {

/// What stands behind an entry of the list of references: nothing, a file, or a question.
const QString savedReference = QStringLiteral("saved");
const QString askReference = QStringLiteral("ask");

} // namespace

ChangesView::ChangesView(ConfigSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_list(new ChangesList(session, this))
    , m_model(new ChangesModel(m_list, this))
    , m_tree(new QTreeView)
    , m_references(new QComboBox)
    , m_empty(new QLabel)
    , m_message(new ElidedLabel(Qt::ElideMiddle))
    , m_takeBack(new QPushButton(tr("Take Back")))
    , m_takeAllBack(new QPushButton(tr("Take All Back")))
{
    m_list->setActive(false);
    build();
    fillReferences();
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (const QModelIndex at = m_tree->currentIndex(); at.isValid())
            m_current = at.data(ChangesModel::NameRole).toString();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ChangesView::afterReset);
    connect(m_list, &ChangesList::failed, this, [this](const Problem &problem) {
        fillReferences();
        m_message->setText(problem.text());
    });
    connect(m_session, &ConfigSession::loaded, this, &ChangesView::fillReferences);
    // What was said of one change is not true of the next.
    connect(m_session, &ConfigSession::edited, m_message, &QLabel::clear);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, m_message,
            &QLabel::clear);
    connect(m_references, &QComboBox::activated, this, &ChangesView::chooseReference);
    connect(m_takeBack, &QPushButton::clicked, this, &ChangesView::takeBack);
    connect(m_takeAllBack, &QPushButton::clicked, m_list, &ChangesList::revertAll);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ChangesView::updateButtons);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const QString name = index.data(ChangesModel::NameRole).toString();
        if (!name.isEmpty())
            emit optionActivated(name);
    });
    afterReset();
}

void ChangesView::build()
{
    m_tree->setModel(m_model);
    m_tree->setObjectName(QStringLiteral("changes"));
    m_tree->setAccessibleName(tr("Changes"));
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(false);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ChangesModel::optionColumn, QHeaderView::Stretch);
    const int em = fontMetrics().averageCharWidth();
    header->resizeSection(ChangesModel::nameColumn, em * 34);
    header->resizeSection(ChangesModel::beforeColumn, em * 20);
    header->resizeSection(ChangesModel::nowColumn, em * 20);
    m_references->setAccessibleName(tr("Compared with"));
    m_references->setObjectName(QStringLiteral("changesReference"));
    m_references->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(24);
    m_message->setObjectName(QStringLiteral("changesMessage"));
    m_takeBack->setToolTip(tr("Give the option the value it had (Delete)"));
    m_takeAllBack->setToolTip(tr("Give all options the values they had"));

    auto *title = new QLabel(tr("Changes since"));
    title->setBuddy(m_references);
    auto *close = new QToolButton;
    close->setIcon(paletteIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the changes (Esc)"));
    close->setAccessibleName(tr("Close the changes"));
    connect(close, &QToolButton::clicked, this, &ChangesView::closed);
    auto *bar = new QHBoxLayout;
    setMirroredMargins(bar, this, {16, 4, 8, 4});
    bar->setSpacing(8);
    bar->addWidget(title);
    bar->addWidget(m_references);
    bar->addWidget(m_message, 1);
    bar->addWidget(m_takeBack);
    bar->addWidget(m_takeAllBack);
    bar->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_empty, 1);
    setMinimumHeight(120);
}

void ChangesView::fillReferences()
{
    QStringList files;
    for (int i = 0; i < m_references->count(); ++i) {
        const QString file = m_references->itemData(i).toString();
        if (QFileInfo(file).isAbsolute())
            files << file;
    }
    if (m_session->isLoaded()) {
        for (const QString &file : {defaultConfigFile(m_session->project()), m_list->file()}) {
            if (!file.isEmpty() && !files.contains(file))
                files << file;
        }
    }
    m_references->clear();
    m_references->addItem(tr("the saved file"), savedReference);
    for (const QString &file : files) {
        m_references->addItem(QFileInfo(file).fileName(), file);
        m_references->setItemData(m_references->count() - 1, file, Qt::ToolTipRole);
    }
    m_references->addItem(tr("another file…"), askReference);
    m_references->setCurrentIndex(
        m_list->file().isEmpty() ? 0 : m_references->findData(m_list->file()));
}

void ChangesView::chooseReference(int index)
{
    const QString reference = m_references->itemData(index).toString();
    m_message->clear();
    if (reference == askReference) {
        fillReferences();
        askForFile();
    } else if (reference == savedReference) {
        m_list->compareWithSaved();
    } else {
        m_list->compareWithFile(reference);
    }
}

void ChangesView::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Show changes since this file"),
                                   QFileInfo(m_session->project().configFile).absolutePath());
    dialog->setObjectName(QStringLiteral("changesFile"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::AllDirs | QDir::Hidden);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ChangesView::compareWith);
    dialog->open();
}

void ChangesView::compareWith(const QString &file)
{
    m_list->compareWithFile(file);
}

void ChangesView::takeBack()
{
    const QModelIndex at = m_tree->currentIndex();
    const kconfig::SymbolId symbol = m_model->symbolAt(at);
    if (!symbol.isValid())
        return;
    const auto done = m_list->revert(symbol);
    m_message->setText(done ? QString() : tr("Not taken back: %1").arg(done.error().what));
    m_message->setAccessibleName(m_message->text());
}

void ChangesView::afterReset()
{
    if (!m_list->file().isEmpty() && m_references->findData(m_list->file()) < 0)
        fillReferences();
    m_references->setCurrentIndex(
        m_list->file().isEmpty() ? 0 : m_references->findData(m_list->file()));
    // Not expandAll(), which goes through all rows once more to find that they have none below.
    for (int group = 0; group < m_model->rowCount(); ++group)
        m_tree->expand(m_model->index(group, 0));
    const bool nothing = m_list->differences().isEmpty();
    m_tree->setVisible(!nothing);
    m_empty->setVisible(nothing);
    m_empty->setText(
        !m_session->isLoaded() ? tr("Open an application folder first.")
        : m_list->file().isEmpty() && !m_session->hasFile()
            ? tr("There is no saved file yet. Nothing has been changed since the start.")
        : m_list->file().isEmpty()
            ? tr("Nothing differs from the saved file.")
            : tr("Nothing differs from %1.").arg(QFileInfo(m_list->file()).fileName()));
    // What was current stays so; what is gone gives way to the first.
    QModelIndex current;
    if (!m_current.isEmpty() && m_session->isLoaded())
        current = m_model->indexOf(m_session->model().find(m_current.toStdString()));
    if (!current.isValid())
        current = m_model->index(0, 0, m_model->index(0, 0));
    if (current.isValid())
        m_tree->setCurrentIndex(current);
    updateButtons();
}

void ChangesView::updateButtons()
{
    m_takeBack->setEnabled(m_model->symbolAt(m_tree->currentIndex()).isValid());
    m_takeAllBack->setEnabled(!m_list->differences().isEmpty());
}

void ChangesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_list->setActive(true);
}

void ChangesView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_list->setActive(false);
    m_message->clear();
}

QString ChangesView::message() const
{
    return m_message->text();
}

void ChangesView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete)
        takeBack();
    else if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace kiln
