// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands where the options will be.
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace kiln {

class ConfigSession;

/// Says what to do while nothing is loaded, and while a ConfigSession loads, that it does: after a
/// moment with a bar that moves, the count of the tree's commands that were answered, and a button
/// that ends it. The session must outlive it.
class LoadingView : public QWidget
{
    Q_OBJECT

public:
    explicit LoadingView(ConfigSession *session, QWidget *parent = nullptr);

    /// Shows a text alone.
    void setText(const QString &text);
    /// Shows that the session loads.
    void showProgress();
    [[nodiscard]] QString text() const;

private:
    void tell();

    ConfigSession *m_session;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QTimer m_poll;
};

} // namespace kiln
