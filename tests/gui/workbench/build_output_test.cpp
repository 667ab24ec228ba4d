// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/build_output.h"

#include "fixture.h"

#include <random>

using namespace kiln;

namespace {

QVector<BuildIssue> issuesOf(const QByteArray &output, int *steps = nullptr)
{
    BuildOutputParser parser;
    parser.feed(output);
    parser.finish();
    if (steps != nullptr)
        *steps = parser.steps();
    return parser.takeIssues();
}

BuildIssue first(const QByteArray &output)
{
    return issuesOf(output).value(0);
}

} // namespace

class BuildOutputTest : public QObject
{
    Q_OBJECT

private slots:
    void steps()
    {
        int steps = 0;
        const auto issues = issuesOf("make: Entering directory '/tree'\n"
                                     "  LN      Makefile\n"
                                     "  CC      libukboot: boot.o\n"
                                     "  LD      libukboot.ld.o\n"
                                     "  OBJCOPY libukboot.o\n"
                                     "    (comment, not a step)\n",
                                     &steps);
        QCOMPARE(steps, 4);
        QVERIFY(issues.isEmpty());
    }

    void gccErrorWithExcerpt()
    {
        const auto issues =
            issuesOf("  CC      appx: main.o\n"
                     "In file included from /app/main.c:1:\n"
                     "/app/main.c: In function 'main':\n"
                     "/app/main.c:5:12: error: 'x' undeclared (first use in this function)\n"
                     "    5 |     return x;\n"
                     "      |            ^\n"
                     "/app/main.c:5:12: note: each undeclared identifier is reported only once\n"
                     "/app/main.c:9:1: warning: unused variable 'y' [-Wunused-variable]\n"
                     "  CC      appx: more.o\n"
                     "make[1]: *** [Makefile:12: /build/main.o] Error 1\n"
                     "make: *** Waiting for unfinished jobs....\n");
        QCOMPARE(issues.size(), 2);
        QCOMPARE(issues[0].severity, IssueSeverity::error);
        QCOMPARE(issues[0].file, QStringLiteral("/app/main.c"));
        QCOMPARE(issues[0].line, 5);
        QCOMPARE(issues[0].column, 12);
        QCOMPARE(issues[0].message, QStringLiteral("'x' undeclared (first use in this function)"));
        QVERIFY(issues[0].excerpt.startsWith(QStringLiteral("In file included from")));
        QVERIFY(issues[0].excerpt.contains(QStringLiteral("    5 |     return x;\n")));
        QVERIFY(issues[0].excerpt.contains(QStringLiteral("reported only once")));
        QCOMPARE(issues[1].severity, IssueSeverity::warning);
        QCOMPARE(issues[1].line, 9);
    }

    void colouredError()
    {
        const auto issue = first("\x1b[01m\x1b[Kmain.c:3:1:\x1b[m\x1b[K \x1b[01;31m\x1b[Kerror: "
                                 "\x1b[m\x1b[Kexpected ';'\r\n");
        QCOMPARE(issue.file, QStringLiteral("main.c"));
        QCOMPARE(issue.line, 3);
        QCOMPARE(issue.message, QStringLiteral("expected ';'"));
    }

    void otherTools_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *output, const char *file, int line,
                            const char *message) {
            QTest::newRow(name) << QByteArray(output) << QString::fromUtf8(file) << line
                                << QString::fromUtf8(message);
        };
        row("missing header", "a.c:1:10: fatal error: uk/none.h: No such file or directory\n",
            "a.c", 1, "uk/none.h: No such file or directory");
        row("driver", "gcc: error: nofile.c: No such file or directory\n", "", 0,
            "nofile.c: No such file or directory");
        row("assembler", "x.S: Assembler messages:\nx.S:7: Error: no such instruction: `foo'\n",
            "x.S", 7, "no such instruction: `foo'");
        row("linker with line",
            "/usr/bin/ld: m.o: in function `main':\n/usr/bin/ld: /app/main.c:4: undefined "
            "reference to `gone'\n",
            "/app/main.c", 4, "undefined reference to `gone'");
        row("linker without line", "main.c:(.text+0x5): undefined reference to `gone'\n", "main.c",
            0, "undefined reference to `gone'");
        row("linker script", "ld:link.lds:12: syntax error\n", "link.lds", 12, "syntax error");
        row("missing library", "/usr/bin/ld: cannot find -lnone\n", "", 0, "cannot find -lnone");
        row("collect2", "collect2: error: ld returned 1 exit status\n", "", 0,
            "ld returned 1 exit status");
        row("make stops", "/t/Makefile:763: *** Please choose a platform.  Stop.\n", "/t/Makefile",
            763, "Please choose a platform.");
        row("no rule", "make: *** No rule to make target 'x.c', needed by 'x.o'.  Stop.\n", "", 0,
            "No rule to make target 'x.c', needed by 'x.o'.");
        row("silent command", "make: *** [rules.mk:9: image] Error 2\n", "rules.mk", 9,
            "The command that makes image failed (Error 2)");
        row("Kconfig", "/t/lib/x/Config.uk:3:7: error: unknown statement \"bolo\"\n",
            "/t/lib/x/Config.uk", 3, "unknown statement \"bolo\"");
        row("Kconfig without severity", "lib/Config.uk:12: syntax error\n", "lib/Config.uk", 12,
            "syntax error");
        row("full disk", "cat: write error: No space left on device\n", "", 0,
            "cat: write error: No space left on device");
    }

    void otherTools()
    {
        QFETCH(QByteArray, output);
        const auto issues = issuesOf(output);
        QCOMPARE(issues.size(), 1);
        QCOMPARE(issues[0].severity, IssueSeverity::error);
        QTEST(issues[0].file, "file");
        QTEST(issues[0].line, "line");
        QTEST(issues[0].message, "message");
    }

    void missingCompiler()
    {
        for (const char *line :
             {"/bin/sh: 1: gcc: not found\n", "/bin/bash: line 1: gcc: command not found\n",
              "bash: gcc: command not found\n", "make[2]: gcc: No such file or directory\n"}) {
            const auto issue = first(line);
            QCOMPARE(issue.message, QStringLiteral("gcc was not found"));
            QCOMPARE(issue.remedy, QStringLiteral("Install it: sudo apt install gcc"));
        }
    }

    void fullDiskHasAWayOut()
    {
        const auto issue = first("/usr/bin/ld: final link failed: No space left on device\n");
        QVERIFY(issue.remedy.contains(QStringLiteral("free some space")));
    }

    void harmlessLines()
    {
        QVERIFY(issuesOf("#\n# configuration written to /app/.config\n#\n"
                         "make[1]: Entering directory '/x'\n"
                         "note to self: nothing: here\n"
                         "12:30:01 start\n"
                         "make: *** [x] Terminated\n"
                         "Total: 12 files, 0 errors\n")
                    .isEmpty());
    }

    void cutsDoNotMatter()
    {
        const QByteArray output =
            "  CC      a: b.o\r\na.c:1:2: warning: w\n 1 | x\n   | ^\n\nplain\n  LD      z\n"
            "x.c:9: undefined reference to `q'\nmake: *** [m:1: t] Error 1\ntail";
        const auto kinds = [](BuildOutputParser &parser) {
            QVector<int> result;
            for (const BuildLine &line : parser.takeLines())
                result.append(int(line.kind));
            return result;
        };
        BuildOutputParser whole;
        whole.feed(output);
        whole.finish();
        const auto wantedKinds = kinds(whole);
        const auto wanted = whole.takeIssues();
        QCOMPARE(wanted.size(), 2);
        for (qsizetype cut = 0; cut <= output.size(); ++cut) {
            BuildOutputParser parser;
            parser.feed(QByteArrayView(output).first(cut));
            parser.feed(QByteArrayView(output).sliced(cut));
            parser.finish();
            QCOMPARE(kinds(parser), wantedKinds);
            QCOMPARE(parser.takeIssues(), wanted);
        }
    }

    void anyBytes()
    {
        std::mt19937 random(99);
        BuildOutputParser parser;
        qsizetype lines = 0;
        for (int i = 0; i < 20000; ++i) {
            QByteArray bytes;
            for (unsigned n = random() % 50; n > 0; --n)
                bytes.append(random() % 4 == 0 ? ":.* \n\r\x1b[]'`"[random() % 12]
                                               : char(random()));
            parser.feed(bytes);
            lines += parser.takeLines().size();
            (void)parser.takeIssues();
        }
        parser.feed(QByteArray(3 * BuildOutputParser::longestLine, 'x'));
        lines = parser.takeLines().size();
        QVERIFY(lines >= 2);
    }

    void speed()
    {
        QByteArray block;
        for (int i = 0; i < 1000; ++i)
            block += "  CC      libukboot: file" + QByteArray::number(i) +
                     ".o\n/usr/bin/gcc -c -O2 -Wall -o x.o x.c -I/include -DNAME=value\n";
        BuildOutputParser parser;
        QBENCHMARK
        {
            parser.feed(block);
            (void)parser.takeLines();
        }
        QVERIFY(parser.steps() >= 1000);
    }
};

QTEST_GUILESS_MAIN(BuildOutputTest)
#include "build_output_test.moc"
