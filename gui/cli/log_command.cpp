// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/log_command.h"

#include "cli/exit_status.h"
#include "cli/insight_report.h"
#include "cli/record_writer.h"
#include "workbench/log_record.h"

#include <QCommandLineParser>
#include <QFile>

#include <optional>

namespace kiln::cli {

namespace {

struct LogOptions
{
    QString file; ///< `-`: standard input
    RecordFilter filter;
    bool json = false;
    std::optional<Insight> insight;
    QString image; ///< with symbols, for --crash
};

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
    options.filter.libraries = parser.values(QStringLiteral("library"));
    options.json = parser.isSet(QStringLiteral("json"));
    options.image = parser.value(QStringLiteral("image"));
    if (parser.isSet(QStringLiteral("tests")))
        options.insight = Insight::tests;
    else if (parser.isSet(QStringLiteral("timeline")))
        options.insight = Insight::timeline;
    else if (parser.isSet(QStringLiteral("crash")) || !options.image.isEmpty())
        options.insight = Insight::crash;
    if (parser.isSet(QStringLiteral("level")) &&
        !options.filter.setLevels(parser.value(QStringLiteral("level")), console))
        return tl::unexpected(int(usage));
    for (const QString &text : parser.values(QStringLiteral("match"))) {
        if (!options.filter.addPattern(text, console))
            return tl::unexpected(int(usage));
    }
    for (const QString &text : parser.values(QStringLiteral("exclude"))) {
        if (!options.filter.addExcluded(text, console))
            return tl::unexpected(int(usage));
    }
    return options;
}

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
    RecordWriter writer(options->filter, options->json, console);
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
