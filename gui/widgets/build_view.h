// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a build prints, as it comes.
#pragma once

#include "widgets/links.h"
#include "workbench/build_output.h"

#include <QPlainTextEdit>
#include <QTimer>

#include <deque>
#include <optional>

namespace kiln {

/// Takes bytes; appends lines in slices of a few milliseconds from the event loop, so that output
/// of any length keeps the window alive. Lines that name a place (`file:line:`) open it by double
/// click, Return, or a click with Ctrl.
class BuildView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit BuildView(QWidget *parent = nullptr);

    /// Empties the view; relative paths of what comes are taken from `directory`.
    void begin(const QString &directory, const QString &command);
    void append(const QByteArray &bytes);
    /// The end of the output; `summary` is the last line.
    void end(const QString &summary, bool ok);
    /// Whether everything that came is shown.
    [[nodiscard]] bool isComplete() const
    {
        return m_bytes.isEmpty() && !m_summary && m_queue.empty();
    }

    /// Lines kept; older ones go.
    static constexpr int mostLines = 100'000;

signals:
    void openRequested(const kiln::SourcePlace &place);

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Look
    {
        plain,
        step,
        muted,
        note,
        warning,
        error,
        good
    };

    struct Line
    {
        QString text;
        Look look;
    };

    void parse();
    void queue(const QVector<BuildLine> &lines);
    void add(const QString &text, Look look);
    void slice();
    [[nodiscard]] QTextCharFormat format(Look look) const;
    [[nodiscard]] std::optional<SourcePlace> placeIn(const QString &line) const;
    bool openLine(const QTextCursor &cursor);

    BuildOutputParser m_parser;
    QByteArray m_bytes;            ///< not parsed yet
    qsizetype m_parsed = 0;        ///< bytes of m_bytes that are
    std::optional<Line> m_summary; ///< the last line, while others come before it
    std::deque<Line> m_queue;
    QTimer m_timer;
    QString m_directory;
};

} // namespace kiln
