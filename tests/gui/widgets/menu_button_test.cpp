// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a menu button puts its icon, its text and its arrow: by its pixels.

#include "widgets/menu_button.h"

#include <QApplication>
#include <QImage>
#include <QMenu>
#include <QStyleFactory>
#include <QTest>

using namespace kiln;

namespace {

constexpr int iconExtent = 20;

/// From the first to the last column or row that has a pixel of such a kind; empty when none has.
struct Span
{
    int first = -1;
    int last = -1;

    [[nodiscard]] int size() const { return first < 0 ? 0 : last - first + 1; }
    void take(int at)
    {
        first = first < 0 ? at : std::min(first, at);
        last = std::max(last, at);
    }
};

struct Area
{
    Span columns;
    Span rows;
};

template <typename Predicate>
Area areaOf(const QImage &picture, Predicate isPart)
{
    Area area;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (isPart(picture.pixelColor(x, y), x)) {
                area.columns.take(x);
                area.rows.take(y);
            }
        }
    }
    return area;
}

bool isRed(const QColor &color)
{
    return color.red() > 200 && color.green() < 60 && color.blue() < 60;
}

/// Texts are blue, and so is the arrow.
bool isInk(const QColor &color)
{
    return color.blue() > color.red() + 60 && color.blue() > color.green() + 60;
}

} // namespace

class MenuButtonTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(QStyleFactory::create(QStringLiteral("fusion"))); }
    void partsAreApart_data();
    void partsAreApart();
    void textsGiveWay();
    void opensItsMenu();

private:
    static void prepare(MenuButton &button, const QString &text);
};

void MenuButtonTest::prepare(MenuButton &button, const QString &text)
{
    QPixmap red(iconExtent, iconExtent);
    red.fill(QColor(255, 0, 0));
    QPalette colors(QColor(240, 240, 240));
    for (const auto role : {QPalette::ButtonText, QPalette::WindowText, QPalette::Text})
        colors.setColor(role, QColor(0, 0, 255));
    button.setPalette(colors);
    button.setAutoRaise(true);
    button.setIcon(red);
    button.setIconSize({iconExtent, iconExtent});
    button.setText(text);
}

void MenuButtonTest::partsAreApart_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("from the left") << Qt::LeftToRight;
    QTest::newRow("mirrored") << Qt::RightToLeft;
}

void MenuButtonTest::partsAreApart()
{
    QFETCH(const Qt::LayoutDirection, direction);
    MenuButton button;
    prepare(button, QStringLiteral("HHHHHHHH"));
    button.setLayoutDirection(direction);
    button.resize(button.sizeHint() + QSize(0, 11)); // a bar gives all its buttons one height
    QImage picture(button.size(), QImage::Format_RGB32);
    picture.fill(Qt::white);
    button.render(&picture);
    if (direction == Qt::RightToLeft)
        picture = picture.mirrored(true, false);

    const Area icon = areaOf(picture, [](const QColor &color, int) { return isRed(color); });
    QCOMPARE(icon.columns.size(), iconExtent);
    QCOMPARE(icon.rows.size(), iconExtent);
    // What is of the arrow is known by its place: the text ends a gap before it.
    const int middle = picture.width() - 18;
    const Area text =
        areaOf(picture, [&](const QColor &color, int x) { return isInk(color) && x < middle; });
    const Area arrow =
        areaOf(picture, [&](const QColor &color, int x) { return isInk(color) && x >= middle; });
    QVERIFY2(text.columns.first >= icon.columns.last + 4,
             qPrintable(QStringLiteral("the text begins at %1, the icon ends at %2")
                            .arg(text.columns.first)
                            .arg(icon.columns.last)));
    QVERIFY(text.columns.size() > 8 * 4);
    QVERIFY(text.columns.last + 4 <= middle);
    QVERIFY(arrow.columns.size() >= 3);
    const int center = picture.height() / 2;
    QVERIFY2(arrow.rows.first > center - 8 && arrow.rows.last < center + 8,
             qPrintable(QStringLiteral("the arrow is in rows %1 to %2 of %3")
                            .arg(arrow.rows.first)
                            .arg(arrow.rows.last)
                            .arg(picture.height())));
}

void MenuButtonTest::textsGiveWay()
{
    MenuButton button;
    prepare(button, QStringLiteral("a name that is far too long for the bar"));
    QVERIFY(button.minimumSizeHint().width() < button.sizeHint().width() / 2);
    button.resize(button.minimumSizeHint());
    QImage picture(button.size(), QImage::Format_RGB32);
    picture.fill(Qt::white);
    button.render(&picture);
    // Neither the icon nor the room before the arrow is written over.
    const Area icon = areaOf(picture, [](const QColor &color, int) { return isRed(color); });
    QCOMPARE(icon.columns.size() * icon.rows.size(), iconExtent * iconExtent);
    const Area text = areaOf(picture, [&](const QColor &color, int x) {
        return isInk(color) && x < picture.width() - 18;
    });
    QVERIFY(text.columns.first > icon.columns.last);
}

void MenuButtonTest::opensItsMenu()
{
    MenuButton button;
    prepare(button, QStringLiteral("text"));
    QMenu menu;
    menu.addAction(QStringLiteral("choice"));
    button.setMenu(&menu);
    button.show();
    QVERIFY(QTest::qWaitForWindowExposed(&button));
    bool wasShown = false;
    connect(&menu, &QMenu::aboutToShow, &menu, [&] {
        wasShown = true;
        QMetaObject::invokeMethod(&menu, &QMenu::close, Qt::QueuedConnection);
    });
    QTest::mousePress(&button, Qt::LeftButton, {}, button.rect().center());
    QVERIFY(wasShown);
}

QTEST_MAIN(MenuButtonTest)
#include "menu_button_test.moc"
