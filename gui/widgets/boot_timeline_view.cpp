// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/boot_timeline_view.h"

#include "widgets/boot_timeline_chart.h"
#include "widgets/level_style.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

namespace {

enum Column
{
    startColumn,
    durationColumn,
    changeColumn,
    libraryColumn,
    messageColumn,
    columnCount
};

constexpr int recordRole = Qt::UserRole + 1;

/// The same message of another boot, whatever numbers it has in it.
QString pattern(const BootStep &step)
{
    QString text = step.library + u':' + step.text;
    for (QChar &character : text) {
        if (character.isDigit())
            character = u'0';
    }
    return text;
}

QString change(const BootStep &step, const BootSummary &previous)
{
    const QString wanted = pattern(step);
    for (const BootStep &before : previous.slowest) {
        if (pattern(before) != wanted)
            continue;
        const qint64 difference = step.duration() - before.duration();
        return (difference < 0 ? QStringLiteral("−") : QStringLiteral("+")) +
               shortTime(std::abs(difference));
    }
    return {};
}

} // namespace

BootTimelineView::BootTimelineView(const BootTimeline *timeline, QWidget *parent)
    : QWidget(parent)
    , m_timeline(timeline)
    , m_sentence(new QLabel)
    , m_empty(new QLabel)
    , m_hint(new QLabel)
    , m_switchOn(new QPushButton(tr("Switch On")))
    , m_lead(new QWidget)
    , m_below(new QWidget)
    , m_chart(new BootTimelineChart)
    , m_content(new QWidget)
    , m_slowest(new QTreeWidget)
{
    QFont bold = font();
    bold.setBold(true);
    m_sentence->setFont(bold);
    m_sentence->setObjectName(QStringLiteral("bootSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setContentsMargins(16, 8, 16, 8);
    m_empty->setObjectName(QStringLiteral("bootEmpty"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);

    m_slowest->setObjectName(QStringLiteral("slowestSteps"));
    m_slowest->setAccessibleName(tr("Slowest steps"));
    m_slowest->setColumnCount(columnCount);
    m_slowest->setHeaderLabels(
        {tr("At"), tr("Lasted"), tr("Change"), tr("Library"), tr("Slowest Steps")});
    m_slowest->setRootIsDecorated(false);
    m_slowest->setUniformRowHeights(true);
    m_slowest->setFrameShape(QFrame::NoFrame);
    m_slowest->setAllColumnsShowFocus(true);
    m_slowest->header()->setStretchLastSection(true);
    const int character = fontMetrics().averageCharWidth();
    for (const int column : {startColumn, durationColumn, changeColumn})
        m_slowest->header()->resizeSection(column, 12 * character);
    m_slowest->header()->resizeSection(libraryColumn, 22 * character);

    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(m_sentence);
    content->addWidget(m_chart);
    content->addWidget(m_slowest, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_hint->setObjectName(QStringLiteral("bootHint"));
    m_hint->setWordWrap(true);
    m_switchOn->setObjectName(QStringLiteral("bootSwitchOn"));
    m_switchOn->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_switchOn->setToolTip(tr("Change the configuration; the next build has it"));
    connect(m_switchOn, &QPushButton::clicked, this,
            [this] { emit optionsWanted(missingOptions()); });
    auto *hint = new QHBoxLayout(m_lead);
    hint->setContentsMargins(16, 8, 16, 8);
    hint->addWidget(m_hint, 1);
    hint->addWidget(m_switchOn);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_lead);
    layout->addWidget(m_below, 1);
    layout->addWidget(m_content, 1);

    connect(m_chart, &BootTimelineChart::recordRequested, this, &BootTimelineView::recordRequested);
    connect(m_slowest, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        emit recordRequested(qsizetype(item->data(0, recordRole).toLongLong()));
    });
    connect(m_slowest, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item == nullptr)
            return;
        const auto record = qsizetype(item->data(0, recordRole).toLongLong());
        const auto &steps = m_timeline->steps();
        const auto found = std::find_if(steps.begin(), steps.end(), [record](const BootStep &step) {
            return step.record == record;
        });
        if (found != steps.end())
            m_chart->setCurrentStep(int(found - steps.begin()));
    });
    refresh();
}

void BootTimelineView::setPrevious(const BootSummary &previous)
{
    m_previous = previous;
    m_revision = -1;
    refresh();
}

const BootSummary &BootTimelineView::previous() const
{
    return m_timeline->previous().isEmpty() ? m_previous : m_timeline->previous();
}

void BootTimelineView::refresh()
{
    if (m_revision == m_timeline->revision())
        return;
    m_revision = m_timeline->revision();
    const bool isEmpty = m_timeline->isEmpty();
    const QStringList missing = missingOptions();
    m_hint->setText(tr("The kernel says little of its boot at this level of messages."));
    m_hint->setVisible(!isEmpty);
    m_lead->setVisible(!missing.isEmpty());
    // A text that leads to the button stands right above it.
    const bool isLeading = isEmpty && !missing.isEmpty();
    m_below->setVisible(isLeading);
    m_empty->setAlignment(Qt::AlignHCenter | (isLeading ? Qt::AlignBottom : Qt::AlignVCenter));
    m_empty->setContentsMargins(32, 32, 32, isLeading ? 8 : 32);
    m_empty->setVisible(isEmpty);
    m_content->setVisible(!isEmpty);
    if (isEmpty) {
        m_empty->setText(m_timeline->isUntimed()
                             ? tr("The messages of this kernel have no time. Switch on “Show the "
                                  "time” (LIBUKDEBUG_PRINT_TIME).")
                             : tr("No message of a kernel so far. Most come at the level "
                                  "“Information” (LIBUKDEBUG_PRINTK_INFO)."));
        m_sentence->clear();
        return;
    }
    const BootSummary summary = m_timeline->summary();
    m_sentence->setText(bootSentence(summary, previous()));
    m_chart->setBoot(m_timeline->steps(), m_timeline->spans(), previous());
    fillSlowest(summary);
}

/// Those without which there is no time, or hardly a message to show it of.
QStringList BootTimelineView::missingOptions() const
{
    const auto isTold = [](const BootStep &step) {
        return step.level == LogLevel::info || step.level == LogLevel::debug;
    };
    const auto &steps = m_timeline->steps();
    QStringList missing;
    if (m_timeline->isUntimed())
        missing.append(QStringLiteral("LIBUKDEBUG_PRINT_TIME"));
    else if (std::none_of(steps.begin(), steps.end(), isTold))
        missing.append(QStringLiteral("LIBUKDEBUG_PRINTK_INFO"));
    return missing;
}

void BootTimelineView::fillSlowest(const BootSummary &summary)
{
    const qlonglong selected = m_slowest->currentItem() != nullptr
                                   ? m_slowest->currentItem()->data(0, recordRole).toLongLong()
                                   : -1;
    const QSignalBlocker blocker(m_slowest);
    m_slowest->clear();
    for (const BootStep &step : summary.slowest) {
        auto *item = new QTreeWidgetItem({shortTime(step.start), shortTime(step.duration()),
                                          change(step, previous()), step.library, step.text});
        for (const int column : {startColumn, durationColumn, changeColumn})
            item->setTextAlignment(column, Qt::AlignVCenter | Qt::AlignRight);
        item->setIcon(messageColumn, levelIcon(step.level));
        item->setToolTip(messageColumn, step.text);
        item->setData(0, recordRole, qlonglong(step.record));
        m_slowest->addTopLevelItem(item);
        if (step.record == selected)
            m_slowest->setCurrentItem(item);
    }
    m_slowest->setColumnHidden(changeColumn, previous().isEmpty());
}

QString BootTimelineView::sentence() const
{
    return m_sentence->text();
}

} // namespace kiln
