// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Builds as the user has chosen, and the place that shows what came of them.

#include "window_driver.h"

#include "app/build_menu.h"
#include "widgets/analyse_page.h"
#include "widgets/build_history_view.h"
#include "widgets/lint_view.h"
#include "widgets/size_view.h"
#include "widgets/treemap_view.h"

#include <QComboBox>
#include <QLabel>
#include <QProcess>
#include <QTreeView>

using namespace kiln;
using kiln::test::Workspace;

namespace {

/// The action with this text in a menu of the menu.
QAction *actionIn(const QMenu *menu, const QString &title, const QString &text)
{
    for (const QAction *sub : menu->actions()) {
        if (!sub->menu() || !sub->text().remove(u'&').contains(title))
            continue;
        for (QAction *action : sub->menu()->actions()) {
            if (action->text() == text)
                return action;
        }
    }
    return nullptr;
}

} // namespace

class TestAnalysis : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kiln::test::useScratchSettings(); }
    void buildsAsChosen();
    void showsWhatWasBuilt();
    void tellsWhyThereIsNothing();
};

void TestAnalysis::buildsAsChosen()
{
    const Workspace space;
    QVERIFY(space.configure());
    {
        kiln::test::WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        BuildMenu *menu = window->buildMenu();
        QAction *jobs = actionIn(menu, QStringLiteral("Parallel Jobs"), QStringLiteral("4"));
        QAction *gcc = actionIn(menu, QStringLiteral("Compiler"), QStringLiteral("GCC"));
        QVERIFY(jobs && gcc);
        jobs->trigger();
        gcc->trigger();
        window->actions()->build->trigger();
        QVERIFY(window.waitIdle());
        const QString output = window->runPage()->buildView()->toPlainText();
        QVERIFY2(output.contains(QStringLiteral(" -j4 ")), qPrintable(output));
        QVERIFY(output.contains(QStringLiteral("COMPILER=gcc")));
    }
    // Remembered for this project, and for no other.
    kiln::test::WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QCOMPARE(window->buildMenu()->settings().jobs, 4);
    QCOMPARE(window->buildMenu()->settings().compiler, QStringLiteral("gcc"));
    const Workspace other;
    QVERIFY(other.configure());
    QVERIFY(window.openTrusted(other.project()));
    QCOMPARE(window->buildMenu()->settings(), BuildSettings());
}

void TestAnalysis::showsWhatWasBuilt()
{
    const Workspace space;
    QVERIFY(space.configure());
    kiln::test::WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    AnalysePage *page = window->analysePage();
    QTest::keyClick(&window.window(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(page->isVisible());
    QVERIFY(!page->sizes()->map()->isVisible());

    window->actions()->build->trigger();
    QVERIFY(window.waitIdle());
    QTest::keyClick(&window.window(), Qt::Key_4, Qt::ControlModifier);
    page->showTab(AnalysePage::Tab::history);
    QTRY_COMPARE(page->history()->list()->model()->rowCount(), 1);
    // The fixture's image is a script, which is said in place of its sizes.
    page->showTab(AnalysePage::Tab::size);
    auto *empty = page->findChild<QLabel *>(QStringLiteral("sizeEmpty"));
    QTRY_VERIFY(empty->isVisible());
    QTRY_VERIFY2(empty->text().contains(QStringLiteral("no ELF file")), qPrintable(empty->text()));

    // With an image in its place there is a map, after the next look.
    const QString image = space.project().imagePath();
    QCOMPARE(QProcess::execute(QStringLiteral("gcc"), {QStringLiteral("-o"), image,
                                                       space.app() + QStringLiteral("/main.c")}),
             0);
    QVERIFY(window->projects()->reopen());
    QTRY_VERIFY(page->sizes()->map()->isVisible() || window.session()->isLoaded());
    window->actions()->placeAnalyse->trigger();
    QTRY_VERIFY(page->sizes()->map()->isVisible());
    QTRY_VERIFY(page->sizes()->list()->model()->rowCount() > 0);
    QTRY_VERIFY(
        page->sizes()->map()->description().contains(QLocale().toString(QFileInfo(image).size())));
}

void TestAnalysis::tellsWhyThereIsNothing()
{
    const Workspace space;
    QVERIFY(kiln::test::writeFile(space.path(QStringLiteral("plain/Kconfig")),
                                  "config A\n\tbool \"a\"\n\tdepends on NOBODY\n"));
    kiln::test::WindowDriver window;
    QVERIFY(window.open(space.path(QStringLiteral("plain"))));
    window->actions()->placeAnalyse->trigger();
    const auto *empty = window->findChild<QLabel *>(QStringLiteral("sizeEmpty"));
    QVERIFY(empty->isVisible());
    QVERIFY2(empty->text().contains(QStringLiteral("no image")), qPrintable(empty->text()));
    // Its options can be checked all the same.
    LintView *lint = window->analysePage()->lint();
    window->analysePage()->showTab(AnalysePage::Tab::lint);
    QTest::mouseClick(lint->checkButton(), Qt::LeftButton);
    QTRY_VERIFY(lint->hasFindings());
    QVERIFY(lint->issues()->rowCount() > 0);
    QVERIFY(lint->issues()->index(0, 0).data().toString().contains(QStringLiteral("NOBODY")));
}

QTEST_MAIN(TestAnalysis)
#include "analysis_test.moc"
