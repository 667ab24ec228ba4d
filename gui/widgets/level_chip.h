// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A switch for one level of messages, with its count.
#pragma once

#include "workbench/log_parser.h"

#include <QToolButton>

namespace kiln {

/// Icon, word and count. On: filled with a tint of the level's colour; off: an outline, with
/// muted text that is struck out.
class LevelChip : public QToolButton
{
    Q_OBJECT

public:
    explicit LevelChip(LogLevel level, QWidget *parent = nullptr);

    void setCount(qsizetype count);
    [[nodiscard]] LogLevel level() const { return m_level; }

    [[nodiscard]] QSize sizeHint() const override;
    /// Without the word, which gives way when the window is narrow.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QSize sizeFor(const QString &text) const;

    LogLevel m_level;
    QString m_number;
};

} // namespace kiln
