// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log_view.h"

#include "widgets/clipboard_copy.h"
#include "widgets/level_chip.h"
#include "widgets/level_style.h"
#include "widgets/log_delegate.h"
#include "widgets/log_minimap.h"
#include "widgets/log_search_bar.h"
#include "widgets/log_table.h"
#include "widgets/notice_bar.h"
#include "widgets/palette_icon.h"

#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

namespace {

constexpr int refreshMilliseconds = 33;
constexpr int columnsMilliseconds = 300;
constexpr int nothingToFind = -2;

QToolButton *toolButton(const QString &icon, const QString &tip)
{
    auto *button = new QToolButton;
    button->setIcon(paletteIcon(icon));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

LogView::LogView(LogStore *store, QWidget *parent, int mostRows)
    : QWidget(parent)
    , m_store(store)
    , m_model(new LogModel(store, this, mostRows))
    , m_filter(new LogFilterBar(store))
    , m_table(new LogTable)
    , m_map(new LogMinimap(m_model, m_table))
    , m_search(new LogSearchBar)
    , m_follow(nullptr)
    , m_notice(new NoticeBar)
    , m_empty(new QLabel)
    , m_idleText(tr("Nothing logged yet. Build & Boot (F5) starts the guest."))
    , m_copy(new ClipboardCopy(this))
{
    buildButtons();
    buildTable();
    auto *rows = new QHBoxLayout;
    rows->setSpacing(0);
    rows->addWidget(m_table, 1);
    rows->addWidget(m_map);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_notice);
    layout->addLayout(rows, 1);
    layout->addWidget(m_search);

    m_empty->setParent(m_table->viewport());
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_table->viewport()->installEventFilter(this);
    m_table->installEventFilter(this);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &LogView::refresh);
    const auto refreshSoon = [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    };
    connect(m_store, &LogStore::recordsAppended, this, refreshSoon);
    connect(m_store, &LogStore::lastRecordChanged, this, refreshSoon);
    connect(m_store, &LogStore::cleared, this, refreshSoon);
    connect(m_store, &LogStore::cleared, this, [this] {
        m_noticed.clear();
        m_notice->hide();
    });
    connect(m_store, &LogStore::loaded, this, refreshSoon);
    connect(m_store, &LogStore::overfilled, this, refreshSoon);
    connect(m_store, &LogStore::cleared, m_copy, &ClipboardCopy::cancel);
    connect(m_model, &LogModel::filtered, this, refreshSoon);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, refreshSoon);
    connect(m_filter, &LogFilterBar::filterChanged, this, &LogView::applyFilter);
    connect(m_map, &LogMinimap::rowRequested, this, [this](int row) {
        m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
    });
    connect(m_search, &LogSearchBar::searchChanged, this, &LogView::applySearch);
    connect(m_search, &LogSearchBar::nextRequested, this, [this] { find(true); });
    connect(m_search, &LogSearchBar::previousRequested, this, [this] { find(false); });
    connect(m_search, &LogSearchBar::closed, m_table, [this] { m_table->setFocus(); });
    connect(m_model, &LogModel::searchAdvanced, this, &LogView::updateSearchState);
    const auto shortcut = [this](const QKeySequence &keys, auto slot) {
        connect(new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
                &QShortcut::activated, this, slot);
    };
    shortcut(QKeySequence::Find, [this] { m_search->open(); });
    shortcut(Qt::Key_F3, [this] { find(true); });
    shortcut(Qt::SHIFT | Qt::Key_F3, [this] { find(false); });
    refresh();
}

void LogView::buildButtons()
{
    QHBoxLayout *layout = m_filter->buttons();
    const auto add = [this, layout](const QString &icon, const QString &tip, auto slot) {
        QToolButton *button = toolButton(icon, tip);
        connect(button, &QToolButton::clicked, this, slot);
        layout->addWidget(button);
    };
    m_follow = toolButton(QStringLiteral("follow"), tr("Follow the newest row"));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    connect(m_follow, &QToolButton::toggled, this, [this](bool follow) {
        if (follow)
            m_table->scrollToBottom();
    });
    layout->addWidget(m_follow);
    add(QStringLiteral("search"), tr("Search in the rows (Ctrl+F)"), [this] { m_search->open(); });
    add(QStringLiteral("copy"), tr("Copy the selected rows, or all (Ctrl+C)"),
        &LogView::copySelection);
    add(QStringLiteral("open-folder"), tr("Open a saved log…"), &LogView::askForSaved);
    add(QStringLiteral("save-raw"), tr("Save the raw output to a file…"), &LogView::saveRaw);
    add(QStringLiteral("clear"), tr("Clear the log"), [this] { m_store->clear(); });
}

void LogView::buildTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new LogDelegate(m_table));
    m_table->setAccessibleName(tr("Log"));
    m_table->setObjectName(QStringLiteral("log"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &LogView::showRowMenu);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(40);
    const QFontMetrics mono(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    const int pad = 16;
    const auto wide = [&mono](const char *sample) {
        return mono.horizontalAdvance(QString::fromLatin1(sample));
    };
    header->resizeSection(LogModel::timeColumn, wide("00000.000000") + pad);
    header->resizeSection(LogModel::deltaColumn, wide("+000.0 ms") + pad);
    header->resizeSection(LogModel::levelColumn,
                          fontMetrics().horizontalAdvance(levelWord(LogLevel::warning)) + 20 + pad);
    header->resizeSection(LogModel::libraryColumn, wide("libvirtio_pci") + pad);
    header->resizeSection(LogModel::sourceColumn, wide("virtio_ring.c:9999") + pad);
    rememberColumns();
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == LogModel::sourceColumn)
            openSource(index);
    });
    connect(m_table, &QAbstractItemView::activated, this, &LogView::openSource);
    QScrollBar *bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &LogView::onScrolled);
}

/// All logs share the widths that were chosen last.
void LogView::rememberColumns()
{
    const auto key = [](int column) { return QStringLiteral("log/column%1").arg(column); };
    QHeaderView *header = m_table->horizontalHeader();
    const QSettings stored;
    for (int column = 0; column < LogModel::messageColumn; ++column) {
        if (const int width = stored.value(key(column)).toInt(); width > 0)
            header->resizeSection(column, std::max(width, header->minimumSectionSize()));
    }
    // Written when the hand rests: a settings file is written as a whole.
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    timer->setInterval(columnsMilliseconds);
    connect(timer, &QTimer::timeout, this, [key, header] {
        QSettings settings;
        for (int column = 0; column < LogModel::messageColumn; ++column)
            settings.setValue(key(column), header->sectionSize(column));
    });
    connect(header, &QHeaderView::sectionResized, timer, [timer](int column) {
        // The last one is as wide as the view has room for.
        if (column < LogModel::messageColumn)
            timer->start();
    });
}

void LogView::refresh()
{
    m_filter->updateCounts();
    updateEmptyText();
    updateNotice();
    if (m_model->search() != nullptr)
        updateSearchState();
    // A saved log is read from its beginning.
    if (isFollowing() && m_store->fileName().isEmpty()) {
        m_scrolling = true;
        m_table->scrollToBottom();
        m_scrolling = false;
    }
}

void LogView::onScrolled(int value)
{
    if (m_scrolling)
        return;
    // The user's own scrolling decides: away from the end pauses, back to the end resumes. Rows
    // that were just added move the end, not the user.
    const QScrollBar *bar = m_table->verticalScrollBar();
    if (value >= bar->maximum())
        m_follow->setChecked(true);
    else if (!m_refresh.isActive() || bar->isSliderDown())
        m_follow->setChecked(false);
}

bool LogView::isFollowing() const
{
    return m_follow->isChecked();
}

void LogView::setFollowing(bool follow)
{
    m_follow->setChecked(follow);
}

void LogView::applyFilter()
{
    // What is looked at stays in sight, if it passes.
    const int row =
        m_table->currentIndex().isValid() ? m_table->currentIndex().row() : m_table->topRow();
    const qsizetype record = row < m_model->rowCount() ? m_model->recordOf(row) : -1;
    const bool wasCurrent = m_table->currentIndex().isValid();
    const auto set = m_model->setFilter(m_filter->filter());
    m_filter->showError(set ? QString() : set.error().text());
    if (!set)
        return;
    emit filterChanged(m_filter->keptFilter());
    if (record < 0 || (isFollowing() && !wasCurrent) || m_model->rowCount() == 0)
        return;
    const int near = std::min(m_model->rowOf(record), m_model->rowCount() - 1);
    if (wasCurrent)
        m_table->setCurrentIndex(m_model->index(near, 0));
    m_table->scrollTo(m_model->index(near, 0), QAbstractItemView::PositionAtCenter);
}

void LogView::applySearch()
{
    const auto set = m_model->setSearch(m_search->text(), m_search->options());
    m_table->viewport()->update();
    if (!set) {
        m_search->showState(set.error().text(), true);
        return;
    }
    m_findFrom = nothingToFind;
    if (m_search->text().isEmpty())
        return;
    // From what is looked at on, this row included.
    const int row =
        m_table->currentIndex().isValid() ? m_table->currentIndex().row() : m_table->topRow();
    const int found = m_model->findNext(row - 1);
    if (found >= 0)
        goToRow(found);
    else
        m_findFrom = row - 1;
}

void LogView::updateSearchState()
{
    const LogSearch *search = m_model->search();
    if (search == nullptr) {
        m_search->showState({}, false);
        return;
    }
    const QString count =
        QLocale().toString(qlonglong((search->matches() & m_model->shown()).size()));
    m_search->showState(search->isComplete() ? tr("Matches: %1").arg(count)
                                             : tr("Matches so far: %1").arg(count),
                        false);
    if (m_findFrom == nothingToFind)
        return;
    const int found = m_model->findNext(m_findFrom);
    if (found >= 0)
        goToRow(found);
    if (found >= 0 || search->isComplete())
        m_findFrom = nothingToFind;
}

void LogView::find(bool forward)
{
    if (m_search->isHidden()) {
        m_search->open();
        return;
    }
    const int row = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
    int found = forward ? m_model->findNext(row) : m_model->findPrevious(row);
    if (found < 0) // over the end and on from the other side
        found = forward ? m_model->findNext(-1) : m_model->findPrevious(m_model->rowCount());
    if (found >= 0)
        goToRow(found);
}

void LogView::goToRow(int row)
{
    m_follow->setChecked(false);
    const QModelIndex index = m_model->index(row, LogModel::messageColumn);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_findFrom = nothingToFind;
}

void LogView::goToRecord(qsizetype record)
{
    if (m_model->rowCount() == 0)
        return;
    goToRow(std::min(m_model->rowOf(record), m_model->rowCount() - 1));
    m_table->setFocus();
}

void LogView::setIdleText(const QString &text)
{
    m_idleText = text;
    updateEmptyText();
}

void LogView::updateEmptyText()
{
    const bool filteredOut = m_store->count() > 0;
    m_empty->setText(filteredOut ? tr("No row passes the filters.") : m_idleText);
    m_empty->setVisible(m_model->rowCount() == 0 && !m_model->isFiltering() &&
                        !m_store->isLoading());
    m_empty->setGeometry(m_table->viewport()->rect());
}

void LogView::updateNotice()
{
    QString text;
    const auto number = [](qint64 count) { return QLocale().toString(count); };
    if (m_store->isOverfull())
        text = tr("This log has more lines than the %1 that can have a row. The last row stands "
                  "for all that follow; save the raw output to have every byte.")
                   .arg(number(m_store->capacity()));
    else if (m_model->isCut())
        text = tr("More rows pass the filters than the %1 that can be shown. Narrow the filters "
                  "to see those that follow.")
                   .arg(number(m_model->capacity()));
    if (text == m_noticed) // it may have been closed since
        return;
    m_noticed = text;
    if (text.isEmpty())
        m_notice->hide();
    else
        m_notice->setMessage(QStringLiteral("level-warning"), text);
}

void LogView::openSource(const QModelIndex &index)
{
    const QString file = index.data(LogModel::FileRole).toString();
    if (!file.isEmpty())
        emit sourceRequested(file, index.data(LogModel::LineRole).toInt(),
                             index.siblingAtColumn(LogModel::libraryColumn).data().toString());
}

void LogView::showRowMenu(const QPoint &position)
{
    const QModelIndex index = m_table->indexAt(position);
    if (!index.isValid())
        return;
    const QString library = index.siblingAtColumn(LogModel::libraryColumn).data().toString();
    const QString message = index.siblingAtColumn(LogModel::messageColumn).data().toString();
    const QString name = library.isEmpty() ? tr("rows without a library") : library;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Show Only %1").arg(name)), &QAction::triggered, this,
            [this, library] { m_filter->setLibraryFilter({library}, true); });
    connect(menu->addAction(tr("Hide %1").arg(name)), &QAction::triggered, this, [this, library] {
        LogFilter filter = m_filter->keptFilter();
        filter.setLibraryShown(library, false);
        m_filter->setLibraryFilter(filter.libraries, filter.onlyLibraries);
    });
    menu->addSeparator();
    QAction *only = menu->addAction(tr("Show Only Rows with This Message"));
    connect(only, &QAction::triggered, this, [this, message] {
        m_filter->keep({message, {false, true}, false, true});
    });
    QAction *hide = menu->addAction(tr("Hide Rows with This Message"));
    connect(hide, &QAction::triggered, this, [this, message] {
        m_filter->keep({message, {false, true}, true, true});
    });
    QAction *highlight = menu->addAction(tr("Highlight Rows with This Message"));
    connect(highlight, &QAction::triggered, this, [this, message] {
        m_filter->keep({message, {false, true}, false, true, m_filter->nextHighlight()});
    });
    highlight->setEnabled(!message.isEmpty());
    only->setEnabled(!message.isEmpty());
    hide->setEnabled(!message.isEmpty());
    menu->addSeparator();
    QAction *source = menu->addAction(tr("Open the Source"));
    source->setEnabled(!index.data(LogModel::FileRole).toString().isEmpty());
    connect(source, &QAction::triggered, this,
            [this, at = QPersistentModelIndex(index)] { openSource(at); });
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this, &LogView::copySelection);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void LogView::copySelection()
{
    // By ranges: a selection of everything has as many indices as the log has rows.
    LineSet rows;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        rows |= LineSet::range(std::size_t(range.top()), std::size_t(range.bottom()) + 1);
    if (rows.isEmpty())
        rows = LineSet::range(0, std::size_t(m_model->rowCount()));
    const auto count = qsizetype(rows.size());
    m_copy->start(count,
                  [store = m_store, rows = std::move(rows), shown = m_model->shown()](qsizetype i) {
                      // An unfinished last line may have become none since.
                      const auto record = qsizetype(shown.at(rows.at(std::size_t(i))));
                      return record < store->count() ? logText(store->raw(record)) : QString();
                  });
}

void LogView::saveRaw()
{
    auto *dialog = new QFileDialog(this, tr("Save the raw output"), QStringLiteral("guest.log"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        if (const auto saved = m_store->saveRaw(file); !saved)
            emit problem(saved.error());
    });
    dialog->open();
}

void LogView::askForSaved()
{
    auto *dialog = new QFileDialog(this, tr("Open a saved log"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &LogView::openRequested);
    dialog->open();
}

bool LogView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        m_empty->setGeometry(m_table->viewport()->rect());
    if (watched == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copySelection();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kiln
