// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finding and replacing in the place "Edit".
#include "edit_page_fixture.h"

#include "widgets/editor_document.h"
#include "widgets/editor_tabs.h"
#include "widgets/find_bar.h"

#include <QLineEdit>
#include <QToolButton>

using namespace kiln;
using kiln::test::writeFile;

class TestEditFind : public QObject, private kiln::test::EditPageFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { renew(); }
    void cleanup() { close(); }
    void findsAndReplaces();
    void findsRegularExpressions();
    void replacesAmongOddBytes();
    void findsInContext();
};

void TestEditFind::findsAndReplaces()
{
    const QByteArray text = "one two\nTwo ones\nTWO one\n";
    QVERIFY(writeFile(appFile("a.txt"), text));
    QVERIFY(open(appFile("a.txt")));
    QTest::keyClick(editor(), Qt::Key_F, Qt::ControlModifier);
    FindBar *bar = m_page->findBar();
    QVERIFY(bar->isVisible() && bar->findEdit()->hasFocus());
    QTest::keyClicks(bar->findEdit(), QStringLiteral("two"));
    QCOMPARE(editor()->selectedText(), QStringLiteral("two"));
    QTest::keyClick(bar->findEdit(), Qt::Key_Return);
    QCOMPARE(editor()->selectedText(), QStringLiteral("Two"));
    QTest::keyClick(bar->findEdit(), Qt::Key_Return);
    QTest::keyClick(bar->findEdit(), Qt::Key_Return); // around
    QCOMPARE(editor()->selectedText(), QStringLiteral("two"));
    QVERIFY(!bar->message().isEmpty());
    QTest::keyClick(bar->findEdit(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(editor()->selectedText(), QStringLiteral("TWO"));
    QTest::mouseClick(bar->caseButton(), Qt::LeftButton);
    QCOMPARE(editor()->selectedText(), QStringLiteral("two"));
    QVERIFY(bar->findNext());
    QCOMPARE(m_page->editor()->cursorPlace().line, 1);
    QTest::mouseClick(bar->wordButton(), Qt::LeftButton);
    bar->findEdit()->clear();
    QTest::keyClicks(bar->findEdit(), QStringLiteral("one"));
    QTest::keyClick(bar->findEdit(), Qt::Key_Escape);
    QVERIFY(!bar->isVisible() && editor()->hasFocus());

    // All whole words, as one step.
    QTest::keyClick(editor(), Qt::Key_H, Qt::ControlModifier);
    bar->findEdit()->setText(QStringLiteral("one"));
    QTest::keyClicks(bar->replaceEdit(), QStringLiteral("1"));
    editor()->setCursorPosition(0, 0);
    QTest::mouseClick(buttonOf(bar, QStringLiteral("Replace All")), Qt::LeftButton);
    QTRY_COMPARE(m_page->text(), QStringLiteral("1 two\nTwo ones\nTWO 1\n"));
    QTRY_VERIFY(!bar->isBusy());
    QVERIFY(bar->message().contains(u'2'));
    editor()->undo(); // what was replaced in several slices is brought back in several
    QTRY_COMPARE(m_page->text().toUtf8(), text);
    QTRY_VERIFY(!editor()->isReadOnly());
    QVERIFY(!m_page->editor()->isModified());
    // One after the other.
    QVERIFY(bar->findNext());
    QTest::mouseClick(buttonOf(bar, QStringLiteral("Replace")), Qt::LeftButton);
    QCOMPARE(m_page->text(), QStringLiteral("1 two\nTwo ones\nTWO one\n"));
    QCOMPARE(editor()->selectedText(), QStringLiteral("one"));
}

void TestEditFind::findsRegularExpressions()
{
    QVERIFY(writeFile(appFile("a.txt"), "größe=12\nlänge=345\n"));
    QVERIFY(open(appFile("a.txt")));
    FindBar *bar = m_page->findBar();
    bar->start(true);
    QTest::mouseClick(bar->regexButton(), Qt::LeftButton);
    QTest::keyClicks(bar->findEdit(), QStringLiteral("^(\\w+)=(\\d+)$"));
    QCOMPARE(editor()->selectedText().toUtf8(), QByteArray("größe=12"));
    bar->replaceEdit()->setText(QStringLiteral("\\2: \\1"));
    editor()->setCursorPosition(0, 0);
    bar->replaceAll();
    QTRY_VERIFY(!bar->isBusy());
    QVERIFY2(bar->message().contains(u'2'), qPrintable(bar->message()));
    QCOMPARE(m_page->text().toUtf8(), QByteArray("12: größe\n345: länge\n"));
    // An empty match is none, and what is no expression is told.
    bar->findEdit()->setText(QStringLiteral("x*"));
    QVERIFY(!bar->findNext());
    bar->findEdit()->setText(QStringLiteral("(("));
    QVERIFY(!bar->findNext());
    QVERIFY(bar->message().contains(QStringLiteral("expression")));
    bar->replaceAll();
    QVERIFY(!bar->isBusy());
    QCOMPARE(m_page->text().toUtf8(), QByteArray("12: größe\n345: länge\n"));
}

/// Marks of the byte order, and bytes that are no UTF-8, keep all others at their places.
void TestEditFind::replacesAmongOddBytes()
{
    const auto replaceAll = [this](const QByteArray &text, const QString &find, const QString &by) {
        if (!writeFile(appFile("odd.txt"), text) || !open(appFile("odd.txt")))
            return QByteArray("not open");
        FindBar *bar = m_page->findBar();
        bar->start(true);
        bar->findEdit()->setText(find);
        bar->replaceEdit()->setText(by);
        editor()->setCursorPosition(0, 0);
        bar->replaceAll();
        if (!QTest::qWaitFor([bar] { return !bar->isBusy(); }))
            return QByteArray("busy");
        const QByteArray now = m_page->editor()->document()->bytes();
        m_page->editor()->document()->discard();
        m_page->editor()->document()->reload();
        m_page->tabs()->closeUnmodified();
        return now;
    };
    QCOMPARE(replaceAll("\xef\xbb\xbfone two\n", QStringLiteral("two"), QStringLiteral("2")),
             QByteArray("\xef\xbb\xbfone 2\n"));
    // The beginning says UTF-8; a byte far behind does not.
    const QByteArray clean = QByteArray("pl\xc3\xa4in line\n").repeated(20'000);
    QCOMPARE(replaceAll(clean + "\xff pl\xc3\xa4in word\xfe two\n", QStringLiteral("word"),
                        QStringLiteral("wört")),
             clean + "\xff pl\xc3\xa4in w\xc3\xb6rt\xfe two\n");
}

/// A match may go over lines, and what stands around it counts.
void TestEditFind::findsInContext()
{
    QVERIFY(writeFile(appFile("a.txt"), "ab\nxb ab\nab\n"));
    QVERIFY(open(appFile("a.txt")));
    FindBar *bar = m_page->findBar();
    bar->start(true);
    QTest::mouseClick(bar->regexButton(), Qt::LeftButton);
    bar->findEdit()->setText(QStringLiteral("(?<=a)b"));
    editor()->setCursorPosition(0, 1); // in the midst of the first
    QVERIFY(bar->findNext());
    QCOMPARE(m_page->editor()->cursorPlace().line, 1);
    bar->replaceEdit()->setText(QStringLiteral("c"));
    bar->replace();
    QCOMPARE(m_page->text(), QStringLiteral("ac\nxb ab\nab\n"));
    QCOMPARE(m_page->editor()->cursorPlace().line, 2);
    bar->findEdit()->setText(QStringLiteral("b\\na"));
    QVERIFY(bar->findNext());
    QCOMPARE(editor()->selectedText(), QStringLiteral("b\na"));
    // Not from the midst of a line as if it were its beginning.
    bar->findEdit()->setText(QStringLiteral("^b"));
    editor()->setCursorPosition(1, 1);
    QVERIFY(!bar->findNext());
}

QTEST_MAIN(TestEditFind)
#include "edit_find_test.moc"
