// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Forms of texts, and saving them whole or not at all.
#include "fixture.h"

#include "workbench/text_file.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace kiln;

class TestTextFile : public QObject
{
    Q_OBJECT

private slots:
    void knowsForms_data();
    void knowsForms();
    void savesThroughLinksAndKeepsPermissions();
    void stampsTellChanges();
    void fullDiskLeavesTheFormerFile();
    void saysTheWayOut();
};

void TestTextFile::knowsForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isUtf8");
    QTest::addColumn<bool>("isBinary");
    QTest::addColumn<int>("end");
    QTest::addColumn<bool>("isMixed");
    const int lf = int(LineEnd::lf);
    const int crlf = int(LineEnd::crlf);
    QTest::newRow("empty") << QByteArray() << true << false << lf << false;
    QTest::newRow("plain") << QByteArray("a\nb\n") << true << false << lf << false;
    QTest::newRow("utf8") << QByteArray("gr\xc3\xbc\xc3\x9f\n") << true << false << lf << false;
    QTest::newRow("latin1") << QByteArray("gr\xfc\xdf\n") << false << false << lf << false;
    QTest::newRow("crlf") << QByteArray("a\r\nb\r\n") << true << false << crlf << false;
    QTest::newRow("mixed") << QByteArray("a\r\nb\r\nc\n") << true << false << crlf << true;
    QTest::newRow("cr") << QByteArray("a\rb\r") << true << false << int(LineEnd::cr) << false;
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\0",
                                          6)
                            << true << true << lf << false;
    // A character that lies across the end of what is looked at.
    QTest::newRow("cut") << QByteArray(((128 << 10) - 1), 'a') + "\xc3\xbc tail\n"
                         << true << false << lf << false;
}

void TestTextFile::knowsForms()
{
    QFETCH(QByteArray, text);
    const TextForm form = textForm(text);
    QTEST(form.isUtf8, "isUtf8");
    QTEST(form.isBinary, "isBinary");
    QTEST(int(form.lineEnd), "end");
    QTEST(form.hasMixedLineEnds, "isMixed");
}

void TestTextFile::savesThroughLinksAndKeepsPermissions()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("guest.sh"));
    QVERIFY(saveTextFile(path, {"old\n"}));
    const auto permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                             QFileDevice::ExeOwner | QFileDevice::ReadUser |
                             QFileDevice::WriteUser | QFileDevice::ExeUser;
    QVERIFY(QFile::setPermissions(path, permissions));
    const QString link = folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(path, link));
    const auto stamp = saveTextFile(link, {"ne", "", "w\n"});
    QVERIFY(stamp);
    QCOMPARE(*stamp, fileStamp(path));
    QCOMPARE(kiln::test::contents(path), QByteArray("new\n"));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(QFile::permissions(path) & QFileDevice::ExeOwner, QFileDevice::ExeOwner);
}

void TestTextFile::stampsTellChanges()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    QVERIFY(!fileStamp(path).exists);
    QVERIFY(saveTextFile(path, {"one"}));
    const FileStamp first = fileStamp(path);
    QCOMPARE(fileStamp(path), first);
    QVERIFY(saveTextFile(path, {"two"}));
    QVERIFY(!(fileStamp(path) == first));
}

void TestTextFile::fullDiskLeavesTheFormerFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.c"));
    QVERIFY(saveTextFile(path, {"whole\n"}));
    // A limit on the size of files fails writes as a full disk does.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit former{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &former), 0);
    rlimit low = former;
    low.rlim_cur = 64 << 10;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &low), 0);
    const auto saved = saveTextFile(path, {QByteArray(1 << 20, 'x')});
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &former), 0);
    QVERIFY(!saved);
    QCOMPARE(saved.error().where, path);
    QVERIFY(!saved.error().remedy.isEmpty());
    QCOMPARE(kiln::test::contents(path), QByteArray("whole\n"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestTextFile::saysTheWayOut()
{
    const QTemporaryDir folder;
    const auto isFolder = saveTextFile(folder.path(), {"x"});
    QVERIFY(!isFolder);
    QVERIFY(isFolder.error().remedy.contains(QStringLiteral("folder")));
    const auto gone = saveTextFile(folder.filePath(QStringLiteral("no/such/a.c")), {"x"});
    QVERIFY(!gone);
    QVERIFY(gone.error().remedy.contains(QStringLiteral("gone")));
    // Of what nobody can write, whoever runs this.
    const auto locked = saveTextFile(QStringLiteral("/proc/version"), {"x"});
    QVERIFY(!locked);
    QVERIFY(!locked.error().remedy.isEmpty());
}

QTEST_GUILESS_MAIN(TestTextFile)
#include "text_file_test.moc"
