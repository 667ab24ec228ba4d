// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../workbench/fixture.h"
#include "kconfig_fixture.h"

#include "widgets/configure_page.h"
#include "widgets/details_pane.h"
#include "widgets/option_filter_model.h"
#include "widgets/option_pane.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"
#include "widgets/option_view_actions.h"
#include "workbench/config_session.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QSignalSpy>
#include <QTreeView>

#include <random>

using namespace kiln;
using kiln::test::Workspace;

/// Random clicks and keys on the page that configures; afterwards the file that is saved holds what
/// the window shows. KILN_MONKEY_SECONDS and KILN_MONKEY_SEED ask for more and for others.
class TestMonkey : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void playsWithThePage();

private:
    int upTo(int below) { return std::uniform_int_distribution<int>(0, below - 1)(m_random); }
    void play(ConfigurePage &page, ConfigSession &session);
    void press(OptionView *view);
    void clickOn(QTreeView *view);

    std::mt19937 m_random;
};

void TestMonkey::press(OptionView *view)
{
    static const Qt::Key keys[] = {
        Qt::Key_Up,       Qt::Key_Down, Qt::Key_Left,      Qt::Key_Right,  Qt::Key_Space,
        Qt::Key_Return,   Qt::Key_Y,    Qt::Key_N,         Qt::Key_M,      Qt::Key_Z,
        Qt::Key_Tab,      Qt::Key_Home, Qt::Key_Backspace, Qt::Key_Escape, Qt::Key_Slash,
        Qt::Key_PageDown, Qt::Key_End,  Qt::Key_1,         Qt::Key_F2};
    QWidget *popup = QApplication::activePopupWidget();
    QWidget *focus = popup ? popup : QApplication::focusWidget();
    QTest::keyClick(focus && upTo(2) == 0 ? focus : view, keys[upTo(int(std::size(keys)))]);
}

void TestMonkey::clickOn(QTreeView *view)
{
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    const QSize size = view->viewport()->size();
    const QPoint at(upTo(std::max(size.width(), 1)), upTo(std::max(size.height(), 1)));
    if (upTo(8) == 0)
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, at);
    else
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
}

void TestMonkey::play(ConfigurePage &page, ConfigSession &session)
{
    const QList<QAction *> actions = page.viewActions()->all();
    switch (upTo(16)) {
    case 0:
        if (QAction *action = actions[upTo(int(actions.size()))])
            action->trigger();
        break;
    case 1:
        page.setSearchText(QStringLiteral("level speed alloc").mid(upTo(10), upTo(6)));
        break;
    case 2:
        page.setSearchText({});
        break;
    case 3:
        if (upTo(2) == 0)
            session.undo();
        else
            session.redo();
        break;
    case 4:
    case 5:
        clickOn(page.menuView());
        break;
    case 6:
        (void)page.detailsText();
        break;
    case 7:
        QCoreApplication::processEvents();
        break;
    case 8:
    case 9:
    case 10:
        clickOn(page.optionView());
        break;
    default:
        press(page.optionView());
        break;
    }
}

void TestMonkey::playsWithThePage()
{
    const Workspace space;
    QByteArray tree(kiln::test::smallTree);
    tree.remove(0, tree.indexOf("config NAME"));
    QVERIFY(kiln::test::writeFile(space.app() + QStringLiteral("/Config.uk"), tree));
    ConfigSession session;
    ConfigurePage page(&session);
    page.resize(1000, 600);
    page.show();
    QSignalSpy loaded(&session, &ConfigSession::loaded);
    session.load(space.project(), true);
    QVERIFY(loaded.wait(20'000));
    const QAbstractItemModelTester tree1(page.treeModel(),
                                         QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester tree2(page.optionPane()->filter(),
                                         QAbstractItemModelTester::FailureReportingMode::QtTest);

    bool isSet = false;
    const int seed = qEnvironmentVariableIntValue("KILN_MONKEY_SEED", &isSet);
    m_random.seed(isSet ? unsigned(seed) : 20'240'905U);
    const int seconds = qEnvironmentVariableIntValue("KILN_MONKEY_SECONDS", &isSet);
    QElapsedTimer clock;
    clock.start();
    int turns = 0;
    while (isSet ? clock.elapsed() < seconds * 1000 : turns < 3000) {
        play(page, session);
        ++turns;
        // Once in a while the models are compared with the configuration they show.
        if (turns % 100 == 0) {
            for (std::uint32_t i = 0; i < session.model().nodeCount(); ++i)
                QCOMPARE(page.treeModel()->isVisible(kconfig::NodeId{i}),
                         session.configuration().isVisible(kconfig::NodeId{i}));
        }
    }
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    page.hide();

    // What was made of it, read from the file by somebody else.
    kconfig::Configuration shown = session.configuration();
    QVERIFY(kiln::test::writeFile(space.app() + QStringLiteral("/.config"), session.text()));
    ConfigSession fresh;
    QSignalSpy again(&fresh, &ConfigSession::loaded);
    fresh.load(space.project(), true);
    QVERIFY(again.wait(20'000));
    for (std::uint32_t i = 0; i < fresh.model().symbols().size(); ++i) {
        const kconfig::Symbol &symbol = fresh.model().symbols()[i];
        const kconfig::SymbolId same = session.model().find(symbol.name);
        if (symbol.isConstant || symbol.name.empty() || !same.isValid() || !shown.isWritten(same))
            continue;
        QVERIFY2(fresh.configuration().value(kconfig::SymbolId{i}) == shown.value(same),
                 std::string(symbol.name).c_str());
    }
}

QTEST_MAIN(TestMonkey)
#include "monkey_test.moc"
