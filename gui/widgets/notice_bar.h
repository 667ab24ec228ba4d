// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A quiet bar with a message and what can be done about it.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace kiln {

/// Hidden until it has something to say.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Shows a message (plain text) with an icon of paletteIcon(); buttons of an earlier one go.
    void setMessage(const QString &icon, const QString &text);
    /// A button; the caller connects it. Owned by the bar, until the next message.
    QPushButton *addButton(const QString &text);
    /// A bar for percents, with a name for screen readers. Owned by the bar, until the next
    /// message.
    QProgressBar *addProgress(const QString &name);
    [[nodiscard]] QString text() const;
    /// Whether a button to close the bar is shown (by default it is).
    void setClosable(bool closable);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    QWidget *m_close;
};

} // namespace kiln
