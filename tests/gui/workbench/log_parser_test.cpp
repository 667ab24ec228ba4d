// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/log_record.h"

#include "fixture.h"

#include <QRegularExpression>

#include <random>
#include <vector>

using namespace kiln;

namespace {

std::vector<LogRecord> parse(const std::vector<QByteArray> &chunks, QByteArray *joined = nullptr)
{
    std::vector<LogRecord> records;
    LogParser parser;
    const LogSink sink = [&](const LogPiece &piece) {
        records.push_back(parseLogRecord(QByteArrayView(piece.bytes), piece.offset));
        // What the parser saw must be what the record alone says.
        QCOMPARE(records.back().level, piece.header.level);
        if (joined != nullptr)
            joined->append(piece.bytes.data(), qsizetype(piece.bytes.size()));
    };
    for (const QByteArray &chunk : chunks)
        parser.feed(logBytes(chunk), sink);
    parser.finish(sink);
    return records;
}

std::vector<LogRecord> parseFile(const QString &name)
{
    return parse({test::contents(test::dataPath(QStringLiteral("logs/") + name))});
}

LogRecord expected(LogLevel level, std::optional<qint64> time, const char *library,
                   const char *file, int line, const char *message)
{
    LogRecord record;
    record.level = level;
    record.timeMicroseconds = time;
    record.library = QString::fromUtf8(library);
    record.file = QString::fromUtf8(file);
    record.line = line;
    record.message = QString::fromUtf8(message);
    return record;
}

} // namespace

#define CHECK_RECORD(actual, wanted)                                                               \
    do {                                                                                           \
        QCOMPARE((actual).level, (wanted).level);                                                  \
        QCOMPARE((actual).timeMicroseconds, (wanted).timeMicroseconds);                            \
        QCOMPARE((actual).thread, (wanted).thread);                                                \
        QCOMPARE((actual).caller, (wanted).caller);                                                \
        QCOMPARE((actual).library, (wanted).library);                                              \
        QCOMPARE((actual).file, (wanted).file);                                                    \
        QCOMPARE((actual).line, (wanted).line);                                                    \
        QCOMPARE((actual).message, (wanted).message);                                              \
    } while (false)

class LogParserTest : public QObject
{
    Q_OBJECT

private slots:
    void timed()
    {
        const auto records = parseFile(QStringLiteral("timed.log"));
        QCOMPARE(records.size(), std::size_t(7));
        const LogRecord wanted[] = {
            expected(LogLevel::info, 0, "libkvmplat", "setup.c", 31, "Console is ready"),
            expected(LogLevel::debug, 40, "libukalloc", "region.c", 204,
                     "0x110000 - 0x3f00000 free"),
            expected(LogLevel::warning, 1250, "libvirtio_net", "net.c", 77,
                     "No MAC address: made one up"),
            expected(LogLevel::error, 2000001, "lib9pfs", "mount.c", 9, "tag fs0: no such device"),
            expected(LogLevel::critical, 2000090, "appshop", "main.c", 1204, "till is empty"),
            expected(LogLevel::plain, {}, "", "", 0, "plain output of the application"),
            expected(LogLevel::info, 98765432100, "libukboot", "shutdown.c", 60, "bye"),
        };
        for (std::size_t i = 0; i < records.size(); ++i)
            CHECK_RECORD(records[i], wanted[i]);
    }

    void partsMissing()
    {
        const auto records = parseFile(QStringLiteral("bare.log"));
        QCOMPARE(records.size(), std::size_t(5));
        CHECK_RECORD(records[0], expected(LogLevel::info, {}, "libukboot", "", 0, "Starting"));
        CHECK_RECORD(records[1], expected(LogLevel::info, {}, "", "", 0, "no library at all"));
        CHECK_RECORD(records[2], expected(LogLevel::error, {}, "appshop", "main.c", 8, "lost"));
        CHECK_RECORD(records[3], expected(LogLevel::plain, {}, "", "", 0,
                                          "Error: this is the application speaking"));
        CHECK_RECORD(records[4],
                     expected(LogLevel::plain, {}, "", "", 0, "Info:too tight for a header"));
    }

    void threadsAndCallers()
    {
        const auto records = parseFile(QStringLiteral("threads.log"));
        QCOMPARE(records.size(), std::size_t(5));
        LogRecord idle = expected(LogLevel::info, 100, "libuksched", "coop.c", 5, "idle");
        idle.thread = QStringLiteral("<n/a>");
        idle.caller = QStringLiteral("{r:0x11fe93,f:0x13cfb0}");
        CHECK_RECORD(records[0], idle);
        LogRecord worker = expected(LogLevel::debug, 200, "applogic", "work.c", 66, "step 1");
        worker.thread = QStringLiteral("worker 2");
        worker.caller = QStringLiteral("{r:0x127d44,f:0x10f40}");
        CHECK_RECORD(records[1], worker);
        CHECK_RECORD(records[2], expected(LogLevel::warning, 300, "applogic", "work.c", 67,
                                          "<b>not a thread</b> in a message"));
        LogRecord only = expected(LogLevel::info, 400, "applogic", "", 0, "only a thread");
        only.thread = QStringLiteral("init");
        CHECK_RECORD(records[3], only);
        LogRecord base =
            expected(LogLevel::info, 500, "libold", "old.c", 3, "stack base in the thread place");
        base.thread = QStringLiteral("0x3fe0000");
        CHECK_RECORD(records[4], base);
    }

    void coloured()
    {
        const auto records = parseFile(QStringLiteral("colour.log"));
        // The reset after the last line is a record of its own: it has no line end.
        QCOMPARE(records.size(), std::size_t(7));
        CHECK_RECORD(records[0],
                     expected(LogLevel::info, 0, "libukboot", "boot.c", 9, "In colour"));
        CHECK_RECORD(records[1],
                     expected(LogLevel::debug, 10, "libukalloc", "alloc.c", 70, "grey"));
        CHECK_RECORD(records[2],
                     expected(LogLevel::warning, 20, "libukalloc", "alloc.c", 71, "yellow"));
        CHECK_RECORD(records[3], expected(LogLevel::error, 30, "appshop", "main.c", 72, "red"));
        LogRecord critical =
            expected(LogLevel::critical, 40, "appshop", "main.c", 73, "white on red");
        critical.thread = QStringLiteral("init");
        critical.caller = QStringLiteral("{r:0x1,f:0x2}");
        CHECK_RECORD(records[4], critical);
        CHECK_RECORD(records[5],
                     expected(LogLevel::plain, {}, "", "", 0, "and bold application output"));
        QCOMPARE(records[6].message, QString());
    }

    void oldReleases()
    {
        const auto records = parseFile(QStringLiteral("release-0.2.log"));
        QCOMPARE(records.size(), std::size_t(4));
        CHECK_RECORD(records[0],
                     expected(LogLevel::info, {}, "", "", 0, "Welcome to an old release"));
        CHECK_RECORD(records[1],
                     expected(LogLevel::info, {}, "libkvmplat", "setup.c", 245, "memory found"));
        CHECK_RECORD(records[2], expected(LogLevel::info, {}, "libukboot", "boot.c", 7, "go"));
        CHECK_RECORD(records[3],
                     expected(LogLevel::error, {}, "libukboot", "boot.c", 1024, "stop"));
    }

    void tornLines()
    {
        const auto records = parseFile(QStringLiteral("torn.log"));
        QStringList messages;
        for (const LogRecord &record : records)
            messages.append(logLevelName(record.level) + u' ' + record.message);
        const QStringList wanted{
            QStringLiteral("plain prompt> "),
            QStringLiteral("info link is up"),
            QStringLiteral("plain [    0.0003"),
            QStringLiteral("error link is down"),
            QStringLiteral("plain answer 42"),
            QStringLiteral("warning glued without a time"),
            QStringLiteral("plain a: [1] b: [ 2 ] [    0.5] no header, Info: neither"),
            QStringLiteral("plain caf\u00e9 \ufffd\ufffd end"),
            QStringLiteral("plain loading 100%"),
            QStringLiteral("plain xyz"),
            QStringLiteral("plain Firmware says hello"),
            QStringLiteral("plain after a title"),
            QStringLiteral("plain "),
            QStringLiteral("plain no line end"),
        };
        QCOMPARE(messages, wanted);
    }

    /// Levels, libraries and all fields against an expression that knows the format, too, in logs
    /// of all shapes that hold whole lines.
    void fieldsAgreeWithAnExpression_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("records");
        QTest::addColumn<int>("messages");
        QTest::newRow("0.17") << "timed.log" << 7 << 6;
        QTest::newRow("thread, caller, colour") << "everything.log" << 7 << 6;
        QTest::newRow("0.13") << "callers.log" << 4 << 3;
        QTest::newRow("0.5") << "release-0.5.log" << 3 << 3;
        QTest::newRow("a trap") << "trap.log" << 7 << 7;
        QTest::newRow("an application") << "application.log" << 7 << 1;
        QTest::newRow("uktest") << "uktest.log" << 3 << 3;
    }
    void fieldsAgreeWithAnExpression()
    {
        QFETCH(const QString, file);
        static const QRegularExpression colour(QStringLiteral("\x1b\\[[0-9;]*m"));
        static const QRegularExpression format(QStringLiteral(
            R"(^(?:\[ *(\d+)\.(\d{6})\] )?(dbg|Info|Warn|ERR|CRIT): {1,2}(?:<(<n/a>|[^>]*)> (?=\{|\[lib|\[app))?)"
            R"((\{r:[^}]*\} )?(?:\[([\w-]+)\] )?(?:<([^ >]+) @ +(\d+)> )?(.*)$)"));
        static const QMap<QString, LogLevel> levels{{QStringLiteral("dbg"), LogLevel::debug},
                                                    {QStringLiteral("Info"), LogLevel::info},
                                                    {QStringLiteral("Warn"), LogLevel::warning},
                                                    {QStringLiteral("ERR"), LogLevel::error},
                                                    {QStringLiteral("CRIT"), LogLevel::critical}};
        QString text =
            QString::fromUtf8(test::contents(test::dataPath(QStringLiteral("logs/") + file)));
        text.remove(colour);
        text.remove(u'\r');
        QStringList lines = text.split(u'\n');
        if (lines.last().isEmpty())
            lines.removeLast();
        std::vector<LogRecord> records = parseFile(file);
        std::erase_if(records, [](const LogRecord &record) {
            return record.message.isEmpty() && record.level == LogLevel::plain;
        });
        QTEST(int(records.size()), "records");
        QCOMPARE(qsizetype(records.size()), lines.size());
        int messages = 0;
        for (std::size_t i = 0; i < records.size(); ++i) {
            const auto match = format.match(lines.at(qsizetype(i)));
            LogRecord wanted = expected(LogLevel::plain, {}, "", "", 0, "");
            wanted.message = lines.at(qsizetype(i));
            if (match.hasMatch()) {
                ++messages;
                wanted.level = levels.value(match.captured(3));
                if (match.hasCaptured(1))
                    wanted.timeMicroseconds =
                        match.captured(1).toLongLong() * 1'000'000 + match.captured(2).toLongLong();
                wanted.thread = match.captured(4);
                wanted.caller = match.captured(5).trimmed();
                wanted.library = match.captured(6);
                wanted.file = match.captured(7);
                wanted.line = match.captured(8).toInt();
                wanted.message = match.captured(9);
            }
            CHECK_RECORD(records[i], wanted);
        }
        QTEST(messages, "messages");
    }

    void garbageInMessages()
    {
        const auto records = parseFile(QStringLiteral("overlong.log"));
        QCOMPARE(records.size(), std::size_t(3));
        QCOMPARE(records[1].library, QStringLiteral("applong"));
        QVERIFY(records[1].message.startsWith(QString(180, u'A')));
        QVERIFY(records[1].message.contains(QChar(0x2400)));
        QVERIFY(records[1].message.contains(QChar(0xfffd)));
        QVERIFY(records[1].message.endsWith(QStringLiteral("tail")));
        CHECK_RECORD(records[2], expected(LogLevel::info, 12, "libukboot", "boot.c", 4, "after"));
    }

    void uktestLines()
    {
        const auto records = parseFile(QStringLiteral("uktest.log"));
        QCOMPARE(records.size(), std::size_t(3));
        QCOMPARE(records[0].message, QStringLiteral("test: arithmetic->adds: two and two"));
        QCOMPARE(records[2].message, QStringLiteral("\texpected `2 + 2` to be 5 and was 4 ..... "
                                                    "[ FAILED ]"));
    }

    void recordsLieEndToEnd()
    {
        const QDir logs(test::dataPath(QStringLiteral("logs")));
        const QStringList names = logs.entryList({QStringLiteral("*.log")});
        QVERIFY(names.size() >= 9);
        for (const QString &name : names) {
            const QByteArray bytes = test::contents(logs.filePath(name));
            QByteArray joined;
            const auto records = parse({bytes}, &joined);
            QCOMPARE(joined, bytes);
            qint64 offset = 0;
            for (const LogRecord &record : records) {
                QCOMPARE(record.offset, offset);
                QVERIFY(record.length > 0);
                offset += record.length;
            }
            QCOMPARE(offset, bytes.size());
        }
    }

    void cutsDoNotMatter()
    {
        QByteArray all;
        const QDir logs(test::dataPath(QStringLiteral("logs")));
        for (const QString &name : logs.entryList({QStringLiteral("*.log")}))
            all += test::contents(logs.filePath(name));
        const auto whole = parse({all});
        for (qsizetype cut = 0; cut <= all.size(); ++cut)
            QVERIFY2(parse({all.first(cut), all.sliced(cut)}) == whole,
                     qPrintable(QStringLiteral("cut at %1").arg(cut)));
    }

    void randomBytes()
    {
        // Fragments that headers are made of, in any order, cut anywhere.
        static const std::vector<QByteArray> fragments{"[    0.103662] ",
                                                       "Info: ",
                                                       "ERR:  ",
                                                       "dbg:  ",
                                                       "[libukboot] ",
                                                       "<main.c @   11> ",
                                                       "<init> ",
                                                       "{r:0x1,f:0x2} ",
                                                       "\x1b[0m",
                                                       "\x1b[1m\x1b[32m",
                                                       "\x1b",
                                                       "[",
                                                       "]",
                                                       "\n",
                                                       "\r",
                                                       "\r\n",
                                                       QByteArray(3, '\0'),
                                                       "\xff",
                                                       "text",
                                                       "@",
                                                       ": ",
                                                       "CRIT:",
                                                       " ",
                                                       "<",
                                                       ">"};
        std::mt19937 random(20240817);
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes;
            const auto pieces = random() % 40;
            for (unsigned i = 0; i < pieces; ++i)
                bytes += random() % 8 == 0 ? QByteArray(1, char(random()))
                                           : fragments[random() % fragments.size()];
            QByteArray joined;
            const auto whole = parse({bytes}, &joined);
            QCOMPARE(joined, bytes);
            std::vector<QByteArray> chunks;
            for (QByteArray rest = bytes; !rest.isEmpty();) {
                const auto length = qsizetype(1 + random() % 7);
                chunks.push_back(rest.left(length));
                rest.remove(0, length);
            }
            QVERIFY(parse(chunks) == whole);
        }
    }

    void endlessLine()
    {
        const QByteArray line(3 * qsizetype(longestLogLine) + 10, 'x');
        const auto records = parse({line + "\nnext\n"});
        QCOMPARE(records.size(), std::size_t(5));
        QCOMPARE(records[0].length, qint64(longestLogLine));
        QCOMPARE(records[3].length, qint64(11));
        QCOMPARE(records[4].message, QStringLiteral("next"));
    }

    void speed()
    {
        QByteArray block;
        for (int i = 0; i < 10000; ++i)
            block += "[    0.103662] Info: [libukboot] <boot.c @  493> message number " +
                     QByteArray::number(i) + " of a log\r\n";
        LogParser parser;
        qsizetype records = 0;
        qint64 bytes = 0;
        QBENCHMARK
        {
            parser.feed(logBytes(block), [&](const LogPiece &) { ++records; });
            bytes += block.size();
        }
        QCOMPARE(records % 10000, 0);
        QVERIFY(bytes > 0);
    }
};

QTEST_GUILESS_MAIN(LogParserTest)
#include "log_parser_test.moc"
