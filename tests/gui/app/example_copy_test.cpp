// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../workbench/fixture.h"

#include "workbench/folder_copy.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace kiln;

/// An example of a read-only installation is copied to work on.
class TestExampleCopy : public QObject
{
    Q_OBJECT

private slots:
    void copies();
    void leavesWhatIsThere();
    void saysWhereItFailed();
};

namespace {

/// An example of files that nobody may write.
QString example(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(QStringLiteral("installed/hello"));
    const QStringList names{QStringLiteral("Makefile.uk"), QStringLiteral("src/main.c"),
                            QStringLiteral("build/old.o")};
    for (const QString &name : names) {
        const QString file = path + QLatin1Char('/') + name;
        if (!kiln::test::writeFile(file, name.toUtf8()) ||
            !QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadGroup))
            return {};
    }
    return path;
}

} // namespace

void TestExampleCopy::copies()
{
    const QTemporaryDir folder;
    const QString from = example(folder);
    QVERIFY(!from.isEmpty());
    const auto copied = copyExample(from, folder.path());
    QVERIFY(copied.has_value());
    QCOMPARE(*copied, folder.filePath(QStringLiteral("hello")));
    QCOMPARE(kiln::test::contents(*copied + QStringLiteral("/Makefile.uk")),
             QByteArray("Makefile.uk"));
    const QString source = *copied + QStringLiteral("/src/main.c");
    QCOMPARE(kiln::test::contents(source), QByteArray("src/main.c"));
    QVERIFY(QFile::permissions(source) & QFile::WriteOwner);
    QVERIFY(isWritableFolder(*copied));
    QVERIFY(!QFileInfo::exists(*copied + QStringLiteral("/build")));
}

void TestExampleCopy::leavesWhatIsThere()
{
    const QTemporaryDir folder;
    const QString from = example(folder);
    const QString mine = folder.filePath(QStringLiteral("hello/mine.txt"));
    QVERIFY(kiln::test::writeFile(mine, "mine"));
    const auto copied = copyExample(from, folder.path());
    QVERIFY(!copied.has_value());
    QVERIFY(copied.error().text().contains(folder.filePath(QStringLiteral("hello"))));
    QCOMPARE(kiln::test::contents(mine), QByteArray("mine"));
    QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("hello/Makefile.uk"))));
}

void TestExampleCopy::saysWhereItFailed()
{
    const QTemporaryDir folder;
    const QString from = example(folder);
    const QString nowhere = folder.filePath(QStringLiteral("no/such/folder"));
    const auto copied = copyExample(from, nowhere);
    QVERIFY(!copied.has_value());
    QVERIFY(copied.error().text().contains(nowhere));
    QVERIFY(!QFileInfo::exists(nowhere));
}

QTEST_MAIN(TestExampleCopy)
#include "example_copy_test.moc"
