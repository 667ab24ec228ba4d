// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Dialogs that make applications, libraries and ports, by mouse and keys.
#include "../workbench/fixture.h"

#include "widgets/file_preview.h"
#include "widgets/new_project_dialog.h"
#include "widgets/path_edit.h"
#include "widgets/port_dialog.h"
#include "workbench/trust_store.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>

#include <algorithm>

using namespace kiln;

namespace {

void type(QLineEdit *edit, const QString &text)
{
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void click(QWidget *button)
{
    QTest::mouseClick(button, Qt::LeftButton);
}

/// What is in a folder, by path.
QList<NewFile> filesIn(const QString &folder)
{
    QList<NewFile> files;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        files.append({QDir(folder).relativeFilePath(path), test::contents(path)});
    }
    std::sort(files.begin(), files.end(),
              [](const NewFile &a, const NewFile &b) { return a.path < b.path; });
    return files;
}

/// A C program with a makefile that leaves a mark wherever it is read.
bool makeProgram(const QString &folder)
{
    return test::writeFile(folder + QStringLiteral("/Makefile"),
                           "mark := $(shell touch was-read)\n"
                           "hello: main.o sum.o\n\tgcc -o $@ $^\n"
                           "%.o: %.c\n\tgcc -O2 -DWORD=1 -c -o $@ $<\n") &&
           test::writeFile(folder + QStringLiteral("/main.c"),
                           "int sum(int, int);\nint main(void)\n{\n\treturn sum(1, -1);\n}\n") &&
           test::writeFile(folder + QStringLiteral("/sum.c"),
                           "int sum(int a, int b)\n{\n\treturn a + b;\n}\n");
}

} // namespace

class TestNewProjectDialogs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        static const QTemporaryDir settings;
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
        for (const QString &folder : TrustStore().folders())
            QVERIFY(TrustStore().forget(folder));
    }
    void application();
    void whatIsWrongIsSaid();
    void library();
    void portFromMake();
    void portFromLog();
};

void TestNewProjectDialogs::application()
{
    const QTemporaryDir folder;
    QPointer dialog = new NewProjectDialog(NewProjectDialog::Kind::application, folder.path(), {});
    const QSignalSpy created(dialog, &NewProjectDialog::created);
    dialog->open();
    type(dialog->nameEdit(), QStringLiteral("shop"));
    QCOMPARE(dialog->directory(), folder.filePath(QStringLiteral("shop")));
    // The preview follows the name and the template.
    QListWidget *files = dialog->preview()->list();
    const auto show = [&](const QString &name) {
        const auto found = files->findItems(name, Qt::MatchExactly);
        if (!found.isEmpty())
            files->setCurrentItem(found.first());
        return found.isEmpty() ? QString() : dialog->preview()->text()->toPlainText();
    };
    QVERIFY(show(QStringLiteral("Kraftfile")).contains(QStringLiteral("name: shop\n")));
    QVERIFY(show(QStringLiteral("main.c")).contains(QStringLiteral("main(")));
    dialog->templateBox()->setFocus();
    QTest::keyClick(dialog->templateBox(), Qt::Key_Down);
    QCOMPARE(dialog->templateBox()->currentData().toString(), QStringLiteral("cpp"));
    QVERIFY(files->findItems(QStringLiteral("main.c"), Qt::MatchExactly).isEmpty());
    QVERIFY(show(QStringLiteral("main.cpp")).contains(QStringLiteral("main(")));
    QVERIFY(!QFileInfo::exists(dialog->directory()));
    const auto expected =
        filesOfNewProject({QStringLiteral("cpp"), QStringLiteral("shop"), {}, {}, {}});
    QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    QTRY_COMPARE(created.size(), 1);
    QCOMPARE(created[0][0].toString(), folder.filePath(QStringLiteral("shop")));
    QCOMPARE(filesIn(created[0][0].toString()), *expected);
    QTRY_VERIFY(dialog.isNull());
}

void TestNewProjectDialogs::whatIsWrongIsSaid()
{
    const QTemporaryDir folder;
    QVERIFY(test::writeFile(folder.filePath(QStringLiteral("taken/file")), "mine"));
    NewProjectDialog dialog(NewProjectDialog::Kind::application, folder.path(), {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    type(dialog.nameEdit(), QStringLiteral("taken"));
    QVERIFY(!dialog.startButton()->isEnabled());
    QVERIFY(dialog.job()->text().contains(QStringLiteral("already")));
    type(dialog.nameEdit(), QStringLiteral("no name"));
    QVERIFY(!dialog.startButton()->isEnabled());
    QVERIFY(dialog.job()->text().contains(QStringLiteral("no name")));
    type(dialog.nameEdit(), QStringLiteral("good"));
    QVERIFY(dialog.startButton()->isEnabled());
    QCOMPARE(dialog.job()->text(), QString());
    QVERIFY(!dialog.job()->isVisible());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("taken")});
}

void TestNewProjectDialogs::library()
{
    const QTemporaryDir folder;
    QPointer dialog = new NewProjectDialog(NewProjectDialog::Kind::library, folder.path(), {});
    const QSignalSpy created(dialog, &NewProjectDialog::created);
    dialog->open();
    QVERIFY(!dialog->startButton()->isEnabled());
    type(dialog->nameEdit(), QStringLiteral("zlib"));
    type(dialog->versionEdit(), QStringLiteral("1.3.1"));
    type(dialog->sourceEdit(), QStringLiteral("https://example.org/$(x)"));
    QVERIFY(!dialog->startButton()->isEnabled());
    QVERIFY(dialog->job()->text().contains(QStringLiteral("no address")));
    type(dialog->sourceEdit(), QStringLiteral("https://example.org/zlib-1.3.1.tar.gz"));
    QVERIFY(dialog->startButton()->isEnabled());
    QVERIFY(!dialog->preview()
                 ->list()
                 ->findItems(QStringLiteral("exportsyms.uk"), Qt::MatchExactly)
                 .isEmpty());
    click(dialog->startButton());
    QTRY_COMPARE(created.size(), 1);
    const QString directory = folder.filePath(QStringLiteral("lib-zlib"));
    QCOMPARE(created[0][0].toString(), directory);
    QVERIFY(test::contents(directory + QStringLiteral("/Makefile.uk"))
                .contains("https://example.org/zlib-"));
}

/// Nothing of the folder runs before the user says so.
void TestNewProjectDialogs::portFromMake()
{
    const QTemporaryDir folder;
    const QString source = folder.filePath(QStringLiteral("hello-2.1"));
    QVERIFY(makeProgram(source));
    QPointer dialog = new PortDialog(folder.path());
    const QSignalSpy written(dialog, &PortDialog::written);
    dialog->open();
    type(dialog->sourceEdit()->edit(), source);
    QCOMPARE(dialog->folderEdit()->path(), folder.filePath(QStringLiteral("lib-hello")));
    QVERIFY(dialog->trustBox()->isVisible());
    QVERIFY(!dialog->readButton()->isEnabled() && !dialog->startButton()->isEnabled());
    dialog->trustBox()->setFocus();
    QTest::keyClick(dialog->trustBox(), Qt::Key_Space);
    QVERIFY(dialog->readButton()->isEnabled());
    QVERIFY(!QFileInfo::exists(source + QStringLiteral("/was-read")));
    click(dialog->readButton());
    QTRY_VERIFY(dialog->startButton()->isEnabled());
    QVERIFY(TrustStore().isTrusted(source));
    QVERIFY(QFileInfo::exists(source + QStringLiteral("/was-read")));
    QVERIFY(dialog->job()->text().contains(QStringLiteral("2 source")));
    QVERIFY(dialog->notes()->count() > 1);
    const auto hasNote = [&](const char *text) {
        return !dialog->notes()->findItems(QLatin1String(text), Qt::MatchContains).isEmpty();
    };
    QVERIFY(hasNote("main()") && hasNote("-O2"));
    QCOMPARE(dialog->programBox()->currentText(), QStringLiteral("hello"));
    const QString folderOfPort = dialog->folderEdit()->path();
    QVERIFY(!QFileInfo::exists(folderOfPort));
    click(dialog->startButton());
    QTRY_VERIFY2(!dialog || !dialog->job()->isRunning(), "");
    QVERIFY2(written.size() == 1, qPrintable(dialog ? dialog->job()->text() : QString()));
    const QByteArray makefile = test::contents(folderOfPort + QStringLiteral("/Makefile.uk"));
    QVERIFY(makefile.contains("/main.c") && makefile.contains("/sum.c"));
    QVERIFY(makefile.contains("-Dmain=hello_main") && makefile.contains("-DWORD=1"));
    QVERIFY(test::contents(folderOfPort + QStringLiteral("/Config.uk"))
                .contains("Provide main function"));
}

void TestNewProjectDialogs::portFromLog()
{
    const QTemporaryDir folder;
    const QString source = folder.filePath(QStringLiteral("hello"));
    QVERIFY(makeProgram(source));
    const QString log = folder.filePath(QStringLiteral("make.log"));
    QVERIFY(test::writeFile(log, "gcc -c -o main.o main.c\ngcc -c -o sum.o sum.c\n"
                                 "gcc -o hello main.o sum.o\n"));
    PortDialog dialog(folder.path());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    type(dialog.sourceEdit()->edit(), source);
    for (QRadioButton *button : dialog.findChildren<QRadioButton *>()) {
        if (!button->isChecked())
            click(button);
        else
            QVERIFY(dialog.trustBox()->isVisible());
        if (!dialog.trustBox()->isVisible())
            break;
    }
    QVERIFY(!dialog.trustBox()->isVisible());
    type(dialog.logEdit()->edit(), log);
    click(dialog.readButton());
    QTRY_VERIFY(dialog.startButton()->isEnabled());
    QVERIFY(!TrustStore().isTrusted(source));
    QVERIFY(!QFileInfo::exists(source + QStringLiteral("/was-read")));
    // Another source: what was read is of no use any more.
    type(dialog.sourceEdit()->edit(), folder.path());
    QVERIFY(!dialog.startButton()->isEnabled());
    QCOMPARE(dialog.preview()->list()->count(), 0);
}

QTEST_MAIN(TestNewProjectDialogs)
#include "new_project_dialogs_test.moc"
