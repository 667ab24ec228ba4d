// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one button of a window that stands out.
#pragma once

#include <QAbstractButton>

class QAction;

namespace kiln {

/// Shows an action in the palette's accent colour, and triggers it.
class PrimaryButton : public QAbstractButton
{
    Q_OBJECT

public:
    /// The action must outlive the button.
    explicit PrimaryButton(QAction *action, QWidget *parent = nullptr);

    /// Makes room for any of these texts, so that the button keeps its width.
    void reserve(const QStringList &texts);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void follow();

    QAction *m_action;
    int m_textWidth = 0;
};

} // namespace kiln
