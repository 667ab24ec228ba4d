// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What goes on, in a sentence, with the command that does it.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QToolButton;

namespace kiln {

class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    /// A sentence, with an icon of paletteIcon().
    void setStatus(const QString &icon, const QString &text);
    [[nodiscard]] QString status() const;
    /// `total` 0: unknown; `done` -1: no progress to show.
    void setProgress(int done, int total);
    /// The command that runs or ran last, as a shell reads it; empty hides it.
    void setCommand(const QString &command);
    [[nodiscard]] QString command() const { return m_commandText; }
    /// Where buttons for what is shown may be added, after the sentence.
    [[nodiscard]] QHBoxLayout *buttons() const { return m_buttons; }

signals:
    void statusChanged(const QString &icon, const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elideCommand();

    QLabel *m_icon;
    QLabel *m_status;
    QProgressBar *m_progress;
    QHBoxLayout *m_buttons;
    QLabel *m_command;
    QToolButton *m_copyCommand;
    QString m_commandText;
    QString m_iconName;
};

} // namespace kiln
