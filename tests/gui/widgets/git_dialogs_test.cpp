// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clones and libraries by mouse and keys, from a server with a password and a certificate that
// nobody signed.
#include "../workbench/git_server.h"

#include "widgets/catalogue_model.h"
#include "widgets/clone_dialog.h"
#include "widgets/git_state_view.h"
#include "widgets/library_dialog.h"
#include "widgets/path_edit.h"
#include "widgets/repository_form.h"
#include "workbench/project_libraries.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTreeView>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace kiln;

namespace {

/// A server on the loopback address that takes calls and says nothing.
class SilentServer
{
public:
    SilentServer()
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        m_address.sin_family = AF_INET;
        m_address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof m_address;
        auto *address = reinterpret_cast<sockaddr *>(&m_address);
        m_isUp = ::bind(m_socket, address, size) == 0 && ::listen(m_socket, 8) == 0 &&
                 ::getsockname(m_socket, address, &size) == 0;
    }
    ~SilentServer() { ::close(m_socket); }
    SilentServer(const SilentServer &) = delete;
    SilentServer &operator=(const SilentServer &) = delete;

    [[nodiscard]] bool isUp() const { return m_isUp; }
    [[nodiscard]] int port() const { return ::ntohs(m_address.sin_port); }

private:
    int m_socket;
    sockaddr_in m_address{};
    bool m_isUp = false;
};

} // namespace

class TestGitDialogs : public QObject
{
    Q_OBJECT

    static void type(QLineEdit *edit, const QString &text)
    {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    static void click(QWidget *button) { QTest::mouseClick(button, Qt::LeftButton); }
    [[nodiscard]] static QDialog *prompt()
    {
        for (QWidget *each : QApplication::topLevelWidgets()) {
            if (each->objectName() == QLatin1String("credentials") && each->isVisible())
                return qobject_cast<QDialog *>(each);
        }
        return nullptr;
    }
    /// Answers the question for a password; an empty one cancels it.
    static bool answer(const QString &password)
    {
        if (!QTest::qWaitFor([] { return prompt() != nullptr; }, 20'000))
            return false;
        QDialog *dialog = prompt();
        if (password.isEmpty()) {
            QTest::keyClick(dialog, Qt::Key_Escape);
            return true;
        }
        type(dialog->findChild<QLineEdit *>(QStringLiteral("user")), QStringLiteral("me"));
        auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("password"));
        type(edit, password);
        QTest::keyClick(edit, Qt::Key_Return);
        return QTest::qWaitFor([dialog] { return prompt() != dialog; });
    }
    [[nodiscard]] QStringList entries(const QString &folder) const
    {
        return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    test::GitServer m_server;
    QTemporaryDir m_settings;

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QVERIFY(m_server.makeRepository());
        QVERIFY(m_server.git({"tag", "v1"}) && m_server.git({"branch", "next"}));
        QVERIFY(m_server.startHttps());
    }
    void catalogue();
    void certificateIsRefused();
    void versionsAndClone();
    void cancelLeavesNothing();
    void noPassword();
    void library();
    void libraryOfAFolder();
    void stateAndUpdate();
};

void TestGitDialogs::catalogue()
{
    const auto entries = readCatalogue();
    QVERIFY(entries);
    CatalogueModel model(*entries, {QStringLiteral("library")});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.rowCount() > 3 && model.rowCount() < entries->size());
    JobBar job;
    RepositoryForm form({QStringLiteral("library")}, QStringLiteral("0.16.0"), &job, {});
    form.show();
    const QSignalSpy changed(&form, &RepositoryForm::changed);
    QVERIFY(form.address().isEmpty() && !form.askButton()->isEnabled());
    type(form.addressEdit(), QStringLiteral("tcp/ip"));
    QVERIFY(form.address() == QStringLiteral("tcp/ip")); // a folder, as far as can be told
    type(form.addressEdit(), QStringLiteral("sockets"));
    QCOMPARE(form.catalogue()->model()->rowCount(), 1);
    QCOMPARE(form.name(), QStringLiteral("lwip"));
    QVERIFY(form.address().startsWith(QStringLiteral("https://")));
    QCOMPARE(form.version(), QStringLiteral("stable"));
    QVERIFY(!changed.isEmpty() && form.askButton()->isEnabled());
    type(form.addressEdit(), QStringLiteral("https://example.org/a/lib-b.git"));
    QCOMPARE(form.name(), QStringLiteral("lib-b"));
    QCOMPARE(form.version(), QString());
}

void TestGitDialogs::certificateIsRefused()
{
    const QTemporaryDir folder;
    CloneDialog dialog(folder.path(), {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    QVERIFY(!dialog.startButton()->isEnabled());
    type(dialog.repository()->addressEdit(), m_server.address());
    QCOMPARE(dialog.folderEdit()->path(), folder.filePath(QStringLiteral("x")));
    click(dialog.startButton());
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.job()->isRunning(), 20'000);
    QVERIFY2(dialog.job()->text().contains(QStringLiteral("localhost is not valid")),
             qPrintable(dialog.job()->text()));
    QVERIFY(dialog.job()->text().contains(QStringLiteral("install its certificate")));
    QVERIFY(dialog.isVisible() && dialog.startButton()->isEnabled());
    QCOMPARE(entries(folder.path()), QStringList());
    QVERIFY(m_server.trustCertificate());
}

void TestGitDialogs::versionsAndClone()
{
    const QTemporaryDir folder;
    QPointer dialog = new CloneDialog(folder.path(), {});
    const QSignalSpy cloned(dialog, &CloneDialog::cloned);
    dialog->open();
    RepositoryForm *form = dialog->repository();
    type(form->addressEdit(), m_server.address());
    click(form->askButton());
    // First a wrong password, then the right one.
    QVERIFY(answer(QStringLiteral("wrong")));
    QVERIFY(answer(QStringLiteral("secret")));
    QTRY_VERIFY(!dialog->job()->isRunning());
    QVERIFY2(form->versionBox()->count() >= 3, qPrintable(dialog->job()->text()));
    QCOMPARE(form->version(), QStringLiteral("main"));
    QCOMPARE(form->versionBox()->itemText(1), QStringLiteral("next"));
    QVERIFY(form->versionBox()->findText(QStringLiteral("v1")) > 0);
    form->versionBox()->setFocus();
    QTest::keyClick(form->versionBox(), Qt::Key_Down);
    QCOMPARE(form->version(), QStringLiteral("next"));
    click(dialog->startButton());
    QVERIFY(answer(QStringLiteral("secret")));
    QTRY_COMPARE(cloned.size(), 1);
    const QString directory = folder.filePath(QStringLiteral("x"));
    QCOMPARE(test::contents(directory + QStringLiteral("/Makefile.uk")), QByteArray("# one\n"));
    QCOMPARE(test::contents(directory + QStringLiteral("/.git/HEAD")),
             QByteArray("ref: refs/heads/next\n"));
    QVERIFY(!test::contents(directory + QStringLiteral("/.git/config")).contains("secret"));
    QTRY_VERIFY(dialog.isNull());
}

void TestGitDialogs::cancelLeavesNothing()
{
    const SilentServer silent;
    QVERIFY(silent.isUp());
    const QTemporaryDir folder;
    QPointer dialog = new CloneDialog(folder.path(), {});
    dialog->open();
    type(dialog->repository()->addressEdit(),
         QStringLiteral("git://127.0.0.1:%1/x").arg(silent.port()));
    click(dialog->startButton());
    QTRY_VERIFY(!entries(folder.path()).isEmpty());
    auto *cancel = dialog->job()->findChild<QPushButton *>(QStringLiteral("jobCancel"));
    QVERIFY(cancel->isVisible());
    click(cancel);
    QTRY_VERIFY(!dialog->job()->isRunning());
    QVERIFY(dialog->isVisible() && !dialog->job()->text().isEmpty());
    QCOMPARE(entries(folder.path()), QStringList());
    // Closing the dialog cancels, too.
    click(dialog->startButton());
    QTRY_VERIFY(!entries(folder.path()).isEmpty());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(dialog.isNull());
    QCOMPARE(entries(folder.path()), QStringList());
}

void TestGitDialogs::noPassword()
{
    const QTemporaryDir folder;
    CloneDialog dialog(folder.path(), {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    type(dialog.repository()->addressEdit(), m_server.address());
    click(dialog.startButton());
    QVERIFY(answer({}));
    QTRY_VERIFY(!dialog.job()->isRunning());
    QVERIFY2(dialog.job()->text().contains(QStringLiteral("credential helper")),
             qPrintable(dialog.job()->text()));
    // Who cancels while the question is open is not asked any more.
    click(dialog.startButton());
    QTRY_VERIFY(prompt() != nullptr);
    dialog.job()->cancel();
    QTRY_VERIFY(!dialog.job()->isRunning());
    QTRY_VERIFY(prompt() == nullptr);
    QCOMPARE(entries(folder.path()), QStringList());
}

void TestGitDialogs::library()
{
    const test::Workspace space;
    QPointer dialog = new LibraryDialog(space.project());
    const QSignalSpy added(dialog, &LibraryDialog::added);
    dialog->open();
    type(dialog->repository()->addressEdit(), m_server.path(QStringLiteral("source")));
    QCOMPARE(dialog->nameEdit()->text(), QStringLiteral("source"));
    type(dialog->nameEdit(), QStringLiteral("../evil"));
    QVERIFY(!dialog->startButton()->isEnabled());
    type(dialog->nameEdit(), QStringLiteral("gift"));
    type(dialog->repository()->versionBox()->lineEdit(), QStringLiteral("v1"));
    click(dialog->startButton());
    QTRY_COMPARE(added.size(), 1);
    const auto libraries = projectLibraries(space.app());
    QVERIFY(libraries && libraries->size() == 1 && libraries->first().isThere);
    QCOMPARE(libraries->first().written.version, QStringLiteral("v1"));
    QVERIFY(test::contents(space.app() + QStringLiteral("/Kraftfile"))
                .endsWith("libraries:\n  gift:\n    source: " +
                          m_server.path(QStringLiteral("source")).toUtf8() +
                          "\n    version: v1\n"));
}

void TestGitDialogs::libraryOfAFolder()
{
    const test::Workspace space;
    const QTemporaryDir other;
    QVERIFY(test::writeFile(other.filePath(QStringLiteral("lib-plain/Makefile.uk")), "# plain\n"));
    QPointer dialog = new LibraryDialog(space.project());
    const QSignalSpy added(dialog, &LibraryDialog::added);
    dialog->open();
    type(dialog->repository()->addressEdit(), other.filePath(QStringLiteral("lib-plain")));
    QCOMPARE(dialog->nameEdit()->text(), QStringLiteral("plain"));
    click(dialog->startButton());
    QTRY_COMPARE(added.size(), 1);
    // It stays where it is.
    const QString plain =
        QFileInfo(other.filePath(QStringLiteral("lib-plain"))).canonicalFilePath();
    QCOMPARE(presentLibraries(space.app()), QStringList{plain});
    QVERIFY(!QFileInfo::exists(space.app() + QStringLiteral("/.unikraft")));
    // One that is a clone comes first.
    const QString clone =
        QFileInfo(space.app()).canonicalFilePath() + QStringLiteral("/.unikraft/libs/plain");
    QVERIFY(test::writeFile(clone + QStringLiteral("/Makefile.uk"), "# clone\n"));
    QCOMPARE(presentLibraries(space.app()), QStringList{clone});
    // A second of that name leaves the first alone.
    LibraryDialog again(space.project());
    again.setAttribute(Qt::WA_DeleteOnClose, false);
    again.open();
    type(again.repository()->addressEdit(), other.filePath(QStringLiteral("lib-plain")));
    click(again.startButton());
    QTRY_VERIFY(again.job()->text().contains(QStringLiteral("already")));
    QCOMPARE(presentLibraries(space.app()).size(), 1);
}

void TestGitDialogs::stateAndUpdate()
{
    const QTemporaryDir folder;
    const QString clone = folder.filePath(QStringLiteral("copy"));
    QVERIFY(cloneRepository({m_server.path(QStringLiteral("source")), clone, {}}, {}));
    QVERIFY(test::writeFile(clone + QStringLiteral("/own.c"), "int own;\n"));
    GitStateView view;
    view.setFolders({folder.path(), clone});
    view.show();
    QTRY_VERIFY(view.facts()->text().contains(QStringLiteral("Branch main")));
    QCOMPARE(view.cloneBox()->count(), 1); // the other one is no clone
    QCOMPARE(view.changedFiles()->count(), 1);
    QCOMPARE(view.changedFiles()->item(0)->text(), QStringLiteral("own.c"));
    QVERIFY(test::writeFile(m_server.path(QStringLiteral("source/new.c")), "int new;\n"));
    QVERIFY(m_server.git({"add", "."}) && m_server.git({"commit", "-qm", "what is new"}));
    const QSignalSpy updated(&view, &GitStateView::updated);
    QTRY_VERIFY(view.updateButton()->isEnabled());
    click(view.updateButton());
    QTRY_COMPARE(updated.size(), 1);
    QTRY_VERIFY(view.job()->text().contains(QStringLiteral("what is new")));
    QVERIFY(QFileInfo::exists(clone + QStringLiteral("/new.c")));
    QVERIFY(QFileInfo::exists(clone + QStringLiteral("/own.c")));
    click(view.updateButton());
    QTRY_VERIFY(view.job()->text().contains(QStringLiteral("nothing new")));
    view.setFolders({folder.path()});
    QTRY_VERIFY(view.facts()->text().contains(QStringLiteral("git init")));
    QVERIFY(!view.updateButton()->isEnabled());
}

QTEST_MAIN(TestGitDialogs)
#include "git_dialogs_test.moc"
