// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The filters of a log view: chips for levels, libraries, a text, and the filters that were kept.
#pragma once

#include "widgets/log_filter.h"

#include <QWidget>

#include <array>

class QAction;
class QHBoxLayout;
class QLineEdit;
class QMenu;
class QToolButton;

namespace kiln {

class FlowLayout;
class LevelChip;

/// What is typed filters at once; Enter keeps it as a filter of its own, Shift+Enter as one that
/// hides rows, Ctrl+Enter as one that highlights. Each kept filter is a LogRuleChip. The store must
/// outlive it.
class LogFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit LogFilterBar(const LogStore *store, QWidget *parent = nullptr);

    /// Everything together; what is typed comes last.
    [[nodiscard]] LogFilter filter() const;
    /// Levels, libraries and kept filters as they were saved; forgets what is typed.
    void setFilter(const LogFilter &filter);
    /// The same without what is typed.
    [[nodiscard]] const LogFilter &keptFilter() const { return m_kept; }
    void keep(const LogRule &rule);
    void setLibraryFilter(const QStringList &libraries, bool only);
    void setLevels(const std::array<bool, logLevelCount> &levels);

    /// A colour that no kept rule has yet, if there is one.
    [[nodiscard]] int nextHighlight() const;

    void updateCounts();
    /// What is wrong with what is typed; empty: nothing.
    void showError(const QString &text);

    [[nodiscard]] LevelChip *chip(LogLevel level) const { return m_chips[std::size_t(level)]; }
    [[nodiscard]] QLineEdit *textEdit() const { return m_text; }
    [[nodiscard]] QToolButton *libraryButton() const { return m_library; }
    /// A place for the view's own buttons, at the end.
    [[nodiscard]] QHBoxLayout *buttons() const { return m_buttons; }

signals:
    void filterChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepTyped(bool excludes, int highlight);
    void rebuildRules();
    void addRule(qsizetype index);
    void fillLibraries();
    void updateLibraryButton();
    void change();

    const LogStore *m_store;
    LogFilter m_kept;
    std::array<LevelChip *, logLevelCount> m_chips{};
    QToolButton *m_library;
    QMenu *m_libraryMenu;
    QLineEdit *m_text;
    QAction *m_regex;
    QAction *m_case;
    QAction *m_error;
    QHBoxLayout *m_buttons;
    QWidget *m_rules; ///< the row of kept filters
    FlowLayout *m_ruleLayout;
    bool m_isSetting = false;
};

} // namespace kiln
