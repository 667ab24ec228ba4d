// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// All there is to see of one guest, or of one saved log: its log, its console, and more views of
// the same bytes.
#pragma once

#include "workbench/log_parser.h"

#include <QIcon>
#include <QWidget>

#include <optional>

class QTabWidget;

namespace kiln {

class LogStore;
class LogView;
class StatusStrip;
class TerminalView;

/// Views of one LogStore in tabs, with a strip above that says what is going on. The store must
/// outlive it.
class GuestView : public QWidget
{
    Q_OBJECT

public:
    enum class Kind
    {
        machine, ///< a guest that runs or ran: with a console
        savedLog ///< a log from a file
    };

    explicit GuestView(LogStore *store, Kind kind = Kind::machine, QWidget *parent = nullptr);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] LogStore *store() const { return m_store; }
    [[nodiscard]] StatusStrip *strip() const { return m_strip; }
    [[nodiscard]] LogView *logView() const { return m_log; }
    /// Null for a saved log.
    [[nodiscard]] TerminalView *console() const { return m_console; }

    /// Adds a view of the same store behind the others, and takes it over.
    /// `icon`: one of paletteIcon().
    void addView(QWidget *view, const QString &icon, const QString &title);
    /// What the tab of an added view says from now on.
    void setViewTitle(QWidget *view, const QIcon &icon, const QString &title);
    void showView(QWidget *view);
    [[nodiscard]] QWidget *currentView() const;

    /// The worst level of its rows, when that is an error or worse.
    [[nodiscard]] std::optional<LogLevel> mark() const;
    /// Rows of the levels error and critical.
    [[nodiscard]] int errorCount() const;

signals:
    /// mark() or errorCount() may be another.
    void markChanged();

private:
    void updateTabs();

    LogStore *m_store;
    Kind m_kind;
    StatusStrip *m_strip;
    LogView *m_log;
    TerminalView *m_console = nullptr;
    QTabWidget *m_tabs;
    int m_errors = -1;
};

} // namespace kiln
