// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/crash_view.h"

#include "widgets/level_style.h"
#include "widgets/notice_bar.h"
#include "widgets/palette_icon.h"
#include "widgets/remembered_layout.h"
#include "workbench/crash_reader.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace kiln {

namespace {

enum TraceColumn
{
    functionColumn,
    sourceColumn,
    addressColumn,
    foundColumn,
    traceColumns
};

constexpr int fileRole = Qt::UserRole + 1;
constexpr int lineRole = Qt::UserRole + 2;
constexpr int recordRole = Qt::UserRole + 3;

QString hex(quint64 value)
{
    return QStringLiteral("0x%1").arg(value, 0, 16);
}

QString functionText(const CodePlace &place)
{
    const QString name = place.function.isEmpty() ? QStringLiteral("?") : place.function;
    return place.offset > 0 ? QStringLiteral("%1+0x%2").arg(name).arg(place.offset, 0, 16) : name;
}

} // namespace

CrashView::CrashView(const CrashReader *reader, QWidget *parent)
    : QWidget(parent)
    , m_reader(reader)
    , m_choice(new QComboBox)
    , m_icon(new QLabel)
    , m_headline(new QLabel)
    , m_explanation(new QLabel)
    , m_copy(new QToolButton)
    , m_choose(new QToolButton)
    , m_notice(new NoticeBar)
    , m_empty(new QLabel)
    , m_content(new QWidget)
    , m_trace(new QTreeWidget)
    , m_registers(new QTreeWidget)
{
    m_empty->setText(tr("Nothing has crashed. When a guest does, its registers, its call trace and "
                        "the source lines are here."));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setMargin(32);
    m_notice->setClosable(false);
    m_notice->hide();

    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_trace->setObjectName(QStringLiteral("crashTrace"));
    m_trace->setAccessibleName(tr("Call trace"));
    m_trace->setColumnCount(traceColumns);
    m_trace->setHeaderLabels({tr("Function"), tr("Source"), tr("Address"), tr("Found in")});
    m_registers->setObjectName(QStringLiteral("crashRegisters"));
    m_registers->setAccessibleName(tr("Registers"));
    m_registers->setColumnCount(3);
    m_registers->setHeaderLabels({tr("Register"), tr("Value"), tr("Points to")});
    for (QTreeWidget *tree : {m_trace, m_registers}) {
        tree->setRootIsDecorated(false);
        tree->setUniformRowHeights(true);
        tree->setFrameShape(QFrame::NoFrame);
        tree->setAllColumnsShowFocus(true);
        tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
        connect(tree, &QTreeWidget::itemActivated, this,
                [this](const QTreeWidgetItem *item) { activate(item); });
    }
    const int character = QFontMetrics(fixed).averageCharWidth();
    m_trace->header()->resizeSection(functionColumn, 34 * character);
    m_trace->header()->resizeSection(sourceColumn, 26 * character);
    m_trace->header()->resizeSection(addressColumn, 20 * character);
    m_registers->header()->resizeSection(0, 10 * character);
    m_registers->header()->resizeSection(1, 21 * character);

    auto *splitter = new QSplitter;
    splitter->addWidget(m_trace);
    splitter->addWidget(m_registers);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    rememberSplitter(splitter, QStringLiteral("run/crash"));
    auto *head = new QWidget;
    buildHead(head);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(head);
    content->addWidget(m_notice);
    content->addWidget(splitter, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_content, 1);
    refresh();
}

void CrashView::buildHead(QWidget *head)
{
    QFont bold = font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_headline->setObjectName(QStringLiteral("crashHeadline"));
    m_headline->setWordWrap(true);
    m_headline->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_explanation->setObjectName(QStringLiteral("crashExplanation"));
    m_explanation->setWordWrap(true);
    m_explanation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_choice->setAccessibleName(tr("Crash"));
    connect(m_choice, &QComboBox::currentIndexChanged, this, &CrashView::showReport);
    connect(m_headline, &QLabel::linkActivated, this, [this](const QString &) {
        const CrashReport *report = current();
        if (report == nullptr)
            return;
        if (const CodePlace *place = report->culprit(); place != nullptr && !place->file.isEmpty())
            emit sourceRequested(place->file, place->line, {});
        else if (!report->file.isEmpty())
            emit sourceRequested(report->file, report->line, report->library);
    });

    m_copy->setIcon(paletteIcon(QStringLiteral("copy")));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the whole report as text"));
    m_choose->setIcon(paletteIcon(QStringLiteral("open-folder")));
    m_choose->setText(tr("Image…"));
    m_choose->setToolTip(tr("Choose the image with symbols that crashed"));
    for (QToolButton *button : {m_copy, m_choose}) {
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    connect(m_copy, &QToolButton::clicked, this, &CrashView::copy);
    connect(m_choose, &QToolButton::clicked, this, &CrashView::askForImage);

    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_headline);
    words->addWidget(m_explanation);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(m_choice, 0, Qt::AlignTop);
    layout->addWidget(m_choose, 0, Qt::AlignTop);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
}

void CrashView::setImage(const QString &path)
{
    if (m_image == path)
        return;
    m_image = path;
    decode();
}

void CrashView::refresh()
{
    if (m_revision == m_reader->revision() && !m_reports.isEmpty())
        return;
    m_revision = m_reader->revision();
    decode();
}

void CrashView::decode()
{
    const QVector<CrashReport> reports = m_reader->reports();
    showReports(reports);
    if (m_image.isEmpty() || reports.isEmpty())
        return;
    ++m_decoding;
    const CrashImage image{m_image, m_reader->constructorTable()};
    m_jobs.run(
        [reports, image] {
            QVector<CrashReport> result;
            for (const CrashReport &report : reports)
                result.append(decodeCrash(report, image));
            return result;
        },
        [this, revision = m_revision, image = m_image](const QVector<CrashReport> &result) {
            --m_decoding;
            // Meanwhile more has come, or another image was chosen.
            if (revision != m_revision || image != m_image)
                return;
            showReports(result);
            emit decoded();
        });
}

void CrashView::showReports(const QVector<CrashReport> &reports)
{
    m_reports = reports;
    const int selected = m_choice->currentIndex();
    {
        const QSignalBlocker blocker(m_choice);
        m_choice->clear();
        for (const CrashReport &report : m_reports)
            m_choice->addItem(tr("Crash %1: %2").arg(m_choice->count() + 1).arg(report.headline));
        // The first crash is the cause of those that follow.
        m_choice->setCurrentIndex(m_reports.isEmpty() ? -1 : std::max(0, selected));
    }
    m_choice->setVisible(m_reports.size() > 1);
    showReport();
}

const CrashReport *CrashView::current() const
{
    const int index = m_choice->currentIndex();
    return index >= 0 && index < m_reports.size() ? &m_reports.at(index) : nullptr;
}

void CrashView::showReport()
{
    const CrashReport *report = current();
    m_empty->setVisible(report == nullptr);
    m_content->setVisible(report != nullptr);
    if (report == nullptr)
        return;
    m_icon->setPixmap(levelIcon(LogLevel::critical).pixmap(QSize(16, 16), devicePixelRatioF()));
    QString where;
    if (const CodePlace *place = report->culprit())
        where = tr("in %1").arg(place->file.isEmpty()
                                    ? functionText(*place)
                                    : tr("%1, %2:%3")
                                          .arg(place->function, QFileInfo(place->file).fileName())
                                          .arg(place->line));
    else if (!report->file.isEmpty())
        where = tr("in %1:%2").arg(report->file).arg(report->line);
    m_headline->setTextFormat(Qt::RichText);
    m_headline->setText(where.isEmpty()
                            ? report->headline.toHtmlEscaped()
                            : QStringLiteral("%1 <a href=\"source\">%2</a>")
                                  .arg(report->headline.toHtmlEscaped(), where.toHtmlEscaped()));
    m_headline->setAccessibleName(report->headline + u' ' + where);
    QString words = report->explanation;
    if (!report->thread.isEmpty())
        words = (words + u' ' + tr("Thread “%1” was running.").arg(report->thread)).trimmed();
    m_explanation->setText(words);
    m_explanation->setVisible(!words.isEmpty());
    if (!report->trouble.isEmpty())
        m_notice->setMessage(QStringLiteral("level-warning"), report->trouble);
    else if (m_image.isEmpty() && !report->addresses.isEmpty())
        m_notice->setMessage(QStringLiteral("level-info"),
                             tr("Without an image with symbols (….dbg) addresses stay bare. "
                                "“Image…” chooses one."));
    m_notice->setVisible(!report->trouble.isEmpty() ||
                         (m_image.isEmpty() && !report->addresses.isEmpty()));
    fillTrace(*report);
    fillRegisters(*report);
}

void CrashView::fillTrace(const CrashReport &report)
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const auto foundIn = [](const CrashAddress &address) {
        switch (address.source) {
        case CrashAddressSource::instruction:
            return tr("instruction pointer");
        case CrashAddressSource::linkRegister:
            return tr("link register");
        case CrashAddressSource::callTrace:
            return tr("call trace");
        case CrashAddressSource::frame:
            return tr("stack frame");
        case CrashAddressSource::stack:
            return tr("stack at %1").arg(hex(address.stackAddress));
        }
        return QString();
    };
    m_trace->clear();
    const auto add = [&](const CrashAddress &address, const CodePlace *place, bool isFirst) {
        QString function = place != nullptr ? functionText(*place) : address.guestName;
        if (function.isEmpty())
            function = tr("not code");
        if (place != nullptr && place->isInlined)
            function = tr("%1 (inlined)").arg(function);
        QString source;
        if (place != nullptr && !place->file.isEmpty())
            source =
                QStringLiteral("%1:%2").arg(QFileInfo(place->file).fileName()).arg(place->line);
        auto *item =
            new QTreeWidgetItem({function, source, isFirst ? hex(address.address) : QString(),
                                 isFirst ? foundIn(address) : QString()});
        item->setFont(addressColumn, fixed);
        if (place != nullptr) {
            item->setData(0, fileRole, place->file);
            item->setData(0, lineRole, place->line);
            item->setToolTip(sourceColumn, place->file);
        }
        item->setToolTip(functionColumn, function);
        item->setData(0, recordRole, qlonglong(address.record));
        // Words of the stack may be remains of calls long past.
        if (address.source == CrashAddressSource::stack) {
            for (int column = 0; column < traceColumns; ++column)
                item->setForeground(column, mutedColor(palette()));
        }
        m_trace->addTopLevelItem(item);
    };
    for (const CrashAddress &address : report.addresses) {
        if (address.places.isEmpty())
            add(address, nullptr, true);
        for (qsizetype index = 0; index < address.places.size(); ++index)
            add(address, &address.places.at(index), index == 0);
    }
    if (m_trace->topLevelItemCount() > 0)
        m_trace->setCurrentItem(m_trace->topLevelItem(0));
}

void CrashView::fillRegisters(const CrashReport &report)
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_registers->clear();
    for (const CrashRegister &each : report.registers) {
        const CodePlace *place = each.places.isEmpty() ? nullptr : &each.places.first();
        auto *item = new QTreeWidgetItem(
            {each.name, QStringLiteral("0x%1").arg(each.value, 16, 16, QLatin1Char('0')),
             place != nullptr ? functionText(*place) : QString()});
        item->setFont(0, fixed);
        item->setFont(1, fixed);
        if (place != nullptr) {
            item->setData(0, fileRole, place->file);
            item->setData(0, lineRole, place->line);
        }
        m_registers->addTopLevelItem(item);
    }
    m_registers->setVisible(!report.registers.isEmpty());
}

void CrashView::activate(const QTreeWidgetItem *item)
{
    const QString file = item->data(0, fileRole).toString();
    if (!file.isEmpty())
        emit sourceRequested(file, item->data(0, lineRole).toInt(), {});
    else if (item->data(0, recordRole).isValid())
        emit recordRequested(qsizetype(item->data(0, recordRole).toLongLong()));
}

void CrashView::copy()
{
    if (const CrashReport *report = current())
        QApplication::clipboard()->setText(report->text());
}

void CrashView::askForImage()
{
    auto *dialog = new QFileDialog(this, tr("Image with Symbols"), QFileInfo(m_image).path(),
                                   tr("Images with symbols (*.dbg);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &CrashView::setImage);
    dialog->open();
}

QString CrashView::headline() const
{
    return m_headline->accessibleName();
}

void CrashView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showReport();
}

} // namespace kiln
