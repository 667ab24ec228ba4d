// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The Kraftfile, the targets and the toolchains, by mouse and keys.
#include "../workbench/fixture.h"

#include "widgets/job_bar.h"
#include "widgets/kraftfile_model.h"
#include "widgets/kraftfile_view.h"
#include "widgets/target_button.h"
#include "widgets/target_dialog.h"
#include "widgets/toolchain_view.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>
#include <QTreeWidget>

using namespace kiln;

namespace {

constexpr const char *kraftfile = "spec: v0.6 # spec\n"
                                  "name: 'shop'\n"
                                  "unknown: {key: kept}\n"
                                  "unikraft:\n"
                                  "  kconfig:\n"
                                  "    CONFIG_A: y\n"
                                  "template:\n"
                                  "  name: base\n"
                                  "targets:\n"
                                  "- name: big\n"
                                  "  platform: qemu\n"
                                  "  architecture: x86_64\n"
                                  "- qemu/arm64\n";

QModelIndex find(const QAbstractItemModel &model, const QStringList &path)
{
    QModelIndex at;
    for (const QString &key : path) {
        const QModelIndexList found =
            model.match(model.index(0, 0, at), Qt::DisplayRole, key, 1, Qt::MatchExactly);
        if (found.isEmpty())
            return {};
        at = found.first();
    }
    return at;
}

} // namespace

class TestKraftfileView : public QObject
{
    Q_OBJECT

    [[nodiscard]] static QString valueOf(const KraftfileModel *model, const QStringList &path)
    {
        return find(*model, path).siblingAtColumn(KraftfileModel::valueColumn).data().toString();
    }
    /// Types another value where one stands.
    static void edit(const KraftfileView &view, const QStringList &path, const QString &value)
    {
        const QModelIndex index =
            find(*view.model(), path).siblingAtColumn(KraftfileModel::valueColumn);
        QVERIFY(index.isValid());
        view.tree()->setCurrentIndex(index);
        view.tree()->edit(index);
        auto *line = view.tree()->viewport()->findChild<QLineEdit *>();
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, value);
        QTest::keyClick(line, Qt::Key_Return);
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void valuesAndPlaces();
    void editing();
    void outsideChanges();
    void noKraftfile();
    void targetMenu();
    void targetDialog();
    void toolchains();
};

void TestKraftfileView::valuesAndPlaces()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Kraftfile"));
    QVERIFY(test::writeFile(path, kraftfile));
    KraftfileView view;
    const QAbstractItemModelTester tester(view.model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    view.setDirectory(folder.path());
    QCOMPARE(view.model()->rowCount(), 0); // nobody looks
    view.resize(800, 600);
    view.show();
    QTRY_COMPARE(view.model()->rowCount(), 6);
    QCOMPARE(valueOf(view.model(), {"unikraft", "kconfig", "CONFIG_A"}), QStringLiteral("y"));
    QCOMPARE(valueOf(view.model(), {"unknown", "key"}), QStringLiteral("kept"));
    QCOMPARE(valueOf(view.model(), {"targets", "big", "platform"}), QStringLiteral("qemu"));
    QCOMPARE(valueOf(view.model(), {"targets", "2"}), QStringLiteral("qemu/arm64"));
    const QModelIndex option = find(*view.model(), {"unikraft", "kconfig", "CONFIG_A"});
    QCOMPARE(option.data(KraftfileModel::PlaceRole).toString(), path + QStringLiteral(":6:5"));
    // What is not supported is shown and explained.
    const QModelIndex base = find(*view.model(), {"template", "name"});
    QVERIFY(base.data(Qt::ToolTipRole).toString().contains(QStringLiteral("not fetched")));
    QVERIFY(view.notes()->isVisible());
    QVERIFY(view.notes()->text().contains(QStringLiteral("base")));
    const QSignalSpy opened(&view, &KraftfileView::openRequested);
    view.tree()->setCurrentIndex(option);
    for (QPushButton *button : view.findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("&Open the File"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<SourcePlace>(), (SourcePlace{path, 6, 5}));
}

void TestKraftfileView::editing()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Kraftfile"));
    QVERIFY(test::writeFile(path, kraftfile));
    KraftfileView view;
    view.setDirectory(folder.path());
    view.resize(800, 600);
    view.show();
    QTRY_COMPARE(view.model()->rowCount(), 6);
    const QSignalSpy changed(&view, &KraftfileView::fileChanged);
    edit(view, {"name"}, QStringLiteral("market"));
    QTRY_COMPARE(valueOf(view.model(), {"name"}), QStringLiteral("market"));
    QByteArray wanted = kraftfile;
    wanted.replace("'shop'", "'market'");
    QCOMPARE(test::contents(path), wanted);
    QTRY_VERIFY(!changed.isEmpty());
    edit(view, {"unikraft", "kconfig", "CONFIG_A"}, QStringLiteral("n"));
    wanted.replace("CONFIG_A: y", "CONFIG_A: n");
    QTRY_COMPARE(test::contents(path), wanted);
    QTRY_VERIFY(!view.job()->isRunning());
    // What would make it useless is taken back, and said.
    edit(view, {"spec"}, QStringLiteral("v9"));
    QTRY_VERIFY(view.job()->text().contains(QStringLiteral("v9")));
    QCOMPARE(test::contents(path), wanted);
    QCOMPARE(valueOf(view.model(), {"spec"}), QStringLiteral("v0.6"));
}

void TestKraftfileView::outsideChanges()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Kraftfile"));
    QVERIFY(test::writeFile(path, kraftfile));
    KraftfileView view;
    view.setDirectory(folder.path());
    view.show();
    QTRY_COMPARE(view.model()->rowCount(), 6);
    // A value that is another by now is not overwritten.
    const auto contents = readKraftfileContents(path);
    QVERIFY(contents);
    QVERIFY(test::writeFile(path, "spec: v0.6\nname: other\n"));
    QTRY_COMPARE(view.model()->rowCount(), 2);
    QCOMPARE(valueOf(view.model(), {"name"}), QStringLiteral("other"));
    const auto stale = changeKraftfileValue(path, contents->entries[1], QStringLiteral("mine"));
    QVERIFY(!stale && stale.error().what.contains(QStringLiteral("changed")));
    QCOMPARE(test::contents(path), QByteArray("spec: v0.6\nname: other\n"));
    QVERIFY(test::writeFile(path, "spec: [\n"));
    QTRY_VERIFY(view.job()->text().contains(QStringLiteral("no YAML")));
    QCOMPARE(view.model()->rowCount(), 0);
}

void TestKraftfileView::noKraftfile()
{
    const QTemporaryDir folder;
    KraftfileView view;
    view.show();
    auto *make = view.findChild<QPushButton *>(QStringLiteral("makeKraftfile"));
    QVERIFY(!make->isVisible());
    view.setDirectory(folder.path());
    QVERIFY(make->isVisible());
    QTest::mouseClick(make, Qt::LeftButton);
    QTRY_COMPARE(view.model()->rowCount(), 2);
    QVERIFY(QFileInfo::exists(folder.filePath(QStringLiteral("Kraftfile"))));
    QVERIFY(!make->isVisible());
}

void TestKraftfileView::targetMenu()
{
    const QTemporaryDir folder;
    QVERIFY(test::writeFile(folder.filePath(QStringLiteral("Kraftfile")), kraftfile));
    const auto targets = projectTargets(folder.path());
    QVERIFY(targets && targets->size() == 2);
    TargetButton button;
    const QSignalSpy selected(&button, &TargetButton::selectRequested);
    const QSignalSpy edited(&button, &TargetButton::editRequested);
    button.setTargets(*targets, QStringLiteral("big"), QStringLiteral("x86_64"));
    QCOMPARE(button.text(), QStringLiteral("x86_64 · qemu"));
    QVERIFY(button.accessibleName().contains(button.text()));
    const QList<QAction *> actions = button.menu()->actions();
    QVERIFY(actions[0]->isChecked() && actions[0]->text().contains(QStringLiteral("big")));
    actions[1]->trigger();
    // Until the project says so, nothing is another.
    QVERIFY(actions[0]->isChecked() && !actions[1]->isChecked());
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].toString(), QStringLiteral("qemu-arm64"));
    actions[2]->trigger();
    QCOMPARE(selected[1][0].toString(), QString());
    for (QAction *action : actions) {
        if (action->text().contains(QStringLiteral("Edit")))
            action->trigger();
    }
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited[0][0].toString(), QStringLiteral("big"));
    button.setTargets({}, {}, QStringLiteral("arm64"));
    QVERIFY(button.text().startsWith(QStringLiteral("arm64")));
    for (QAction *action : button.menu()->actions())
        QVERIFY(action->isEnabled() != (action->text().contains(QStringLiteral("Edit")) ||
                                        action->text().contains(QStringLiteral("Remove"))));
}

void TestKraftfileView::targetDialog()
{
    TargetDialog dialog(nullptr, {QStringLiteral("qemu/x86_64")});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    auto *remark = dialog.findChild<QLabel *>(QStringLiteral("remark"));
    auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    dialog.architectureBox()->setCurrentText(QStringLiteral("x86_64"));
    QVERIFY(!ok->isEnabled() && remark->text().contains(QStringLiteral("already")));
    dialog.platformBox()->setFocus();
    QTest::keyClicks(dialog.platformBox(), QStringLiteral("Fire"));
    QVERIFY(ok->isEnabled() && remark->text().contains(QStringLiteral("not booted")));
    QTest::keyClicks(dialog.nameEdit(), QStringLiteral("a b"));
    QVERIFY(!ok->isEnabled());
    dialog.nameEdit()->clear();
    QTest::keyClicks(dialog.nameEdit(), QStringLiteral("tiny"));
    QTest::keyClick(dialog.nameEdit(), Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(
        dialog.target(),
        (KraftTarget{QStringLiteral("tiny"), QStringLiteral("x86_64"), QStringLiteral("fc"), {}}));
}

/// PATH has one program only: all others are missing.
void TestKraftfileView::toolchains()
{
    const QTemporaryDir folder;
    const QString make = folder.filePath(QStringLiteral("make"));
    QVERIFY(test::writeFile(make, "#!/bin/sh\necho GNU Make 4.99\necho more\n"));
    QVERIFY(QFile::setPermissions(make, QFile::ReadOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(folder.path()));
    ToolchainView view;
    view.resize(800, 600);
    view.show();
    QTRY_VERIFY(view.tree()->topLevelItemCount() > 3);
    const QTreeWidgetItem *build = view.tree()->topLevelItem(0);
    QCOMPARE(build->child(0)->text(1), make);
    QCOMPARE(build->child(0)->text(2), QStringLiteral("GNU Make 4.99"));
    QVERIFY(build->child(1)->text(1).contains(QStringLiteral("package gcc")));
    const QString command = view.commandEdit()->text();
    QVERIFY2(command.startsWith(QStringLiteral("sudo apt install gcc g++ binutils ")),
             qPrintable(command));
    QVERIFY(command.contains(QStringLiteral("gcc-aarch64-linux-gnu")));
    QVERIFY(!command.contains(QStringLiteral("ccache"))); // nothing needs it
    QTest::mouseClick(view.copyButton(), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), command);
    // For what is chosen alone.
    view.tree()->setCurrentItem(build->child(2));
    QCOMPARE(view.commandEdit()->text(), QStringLiteral("sudo apt install g++"));
    view.tree()->clearSelection();
    qputenv("PATH", path);
    QTest::mouseClick(view.findChild<QPushButton *>(QStringLiteral("lookAgain")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!view.job()->isRunning(), 20'000);
    QVERIFY(view.tree()->topLevelItem(0)->child(0)->text(1) != make);
}

QTEST_MAIN(TestKraftfileView)
#include "kraftfile_view_test.moc"
