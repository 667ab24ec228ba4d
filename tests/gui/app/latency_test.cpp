// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../turn_meter.h"
#include "window_driver.h"

using namespace kiln;
using kiln::test::TurnMeter;
using kiln::test::waitInTurns;
using kiln::test::WindowDriver;
using kiln::test::Workspace;

/// How long the window's event loop waits at worst while it works.
class TestLatency : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whileOptionsLoad();
    void whileAGuestFloods();
    void whileABuildFloods();

private:
    /// Prints what was measured; whether it is within the bounds.
    static bool report(const char *what, const TurnMeter &meter)
    {
        qInfo("%s: %s", what, qPrintable(meter.text()));
        return meter.isGood();
    }
};

void TestLatency::initTestCase()
{
    kiln::test::useScratchSettings();
}

void TestLatency::whileOptionsLoad()
{
    // A tree of the size of a whole kernel's library list.
    constexpr int options = 1500;
    const Workspace space;
    QByteArray text;
    for (int i = 0; i < options; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "config OPTION_" + number + "\n\tbool \"Option number " + number + "\"\n";
        if (i % 10 != 0)
            text += "\tdepends on OPTION_" + QByteArray::number(i - i % 10) + "\n";
        text += "\thelp\n\t  What option " + number + " does.\n\n";
    }
    QVERIFY(kiln::test::writeFile(space.app() + QStringLiteral("/Config.uk"), text));
    WindowDriver window(space.tree());
    QTest::qWait(200);
    QVERIFY(TrustStore().trust(space.project()));
    TurnMeter meter;
    meter.start();
    window->open(space.app());
    QVERIFY(waitInTurns([&window] { return window.session()->isLoaded(); }));
    meter.run(300);
    meter.stop();
    QVERIFY2(report("1500 options load", meter), qPrintable(meter.text()));

    // The row is found and scrolled to first; then the click alone is measured.
    ConfigurePage *page = window->configurePage();
    meter.start();
    page->showOption(QStringLiteral("OPTION_500"));
    meter.run(50);
    meter.stop();
    QVERIFY2(report("one option is shown", meter), qPrintable(meter.text()));
    for (const char *value : {"y", "n", "y"}) {
        meter.start();
        QVERIFY(window.toggle(QStringLiteral("OPTION_500")));
        meter.run(50);
        meter.stop();
        QCOMPARE(window.value("OPTION_500"), QLatin1String(value));
        QVERIFY2(report("an option is toggled", meter), qPrintable(meter.text()));
    }
    meter.start();
    for (const char *wanted : {"o", "op", "option", "option number 7", ""}) {
        page->setSearchText(QLatin1String(wanted));
        meter.run(50);
    }
    meter.stop();
    QVERIFY2(report("options are searched", meter), qPrintable(meter.text()));
    while (window.session()->canUndo())
        window.session()->undo();
}

void TestLatency::whileAGuestFloods()
{
    constexpr int lines = 50'000;
    const Workspace space;
    QVERIFY(space.setGuest("awk 'BEGIN { for (i = 0; i < 50000; ++i) printf("
                           "\"[%5d.%06d] Info: [libflood] <flood.c @ %4d> message number %d\\n\","
                           " i / 1000, i % 1000, i % 500, i) }'\n"));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QTest::qWait(200);
    window->actions()->buildAndBoot->trigger();
    QVERIFY(QTest::qWaitFor(
        [&window] { return window->runs()->state() >= RunController::State::booting; }, 30'000));
    TurnMeter meter;
    meter.start();
    QVERIFY(waitInTurns(
        [&window] {
            return window->runPage()->logView()->model()->rowCount() == lines &&
                   !window->runs()->isBusy();
        },
        60'000));
    meter.run(100);
    meter.stop();
    QVERIFY2(report("a guest prints 50000 lines", meter), qPrintable(meter.text()));
    QTRY_VERIFY_WITH_TIMEOUT(window->runPage()->console()->screen().text().endsWith(
                                 QStringLiteral("message number 49999")),
                             20'000);
}

void TestLatency::whileABuildFloods()
{
    const Workspace space;
    const QString makefile = space.tree() + QStringLiteral("/Makefile");
    QVERIFY(kiln::test::writeFile(
        makefile,
        kiln::test::contents(makefile) +
            "\n$(O)/more.o: flood\n.PHONY: flood\nflood:\n"
            "\t@awk 'BEGIN { for (i = 0; i < 20000; ++i) {"
            " printf(\"  CC      libexample: a/long/name/of/file_%d.o\\n\", i);"
            " if (i % 100 == 0)"
            " printf(\"main.c:%d:2: warning: unused variable v%d\\n\", i + 1, i) } }'\n"));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QTest::qWait(200);
    TurnMeter meter;
    meter.start();
    window->actions()->build->trigger();
    // The configuration is saved first, on a thread of its own.
    QVERIFY(waitInTurns([&window] { return window->runs()->isBusy(); }, 10'000));
    QVERIFY(waitInTurns(
        [&window] {
            return !window->runs()->isBusy() && window->runPage()->buildView()->isComplete();
        },
        60'000));
    meter.run(100);
    meter.stop();
    QVERIFY(window->runPage()->buildView()->document()->blockCount() > 20'000);
    QCOMPARE(window->issues()->warningCount(), 200);
    QVERIFY2(report("a build prints 20000 lines and 200 warnings", meter),
             qPrintable(meter.text()));
}

QTEST_MAIN(TestLatency)
#include "latency_test.moc"
