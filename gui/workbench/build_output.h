// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a build prints, understood line by line: steps, and messages of GCC, Clang, ld, make, the
// shell and Kconfig.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QMetaType>
#include <QString>
#include <QVector>

#include <optional>

namespace kiln {

enum class BuildLineKind
{
    plain,
    step, ///< `  CC      libfoo: main.o`
    warning,
    error,
    note,
    makeError ///< `make: *** …`
};

enum class IssueSeverity
{
    note,
    warning,
    error
};

/// One message with its place.
struct BuildIssue
{
    IssueSeverity severity = IssueSeverity::error;
    QString file; ///< as printed; empty when the message names none
    int line = 0; ///< from 1; 0 unknown
    int column = 0;
    QString message; ///< without place and severity
    QString excerpt; ///< the lines around it as printed (source line, caret, notes), may be empty
    QString remedy;  ///< what to do, when this program knows

    /// `file:line:column: error: message`.
    [[nodiscard]] QString text() const;
    friend bool operator==(const BuildIssue &, const BuildIssue &) = default;
};

struct BuildLine
{
    BuildLineKind kind = BuildLineKind::plain;
    QByteArray text; ///< the line as printed (colours included), without its end
};

/// Incremental: feed bytes as they come. The same input gives the same result however it is cut.
class BuildOutputParser
{
public:
    /// Called for what the bytes completed. An issue comes once its excerpt is complete.
    void feed(QByteArrayView bytes);
    /// The end of the output: completes the last line and issue.
    void finish();

    /// Lines and issues since the last call.
    [[nodiscard]] QVector<BuildLine> takeLines();
    [[nodiscard]] QVector<BuildIssue> takeIssues();
    /// Steps seen so far.
    [[nodiscard]] int steps() const { return m_steps; }

    /// Lines longer than this are cut into several, bytes.
    static constexpr qsizetype longestLine = 1 << 16;

private:
    void line(QByteArrayView raw);
    [[nodiscard]] BuildLineKind classify(const QString &text);
    void open(BuildIssue issue);
    void flushIssue();

    QByteArray m_partial;
    QVector<BuildLine> m_lines;
    QVector<BuildIssue> m_issues;
    std::optional<BuildIssue> m_open; ///< an issue whose excerpt may go on
    QString m_context;                ///< "In file included from …", "In function …"
    int m_steps = 0;
    bool m_sawError = false;
};

/// A line without terminal control sequences, as text.
[[nodiscard]] QString plainText(QByteArrayView line);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::BuildIssue)
