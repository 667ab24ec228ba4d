// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The colours of the program's themes, in the styles that draw them.
#include "app/outline_style.h"
#include "app/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStyleFactory>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace kiln;

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void outlinesAreSeenInTheDark_data();
    void outlinesAreSeenInTheDark();
    void lightIsAsFusionHasIt();
    void allOfTheWindowIsPainted();
};

namespace {

/// WCAG 2.1, "relative luminance".
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

std::unique_ptr<QWidget> control(const QString &kind)
{
    if (kind == QLatin1String("field"))
        return std::make_unique<QLineEdit>();
    if (kind == QLatin1String("check box"))
        return std::make_unique<QCheckBox>();
    if (kind == QLatin1String("drop-down"))
        return std::make_unique<QComboBox>();
    if (kind == QLatin1String("number"))
        return std::make_unique<QSpinBox>();
    return std::make_unique<QPushButton>();
}

} // namespace

void TestTheme::outlinesAreSeenInTheDark_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"field", "check box", "drop-down", "number", "button"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestTheme::outlinesAreSeenInTheDark()
{
    QFETCH(QString, kind);
    applyTheme(Theme::dark);
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    QWidget *made = control(kind).release();
    layout->addWidget(made);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    made->clearFocus();
    const QImage image = window.grab().toImage();
    // From outside to the middle of the control: its edge is the first to differ.
    const QRect place(made->mapTo(&window, QPoint()), made->size());
    const QColor around = QApplication::palette().color(QPalette::Window);
    double best = 1;
    for (int x = place.left() - 1; x < place.left() + 8; ++x)
        best = std::max(best, contrast(image.pixelColor(x, place.center().y()), around));
    QVERIFY2(best >= 3, qPrintable(QString::number(best)));
}

void TestTheme::lightIsAsFusionHasIt()
{
    applyTheme(Theme::light);
    QVERIFY(qobject_cast<OutlineStyle *>(QApplication::style()));
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(QStringLiteral("fusion")));
    for (const char *kind : {"field", "check box", "drop-down", "number", "button"}) {
        const auto ours = control(QLatin1String(kind));
        const auto theirs = control(QLatin1String(kind));
        theirs->setStyle(fusion.get());
        for (QWidget *widget : {ours.get(), theirs.get()}) {
            widget->setFocusPolicy(Qt::NoFocus);
            widget->resize(120, 28);
        }
        QCOMPARE(ours->grab().toImage(), theirs->grab().toImage());
    }
}

void TestTheme::allOfTheWindowIsPainted()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    for (int i = 0; i < 3; ++i)
        layout->addWidget(new QLineEdit);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (const Theme theme : {Theme::dark, Theme::light, Theme::dark}) {
        applyTheme(theme, &window);
        const auto fields = window.findChildren<QLineEdit *>();
        QTRY_VERIFY(std::all_of(fields.begin(), fields.end(),
                                [](const QLineEdit *field) { return field->updatesEnabled(); }));
    }
    // Another theme before the former is painted.
    applyTheme(Theme::light, &window);
    applyTheme(Theme::dark, &window);
    QTest::qWait(50);
    for (const QLineEdit *field : window.findChildren<QLineEdit *>())
        QVERIFY(field->updatesEnabled());
    QCOMPARE(window.palette().color(QPalette::Window),
             QApplication::palette().color(QPalette::Window));
}

QTEST_MAIN(TestTheme)
#include "theme_test.moc"
