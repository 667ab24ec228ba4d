// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "log_lines.h"
#include "widgets/level_chip.h"
#include "widgets/level_style.h"
#include "widgets/log_minimap.h"
#include "widgets/log_rule_chip.h"

#include "widgets/log_table.h"
#include "widgets/log_view.h"
#include "widgets/notice_bar.h"

#include <QAccessible>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QtTest>

#include <memory>

using namespace kiln;
using test::lines;

namespace {

/// A log view on the screen with that many lines.
struct Shown
{
    explicit Shown(int count)
        : view(&store)
    {
        view.resize(1000, 400);
        view.show();
        store.append(lines(count));
    }

    [[nodiscard]] QVariant at(int row, int column, int role = Qt::DisplayRole) const
    {
        return view.model()->index(row, column).data(role);
    }
    [[nodiscard]] QList<LogRuleChip *> chips() const
    {
        QList<LogRuleChip *> visible;
        for (LogRuleChip *chip : view.findChildren<LogRuleChip *>()) {
            if (chip->isVisible())
                visible.append(chip);
        }
        return visible;
    }

    LogStore store;
    LogView view;
};

QAction *actionOf(QMenu *menu, const QString &text)
{
    for (QAction *action : menu->actions()) {
        if (action->text() == text)
            return action;
        if (action->menu() != nullptr) {
            if (QAction *inside = actionOf(action->menu(), text))
                return inside;
        }
    }
    return nullptr;
}

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QSettings().clear(); }
    void highlightsRows();
    void highlightsCanBeRead();
    void anyNumberOfFilters();
    void remembersColumns();
    void rowsAreSentences();
    void accessibleCellsFollowTheRows();
    void longMessagesAreCut();
    void saysThatALogIsOverfull();
    void saysThatThereAreMoreRows();
    void growingLogsLeaveTheScrollBarAlone();
    void mapShowsWhereErrorsAre();
};

void TestLogView::highlightsRows()
{
    Shown shown(1000);
    QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
    QTRY_COMPARE(shown.view.model()->rowCount(), 1000);
    QTest::keyClicks(shown.view.filterEdit(), QStringLiteral("number 12"));
    QTRY_COMPARE(shown.view.model()->rowCount(), 11);
    QTest::keyClick(shown.view.filterEdit(), Qt::Key_Return, Qt::ControlModifier);
    // Nothing is hidden, and what matches has a colour.
    QTRY_COMPARE(shown.view.model()->rowCount(), 1000);
    const QPalette palette = QGuiApplication::palette();
    for (int row = 0; row < 1000; ++row) {
        const bool matches = QByteArray::number(row).startsWith("12");
        const QVariant background = shown.at(row, LogModel::messageColumn, Qt::BackgroundRole);
        QCOMPARE(background.isValid(), matches);
        if (matches)
            QCOMPARE(qvariant_cast<QBrush>(background).color(), highlightColor(0, palette));
    }
    // It is seen.
    shown.view.table()->scrollTo(shown.view.model()->index(12, 0),
                                 QAbstractItemView::PositionAtTop);
    const QImage image = shown.view.table()->viewport()->grab().toImage();
    const int y = shown.view.table()->rowHeight() / 2;
    QCOMPARE(image.pixelColor(image.width() - 2, y), highlightColor(0, palette));
    QCOMPARE(image.pixelColor(image.width() - 2, y + shown.view.table()->rowHeight()),
             palette.color(QPalette::Base));

    // The next has another colour; the chip's menu turns it into a filter and back.
    QTest::keyClicks(shown.view.filterEdit(), QStringLiteral("number 7"));
    QTest::keyClick(shown.view.filterEdit(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(shown.chips().size(), 2);
    LogRuleChip *chip = shown.chips().last();
    QCOMPARE(chip->rule().highlight, 1);
    emit chip->menu()->aboutToShow();
    actionOf(chip->menu(), QStringLiteral("Show Only Matching Rows"))->trigger();
    QTRY_COMPARE(shown.view.model()->rowCount(), 111);
    emit chip->menu()->aboutToShow();
    actionOf(chip->menu(), highlightName(3))->trigger();
    QTRY_COMPARE(shown.view.model()->rowCount(), 1000);
    QCOMPARE(qvariant_cast<QBrush>(shown.at(7, 0, Qt::BackgroundRole)).color(),
             highlightColor(3, palette));
    // Off is off.
    QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(12, chip->height() / 2));
    QVERIFY(!shown.at(7, 0, Qt::BackgroundRole).isValid());
    // What is saved comes back.
    const LogFilter kept = shown.view.filterBar()->keptFilter();
    QCOMPARE(kept.rules.size(), 2);
    QCOMPARE(LogFilter::fromJson(kept.toJson()), kept);
}

/// Contrast as of WCAG 2: text on each of the colours, on light and on dark.
void TestLogView::highlightsCanBeRead()
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    for (const bool dark : {false, true}) {
        QPalette palette;
        palette.setColor(QPalette::Base, dark ? QColor(30, 30, 30) : QColor(Qt::white));
        const QColor text = dark ? QColor(0xe0, 0xe0, 0xe0) : QColor(0x20, 0x20, 0x20);
        for (int i = 0; i < highlightCount; ++i) {
            double a = luminance(text);
            double b = luminance(highlightColor(i, palette));
            if (a < b)
                std::swap(a, b);
            QVERIFY2((a + 0.05) / (b + 0.05) >= 4.5, qPrintable(highlightName(i)));
        }
    }
}

/// Thirty filters neither widen the view nor hide each other.
void TestLogView::anyNumberOfFilters()
{
    Shown shown(3000);
    QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
    QTRY_COMPARE(shown.view.model()->rowCount(), 3000);
    QTRY_VERIFY(shown.view.chip(LogLevel::warning)->text().contains(QStringLiteral("1,000")));
    const int narrowest = shown.view.minimumSizeHint().width();
    for (int i = 0; i < 30; ++i)
        shown.view.filterBar()->keep(
            {QStringLiteral("number %1").arg(1000 + i), {false, true}, true, true});
    QTRY_COMPARE(shown.view.model()->rowCount(), 2970);
    QCOMPARE(shown.chips().size(), 30);
    QCOMPARE(shown.view.width(), 1000);
    QTRY_VERIFY2(
        shown.view.minimumSizeHint().width() <= narrowest,
        qPrintable(
            QStringLiteral("%1 > %2").arg(shown.view.minimumSizeHint().width()).arg(narrowest)));
    QTRY_VERIFY(shown.chips().last()->y() > shown.chips().first()->y());
    const QList<LogRuleChip *> chips = shown.chips();
    for (qsizetype i = 0; i < chips.size(); ++i) {
        QVERIFY(chips[i]->parentWidget()->rect().contains(chips[i]->geometry()));
        for (qsizetype k = 0; k < i; ++k)
            QVERIFY(!chips[i]->geometry().intersects(chips[k]->geometry()));
    }
    // Each is a filter of its own.
    QTest::mouseClick(chips[17], Qt::LeftButton, {}, QPoint(12, chips[17]->height() / 2));
    QTRY_COMPARE(shown.view.model()->rowCount(), 2971);
}

void TestLogView::remembersColumns()
{
    {
        Shown shown(10);
        QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
        QHeaderView *header = shown.view.table()->horizontalHeader();
        // By the mouse, at the right edge of the header's section.
        const int edge = header->sectionViewportPosition(LogModel::libraryColumn) +
                         header->sectionSize(LogModel::libraryColumn) - 1;
        const QPoint grip(edge, header->height() / 2);
        const int before = header->sectionSize(LogModel::libraryColumn);
        QTest::mousePress(header->viewport(), Qt::LeftButton, {}, grip);
        QMouseEvent drag(QEvent::MouseMove, grip + QPoint(60, 0),
                         header->viewport()->mapToGlobal(grip + QPoint(60, 0)), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(header->viewport(), &drag);
        QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, grip + QPoint(60, 0));
        QCOMPARE(header->sectionSize(LogModel::libraryColumn), before + 60);
        QTRY_COMPARE(QSettings()
                         .value(QStringLiteral("log/column%1").arg(int(LogModel::libraryColumn)))
                         .toInt(),
                     before + 60);
    }
    const int stored =
        QSettings().value(QStringLiteral("log/column%1").arg(int(LogModel::libraryColumn))).toInt();
    LogStore store;
    const LogView next(&store);
    QCOMPARE(next.table()->horizontalHeader()->sectionSize(LogModel::libraryColumn), stored);
}

void TestLogView::rowsAreSentences()
{
    Shown shown(100);
    QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
    QTRY_COMPARE(shown.view.model()->rowCount(), 100);
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(shown.view.table());
    QVERIFY(access);
    QCOMPARE(access->role(), QAccessible::Table);
    QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Log"));
    QAccessibleTableInterface *table = access->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 100);
    QCOMPARE(table->columnCount(), int(LogModel::columnCount_));
    QCOMPARE(access->childCount(), 100 * int(LogModel::columnCount_));
    QCOMPARE(table->columnDescription(LogModel::timeColumn), QStringLiteral("Time"));

    QAccessibleInterface *cell = table->cellAt(42, LogModel::libraryColumn);
    QVERIFY(cell && cell->isValid());
    QCOMPARE(cell->role(), QAccessible::Cell);
    QCOMPARE(cell->text(QAccessible::Name),
             QStringLiteral("Warning, number 42, lib2, file.c line 43, at 0.042000 seconds"));
    QCOMPARE(cell->text(QAccessible::Value), QStringLiteral("lib2"));
    QCOMPARE(cell->tableCellInterface()->rowIndex(), 42);
    QCOMPARE(cell->tableCellInterface()->columnIndex(), int(LogModel::libraryColumn));
    QCOMPARE(cell->parent(), access);
    QCOMPARE(access->child(access->indexOfChild(cell)), cell);
    QCOMPARE(table->cellAt(100, 0), nullptr);

    // Where it is said to be, it is.
    shown.view.table()->setCurrentIndex(shown.view.model()->index(42, 0));
    shown.view.table()->scrollTo(shown.view.model()->index(42, 0),
                                 QAbstractItemView::PositionAtTop);
    const QPoint centre = cell->rect().center();
    QCOMPARE(access->childAt(centre.x(), centre.y()), cell);
    QVERIFY(!cell->state().offscreen);
    QVERIFY(cell->state().selected);
    QVERIFY(table->isRowSelected(42));
    QCOMPARE(table->selectedRows(), QList<int>{42});
    QVERIFY(table->selectRow(44));
    QCOMPARE(table->selectedRowCount(), 2);
    QVERIFY(table->unselectRow(42));
    QCOMPARE(shown.view.table()->selectionModel()->selectedRows().size(), 1);
}

void TestLogView::accessibleCellsFollowTheRows()
{
    Shown shown(3000);
    QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
    QTRY_COMPARE(shown.view.model()->rowCount(), 3000);
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(shown.view.table());
    QAccessibleTableInterface *table = access->tableInterface();
    // More than are kept: those asked for later are right, too.
    for (int row = 0; row < 3000; ++row) {
        for (const int column : {int(LogModel::timeColumn), int(LogModel::messageColumn)})
            QCOMPARE(table->cellAt(row, column)->text(QAccessible::Value),
                     shown.at(row, column).toString());
    }
    shown.view.filterEdit()->setText(QStringLiteral("number 29"));
    QTRY_COMPARE(table->rowCount(), 111);
    QCOMPARE(table->cellAt(110, LogModel::messageColumn)->text(QAccessible::Value),
             QStringLiteral("number 2999"));
    QCOMPARE(table->cellAt(111, 0), nullptr);
    shown.store.clear();
    QTRY_COMPARE(table->rowCount(), 0);
    QCOMPARE(access->childCount(), 0);
    QCOMPARE(access->child(0), nullptr);
}

/// Of a long message its beginning is seen, up to the edge.
void TestLogView::longMessagesAreCut()
{
    LogStore store;
    LogView view(&store);
    view.resize(1000, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    for (int i = 0; i < 40; ++i)
        store.append("[    0.000001] ERR:  [libbig] <b.c @ 1> " + QByteArray(60'000, 'i') + "\n");
    QTRY_COMPARE(view.model()->rowCount(), 40);
    const QImage image = view.table()->viewport()->grab().toImage();
    // Text reaches to the right edge, where the dots are.
    const int left =
        view.table()->horizontalHeader()->sectionViewportPosition(LogModel::messageColumn);
    int darkest = 255;
    for (int x = (left + image.width()) / 2; x < image.width(); ++x) {
        for (int y = 0; y < view.table()->rowHeight(); ++y)
            darkest = std::min(darkest, qGray(image.pixel(x, y)));
    }
    QVERIFY(darkest < 160);
}

/// More lines than a store can number: said once, however much more comes, until another log is
/// there.
void TestLogView::saysThatALogIsOverfull()
{
    LogStore store(nullptr, 100);
    LogView view(&store);
    view.resize(1000, 400);
    view.show();
    store.append(lines(100));
    QTRY_COMPARE(view.model()->rowCount(), 100);
    QTest::qWait(100);
    QVERIFY(!view.notice()->isVisible());
    store.append(lines(1));
    QTRY_VERIFY(view.notice()->isVisible());
    QVERIFY2(view.notice()->text().contains(QStringLiteral("more lines than the 100 ")),
             qPrintable(view.notice()->text()));
    QCOMPARE(view.model()->rowCount(), 100);
    QCOMPARE(view.notice()->accessibleName(), view.notice()->text());
    view.notice()->hide(); // as its button does
    store.append(lines(50));
    QTest::qWait(100);
    QVERIFY(!view.notice()->isVisible());
    store.clear();
    store.append(lines(101));
    QTRY_VERIFY(view.notice()->isVisible());
    store.clear();
    QTRY_VERIFY(!view.notice()->isVisible());
}

/// More rows pass the filters than a view can have: the first ones are shown, and a narrower filter
/// leads to the others.
void TestLogView::saysThatThereAreMoreRows()
{
    LogStore store;
    LogView view(&store, nullptr, 100);
    view.resize(1000, 400);
    view.show();
    store.append(lines(60));
    store.append(lines(60));
    QTRY_VERIFY(view.notice()->isVisible());
    QVERIFY2(view.notice()->text().contains(QStringLiteral("than the 100 that can be shown")),
             qPrintable(view.notice()->text()));
    QCOMPARE(view.model()->rowCount(), 100);
    QCOMPARE(int(view.model()->shown().size()), 100);
    const auto message = [&view](int row) {
        return view.model()->index(row, LogModel::messageColumn).data().toString();
    };
    QCOMPARE(message(99), QStringLiteral("number 39"));
    // A search stays among the rows.
    QVERIFY(view.model()->setSearch(QStringLiteral("number 59"), {}));
    QTRY_VERIFY(view.model()->search()->isComplete());
    QCOMPARE(view.model()->findNext(-1), 59);
    QCOMPARE(view.model()->findNext(59), -1);
    LogFilter filter;
    filter.rules.append({QStringLiteral("number 59"), {}, false, true});
    QVERIFY(view.model()->setFilter(filter));
    QTRY_COMPARE(view.model()->rowCount(), 2);
    QCOMPARE(view.model()->recordOf(1), 119);
    QTRY_VERIFY(!view.notice()->isVisible());
}

/// Blocks of a log that is long already neither move the slider nor have it painted each time; and
/// what the bar says of the end is right all the same.
void TestLogView::growingLogsLeaveTheScrollBarAlone()
{
    struct Paints : QObject
    {
        int count = 0;
        bool eventFilter(QObject *, QEvent *event) override
        {
            count += event->type() == QEvent::Paint ? 1 : 0;
            return false;
        }
    };
    Shown shown(200'000);
    QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
    QScrollBar *bar = shown.view.table()->verticalScrollBar();
    const auto isAtEnd = [&] {
        return bar->value() == bar->maximum() &&
               bar->maximum() > shown.view.model()->rowCount() - 100;
    };
    QTRY_VERIFY(isAtEnd());
    QTest::qWait(500); // what was to be painted is
    Paints paints;
    bar->installEventFilter(&paints);
    QElapsedTimer clock;
    clock.start();
    constexpr int blocks = 200;
    for (int i = 0; i < blocks; ++i) {
        shown.store.append(lines(10));
        QTest::qWait(1);
    }
    const int often = int(clock.elapsed() / 250) + 3;
    qInfo("painted %d times in %lld ms", paints.count, static_cast<long long>(clock.elapsed()));
    QVERIFY2(paints.count <= std::min(often, blocks / 2),
             qPrintable(QStringLiteral("painted %1 times").arg(paints.count)));
    QCOMPARE(shown.view.model()->rowCount(), 200'000 + blocks * 10);
    QTRY_VERIFY(isAtEnd());
    QVERIFY(shown.view.isFollowing());
    QTest::qWait(100); // what moves the end is not taken for the user's hand
    paints.count = 0;
    bar->setValue(0);
    QTRY_VERIFY(paints.count > 0);
    QVERIFY(!shown.view.isFollowing());
    // Looking elsewhere: the end goes on without the view.
    shown.store.append(lines(1000));
    QTRY_VERIFY(bar->maximum() > 200'000 + blocks * 10 + 1000 - 100);
    QCOMPARE(bar->value(), 0);
    // A key goes to the end that is there, not to the one of some milliseconds ago.
    shown.store.append(lines(1000));
    shown.view.table()->setFocus();
    QTest::keyClick(shown.view.table(), Qt::Key_End);
    QVERIFY(isAtEnd());
    QCOMPARE(shown.view.table()->currentIndex().row(), shown.view.model()->rowCount() - 1);
}

/// A line of its own for each level, as far down as the row is among all.
void TestLogView::mapShowsWhereErrorsAre()
{
    Shown shown(0);
    QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
    constexpr int count = 2000;
    constexpr int error = 500;
    constexpr int warning = 1200;
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += i == error     ? "ERR:  [libukboot] <boot.c @ 1> wrong\n"
                : i == warning ? "Warn: [libukboot] <boot.c @ 2> doubtful\n"
                               : "Info: [libukboot] <boot.c @ 3> fine\n";
    shown.store.append(text);
    QTRY_COMPARE(shown.view.model()->rowCount(), count);
    auto *map = shown.view.findChild<LogMinimap *>();
    QVERIFY(map);
    const auto placesOf = [&](LogLevel level) {
        const QImage image = map->grab().toImage();
        QList<int> found;
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(image.width() - 3, y) == levelColor(level, map->palette()))
                found.append(y);
        }
        return found;
    };
    QTRY_COMPARE(placesOf(LogLevel::error), QList<int>{error * map->height() / count});
    QCOMPARE(placesOf(LogLevel::warning), QList<int>{warning * map->height() / count});
    // What is filtered out is not on it.
    QTest::mouseClick(shown.view.chip(LogLevel::error), Qt::LeftButton);
    QTRY_VERIFY(placesOf(LogLevel::error).isEmpty());
}

QTEST_MAIN(TestLogView)
#include "log_view_test.moc"
