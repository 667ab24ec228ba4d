// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A bubble that says why an option is locked, with links.
#pragma once

#include <QFrame>
#include <QTimer>

class QTextBrowser;

namespace kiln {

/// A child of the page it floats in, below or above the row it speaks of. The row keeps the focus:
/// Tab goes to the links, Escape closes, any other key closes and does what it does. Goes away
/// when the pointer leaves row and bubble, when it came by the pointer.
class WhyPopup : public QFrame
{
    Q_OBJECT

public:
    explicit WhyPopup(QWidget *page);

    /// Shows a text at a row (in coordinates of `view`'s viewport), which stays what keys go to.
    void showAt(const QString &html, QWidget *view, const QRect &row, bool byPointer);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QTextBrowser *browser() const { return m_text; }

signals:
    void linkActivated(const QUrl &url);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void place(const QRect &row);
    void watch(QWidget *view);
    [[nodiscard]] bool handleKey(int key, QObject *watched);

    QTextBrowser *m_text;
    QWidget *m_view = nullptr;
    QRect m_row; ///< global
    QTimer m_pointerWatch;
};

} // namespace kiln
