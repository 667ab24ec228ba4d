// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kconfig_fixture.h"

#include "widgets/option_filter_model.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>

using namespace kiln;
using kiln::test::Tree;

/// Drives the view by mouse and keys.
class TestOptionView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();
    void clickOnBoxToggles();
    void clickBesideBoxSelects();
    void keysToggle();
    void spinBoxKeepsRange();
    void textIsEdited();
    void choiceDropsDown();
    void lockedOptionTellsWhy();
    void menusAreEntered();

private:
    [[nodiscard]] QModelIndex at(const char *name, int column = 0) const
    {
        return m_filter->mapFromSource(m_model->indexOf(m_tree->symbol(name), column));
    }
    [[nodiscard]] QString value(const char *name) const
    {
        return QString::fromStdString(m_tree->configuration().value(m_tree->symbol(name)));
    }
    void click(const QModelIndex &index, int x = -1)
    {
        const QRect rect = m_view->visualRect(index);
        QVERIFY(rect.isValid());
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                          x < 0 ? rect.center() : QPoint(rect.left() + x, rect.center().y()));
    }

    std::unique_ptr<Tree> m_tree;
    std::unique_ptr<OptionTreeModel> m_model;
    std::unique_ptr<OptionFilterModel> m_filter;
    std::unique_ptr<OptionView> m_view;
};

void TestOptionView::init()
{
    m_tree = std::make_unique<Tree>();
    m_model = std::make_unique<OptionTreeModel>();
    m_model->setConfiguration(&m_tree->configuration(), [this](const kconfig::Edit &edit) {
        const kconfig::Configuration before = m_tree->configuration();
        const auto result = m_tree->configuration().apply(edit);
        if (!result)
            return QString::fromStdString(result.error().message);
        const auto changed = kconfig::Configuration::differences(before, m_tree->configuration());
        m_model->symbolsChanged({changed.begin(), changed.end()});
        return QString();
    });
    m_filter = std::make_unique<OptionFilterModel>(OptionFilterModel::Show::options);
    m_filter->setSourceModel(m_model.get());
    m_view = std::make_unique<OptionView>();
    m_view->setModel(m_filter.get());
    m_view->resize(800, 600);
    m_view->expandAll();
    m_view->setColumnWidth(0, 400);
    m_view->setColumnWidth(1, 200);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestOptionView::cleanup()
{
    m_view.reset();
    m_filter.reset();
    m_model.reset();
    m_tree.reset();
}

void TestOptionView::clickOnBoxToggles()
{
    QCOMPARE(value("CONSOLE"), QStringLiteral("n"));
    click(at("CONSOLE"), 10);
    QCOMPARE(value("CONSOLE"), QStringLiteral("y"));
    QCOMPARE(value("DEVICES"), QStringLiteral("y"));
    QVERIFY(at("SPEED").isValid());
    click(at("CONSOLE"), 10);
    QCOMPARE(value("CONSOLE"), QStringLiteral("n"));
    QVERIFY(!at("SPEED").isValid());
}

void TestOptionView::clickBesideBoxSelects()
{
    click(at("CONSOLE"), 80);
    QCOMPARE(value("CONSOLE"), QStringLiteral("n"));
    QCOMPARE(m_view->currentIndex(), at("CONSOLE"));
}

void TestOptionView::keysToggle()
{
    m_view->setCurrentIndex(at("CONSOLE"));
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(value("CONSOLE"), QStringLiteral("y"));
    QTest::keyClick(m_view.get(), Qt::Key_N);
    QCOMPARE(value("CONSOLE"), QStringLiteral("n"));
    QTest::keyClick(m_view.get(), Qt::Key_N);
    QCOMPARE(value("CONSOLE"), QStringLiteral("n"));
    QTest::keyClick(m_view.get(), Qt::Key_Y);
    QCOMPARE(value("CONSOLE"), QStringLiteral("y"));
}

void TestOptionView::spinBoxKeepsRange()
{
    click(at("CONSOLE"), 10);
    m_view->setCurrentIndex(at("SPEED"));
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    auto *box = m_view->findChild<QSpinBox *>();
    QVERIFY(box);
    QCOMPARE(box->minimum(), 300);
    QCOMPARE(box->maximum(), 115200);
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("57600"));
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_COMPARE(value("SPEED"), QStringLiteral("57600"));
}

void TestOptionView::textIsEdited()
{
    click(at("NAME", OptionTreeModel::valueColumn));
    auto *line = m_view->findChild<QLineEdit *>();
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("other"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(value("NAME"), QStringLiteral("other"));
    click(at("NAME", OptionTreeModel::valueColumn));
    line = m_view->findChild<QLineEdit *>();
    QVERIFY(line);
    QTest::keyClicks(line, QStringLiteral("not this"));
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(value("NAME"), QStringLiteral("other"));
}

void TestOptionView::choiceDropsDown()
{
    const kconfig::NodeId error = m_model->nodeAt(m_model->indexOf(m_tree->symbol("LEVEL_ERROR")));
    const QModelIndex choice = m_filter->mapFromSource(
        m_model->indexOf(m_tree->model().node(error).parent, OptionTreeModel::valueColumn));
    click(choice);
    auto *box = m_view->findChild<QComboBox *>();
    QVERIFY(box);
    QCOMPARE(box->count(), 2);
    QCOMPARE(box->currentText(), QStringLiteral("Errors only"));
    box->setCurrentIndex(1);
    emit box->activated(1);
    QTRY_COMPARE(value("LEVEL_ALL"), QStringLiteral("y"));
    // The values themselves work as radio buttons, too.
    click(at("LEVEL_ERROR"), 10);
    QCOMPARE(value("LEVEL_ALL"), QStringLiteral("n"));
}

void TestOptionView::lockedOptionTellsWhy()
{
    click(at("CONSOLE"), 10);
    QSignalSpy refused(m_model.get(), &OptionTreeModel::editRefused);
    m_view->setCurrentIndex(at("DEVICES"));
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(refused.count(), 1);
    QVERIFY(refused.first().at(1).toString().contains(QStringLiteral("CONSOLE")));
    click(at("DEVICES"), 10);
    QCOMPARE(refused.count(), 2);
    QCOMPARE(value("DEVICES"), QStringLiteral("y"));
}

void TestOptionView::menusAreEntered()
{
    QSignalSpy entered(m_view.get(), &OptionView::menuEntered);
    QSignalSpy left(m_view.get(), &OptionView::leftMenu);
    const QModelIndex menu = at("KVM").parent();
    m_view->setCurrentIndex(menu);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(entered.count(), 1);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(menu).center());
    QCOMPARE(entered.count(), 2);
    QTest::keyClick(m_view.get(), Qt::Key_Backspace);
    QCOMPARE(left.count(), 1);
}

QTEST_MAIN(TestOptionView)
#include "option_view_test.moc"
