// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../turn_meter.h"
#include "kconfig_fixture.h"

#include "widgets/details_pane.h"
#include "widgets/option_filter_model.h"
#include "widgets/option_pane.h"
#include "widgets/option_search_model.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"
#include "widgets/option_view_actions.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QActionGroup>

using namespace kiln;
using kiln::test::Tree;
using kiln::test::TurnMeter;
using kiln::test::waitInTurns;

namespace {

constexpr int menus = 150;
constexpr int optionsEach = 80; ///< twelve thousand in all

/// A tree of the size of Linux: half of it hangs on one option.
QByteArray largeTree()
{
    QByteArray text = "config BIG\n\tbool \"The big switch\"\n\tdefault y\n\n";
    for (int menu = 0; menu < menus; ++menu) {
        text += "menu \"Menu " + QByteArray::number(menu) + "\"\n\n";
        for (int option = 0; option < optionsEach; ++option) {
            const QByteArray name =
                "DRIVER_" + QByteArray::number(menu) + "_" + QByteArray::number(option);
            text += "config " + name + "\n\tbool \"Driver " + QByteArray::number(option) +
                    " of vendor " + QByteArray::number(menu) + "\"\n";
            if (option % 2 == 1)
                text += "\tdepends on BIG\n";
            text += "\thelp\n\t  Say y here for hardware number " + QByteArray::number(option) +
                    ".\n\n";
        }
        text += "endmenu\n\n";
    }
    return text;
}

} // namespace

/// Whatever the view of a large tree does, the window goes on.
class TestLargeTree : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void togglesHalfOfIt_data();
    void togglesHalfOfIt();
    void switchesShapes();
    void searchesLetterByLetter();

private:
    void judge(const TurnMeter &meter) const
    {
        qInfo("%s", qPrintable(meter.text()));
        QVERIFY2(meter.work() <= TurnMeter::slice, qPrintable(meter.text()));
    }

    std::unique_ptr<Tree> m_tree;
    std::unique_ptr<OptionTreeModel> m_model;
    std::unique_ptr<OptionViewActions> m_actions;
    std::unique_ptr<OptionPane> m_pane;
};

void TestLargeTree::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_tree = std::make_unique<Tree>(largeTree().constData());
    QVERIFY(!m_tree->loaded().hasErrors());
    (void)m_tree->configuration().takeChanges();
    m_model = std::make_unique<OptionTreeModel>();
    m_actions = std::make_unique<OptionViewActions>();
    m_pane = std::make_unique<OptionPane>(m_model.get(), m_actions.get());
    m_pane->resize(800, 600);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    TurnMeter meter;
    meter.run(50); // the first painting of anything loads fonts
    meter.start();
    m_model->setConfiguration(&m_tree->configuration(), [this](const kconfig::Edit &edit) {
        if (const auto applied = m_tree->configuration().apply(edit); !applied)
            return QString::fromStdString(applied.error().message);
        const auto changed = m_tree->configuration().takeChanges();
        m_model->symbolsChanged({changed.begin(), changed.end()});
        return QString();
    });
    m_pane->setMenu(m_tree->model().root());
    meter.run(50);
    meter.stop();
    judge(meter);
}

void TestLargeTree::cleanupTestCase()
{
    m_pane.reset();
}

void TestLargeTree::togglesHalfOfIt_data()
{
    QTest::addColumn<OptionViewActions::Shape>("shape");
    QTest::newRow("one menu") << OptionViewActions::Shape::menus;
    QTest::newRow("whole tree") << OptionViewActions::Shape::tree;
    QTest::newRow("list") << OptionViewActions::Shape::flat;
}

void TestLargeTree::togglesHalfOfIt()
{
    QFETCH(OptionViewActions::Shape, shape);
    m_actions->shapes->actions().at(int(shape))->setChecked(true);
    TurnMeter meter;
    meter.run(30);
    const QModelIndex big = m_model->indexOf(m_tree->symbol("BIG"));
    QVERIFY(m_pane->showNode(m_model->nodeAt(big)));
    const int before = m_pane->filter()->shownCount();
    meter.start();
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(m_pane->view(), Qt::Key_Space);
        meter.run(20);
        QCOMPARE(m_pane->filter()->shownCount(),
                 before - (i % 2 == 0 ? menus * optionsEach / 2 : 0));
    }
    meter.stop();
    judge(meter);
}

void TestLargeTree::switchesShapes()
{
    TurnMeter meter;
    meter.run(20);
    meter.start();
    for (QAction *action :
         {m_actions->flat, m_actions->showAll, m_actions->namesFirst, m_actions->tree,
          m_actions->onlyNonDefault, m_actions->onlyChanged, m_actions->menus}) {
        action->trigger();
        meter.run(20);
    }
    for (QAction *action : {m_actions->showAll, m_actions->namesFirst, m_actions->onlyNonDefault,
                            m_actions->onlyChanged}) {
        action->trigger();
        meter.run(20);
    }
    meter.stop();
    judge(meter);
    // What the tester asks of every model holds for one of this size, too.
    const QAbstractItemModelTester tester(m_pane->filter(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTest::keyClick(m_pane->view(), Qt::Key_Down);
}

void TestLargeTree::searchesLetterByLetter()
{
    TurnMeter meter;
    meter.run(20);
    meter.start();
    const QString query = QStringLiteral("vendor 149");
    m_pane->setSearchText(query.left(1));
    // The index is made on another thread; what was typed meanwhile is not lost.
    QVERIFY(!m_pane->search()->isReady());
    m_pane->setSearchText(query.left(2));
    QVERIFY(waitInTurns([this] { return m_pane->search()->isReady(); }));
    for (qsizetype letters = 3; letters <= query.size(); ++letters) {
        m_pane->setSearchText(query.left(letters));
        meter.run(10);
    }
    meter.stop();
    judge(meter);
    QCOMPARE(m_pane->search()->total(), optionsEach);
    QVERIFY(m_pane->view()->currentIndex().isValid());
    m_actions->resultsTree->trigger();
    QCOMPARE(m_pane->filter()->matchCount(), optionsEach);
    m_pane->setSearchText({});
    QVERIFY(m_pane->showsOneMenu());
}

QTEST_MAIN(TestLargeTree)
#include "large_tree_test.moc"
