// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The editor: options as links, proposals and hovers; marks of errors; folds; large files.
#include "kconfig_fixture.h"
#include "source_fixture.h"

#include "../turn_meter.h"
#include "widgets/symbol_info.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QToolTip>

using namespace kiln;
using Theme = KSyntaxHighlighting::Theme;

class TestCodeEditor : public QObject, private test::SourceFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void largeFileDoesNotBlock_data();
    void largeFileDoesNotBlock();
    void goesToDefinition();
    void tellsValue();
};

void TestCodeEditor::init()
{
    renew();
}

void TestCodeEditor::cleanup()
{
    close();
}

void TestCodeEditor::largeFileDoesNotBlock_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("piece by piece") << (500 << 10);
    QTest::newRow("large") << (2 << 20);
    QTest::newRow("largest") << (50 << 20);
}

void TestCodeEditor::largeFileDoesNotBlock()
{
    QFETCH(int, size);
    QByteArray text;
    while (text.size() < size) {
        const QByteArray name = "OPTION_" + QByteArray::number(text.size());
        text +=
            "config " + name +
            "\n\tbool \"Prompt of it\"\n\tdepends on NET && (A || !B)\n\thelp\n\t  Some words of "
            "help for those who read it.\n\n";
    }
    const int lines = int(text.count('\n'));
    const QString file = write(QStringLiteral("Config.uk"), text);
    test::TurnMeter meter;
    meter.start();
    QVERIFY(pane()->open({file, lines - 5, 0}));
    QVERIFY(meter.waitFor([this, lines] { return editor()->lines() > lines; }));
    int cursorLine = 0;
    int column = 0;
    editor()->getCursorPosition(&cursorLine, &column);
    QCOMPARE(cursorLine, lines - 6);
    // Half a second of colouring is like all of it.
    QElapsedTimer clock;
    clock.start();
    QVERIFY(meter.waitFor([&clock] { return clock.elapsed() > 500; }));
    meter.stop();
    qInfo("%s", qPrintable(meter.text()));
    QVERIFY2(meter.work() <= test::TurnMeter::slice, qPrintable(meter.text()));
    QCOMPARE(styleOf(1, "config"), Theme::Keyword);
    QCOMPARE(pane()->text().toUtf8(), text);
    QVERIFY(editor()->markersAtLine(lines - 6) != 0);
    // A screen reader hears the line, however long the way to it is.
    auto *heard = QAccessible::queryAccessibleInterface(editor());
    QVERIFY(heard->textInterface() || size > (1 << 20));
    if (size > (1 << 20))
        QCOMPARE(heard->text(QAccessible::Value), editor()->text(lines - 6).trimmed());

    // To another one and back: nothing of the former is left, and neither takes long.
    meter.run(50);
    meter.start();
    QVERIFY(
        pane()->open({write(QStringLiteral("small.uk"), "config SMALL\n\tbool \"é\"\n"), 1, 0}));
    meter.run(100);
    meter.stop();
    QVERIFY2(meter.work() <= test::TurnMeter::slice, qPrintable(meter.text()));
    QCOMPARE(pane()->text(), QStringLiteral("config SMALL\n\tbool \"é\"\n"));
    // What is left in the middle of it is not waited for.
    QVERIFY(pane()->open({file, 1, 0}));
    QVERIFY(pane()->open({write(QStringLiteral("small.uk"), "config SMALL\n"), 1, 0}));
    QTest::qWait(100);
    QCOMPARE(pane()->text(), QStringLiteral("config SMALL\n"));
}

void TestCodeEditor::goesToDefinition()
{
    const test::Tree tree;
    const QString file = QString::fromStdString(std::string(
        tree.model().sources().path(tree.model().node(tree.model().root()).position.file)));
    QVERIFY(show(file));
    const kconfig::Configuration configuration(tree.loaded().model);
    pane()->setSymbolLookup(
        [&configuration](const QString &name) { return symbolInfo(configuration, name); });
    connect(pane(), &CodeEditor::openRequested, pane(), &CodeEditor::open);
    const QStringList lines = pane()->text().split(QLatin1Char('\n'));
    const int use = int(lines.indexOf(QStringLiteral("\tdepends on KVM")));
    const int definition = int(lines.indexOf(QStringLiteral("config KVM"))) + 1;
    QVERIFY(use > 0 && definition > 0);

    // F2 with the cursor on it
    editor()->setFocus();
    editor()->setCursorPosition(use, 13);
    QTest::keyClick(editor(), Qt::Key_F2);
    QCOMPARE(pane()->line(), definition);

    pane()->goTo(1);
    QVERIFY(pane()->line() != definition);

    // Ctrl+click on it; a click alone does nothing
    editor()->setFirstVisibleLine(0);
    const auto at = uintptr_t(lineStart(use + 1) + 13);
    const QPoint point(
        int(editor()->SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, long(at))) + 2,
        int(editor()->SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, long(at))) + 4);
    QTest::mouseClick(editor()->viewport(), Qt::LeftButton, {}, point);
    QVERIFY(pane()->line() != definition);
    QTest::mouseClick(editor()->viewport(), Qt::LeftButton, Qt::ControlModifier, point);
    QCOMPARE(pane()->line(), definition);

    // A keyword is no link, and a name in C needs its CONFIG_.
    QSignalSpy asked(pane(), &CodeEditor::openRequested);
    editor()->setCursorPosition(use, 3);
    QTest::keyClick(editor(), Qt::Key_F2);
    QCOMPARE(asked.count(), 0);
    QVERIFY(show(write(QStringLiteral("a.c"), "KVM\nCONFIG_KVM\n")));
    editor()->setCursorPosition(0, 1);
    QTest::keyClick(editor(), Qt::Key_F2);
    QCOMPARE(asked.count(), 0);
    editor()->setCursorPosition(1, 9);
    QTest::keyClick(editor(), Qt::Key_F2);
    QCOMPARE(asked.count(), 1);
}

void TestCodeEditor::tellsValue()
{
    test::Tree tree;
    QVERIFY(show(write(QStringLiteral("Makefile.uk"), "$(CONFIG_SPEED)\n")));
    QVERIFY(tree.apply({tree.symbol("CONSOLE"), "y"}).size() > 0);
    const auto info = symbolInfo(tree.configuration(), QStringLiteral("SPEED"));
    QVERIFY(info);
    QCOMPARE(info->summary, QStringLiteral("SPEED = 9600\nLine speed"));
    QCOMPARE(info->definitions.size(), 1);
    QVERIFY(!symbolInfo(tree.configuration(), QStringLiteral("NO_SUCH")));
    pane()->setSymbolLookup(
        [&tree](const QString &name) { return symbolInfo(tree.configuration(), name); });
    const QPoint point(int(editor()->SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, 5L)),
                       4);
    QHelpEvent help(QEvent::ToolTip, point, editor()->viewport()->mapToGlobal(point));
    QCoreApplication::sendEvent(editor()->viewport(), &help);
    QTRY_VERIFY(QToolTip::text().startsWith(QStringLiteral("SPEED = 9600")));
}

QTEST_MAIN(TestCodeEditor)
#include "code_editor_test.moc"
