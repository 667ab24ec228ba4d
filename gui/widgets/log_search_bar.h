// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Looks for a text among the rows of a log without hiding any.
#pragma once

#include "workbench/log_pattern.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;

namespace kiln {

/// Hidden until open(); Escape closes it. Says what is wanted; who shows the rows does it.
class LogSearchBar : public QWidget
{
    Q_OBJECT

public:
    explicit LogSearchBar(QWidget *parent = nullptr);

    void open();
    void close();
    [[nodiscard]] QString text() const;
    [[nodiscard]] LogPattern::Options options() const;
    /// "Matches: 12", or what is wrong with the expression.
    void showState(const QString &text, bool isWrong);
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] QString state() const;

signals:
    /// The text or how it is meant is another one; the text is empty after close().
    void searchChanged();
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_edit;
    QAction *m_regex;
    QAction *m_case;
    QLabel *m_state;
};

} // namespace kiln
