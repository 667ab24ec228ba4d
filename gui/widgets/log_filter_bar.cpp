// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log_filter_bar.h"

#include "widgets/flow_layout.h"
#include "widgets/level_chip.h"
#include "widgets/level_style.h"
#include "widgets/log_rule_chip.h"
#include "widgets/menu_button.h"
#include "widgets/palette_icon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

namespace {

constexpr LogLevel chipOrder[] = {LogLevel::debug, LogLevel::info,     LogLevel::warning,
                                  LogLevel::error, LogLevel::critical, LogLevel::plain};

/// A button of one or two letters, as editors have them.
QToolButton *letterButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->toolTip());
    return button;
}

/// What a menu or a button shows as it is.
QString escaped(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

LogFilterBar::LogFilterBar(const LogStore *store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_library(new MenuButton)
    , m_libraryMenu(new QMenu(this))
    , m_text(new QLineEdit)
    , m_regex(new QAction(QStringLiteral(".*"), this))
    , m_case(new QAction(QStringLiteral("Aa"), this))
    , m_error(nullptr)
    , m_buttons(new QHBoxLayout)
    , m_rules(new QWidget)
    , m_ruleLayout(new FlowLayout(m_rules))
{
    auto *first = new QHBoxLayout;
    first->setContentsMargins(8, 4, 8, 4);
    first->setSpacing(4);
    for (const LogLevel level : chipOrder) {
        auto *chip = new LevelChip(level);
        connect(chip, &QToolButton::toggled, this, [this, level](bool on) {
            m_kept.levels[std::size_t(level)] = on;
            change();
        });
        m_chips[std::size_t(level)] = chip;
        first->addWidget(chip);
    }
    first->addSpacing(8);
    m_library->setObjectName(QStringLiteral("logLibraries"));
    m_library->setMenu(m_libraryMenu);
    m_library->setFocusPolicy(Qt::TabFocus);
    m_library->setToolTip(tr("Choose which libraries' rows are shown"));
    connect(m_libraryMenu, &QMenu::aboutToShow, this, &LogFilterBar::fillLibraries);
    first->addWidget(m_library);

    m_text->setPlaceholderText(tr("Filter text"));
    m_text->setAccessibleName(tr("Filter text"));
    m_text->setToolTip(
        tr("Show rows that contain this. Enter keeps it as a filter and makes room "
           "for the next; Shift+Enter keeps it as one that hides rows, Ctrl+Enter as "
           "one that only highlights them."));
    m_text->setClearButtonEnabled(true);
    m_text->setObjectName(QStringLiteral("logFilter"));
    m_text->setMinimumWidth(112);
    m_text->addAction(paletteIcon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    m_error = m_text->addAction(levelIcon(LogLevel::error), QLineEdit::TrailingPosition);
    m_error->setVisible(false);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &LogFilterBar::change);
    first->addWidget(m_text, 1);
    for (QAction *action : {m_case, m_regex}) {
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, [this] {
            if (!m_text->text().isEmpty())
                change();
        });
    }
    m_case->setToolTip(tr("Tell capital letters from small ones"));
    m_regex->setToolTip(tr("The text is a regular expression"));
    first->addWidget(letterButton(m_case));
    first->addWidget(letterButton(m_regex));
    m_buttons->setSpacing(4);
    first->addLayout(m_buttons);

    m_ruleLayout->setContentsMargins(8, 0, 8, 4);
    m_ruleLayout->setSpacing(4);
    m_rules->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(first);
    layout->addWidget(m_rules);
    updateLibraryButton();
}

void LogFilterBar::change()
{
    if (!m_isSetting)
        emit filterChanged();
}

LogFilter LogFilterBar::filter() const
{
    LogFilter filter = m_kept;
    if (!m_text->text().isEmpty())
        filter.rules.append(
            {m_text->text(), {m_regex->isChecked(), m_case->isChecked()}, false, true});
    return filter;
}

void LogFilterBar::setFilter(const LogFilter &filter)
{
    m_isSetting = true;
    m_kept = filter;
    m_text->clear();
    for (const LogLevel level : chipOrder)
        chip(level)->setChecked(filter.levels[std::size_t(level)]);
    m_isSetting = false;
    rebuildRules();
    updateLibraryButton();
    change();
}

void LogFilterBar::setLevels(const std::array<bool, logLevelCount> &levels)
{
    m_isSetting = true;
    for (const LogLevel level : chipOrder)
        chip(level)->setChecked(levels[std::size_t(level)]);
    m_isSetting = false;
    change();
}

void LogFilterBar::keep(const LogRule &rule)
{
    m_kept.rules.append(rule);
    rebuildRules();
    change();
}

void LogFilterBar::keepTyped(bool excludes, int highlight)
{
    if (m_text->text().isEmpty() || m_error->isVisible())
        return;
    m_isSetting = true;
    const LogRule rule{
        m_text->text(), {m_regex->isChecked(), m_case->isChecked()}, excludes, true, highlight};
    m_text->clear();
    m_isSetting = false;
    keep(rule);
}

void LogFilterBar::setLibraryFilter(const QStringList &libraries, bool only)
{
    m_kept.libraries = libraries;
    m_kept.onlyLibraries = only;
    updateLibraryButton();
    change();
}

void LogFilterBar::showError(const QString &text)
{
    m_error->setVisible(!text.isEmpty());
    m_error->setToolTip(text);
    m_text->setAccessibleDescription(text);
}

void LogFilterBar::updateCounts()
{
    for (const LogLevel level : chipOrder)
        chip(level)->setCount(m_store->levelCount(level));
    updateLibraryButton();
}

void LogFilterBar::updateLibraryButton()
{
    const qsizetype all = m_store->libraries().size();
    qsizetype shown = 0;
    for (const QString &name : m_store->libraries())
        shown += m_kept.showsLibrary(name) ? 1 : 0;
    const bool everything = m_kept.libraries.isEmpty() && !m_kept.onlyLibraries;
    QString text = tr("All libraries");
    if (!everything && m_kept.onlyLibraries && m_kept.libraries.size() == 1)
        text = m_kept.libraries.first().isEmpty() ? tr("No library") : m_kept.libraries.first();
    else if (!everything)
        text = tr("%1 of %2 libraries").arg(shown).arg(all);
    text = escaped(text);
    if (text == m_library->text())
        return;
    m_library->setText(text);
    m_library->setAccessibleName(tr("Libraries: %1").arg(text));
}

void LogFilterBar::fillLibraries()
{
    m_libraryMenu->clear();
    connect(m_libraryMenu->addAction(tr("Show all")), &QAction::triggered, this,
            [this] { setLibraryFilter({}, false); });
    connect(m_libraryMenu->addAction(tr("Hide all")), &QAction::triggered, this,
            [this] { setLibraryFilter({}, true); });
    m_libraryMenu->addSeparator();
    const auto add = [this](const QString &name, const QString &text, qsizetype count) {
        QAction *action = m_libraryMenu->addAction(
            QStringLiteral("%1\t%2").arg(escaped(text), QLocale().toString(qlonglong(count))));
        action->setCheckable(true);
        action->setChecked(m_kept.showsLibrary(name));
        connect(action, &QAction::toggled, this, [this, name](bool shown) {
            m_kept.setLibraryShown(name, shown);
            updateLibraryButton();
            change();
        });
    };
    qsizetype named = 0;
    std::vector<std::pair<QString, int>> order;
    for (int i = 0; i < int(m_store->libraries().size()); ++i) {
        order.emplace_back(m_store->libraries().at(i), i);
        named += m_store->libraryCount(i);
    }
    std::sort(order.begin(), order.end());
    for (const auto &[name, number] : order)
        add(name, name, m_store->libraryCount(number));
    add(QString(), tr("No library"), m_store->count() - named);
}

void LogFilterBar::rebuildRules()
{
    while (QLayoutItem *item = m_ruleLayout->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (qsizetype i = 0; i < m_kept.rules.size(); ++i)
        addRule(i);
    m_rules->setVisible(!m_kept.rules.isEmpty());
}

void LogFilterBar::addRule(qsizetype index)
{
    auto *chip = new LogRuleChip(m_kept.rules[index]);
    chip->setObjectName(QStringLiteral("logRule%1").arg(index));
    connect(chip, &LogRuleChip::ruleChanged, this, [this, chip, index] {
        m_kept.rules[index] = chip->rule();
        change();
    });
    connect(chip, &LogRuleChip::editRequested, this, [this, index] {
        m_isSetting = true;
        const LogRule old = m_kept.rules.takeAt(index);
        m_regex->setChecked(old.options.isRegex);
        m_case->setChecked(old.options.isCaseSensitive);
        m_text->setText(old.text);
        m_text->setFocus();
        m_isSetting = false;
        rebuildRules();
        change();
    });
    connect(chip, &LogRuleChip::removeRequested, this, [this, index] {
        m_kept.rules.removeAt(index);
        rebuildRules();
        change();
    });
    m_ruleLayout->addWidget(chip);
}

int LogFilterBar::nextHighlight() const
{
    for (int color = 0; color < highlightCount; ++color) {
        if (std::none_of(m_kept.rules.begin(), m_kept.rules.end(),
                         [color](const LogRule &rule) { return rule.highlight == color; }))
            return color;
    }
    return int(m_kept.rules.size()) % highlightCount;
}

bool LogFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (key->modifiers().testFlag(Qt::ControlModifier))
                keepTyped(false, nextHighlight());
            else
                keepTyped(key->modifiers().testFlag(Qt::ShiftModifier), LogRule::noHighlight);
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_text->text().isEmpty()) {
            m_text->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kiln
