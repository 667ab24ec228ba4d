// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a user has arranged is there again when the program is started the next time.
#include "../graph_leaks.h"
#include "window_driver.h"

#include "widgets/changes_view.h"
#include "widgets/code_editor.h"
#include "widgets/compare_model.h"
#include "widgets/compare_view.h"
#include "widgets/edit_page.h"
#include "widgets/editor_tabs.h"
#include "widgets/fix_model.h"
#include "widgets/fix_panel.h"
#include "widgets/issue_model.h"
#include "widgets/issue_view.h"
#include "widgets/libraries_view.h"
#include "widgets/option_view_actions.h"
#include "widgets/size_view.h"
#include "workbench/comparison.h"

#include <Qsci/qsciscintilla.h>

#include <QHeaderView>
#include <QScreen>
#include <QSplitter>
#include <QTableView>
#include <QTreeView>

#include <functional>
#include <memory>
#include <utility>

using namespace kiln;
using namespace kiln::test;

class TestRemembered : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { useScratchSettings(); }
    void splittersColumnsAndViews();
    void filesOfTheEditor();
    void theWindowOfComparisons();
    void splittersOfLists();
};

static QList<QList<int>> splittersOf(const WindowDriver &window)
{
    QList<QList<int>> sizes;
    for (const QSplitter *splitter : window->findChildren<QSplitter *>()) {
        // What is not shown has no sizes yet.
        if (splitter->isVisible())
            sizes << splitter->sizes();
    }
    return sizes;
}

void TestRemembered::splittersColumnsAndViews()
{
    const Workspace space;
    QList<QList<int>> splitters;
    QSize size;
    const auto show = [&space](WindowDriver &window) {
        if (!window.openTrusted(space.project()))
            qFatal("the project does not open");
        window->actions()->placeConfigure->trigger();
        window->actions()->changes->setChecked(true);
        QTest::qWait(100);
    };
    {
        WindowDriver window(space.tree());
        show(window);
        window->resize(1111, 777);
        auto *panes = window->configurePage()->optionView()->parentWidget();
        while (panes && !qobject_cast<QSplitter *>(panes))
            panes = panes->parentWidget();
        QVERIFY(panes);
        qobject_cast<QSplitter *>(panes)->setSizes({200, 500, 540});
        window->configFiles()->changes()->tree()->header()->resizeSection(1, 333);
        window->configurePage()->fixPanel()->tree()->header()->resizeSection(FixModel::aboutColumn,
                                                                             222);
        window->configurePage()->viewActions()->showAll->setChecked(true);
        window->configurePage()->viewActions()->onlyChanged->setChecked(true);
        QTest::qWait(100);
        splitters = splittersOf(window);
        size = window->size();
        QVERIFY(splitters.size() >= 2);
        window->close();
        QVERIFY(!window->isVisible());
    }
    QVERIFY(QSettings().contains(QStringLiteral("window/splitter")));
    QVERIFY(QSettings().contains(QStringLiteral("window/changesColumns")));
    WindowDriver again(space.tree());
    show(again);
    QCOMPARE(again->size(), size);
    QCOMPARE(again->configFiles()->changes()->tree()->header()->sectionSize(1), 333);
    QCOMPARE(
        again->configurePage()->fixPanel()->tree()->header()->sectionSize(FixModel::aboutColumn),
        222);
    QVERIFY(again->configurePage()->viewActions()->showAll->isChecked());
    QVERIFY(again->configurePage()->viewActions()->onlyChanged->isChecked());
    const auto now = splittersOf(again);
    QCOMPARE(now.size(), splitters.size());
    for (qsizetype i = 0; i < now.size(); ++i) {
        QCOMPARE(now[i].size(), splitters[i].size());
        for (qsizetype part = 0; part < now[i].size(); ++part)
            QVERIFY2(std::abs(now[i][part] - splitters[i][part]) <= 8,
                     qPrintable(QStringLiteral("part %1 of splitter %2: %3, was %4")
                                    .arg(part)
                                    .arg(i)
                                    .arg(now[i][part])
                                    .arg(splitters[i][part])));
    }
}

/// Each project's, with the place in them; the place of the window stays Configure.
void TestRemembered::filesOfTheEditor()
{
    const Workspace space;
    const Workspace other;
    const auto fileOf = [](const Workspace &of, const char *name) {
        return of.project().directory + u'/' + QLatin1String(name);
    };
    {
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        for (const char *name : {"main.c", "Config.uk"}) {
            QVERIFY(window->editPage()->open({fileOf(space, name), 0, 0}));
            QTRY_VERIFY(window->editPage()->editor()->isFinished());
        }
        window->editPage()->editor()->editor()->setCursorPosition(3, 3);
        // Another project has none yet; its own are kept apart.
        QVERIFY(window.openTrusted(other.project()));
        QTRY_COMPARE(window->editPage()->tabs()->count(), 0);
        QVERIFY(window->editPage()->open({fileOf(other, "Makefile.uk"), 0, 0}));
        window->close();
        QVERIFY(!window->isVisible());
    }
    {
        WindowDriver again(space.tree());
        QVERIFY(again.openTrusted(space.project()));
        EditorTabs *tabs = again->editPage()->tabs();
        QTRY_COMPARE(tabs->count(), 2);
        QCOMPARE(tabs->at(0)->file(), fileOf(space, "main.c"));
        QCOMPARE(again->editPage()->file(), fileOf(space, "Config.uk"));
        QTRY_VERIFY(again->editPage()->editor()->isFinished());
        QCOMPARE(again->editPage()->editor()->cursorPlace().line, 4);
        QCOMPARE(again->editPage()->editor()->cursorPlace().column, 4);
        QVERIFY(!again->editPage()->isVisible()); // nobody has gone there
        QVERIFY(again.openTrusted(other.project()));
        QTRY_COMPARE(again->editPage()->file(), fileOf(other, "Makefile.uk"));
        QCOMPARE(tabs->count(), 1);
        // What is closed does not come again, without the window being closed in order.
        tabs->close(0);
        QTRY_COMPARE(tabs->count(), 0);
        QTest::qWait(1200);
    }
    WindowDriver third(space.tree());
    QVERIFY(third.openTrusted(other.project()));
    QTest::qWait(200);
    QCOMPARE(third->editPage()->tabs()->count(), 0);
}

/// Its size, and how wide the names and the values are shown.
void TestRemembered::theWindowOfComparisons()
{
    const Workspace space;
    const auto compare = [](WindowDriver &window) {
        window->configFiles()->compare({});
        auto *view = window->findChild<CompareView *>();
        if (!view || !QTest::qWaitForWindowExposed(view) ||
            !QTest::qWaitFor([view] { return view->comparison()->columnCount() == 2; }))
            qFatal("nothing is compared");
        return view;
    };
    constexpr int values = CompareModel::firstValueColumn;
    QSize size;
    std::pair<int, int> widths; // of names and of values
    {
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        CompareView *view = compare(window);
        const QRect screen = view->screen()->availableGeometry();
        size = {screen.width() - 120, screen.height() - 140};
        view->resize(size);
        // Drags the right edges of two columns.
        QHeaderView *header = view->table()->horizontalHeader();
        for (const int column : {int(CompareModel::nameColumn), values}) {
            const QPoint edge(header->sectionViewportPosition(column) +
                                  header->sectionSize(column) - 1,
                              header->height() / 2);
            QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
            QTest::mouseMove(header->viewport(), edge - QPoint(20, 0));
            QTest::mouseMove(header->viewport(), edge - QPoint(30, 0));
            QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge - QPoint(30, 0));
        }
        QTRY_VERIFY(QSettings().contains(QStringLiteral("compare/valueWidth")));
        QVERIFY(header->sectionSize(values) != header->sectionSize(values + 1));
        widths = {header->sectionSize(CompareModel::nameColumn), header->sectionSize(values)};
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!view->isVisible());
    }
    WindowDriver again(space.tree());
    QVERIFY(again.openTrusted(space.project()));
    const CompareView *view = compare(again);
    QCOMPARE(view->size(), size);
    const QHeaderView *header = view->table()->horizontalHeader();
    QCOMPARE(header->sectionSize(CompareModel::nameColumn), widths.first);
    QCOMPARE(header->sectionSize(values), widths.second);
    QCOMPARE(header->sectionSize(values + 1), widths.second);
}

/// Drags the borders within a view, and looks for them in another of its kind.
static void dragAndLookAgain(const std::function<std::unique_ptr<QWidget>()> &make)
{
    const auto shown = [&make] {
        std::unique_ptr<QWidget> view = make();
        view->resize(900, 600);
        view->show();
        if (!QTest::qWaitForWindowExposed(view.get()))
            qFatal("the view is not shown");
        return view;
    };
    const auto sizes = [](const QWidget *view) {
        QList<QList<int>> all;
        for (const QSplitter *splitter : view->findChildren<QSplitter *>())
            all << splitter->sizes();
        return all;
    };
    QList<QList<int>> moved;
    {
        const auto view = shown();
        const auto before = sizes(view.get());
        QVERIFY(!before.isEmpty());
        for (QSplitter *splitter : view->findChildren<QSplitter *>()) {
            QSplitterHandle *handle = splitter->handle(1);
            const QPoint from = handle->rect().center();
            const QPoint by =
                splitter->orientation() == Qt::Horizontal ? QPoint(-70, 0) : QPoint(0, -70);
            QTest::mousePress(handle, Qt::LeftButton, {}, from);
            QTest::mouseMove(handle, from + by);
            QTest::mouseRelease(handle, Qt::LeftButton, {}, from + by);
        }
        moved = sizes(view.get());
        for (qsizetype i = 0; i < moved.size(); ++i)
            QVERIFY(moved[i].first() < before[i].first());
        // They are written when the hand rests.
        QTest::qWait(700);
    }
    const auto again = shown();
    const auto now = sizes(again.get());
    QCOMPARE(now.size(), moved.size());
    for (qsizetype i = 0; i < now.size(); ++i)
        QVERIFY2(std::abs(now[i].first() - moved[i].first()) <= 2,
                 qPrintable(QStringLiteral("splitter %1: %2, was %3")
                                .arg(i)
                                .arg(now[i].first())
                                .arg(moved[i].first())));
}

void TestRemembered::splittersOfLists()
{
    IssueModel issues;
    issues.add({});
    dragAndLookAgain([&issues] { return std::make_unique<IssueView>(&issues); });
    dragAndLookAgain([] {
        auto view = std::make_unique<SizeView>();
        view->setReport(std::make_shared<const SizeReport>());
        return view;
    });
    dragAndLookAgain([] {
        auto view = std::make_unique<LibrariesView>();
        view->setGraph(std::make_shared<const LibraryGraph>());
        return view;
    });
}

QTEST_MAIN(TestRemembered)
#include "remembered_test.moc"
