// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files of the editor: bytes that nobody edits stay, others change the file, crashes lose nothing.
#include "source_fixture.h"

#include "../turn_meter.h"
#include "widgets/difference_dialog.h"
#include "widgets/editor_document.h"
#include "widgets/find_bar.h"
#include "widgets/notice_bar.h"
#include "workbench/text_journal.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QToolButton>

#include <csignal>
#include <cstdio>

using namespace kiln;

class TestCodeEditorFiles : public QObject, private test::SourceFixture
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { close(); }
    void keepsBytes_data();
    void keepsBytes();
    void untouchedLinesStay();
    void typesLineEndsOfTheFile();
    void largeFilesDoNotBlock();
    void foldsLargeFiles();
    void findsInLargeFiles();
    void replacesInLargeFiles();
    void replacingCanBeStopped();
    void savesWaitForReplacing();
    void takesOutsideChanges();
    void asksWhenBothChanged();
    void removedFiles_data();
    void removedFiles();
    void reloadsBehindASave();
    void failedSavesKeepTheText();
    void crashLosesNothing();

private:
    bool save()
    {
        bool isDone = false;
        bool isGood = false;
        pane()->document()->save([&](const Result<void> &result) {
            isDone = true;
            isGood = result.has_value();
        });
        return QTest::qWaitFor([&] { return isDone; }, 20'000) && isGood;
    }
    QPushButton *button(const QString &text)
    {
        for (auto *each : pane()->notice()->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
};

static QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestCodeEditorFiles::keepsBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("trailing blanks") << QByteArray("a  \t\n\tb \n\n\n");
    QTest::newRow("no newline") << QByteArray("config A\n\tbool");
    QTest::newRow("crlf") << QByteArray("a\r\nb\r\n");
    QTest::newRow("mixed") << QByteArray("a\r\nb\nc\rd");
    QTest::newRow("latin1") << QByteArray("gr\xfc\xdf\n");
    QTest::newRow("bom") << QByteArray("\xef\xbb\xbfint a;\n");
    QTest::newRow("broken utf8") << QByteArray("\xc3\xbc \xc3\n\xff\n");
    QTest::newRow("controls") << QByteArray("a\fb\x1b[0m\n\x01\n");
    QTest::newRow("empty") << QByteArray();
}

void TestCodeEditorFiles::keepsBytes()
{
    QFETCH(QByteArray, text);
    const QString file = write(QStringLiteral("a.c"), text);
    QVERIFY(show(file));
    QCOMPARE(pane()->document()->bytes(), text);
    QVERIFY(!pane()->isModified());
    editor()->setFocus();
    editor()->setCursorPosition(0, 0);
    QTest::keyClicks(editor(), QStringLiteral("x"));
    QVERIFY(pane()->isModified());
    QVERIFY(save());
    QVERIFY(!pane()->isModified());
    QCOMPARE(contents(file), "x" + text);
    editor()->undo();
    QVERIFY(pane()->isModified());
    QVERIFY(save());
    QCOMPARE(contents(file), text);
}

/// Random edits of single lines: all others are as they were, byte for byte.
void TestCodeEditorFiles::untouchedLinesStay()
{
    QRandomGenerator random(3);
    QByteArrayList lines;
    const QByteArrayList ends{"\n", "\n", "\n", "\r\n"};
    for (int i = 0; i < 60; ++i) {
        QByteArray line;
        for (int j = random.bounded(20); j > 0; --j)
            line += char(random.bounded(4) == 0 ? '\t' : 32 + random.bounded(95));
        if (random.bounded(4) == 0)
            line += "  ";
        if (random.bounded(5) == 0)
            line += "\xc3\xa4";
        lines.append(line + ends[random.bounded(int(ends.size()))]);
    }
    const QString file = write(QStringLiteral("a.c"), lines.join());
    QVERIFY(show(file));
    editor()->setFocus();
    for (int round = 0; round < 25; ++round) {
        const int line = random.bounded(int(lines.size()));
        editor()->setCursorPosition(line, 0);
        if (random.bounded(2) == 0) {
            QTest::keyClicks(editor(), QStringLiteral("new"));
            lines[line].prepend("new");
        } else if (lines[line].trimmed().size() > 1 && uchar(lines[line][0]) < 0x80) {
            QTest::keyClick(editor(), Qt::Key_Delete);
            lines[line].remove(0, 1);
        }
        QVERIFY(!pane()->isModified() || save());
        QCOMPARE(contents(file), lines.join());
    }
}

void TestCodeEditorFiles::typesLineEndsOfTheFile()
{
    const QString file = write(QStringLiteral("a.c"), "a\r\nb\r\n");
    QVERIFY(show(file));
    editor()->setFocus();
    editor()->setCursorPosition(0, 1);
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(save());
    QCOMPARE(contents(file), QByteArray("a\r\n\r\nb\r\n"));
    const QString latin = write(QStringLiteral("b.c"), "\xfc\n");
    QVERIFY(show(latin));
    editor()->setCursorPosition(0, 0);
    QTest::sendKeyEvent(QTest::Click, editor(), Qt::Key_Adiaeresis, QStringLiteral("ä"),
                        Qt::NoModifier);
    QVERIFY(save());
    QCOMPARE(contents(latin), QByteArray("\xe4\xfc\n"));
}

void TestCodeEditorFiles::largeFilesDoNotBlock()
{
    const QByteArray line = "static const char text[] = \"what a generated file is full of\";\n";
    const QByteArray text = line.repeated(int((50 << 20) / line.size()));
    const QString file = write(QStringLiteral("large.c"), text);
    test::TurnMeter meter;
    meter.run(50);
    meter.start();
    QVERIFY(pane()->open({file, 5, 0}));
    QVERIFY(test::waitInTurns([this] { return pane()->document()->isComplete(); }, 60'000));
    meter.run(300);
    meter.stop();
    qInfo("open: %s", qPrintable(meter.text()));
    QVERIFY2(meter.work() <= test::TurnMeter::slice, qPrintable(meter.text()));
    editor()->setFocus();
    // At the end, too, where everything is before the cursor.
    editor()->SendScintilla(QsciScintilla::SCI_DOCUMENTEND);
    meter.measure(
        QStringLiteral("type at the end"),
        [this] { QTest::keyClicks(editor(), QStringLiteral("yz")); }, [] { return true; });
    QTest::keyClick(editor(), Qt::Key_Return);
    QTest::keyClick(editor(), Qt::Key_Backspace);
    QTest::keyClick(editor(), Qt::Key_Backspace);
    QTest::keyClick(editor(), Qt::Key_Backspace);
    editor()->SendScintilla(QsciScintilla::SCI_DOCUMENTSTART);
    QTest::keyClicks(editor(), QStringLiteral("x"));
    meter.run(50);
    meter.start();
    bool isSaved = false;
    pane()->document()->save([&](const Result<void> &result) { isSaved = result.has_value(); });
    QVERIFY(test::waitInTurns([&] { return isSaved; }, 60'000));
    meter.stop();
    qInfo("save: %s", qPrintable(meter.text()));
    QVERIFY2(meter.work() <= test::TurnMeter::slice, qPrintable(meter.text()));
    QCOMPARE(QFile(file).size(), qint64(text.size() + 1));
}

void TestCodeEditorFiles::foldsLargeFiles()
{
    const QByteArray function = "/// Says how much it is, and what of it there is.\n"
                                "static int amount_of_it(const struct thing *thing, int most)\n"
                                "{\n    if (thing->amount > most) {\n        return most;\n    }\n"
                                "    return thing->amount;\n}\n\n";
    const int functions = 90'000 / 9;
    const QString file = write(QStringLiteral("large.c"), function.repeated(functions));
    QVERIFY(QFileInfo(file).size() > (3 << 19));
    test::TurnMeter meter;
    meter.measure(
        QStringLiteral("open %1 lines").arg(9 * functions),
        [&] {
            (void)pane()->open({file, 0, 0});
        },
        [&] { return pane()->isFinished(); });
    const auto shownLines = [this] {
        return editor()->SendScintilla(QsciScintilla::SCI_VISIBLEFROMDOCLINE,
                                       uintptr_t(editor()->lines() - 1), 0L);
    };
    const long all = editor()->lines() - 1;
    QCOMPARE(shownLines(), all);
    editor()->setCursorPosition(all - 5, 0); // in the last function's condition
    meter.measure(QStringLiteral("the first fold"), [this] { pane()->toggleFold(); });
    QVERIFY(shownLines() < all);
    meter.measure(QStringLiteral("unfold all"), [this] { pane()->toggleAllFolds(); });
    QCOMPARE(shownLines(), all);
    meter.measure(
        QStringLiteral("fold all"), [this] { pane()->toggleAllFolds(); },
        [&] { return shownLines() == 4 * functions; });
    // Changed its mind in the midst of it.
    pane()->toggleAllFolds();
    pane()->toggleAllFolds();
    pane()->toggleAllFolds();
    QTest::qWait(100);
    QCOMPARE(shownLines(), all);

    // Where there would be too many that is said.
    QSignalSpy problem(pane(), &CodeEditor::problem);
    QVERIFY(show(write(QStringLiteral("larger.c"), function.repeated(2 * functions))));
    pane()->toggleFold();
    QCOMPARE(problem.count(), 1);
    QVERIFY(problem.first().first().value<Problem>().what.contains(QStringLiteral("do not fold")));
}

void TestCodeEditorFiles::findsInLargeFiles()
{
    const QByteArray line = "static const char text[] = \"what a generated file is full of\";\n";
    const QByteArray text =
        line.repeated(int((20 << 20) / line.size())) + "needle\n" + line.repeated(1000);
    QVERIFY(show(write(QStringLiteral("large.txt"), text)));
    FindBar bar;
    bar.setEditor(pane());
    bar.start(false);
    bar.findEdit()->setText(QStringLiteral("needle"));
    test::TurnMeter meter;
    const auto look = [&](const QString &what, bool forward) {
        meter.measure(
            what, [&] { bar.findNext(forward); }, [&] { return !bar.isBusy(); });
    };
    look(QStringLiteral("forward over 20 MiB"), true);
    const long place = text.indexOf("needle");
    QCOMPARE(editor()->SendScintilla(QsciScintilla::SCI_GETSELECTIONSTART), place);
    QCOMPARE(editor()->SendScintilla(QsciScintilla::SCI_GETSELECTIONEND), place + 6);
    editor()->SendScintilla(QsciScintilla::SCI_SETEMPTYSELECTION, 0UL);
    look(QStringLiteral("backwards around the end"), false);
    QCOMPARE(editor()->SendScintilla(QsciScintilla::SCI_GETSELECTIONSTART), place);
    bar.findEdit()->setText(QStringLiteral("no such thing"));
    look(QStringLiteral("for what is not there"), true);
    QCOMPARE(bar.message(), QStringLiteral("Not found"));
    // A match over the end of a piece.
    QTest::mouseClick(bar.regexButton(), Qt::LeftButton);
    bar.findEdit()->setText(QStringLiteral("of\";\\nneedle\\nstatic"));
    look(QStringLiteral("over lines"), true);
    QCOMPARE(editor()->SendScintilla(QsciScintilla::SCI_GETSELECTIONSTART), place - 5);
    bar.setEditor(nullptr);
}

void TestCodeEditorFiles::replacesInLargeFiles()
{
    const QByteArray line = "static const char text[] = \"what a generated file is full of\";\n";
    const int lines = int((20 << 20) / line.size());
    const QString file = write(QStringLiteral("large.txt"), line.repeated(lines));
    QVERIFY(show(file));
    editor()->setCursorPosition(0, 0);
    FindBar bar;
    bar.setEditor(pane());
    bar.start(true);
    bar.findEdit()->setText(QStringLiteral("generated"));
    bar.replaceEdit()->setText(QStringLiteral("longish, made"));
    test::TurnMeter meter;
    meter.measure(
        QStringLiteral("%1 matches in 20 MiB").arg(lines), [&] { bar.replaceAll(); },
        [&] { return !bar.isBusy(); });
    QVERIFY2(bar.message().contains(QString::number(lines)), qPrintable(bar.message()));
    QByteArray after = line;
    after.replace("generated", "longish, made");
    QVERIFY(pane()->document()->bytes() == after.repeated(lines));
    QVERIFY(pane()->isModified() && !editor()->isReadOnly());
    // One step, of several turns.
    const auto isFree = [this] { return !pane()->document()->isHeld(); };
    meter.measure(
        QStringLiteral("undone"),
        [this] {
            editor()->undo();
            QTest::keyClicks(editor(), QStringLiteral("x")); // does nothing
        },
        isFree);
    QVERIFY(pane()->document()->bytes() == line.repeated(lines));
    QVERIFY(!pane()->isModified() && !editor()->isReadOnly());
    meter.measure(
        QStringLiteral("redone"), [this] { editor()->redo(); }, isFree);
    QVERIFY(pane()->document()->bytes() == after.repeated(lines));
    QVERIFY(pane()->isModified());
    // Steps before and after it are others.
    QTest::keyClicks(editor(), QStringLiteral("later"));
    editor()->undo();
    QVERIFY(isFree() && pane()->document()->bytes() == after.repeated(lines));
    editor()->undo();
    QVERIFY(!isFree());
    QVERIFY(test::waitInTurns(isFree));
    QVERIFY(pane()->document()->bytes() == line.repeated(lines));
    editor()->redo();
    QVERIFY(test::waitInTurns(isFree));
    QVERIFY(save());
    QVERIFY(contents(file) == after.repeated(lines));
    bar.setEditor(nullptr);
}

void TestCodeEditorFiles::replacingCanBeStopped()
{
    const QByteArray text = QByteArray("one two three\n").repeated(700'000);
    QVERIFY(show(write(QStringLiteral("large.txt"), text)));
    FindBar bar;
    bar.setEditor(pane());
    bar.start(true);
    bar.findEdit()->setText(QStringLiteral("two"));
    bar.replaceEdit()->setText(QStringLiteral("2"));
    // Before anything is replaced, and when something is.
    for (const bool isLate : {false, true}) {
        bar.replaceAll();
        QVERIFY(bar.isBusy() && editor()->isReadOnly());
        QTest::keyClicks(editor(), QStringLiteral("x")); // does nothing
        if (isLate)
            QVERIFY(QTest::qWaitFor([&] { return editor()->length() < text.size(); }, 30'000));
        QVERIFY(bar.isBusy());
        QTest::keyClick(bar.findEdit(), Qt::Key_Escape);
        QVERIFY(!bar.isBusy() && bar.isVisible());
        QVERIFY(QTest::qWaitFor([this] { return !pane()->document()->isHeld(); }, 30'000));
        QVERIFY(pane()->document()->bytes() == text);
        QVERIFY(!pane()->isModified() && !editor()->isReadOnly());
    }
    // So does another file in the same editor.
    bar.replaceAll();
    QVERIFY(QTest::qWaitFor([&] { return editor()->length() < text.size(); }, 30'000));
    QVERIFY(show(write(QStringLiteral("b.txt"), "two\n")));
    QVERIFY(!bar.isBusy());
    QTest::keyClicks(editor(), QStringLiteral("x"));
    QCOMPARE(pane()->text(), QStringLiteral("xtwo\n"));
    bar.setEditor(nullptr);
}

/// On disk there is the text before or after, never one between.
void TestCodeEditorFiles::savesWaitForReplacing()
{
    const QByteArray text = QByteArray("one two three\n").repeated(300'000);
    const QString file = write(QStringLiteral("large.txt"), text);
    QVERIFY(show(file));
    FindBar bar;
    bar.setEditor(pane());
    bar.start(true);
    bar.findEdit()->setText(QStringLiteral("two"));
    bar.replaceEdit()->setText(QStringLiteral("2"));
    bar.replaceAll();
    QVERIFY(QTest::qWaitFor([&] { return editor()->length() < text.size(); }, 30'000));
    QVERIFY(bar.isBusy());
    const QString other = file + QStringLiteral(".other");
    bool isOtherSaved = false;
    bool isSaved = false;
    pane()->document()->save([&](const Result<void> &result) { isSaved = result.has_value(); });
    pane()->document()->saveAs(
        other, [&](const Result<void> &result) { isOtherSaved = result.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(isSaved && isOtherSaved, 30'000);
    QVERIFY(!bar.isBusy());
    QByteArray after = text;
    after.replace("two", "2");
    QVERIFY(contents(file) == after);
    QVERIFY(contents(other) == after);
    QCOMPARE(pane()->file(), other);
    bar.setEditor(nullptr);
}

void TestCodeEditorFiles::takesOutsideChanges()
{
    const QString file = write(QStringLiteral("a.c"), "one\ntwo\nthree\n");
    QVERIFY(show(file));
    editor()->setCursorPosition(2, 2);
    write(QStringLiteral("a.c"), "one\n2\nthree\n");
    QTRY_COMPARE(pane()->document()->bytes(), QByteArray("one\n2\nthree\n"));
    QVERIFY(!pane()->isModified());
    QCOMPARE(pane()->cursorPlace().line, 3);
    // By replacing the file, as editors do; then it is still watched.
    for (const char *text : {"replaced\n", "once more\n"}) {
        const QString other = write(QStringLiteral("b"), text);
        QCOMPARE(
            ::rename(QFile::encodeName(other).constData(), QFile::encodeName(file).constData()), 0);
        QTRY_COMPARE(pane()->document()->bytes(), QByteArray(text));
    }
    // It is a step that can be undone.
    editor()->undo();
    QCOMPARE(pane()->document()->bytes(), QByteArray("replaced\n"));
}

void TestCodeEditorFiles::asksWhenBothChanged()
{
    const QString file = write(QStringLiteral("a.c"), "one\ntwo\n");
    const auto bothChange = [&](const QByteArray &theirs) {
        editor()->setFocus();
        editor()->setCursorPosition(0, 0);
        QTest::keyClicks(editor(), QStringLiteral("m"));
        write(QStringLiteral("a.c"), theirs);
        return QTest::qWaitFor([this] { return button(QStringLiteral("Keep Mine")) != nullptr; });
    };
    QVERIFY(show(file));
    QVERIFY(bothChange("theirs\n"));
    QVERIFY(!save()); // not over theirs without a word
    QCOMPARE(contents(file), QByteArray("theirs\n"));
    QSignalSpy compare(pane(), &CodeEditor::compareRequested);
    QTest::mouseClick(button(QStringLiteral("Compare")), Qt::LeftButton);
    QCOMPARE(compare.count(), 1);
    const DifferenceDialog dialog(file, pane()->document()->bytes(), contents(file));
    const QString shown = dialog.view()->toPlainText();
    QVERIFY2(shown.contains(QStringLiteral("− theirs")) && shown.contains(QStringLiteral("+ mone")),
             qPrintable(shown));
    QTest::mouseClick(button(QStringLiteral("Keep Mine")), Qt::LeftButton);
    QVERIFY(pane()->isModified());
    QVERIFY(save());
    QCOMPARE(contents(file), QByteArray("mone\ntwo\n"));

    QVERIFY(bothChange("theirs again\n"));
    QTest::mouseClick(button(QStringLiteral("Reload")), Qt::LeftButton);
    QCOMPARE(pane()->document()->bytes(), QByteArray("theirs again\n"));
    QVERIFY(!pane()->isModified());
    editor()->undo(); // mine are one step away
    QCOMPARE(pane()->document()->bytes(), QByteArray("mmone\ntwo\n"));
}

void TestCodeEditorFiles::removedFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("text") << QByteArray("one\n");
    // Nobody can edit it here: its bytes are as dear.
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\1\xff\xc3\r\n\0\n",
                                          13);
}

void TestCodeEditorFiles::removedFiles()
{
    QFETCH(QByteArray, text);
    const QString file = write(QStringLiteral("a.c"), text);
    QVERIFY(show(file));
    QVERIFY(QFile::remove(file));
    QTRY_VERIFY(button(QStringLiteral("Save It Again")));
    QVERIFY(pane()->isModified());
    QTest::mouseClick(button(QStringLiteral("Save It Again")), Qt::LeftButton);
    QTRY_COMPARE(contents(file), text);
    QTRY_VERIFY(!pane()->isModified());
}

/// A text that is too long to be compared is read anew; what is being written is on disk before.
void TestCodeEditorFiles::reloadsBehindASave()
{
    const QByteArray text = QByteArray("a line of a long text\n").repeated(300'000);
    const QString file = write(QStringLiteral("a.c"), text);
    QVERIFY(show(file));
    editor()->setFocus();
    QTest::keyClicks(editor(), QStringLiteral("x"));
    bool isSaved = false;
    pane()->document()->save([&](const Result<void> &result) { isSaved = result.has_value(); });
    QTRY_VERIFY(!pane()->document()->isHeld() || isSaved); // the disk is at work
    pane()->document()->reload();
    QVERIFY(!pane()->isModified() || !pane()->document()->isReadOnly());
    QTRY_VERIFY(isSaved && !pane()->isModified() && !pane()->document()->isReadOnly());
    QVERIFY(contents(file) == "x" + text);
    QVERIFY(pane()->document()->bytes() == "x" + text);
}

void TestCodeEditorFiles::failedSavesKeepTheText()
{
    QVERIFY(QDir().mkpath(QFileInfo(write(QStringLiteral("x"), {})).path() +
                          QStringLiteral("/folder")));
    const QString file = write(QStringLiteral("folder/a.c"), "one\n");
    QVERIFY(show(file));
    editor()->setFocus();
    QTest::keyClicks(editor(), QStringLiteral("x"));
    QVERIFY(QDir(QFileInfo(file).path()).removeRecursively());
    Problem problem;
    bool isDone = false;
    pane()->document()->save(
        [&](const Result<void> &result) {
            isDone = true;
            if (!result)
                problem = result.error();
        },
        true);
    QTRY_VERIFY(isDone);
    QVERIFY(problem.remedy.contains(QStringLiteral("save under another name")));
    QVERIFY(pane()->isModified());
    QCOMPARE(pane()->document()->bytes(), QByteArray("xone\n"));
    // The way out.
    const QString other = QFileInfo(write(QStringLiteral("x"), {})).path() + QStringLiteral("/b.c");
    bool isSaved = false;
    pane()->document()->saveAs(other,
                               [&](const Result<void> &result) { isSaved = result.has_value(); });
    QTRY_VERIFY(isSaved);
    QCOMPARE(contents(other), QByteArray("xone\n"));
    QCOMPARE(pane()->file(), other);
    QVERIFY(!pane()->isModified());
}

void TestCodeEditorFiles::crashLosesNothing()
{
    const QString file = write(QStringLiteral("a.c"), "one\n");
    const QString journals = QFileInfo(file).path() + QStringLiteral("/journals");
    QProcess victim;
    victim.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--victim"), file, journals});
    QVERIFY(victim.waitForReadyRead());
    victim.kill(); // SIGKILL
    QVERIFY(victim.waitForFinished());
    QCOMPARE(contents(file), QByteArray("one\n"));
    const QList<TextRecovery> found = TextJournal::find(journals);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().text, QByteArray("unsaved\none\n"));
    QVERIFY(show(file));
    pane()->document()->takeText(found.first().text);
    QCOMPARE(pane()->text(), QStringLiteral("unsaved\none\n"));
    QVERIFY(pane()->isModified());
    editor()->undo();
    QCOMPARE(pane()->text(), QStringLiteral("one\n"));
}

/// A session that types, tells so, and waits to be killed.
static int beVictim(const QString &file, const QString &journals)
{
    CodeEditor editor(journals);
    editor.show();
    if (!editor.open({file, 0, 0}) || !QTest::qWaitFor([&] { return editor.isFinished(); }))
        return 1;
    QTest::keyClicks(editor.editor(), QStringLiteral("unsaved"));
    QTest::keyClick(editor.editor(), Qt::Key_Return);
    // The journal is another thread's work.
    QTest::qWait(300);
    std::puts("typed");
    std::fflush(stdout);
    QTest::qWait(60'000);
    return 1;
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1String("--victim"))
        return beVictim(arguments[2], arguments[3]);
    TestCodeEditorFiles tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "code_editor_files_test.moc"
