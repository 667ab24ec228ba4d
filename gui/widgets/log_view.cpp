// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log_view.h"

#include "widgets/clipboard_copy.h"
#include "widgets/level_chip.h"
#include "widgets/level_style.h"
#include "widgets/log_delegate.h"
#include "widgets/palette_icon.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

namespace {

constexpr int refreshMilliseconds = 33;
constexpr LogLevel chipOrder[] = {LogLevel::debug, LogLevel::info,     LogLevel::warning,
                                  LogLevel::error, LogLevel::critical, LogLevel::plain};

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

LogView::LogView(LogStore *store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(new LogModel(store, this))
    , m_table(new QTableView)
    , m_library(new QComboBox)
    , m_text(new QLineEdit)
    , m_follow(nullptr)
    , m_empty(new QLabel)
    , m_copy(new ClipboardCopy(this))
{
    auto *bar = new QWidget;
    buildBar(bar);
    buildTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_table, 1);

    m_empty->setParent(m_table->viewport());
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_table->viewport()->installEventFilter(this);
    m_table->installEventFilter(this);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        updateCounts();
        updateLibraries();
        updateEmptyText();
        if (isFollowing()) {
            m_scrolling = true;
            m_table->scrollToBottom();
            m_scrolling = false;
        }
    });
    const auto refreshSoon = [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    };
    connect(m_store, &LogStore::recordsAppended, this, refreshSoon);
    connect(m_store, &LogStore::lastRecordChanged, this, refreshSoon);
    connect(m_store, &LogStore::cleared, this, refreshSoon);
    connect(m_store, &LogStore::cleared, m_copy, &ClipboardCopy::cancel);
    connect(m_model, &LogModel::filtered, this, refreshSoon);
    updateCounts();
    updateLibraries();
    updateEmptyText();
}

void LogView::buildBar(QWidget *bar)
{
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    for (const LogLevel level : chipOrder) {
        auto *chip = new LevelChip(level);
        connect(chip, &QToolButton::toggled, this, &LogView::applyFilter);
        m_chips[std::size_t(level)] = chip;
        layout->addWidget(chip);
    }
    layout->addSpacing(8);
    m_library->setAccessibleName(tr("Library"));
    m_library->setToolTip(tr("Show one library only"));
    m_library->setMinimumContentsLength(10);
    m_library->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_library, &QComboBox::activated, this, &LogView::applyFilter);
    layout->addWidget(m_library);
    m_text->setPlaceholderText(tr("Filter text"));
    m_text->setAccessibleName(tr("Filter text"));
    m_text->setToolTip(tr("Show rows whose message, library or source contains this text"));
    m_text->setClearButtonEnabled(true);
    m_text->setObjectName(QStringLiteral("logFilter"));
    m_text->setMinimumWidth(112);
    m_text->addAction(paletteIcon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    connect(m_text, &QLineEdit::textChanged, this, &LogView::applyFilter);
    layout->addWidget(m_text, 1);

    m_follow = toolButton(QStringLiteral("follow"), tr("Follow the newest row"));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    connect(m_follow, &QToolButton::toggled, this, [this](bool follow) {
        if (follow)
            m_table->scrollToBottom();
    });
    layout->addWidget(m_follow);
    auto *copy = toolButton(QStringLiteral("copy"), tr("Copy the selected rows, or all (Ctrl+C)"));
    connect(copy, &QToolButton::clicked, this, &LogView::copySelection);
    layout->addWidget(copy);
    auto *save = toolButton(QStringLiteral("save-raw"), tr("Save the raw output to a file…"));
    connect(save, &QToolButton::clicked, this, &LogView::saveRaw);
    layout->addWidget(save);
    auto *clear = toolButton(QStringLiteral("clear"), tr("Clear the log"));
    connect(clear, &QToolButton::clicked, m_store, &LogStore::clear);
    layout->addWidget(clear);
}

void LogView::buildTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new LogDelegate(m_table));
    m_table->setAccessibleName(tr("Log"));
    m_table->setObjectName(QStringLiteral("log"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 5);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
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
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == LogModel::sourceColumn)
            openSource(index);
    });
    connect(m_table, &QTableView::activated, this, &LogView::openSource);
    QScrollBar *bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &LogView::onScrolled);
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
    LogFilter filter;
    for (const LogLevel level : chipOrder)
        filter.levels[std::size_t(level)] = m_chips[std::size_t(level)]->isChecked();
    filter.text = m_text->text();
    const QVariant library = m_library->currentData();
    if (library.isValid() && library.toInt() >= 0)
        filter.library = library.toInt();
    m_model->setFilter(filter);
}

void LogView::updateCounts()
{
    for (const LogLevel level : chipOrder)
        m_chips[std::size_t(level)]->setCount(m_store->levelCount(level));
}

void LogView::updateLibraries()
{
    if (m_library->count() == 0)
        m_library->addItem(tr("All libraries"), -1);
    if (m_store->libraries().isEmpty() && m_library->count() > 1) {
        while (m_library->count() > 1)
            m_library->removeItem(1);
        m_library->setCurrentIndex(0);
        applyFilter();
    }
    for (int i = m_library->count() - 1; i < m_store->libraries().size(); ++i)
        m_library->addItem(m_store->libraries().at(i), i);
}

void LogView::updateEmptyText()
{
    const bool filteredOut = m_store->count() > 0;
    m_empty->setText(filteredOut ? tr("No row passes the filters.")
                                 : tr("Nothing logged yet. Build & Boot (F5) starts the guest."));
    m_empty->setVisible(m_model->rowCount() == 0 && !m_model->isFiltering());
    m_empty->setGeometry(m_table->viewport()->rect());
}

void LogView::openSource(const QModelIndex &index)
{
    const QString file = index.data(LogModel::FileRole).toString();
    if (!file.isEmpty())
        emit sourceRequested(file, index.data(LogModel::LineRole).toInt(),
                             index.siblingAtColumn(LogModel::libraryColumn).data().toString());
}

void LogView::copySelection()
{
    const std::vector<quint32> &all = m_model->records();
    // By ranges: a selection of everything has as many indices as the log has rows.
    std::vector<quint32> wanted;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        wanted.insert(wanted.end(), all.begin() + range.top(), all.begin() + range.bottom() + 1);
    if (wanted.empty())
        wanted = all;
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    const auto count = qsizetype(wanted.size());
    m_copy->start(count, [store = m_store, records = std::move(wanted)](qsizetype i) {
        // An unfinished last line may have become none since.
        const qsizetype record = records[std::size_t(i)];
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
