// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../turn_meter.h"

#include "widgets/terminal_screen.h"
#include "widgets/terminal_view.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QtTest>

using namespace kiln;

class TestTerminal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void showsText();
    void overwritesInPlace();
    void colours();
    void scrollsBack();
    void survivesResizing();
    void sendsKeys();
    void copiesCells();
    void resizedLinesAreBlank();
    void drawsCells();
    void viewSkipsWhatIsFarBehind();
    void viewSendsAndReceives();
    void viewTakesMuch();
    void staysResponsive();
};

void TestTerminal::showsText()
{
    TerminalScreen screen(10, 40);
    screen.write("Hello world!\nSecond\r\nümläut 漢字\n");
    QCOMPARE(screen.text(), QStringLiteral("Hello world!\nSecond\nümläut 漢字"));
    QCOMPARE(screen.cursorRow(), 3);
    QCOMPARE(screen.cursorColumn(), 0);
}

void TestTerminal::overwritesInPlace()
{
    TerminalScreen screen(10, 40);
    screen.write("first\nsecond\n");
    // As a spinner does: to the line's start, two lines up, write anew.
    screen.write("\r\033[2Aspin1\nspin2\n");
    QCOMPARE(screen.text(), QStringLiteral("spin1\nspin2d"));
    screen.write("50%\r75%");
    QCOMPARE(screen.lineText(2), QStringLiteral("75%"));
}

void TestTerminal::colours()
{
    TerminalScreen screen(4, 40);
    std::vector<QColor> colors(18, QColor(Qt::gray));
    colors[1] = Qt::red;
    screen.setColors(colors);
    screen.write("\033[31mred\033[0m plain \033[1mbold\033[0m \033[38;2;1;2;3mrgb");
    const TerminalLine line = screen.line(0);
    QCOMPARE(line[0].foreground, QColor(Qt::red));
    QVERIFY(!line[4].foreground.isValid());
    QVERIFY(line[10].bold);
    QCOMPARE(line[15].foreground, QColor(1, 2, 3));
}

void TestTerminal::scrollsBack()
{
    TerminalScreen screen(4, 20);
    for (int i = 0; i < 10; ++i)
        screen.write("line " + QByteArray::number(i) + "\n");
    QCOMPARE(screen.lineCount(), 11);
    QCOMPARE(screen.lineText(0), QStringLiteral("line 0"));
    QCOMPARE(screen.lineText(9), QStringLiteral("line 9"));
    screen.reset();
    QCOMPARE(screen.lineCount(), 4);
    QCOMPARE(screen.text(), QString());
}

void TestTerminal::survivesResizing()
{
    TerminalScreen screen(4, 20);
    for (int i = 0; i < 10; ++i)
        screen.write("line " + QByteArray::number(i) + "\n");
    screen.resize(8, 30);
    QVERIFY(screen.text().contains(QStringLiteral("line 0\nline 1\nline 2")));
    QVERIFY(screen.text().endsWith(QStringLiteral("line 9")));
    screen.resize(3, 25);
    QVERIFY(screen.text().endsWith(QStringLiteral("line 9")));
}

void TestTerminal::sendsKeys()
{
    TerminalScreen screen(4, 20);
    QByteArray sent;
    screen.onOutput = [&sent](const QByteArray &bytes) { sent += bytes; };
    QVERIFY(screen.sendKey(Qt::Key_A, Qt::NoModifier, QStringLiteral("a")));
    QVERIFY(screen.sendKey(Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r")));
    QVERIFY(screen.sendKey(Qt::Key_C, Qt::ControlModifier, QStringLiteral("\x03")));
    QVERIFY(screen.sendKey(Qt::Key_Up, Qt::NoModifier, {}));
    QVERIFY(screen.sendKey(Qt::Key_Udiaeresis, Qt::NoModifier, QStringLiteral("ü")));
    QCOMPARE(sent, QByteArray("a\r\x03\x1b[A\xc3\xbc"));
    QVERIFY(!screen.sendKey(Qt::Key_Shift, Qt::ShiftModifier, {}));
    sent.clear();
    screen.paste(QStringLiteral("two\nlines"));
    QCOMPARE(sent, QByteArray("two\rlines"));
    // A question of the guest for the cursor's place is answered.
    sent.clear();
    screen.write("\033[6n");
    QCOMPARE(sent, QByteArray("\033[1;1R"));
    // A guest that asked for it is told where a paste begins and ends.
    sent.clear();
    screen.write("\033[?2004h");
    screen.paste(QStringLiteral("rm *\n"));
    QCOMPARE(sent, QByteArray("\033[200~rm *\r\033[201~"));
    sent.clear();
    screen.write("\033[?2004l");
    screen.paste(QStringLiteral("x"));
    QCOMPARE(sent, QByteArray("x"));
}

void TestTerminal::copiesCells()
{
    TerminalScreen screen(4, 40);
    screen.write("漢字 after wide ones   \nnext");
    QCOMPARE(screen.lineText(0, 5, 10), QStringLiteral("after"));
    QCOMPARE(screen.lineText(0, 2, 4), QStringLiteral("字"));
    QCOMPARE(screen.lineText(0), QStringLiteral("漢字 after wide ones"));
    QCOMPARE(screen.usedLines(), 2);
    // The same from the scroll-back.
    screen.write("\n\n\n\n");
    QCOMPARE(screen.lineText(0, 5, 10), QStringLiteral("after"));
    QCOMPARE(screen.usedLines(), 2);

    TerminalView view;
    view.resize(600, 300);
    view.show();
    view.write("one two\r\nthree");
    QTRY_COMPARE(view.screen().text(), QStringLiteral("one two\nthree"));
    const QFontMetrics metrics(view.font());
    const int cell = metrics.horizontalAdvance(QLatin1Char('M'));
    const auto at = [&](int line, int column) {
        return QPoint(8 + column * cell, 8 + line * metrics.height() + metrics.height() / 2);
    };
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, at(0, 4));
    QTest::mouseMove(view.viewport(), at(1, 2));
    QMouseEvent drag(QEvent::MouseMove, at(1, 3), view.viewport()->mapToGlobal(at(1, 3)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view.viewport(), &drag);
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at(1, 3));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("two\nthr"));
}

/// Lines that come back from the scroll-back have no black behind them.
void TestTerminal::resizedLinesAreBlank()
{
    TerminalScreen screen(2, 20);
    screen.write("first\nsecond\nthird");
    QCOMPARE(screen.lineCount(), 3);
    screen.resize(3, 30);
    QCOMPARE(screen.lineText(0), QStringLiteral("first"));
    for (const TerminalCell &cell : screen.line(0)) {
        QVERIFY(!cell.background.isValid());
        QVERIFY(!cell.foreground.isValid());
    }
}

/// The end is right also when the guest was too fast for the screen, and memory has a bound.
void TestTerminal::viewSkipsWhatIsFarBehind()
{
    TerminalView view;
    view.resize(800, 400);
    view.show();
    QByteArray block;
    while (block.size() < 1 << 20)
        block += "\033[31mred\033[0m text that nobody will see, line after line after line\r\n";
    for (int i = 0; i < 64; ++i)
        view.write(block);
    view.write("the \033[1mend\033[0m");
    QTRY_VERIFY_WITH_TIMEOUT(view.screen().text().endsWith(QStringLiteral("the end")), 20'000);
    QCOMPARE(view.screen().lineCount(), int(TerminalScreen::mostLines) + view.screen().rows());
    QCOMPARE(view.screen().lineText(0),
             QStringLiteral("red text that nobody will see, line after line after line"));
}

/// Each character is in its cell, in its colour, whether the font has it or must borrow it.
void TestTerminal::drawsCells()
{
    TerminalView view;
    view.resize(600, 300);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.write("\033[38;2;255;0;0mH\033[0m \033[1;38;2;0;0;255mH\033[0m e\xcc\x81 "
               "\033[48;2;0;255;0m \033[0m\033[4;38;2;0;128;0m \033[0m");
    QTRY_VERIFY(view.screen().text().startsWith(QLatin1String("H H")));
    const QFontMetrics metrics(view.font());
    const QSize cell(metrics.horizontalAdvance(QLatin1Char('M')), metrics.height());
    view.viewport()->update();
    const QImage image = view.viewport()->grab().toImage();
    // The pixels of a cell that are far from the base colour, and the one that is farthest.
    const auto ink = [&](int column) {
        const QColor base = view.palette().color(QPalette::Base);
        std::pair<int, QColor> found{0, base};
        int farthest = 60;
        for (int x = 0; x < cell.width(); ++x) {
            for (int y = 0; y < cell.height(); ++y) {
                const QColor color = image.pixelColor(8 + column * cell.width() + x, 8 + y);
                const int distance = std::abs(color.red() - base.red()) +
                                     std::abs(color.green() - base.green()) +
                                     std::abs(color.blue() - base.blue());
                found.first += distance > 60 ? 1 : 0;
                if (distance > farthest) {
                    farthest = distance;
                    found.second = color;
                }
            }
        }
        return found;
    };
    QVERIFY(ink(0).first > 5);
    QVERIFY(ink(0).second.red() > 200 && ink(0).second.green() < 120);
    QCOMPARE(ink(1).first, 0);
    QVERIFY(ink(2).first > ink(0).first); // bold
    QVERIFY(ink(2).second.blue() > 200 && ink(2).second.red() < 120);
    QVERIFY(ink(4).first > 5);
    QCOMPARE(ink(5).first, 0);
    QCOMPARE(ink(6).first, cell.width() * cell.height());
    QCOMPARE(ink(7).first, cell.width()); // the line under a blank
    QCOMPARE(ink(7).second, QColor(0, 128, 0));
    QCOMPARE(ink(9).first, 0);
}

void TestTerminal::viewSendsAndReceives()
{
    TerminalView view;
    view.resize(600, 300);
    view.show();
    QSignalSpy input(&view, &TerminalView::input);
    QTest::keyClicks(&view, QStringLiteral("ignored"));
    QCOMPARE(input.count(), 0);
    view.setInputEnabled(true);
    QTest::keyClicks(&view, QStringLiteral("ls"));
    QTest::keyClick(&view, Qt::Key_Return);
    QTest::keyClick(&view, Qt::Key_Tab);
    QByteArray sent;
    for (const QList<QVariant> &call : input)
        sent += call.first().toByteArray();
    QCOMPARE(sent, QByteArray("ls\r\t"));
    view.write("answer\n");
    QTRY_COMPARE(view.screen().text(), QStringLiteral("answer"));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("answer"));
    view.clear();
    QCOMPARE(view.screen().text(), QString());
}

void TestTerminal::viewTakesMuch()
{
    TerminalView view;
    view.resize(800, 400);
    view.show();
    QByteArray text;
    for (int i = 0; i < 20'000; ++i)
        text += "line " + QByteArray::number(i) + "\r\n";
    view.write(text);
    QTRY_VERIFY_WITH_TIMEOUT(view.screen().text().endsWith(QStringLiteral("line 19999")), 20'000);
    QVERIFY(view.screen().lineCount() <= int(TerminalScreen::mostLines) + view.screen().rows());
}

void TestTerminal::staysResponsive()
{
    TerminalView view;
    view.resize(800, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QTest::qWait(50);
    QByteArray text;
    for (int i = 0; i < 50'000; ++i)
        text += "\033[32mline\033[0m number " + QByteArray::number(i) + " of a long output\r\n";
    kiln::test::TurnMeter meter;
    meter.start();
    view.write(text);
    // The end of the output is the last line but the empty one the cursor is in.
    QVERIFY(kiln::test::waitInTurns([&view] {
        const int last = view.screen().lineCount() - 2;
        return view.screen().lineText(last).startsWith(QStringLiteral("line number 49999"));
    }));
    meter.run(50);
    meter.stop();
    qInfo("a console shows 50000 lines: %s", qPrintable(meter.text()));
    QVERIFY2(meter.isGood(), qPrintable(meter.text()));

    const QSignalSpy copied(QApplication::clipboard(), &QClipboard::dataChanged);
    meter.start();
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(kiln::test::waitInTurns([&copied] { return copied.count() > 0; }));
    meter.stop();
    QVERIFY(QApplication::clipboard()->text().endsWith(
        QStringLiteral("line number 49999 of a long output")));
    QVERIFY(QApplication::clipboard()->text().count(QLatin1Char('\n')) >=
            int(TerminalScreen::mostLines) - 1);
    qInfo("all of it is copied: %s", qPrintable(meter.text()));
    QVERIFY2(meter.isGood(), qPrintable(meter.text()));
}

QTEST_MAIN(TestTerminal)
#include "terminal_test.moc"
