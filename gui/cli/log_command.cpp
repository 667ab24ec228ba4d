// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/log_command.h"

#include "cli/exit_status.h"
#include "cli/insight_report.h"
#include "workbench/log_pattern.h"
#include "workbench/log_record.h"

#include <QCommandLineParser>
#include <QFile>

#include <array>
#include <span>
#include <vector>

namespace kiln::cli {

namespace {

struct LogOptions
{
    QString file; ///< `-`: standard input
    std::array<bool, logLevelCount> levels{true, true, true, true, true, true};
    QStringList libraries;          ///< empty: all
    std::vector<LogMatcher> wanted; ///< all must match
    std::vector<LogMatcher> hidden; ///< none may
    bool json = false;
    std::optional<Insight> insight;
    QString image; ///< with symbols, for --crash
};

/// `warning`: that and worse; `info,error`: just these.
bool readLevels(const QString &text, LogOptions &options, Console &console)
{
    options.levels.fill(false);
    const QStringList words = text.split(u',');
    for (const QString &word : words) {
        int level = 0;
        while (level < logLevelCount && logLevelName(LogLevel(level)) != word)
            ++level;
        if (level == logLevelCount) {
            console.note(QStringLiteral("--level knows no “%1”. Levels: plain, debug, info, "
                                        "warning, error, critical.")
                             .arg(word));
            return false;
        }
        const int last = words.size() == 1 ? logLevelCount - 1 : level;
        for (int on = level; on <= last; ++on)
            options.levels[std::size_t(on)] = true;
    }
    return true;
}

/// The options; the exit status when there is nothing more to do.
tl::expected<LogOptions, int> readOptions(const QStringList &arguments, Console &console)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Shows the records of a guest's output: kernel messages and the application's lines."));
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("the output; “-” is standard input"));
    parser.addOptions({
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this.")},
        {QStringLiteral("level"),
         QStringLiteral("Only messages of LEVEL and worse, or of just these levels, with commas "
                        "between them: plain (no message of the kernel), debug, info, warning, "
                        "error, critical."),
         QStringLiteral("LEVEL")},
        {QStringLiteral("library"),
         QStringLiteral("Only messages of library LIB; may be given several times."),
         QStringLiteral("LIB")},
        {QStringLiteral("match"),
         QStringLiteral("Only lines in which the regular expression (Perl's) matches; given "
                        "several times, all must."),
         QStringLiteral("REGEX")},
        {QStringLiteral("exclude"),
         QStringLiteral("Only lines in which the regular expression does not match; may be given "
                        "several times."),
         QStringLiteral("REGEX")},
        {QStringLiteral("json"),
         QStringLiteral("One JSON object a line: time (seconds), level, library, file, line, "
                        "thread, message; what a record does not have is null. With one of the "
                        "options below, one object for all.")},
        {QStringLiteral("tests"), QStringLiteral("The results of unit tests (uktest).")},
        {QStringLiteral("timeline"),
         QStringLiteral("Where the time of the boot went: phases and slowest steps.")},
        {QStringLiteral("crash"),
         QStringLiteral("Registers, addresses and call trace of each crash.")},
        {QStringLiteral("image"),
         QStringLiteral("The image with symbols (….dbg): --crash names functions and lines."),
         QStringLiteral("FILE")},
    });
    if (!parser.parse(arguments)) {
        console.note(parser.errorText() + QStringLiteral(" See --help."));
        return tl::unexpected(int(usage));
    }
    if (parser.isSet(QStringLiteral("help"))) {
        QString text = parser.helpText();
        text.remove(0, text.indexOf(u'\n') + 1);
        console.write((QStringLiteral("usage: kiln log FILE [OPTION...]\n\n") + text).toUtf8());
        return tl::unexpected(int(success));
    }
    const QStringList words = parser.positionalArguments(); // the command's own name first
    if (words.size() != 2) {
        console.note(words.size() < 2
                         ? QStringLiteral("Name the file of the guest's output. See --help.")
                         : QStringLiteral("One file at a time; “%1” is too much. See --help.")
                               .arg(words.at(2)));
        return tl::unexpected(int(usage));
    }
    LogOptions options;
    options.file = words.at(1);
    options.libraries = parser.values(QStringLiteral("library"));
    options.json = parser.isSet(QStringLiteral("json"));
    options.image = parser.value(QStringLiteral("image"));
    if (parser.isSet(QStringLiteral("tests")))
        options.insight = Insight::tests;
    else if (parser.isSet(QStringLiteral("timeline")))
        options.insight = Insight::timeline;
    else if (parser.isSet(QStringLiteral("crash")) || !options.image.isEmpty())
        options.insight = Insight::crash;
    if (parser.isSet(QStringLiteral("level")) &&
        !readLevels(parser.value(QStringLiteral("level")), options, console))
        return tl::unexpected(int(usage));
    const auto compile = [&](const QString &option, std::vector<LogMatcher> &to) {
        for (const QString &text : parser.values(option)) {
            const auto pattern = LogPattern::compile(text, {true, true});
            if (!pattern) {
                console.complain(pattern.error());
                return false;
            }
            to.emplace_back(*pattern);
        }
        return true;
    };
    if (!compile(QStringLiteral("match"), options.wanted) ||
        !compile(QStringLiteral("exclude"), options.hidden))
        return tl::unexpected(int(usage));
    return options;
}

void appendString(QByteArray &to, const QString &text)
{
    if (text.isEmpty()) {
        to += "null";
        return;
    }
    to += '"';
    const QByteArray bytes = text.toUtf8();
    for (const char byte : bytes) {
        static constexpr char digits[] = "0123456789abcdef";
        if (byte == '"' || byte == '\\') {
            to += '\\';
            to += byte;
        } else if (byte == '\t') {
            to += "\\t";
        } else if (static_cast<unsigned char>(byte) < 0x20) {
            to += "\\u00";
            to += digits[byte >> 4];
            to += digits[byte & 15];
        } else {
            to += byte;
        }
    }
    to += '"';
}

void appendJson(QByteArray &to, const LogRecord &record)
{
    to += "{\"time\":";
    to += record.timeMicroseconds
              ? QByteArray::number(*record.timeMicroseconds / 1'000'000) + '.' +
                    QByteArray::number(*record.timeMicroseconds % 1'000'000).rightJustified(6, '0')
              : QByteArrayLiteral("null");
    to += ",\"level\":";
    appendString(to, record.level == LogLevel::plain ? QString() : logLevelName(record.level));
    to += ",\"library\":";
    appendString(to, record.library);
    to += ",\"file\":";
    appendString(to, record.file);
    to += ",\"line\":";
    to += record.line > 0 ? QByteArray::number(record.line) : QByteArrayLiteral("null");
    to += ",\"thread\":";
    appendString(to, record.thread);
    to += ",\"message\":";
    if (record.message.isEmpty())
        to += "\"\"";
    else
        appendString(to, record.message);
    to += "}\n";
}

/// Writes the records that pass, in blocks.
class LogWriter
{
public:
    LogWriter(LogOptions &options, Console &console)
        : m_options(options)
        , m_console(console)
    {}

    void take(const LogPiece &piece)
    {
        if (!m_options.levels[std::size_t(piece.header.level)] || isInvisible(piece.bytes))
            return;
        if (!m_options.libraries.isEmpty() &&
            !m_options.libraries.contains(logText(QByteArrayView(piece.header.library))))
            return;
        for (LogMatcher &wanted : m_options.wanted) {
            if (!matches(wanted, piece.bytes))
                return;
        }
        for (LogMatcher &hidden : m_options.hidden) {
            if (matches(hidden, piece.bytes))
                return;
        }
        if (m_options.json) {
            appendJson(m_out, parseLogRecord(QByteArrayView(piece.bytes), piece.offset));
        } else {
            m_out.append(piece.bytes.data(), qsizetype(piece.bytes.size()));
            if (!piece.bytes.ends_with('\n'))
                m_out += '\n';
        }
        constexpr qsizetype block = 1 << 16;
        if (m_out.size() >= block)
            flush();
    }

    /// Call when no more comes for a while.
    void flush()
    {
        m_isRead = m_isRead && (m_out.isEmpty() || m_console.write(m_out));
        m_out.truncate(0);
    }
    /// False when nobody reads the output any more.
    [[nodiscard]] bool isRead() const { return m_isRead; }

private:
    bool matches(LogMatcher &matcher, std::string_view record)
    {
        constexpr std::uint32_t start = 0;
        m_matched.clear();
        matcher.scan(record, std::span(&start, 1), m_matched);
        return !m_matched.empty();
    }

    LogOptions &m_options;
    Console &m_console;
    QByteArray m_out;
    std::vector<std::uint32_t> m_matched;
    bool m_isRead = true;
};

int runInsight(const LogOptions &options, QFile &file, Console &console)
{
    InsightReader reader;
    QByteArray block(1 << 20, Qt::Uninitialized);
    qint64 length = 0;
    while ((length = file.read(block.data(), block.size())) > 0)
        reader.feed(QByteArrayView(block).first(length));
    reader.finish();
    if (length < 0) {
        console.complain(
            {QStringLiteral("The log could not be read to its end: ") + file.errorString(),
             options.file, QStringLiteral("Check the file.")});
        return failure;
    }
    printInsight(*options.insight, reader, options.image, options.json, console);
    return success;
}

} // namespace

int runLog(const QStringList &arguments, Console &console)
{
    auto options = readOptions(arguments, console);
    if (!options)
        return options.error();
    const bool isInput = options->file == QLatin1String("-");
    QFile file(options->file);
    const auto mode = QIODevice::ReadOnly | QIODevice::Unbuffered;
    if (isInput ? !file.open(0, mode) : !file.open(mode)) {
        console.complain({QStringLiteral("The log could not be opened: ") + file.errorString(),
                          options->file,
                          QStringLiteral("Check the path and that it may be read.")});
        return failure;
    }
    if (options->insight)
        return runInsight(*options, file, console);
    LogWriter writer(*options, console);
    LogParser parser;
    const auto sink = [&writer](const LogPiece &piece) { writer.take(piece); };
    QByteArray block(1 << 20, Qt::Uninitialized);
    qint64 length = 0;
    while (writer.isRead() && (length = file.read(block.data(), block.size())) > 0) {
        parser.feed(logBytes(QByteArrayView(block).first(length)), sink);
        // From a guest that still runs, lines shall be seen as they come.
        if (isInput)
            writer.flush();
    }
    parser.finish(sink);
    writer.flush();
    if (length < 0) {
        console.complain(
            {QStringLiteral("The log could not be read to its end: ") + file.errorString(),
             options->file, QStringLiteral("What was read has been shown.")});
        return failure;
    }
    return success;
}

} // namespace kiln::cli
