// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/port_plan.h"

#include "workbench/port_make.h"

#include "fixture.h"

using namespace kiln;

class PortPlanTest : public QObject
{
    Q_OBJECT

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] Result<PortPlan> plan(const QString &log, const QString &program = {}) const
    {
        PortRequest request;
        request.sourceFolder = path(QStringLiteral("source"));
        request.portFolder = path(QStringLiteral("port"));
        request.name = QStringLiteral("demo");
        request.program = program;
        request.log = log;
        return planPort(request);
    }
    static QString file(const PortPlan &plan, const char *name)
    {
        for (const NewFile &each : plan.files) {
            if (each.path == QLatin1String(name))
                return QString::fromUtf8(each.content);
        }
        return {};
    }

    QTemporaryDir m_folder;

private slots:
    void initTestCase()
    {
        const auto write = [this](const char *name, const QByteArray &text) {
            return test::writeFile(path(QStringLiteral("source/") + QLatin1String(name)), text);
        };
        QVERIFY(write("main.c", "/* int main(void) {} */\n#include \"config.h\"\n"
                                "int main(int argc, char **argv)\n{\n\treturn argc;\n}\n"));
        QVERIFY(write("a/util.c", "int a(void) { return 0; } // calls main()\n"));
        QVERIFY(write("b/util.c", "const char *t = \"int main(void) {\";\n"));
        QVERIFY(write("config.h", "#define HAVE_X 1\n"));
    }

    void commands_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QVector<QStringList>>("commands");
        const auto row = [](const char *line, const QVector<QStringList> &commands) {
            QTest::newRow(line) << QString::fromLatin1(line) << commands;
        };
        row("a b  c", {{"a", "b", "c"}});
        row("a 'b c' \"d e\" f\\ g", {{"a", "b c", "d e", "f g"}});
        row("a && b; c | d", {{"a"}, {"b"}, {"c"}, {"d"}});
        row("(cd x && y)", {{"cd", "x"}, {"y"}});
        row("gcc -DV='\"1\"' -DW=\\\"2\\\"", {{"gcc", "-DV=\"1\"", "-DW=\"2\""}});
        row("a '' # rest", {{"a", ""}});
        row("", {});
    }

    void commands()
    {
        QFETCH(QString, line);
        QFETCH(QVector<QStringList>, commands);
        QCOMPARE(commandsOfLine(line), commands);
    }

    void makefile()
    {
        const auto made = plan(
            "make: Entering directory '" + path(QStringLiteral("source")) +
            "'\n"
            "ccache x86_64-linux-gnu-gcc-12 -O2 -g -Wall -DV='\"1 $\"' -I. -I /usr/include/x \\\n"
            "   -std=c99 -c main.c -o main.o\n"
            "cd a && gcc -DV='\"1 $\"' -std=c99 -fPIC -DPIC -I.. -MD -MF util.d -c util.c\n"
            "libtool --mode=compile gcc -DV='\"1 $\"' -std=c99 -DONLY_B -I. -c b/util.c -o "
            "b/util.lo\n"
            "ar rcs libdemo.a a/util.o b/util.o\n"
            "gcc -o demo main.o -L. -ldemo -lm\n");
        QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
        QVERIFY(made->isProgram);
        QCOMPARE(made->sources.size(), 3);
        const QString text = file(*made, "Makefile.uk");
        QVERIFY2(text.contains("LIBDEMO_SOURCE = $(LIBDEMO_BASE)/../source\n"), qPrintable(text));
        // Common flags once, the rest with their source; the second util.c is a variant.
        QVERIFY2(text.contains("LIBDEMO_CFLAGS-y += '-DV=\"1 $$\"' -std=c99\n"), qPrintable(text));
        QVERIFY2(text.contains("LIBDEMO_SRCS-y += $(LIBDEMO_SOURCE)/a/util.c\n"), qPrintable(text));
        QVERIFY2(text.contains("LIBDEMO_SRCS-y += $(LIBDEMO_SOURCE)/b/util.c|b\n"),
                 qPrintable(text));
        QVERIFY2(text.contains("LIBDEMO_UTIL_B_FLAGS-y += -DONLY_B\n"), qPrintable(text));
        QVERIFY2(text.contains("LIBDEMO_MAIN_FLAGS-y += -Dmain=demo_main\n"), qPrintable(text));
        QVERIFY2(text.contains("-I$(LIBDEMO_SOURCE)") && !text.contains("/usr/include"),
                 qPrintable(text));
        QCOMPARE(text.count("-Dmain"), 1);
        QVERIFY(file(*made, "Config.uk").contains("Provide main function"));
        QVERIFY(file(*made, "glue.c").contains("demo_main(argc, argv)"));
        QCOMPARE(file(*made, "include/config.h"), QStringLiteral("#define HAVE_X 1\n"));
        const QString notes = made->notes.join(u'\n');
        for (const char *part : {"-O2", "-Wall", "-fPIC", "/usr/include/x", "config.h", "variant"})
            QVERIFY2(notes.contains(QLatin1String(part)), part);
    }

    void choices()
    {
        const QString log = QStringLiteral("cc -c main.c\ncc -c a/util.c\nmv util.o a.o\n"
                                           "cc -DX -c b/util.c -o b.o\ncc -fPIC -DX -c b/util.c -o "
                                           "b.lo2.o\nar r liba.a a.o\nar r liba.a b.o b.lo2.o\n"
                                           "c++ -o one main.o liba.a\ncc -o two main.o b.o\n");
        const auto largest = plan(log);
        QVERIFY(largest);
        QVERIFY(largest->output.endsWith(QStringLiteral("/liba.a")) && !largest->isProgram);
        // What differs in position independence alone is one source.
        QCOMPARE(largest->sources.size(), 2);
        QVERIFY(file(*largest, "glue.c").isEmpty());
        QCOMPARE(plan(log, QStringLiteral("one"))->sources.size(), 3);
        QCOMPARE(plan(log, QStringLiteral("two"))->sources.size(), 2);
        const auto none = plan(log, QStringLiteral("three"));
        QVERIFY(!none && none.error().remedy.contains(QStringLiteral("/one")));
        const auto empty = plan(QStringLiteral("make: Nothing to be done for 'all'.\n"));
        QVERIFY(!empty && empty.error().remedy.contains(QStringLiteral("make clean")));
    }

    void makeWantsTrust()
    {
        QVERIFY(test::writeFile(path(QStringLiteral("evil/Makefile")),
                                "X := $(shell touch ran)\nall:\n\techo $(X)\n"));
        const auto refused = dryRunOfMake(path(QStringLiteral("evil")), {});
        QVERIFY(!refused);
        QVERIFY(refused.error().what.contains(QStringLiteral("not trusted")));
        QVERIFY(!QFileInfo::exists(path(QStringLiteral("evil/ran"))));
    }
};

QTEST_GUILESS_MAIN(PortPlanTest)
#include "port_plan_test.moc"
