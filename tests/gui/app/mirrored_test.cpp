// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window read from right to left: everything is where a mirror would show it, but code.
#include "window_driver.h"

#include "widgets/details_pane.h"
#include "widgets/fitted_text.h"
#include "widgets/palette_icon.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTextBlock>
#include <QToolBar>
#include <QTreeView>

#include <array>

using namespace kiln;
using namespace kiln::test;

class TestMirrored : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { useScratchSettings(); }
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }
    void panesAreMirrored();
    void rowsAreMirrored();
    void badgesAreMirrored();
    void detailsAreMirrored();
    void directedIconsAreMirrored();
    void codeStaysLeftToRight();
};

/// Where the named widgets are in a window of that direction.
static QHash<QString, QRect> placesOf(Qt::LayoutDirection direction)
{
    QGuiApplication::setLayoutDirection(direction);
    const Workspace space;
    WindowDriver window(space.tree());
    if (!window.openTrusted(space.project()))
        qFatal("the project does not open");
    window->actions()->placeConfigure->trigger();
    window->actions()->changes->setChecked(true);
    QTest::qWait(100);
    QHash<QString, QRect> places;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        const QString name = widget->objectName();
        if (name.isEmpty() || name.startsWith(QLatin1String("qt_")) || !widget->isVisible() ||
            widget->window() != &window.window())
            continue;
        QRect place(widget->mapTo(&window.window(), QPoint()), widget->size());
        if (direction == Qt::RightToLeft)
            place.moveLeft(window->width() - place.right() - 1);
        places.insert(name, place);
    }
    return places;
}

void TestMirrored::panesAreMirrored()
{
    const auto straight = placesOf(Qt::LeftToRight);
    const auto mirrored = placesOf(Qt::RightToLeft);
    int compared = 0;
    for (const char *name :
         {"menus", "details", "options", "search", "changes", "mainToolBar", "buildAndBootButton",
          "configurationState", "activity", "changesReference", "consequences"}) {
        const QString key = QLatin1String(name);
        if (!straight.contains(key))
            continue;
        QVERIFY2(mirrored.contains(key), name);
        const QRect a = straight[key];
        const QRect b = mirrored[key];
        // Halves of a pixel are rounded one way.
        QVERIFY2(std::abs(a.left() - b.left()) <= 1 && std::abs(a.right() - b.right()) <= 1 &&
                     a.top() == b.top(),
                 qPrintable(QStringLiteral("%1: %2–%3 and, mirrored, %4–%5")
                                .arg(key)
                                .arg(a.left())
                                .arg(a.right())
                                .arg(b.left())
                                .arg(b.right())));
        ++compared;
    }
    QVERIFY2(compared >= 8, qPrintable(QString::number(compared)));
}

/// Box and text of a row begin at the right; the value's column is left of the option's.
void TestMirrored::rowsAreMirrored()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    const OptionView *view = window->configurePage()->optionView();
    QVERIFY(view->isRightToLeft());
    const QHeaderView *header = view->header();
    QVERIFY(header->sectionViewportPosition(OptionTreeModel::valueColumn) <
            header->sectionViewportPosition(OptionTreeModel::optionColumn));
    QCOMPARE(window->configurePage()->menuView()->layoutDirection(), Qt::RightToLeft);
}

/// Columns of an image in which something of a colour is.
static QPair<int, int> spanOf(const QImage &image, const QColor &color)
{
    QPair<int, int> span{-1, -1};
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(x, y) != color)
                continue;
            if (span.first < 0)
                span.first = x;
            span.second = x;
            break;
        }
    }
    return span;
}

void TestMirrored::badgesAreMirrored()
{
    std::array<QPair<int, int>, 2> spans;
    int width = 0;
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QGuiApplication::setLayoutDirection(direction);
        const Workspace space;
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        const kconfig::Model &model = window.session()->model();
        for (const kconfig::Symbol &symbol : model.symbols()) {
            const kconfig::SymbolId id = model.find(symbol.name);
            if (symbol.type == kconfig::SymbolType::boolean && symbol.isDefined() &&
                window.session()->configuration().isChangeable(id)) {
                const bool on = window.session()->configuration().value(id) == "y";
                if (window.session()->edit({id, on ? "n" : "y"}))
                    break;
            }
        }
        QVERIFY(window.session()->changeCount() > 0);
        QTreeView *menus = window->configurePage()->menuView();
        menus->clearSelection();
        const QRect row = menus->visualRect(menus->model()->index(0, 0));
        const QImage image =
            menus->viewport()
                ->grab(QRect(0, row.top(), menus->viewport()->width(), row.height()))
                .toImage();
        width = image.width();
        spans[direction == Qt::RightToLeft] =
            spanOf(image, menus->palette().color(QPalette::Highlight));
        QVERIFY(spans[direction == Qt::RightToLeft].first >= 0);
    }
    QVERIFY(spans[0].first > width / 2);
    QVERIFY(std::abs(spans[1].second - (width - 1 - spans[0].first)) <= 2);
    QVERIFY(std::abs(spans[1].first - (width - 1 - spans[0].second)) <= 2);
}

/// The labels of the details are where reading begins; English help reads as English does.
void TestMirrored::detailsAreMirrored()
{
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QGuiApplication::setLayoutDirection(direction);
        const Workspace space;
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        window->configurePage()->showOption(QStringLiteral("LIBUKDEBUG"));
        QVERIFY(!window->configurePage()->detailsText().isEmpty());
        const auto *details = window->findChild<DetailsPane *>();
        QVERIFY(details);
        auto *text = static_cast<QTextBrowser *>(details->top());
        const auto placeOf = [text](const char *words) {
            return text->cursorRect(text->document()->find(QLatin1String(words))).center().x();
        };
        QVERIFY(text->toPlainText().contains(QStringLiteral("From")));
        QCOMPARE(placeOf("From") > text->width() / 2, direction == Qt::RightToLeft);
        const QString title = text->document()->firstBlock().text();
        QVERIFY(!title.isEmpty());
        QCOMPARE(text->cursorRect(QTextCursor(text->document())).x() > text->width() / 2,
                 direction == Qt::RightToLeft);
    }
}

void TestMirrored::directedIconsAreMirrored()
{
    const auto image = [](const char *name, Qt::LayoutDirection direction) {
        QGuiApplication::setLayoutDirection(direction);
        return paletteIcon(QLatin1String(name)).pixmap(32, 32).toImage();
    };
    for (const char *name : {"go", "go-back", "undo", "view-tree"}) {
        const QImage straight = image(name, Qt::LeftToRight);
        QVERIFY2(straight != image(name, Qt::RightToLeft), name);
    }
    // What has no direction stays: a letter, a mark, a disk.
    for (const char *name : {"names", "check", "save"})
        QCOMPARE(image(name, Qt::LeftToRight), image(name, Qt::RightToLeft));
}

void TestMirrored::codeStaysLeftToRight()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QVERIFY(window->editPage()->open({space.project().rootConfigFile(), 1, 0}));
    const auto *source = window->editPage()->findChild<QWidget *>(QStringLiteral("source"));
    QVERIFY(source);
    QCOMPARE(source->layoutDirection(), Qt::LeftToRight);
    QCOMPARE(window->editPage()->layoutDirection(), Qt::RightToLeft);
}

QTEST_MAIN(TestMirrored)
#include "mirrored_test.moc"
