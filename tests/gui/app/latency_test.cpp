// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_driver.h"

#include <QElapsedTimer>

using namespace kiln;
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

private:
    /// Milliseconds; generous, as test machines are shared.
    static constexpr qint64 limit = 100;

    void startProbe()
    {
        m_longest = 0;
        m_clock.start();
        m_probe.start();
    }
    qint64 stopProbe()
    {
        m_probe.stop();
        return m_longest;
    }

    QTimer m_probe;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

void TestLatency::initTestCase()
{
    kiln::test::useScratchSettings();
    m_probe.setTimerType(Qt::PreciseTimer);
    m_probe.setInterval(1);
    connect(&m_probe, &QTimer::timeout, this,
            [this] { m_longest = std::max(m_longest, m_clock.restart()); });
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
    startProbe();
    QVERIFY(window.open(space.app()));
    QTest::qWait(100);
    const qint64 loading = stopProbe();
    startProbe();
    QVERIFY(window.toggle(QStringLiteral("OPTION_500")));
    QTest::qWait(50);
    const qint64 toggling = stopProbe();
    QCOMPARE(window.value("OPTION_500"), QStringLiteral("y"));
    window.session()->undo();
    qInfo("event loop, longest wait: %lld ms while %d options load, %lld ms around a toggle",
          loading, options, toggling);
    QVERIFY2(loading < limit, qPrintable(QString::number(loading)));
    QVERIFY2(toggling < limit, qPrintable(QString::number(toggling)));
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
    startProbe();
    QVERIFY(QTest::qWaitFor(
        [&window] {
            return window->runPage()->logView()->model()->rowCount() == lines &&
                   !window->runs()->isBusy();
        },
        60'000));
    const qint64 flooding = stopProbe();
    qInfo("event loop, longest wait: %lld ms while a guest prints %d lines", flooding, lines);
    QVERIFY2(flooding < limit, qPrintable(QString::number(flooding)));
    QTRY_VERIFY_WITH_TIMEOUT(window->runPage()->console()->screen().text().endsWith(
                                 QStringLiteral("message number 49999")),
                             20'000);
}

QTEST_MAIN(TestLatency)
#include "latency_test.moc"
