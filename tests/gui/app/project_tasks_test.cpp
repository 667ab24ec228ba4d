// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The place Project and the target in the toolbar, in the real window.
#include "window_driver.h"

#include "app/project_page.h"
#include "app/run_controller.h"
#include "widgets/details_pane.h"
#include "widgets/job_bar.h"
#include "widgets/kraftfile_view.h"
#include "widgets/library_dialog.h"
#include "widgets/new_project_dialog.h"
#include "widgets/path_edit.h"
#include "widgets/repository_form.h"
#include "widgets/target_button.h"
#include "widgets/target_dialog.h"
#include "workbench/project_targets.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QTabWidget>

using namespace kiln;
using kiln::test::WindowDriver;
using kiln::test::Workspace;

namespace {

QAction *actionOf(const TargetButton *button, const QString &text)
{
    for (QAction *action : button->menu()->actions()) {
        if (action->text().contains(text))
            return action;
    }
    return nullptr;
}

bool answer(const WindowDriver &window, const QString &question, QMessageBox::ButtonRole role)
{
    if (!QTest::qWaitFor([&] { return window.question(question) != nullptr; }))
        return false;
    QMessageBox *box = window.question(question);
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == role) {
            QTest::mouseClick(button, Qt::LeftButton);
            return true;
        }
    }
    return false;
}

QString fileOf(const WindowDriver &window)
{
    return QFileInfo(window->projects()->project()->configFile).fileName();
}

/// The fixture's application with two targets.
bool addTargets(const Workspace &space)
{
    return test::writeFile(space.app() + QStringLiteral("/Kraftfile"),
                           "spec: v0.6\nname: app\ntargets:\n"
                           "- name: loud\n  platform: qemu\n  architecture: x86_64\n"
                           "  kconfig:\n    CONFIG_APPFIXTURE_GREET: n\n    CONFIG_NOWHERE: y\n"
                           "- qemu/arm64\n");
}

} // namespace

class TestProjectTasks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kiln::test::useScratchSettings(); }
    void newApplication();
    void targets();
    void targetsAreEdited();
    void kraftfileAndConfiguration();
    void aLibraryIsAdded();
};

/// From the empty window to the options of one's own application, trusted.
void TestProjectTasks::newApplication()
{
    const QTemporaryDir folder;
    WindowDriver window;
    auto *button =
        window->projectPage()->findChild<QPushButton *>(QStringLiteral("newApplicationButton"));
    QVERIFY(button);
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    auto *dialog = window->findChild<NewProjectDialog *>();
    QVERIFY(dialog);
    dialog->folderEdit()->setPath(folder.path());
    dialog->nameEdit()->selectAll();
    QTest::keyClicks(dialog->nameEdit(), QStringLiteral("shop"));
    QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(window.session()->isLoaded(), 20'000);
    QCOMPARE(window->projects()->project()->directory,
             QFileInfo(folder.filePath(QStringLiteral("shop"))).canonicalFilePath());
    QVERIFY(window->projects()->isTrusted());
    QVERIFY(!window->trustBar()->isVisible());
    QVERIFY(window->actions()->addLibrary->isEnabled());
    QVERIFY(window->targetButton()->isVisible());
    QVERIFY(actionOf(window->targetButton(), QStringLiteral("arm64")));
}

/// Each target has its own configuration and build folder; what is unsaved is asked about.
void TestProjectTasks::targets()
{
    const Workspace space;
    QVERIFY(addTargets(space) && space.configure());
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QCOMPARE(fileOf(window), QStringLiteral(".config"));
    const TargetButton *button = window->targetButton();
    QCOMPARE(button->current(), QString());
    QVERIFY(window.toggle(QStringLiteral("APPFIXTURE_GREET")));
    const int changes = window.session()->changeCount();
    QVERIFY(changes > 0);
    actionOf(button, QStringLiteral("arm64"))->trigger();
    QVERIFY(answer(window, QStringLiteral("askUnsaved"), QMessageBox::RejectRole));
    QCOMPARE(fileOf(window), QStringLiteral(".config"));
    QCOMPARE(window.session()->changeCount(), changes);
    QTRY_VERIFY(!window.question(QStringLiteral("askUnsaved")));
    actionOf(button, QStringLiteral("arm64"))->trigger();
    QVERIFY(answer(window, QStringLiteral("askUnsaved"), QMessageBox::AcceptRole));
    QTRY_COMPARE(fileOf(window), QStringLiteral(".config.qemu-arm64"));
    QTRY_VERIFY(window.session()->isLoaded());
    QVERIFY(test::contents(space.app() + QStringLiteral("/.config"))
                .contains("# CONFIG_APPFIXTURE_GREET is not set"));
    QVERIFY(window->projects()->project()->buildDirectory.endsWith(
        QStringLiteral("/build-qemu-arm64")));
    QCOMPARE(button->text(), QStringLiteral("arm64 · qemu"));
    QTRY_VERIFY(window.session()->changeCount() == 0 || !window.notice().isEmpty());
    // Reading it again does not lose the build folder, nor does the next start.
    QVERIFY(window.save());
    QVERIFY(window->projects()->reopen());
    QTRY_VERIFY(window.session()->isLoaded());
    QVERIFY(window->projects()->project()->buildDirectory.endsWith(
        QStringLiteral("/build-qemu-arm64")));
    window.destroy();
    WindowDriver next(space.tree());
    QVERIFY(next.open(space.app()));
    QCOMPARE(fileOf(next), QStringLiteral(".config.qemu-arm64"));
    actionOf(next->targetButton(), QStringLiteral("No target"))->trigger();
    QTRY_COMPARE(fileOf(next), QStringLiteral(".config"));
    QCOMPARE(selectedTarget(space.app()), QString());
}

void TestProjectTasks::targetsAreEdited()
{
    const Workspace space;
    QVERIFY(addTargets(space) && space.configure());
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    const TargetButton *button = window->targetButton();
    actionOf(button, QStringLiteral("Add Target"))->trigger();
    QTRY_VERIFY(window->findChild<TargetDialog *>());
    auto *dialog = window->findChild<TargetDialog *>();
    dialog->platformBox()->setCurrentIndex(
        dialog->platformBox()->findData(QStringLiteral("linuxu")));
    dialog->architectureBox()->setCurrentText(QStringLiteral("x86_64"));
    QTest::keyClicks(dialog->nameEdit(), QStringLiteral("here"));
    QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    QTRY_COMPARE(fileOf(window), QStringLiteral(".config.here"));
    QTRY_VERIFY(window.session()->isLoaded());
    QTRY_COMPARE(button->current(), QStringLiteral("here"));
    QTRY_VERIFY(!window->findChild<TargetDialog *>());
    QVERIFY(window.save());
    actionOf(button, QStringLiteral("Edit Target"))->trigger();
    QTRY_VERIFY(window->findChild<TargetDialog *>());
    dialog = window->findChild<TargetDialog *>();
    dialog->nameEdit()->selectAll();
    QTest::keyClicks(dialog->nameEdit(), QStringLiteral("there"));
    QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    QTRY_COMPARE(fileOf(window), QStringLiteral(".config.there"));
    QVERIFY(!QFileInfo::exists(space.app() + QStringLiteral("/.config.here")));
    QTRY_VERIFY(window.session()->isLoaded());
    QVERIFY(window.session()->hasFile());
    QTRY_COMPARE(button->current(), QStringLiteral("there"));
    actionOf(button, QStringLiteral("Remove Target"))->trigger();
    QVERIFY(answer(window, QStringLiteral("removeTarget"), QMessageBox::DestructiveRole));
    QTRY_COMPARE(fileOf(window), QStringLiteral(".config"));
    QVERIFY(!test::contents(space.app() + QStringLiteral("/Kraftfile")).contains("there"));
    QVERIFY(QFileInfo::exists(space.app() + QStringLiteral("/.config.there")));
}

/// What the Kraftfile asks for are edits, and their origin is seen.
void TestProjectTasks::kraftfileAndConfiguration()
{
    const Workspace space;
    QVERIFY(addTargets(space));
    QVERIFY(selectTarget(space.app(), QStringLiteral("loud")));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QTRY_COMPARE(window.value("APPFIXTURE_GREET"), QStringLiteral("n"));
    QTRY_VERIFY(window.notice().contains(QStringLiteral("Kraftfile")));
    // What could not be done is said, with its place.
    QVERIFY2(window.notice().contains(QStringLiteral("NOWHERE")), qPrintable(window.notice()));
    QVERIFY(window.session()->canUndo());
    window->configurePage()->showOption(QStringLiteral("APPFIXTURE_GREET"));
    QTRY_VERIFY(window->configurePage()->detailsText().contains(QStringLiteral("Kraftfile:8:5")));
    window->actions()->undo->trigger();
    QCOMPARE(window.value("APPFIXTURE_GREET"), QStringLiteral("y"));
    // By hand, from the place Project.
    window->actions()->placeProject->trigger();
    window->projectPage()->tabs()->setCurrentWidget(window->projectPage()->kraftfileView());
    auto *apply = window->projectPage()->kraftfileView()->findChild<QPushButton *>(
        QStringLiteral("applyOptions"));
    QTRY_VERIFY(apply->isVisible());
    QTest::mouseClick(apply, Qt::LeftButton);
    QTRY_COMPARE(window.value("APPFIXTURE_GREET"), QStringLiteral("n"));
}

void TestProjectTasks::aLibraryIsAdded()
{
    const Workspace space;
    QVERIFY(space.configure());
    QVERIFY(test::writeFile(space.path(QStringLiteral("lib-gift/Makefile.uk")), "# gift\n"));
    QVERIFY(test::writeFile(space.path(QStringLiteral("lib-gift/Config.uk")),
                            "config LIBGIFT\n\tbool \"gift\"\n"));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    window->actions()->addLibrary->trigger();
    auto *dialog = window->findChild<LibraryDialog *>();
    QVERIFY(dialog);
    dialog->repository()->setAddress(space.path(QStringLiteral("lib-gift")));
    QTest::mouseClick(dialog->startButton(), Qt::LeftButton);
    QTRY_COMPARE(window->projects()->project()->libraries.size(), 1);
    QTRY_VERIFY(window.session()->isLoaded());
    // It is not within the application, so its Makefile.uk is nobody's yet.
    QVERIFY(!window->projects()->isTrusted());
    QTRY_VERIFY(window->trustBar()->isVisible());
    QCOMPARE(window->projects()->untrustedFolders(), window->projects()->project()->libraries);
}

QTEST_MAIN(TestProjectTasks)
#include "project_tasks_test.moc"
