// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The editor: options as links, proposals and hovers; marks of errors; folds; large files.
#include "kconfig_fixture.h"
#include "source_fixture.h"

#include "../turn_meter.h"
#include "widgets/editor_document.h"
#include "widgets/editor_issues.h"
#include "widgets/symbol_completion.h"
#include "widgets/symbol_info.h"

#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>
#include <QToolTip>
#include <QTreeWidget>

#include <algorithm>

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
    void tellsPromptValueAndHelp_data();
    void tellsPromptValueAndHelp();
    void paintsSourcesFromTheLeft();
    void saysWhyFileIsMissing();
    void marksErrorsWhileTyping();
    void proposesOptions_data();
    void proposesOptions();
    void proposalsAreShownWhole();
    void proposalsAreChosenByKeys();
    void foldsBlocks_data();
    void foldsBlocks();
    void coloursFollowEdits();

private:
    void type(const QString &text)
    {
        QTest::keyClicks(editor(), text);
        QTest::qWait(5);
    }
    /// Where a click or a pointer hits a byte of the text.
    [[nodiscard]] QPoint pointAt(long position) const
    {
        return {
            int(editor()->SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, position)) + 2,
            int(editor()->SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, position)) + 4};
    }
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
    QTest::newRow("largest") << (15 << 20);
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
    QVERIFY(test::waitInTurns([this] { return pane()->document()->isComplete(); }));
    QVERIFY(editor()->lines() > lines);
    int cursorLine = 0;
    int column = 0;
    editor()->getCursorPosition(&cursorLine, &column);
    QCOMPARE(cursorLine, lines - 6);
    // Half a second of colouring is like all of it.
    QElapsedTimer clock;
    clock.start();
    QVERIFY(test::waitInTurns([&clock] { return clock.elapsed() > 500; }));
    meter.stop();
    // Of development builds, too, only half as much again as of others: a turn of three times that
    // was one in which a million small pieces of memory were given back.
    constexpr double most = 8 * std::max(1., test::TurnMeter::leniency / 2);
    qInfo("open: %s", qPrintable(meter.text()));
    QVERIFY2(meter.work() <= most, qPrintable(meter.text()));
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
    qInfo("to another: %s", qPrintable(meter.text()));
    QVERIFY2(meter.work() <= most, qPrintable(meter.text()));
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
    const QPoint point = pointAt(lineStart(use + 1) + 13);
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
    const QPoint point = pointAt(5);
    QHelpEvent help(QEvent::ToolTip, point, editor()->viewport()->mapToGlobal(point));
    QCoreApplication::sendEvent(editor()->viewport(), &help);
    QTRY_VERIFY(QToolTip::text().startsWith(QStringLiteral("SPEED = 9600")));
}

void TestCodeEditor::tellsPromptValueAndHelp_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *tag, const char *name, const char *line) {
        QTest::newRow(tag) << QString::fromLatin1(name) << QString::fromLatin1(line);
    };
    row("Config.uk", "Config.uk", "if ALLOC\nendif\n");
    row("a condition", "Config.uk", "config A\n\tbool \"a\"\n\tdepends on !ALLOC\n");
    row("C", "main.c", "#ifdef CONFIG_ALLOC\n#endif\n");
    row("C, a macro", "main.c", "int a = IS_ENABLED(CONFIG_ALLOC);\n");
    row("Makefile.uk", "Makefile.uk", "LIB_SRCS-$(CONFIG_ALLOC) += a.c\n");
    row("assembler", "start.S", "#if CONFIG_ALLOC\n#endif\n");
}

void TestCodeEditor::tellsPromptValueAndHelp()
{
    QFETCH(QString, name);
    QFETCH(QString, line);
    test::Tree tree;
    pane()->setSymbolLookup(
        [&tree](const QString &option) { return symbolInfo(tree.configuration(), option); });
    QVERIFY(show(write(name, line.toUtf8())));
    const QPoint point = pointAt(line.indexOf(QLatin1String("ALLOC")) + 2);
    QHelpEvent help(QEvent::ToolTip, point, editor()->viewport()->mapToGlobal(point));
    QCoreApplication::sendEvent(editor()->viewport(), &help);
    QTRY_VERIFY(QToolTip::text().startsWith(QStringLiteral("ALLOC = n\nAllocator")));
    QVERIFY2(QToolTip::text().contains(QStringLiteral("Hands out memory.")),
             qPrintable(QToolTip::text()));
    QToolTip::hideText();
    QTRY_VERIFY(QToolTip::text().isEmpty() || !QToolTip::isVisible());
    // Not in a word that only looks like it.
    QVERIFY(show(write(QStringLiteral("other.c"), "int ALLOC;\n")));
    const QPoint other = pointAt(6);
    QHelpEvent none(QEvent::ToolTip, other, editor()->viewport()->mapToGlobal(other));
    QCoreApplication::sendEvent(editor()->viewport(), &none);
    QTest::qWait(20);
    QVERIFY(!QToolTip::isVisible());
}

/// Where words are written from right to left, sources are not.
void TestCodeEditor::paintsSourcesFromTheLeft()
{
    const auto picture = [this](Qt::LayoutDirection direction) {
        QGuiApplication::setLayoutDirection(direction);
        renew();
        if (!show(write(QStringLiteral("Config.uk"), "# (one) - two: three.\nconfig A\n")))
            return QImage();
        pane()->activateWindow();
        editor()->clearFocus(); // no blinking cursor
        editor()->setCaretWidth(0);
        QTest::qWait(100);
        return editor()->viewport()->grab().toImage();
    };
    const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    const QImage left = picture(Qt::LeftToRight);
    const QImage right = picture(Qt::RightToLeft);
    QVERIFY(!left.isNull());
    QCOMPARE(right, left);
    // The window's own painting, not only that of a picture of it.
    const QPoint origin = editor()->viewport()->mapTo(pane(), QPoint());
    const QImage window = pane()->grab(QRect(origin, left.size())).toImage();
    QCOMPARE(window, left);
}

void TestCodeEditor::saysWhyFileIsMissing()
{
    QVERIFY(!pane()->open({QStringLiteral("/no/such/file.c"), 1, 0}));
    QVERIFY(pane()->text().contains(QStringLiteral("/no/such/file.c")));
    QVERIFY(editor()->isReadOnly());
}

void TestCodeEditor::marksErrorsWhileTyping()
{
    QVERIFY(
        show(write(QStringLiteral("Config.uk"), "config A\n\tbool \"x\"\n\nconfig B\n\tbool\n")));
    QTest::qWait(400);
    QCOMPARE(pane()->issues()->count(), 0);
    editor()->setFocus();
    editor()->setCursorPosition(1, 3);
    type(QStringLiteral("l"));
    QTRY_COMPARE(pane()->issues()->count(), 1);
    const QString message = pane()->issues()->messageAt(1);
    QVERIFY2(!message.isEmpty(), "the second line is wrong");
    QVERIFY(editor()->markersAtLine(1) != 0);
    // The pointer over the words tells it.
    const QPoint point = pointAt(lineStart(2) + 2);
    QHelpEvent help(QEvent::ToolTip, point, editor()->viewport()->mapToGlobal(point));
    QCoreApplication::sendEvent(editor()->viewport(), &help);
    QTRY_COMPARE(QToolTip::text(), message);
    // It moves with its line, F8 goes there, and mended it is gone.
    editor()->setCursorPosition(0, 0);
    QTest::keyClick(editor(), Qt::Key_Return);
    QCOMPARE(pane()->issues()->messageAt(2), message);
    pane()->goToIssue(true);
    QCOMPARE(pane()->cursorPlace().line, 3);
    editor()->setCursorPosition(2, 3);
    QTest::keyClick(editor(), Qt::Key_Delete);
    QTRY_COMPARE(pane()->issues()->count(), 0);
}

void TestCodeEditor::proposesOptions_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("proposal"); // empty: none
    QTest::newRow("depends") << "Config.uk"
                             << "config X\n\tdepends on "
                             << "CON"
                             << "CONSOLE";
    QTest::newRow("and") << "Config.uk"
                         << "config X\n\tdepends on KVM && !"
                         << "spe"
                         << "SPEED";
    QTest::newRow("select") << "Config.uk"
                            << "config X\n\tselect "
                            << "DEV"
                            << "DEVICES";
    QTest::newRow("default if") << "Config.uk"
                                << "config X\n\tdefault y if "
                                << "DEV"
                                << "DEVICES";
    QTest::newRow("part") << "Config.uk"
                          << "if "
                          << "STAT"
                          << "ALLOC_STATS";
    QTest::newRow("prompt") << "Config.uk"
                            << "config X\n\tbool \""
                            << "CON"
                            << "";
    QTest::newRow("definition") << "Config.uk"
                                << "config "
                                << "CON"
                                << "";
    QTest::newRow("C") << "a.c"
                       << "#ifdef "
                       << "CONFIG_SP"
                       << "SPEED";
    QTest::newRow("C word") << "a.c"
                            << "int "
                            << "SPE"
                            << "";
    QTest::newRow("C comment") << "a.c"
                               << "/* x "
                               << "CONFIG_SP"
                               << "";
    QTest::newRow("makefile") << "Makefile.uk"
                              << "A-$("
                              << "CONFIG_AL"
                              << "ALLOC";
    QTest::newRow("assembler") << "a.S"
                               << "#if "
                               << "CONFIG_KV"
                               << "KVM";
}

void TestCodeEditor::proposesOptions()
{
    QFETCH(QString, name);
    QFETCH(QString, line);
    QFETCH(QString, typed);
    QFETCH(QString, proposal);
    test::Tree tree;
    pane()->setSymbolProposer(
        [&tree](const QString &word) { return proposeSymbols(tree.configuration(), word); });
    QVERIFY(show(write(name, line.toUtf8())));
    pane()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(pane()));
    editor()->setFocus();
    editor()->SendScintilla(QsciScintilla::SCI_DOCUMENTEND);
    type(typed);
    QTest::qWait(30);
    const auto *list = pane()->completion()->list();
    QCOMPARE(pane()->completion()->isVisible(), !proposal.isEmpty());
    if (!proposal.isEmpty()) {
        QCOMPARE(list->topLevelItem(0)->text(0), proposal);
        QTest::keyClick(editor(), Qt::Key_Tab);
        QVERIFY(!pane()->completion()->isVisible());
        const QString prefix =
            typed.startsWith(QLatin1String("CONFIG_")) ? QStringLiteral("CONFIG_") : QString();
        QCOMPARE(pane()->text(), line + prefix + proposal);
    }
}

/// No row and no line of the help text is cut, however many there are.
void TestCodeEditor::proposalsAreShownWhole()
{
    int count = 0;
    QString help;
    pane()->setSymbolProposer([&](const QString &) {
        QVector<SymbolProposal> proposals;
        for (int i = 0; i < count; ++i)
            proposals.append({QStringLiteral("NAME_%1").arg(i), QStringLiteral("A name, gjpqy"),
                              QStringLiteral("y"), i == 0 ? help : QString()});
        return proposals;
    });
    QVERIFY(show(write(QStringLiteral("Config.uk"), "if ")));
    pane()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(pane()));
    editor()->setFocus();
    editor()->setCursorPosition(0, 3);
    const SymbolCompletion *completion = pane()->completion();
    QTreeWidget *list = completion->list();
    // From many to few as well: it gets smaller, too.
    for (const int rows : {1, 3, 9, 30, 2}) {
        for (const char *text : {"", "Short.", "Long enough to need more than one line. "}) {
            count = rows;
            help = QString::fromLatin1(text).repeated(6);
            pane()->complete();
            QVERIFY(completion->isVisible());
            QTest::qWait(20);
            const int shown = std::min(rows, 9);
            const QRect last = list->visualItemRect(list->topLevelItem(shown - 1));
            const QRect port = list->viewport()->rect();
            QVERIFY2(last.isValid() && port.contains(QPoint(port.left(), last.bottom())),
                     qPrintable(QStringLiteral("%1 rows: the last ends at %2, there is room to %3")
                                    .arg(rows)
                                    .arg(last.bottom())
                                    .arg(port.bottom())));
            QVERIFY(port.bottom() - last.bottom() < last.height()); // nor is there room for more
            const auto *label = completion->findChild<QLabel *>();
            QCOMPARE(label->isVisible(), *text != 0);
            QVERIFY2(!label->isVisible() ||
                         label->height() >= label->heightForWidth(label->width()),
                     qPrintable(QStringLiteral("%1 of %2 pixels of the help text")
                                    .arg(label->height())
                                    .arg(label->heightForWidth(label->width()))));
            QVERIFY(completion->height() - list->height() -
                        (label->isVisible() ? label->height() : 0) <
                    10);
            QTest::keyClick(editor(), Qt::Key_Escape);
        }
    }
}

void TestCodeEditor::proposalsAreChosenByKeys()
{
    test::Tree tree;
    pane()->setSymbolProposer(
        [&tree](const QString &word) { return proposeSymbols(tree.configuration(), word); });
    QVERIFY(show(write(QStringLiteral("Config.uk"), "if ")));
    pane()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(pane()));
    editor()->setFocus();
    editor()->setCursorPosition(0, 3);
    pane()->complete();
    const auto *list = pane()->completion()->list();
    QVERIFY(pane()->completion()->isVisible());
    QVERIFY(list->topLevelItemCount() > 5);
    type(QStringLiteral("AL"));
    QTRY_COMPARE(list->topLevelItemCount(), 3); // ALLOC, ALLOC_STATS, LEVEL_ALL
    QCOMPARE(list->topLevelItem(0)->text(1), QStringLiteral("Allocator"));
    QCOMPARE(list->topLevelItem(0)->text(2), QStringLiteral("n"));
    QCOMPARE(pane()->completion()->help(), QStringLiteral("Hands out memory."));
    QTest::keyClick(editor(), Qt::Key_Down);
    QCOMPARE(pane()->completion()->help(), QString());
    QTest::keyClick(editor(), Qt::Key_Escape);
    QVERIFY(!pane()->completion()->isVisible());
    QCOMPARE(pane()->text(), QStringLiteral("if AL"));
    pane()->complete();
    QTest::keyClick(editor(), Qt::Key_Down);
    QTest::keyClick(editor(), Qt::Key_Return);
    QCOMPARE(pane()->text(), QStringLiteral("if ALLOC_STATS"));
    editor()->undo();
    QCOMPARE(pane()->text(), QStringLiteral("if AL"));
}

void TestCodeEditor::foldsBlocks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("header"); // lines from 1
    QTest::addColumn<int>("last");
    QTest::newRow("C") << "a.c" << QByteArray("int f(void)\n{\n\tif (a) { // }\n\t}\n}\nint b;\n")
                       << 2 << 5;
    QTest::newRow("#if") << "a.c" << QByteArray("#if A\nint a;\n#endif\nint b;\n") << 1 << 3;
    QTest::newRow("menu") << "Config.uk"
                          << QByteArray("menu \"M\"\nconfig A\n\tbool\nendmenu\nconfig B\n\tbool\n")
                          << 1 << 4;
    QTest::newRow("config") << "Config.uk"
                            << QByteArray(
                                   "config A\n\tbool\n\thelp\n\t  if menu\nconfig B\n\tbool\n")
                            << 1 << 4;
    QTest::newRow("makefile") << "Makefile.uk"
                              << QByteArray("ifeq ($(A),y)\nB := 1\nendif\nC := 2\n") << 1 << 3;
    QTest::newRow("linker") << "a.lds.S" << QByteArray("SECTIONS\n{\n\t.text : { *(.text) }\n}\n\n")
                            << 2 << 4;
    QTest::newRow("assembler") << "a.S" << QByteArray(".macro x\n\tnop\n.endm\n\tret\n") << 1 << 3;
    QTest::newRow("Kraftfile")
        << "Kraftfile"
        << QByteArray("unikraft:\n  version: stable\n\n  kconfig:\n    A: y\nname: a\n") << 1 << 5;
}

void TestCodeEditor::foldsBlocks()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(int, header);
    QFETCH(int, last);
    QVERIFY(show(write(name, text)));
    editor()->setCursorPosition(header - 1, 0);
    pane()->toggleFold();
    const auto isVisible = [this](int line) {
        return editor()->SendScintilla(QsciScintilla::SCI_GETLINEVISIBLE, uintptr_t(line - 1)) != 0;
    };
    QVERIFY(isVisible(header));
    for (int line = header + 1; line <= last; ++line)
        QVERIFY2(!isVisible(line), qPrintable(QString::number(line)));
    QVERIFY(isVisible(last + 1));
    pane()->toggleFold();
    for (int line = 1; line < editor()->lines(); ++line)
        QVERIFY(isVisible(line));
}

void TestCodeEditor::coloursFollowEdits()
{
    QVERIFY(show(write(QStringLiteral("a.c"), "int a;\nint b;\n\nint c; */\nint d;\n")));
    QCOMPARE(styleOf(4, "int"), Theme::DataType);
    editor()->setFocus();
    editor()->setCursorPosition(1, 0);
    type(QStringLiteral("/* "));
    QTRY_COMPARE(styleOf(4, "int"), Theme::Comment);
    QCOMPARE(styleOf(5, "int"), Theme::DataType);
    QCOMPARE(styleOf(1, "int"), Theme::DataType);
    // Lines go and come above it.
    editor()->setCursorPosition(0, 0);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_COMPARE(styleOf(5, "int"), Theme::Comment);
    editor()->undo();
    editor()->undo();
    QTRY_COMPARE(styleOf(4, "int"), Theme::DataType);
    QTRY_VERIFY(pane()->isFinished());
}

QTEST_MAIN(TestCodeEditor)
#include "code_editor_test.moc"
