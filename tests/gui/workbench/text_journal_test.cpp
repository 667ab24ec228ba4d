// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Journals of unsaved edits of text files.
#include "fixture.h"

#include "workbench/text_journal.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

using namespace kiln;
using kiln::test::writeFile;

class TestTextJournal : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatWasThere();
    void runningSessionsKeepTheirs();
    void comesToNothing();
    void tornAndChanged();
    void saysWhatIsNotProtected();
};

namespace {

/// A file and a folder for journals.
struct Desk
{
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("a.c"));
    QString journals = folder.filePath(QStringLiteral("journals"));

    explicit Desk(const QByteArray &text)
    {
        if (!writeFile(file, text))
            qFatal("the test's file could not be written");
    }
    /// Journals as a session that crashes leaves them.
    void edit(const std::function<void(TextJournal &)> &work) const
    {
        TextJournal journal(journals);
        journal.restart(file, fileStamp(file));
        work(journal);
        journal.wait();
    }
    [[nodiscard]] QList<TextRecovery> find() const { return TextJournal::find(journals); }
};

} // namespace

void TestTextJournal::tellsWhatWasThere()
{
    QRandomGenerator random(5);
    QByteArray text = "one\r\ntwo\xff\n\n";
    const Desk desk(text);
    desk.edit([&](TextJournal &journal) {
        for (int i = 0; i < 200; ++i) {
            const auto at = qsizetype(random.bounded(int(text.size()) + 1));
            const auto removed = qsizetype(random.bounded(int(text.size() - at) + 1)) / 2;
            const QByteArray added(random.bounded(5), char(random.bounded(256)));
            text.replace(at, removed, added);
            journal.edit(at, removed, added);
        }
    });
    const auto found = desk.find();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().text, text);
    QCOMPARE(found.first().file, desk.file);
    QVERIFY(!found.first().isTorn && !found.first().isOtherFile);
    TextJournal::forget(found.first());
    QVERIFY(desk.find().isEmpty());
    QVERIFY(QDir(desk.journals).entryList(QDir::Files).isEmpty());
}

void TestTextJournal::runningSessionsKeepTheirs()
{
    const Desk desk("text\n");
    {
        TextJournal journal(desk.journals);
        journal.restart(desk.file, fileStamp(desk.file));
        journal.edit(0, 0, "x");
        journal.wait();
        QVERIFY(desk.find().isEmpty());
    }
    QCOMPARE(desk.find().size(), 1);
}

void TestTextJournal::comesToNothing()
{
    const Desk desk("text\n");
    desk.edit([](TextJournal &journal) {
        journal.edit(0, 0, "x");
        journal.remove();
    });
    QVERIFY(desk.find().isEmpty());
    desk.edit([](TextJournal &journal) {
        journal.edit(0, 0, "x");
        journal.edit(0, 1, {}); // undone
    });
    QVERIFY(desk.find().isEmpty());
    QVERIFY(QDir(desk.journals).entryList(QDir::Files).isEmpty());
}

void TestTextJournal::tornAndChanged()
{
    const Desk desk("text\n");
    desk.edit([](TextJournal &journal) {
        journal.edit(0, 0, "A");
        journal.edit(1, 0, "B");
    });
    const QString name =
        QDir(desk.journals).entryList({QStringLiteral("*.text")}, QDir::Files).first();
    const QString path = desk.journals + u'/' + name;
    QByteArray journal = kiln::test::contents(path);
    journal.chop(4);
    QVERIFY(writeFile(path, journal));
    QVERIFY(writeFile(desk.file, "somebody else's\n"));
    const auto found = desk.find();
    QCOMPARE(found.size(), 1);
    QVERIFY(found.first().isTorn);
    QVERIFY(found.first().isOtherFile);
    QCOMPARE(found.first().text, QByteArray("Atext\n"));
}

void TestTextJournal::saysWhatIsNotProtected()
{
    const Desk desk("text\n");
    QVERIFY(writeFile(desk.journals, "no folder"));
    TextJournal journal(desk.journals);
    QSignalSpy failed(&journal, &TextJournal::failed);
    journal.restart(desk.file, fileStamp(desk.file));
    journal.edit(0, 0, "x");
    journal.edit(0, 0, "y");
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!failed.first().first().value<Problem>().remedy.isEmpty());

    // A file that is not as it was opened is no base for edits.
    TextJournal other(desk.folder.filePath(QStringLiteral("other")));
    QSignalSpy otherFailed(&other, &TextJournal::failed);
    const FileStamp former = fileStamp(desk.file);
    QVERIFY(writeFile(desk.file, "another text\n"));
    other.restart(desk.file, former);
    other.edit(0, 0, "x");
    QTRY_COMPARE(otherFailed.count(), 1);
}

QTEST_GUILESS_MAIN(TestTextJournal)
#include "text_journal_test.moc"
