// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../graph_leaks.h"
#include "../turn_meter.h"

#include "widgets/analyse_page.h"
#include "widgets/build_chart.h"
#include "widgets/build_history_model.h"
#include "widgets/build_history_view.h"
#include "widgets/build_times_view.h"
#include "widgets/issue_groups.h"
#include "widgets/issue_model.h"
#include "widgets/issue_view.h"
#include "widgets/libraries_view.h"
#include "widgets/library_colors.h"
#include "widgets/library_graph_view.h"
#include "widgets/links.h"
#include "widgets/lint_view.h"
#include "widgets/size_model.h"
#include "widgets/size_view.h"
#include "widgets/treemap_layout.h"
#include "widgets/treemap_view.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

#include <numeric>

using namespace kiln;

namespace {

SizeItem item(const char *library, const char *object, const char *symbol, qint64 size)
{
    SizeItem item;
    item.library = QString::fromLatin1(library);
    item.object = QString::fromLatin1(object);
    item.symbol = symbol;
    item.section = QStringLiteral(".text");
    item.file = item.memory = size;
    return item;
}

std::shared_ptr<const SizeReport> report(QVector<SizeItem> items)
{
    auto report = std::make_shared<SizeReport>();
    report->image = QStringLiteral("/build/app");
    report->items = std::move(items);
    for (const SizeItem &each : std::as_const(report->items)) {
        report->fileSize += each.file;
        report->memorySize += each.memory;
    }
    return report;
}

std::shared_ptr<const SizeReport> smallReport()
{
    return report({item("libone", "a.o", "first", 6000), item("libone", "a.o", "second", 3000),
                   item("libone", "b.o", "third", 1000), item("libtwo", "c.o", "fourth", 5000),
                   item("appmain", "main.o", "main", 1000)});
}

std::shared_ptr<const SizeNode> tree(const SizeReport &report)
{
    return std::make_shared<const SizeNode>(sizeTree(report, nullptr, SizeMeasure::file));
}

BuildRecord record(int number, BuildRecord::Outcome outcome, qint64 size)
{
    BuildRecord record;
    record.id = QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0'));
    record.time = QDateTime(QDate(2026, 1, 1), QTime(12, number));
    record.outcome = outcome;
    record.seconds = number;
    record.steps = 10 - number;
    record.imageSize = size;
    record.hasSizes = size > 0;
    record.times = {{QStringLiteral("libone"), 3, 2.0, 1.5}, {QString(), 0, 0, 0.5}};
    return record;
}

std::shared_ptr<const LibraryGraph> smallGraph()
{
    auto graph = std::make_shared<LibraryGraph>();
    const auto add = [&](const char *name, bool isRoot) {
        GraphLibrary library;
        library.name = QString::fromLatin1(name);
        library.size = 100 * (1 + graph->libraries.size());
        library.isRoot = isRoot;
        graph->libraries.append(library);
    };
    add("appmain", true);
    add("libone", false);
    add("libtwo", false);
    graph->libraries[2].option = QStringLiteral("LIBTWO");
    graph->libraries[2].because = QStringLiteral("LIBTWO is y: you set it");
    graph->links = {{0, 1, {QStringLiteral("one")}, {}}, {1, 2, {QStringLiteral("two")}, {}}};
    return graph;
}

double area(const QRectF &rect)
{
    return rect.width() * rect.height();
}

} // namespace

class TestAnalyse : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void tilesFillTheArea();
    void mapAndListShowTheSame();
    void mapIsUsedByMouse();
    void whatIsGoneHasRoomAmongChangesOnly();
    void mapIsUsedByKeys();
    void mapFindsAndTells();
    void changesAreShown();
    void largeReportsDoNotBlock();
    void historyHasRowsAndColumns();
    void timesShowTheWholeBuild();
    void graphAnswersWhy();
    void lintIsAskedFor();
    void issuesAreGrouped();
    void emptyPlacesSayWhy();
    void coloursCanBeReadOn();
};

void TestAnalyse::tilesFillTheArea()
{
    const QVector<double> weights{50, 20, 10, 10, 5, 3, 1, 1, 0};
    const QRectF whole(10, 20, 300, 200);
    const QVector<QRectF> tiles = squarified(weights, whole);
    QCOMPARE(tiles.size(), weights.size());
    double covered = 0;
    for (qsizetype i = 0; i < tiles.size(); ++i) {
        covered += area(tiles[i]);
        QVERIFY(std::abs(area(tiles[i]) - weights[i] / 100 * area(whole)) < 0.01);
        if (tiles[i].isEmpty())
            continue;
        QVERIFY(whole.adjusted(-0.01, -0.01, 0.01, 0.01).contains(tiles[i]));
        QVERIFY(std::max(tiles[i].width() / tiles[i].height(),
                         tiles[i].height() / tiles[i].width()) < 4);
        for (qsizetype k = 0; k < i; ++k)
            QVERIFY(area(tiles[i].intersected(tiles[k])) < 0.01);
    }
    QVERIFY(std::abs(covered - area(whole)) < 0.01);
    QVERIFY(squarified({}, whole).isEmpty());
    QVERIFY(squarified({0, 0}, whole)[0].isEmpty());
    QVERIFY(squarified({1}, QRectF())[0].isEmpty());
}

void TestAnalyse::mapAndListShowTheSame()
{
    SizeView view;
    view.resize(900, 500);
    view.show();
    const QAbstractItemModelTester tester(view.list()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    view.setReport(smallReport());
    QTRY_COMPARE(view.list()->model()->rowCount(), 3);
    const QModelIndex first = view.list()->model()->index(0, SizeModel::nameColumn);
    QCOMPARE(first.data().toString(), QStringLiteral("libone"));
    QCOMPARE(first.siblingAtColumn(SizeModel::sizeColumn).data().toString(),
             QLocale().toString(10000));
    // A row chosen in the list is the tile chosen on the map, and the other way round.
    view.list()->setCurrentIndex(view.list()->model()->index(1, 0));
    QCOMPARE(view.map()->selection(), QStringList(QStringLiteral("libtwo")));
    view.map()->select({QStringLiteral("libone"), QStringLiteral("b.o")});
    QCOMPARE(view.list()->currentIndex().data().toString(), QStringLiteral("b.o"));
    QVERIFY(view.map()->description().contains(QLocale().toString(1000)));
}

void TestAnalyse::mapIsUsedByMouse()
{
    TreemapView map;
    map.resize(400, 300);
    map.show();
    map.setTree(tree(*smallReport()), false);
    const QStringList one{QStringLiteral("libone")};
    const QStringList file{QStringLiteral("libone"), QStringLiteral("a.o")};
    const QRectF place = map.rectOf(file);
    QVERIFY(!place.isEmpty());
    QVERIFY(map.rectOf(one).contains(place));
    QTest::mouseClick(&map, Qt::LeftButton, {}, place.center().toPoint());
    QCOMPARE(map.selection(), file);
    QTest::mouseDClick(&map, Qt::LeftButton, {}, place.center().toPoint());
    QCOMPARE(map.path(), one);
    QTest::mouseDClick(&map, Qt::LeftButton, {}, map.rectOf(file).center().toPoint());
    QCOMPARE(map.path(), file);
    QVERIFY(!map.rectOf(file + QStringList(QStringLiteral("first"))).isEmpty());
    QTest::mouseClick(&map, Qt::BackButton, {}, QPoint(5, 5));
    QCOMPARE(map.path(), one);
    QVERIFY(map.descriptionAt(map.rectOf(file).center()).contains(QStringLiteral("a.o")));
}

void TestAnalyse::whatIsGoneHasRoomAmongChangesOnly()
{
    SizeNode root;
    root.size = 100;
    root.before = 300;
    for (const auto &[name, size, before] :
         {std::tuple("libgone", 0, 200), {"libhere", 100, 100}}) {
        SizeNode &child = root.children.emplaceBack();
        child.name = QLatin1String(name);
        child.size = size;
        child.before = before;
    }
    const auto whole = std::make_shared<const SizeNode>(root);
    const QStringList gone{QStringLiteral("libgone")};
    TreemapView map;
    map.resize(400, 300);
    map.setTree(whole, false);
    QVERIFY(map.rectOf(gone).isEmpty());
    QCOMPARE(map.rectOf({QStringLiteral("libhere")}).size(), QSizeF(map.size()));
    map.setTree(whole, true);
    QVERIFY(!map.rectOf(gone).isEmpty());
}

void TestAnalyse::mapIsUsedByKeys()
{
    TreemapView map;
    map.resize(400, 300);
    map.show();
    map.setTree(tree(*smallReport()), false);
    QSignalSpy selected(&map, &TreemapView::selectionChanged);
    QTest::keyClick(&map, Qt::Key_Right);
    QCOMPARE(map.selection(), QStringList(QStringLiteral("libone")));
    QTest::keyClick(&map, Qt::Key_Right);
    QVERIFY(map.selection() != QStringList(QStringLiteral("libone")));
    QTest::keyClick(&map, Qt::Key_Left);
    QCOMPARE(map.selection(), QStringList(QStringLiteral("libone")));
    QCOMPARE(selected.count(), 3);
    QTest::keyClick(&map, Qt::Key_Return);
    QCOMPARE(map.path(), QStringList(QStringLiteral("libone")));
    QTest::keyClick(&map, Qt::Key_Backspace);
    QVERIFY(map.path().isEmpty());
    QCOMPARE(map.selection(), QStringList(QStringLiteral("libone")));
    QVERIFY(map.accessibleDescription().contains(QStringLiteral("libone")));
}

void TestAnalyse::mapFindsAndTells()
{
    SizeView view;
    view.resize(900, 500);
    view.show();
    view.setReport(smallReport());
    QTRY_COMPARE(view.list()->model()->rowCount(), 3);
    QTest::keyClicks(view.search(), QStringLiteral("fourth"));
    QTRY_COMPARE(view.list()->model()->rowCount(), 1);
    QCOMPARE(view.list()->model()->index(0, 0).data().toString(), QStringLiteral("libtwo"));
    view.search()->clear();
    QTRY_COMPARE(view.list()->model()->rowCount(), 3);
    // Mirrored, the largest tile is on the right.
    TreemapView map;
    map.resize(400, 300);
    map.setTree(tree(*smallReport()), false);
    const QRectF place = map.rectOf({QStringLiteral("libone")});
    map.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(map.rectOf({QStringLiteral("libone")}).right(), map.width() - place.left());
}

void TestAnalyse::changesAreShown()
{
    SizeView view;
    view.resize(900, 500);
    view.show();
    view.setReport(smallReport());
    const BuildRecord before = record(1, BuildRecord::Outcome::built, 12000);
    view.setBuilds({before, record(2, BuildRecord::Outcome::failed, 0)}, {});
    QCOMPARE(view.comparison()->count(), 2); // nothing, and the one that has sizes
    QSignalSpy requested(&view, &SizeView::comparisonRequested);
    view.comparison()->setFocus();
    QTest::keyClick(view.comparison(), Qt::Key_Down);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toString(), before.id);
    view.setComparison(
        report({item("libone", "a.o", "first", 2000), item("libgone", "g.o", "gone", 700),
                item("libtwo", "c.o", "fourth", 5000)}),
        before.id);
    QTRY_COMPARE(view.list()->model()->columnCount(), int(SizeModel::changeColumn) + 1);
    QVERIFY(view.changes()->isChecked());
    QMap<QString, QString> changes;
    for (int row = 0; row < view.list()->model()->rowCount(); ++row) {
        const QModelIndex index = view.list()->model()->index(row, 0);
        changes.insert(index.data().toString(),
                       index.siblingAtColumn(SizeModel::changeColumn).data().toString());
    }
    QCOMPARE(changes.value(QStringLiteral("libone")),
             QStringLiteral("+") + QLocale().toString(8000));
    QCOMPARE(changes.value(QStringLiteral("libgone")), QLocale().toString(-700));
    QCOMPARE(changes.value(QStringLiteral("libtwo")), QStringLiteral("0"));
    view.map()->select({QStringLiteral("libgone")});
    QVERIFY(view.map()->description().contains(QStringLiteral("less")));
}

void TestAnalyse::largeReportsDoNotBlock()
{
    QVector<SizeItem> items;
    for (int library = 0; library < 60; ++library) {
        for (int i = 0; i < 400; ++i)
            items.append(item(QByteArray("lib" + QByteArray::number(library)),
                              QByteArray("o" + QByteArray::number(i / 20) + ".o"),
                              "f" + QByteArray::number(i), 10 + (i * 37) % 500));
    }
    SizeView view;
    view.resize(1200, 800);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto large = report(items);
    kiln::test::TurnMeter meter;
    meter.start();
    view.setReport(large);
    QVERIFY(kiln::test::waitInTurns([&view] { return view.list()->model()->rowCount() == 60; }));
    meter.run(50);
    meter.stop();
    qInfo("24000 symbols: %s", qPrintable(meter.text()));
    QVERIFY2(meter.isGood(), qPrintable(meter.text()));
}

void TestAnalyse::historyHasRowsAndColumns()
{
    BuildHistoryView view;
    view.resize(700, 400);
    view.show();
    BuildHistoryModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QVector<BuildRecord> records{record(1, BuildRecord::Outcome::built, 1000),
                                       record(2, BuildRecord::Outcome::failed, 0),
                                       record(3, BuildRecord::Outcome::built, 1500)};
    model.setRecords(records);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, BuildHistoryModel::changeColumn).data().toString(),
             QStringLiteral("+500"));
    QCOMPARE(model.index(2, BuildHistoryModel::changeColumn).data().toString(), QString());
    view.setRecords(records);
    QSignalSpy compare(&view, &BuildHistoryView::compareRequested);
    // The first column of the chart is the oldest build, the last row of the list.
    QTest::mouseClick(view.chart(), Qt::LeftButton, {}, QPoint(30, 60));
    QCOMPARE(view.list()->currentIndex().row(), 2);
    view.list()->setFocus();
    QTest::keyClick(view.list(), Qt::Key_Return);
    QCOMPARE(compare.count(), 1);
    QCOMPARE(compare.first().first().toString(), records[0].id);
    // A build without an image can't be compared with.
    view.list()->setCurrentIndex(view.list()->model()->index(1, 0));
    QTest::keyClick(view.list(), Qt::Key_Return);
    QCOMPARE(compare.count(), 1);
}

void TestAnalyse::timesShowTheWholeBuild()
{
    BuildTimesView view;
    view.show();
    const QAbstractItemModelTester tester(view.list()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    view.setRecords({record(1, BuildRecord::Outcome::built, 1000),
                     record(3, BuildRecord::Outcome::built, 1500)});
    // The older one took more steps: it was the whole build.
    QCOMPARE(view.builds()->currentIndex(), 1);
    QCOMPARE(view.list()->model()->rowCount(), 2);
    QCOMPARE(view.list()->model()->index(0, 0).data().toString(), QStringLiteral("libone"));
    QCOMPARE(view.list()
                 ->model()
                 ->index(0, BuildTimesModel::shareColumn)
                 .data(BuildTimesModel::FractionRole)
                 .toDouble(),
             1.0);
}

void TestAnalyse::graphAnswersWhy()
{
    LibrariesView view;
    view.resize(900, 500);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    LibraryModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setGraph(smallGraph());
    QCOMPARE(model.rowCount(), 3);
    QSignalSpy laidOut(view.graph(), &LibraryGraphView::laidOut);
    view.setGraph(smallGraph());
    QVERIFY(laidOut.wait());
    const QRect box = view.graph()->boxOf(2);
    QVERIFY(box.top() > view.graph()->boxOf(0).bottom()); // users stand above what they use
    QTest::mouseClick(view.graph()->viewport(), Qt::LeftButton, {}, box.center());
    QCOMPARE(view.graph()->selected(), 2);
    QCOMPARE(view.list()->currentIndex().siblingAtColumn(0).data().toString(),
             QStringLiteral("libtwo"));
    const QString why = view.why()->toPlainText();
    QVERIFY(why.contains(QStringLiteral("appmain uses one of libone")));
    QVERIFY(why.contains(QStringLiteral("LIBTWO is y: you set it")));
    QSignalSpy option(&view, &LibrariesView::optionRequested);
    emit view.why()->anchorClicked(optionLink(QStringLiteral("LIBTWO")));
    QCOMPARE(option.count(), 1);
    QCOMPARE(option.first().first().toString(), QStringLiteral("LIBTWO"));
    view.graph()->setFocus();
    QTest::keyClick(view.graph(), Qt::Key_Up);
    QCOMPARE(view.graph()->selected(), 1);
    QVERIFY(view.graph()->accessibleDescription().contains(QStringLiteral("libone")));
    const double before = view.graph()->transform().m11();
    QTest::keyClick(view.graph(), Qt::Key_Minus);
    QVERIFY(view.graph()->transform().m11() < before);
    QTest::keyClick(view.graph(), Qt::Key_0);
    QCOMPARE(view.graph()->transform().m11(), before);
}

void TestAnalyse::lintIsAskedFor()
{
    LintView view;
    view.show();
    QVERIFY(!view.checkButton()->isEnabled());
    view.setAvailable(true);
    QSignalSpy check(&view, &LintView::checkRequested);
    QTest::mouseClick(view.checkButton(), Qt::LeftButton);
    QCOMPARE(check.count(), 1);
    ConfigDiagnostic finding;
    finding.severity = kconfig::Severity::warning;
    finding.file = QStringLiteral("/tree/lib/Config.uk");
    finding.line = 4;
    finding.message = QStringLiteral("NOBODY is defined nowhere");
    ConfigDiagnostic elsewhere = finding;
    elsewhere.file = QStringLiteral("/home/somebody/app/Config.uk");
    view.setFindings({finding, elsewhere}, QStringLiteral("/tree"));
    QCOMPARE(view.issues()->rowCount(), 2);
    const auto place = [&](int row) {
        return view.issues()->index(row, IssueModel::placeColumn).data().toString();
    };
    QCOMPARE(place(0), QStringLiteral("lib/Config.uk:4"));
    QCOMPARE(place(1), QStringLiteral("…/app/Config.uk:4"));
    QSignalSpy open(&view, &LintView::openRequested);
    QTreeView *list = view.list()->list();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());
    QCOMPARE(open.first().first().value<SourcePlace>(),
             (SourcePlace{QStringLiteral("/tree/lib/Config.uk"), 4, 0}));
}

void TestAnalyse::issuesAreGrouped()
{
    const QTemporaryDir folder;
    const QString library = folder.filePath(QStringLiteral("lib/ukthing"));
    QVERIFY(QDir().mkpath(library + QStringLiteral("/src")));
    QFile makefile(library + QStringLiteral("/Makefile.uk"));
    QVERIFY(makefile.open(QIODevice::WriteOnly));
    IssueModel model;
    IssueGroups groups(&model);
    const QAbstractItemModelTester tester(&groups,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto add = [&](const QString &file, IssueSeverity severity, Issue::Source source) {
        Issue issue;
        issue.source = source;
        issue.severity = severity;
        issue.file = file;
        issue.line = 3;
        issue.message = QStringLiteral("wrong");
        model.add(issue);
    };
    groups.setGrouping(IssueGrouping::file);
    const QString file = library + QStringLiteral("/src/a.c");
    add(file, IssueSeverity::error, Issue::Source::build);
    add(QStringLiteral("/x/b.c"), IssueSeverity::warning, Issue::Source::build);
    add(file, IssueSeverity::warning, Issue::Source::guest);
    QCOMPARE(groups.rowCount(), 2);
    QCOMPARE(groups.rowCount(groups.index(0, 0)), 2);
    QVERIFY(groups.index(0, 0).data().toString().endsWith(QStringLiteral("a.c (2)")));
    QVERIFY(!groups.index(0, 0).data(IssueModel::FileRole).isValid());
    QCOMPARE(groups.index(1, 0, groups.index(0, 0)).data(IssueModel::FileRole).toString(), file);
    groups.setGrouping(IssueGrouping::library);
    QCOMPARE(groups.index(0, 0).data().toString(), QStringLiteral("ukthing (2)"));
    groups.setGrouping(IssueGrouping::severity);
    QCOMPARE(groups.rowCount(groups.index(1, 0)), 2);
    model.clear(Issue::Source::build);
    QCOMPARE(groups.rowCount(), 1);
    groups.setGrouping(IssueGrouping::none);
    QCOMPARE(groups.rowCount(), 1);

    // In the view: chosen by key, opened by click, and groups open nothing.
    IssueView view(&model);
    view.resize(500, 400);
    view.show();
    QSignalSpy chosen(&view, &IssueView::groupingChanged);
    view.groupingBox()->setFocus();
    QTest::keyClick(view.groupingBox(), Qt::Key_Down);
    QCOMPARE(chosen.count(), 1);
    QSignalSpy open(&view, &IssueView::openRequested);
    const QModelIndex group = view.list()->model()->index(0, 0);
    QVERIFY(view.list()->isExpanded(group));
    QTest::mouseClick(view.list()->viewport(), Qt::LeftButton, {},
                      view.list()->visualRect(group).center());
    QCOMPARE(open.count(), 0);
    QTest::mouseClick(view.list()->viewport(), Qt::LeftButton, {},
                      view.list()->visualRect(view.list()->model()->index(0, 0, group)).center());
    QCOMPARE(open.count(), 1);
}

void TestAnalyse::emptyPlacesSayWhy()
{
    AnalysePage page;
    page.resize(800, 500);
    page.show();
    QSignalSpy looked(&page, &AnalysePage::looked);
    const auto says = [&](const QString &text) {
        const auto labels = page.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    QVERIFY(says(QStringLiteral("Build (Ctrl+B)")));
    page.sizes()->setReport(nullptr, QStringLiteral("Not this kind of project"));
    QVERIFY(says(QStringLiteral("Not this kind of project")));
    for (const auto tab :
         {AnalysePage::Tab::libraries, AnalysePage::Tab::times, AnalysePage::Tab::history}) {
        page.showTab(tab);
        QVERIFY(says(QStringLiteral("Build (Ctrl+B)")));
    }
    QCOMPARE(looked.count(), 3);
}

void TestAnalyse::coloursCanBeReadOn()
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double part) {
            return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    QPalette light;
    light.setColor(QPalette::Base, Qt::white);
    light.setColor(QPalette::Text, Qt::black);
    QPalette dark;
    dark.setColor(QPalette::Base, QColor(30, 30, 30));
    dark.setColor(QPalette::Text, QColor(240, 240, 240));
    for (const QPalette &palette : {light, dark}) {
        const double text = luminance(palette.color(QPalette::Text));
        for (int i = 0; i < 200; ++i) {
            for (const QColor &fill : {libraryColor(QStringLiteral("lib%1").arg(i), true, palette),
                                       changeColor(double(i - 100) / 100, palette)}) {
                const double back = luminance(fill);
                const double contrast =
                    (std::max(text, back) + 0.05) / (std::min(text, back) + 0.05);
                QVERIFY2(contrast >= 4.5, qPrintable(fill.name()));
            }
        }
    }
}

QTEST_MAIN(TestAnalyse)
#include "analyse_test.moc"
