// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The options with what the program's window has around them elsewhere: for windows of others.
#pragma once

#include "widgets/links.h"
#include "workbench/problem.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace kiln {

class ConfigSession;
class ConfigurePage;

/// A ConfigurePage below a search field and buttons to undo, redo and save. The session must
/// outlive it.
class ConfigurePane : public QWidget
{
    Q_OBJECT

public:
    explicit ConfigurePane(ConfigSession *session, QWidget *parent = nullptr);

    [[nodiscard]] ConfigurePage *page() const { return m_page; }
    [[nodiscard]] QLineEdit *searchField() const { return m_search; }
    [[nodiscard]] QToolButton *saveButton() const { return m_save; }
    [[nodiscard]] QToolButton *undoButton() const { return m_undo; }
    [[nodiscard]] QToolButton *redoButton() const { return m_redo; }
    /// How many changes are not saved, or what went wrong.
    [[nodiscard]] QString status() const;
    void save();

signals:
    void openRequested(const kiln::SourcePlace &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QToolButton *button(const QString &icon, const QString &text);
    void connectParts();
    void renew();
    void tell(const Problem &problem);

    ConfigSession *m_session;
    ConfigurePage *m_page;
    QLineEdit *m_search;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QToolButton *m_save;
    QLabel *m_status;
};

} // namespace kiln
