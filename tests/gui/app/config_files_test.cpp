// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Configuration files through the window: changes, save family, comparison, what others and a
// crash do.

#include "window_driver.h"

#include "widgets/changes_model.h"
#include "widgets/changes_view.h"
#include "widgets/compare_model.h"
#include "widgets/compare_view.h"
#include "widgets/conflict_dialog.h"
#include "widgets/fragment_dialog.h"
#include "workbench/comparison.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QProcess>
#include <QProgressBar>
#include <QSemaphore>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

#include <csignal>

using namespace kiln;
using kiln::test::WindowDriver;
using kiln::test::Workspace;

namespace {

QPushButton *buttonIn(const QWidget *widget, const QString &text)
{
    for (QPushButton *button : widget->findChildren<QPushButton *>()) {
        if (button->text().remove(QLatin1Char('&')) == text && button->isVisible())
            return button;
    }
    return nullptr;
}

bool press(const QWidget *widget, const QString &text)
{
    QPushButton *found = nullptr;
    if (!QTest::qWaitFor([&] { return (found = buttonIn(widget, text)) != nullptr; }))
        return false;
    QTest::mouseClick(found, Qt::LeftButton);
    return true;
}

/// Answers a file dialog.
bool choose(const WindowDriver &window, const QString &dialog, const QString &file)
{
    auto *found = window->findChild<QFileDialog *>(dialog);
    if (found == nullptr)
        return false;
    emit found->fileSelected(file);
    found->close();
    return true;
}

QString config(const Workspace &space)
{
    return space.app() + QStringLiteral("/.config");
}

} // namespace

class TestConfigFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kiln::test::useScratchSettings(); }

    void changesPanel()
    {
        const Workspace space;
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QVERIFY(window.save());
        QVERIFY(window.toggle(QStringLiteral("LIBSECOND")));
        ChangesView *view = window->configFiles()->changes();
        const QAbstractItemModelTester tester(view->model());
        QVERIFY(!view->isVisible());
        auto *state =
            window->stateBar()->findChild<QToolButton *>(QStringLiteral("configurationState"));
        QTest::mouseClick(state, Qt::LeftButton);
        QVERIFY(view->isVisible());
        QCOMPARE(view->model()->rowCount(), 2);
        const QModelIndex mine = view->model()->index(0, 0);
        QCOMPARE(mine.data().toString(), QStringLiteral("1 set by you"));
        const QModelIndex second = view->model()->index(0, 0, mine);
        QCOMPARE(second.data(ChangesModel::NameRole).toString(), QStringLiteral("LIBSECOND"));
        QCOMPARE(second.siblingAtColumn(ChangesModel::beforeColumn).data().toString(),
                 QStringLiteral("n"));
        QCOMPARE(second.siblingAtColumn(ChangesModel::nowColumn).data().toString(),
                 QStringLiteral("y"));

        // What follows: why it can't go alone is said in the panel.
        const QModelIndex following = view->model()->index(0, 0, view->model()->index(1, 0));
        QCOMPARE(following.data(ChangesModel::NameRole).toString(), QStringLiteral("LIBFIRST"));
        view->tree()->setCurrentIndex(following);
        QTest::keyClick(view->tree(), Qt::Key_Delete);
        QVERIFY2(view->message().contains(QStringLiteral("LIBSECOND")),
                 qPrintable(view->message()));
        QCOMPARE(window.value("LIBFIRST"), QStringLiteral("y"));

        // A double click goes there.
        const QRect row = view->tree()->visualRect(following);
        QTest::mouseClick(view->tree()->viewport(), Qt::LeftButton, {}, row.center());
        QTest::mouseDClick(view->tree()->viewport(), Qt::LeftButton, {}, row.center());
        QVERIFY(window->configurePage()->detailsText().contains(QStringLiteral("LIBFIRST")));

        view->tree()->setCurrentIndex(view->model()->index(0, 0, view->model()->index(0, 0)));
        QVERIFY(press(view, QStringLiteral("Take Back")));
        QCOMPARE(window.value("LIBSECOND"), QStringLiteral("n"));
        QCOMPARE(view->model()->rowCount(), 0);
        window->actions()->undo->trigger();
        QCOMPARE(window.value("LIBSECOND"), QStringLiteral("y"));
        QCOMPARE(view->model()->rowCount(), 2);
        QVERIFY(press(view, QStringLiteral("Take All Back")));
        QTRY_COMPARE(window.value("LIBSECOND"), QStringLiteral("n"));
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!view->isVisible());
        QVERIFY(buttonIn(window->configurePage(), QStringLiteral("Review")) == nullptr);
        window->actions()->undo->trigger();
        QVERIFY(press(window->configurePage(), QStringLiteral("Review")));
        QVERIFY(view->isVisible());
    }

    void changesSinceAnotherFile()
    {
        const Workspace space;
        QVERIFY(test::writeFile(config(space), "CONFIG_LIBFIRST=y\n"));
        QVERIFY(
            test::writeFile(space.app() + QStringLiteral("/defconfig"), "CONFIG_UK_NAME=\"d\"\n"));
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        window->actions()->changes->trigger();
        ChangesView *view = window->configFiles()->changes();
        QCOMPARE(view->model()->rowCount(), 0);
        // The defconfig is offered by itself.
        const int at = view->references()->findText(QStringLiteral("defconfig"));
        QVERIFY(at > 0);
        view->references()->setCurrentIndex(at);
        emit view->references()->activated(at);
        QTRY_COMPARE(view->model()->rowCount(), 2);
        QCOMPARE(view->model()
                     ->headerData(ChangesModel::beforeColumn, Qt::Horizontal, Qt::DisplayRole)
                     .toString(),
                 QStringLiteral("defconfig"));
        QVERIFY(window.toggle(QStringLiteral("LIBFIRST")));
        QTRY_COMPARE(view->model()->rowCount(), 1); // the name is left
    }

    void savesUnderOtherNames()
    {
        const Workspace space;
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QVERIFY(window.toggle(QStringLiteral("LIBFIRST")));
        const QString minimal = space.path(QStringLiteral("minimal"));
        window->actions()->saveMinimal->trigger();
        QVERIFY(choose(window, QStringLiteral("saveMinimalDialog"), minimal));
        QTRY_VERIFY(window.notice().contains(minimal));
        QVERIFY(test::contents(minimal).contains("CONFIG_LIBFIRST=y\n"));
        QVERIFY(window->isWindowModified());

        const QString other = space.path(QStringLiteral("other.config"));
        window->actions()->saveAs->trigger();
        QVERIFY(choose(window, QStringLiteral("saveAsDialog"), other));
        QTRY_VERIFY(!window->isWindowModified());
        QVERIFY(test::contents(other).contains("CONFIG_LIBFIRST=y\n"));
        QCOMPARE(window->projects()->project()->configFile, other);
        QVERIFY(!QFileInfo::exists(config(space)));
        // The history is still there.
        window->actions()->undo->trigger();
        QCOMPARE(window.value("LIBFIRST"), QStringLiteral("n"));
        QVERIFY(window->isWindowModified());
        window->actions()->redo->trigger();
        QVERIFY(!window->isWindowModified());

        window->actions()->import->trigger();
        QVERIFY(choose(window, QStringLiteral("importDialog"), minimal));
        QTRY_VERIFY(window.notice().contains(QStringLiteral("minimal")));
        QCOMPARE(window.value("LIBFIRST"), QStringLiteral("y"));
    }

    void saveCompletesAPartialFile()
    {
        const Workspace space;
        QVERIFY(test::writeFile(config(space), "CONFIG_LIBFIRST=y\n"));
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QTRY_VERIFY(window->actions()->save->isEnabled());
        QVERIFY(!window->isWindowModified());
        auto *state =
            window->stateBar()->findChild<QToolButton *>(QStringLiteral("configurationState"));
        QVERIFY2(state->text().contains(QStringLiteral("not complete")), qPrintable(state->text()));
        QTest::keyClick(&window.window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(test::contents(config(space)).contains("# CONFIG_LIBSECOND is not set\n"));
        QTRY_VERIFY(!window->actions()->save->isEnabled());
        QVERIFY(state->text().contains(QStringLiteral("saved")));
    }

    void importCanBeCancelled()
    {
        const Workspace space;
        const QString file = space.path(QStringLiteral("large"));
        QVERIFY(test::writeFile(file, "CONFIG_LIBFIRST=y\n"));
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        // Keeps the worker busy, as another's slow disk does.
        QSemaphore go;
        window.session()->startEdit(QStringLiteral("wait"),
                                    [&go](kconfig::Configuration &) -> Result<void> {
                                        go.acquire();
                                        return tl::unexpected(Problem{});
                                    },
                                    {});
        window->actions()->import->trigger();
        QVERIFY(choose(window, QStringLiteral("importDialog"), file));
        NoticeBar *bar = window->configFiles()->notice();
        QTRY_VERIFY(window.fileNotice().contains(QStringLiteral("Reading")));
        const auto *progress = bar->findChild<QProgressBar *>();
        QVERIFY(progress && progress->isVisible());
        QCOMPARE(progress->accessibleName(), bar->text());
        QVERIFY(press(bar, QStringLiteral("Cancel")));
        go.release();
        QTRY_VERIFY(window.notice().contains(QStringLiteral("nothing of large was taken")));
        QVERIFY(window.fileNotice().isEmpty());
        QCOMPARE(window.value("LIBFIRST"), QStringLiteral("n"));
        QVERIFY(!window.session()->canUndo());
    }

    void saveThatFailsOffersSaveAs()
    {
        const Workspace space;
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QVERIFY(QDir().mkpath(config(space))); // nobody can write a file there
        QVERIFY(window.toggle(QStringLiteral("LIBFIRST")));
        window->actions()->save->trigger();
        QTRY_VERIFY(window.fileNotice().contains(QStringLiteral("not saved")));
        QVERIFY(press(window->configFiles()->notice(), QStringLiteral("Save As…")));
        const QString other = space.path(QStringLiteral("rescue"));
        QVERIFY(choose(window, QStringLiteral("saveAsDialog"), other));
        QTRY_VERIFY(window.fileNotice().isEmpty());
        QVERIFY(test::contents(other).contains("CONFIG_LIBFIRST=y\n"));
        QVERIFY(!window->isWindowModified());
    }

    void fragment()
    {
        const Workspace space;
        QVERIFY(test::writeFile(config(space), "CONFIG_LIBSECOND=y\n"));
        const QString file = space.path(QStringLiteral("fragment"));
        QVERIFY(test::writeFile(file, "# CONFIG_LIBFIRST is not set\nCONFIG_LEVEL_HIGH=y\n"));
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        window->actions()->merge->trigger();
        QVERIFY(choose(window, QStringLiteral("mergeDialog"), file));
        FragmentDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = window->findChild<FragmentDialog *>()) != nullptr);
        QCOMPARE(dialog->tree()->topLevelItemCount(), 1);
        const QTreeWidgetItem *row = dialog->tree()->topLevelItem(0)->child(0);
        QCOMPARE(row->text(0), QStringLiteral("LIBFIRST"));
        QVERIFY(row->text(5).contains(QStringLiteral("LIBSECOND")));
        QCOMPARE(window.value("LEVEL_HIGH"), QStringLiteral("y"));
        QVERIFY(press(dialog, QStringLiteral("Undo the Merge")));
        QCOMPARE(window.value("LEVEL_HIGH"), QStringLiteral("n"));
    }

    void comparison()
    {
        const Workspace space;
        const QString file = space.path(QStringLiteral("other"));
        QVERIFY(test::writeFile(file, "CONFIG_LEVEL_HIGH=y\nCONFIG_LIBFIRST=y\n"));
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        window->configFiles()->compare({file});
        CompareView *view = window->configFiles()->comparison();
        QVERIFY(view->isVisible());
        const QAbstractItemModelTester tester(view->model());
        QTRY_COMPARE(view->comparison()->columnCount(), 3);
        QCOMPARE(view->model()->rowCount(), 5);
        auto *filter = view->findChild<QLineEdit *>(QStringLiteral("compareFilter"));
        QTest::keyClicks(filter, QStringLiteral("level high"));
        QCOMPARE(view->model()->rowCount(), 1);
        filter->clear();
        view->table()->selectAll();
        QVERIFY(press(view, QStringLiteral("Take Right")));
        QTRY_COMPARE(window.value("LIBFIRST"), QStringLiteral("y"));
        QCOMPARE(window.value("LEVEL_HIGH"), QStringLiteral("y"));
        window->actions()->undo->trigger();
        QCOMPARE(window.value("LIBFIRST"), QStringLiteral("n"));
        QCOMPARE(window.value("LEVEL_HIGH"), QStringLiteral("n"));
        // Of two rows one: the option of the choice, and the other value goes with it.
        filter->setText(QStringLiteral("level_low"));
        view->table()->selectAll();
        QTest::keyClick(view, Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(window.value("LEVEL_HIGH"), QStringLiteral("y"));
        QVERIFY(view->message().contains(QStringLiteral("1 option taken")));
        QCOMPARE(window.value("LIBFIRST"), QStringLiteral("n"));
        QTest::keyClick(view, Qt::Key_Escape);
        QTRY_VERIFY(window->configFiles()->comparison() == nullptr);
    }

    void outsideChangesAreMerged()
    {
        const Workspace space;
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QVERIFY(window.save());
        QVERIFY(window.toggle(QStringLiteral("LIBFIRST")));
        QVERIFY(
            test::writeFile(config(space), test::contents(config(space))
                                               .replace("CONFIG_APPFIXTURE_GREET=y",
                                                        "# CONFIG_APPFIXTURE_GREET is not set")));
        QTRY_COMPARE(window.value("APPFIXTURE_GREET"), QStringLiteral("n"));
        QVERIFY(window.fileNotice().contains(QStringLiteral("merged")));
        QCOMPARE(window.value("LIBFIRST"), QStringLiteral("y"));
        QVERIFY(press(window->configFiles()->notice(), QStringLiteral("Undo")));
        QCOMPARE(window.value("APPFIXTURE_GREET"), QStringLiteral("y"));
        QCOMPARE(window.value("LIBFIRST"), QStringLiteral("y"));
    }

    void conflictsAreAskedAbout()
    {
        const Workspace space;
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QVERIFY(window.toggle(QStringLiteral("LIBFIRST")));
        QVERIFY(window.save());
        const auto size = [&](const char *value) {
            const kconfig::SymbolId symbol = window.session()->model().find("LIBFIRST_SIZE");
            return window.session()->edit(kconfig::Edit{symbol, std::string(value)});
        };
        QVERIFY(size("9"));
        QVERIFY(test::writeFile(
            config(space),
            test::contents(config(space)).replace("LIBFIRST_SIZE=8", "LIBFIRST_SIZE=10")));
        QTRY_VERIFY(
            window.fileNotice().contains(QStringLiteral("Another program changed .config")));
        // Saving over it asks again.
        const QByteArray theirs = test::contents(config(space));
        window->configFiles()->notice()->hide();
        window->actions()->save->trigger();
        QTRY_VERIFY(!window.fileNotice().isEmpty());
        QCOMPARE(test::contents(config(space)), theirs);
        QVERIFY(press(window->configFiles()->notice(), QStringLiteral("Merge…")));
        auto *dialog = window->findChild<ConflictDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->table()->rowCount(), 1);
        QCOMPARE(dialog->table()->item(0, 2)->text(), QStringLiteral("9"));
        QCOMPARE(dialog->table()->item(0, 2)->toolTip(), QStringLiteral("9"));
        const QRect cell = dialog->table()->visualItemRect(dialog->table()->item(0, 3));
        QTest::mouseClick(dialog->table()->viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(dialog->takeTheirs().size(), 1);
        QVERIFY(press(dialog, QStringLiteral("Merge")));
        QTRY_COMPARE(window.value("LIBFIRST_SIZE"), QStringLiteral("10"));
        QVERIFY(!window->isWindowModified());
        // And to keep mine.
        QVERIFY(size("11"));
        QVERIFY(test::writeFile(
            config(space),
            test::contents(config(space)).replace("LIBFIRST_SIZE=10", "LIBFIRST_SIZE=12")));
        // A tree that is read meanwhile has the question asked anew: its options have other
        // numbers.
        QVERIFY(press(window->configFiles()->notice(), QStringLiteral("Merge…")));
        const QPointer<ConflictDialog> former = window->findChild<ConflictDialog *>();
        QVERIFY(former);
        window->configFiles()->notice()->hide();
        window.session()->reload(ConfigSession::ReloadMode::keepEdits);
        QTRY_VERIFY(!former);
        QTRY_VERIFY(!window.fileNotice().isEmpty());
        QVERIFY(press(window->configFiles()->notice(), QStringLiteral("Keep Mine")));
        QTRY_VERIFY(!window.session()->isOutdated());
        QVERIFY(window.save());
        QVERIFY(test::contents(config(space)).contains("LIBFIRST_SIZE=11\n"));
    }

    void unsavedEditsSurviveKill()
    {
        const Workspace space;
        QVERIFY(test::writeFile(config(space), "CONFIG_LIBFIRST=y\n"));
        QVERIFY(TrustStore().trust(space.project()).has_value());
        {
            // The same window in a process of its own, which edits and is killed.
            QProcess victim;
            victim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            victim.start(QCoreApplication::applicationDirPath() +
                             QStringLiteral("/app_crash_victim"),
                         {space.app(), space.tree()});
            QVERIFY(victim.waitForStarted());
            QByteArray output;
            QVERIFY(QTest::qWaitFor(
                [&] { return (output += victim.readAllStandardOutput()).contains("edited"); },
                30'000));
            ::kill(pid_t(victim.processId()), SIGKILL);
            QVERIFY(victim.waitForFinished());
            QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
        }
        QCOMPARE(test::contents(config(space)), QByteArray("CONFIG_LIBFIRST=y\n"));
        {
            WindowDriver window(space.tree());
            QVERIFY(window.openTrusted(space.project()));
            QTRY_VERIFY(window.fileNotice().contains(QStringLiteral("unsaved changes")));
            QCOMPARE(window.value("LIBSECOND"), QStringLiteral("n"));
            QVERIFY(press(window->configFiles()->notice(), QStringLiteral("Restore")));
            QTRY_COMPARE(window.value("LIBSECOND"), QStringLiteral("y"));
            QCOMPARE(window.value("LEVEL_HIGH"), QStringLiteral("y"));
            QVERIFY(window->configFiles()->changes()->isVisible());
            QVERIFY(window->isWindowModified());
            QVERIFY(window.save());
        }
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        window.session()->finishWriting();
        QTest::qWait(50);
        QVERIFY(!window.session()->recovery());
        QVERIFY(window.fileNotice().isEmpty());
    }

    void errorsAreAList()
    {
        const Workspace space;
        QVERIFY(test::writeFile(space.tree() + QStringLiteral("/lib/second/Config.uk"),
                                "config LIBSECOND\n\tbool \"Second\n\nnonsense here\n"));
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QVERIFY(window.notice().contains(QStringLiteral("error")));
        QCOMPARE(window.value("LIBFIRST"), QStringLiteral("n")); // the rest is there
        QVERIFY(press(window->noticeBar(), QStringLiteral("Show")));
        QVERIFY(window->runPage()->isVisible());
        QTreeView *list = window->runPage()->issueView()->list();
        QVERIFY(list->model()->rowCount() > 0);
        const QRect row = list->visualRect(list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
        QTRY_VERIFY(window->editPage()->isVisible());
    }

    void untrustedTreesOpenWithoutShells()
    {
        const Workspace space;
        const QString trace = space.path(QStringLiteral("ran"));
        const QString root = space.app() + QStringLiteral("/Config.uk");
        QVERIFY(test::writeFile(root, test::contents(root) +
                                          "\nconfig FROM_SHELL\n\tstring\n"
                                          "\tdefault \"$(shell,touch " +
                                          trace.toUtf8() + " && echo told)\"\n"));
        WindowDriver window(space.tree());
        QVERIFY(window.open(space.app()));
        QVERIFY(!QFileInfo::exists(trace));
        QVERIFY(window->trustBar()->isVisible());
        QVERIFY(window->trustBar()->text().contains(QStringLiteral("not trusted")));
        QVERIFY(window.session()->refusedShells() > 0);
        // Edits made before trusting stay.
        QVERIFY(window.toggle(QStringLiteral("LIBFIRST")));
        QVERIFY(press(window->trustBar(), QStringLiteral("Trust…")));
        QMessageBox *question = window.question(QStringLiteral("askTrust"));
        QVERIFY(question);
        QVERIFY(press(question, QStringLiteral("Trust and Go On")));
        QTRY_VERIFY(window.session()->refusedShells() == 0);
        QCOMPARE(window.value("FROM_SHELL"), QStringLiteral("told"));
        QVERIFY(QFileInfo::exists(trace));
        QVERIFY(!window->trustBar()->isVisible());
        QCOMPARE(window.value("LIBFIRST"), QStringLiteral("y"));
        QVERIFY(window->isWindowModified());
    }
};

QTEST_MAIN(TestConfigFiles)
#include "config_files_test.moc"
