// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Linux trees and other folders with Kconfig files in the real window.
#include "../workbench/tree_fixture.h"
#include "window_driver.h"

#include "app/architecture_button.h"
#include "app/dialect_button.h"
#include "app/drop_area.h"
#include "app/project_page.h"
#include "app/variables_dialog.h"

#include <QDialogButtonBox>
#include <QDropEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QTableWidget>
#include <QTreeView>

using kiln::test::LinuxWorkspace;
using kiln::test::WindowDriver;

namespace {

QString text(const QString &path)
{
    return QString::fromUtf8(kiln::test::contents(path));
}

/// Chooses from the menu of the toolbar's architectures.
void chooseArchitecture(const WindowDriver &window, const QString &name)
{
    for (QAction *action : window->architectureButton()->menu()->actions()) {
        if (action->text() == name)
            action->trigger();
    }
}

QPushButton *buttonOf(const QWidget *bar, const QString &text)
{
    for (QPushButton *button : bar->findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

} // namespace

class TreesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kiln::test::useScratchSettings(); }
    void init()
    {
        for (const QString &trusted : kiln::TrustStore().folders())
            QVERIFY(kiln::TrustStore().forget(trusted));
    }

    /// The whole way of a user: open, trust, choose, edit, save, open again.
    void linuxTree()
    {
        const LinuxWorkspace space;
        const QString config = space.canonicalTree() + QStringLiteral("/.config");
        {
            WindowDriver window;
            window->open(space.tree(), QStringLiteral("x86_64"));
            QTRY_VERIFY(window.session()->isLoaded());
            QCOMPARE(window->architectureButton()->architecture(), QStringLiteral("x86_64"));
            QVERIFY(window->architectureButton()->isVisible());

            QVERIFY(!window->actions()->buildAndBoot->isEnabled());
            QVERIFY(window->actions()->buildAndBoot->toolTip().contains(QStringLiteral("make -C ") +
                                                                        space.canonicalTree()));
            QVERIFY(!window->actions()->build->isEnabled());
            QCOMPARE(window->stateBar()->build(), QString());

            // Nothing has run, and the bar says so and offers the way on.
            QVERIFY(window->trustBar()->isVisible());
            QVERIFY(window->trustBar()->text().contains(QStringLiteral("no compiler")));
            QVERIFY(window->trustBar()->text().contains(QStringLiteral("3 commands")));
            QCOMPARE(window.value("COMPILER_NUMBER"), QStringLiteral("0"));
            QPushButton *trust = nullptr;
            QTRY_VERIFY(trust = buttonOf(window->trustBar(), QStringLiteral("Trust…")));
            QTest::mouseClick(trust, Qt::LeftButton);
            QTRY_VERIFY(window.question(QStringLiteral("askTrust")));
            QMessageBox *question = window.question(QStringLiteral("askTrust"));
            QVERIFY(question->informativeText().contains(QStringLiteral("compiler")));
            for (QAbstractButton *button : question->buttons()) {
                if (question->buttonRole(button) == QMessageBox::AcceptRole)
                    QTest::mouseClick(button, Qt::LeftButton);
            }
            QTRY_COMPARE(window.value("COMPILER_NUMBER"), QStringLiteral("120345"));
            QTRY_VERIFY(!window->trustBar()->isVisible());

            QVERIFY(window.toggle(QStringLiteral("NET_DEBUG")));
            QCOMPARE(window.value("NET_DEBUG"), QStringLiteral("y"));
            QVERIFY(window.save());
            QVERIFY(text(config).contains(
                QStringLiteral("# Linux/x86_64 6.1.7-rc2 Kernel Configuration\n")));
            QVERIFY(text(config).contains(QStringLiteral("CONFIG_NET_DEBUG=y\n")));
            window->close();
        }
        WindowDriver window;
        QVERIFY(window.open(space.tree()));
        QVERIFY(!window->trustBar()->isVisible());
        QCOMPARE(window->architectureButton()->architecture(), QStringLiteral("x86_64"));
        QCOMPARE(window.value("COMPILER_NUMBER"), QStringLiteral("120345"));
    }

    void anotherArchitecture()
    {
        const LinuxWorkspace space;
        QVERIFY(kiln::TrustStore().trust(space.project()));
        {
            WindowDriver window;
            window->open(space.tree(), QStringLiteral("x86_64"));
            QTRY_VERIFY(window.session()->isLoaded());
            QVERIFY(window.save());
            QVERIFY(window.toggle(QStringLiteral("NET_DEBUG")));

            // Unsaved edits are asked about, and until then all stays as it is.
            chooseArchitecture(window, QStringLiteral("arm64"));
            QMessageBox *question = window.question(QStringLiteral("askUnsaved"));
            QVERIFY(question);
            QCOMPARE(window->architectureButton()->architecture(), QStringLiteral("x86_64"));
            QTest::mouseClick(question->button(QMessageBox::Discard), Qt::LeftButton);
            QTRY_COMPARE(window->architectureButton()->architecture(), QStringLiteral("arm64"));
            QTRY_VERIFY(!window.session()->isLoading());
            QVERIFY(window.session()->model().find("ARM64_SVE").isValid());
            QVERIFY(!window.session()->model().find("X86").isValid());
            // The file is another architecture's.
            QTRY_VERIFY(window.notice().contains(QStringLiteral("was written for x86_64")));
            QTRY_VERIFY(buttonOf(window->noticeBar(), QStringLiteral("Switch to x86_64")));
            window->close();
        }
        WindowDriver window;
        QListWidget *recent = window->projectPage()->recentList();
        QVERIFY(recent->count() > 0);
        QVERIFY(recent->item(0)->text().contains(QStringLiteral("Linux 6.1.7-rc2, arm64")));
        QTest::mouseClick(recent->viewport(), Qt::LeftButton, {},
                          recent->visualItemRect(recent->item(0)).center());
        QTRY_VERIFY(window.session()->isLoaded());
        QCOMPARE(window->architectureButton()->architecture(), QStringLiteral("arm64"));
        QPushButton *back = nullptr;
        QTRY_VERIFY(back = buttonOf(window->noticeBar(), QStringLiteral("Switch to x86_64")));
        QTest::mouseClick(back, Qt::LeftButton);
        QTRY_COMPARE(window->architectureButton()->architecture(), QStringLiteral("x86_64"));
    }

    void defconfigBecomesUnsavedEdits()
    {
        const LinuxWorkspace space;
        QVERIFY(kiln::TrustStore().trust(space.project()));
        const QString file =
            space.canonicalTree() + QStringLiteral("/arch/arm64/configs/defconfig");
        const QString before = text(file);
        WindowDriver window;
        window->open(file);
        QTRY_VERIFY(window.session()->isLoaded());
        QCOMPARE(window->architectureButton()->architecture(), QStringLiteral("arm64"));
        QTRY_VERIFY(window.notice().contains(file));
        QCOMPARE(window.value("NET"), QStringLiteral("y"));
        QVERIFY(window.session()->isDirty());
        QVERIFY(window.save());
        QCOMPARE(text(file), before);
        QVERIFY(text(space.canonicalTree() + QStringLiteral("/.config"))
                    .contains(QStringLiteral("CONFIG_NET=y\n")));
    }

    void configurationThatIsNamed()
    {
        const LinuxWorkspace space;
        QVERIFY(kiln::TrustStore().trust(space.project()));
        const QString board = space.canonicalTree() + QStringLiteral("/board.config");
        QVERIFY(kiln::test::writeFile(board, "#\n# Linux/arm64 6.1.7-rc2 Kernel Configuration\n#\n"
                                             "CONFIG_NET=y\nCONFIG_NET_DEBUG=y\n"));
        WindowDriver window;
        window->open(space.tree(), QStringLiteral("x86_64"));
        QTRY_VERIFY(window.session()->isLoaded());
        // What is remembered of the tree is not what this file was written for.
        window->open(board);
        QTRY_VERIFY(!window.session()->isLoading());
        QCOMPARE(window->architectureButton()->architecture(), QStringLiteral("arm64"));
        QCOMPARE(window->projects()->project()->configFile, board);
        QCOMPARE(window.value("NET_DEBUG"), QStringLiteral("y"));
        // Read again, it is still this one.
        window->actions()->reload->trigger();
        QTRY_VERIFY(!window.session()->isLoading());
        QCOMPARE(window->projects()->project()->configFile, board);
        QVERIFY(window.toggle(QStringLiteral("NET_DEBUG")));
        QVERIFY(window.save());
        QVERIFY(text(board).contains(QStringLiteral("# CONFIG_NET_DEBUG is not set\n")));
        QVERIFY(!QFileInfo::exists(space.canonicalTree() + QStringLiteral("/.config")));
    }

    void whatIsDraggedIsSaid()
    {
        const LinuxWorkspace space;
        WindowDriver window;
        const auto drag = [&window](const QString &path, QMimeData &data) {
            data.setUrls({QUrl::fromLocalFile(path)});
            QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(&window.window(), &enter);
            return enter.isAccepted();
        };
        const auto isMoveAccepted = [&window](QMimeData &data) {
            QDragMoveEvent move(QPoint(6, 6), Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(&window.window(), &move);
            return move.isAccepted();
        };
        const kiln::DropArea *area = window->dropArea();
        QVERIFY(!area->isVisible());

        QMimeData picture;
        const QString file = space.path(QStringLiteral("picture.png"));
        QVERIFY(kiln::test::writeFile(file, "\x89PNG"));
        QVERIFY(drag(file, picture));
        QVERIFY(area->isVisible());
        QTRY_VERIFY(area->isRefusal());
        QVERIFY(area->detail().contains(QStringLiteral("neither a Kconfig file")));
        QVERIFY(!isMoveAccepted(picture));
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&window.window(), &leave);
        QVERIFY(!area->isVisible());

        QMimeData tree;
        QVERIFY(drag(space.tree(), tree));
        QTRY_COMPARE(area->title(), QStringLiteral("Open the Linux 6.1.7-rc2 tree"));
        QVERIFY(area->detail().endsWith(QStringLiteral("/linux")));
        QVERIFY(isMoveAccepted(tree));
        QCOMPARE(area->size(), window->size());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &tree, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window.window(), &drop);
        QVERIFY(drop.isAccepted());
        QVERIFY(!area->isVisible());
        QTRY_VERIFY(window.session()->isLoaded());
        QCOMPARE(window->projects()->project()->directory, space.canonicalTree());
    }

    void dialectIsGuessedChosenAndRemembered()
    {
        const QTemporaryDir folder;
        // Only the oldest dialect has globs in `source`, and only the newest `transitional`.
        QVERIFY(kiln::test::writeFile(folder.filePath(QStringLiteral("Kconfig")),
                                      "config HERE\n\tbool \"Here\"\nsource \"sub/*.in\"\n"));
        QVERIFY(kiln::test::writeFile(folder.filePath(QStringLiteral("sub/a.in")),
                                      "config THERE\n\tbool \"There\"\n"));
        const auto choose = [](const WindowDriver &window, const QString &name) {
            for (QAction *action : window->dialectButton()->menu()->actions()) {
                if (!action->isSeparator() && action->data().toString() == name)
                    action->trigger();
            }
        };
        {
            WindowDriver window;
            QVERIFY(window.open(folder.path()));
            const kiln::DialectButton *button = window->dialectButton();
            QVERIFY(button->isVisible());
            QCOMPARE(button->text(), QStringLiteral("Unikraft, Linux up to 5.12 (guessed)"));
            QVERIFY(button->toolTip().contains(QStringLiteral("guessed:")));
            QVERIFY(button->accessibleName().contains(button->text()));
            QVERIFY(window.session()->model().find("THERE").isValid());

            QVERIFY(window.toggle(QStringLiteral("HERE")));
            choose(window, QStringLiteral("linux-6.12"));
            QMessageBox *question = window.question(QStringLiteral("askUnsaved"));
            QVERIFY(question);
            QVERIFY(button->text().contains(QStringLiteral("guessed"))); // until it is so
            QTest::mouseClick(question->button(QMessageBox::Discard), Qt::LeftButton);
            QTRY_COMPARE(button->text(), QStringLiteral("Linux from 6.11 on"));
            QTRY_VERIFY(!window.session()->isLoading());
            QCOMPARE(window.session()->model().dialect(), kconfig::Dialect::linux_6_12);
            QVERIFY(!window.session()->model().find("THERE").isValid());
            window->close();
        }
        WindowDriver again;
        QVERIFY(again.open(folder.path()));
        QCOMPARE(again->dialectButton()->text(), QStringLiteral("Linux from 6.11 on"));
        choose(again, {});
        QTRY_VERIFY(again->dialectButton()->text().contains(QStringLiteral("guessed")));
        QTRY_VERIFY(!again.session()->isLoading());
        QVERIFY(again.session()->model().find("THERE").isValid());
        const LinuxWorkspace space;
        QVERIFY(again.open(space.tree()));
        QVERIFY(!again->dialectButton()->isVisible());
    }

    void errorsAndVariables()
    {
        const QTemporaryDir folder;
        const QString root = folder.filePath(QStringLiteral("Kconfig"));
        QVERIFY(kiln::test::writeFile(root, "config HERE\n\tbool \"Here\"\n"
                                            "source \"$(BOARD)/Kconfig.board\"\n"));
        QVERIFY(kiln::test::writeFile(folder.filePath(QStringLiteral("b/Kconfig.board")),
                                      "config THERE\n\tbool \"There\"\n"));
        WindowDriver window;
        window->open(root);
        QTRY_VERIFY(window.session()->isLoaded());
        QVERIFY(!window->architectureButton()->isVisible());
        QVERIFY(window.toggle(QStringLiteral("HERE"))); // in spite of the error
        QTRY_VERIFY(window.notice().contains(QStringLiteral("1 error")));

        // The error opens the place.
        QPushButton *show = nullptr;
        QTRY_VERIFY(show = buttonOf(window->noticeBar(), QStringLiteral("Show")));
        QTest::mouseClick(show, Qt::LeftButton);
        QVERIFY(window.issuesText().contains(QStringLiteral("BOARD is not set")));
        const QTreeView *list = window->runPage()->issueView()->list();
        const QRect row = list->visualRect(list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
        QTRY_VERIFY(window->editPage()->isVisible());
        QCOMPARE(window->editPage()->file(), QFileInfo(root).canonicalFilePath());

        // Set the variable; the edit is discarded on the way.
        QPushButton *variables = nullptr;
        QTRY_VERIFY(variables = buttonOf(window->noticeBar(), QStringLiteral("Variables…")));
        QTest::mouseClick(variables, Qt::LeftButton);
        auto *dialog = window->findChild<kiln::VariablesDialog *>();
        QVERIFY(dialog);
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QTableWidget *table = dialog->table();
        // What is missing is offered.
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("BOARD"));
        QVERIFY(dialog->variables().isEmpty());
        table->item(0, 0)->setText(QStringLiteral("not a name"));
        QVERIFY(!ok->isEnabled());
        table->item(0, 0)->setText(QStringLiteral("BOARD"));
        table->item(0, 1)->setText(QStringLiteral("b"));
        QVERIFY(ok->isEnabled());
        QTest::mouseClick(ok, Qt::LeftButton);
        QMessageBox *question = window.question(QStringLiteral("askUnsaved"));
        QVERIFY(question);
        QTest::mouseClick(question->button(QMessageBox::Discard), Qt::LeftButton);
        QTRY_VERIFY(!window.session()->isLoading() &&
                    window.session()->model().find("THERE").isValid());
        QVERIFY(window.session()->diagnostics().isEmpty());
        window.destroy();

        // Remembered.
        WindowDriver again;
        QVERIFY(again.open(folder.path()));
        QVERIFY(again.session()->model().find("THERE").isValid());
        QVERIFY(again->actions()->buildAndBoot->toolTip().contains(
            QStringLiteral("no Unikraft application")));
    }
};

QTEST_MAIN(TreesTest)
#include "trees_test.moc"
