// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Many lines to the clipboard without holding the event loop.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

namespace kiln {

/// Gathers lines in slices of a few milliseconds from the event loop, then puts them on the
/// clipboard as one text. What fits in the first slice is there when start() returns. GUI thread.
class ClipboardCopy : public QObject
{
    Q_OBJECT

public:
    /// The text of line `index`, counted from 0, without its end.
    using LineAt = std::function<QString(qsizetype index)>;

    explicit ClipboardCopy(QObject *parent = nullptr);

    /// Whether the last line has a line feed behind it, as the others have.
    enum class LastLine
    {
        isEnded,
        isOpen
    };
    /// Copies `count` lines. Replaces a copy under way.
    void start(qsizetype count, LineAt line, LastLine last = LastLine::isEnded);
    /// Leaves the clipboard as it is: the lines are gone.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

private:
    void slice();

    QTimer m_timer;
    LineAt m_line;
    LastLine m_last = LastLine::isEnded;
    QString m_text;
    qsizetype m_next = 0;
    qsizetype m_count = 0;
};

} // namespace kiln
