// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/log_search.h"

#include "fixture.h"

#include <QRegularExpression>
#include <QSignalSpy>

#include <random>

using namespace kiln;

namespace {

/// Lines of all kinds; `bytes` of them, about.
QByteArray sample(qsizetype bytes, bool withBrokenBytes)
{
    std::mt19937 random(5);
    static const char *const words[] = {"rope", "load lost",   "Tide 12",     "ship", "ROPE",
                                        "a  b", "caf\xc3\xa9", "CAF\xc3\x89", ""};
    QByteArray text;
    while (text.size() < bytes) {
        if (random() % 40 == 0)
            text += "\x1b[0m\x1b[32m[    1.000001] \x1b[0m\x1b[31mERR:\x1b[0m  [libcolour] ";
        else if (random() % 60 == 0)
            text += "prompt> [    2.000001] Warn: [libglued] <g.c @    1> ";
        else if (random() % 3 != 0)
            text += "[    0.000100] Info: [libpier] <pier.c @   12> ";
        for (unsigned i = random() % 4; i > 0; --i)
            text += QByteArray(words[random() % std::size(words)]) + ' ';
        if (withBrokenBytes && random() % 9 == 0)
            text += "broken \xff byte";
        text += random() % 5 == 0 ? "\n" : "\r\n";
    }
    return text;
}

} // namespace

class LogSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithALineAtATime_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isRegex");
        QTest::addColumn<bool>("isCaseSensitive");
        QTest::newRow("text") << "rope" << false << false;
        QTest::newRow("text, case") << "rope" << false << true;
        QTest::newRow("text with signs") << "[libpier] <pier.c" << false << true;
        QTest::newRow("letters beyond ASCII") << QString::fromUtf8("caf\xc3\xa9") << false << false;
        QTest::newRow("alternatives") << "(ERR|Warn): +\\[lib(co|gl)" << true << true;
        QTest::newRow("begin") << "^\\[ +0" << true << true;
        QTest::newRow("begin of a glued one") << "^\\[ +2" << true << true;
        QTest::newRow("end") << "rope *$" << true << true;
        QTest::newRow("empty line") << "^$" << true << true;
        QTest::newRow("space") << "lost\\s+\\S" << true << true;
        QTest::newRow("all but") << "ship[^t]*Tide" << true << true;
        QTest::newRow("possessive") << "ship[^x]*+$" << true << true;
        QTest::newRow("looks ahead") << "ship(?!.*rope)" << true << true;
        QTest::newRow("looks behind") << "(?<!load )lost|(?<=> )rope" << true << true;
        QTest::newRow("very end") << "ship \\z" << true << true;
        QTest::newRow("dot counts characters") << "> caf. " << true << true;
        QTest::newRow("nothing") << "never there" << false << true;
        QTest::newRow("everything") << "x*" << true << true;
    }
    void agreesWithALineAtATime()
    {
        QFETCH(const QString, pattern);
        QFETCH(const bool, isRegex);
        QFETCH(const bool, isCaseSensitive);
        // More than the threads are wanted for, and the end still grows.
        // A byte that is no UTF-8 matches nothing, where the oracle sees a character: where an
        // expression runs over all kinds of text, there is none.
        static const QByteArray anything = sample(3'000'000, true);
        static const QByteArray onlyText = sample(3'000'000, false);
        const bool runsOver =
            pattern.contains(QLatin1String(".*")) || pattern.contains(QLatin1String("[^"));
        const QByteArray &text = runsOver ? onlyText : anything;
        LogStore store;
        for (qsizetype at = 0; at < text.size(); at += 65536)
            store.append(
                QByteArrayView(text).sliced(at, std::min<qsizetype>(65536, text.size() - at)));
        const auto compiled = LogPattern::compile(pattern, {isRegex, isCaseSensitive});
        QVERIFY(compiled);
        LogSearch search(&store, *compiled);
        const QSignalSpy advanced(&search, &LogSearch::advanced);
        search.advance();
        QTRY_VERIFY_WITH_TIMEOUT(search.isComplete(), 30'000);
        QVERIFY(advanced.size() > 0);

        QRegularExpression::PatternOptions options;
        if (!isCaseSensitive)
            options |= QRegularExpression::CaseInsensitiveOption;
        const QRegularExpression oracle(isRegex ? pattern : QRegularExpression::escape(pattern),
                                        options);
        QVERIFY(oracle.isValid());
        static const QRegularExpression colour(QStringLiteral("\x1b\\[[0-9;]*m"));
        LineSet wanted;
        for (qsizetype i = 0; i < store.count(); ++i) {
            QString line = QString::fromUtf8(store.raw(i));
            line.remove(colour);
            while (line.endsWith(u'\n') || line.endsWith(u'\r'))
                line.chop(1);
            if (oracle.match(line).hasMatch())
                wanted.add(std::size_t(i));
        }
        QCOMPARE(search.matches().size(), wanted.size());
        QVERIFY(search.matches() == wanted);
    }

    void followsWhatComes()
    {
        LogStore store;
        const auto pattern = LogPattern::compile(QStringLiteral("rope"), {});
        QVERIFY(pattern);
        LogSearch search(&store, *pattern);
        store.append("a rope\nno\nro");
        search.advance();
        QCOMPARE(search.searched(), 3);
        QCOMPARE(search.matches().size(), std::size_t(1));
        store.append("pe");
        search.retest(2);
        QVERIFY(search.matches().contains(2));
        store.append("x\n");
        store.clear();
        search.restart();
        QVERIFY(search.matches().isEmpty());
        QCOMPARE(search.searched(), 0);
    }

    void wrongExpressionsAreExplained()
    {
        const auto wrong = LogPattern::compile(QStringLiteral("abc(def"), {true, true});
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().where, QStringLiteral("column 8"));
        QVERIFY(!wrong.error().remedy.isEmpty());
        QVERIFY(LogPattern::compile(QStringLiteral("abc(def"), {false, true}));
    }

    void stopsWithItsOwner()
    {
        LogStore store;
        store.append(sample(3'000'000, true));
        const auto pattern = LogPattern::compile(QStringLiteral("(a|b|c|d)+e"), {true, false});
        QVERIFY(pattern);
        for (int i = 0; i < 20; ++i) {
            LogSearch search(&store, *pattern);
            search.advance();
            QTest::qWait(i % 4);
        }
        store.clear();
        QCOMPARE(store.count(), 0);
    }
};

QTEST_GUILESS_MAIN(LogSearchTest)
#include "log_search_test.moc"
