// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kconfig_fixture.h"

#include "widgets/dependency_model.h"
#include "widgets/dependency_view.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace kiln;
using kiln::test::Tree;

namespace {

const char conditions[] = R"(
config A
	bool "A"

config B
	bool "B"

config N
	int "N"
	default 5

config WORD
	string "Word"
	default "left"

config ONE
	bool "One"
	depends on A

config MANY
	bool "Many" if B
	depends on A && (!B || N > 3) && WORD = "left" && !(A && B) && UNKNOWN

menu "Inner"
	visible if B

config FREE
	bool "Free"

endmenu
)";

} // namespace

class TestDependencyView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void drawsTheExpression();
    void followsEdits();
    void isNotThereWithoutNeeds();
    void leadsByKeysAndClicks();
    void isAsHighAsItsRows();

private:
    [[nodiscard]] kconfig::NodeId node(const char *name) const
    {
        return m_tree.model().symbol(m_tree.symbol(name)).nodes.front();
    }

    Tree m_tree{conditions};
};

void TestDependencyView::drawsTheExpression()
{
    DependencyView view;
    view.setNode(&m_tree.configuration(), node("MANY"));
    const QString text = view.plainText();
    // What the dependency and the prompt's condition say, with values and truth.
    for (const char *line : {"Needs all of, false\n", "  A, is n, false\n", "  any of, true\n",
                             "    not B, is n, true\n", "    N > 3, is 5, true\n",
                             "  WORD = “left”, is “left”, true\n"})
        QVERIFY2(text.contains(QString::fromUtf8(line)), qPrintable(line + text));
    QVERIFY2(text.contains(QStringLiteral("UNKNOWN, is not defined, false")), qPrintable(text));
    // Only what the prompt asks for beyond that.
    QVERIFY2(text.endsWith(QStringLiteral("Can be set when, false\n  B, is n, false\n")),
             qPrintable(text));
    DependencyModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNode(&m_tree.configuration(), node("MANY"));
    QVERIFY(model.rowCount() >= 2);
    model.setNode(nullptr, {});
    QCOMPARE(model.rowCount(), 0);
}

void TestDependencyView::followsEdits()
{
    DependencyModel model;
    model.setNode(&m_tree.configuration(), node("ONE"));
    const QModelIndex section = model.index(0, 0);
    QCOMPARE(section.data().toString(), QStringLiteral("Needs"));
    const QModelIndex leaf = model.index(0, 0, section);
    QCOMPARE(leaf.data(DependencyModel::TruthRole).toInt(), int(kconfig::Tristate::no));
    QCOMPARE(leaf.siblingAtColumn(DependencyModel::truthColumn).data().toString(),
             QStringLiteral("false"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    (void)m_tree.apply({m_tree.symbol("A"), "y"});
    model.refresh();
    QCOMPARE(changed.count(), 2);
    QCOMPARE(leaf.data(DependencyModel::TruthRole).toInt(), int(kconfig::Tristate::yes));
    QCOMPARE(leaf.siblingAtColumn(DependencyModel::valueColumn).data().toString(),
             QStringLiteral("y"));
    model.refresh();
    QCOMPARE(changed.count(), 2);
    (void)m_tree.apply({m_tree.symbol("A"), "n"});
}

void TestDependencyView::isNotThereWithoutNeeds()
{
    DependencyView view;
    view.show();
    view.setNode(&m_tree.configuration(), node("A"));
    QVERIFY(!view.isVisible());
    view.setNode(&m_tree.configuration(), node("ONE"));
    QVERIFY(view.isVisible());
    const kconfig::NodeId menu = m_tree.model().node(node("FREE")).parent;
    view.setNode(&m_tree.configuration(), menu);
    QVERIFY(view.plainText().contains(QStringLiteral("Contents shown when")));
}

void TestDependencyView::leadsByKeysAndClicks()
{
    DependencyView view;
    view.resize(300, 200);
    view.show();
    view.setNode(&m_tree.configuration(), node("ONE"));
    QSignalSpy wanted(&view, &DependencyView::nodeRequested);
    const QModelIndex leaf = view.model()->index(0, 0, view.model()->index(0, 0));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(leaf).center());
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<kconfig::NodeId>().index, node("A").index);
    view.setCurrentIndex(leaf);
    QTest::keyClick(&view, Qt::Key_Return);
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(wanted.count(), 3);
    view.setCurrentIndex(view.model()->index(0, 0)); // a heading leads nowhere
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(wanted.count(), 3);
}

void TestDependencyView::isAsHighAsItsRows()
{
    DependencyView view;
    view.show();
    view.setNode(&m_tree.configuration(), node("ONE"));
    const int two = view.sizeHint().height();
    view.setNode(&m_tree.configuration(), node("MANY"));
    QVERIFY(view.sizeHint().height() > 3 * two);
    view.collapse(view.model()->index(0, 0));
    view.collapse(view.model()->index(1, 0));
    QCOMPARE(view.sizeHint().height(), two);
}

QTEST_MAIN(TestDependencyView)
#include "dependency_view_test.moc"
