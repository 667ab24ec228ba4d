// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/build_output.h"

#include "workbench/debian_package.h"
#include "workbench/terminal_text.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cstring>
#include <initializer_list>

namespace kiln {

namespace {

using Match = QRegularExpressionMatch;

IssueSeverity severityOf(const QString &word)
{
    if (word.contains(QLatin1String("error"), Qt::CaseInsensitive))
        return IssueSeverity::error;
    return word.compare(QLatin1String("warning"), Qt::CaseInsensitive) == 0 ? IssueSeverity::warning
                                                                            : IssueSeverity::note;
}

BuildIssue placed(const QString &file, const QString &line, const QString &column,
                  const QString &message)
{
    BuildIssue issue;
    issue.file = file;
    issue.line = line.toInt();
    issue.column = column.toInt();
    issue.message = message;
    return issue;
}

/// `file:line:column: severity: message`, as GCC, Clang, the assembler, make and Kconfig say it.
std::optional<BuildIssue> compilerMessage(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(
        R"(^(\S[^:]*):(\d+):(?:(\d+):)? ?(fatal error|error|warning|note|Error|Warning|Info): ?(.*)$)"));
    const Match match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    BuildIssue issue =
        placed(match.captured(1), match.captured(2), match.captured(3), match.captured(5));
    issue.severity = severityOf(match.captured(4));
    return issue;
}

/// `tool: severity: message` without a place.
std::optional<BuildIssue> toolMessage(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^(\S+): (fatal error|error|warning): (.*)$)"));
    const Match match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    BuildIssue issue;
    issue.severity = severityOf(match.captured(2));
    issue.message = match.captured(3);
    return issue;
}

/// What ld says without the word "error": `ld: main.c:12: undefined reference to …`.
std::optional<BuildIssue> linkerMessage(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(
        R"(^(?:\S*ld(?:\.\w+)?: ?)?(?:([^\s:]+):(?:(\d+)|\([^)]*\)): )?((?:undefined reference to|multiple definition of|cannot find|cannot open|relocation truncated to fit|region \S+ overflowed|section \S+ .*overlaps|final link failed|unrecognised emulation mode|syntax error).*)$)"));
    const Match match = pattern.match(text);
    if (!match.hasMatch() || (match.captured(1).isEmpty() && !text.contains(QLatin1String("ld"))))
        return std::nullopt;
    return placed(match.captured(1), match.captured(2), {}, match.captured(3));
}

/// What Kconfig says with a place but no severity.
std::optional<BuildIssue> kconfigMessage(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^(\S*(?:Config\.uk|Kconfig|\.uk|\.config)):(\d+):(?:(\d+):)? ?(.+)$)"));
    const Match match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return placed(match.captured(1), match.captured(2), match.captured(3), match.captured(4));
}

/// A program the build wanted and did not find.
std::optional<BuildIssue> missingProgram(const QString &text)
{
    static const QRegularExpression shell(
        QStringLiteral(R"(^(?:\S*sh: )?(?:line )?(?:\d+: )?([^\s:]+): (?:command )?not found$)"));
    static const QRegularExpression make(
        QStringLiteral(R"(^make(?:\[\d+\])?: ([^\s:*]+): No such file or directory$)"));
    Match match = shell.match(text);
    if (!match.hasMatch())
        match = make.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString tool = match.captured(1);
    BuildIssue issue;
    issue.message = tool + QStringLiteral(" was not found");
    const QString package = debianPackage(tool);
    issue.remedy = package.isEmpty() ? QStringLiteral("Install it or add its folder to PATH.")
                                     : QStringLiteral("Install it: sudo apt install ") + package;
    return issue;
}

/// `Makefile:12: *** text.  Stop.` and `make: *** No rule …`; not the echo of a command's failure.
std::optional<BuildIssue> makeFailure(const QString &text, bool *isEcho)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^(?:make(?:\[\d+\])?|([^\s:]+):(\d+)): \*\*\* (.*?)(?:  Stop\.)?$)"));
    static const QRegularExpression echo(QStringLiteral(
        R"(^\[.*\] (?:Error \d+|Terminated|Interrupt|Killed|Hangup).*$|^Waiting for )"));
    static const QRegularExpression rule(
        QStringLiteral(R"(^\[([^\s:]+):(\d+): (.*)\] (Error \d+)$)"));
    const Match match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString message = match.captured(3);
    *isEcho = echo.match(message).hasMatch();
    if (const Match failed = rule.match(message); failed.hasMatch())
        return placed(failed.captured(1), failed.captured(2), {},
                      QStringLiteral("The command that makes %1 failed (%2)")
                          .arg(failed.captured(3), failed.captured(4)));
    return placed(match.captured(1), match.captured(2), {}, message);
}

/// Failures of the machine that any program may report in its own words.
QString hostRemedy(const QString &text)
{
    if (text.contains(QLatin1String("No space left on device")))
        return QStringLiteral("The disk is full: free some space and build again.");
    if (text.contains(QLatin1String("Read-only file system")))
        return QStringLiteral("The folder can't be written: choose another build folder.");
    if (text.contains(QLatin1String("Disk quota exceeded")))
        return QStringLiteral("Your disk quota is used up: free some space and build again.");
    return {};
}

/// Whether the text has one of the words. Much of what a build prints has a colon somewhere; only
/// what can be a message is worth the regular expressions above.
bool hasAny(const QString &text, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return text.contains(QLatin1String(word)); });
}

bool mayBeCompilers(const QString &text)
{
    return hasAny(text, {"rror:", "arning:", "note:", "Info:"});
}

bool mayBeLinkers(const QString &text)
{
    return hasAny(text, {"undefined reference to", "multiple definition of", "cannot find",
                         "cannot open", "relocation truncated", "overflowed", "overlaps",
                         "final link failed", "unrecognised emulation", "syntax error"});
}

bool isStep(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^  [A-Z][A-Z0-9_+]{0,9} +\S)"));
    return text.startsWith(QLatin1String("  ")) && pattern.match(text).hasMatch();
}

/// Lines that tell where the next message belongs.
bool isContext(const QString &text)
{
    return text.startsWith(QLatin1String("In file included from ")) ||
           (text.startsWith(u' ') && text.trimmed().startsWith(QLatin1String("from "))) ||
           text.contains(QLatin1String(": In function ")) ||
           text.contains(QLatin1String(": in function ")) ||
           text.contains(QLatin1String(": In member function ")) ||
           text.endsWith(QLatin1String("At top level:")) ||
           text.endsWith(QLatin1String("Assembler messages:"));
}

} // namespace

QString BuildIssue::text() const
{
    QString result = file;
    if (line > 0)
        result += u':' + QString::number(line);
    if (line > 0 && column > 0)
        result += u':' + QString::number(column);
    if (!result.isEmpty())
        result += QStringLiteral(": ");
    static const QStringList words{QStringLiteral("note: "), QStringLiteral("warning: "),
                                   QStringLiteral("error: ")};
    result += words.at(int(severity)) + message;
    if (!remedy.isEmpty())
        result += QStringLiteral(". ") + remedy;
    return result;
}

QString plainText(QByteArrayView line)
{
    return QString::fromUtf8(withoutTerminalSequences(line));
}

void BuildOutputParser::feed(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qsizetype room = longestLine - m_partial.size();
        const QByteArrayView reach = bytes.first(std::min(room, bytes.size()));
        const void *hit = std::memchr(reach.data(), '\n', std::size_t(reach.size()));
        const bool ended = hit != nullptr;
        const qsizetype length =
            ended ? static_cast<const char *>(hit) - reach.data() : reach.size();
        m_partial.append(reach.data(), length);
        bytes = bytes.sliced(length + (ended ? 1 : 0));
        if (!ended && m_partial.size() < longestLine)
            return;
        line(m_partial);
        m_partial.truncate(0);
    }
}

void BuildOutputParser::finish()
{
    if (!m_partial.isEmpty())
        line(std::exchange(m_partial, {}));
    flushIssue();
}

QVector<BuildLine> BuildOutputParser::takeLines()
{
    return std::exchange(m_lines, {});
}

QVector<BuildIssue> BuildOutputParser::takeIssues()
{
    return std::exchange(m_issues, {});
}

void BuildOutputParser::line(QByteArrayView raw)
{
    while (raw.endsWith('\r'))
        raw.chop(1);
    m_lines.append({classify(plainText(raw)), raw.toByteArray()});
}

BuildLineKind BuildOutputParser::classify(const QString &text)
{
    if (isStep(text)) {
        flushIssue();
        m_context.clear();
        ++m_steps;
        return BuildLineKind::step;
    }
    if (text.startsWith(u' ') && !isContext(text)) {
        if (m_open)
            m_open->excerpt += text + u'\n';
        return BuildLineKind::plain;
    }
    if (!text.contains(u':')) {
        flushIssue();
        m_context.clear();
        return BuildLineKind::plain;
    }
    if (isContext(text)) {
        // A run of context lines belongs to one message; the first of them ends the one before.
        flushIssue();
        m_context += text + u'\n';
        return BuildLineKind::plain;
    }
    bool isEcho = false;
    if (auto failure =
            text.contains(QLatin1String(": *** ")) ? makeFailure(text, &isEcho) : std::nullopt) {
        flushIssue();
        // Make repeats each failed command; that matters only when the command said nothing.
        if (!isEcho || (!m_sawError && failure->line > 0))
            open(std::move(*failure));
        return BuildLineKind::makeError;
    }
    auto issue = mayBeCompilers(text) ? compilerMessage(text) : std::nullopt;
    if (issue && issue->severity == IssueSeverity::note) {
        if (m_open)
            m_open->excerpt += text + u'\n';
        return BuildLineKind::note;
    }
    if (!issue && mayBeCompilers(text))
        issue = toolMessage(text);
    if (!issue && mayBeLinkers(text))
        issue = linkerMessage(text);
    if (!issue && hasAny(text, {".uk:", "Kconfig:", ".config:"}))
        issue = kconfigMessage(text);
    if (!issue && hasAny(text, {"not found", "No such file or directory"}))
        issue = missingProgram(text);
    const QString remedy = hostRemedy(text);
    if (!issue && !remedy.isEmpty()) {
        issue.emplace();
        issue->message = text;
    }
    if (!issue) {
        flushIssue();
        m_context.clear();
        return BuildLineKind::plain;
    }
    if (!remedy.isEmpty())
        issue->remedy = remedy;
    const IssueSeverity severity = issue->severity;
    open(std::move(*issue));
    return severity == IssueSeverity::error ? BuildLineKind::error : BuildLineKind::warning;
}

void BuildOutputParser::open(BuildIssue issue)
{
    const QString context = std::exchange(m_context, {});
    flushIssue();
    issue.excerpt = context;
    m_sawError = m_sawError || issue.severity == IssueSeverity::error;
    m_open = std::move(issue);
}

void BuildOutputParser::flushIssue()
{
    if (!m_open)
        return;
    m_issues.append(std::move(*m_open));
    m_open.reset();
}

} // namespace kiln
