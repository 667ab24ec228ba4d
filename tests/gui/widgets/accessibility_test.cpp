// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kconfig_fixture.h"

#include "widgets/dependency_view.h"
#include "widgets/option_filter_model.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"

#include <QAccessible>
#include <QHeaderView>

using namespace kiln;
using kiln::test::Tree;

/// What a screen reader is told, asked through the interfaces it uses.
class TestAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void optionsTellNameAndValue();
    void locksTellWhy();
    void statesFollowEdits();
    void dependenciesTellTruth();

private:
    /// The interface of the cell with an option, found as a screen reader finds it: by going over
    /// the children of the view.
    [[nodiscard]] QAccessibleInterface *cell(const QString &prompt) const
    {
        QAccessibleInterface *view = QAccessible::queryAccessibleInterface(m_view.get());
        for (int i = 0; i < view->childCount(); ++i) {
            QAccessibleInterface *child = view->child(i);
            if (child && child->text(QAccessible::Name).startsWith(prompt))
                return child;
        }
        return nullptr;
    }
    void apply(const char *name, const char *value)
    {
        m_model->symbolsChanged(m_tree->apply({m_tree->symbol(name), value}));
    }

    std::unique_ptr<Tree> m_tree;
    std::unique_ptr<OptionTreeModel> m_model;
    std::unique_ptr<OptionFilterModel> m_filter;
    std::unique_ptr<OptionView> m_view;
};

void TestAccessibility::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QAccessible::setActive(true);
}

void TestAccessibility::init()
{
    m_view.reset();
    m_filter.reset();
    m_model = std::make_unique<OptionTreeModel>();
    m_tree = std::make_unique<Tree>();
    m_model->setConfiguration(&m_tree->configuration());
    m_filter = std::make_unique<OptionFilterModel>(OptionFilterModel::Show::options);
    m_filter->setSourceModel(m_model.get());
    m_view = std::make_unique<OptionView>();
    m_view->setModel(m_filter.get());
    m_view->resize(800, 600);
    m_view->expandAll();
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestAccessibility::optionsTellNameAndValue()
{
    QAccessibleInterface *console = cell(QStringLiteral("Serial console"));
    QVERIFY(console);
    const QString text = console->text(QAccessible::Name);
    QVERIFY2(text.contains(QStringLiteral("CONSOLE")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("value n")), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("locked")));
    QVERIFY(console->state().checkable);
    QVERIFY(!console->state().checked);
    QAccessibleInterface *name = cell(QStringLiteral("Name of the image"));
    QVERIFY(name);
    QVERIFY(name->text(QAccessible::Name).contains(QStringLiteral("value demo")));
    QAccessibleInterface *choice = cell(QStringLiteral("Message level"));
    QVERIFY(choice);
    QVERIFY(choice->text(QAccessible::Name).contains(QStringLiteral("value Errors only")));
}

void TestAccessibility::locksTellWhy()
{
    apply("CONSOLE", "y");
    QAccessibleInterface *devices = cell(QStringLiteral("Device registry"));
    QVERIFY(devices);
    const QString text = devices->text(QAccessible::Name);
    QVERIFY2(text.contains(QStringLiteral("locked: ")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("CONSOLE")), qPrintable(text));
    QVERIFY(!devices->state().checkable);
}

void TestAccessibility::statesFollowEdits()
{
    apply("CONSOLE", "y");
    QAccessibleInterface *console = cell(QStringLiteral("Serial console"));
    QVERIFY(console);
    QVERIFY(console->text(QAccessible::Name).contains(QStringLiteral("value y")));
    QVERIFY(console->state().checked);
    QVERIFY(cell(QStringLiteral("Line speed")));
    apply("CONSOLE", "n");
    QVERIFY(!cell(QStringLiteral("Line speed")));
    m_filter->setShowAll(true);
    m_view->expandAll();
    QAccessibleInterface *speed = cell(QStringLiteral("Line speed"));
    QVERIFY(speed);
    QVERIFY(speed->text(QAccessible::Name).contains(QStringLiteral("hidden now")));
}

void TestAccessibility::dependenciesTellTruth()
{
    DependencyView needs;
    needs.setNode(&m_tree->configuration(),
                  m_model->nodeAt(m_model->indexOf(m_tree->symbol("SPEED"))));
    needs.resize(300, 200);
    needs.show();
    QAccessibleInterface *view = QAccessible::queryAccessibleInterface(&needs);
    QCOMPARE(view->text(QAccessible::Name), QStringLiteral("What the option needs"));
    QStringList texts;
    for (int i = 0; i < view->childCount(); ++i)
        texts << view->child(i)->text(QAccessible::Name);
    QVERIFY2(texts.contains(QStringLiteral("CONSOLE, is n, false")), qPrintable(texts.join(u'|')));
}

QTEST_MAIN(TestAccessibility)
#include "accessibility_test.moc"
