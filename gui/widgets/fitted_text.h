// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rich text among other widgets.
#pragma once

#include <QTextBrowser>

namespace kiln {

/// As high as its text needs at its width, without scroll bars; for use in a scroll area. Links are
/// not followed but signalled (anchorClicked), by mouse and by Tab and Return.
class FittedText : public QTextBrowser
{
    Q_OBJECT

public:
    explicit FittedText(QWidget *parent = nullptr);

    /// Sets the text; nothing happens when it is the same as before.
    void showHtml(const QString &html);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fit();
    void direct();

    QString m_html;
};

} // namespace kiln
