// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/terminal_view.h"

#include <QAccessible>
#include <QtTest>

#include <private/qguiapplication_p.h>
#include <qpa/qplatformaccessibility.h>
#include <qpa/qplatformintegration.h>

using namespace kiln;

namespace {

/// What screen readers were told.
QStringList told;

void listen(QAccessibleEvent *event)
{
    if (qobject_cast<TerminalView *>(event->object()) == nullptr)
        return;
    switch (event->type()) {
    case QAccessible::TextInserted: {
        const auto *insert = static_cast<QAccessibleTextInsertEvent *>(event);
        told.append(
            QStringLiteral("+%1 %2").arg(insert->changePosition()).arg(insert->textInserted()));
        break;
    }
    case QAccessible::TextRemoved: {
        const auto *remove = static_cast<QAccessibleTextRemoveEvent *>(event);
        told.append(
            QStringLiteral("-%1 %2").arg(remove->changePosition()).arg(remove->textRemoved()));
        break;
    }
    case QAccessible::TextUpdated: {
        const auto *update = static_cast<QAccessibleTextUpdateEvent *>(event);
        told.append(QStringLiteral("=%1 %2>%3")
                        .arg(update->changePosition())
                        .arg(update->textRemoved(), update->textInserted()));
        break;
    }
    case QAccessible::TextCaretMoved:
        told.append(QStringLiteral("caret %1")
                        .arg(static_cast<QAccessibleTextCursorEvent *>(event)->cursorPosition()));
        break;
    case QAccessible::TextSelectionChanged:
        told.append(QStringLiteral("selection"));
        break;
    default:
        break;
    }
}

} // namespace

class TestTerminalAccess : public QObject
{
    Q_OBJECT

    void write(const QByteArray &bytes)
    {
        m_view->write(bytes);
        QTRY_VERIFY(m_view->screen().text().contains(QString::fromUtf8(m_last)));
        QTest::qWait(1); // what is told is told in the same turn
    }
    [[nodiscard]] QAccessibleTextInterface *text() const
    {
        return QAccessible::queryAccessibleInterface(m_view.get())->textInterface();
    }
    [[nodiscard]] QPoint cell(int line, int column) const
    {
        return m_view->cellRect({line, column}).center();
    }

    std::unique_ptr<TerminalView> m_view;
    QByteArray m_last;

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QAccessible::installUpdateHandler(listen);
    }
    void init()
    {
        m_view = std::make_unique<TerminalView>();
        m_view->resize(600, 200);
        // As when a screen reader is started.
        QGuiApplicationPrivate::platformIntegration()->accessibility()->setActive(true);
        QVERIFY(QAccessible::isActive());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_last.clear();
    }
    void cleanupTestCase() { QAccessible::installUpdateHandler(nullptr); }

    void textAndCaret()
    {
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(m_view.get());
        QCOMPARE(access->role(), QAccessible::Terminal);
        QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Console of the guest"));
        QVERIFY(access->state().readOnly);
        m_view->setInputEnabled(true);
        QVERIFY(access->state().editable);
        m_last = "$";
        write("One \xE6\xBC\xA2\xE5\xAD\x97 x\r\n$ ");
        QCOMPARE(text()->text(0, -1), QStringLiteral("One 漢字 x\n$ "));
        QCOMPARE(text()->characterCount(), 11);
        QCOMPARE(text()->cursorPosition(), 11);
        int start = 0;
        int end = 0;
        QCOMPARE(text()->textAtOffset(5, QAccessible::LineBoundary, &start, &end),
                 QStringLiteral("One 漢字 x\n"));
        QCOMPARE(start, 0);
        // Where a character is: behind two that are two cells wide.
        QCOMPARE(text()->characterRect(7).topLeft(),
                 m_view->viewport()->mapToGlobal(m_view->cellRect({0, 9}).topLeft()));
        QCOMPARE(text()->characterRect(4).width(), 2 * text()->characterRect(0).width());
        QCOMPARE(text()->offsetAtPoint(m_view->viewport()->mapToGlobal(cell(0, 9))), 7);
        QCOMPARE(text()->offsetAtPoint(m_view->viewport()->mapToGlobal(QPoint(-5, -5))), -1);
    }

    void outputIsTold()
    {
        m_last = "first";
        write("first\r\n");
        told.clear();
        m_last = "second";
        write("second\r\nmore");
        QCOMPARE(told,
                 QStringList({QStringLiteral("+6 second\nmore"), QStringLiteral("caret 17")}));
        told.clear();
        m_last = "75%";
        write("\r75%e"); // over what is there
        QCOMPARE(told.value(0), QStringLiteral("=13 mor>75%"));
        // What a screen reader has by the events is what it would read.
        QString known = text()->text(0, -1);
        told.clear();
        for (int i = 0; i < 200; ++i) {
            m_last = "line " + QByteArray::number(i) + ";";
            write("\r\n" + m_last);
            for (const QString &event : std::as_const(told)) {
                if (event.startsWith(QLatin1String("caret")))
                    continue;
                const qsizetype blank = event.indexOf(u' ');
                const int at = event.mid(1, blank - 1).toInt();
                const QString change = event.mid(blank + 1);
                QVERIFY2(event[0] != u'=', qPrintable(event)); // lines only move up
                if (event[0] == u'+')
                    known.insert(at, change);
                else
                    known.remove(at, change.size());
            }
            told.clear();
            QCOMPARE(known, text()->text(0, -1));
        }
        QVERIFY(m_view->topLine() > 100);
    }

    void selection()
    {
        m_last = "three";
        write("one two\r\nthree");
        QCOMPARE(text()->selectionCount(), 0);
        told.clear();
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {},
                          m_view->cellRect({0, 4}).topLeft() + QPoint(0, 3));
        QTest::mouseMove(m_view->viewport(), m_view->cellRect({1, 2}).topLeft() + QPoint(0, 3));
        QVERIFY(told.contains(QStringLiteral("selection")));
        QCOMPARE(text()->selectionCount(), 1);
        int start = 0;
        int end = 0;
        text()->selection(0, &start, &end);
        QCOMPARE(text()->text(start, end), QStringLiteral("two\nth"));
        // As a screen reader selects.
        text()->setSelection(0, 0, 3);
        QCOMPARE(m_view->selection().second, (TerminalView::Place{0, 3}));
        text()->selection(0, &start, &end);
        QCOMPARE(text()->text(start, end), QStringLiteral("one"));
        text()->removeSelection(0);
        QCOMPARE(text()->selectionCount(), 0);
    }

    void olderLinesAreReadWhereTheyAreLookedAt()
    {
        for (int i = 0; i < 60; ++i)
            m_view->write("row " + QByteArray::number(i) + "\r\n");
        m_last = "row 59";
        write("\r\n");
        QVERIFY(!text()->text(0, -1).contains(QStringLiteral("row 0\n")));
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_PageUp, Qt::ShiftModifier);
        QCOMPARE(m_view->topLine(), 0);
        QVERIFY(text()->text(0, -1).startsWith(QStringLiteral("row 0\nrow 1\n")));
    }
};

QTEST_MAIN(TestTerminalAccess)

#include "terminal_access_test.moc"
