// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare_view.h"

#include "widgets/compare_model.h"
#include "workbench/comparison.h"
#include "workbench/config_session.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

namespace {

constexpr int restMilliseconds = 500; ///< until a width is written

} // namespace

CompareView::CompareView(ConfigSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_comparison(new Comparison(session, this))
    , m_model(new CompareModel(m_comparison, this))
    , m_table(new QTableView)
    , m_filter(new QLineEdit)
    , m_onlyDifferences(new QCheckBox(tr("Only &differences")))
    , m_takeLeft(new QPushButton(tr("Take &Left")))
    , m_takeRight(new QPushButton(tr("Take &Right")))
    , m_message(new QLabel)
    , m_empty(new QLabel(tr("The configurations are the same.")))
{
    setObjectName(QStringLiteral("compare"));
    setWindowTitle(tr("Compare Configurations"));
    buildTable();
    m_message->setObjectName(QStringLiteral("compareMessage"));
    m_message->setMargin(8);
    m_message->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_message);
    resize(960, 560);

    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const QModelIndex at = m_table->currentIndex();
        m_row = at.row();
        m_column = at.column();
        m_symbol = at.isValid() ? m_model->symbolAt(at.row()) : kconfig::SymbolId{};
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &CompareView::update);
    connect(m_comparison, &Comparison::columnsChanged, this, &CompareView::fitColumns);
    connect(m_comparison, &Comparison::failed, this,
            [this](const Problem &problem) { say(problem.text()); });
    connect(m_comparison, &Comparison::taken, this, [this](int done, int refused) {
        QString text = tr("%n option(s) taken", nullptr, done);
        if (refused > 0)
            text += QStringLiteral(", ") +
                    tr("%n can't have that value now: other options hold them", nullptr, refused);
        say(text);
    });
    m_comparison->addSaved();
    m_comparison->addCurrent();
    update();
}

QWidget *CompareView::buildBar()
{
    m_filter->setPlaceholderText(tr("Filter by name or prompt"));
    m_filter->setAccessibleName(tr("Filter by name or prompt"));
    m_filter->setObjectName(QStringLiteral("compareFilter"));
    m_filter->setClearButtonEnabled(true);
    m_onlyDifferences->setChecked(m_model->onlyDifferences());
    m_takeLeft->setToolTip(
        tr("Give the selected options the values of the column left of Current (Alt+Left)"));
    m_takeRight->setToolTip(
        tr("Give the selected options the values of the column right of Current (Alt+Right)"));
    m_takeLeft->setShortcut(QKeySequence(QStringLiteral("Alt+Left")));
    m_takeRight->setShortcut(QKeySequence(QStringLiteral("Alt+Right")));
    auto *add = new QPushButton(tr("&Add"));
    add->setToolTip(tr("Compare with a .config or defconfig"));
    auto *addMenu = new QMenu(add);
    connect(addMenu, &QMenu::aboutToShow, this, [this, addMenu] { fillAddMenu(addMenu); });
    add->setMenu(addMenu);
    auto *save = new QPushButton(tr("&Export…"));
    save->setToolTip(tr("Write the table to a text file"));
    connect(m_filter, &QLineEdit::textChanged, m_model, &CompareModel::setFilter);
    connect(m_onlyDifferences, &QCheckBox::toggled, m_model, &CompareModel::setOnlyDifferences);
    connect(m_takeLeft, &QPushButton::clicked, this,
            [this] { take(m_model->currentColumn() - 1); });
    connect(m_takeRight, &QPushButton::clicked, this,
            [this] { take(m_model->currentColumn() + 1); });
    connect(save, &QPushButton::clicked, this, &CompareView::askForExport);
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_onlyDifferences);
    layout->addSpacing(8);
    layout->addWidget(m_takeLeft);
    layout->addWidget(m_takeRight);
    layout->addSpacing(8);
    layout->addWidget(add);
    layout->addWidget(save);
    return bar;
}

void CompareView::buildTable()
{
    m_table->setModel(m_model);
    m_table->setObjectName(QStringLiteral("compareTable"));
    m_table->setAccessibleName(tr("Configurations side by side"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table->horizontalHeader(), &QWidget::customContextMenuRequested, this,
            &CompareView::showHeaderMenu);
    rememberWidths();
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        emit optionActivated(index.data(CompareModel::NameRole).toString());
    });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        const int column = m_table->indexAt(at).column();
        if (column < CompareModel::firstValueColumn || column == m_model->currentColumn())
            return;
        QMenu *menu = columnMenu();
        connect(
            menu->addAction(
                tr("Take from %1").arg(m_comparison->title(CompareModel::comparedColumn(column)))),
            &QAction::triggered, this, [this, column] { take(column); });
        menu->popup(m_table->viewport()->mapToGlobal(at));
    });
}

/// Widths set by hand are there again in the next comparison, the last one for all its values.
void CompareView::rememberWidths()
{
    const auto nameKey = QStringLiteral("compare/nameWidth");
    const auto valueKey = QStringLiteral("compare/valueWidth");
    const int em = fontMetrics().averageCharWidth();
    const QSettings stored;
    m_nameWidth = stored.value(nameKey, em * 32).toInt();
    m_valueWidth = stored.value(valueKey, em * 20).toInt();
    const QHeaderView *header = m_table->horizontalHeader();
    auto *rest = new QTimer(this);
    rest->setSingleShot(true);
    rest->setInterval(restMilliseconds);
    connect(header, &QHeaderView::sectionResized, rest, [this, rest](int column, int, int width) {
        if (m_isFitting || column == CompareModel::optionColumn)
            return; // takes what is left
        (column == CompareModel::nameColumn ? m_nameWidth : m_valueWidth) = width;
        rest->start();
    });
    connect(rest, &QTimer::timeout, this, [this, nameKey, valueKey] {
        QSettings settings;
        settings.setValue(nameKey, m_nameWidth);
        settings.setValue(valueKey, m_valueWidth);
    });
}

void CompareView::fitColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    if (m_model->columnCount() <= CompareModel::firstValueColumn)
        return;
    m_isFitting = true;
    header->setSectionResizeMode(CompareModel::optionColumn, QHeaderView::Stretch);
    header->resizeSection(CompareModel::nameColumn, m_nameWidth);
    for (int column = CompareModel::firstValueColumn; column < m_model->columnCount(); ++column)
        header->resizeSection(column, m_valueWidth);
    m_isFitting = false;
}

/// A menu about a column, which knows it by its number.
QMenu *CompareView::columnMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("compareColumn"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_comparison, &Comparison::columnsChanged, menu, &QWidget::close);
    return menu;
}

void CompareView::showHeaderMenu(const QPoint &at)
{
    const int column =
        CompareModel::comparedColumn(m_table->horizontalHeader()->logicalIndexAt(at));
    if (column < 0)
        return;
    QMenu *menu = columnMenu();
    QAction *remove = menu->addAction(tr("Remove This Column"));
    remove->setEnabled(m_comparison->columnCount() > 1);
    connect(remove, &QAction::triggered, this,
            [this, column] { m_comparison->removeColumn(column); });
    menu->popup(m_table->horizontalHeader()->viewport()->mapToGlobal(at));
}

void CompareView::addFile(const QString &file)
{
    m_comparison->addFile(file);
}

/// The configurations that are at hand; any other by a dialog.
void CompareView::fillAddMenu(QMenu *menu)
{
    menu->clear();
    connect(menu->addAction(tr("&File…")), &QAction::triggered, this, &CompareView::askForFile);
    menu->addSeparator();
    connect(menu->addAction(tr("&Saved Configuration")), &QAction::triggered, m_comparison,
            &Comparison::addSaved);
    connect(menu->addAction(tr("&Current Configuration")), &QAction::triggered, m_comparison,
            &Comparison::addCurrent);
    const QDir folder(m_session->project().directory);
    QFileInfoList found =
        folder.entryInfoList({QStringLiteral("*defconfig*"), QStringLiteral("*.config.old")},
                             QDir::Files | QDir::Hidden);
    found += QDir(folder.filePath(QStringLiteral("defconfigs"))).entryInfoList(QDir::Files);
    if (!found.isEmpty())
        menu->addSeparator();
    for (const QFileInfo &file : found)
        connect(menu->addAction(folder.relativeFilePath(file.filePath())), &QAction::triggered,
                this, [this, path = file.filePath()] { addFile(path); });
}

void CompareView::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Compare with this file"),
                                   QFileInfo(m_session->project().configFile).absolutePath());
    dialog->setObjectName(QStringLiteral("compareFile"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setFilter(QDir::Files | QDir::AllDirs | QDir::Hidden);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        for (const QString &file : files)
            addFile(file);
    });
    dialog->open();
}

void CompareView::askForExport()
{
    auto *dialog = new QFileDialog(this, tr("Write the table to"),
                                   QFileInfo(m_session->project().configFile).absolutePath());
    dialog->setObjectName(QStringLiteral("compareExport"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("comparison.txt"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_comparison->startExport(file, m_model->onlyDifferences(), [this, file](const auto &done) {
            say(done ? tr("Written to %1").arg(file) : done.error().text());
        });
    });
    dialog->open();
}

void CompareView::take(int column)
{
    if (column < CompareModel::firstValueColumn || column >= m_model->columnCount() ||
        column == m_model->currentColumn())
        return;
    QVector<kconfig::SymbolId> symbols;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        symbols.append(m_model->symbolAt(row.row()));
    if (symbols.isEmpty()) {
        say(tr("Select the options to take first."));
        return;
    }
    std::sort(symbols.begin(), symbols.end(), [this](auto a, auto b) {
        const kconfig::Model &model = m_comparison->model();
        return model.symbol(a).nodes.front().index < model.symbol(b).nodes.front().index;
    });
    m_comparison->take(CompareModel::comparedColumn(column), symbols);
}

void CompareView::update()
{
    const bool isReady = m_comparison->columnCount() > 1;
    const bool nothing = isReady && m_model->rowCount() == 0;
    m_empty->setText(m_model->differenceCount() == 0 ? tr("The configurations are the same.")
                                                     : tr("No option matches the filter."));
    m_table->setVisible(!nothing);
    m_empty->setVisible(nothing);
    if (m_row >= 0 && m_model->rowCount() > 0) {
        // The same option, or the one that has come in its place.
        const int same = m_model->rowOf(m_symbol);
        const int row = same >= 0 ? same : std::min(m_row, m_model->rowCount() - 1);
        m_table->setCurrentIndex(m_model->index(row, m_column));
    }
    const int current = m_model->currentColumn();
    m_takeLeft->setEnabled(current > CompareModel::firstValueColumn);
    m_takeRight->setEnabled(current >= 0 && current + 1 < m_model->columnCount());
    if (isReady)
        say(tr("%n option(s) differ", nullptr, m_model->differenceCount()));
}

void CompareView::say(const QString &text)
{
    m_message->setText(text);
    m_message->setAccessibleName(text);
}

QString CompareView::message() const
{
    return m_message->text();
}

void CompareView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isWindow())
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace kiln
