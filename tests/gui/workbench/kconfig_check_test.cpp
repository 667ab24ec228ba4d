// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of a Kconfig file while it is written.
#include "workbench/kconfig_check.h"

#include <QtTest>

using namespace kiln;

class TestKconfigCheck : public QObject
{
    Q_OBJECT

private slots:
    void findsErrorsAtTheirLines_data();
    void findsErrorsAtTheirLines();
    void leavesTheRestOfTheTreeOut();
};

static QVector<ConfigDiagnostic> check(const QByteArray &text)
{
    return checkKconfig(text, QStringLiteral("/a/Config.uk"), kconfig::Dialect::unikraft);
}

void TestKconfigCheck::findsErrorsAtTheirLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("unknown word") << QByteArray("config A\n\tbolo \"x\"\n") << 2;
    QTest::newRow("open menu") << QByteArray("menu \"M\"\nconfig A\n\tbool\n") << 1;
    QTest::newRow("lonely end") << QByteArray("config A\n\tbool\n\nendmenu\n") << 4;
    QTest::newRow("no operand") << QByteArray("config A\n\tbool\n\tdepends on B &&\n") << 3;
    QTest::newRow("after a source")
        << QByteArray("source \"not/there/Config.uk\"\nconfig A\n\tbolo\n") << 3;
}

void TestKconfigCheck::findsErrorsAtTheirLines()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const auto found = check(text);
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.first().line, line);
    QCOMPARE(found.first().file, QStringLiteral("/a/Config.uk"));
    QVERIFY(!found.first().message.isEmpty());
    QVERIFY(!found.first().message.contains(QStringLiteral("/tmp")));
}

void TestKconfigCheck::leavesTheRestOfTheTreeOut()
{
    const auto found = check("source \"lib/*/Config.uk\"\n"
                             "orsource \"nowhere\"\n"
                             "config A\n"
                             "\tbool \"Prompt\"\n"
                             "\tdepends on NOT_DEFINED_HERE && $(shell,touch /tmp/never)\n"
                             "\tdefault y if $(missing)\n"
                             "\tselect ELSEWHERE\n"
                             "\thelp\n"
                             "\t  bolo menu endmenu\n");
    QStringList messages;
    for (const ConfigDiagnostic &diagnostic : found)
        messages << diagnostic.message;
    QCOMPARE(messages.join(u'\n'), QString());
    QVERIFY(!QFile::exists(QStringLiteral("/tmp/never")));
}

QTEST_GUILESS_MAIN(TestKconfigCheck)
#include "kconfig_check_test.moc"
