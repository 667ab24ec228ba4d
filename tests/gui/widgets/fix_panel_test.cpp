// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// "Make it so", from the lock to undo, by mouse and by keys.

#include "../workbench/session_fixture.h"

#include "widgets/configure_page.h"
#include "widgets/details_pane.h"
#include "widgets/fitted_text.h"
#include "widgets/fix_model.h"
#include "widgets/fix_panel.h"
#include "widgets/option_pane.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"
#include "widgets/option_view_actions.h"
#include "widgets/why_popup.h"
#include "widgets/wish_editor.h"
#include "workbench/fix_search.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTextBrowser>
#include <QTreeView>

using namespace kiln;
using namespace kiln::test;
using State = FixSearch::State;

namespace {

const char tree[] = R"(
config SHORT
	bool "Short way"

config LONG_A
	bool "Long way, first half"

config LONG_B
	bool "Long way, second half"
	depends on LONG_A

config HIDER
	bool "Hider"
	default y
	select HELD
	select PART_1
	select PART_2

config HELD
	bool "Held option"

config LOCKED
	bool "Locked option"
	depends on SHORT || LONG_B
	select FOLLOWER

config FOLLOWER
	bool

config COUNT
	int "How many"
	depends on LOCKED
	range 1 10
	default 3

config PART_1
	bool "Part 1"

config PART_2
	bool "Part 2"

config NEVER
	bool "Never"
	depends on HELD && !HELD
)";

} // namespace

class TestFixPanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_space;
    std::unique_ptr<ConfigSession> m_session;
    std::unique_ptr<ConfigurePage> m_page;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    [[nodiscard]] FixPanel *panel() const { return m_page->fixPanel(); }
    [[nodiscard]] QTreeView *ways() const { return panel()->tree(); }
    [[nodiscard]] OptionView *view() const { return m_page->optionView(); }
    [[nodiscard]] QString value(const char *name) const { return test::value(*m_session, name); }
    [[nodiscard]] QModelIndex row(const char *name) const
    {
        return m_page->optionPane()->fromTree(
            m_page->treeModel()->indexOf(symbol(*m_session, name)));
    }
    /// The row of a way's edit or consequence.
    [[nodiscard]] QModelIndex below(const QModelIndex &parent, const QString &name) const
    {
        const QAbstractItemModel *model = ways()->model();
        for (int i = 0; i < model->rowCount(parent); ++i) {
            const QModelIndex at = model->index(i, 0, parent);
            if (at.data().toString() == name)
                return at;
            if (const QModelIndex found = below(at, name); found.isValid())
                return found;
        }
        return {};
    }
    [[nodiscard]] QModelIndex way(int number) const { return ways()->model()->index(number, 0); }
    [[nodiscard]] State state() const { return panel()->search()->state(); }
    bool ends()
    {
        return QTest::qWaitFor(
            [&] { return state() != State::searching && !panel()->search()->isStale(); }, 20'000);
    }
    void select(const char *name)
    {
        m_page->viewActions()->showAll->setChecked(true);
        m_page->showOption(QString::fromLatin1(name));
        view()->setFocus();
        QVERIFY(row(name).isValid());
    }
    void open(const char *name)
    {
        select(name);
        QTest::keyClick(view(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(panel()->isVisible());
        QVERIFY(ends());
    }
    /// Follows a link in a text as the keyboard does.
    static bool follow(QTextBrowser *text, const QString &words)
    {
        text->setFocus();
        for (int link = 0; link < 30; ++link) {
            QTest::keyClick(text, Qt::Key_Tab);
            if (text->textCursor().selectedText() == words) {
                QTest::keyClick(text, Qt::Key_Return);
                return true;
            }
        }
        return false;
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        m_space = std::make_unique<Workspace>();
        QVERIFY(writeFile(m_space->app() + QStringLiteral("/Config.uk"), tree));
        m_session = std::make_unique<ConfigSession>();
        m_page = std::make_unique<ConfigurePage>(m_session.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            panel()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        // What the window does with the page's wish.
        connect(m_page.get(), &ConfigurePage::undoRequested, m_session.get(), &ConfigSession::undo);
        m_page->resize(1100, 800);
        m_page->show();
        QVERIFY(load(*m_session, m_space->project()));
        QVERIFY(m_session->save());
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        m_tester.reset();
        m_page.reset();
        m_session.reset();
        m_space.reset();
    }

    void theTreePreviewsTheWay()
    {
        const auto shown = [this](const QString &name) {
            return row(name.toLatin1().constData())
                .siblingAtColumn(OptionTreeModel::valueColumn)
                .data()
                .toString();
        };
        open("LOCKED");
        QVERIFY(panel()->search()->ways().size() >= 2);
        for (const int number : {0, 1}) {
            ways()->setFocus();
            ways()->setCurrentIndex(way(number));
            const FixWayPointer way = panel()->search()->ways()[number];
            QVERIFY(!way->steps.isEmpty());
            for (const FixValue &step : way->steps)
                QCOMPARE(shown(step.name), step.before + QStringLiteral(" → ") + step.after);
        }
        ways()->setCurrentIndex(way(0));
        QCOMPARE(shown(QStringLiteral("FOLLOWER")), QStringLiteral("n → y"));
        QVERIFY(row("FOLLOWER")
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("would become y")));
        QVERIFY(row("FOLLOWER").data(Qt::BackgroundRole).isValid());
        QCOMPARE(value("FOLLOWER"), QStringLiteral("n")); // nothing has been changed

        // What is made is no preview any more, nor is what was not made.
        QTest::keyClick(ways(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(value("FOLLOWER"), QStringLiteral("y"));
        QCOMPARE(shown(QStringLiteral("FOLLOWER")), QString());
        m_session->undo();
        QVERIFY(ends());
        QTRY_COMPARE(shown(QStringLiteral("FOLLOWER")), QStringLiteral("n → y"));
        panel()->setFocus();
        QTest::keyClick(panel(), Qt::Key_Escape);
        QVERIFY(panel()->isHidden());
        QCOMPARE(shown(QStringLiteral("FOLLOWER")), QString());
        QVERIFY(!row("FOLLOWER").data(Qt::BackgroundRole).isValid());
    }

    void lockToUndoByKeys()
    {
        const QString file = m_space->app() + QStringLiteral("/.config");
        const QByteArray before = contents(file);
        QVERIFY(panel()->isHidden());
        select("LOCKED");
        QTest::keyClick(view(), Qt::Key_Space);
        QVERIFY(m_page->whyPopup()->isVisible());
        QVERIFY(follow(m_page->whyPopup()->browser(), QStringLiteral("Make it so…")));
        QVERIFY(!m_page->whyPopup()->isVisible());
        QVERIFY(panel()->isVisible());
        QVERIFY(ends());
        QCOMPARE(m_page->focusWidget(), ways());
        QCOMPARE(panel()->model()->rowCount(), 2);
        QVERIFY(ways()->isExpanded(way(0)));
        QCOMPARE(ways()->currentIndex().row(), 0);
        QVERIFY2(panel()->message().contains(QStringLiteral("Fewer changes")),
                 qPrintable(panel()->message()));
        // The consequences of the first are in sight.
        const QModelIndex follower = below(way(0), QStringLiteral("FOLLOWER"));
        QVERIFY(follower.isValid());
        QVERIFY(ways()->visualRect(follower).isValid());
        QCOMPARE(follower.siblingAtColumn(FixModel::afterColumn).data().toString(),
                 QStringLiteral("y"));
        QCOMPARE(value("LOCKED"), QStringLiteral("n")); // nothing has been done yet
        // To the second way, and take it.
        while (ways()->currentIndex() != way(1))
            QTest::keyClick(ways(), Qt::Key_Down);
        QVERIFY(panel()->applyButton()->text().contains(u'3'));
        QTest::keyClick(ways(), Qt::Key_Return);
        QCOMPARE(state(), State::applied);
        QCOMPARE(value("LOCKED"), QStringLiteral("y"));
        QCOMPARE(value("LONG_B"), QStringLiteral("y"));
        QCOMPARE(value("SHORT"), QStringLiteral("n"));
        QVERIFY(view()->hasFocus());
        QVERIFY(m_session->save());
        QVERIFY(contents(file) != before);
        m_session->undo();
        QVERIFY(!m_session->canUndo());
        QVERIFY(m_session->save());
        QCOMPARE(contents(file), before);
        QTest::keyClick(ways(), Qt::Key_Escape);
        QVERIFY(panel()->isHidden());
    }

    void lockToUndoByMouse()
    {
        const QByteArray before = m_session->text();
        select("HELD");
        // One click on the box of what is locked says why, and offers the way.
        QTest::keyClick(view(), Qt::Key_Space);
        QVERIFY(m_page->offer()->isVisible());
        QTest::mouseClick(m_page->offer(), Qt::LeftButton);
        QVERIFY(panel()->isVisible());
        QVERIFY(!m_page->offer()->isVisible());
        QVERIFY(ends());
        QCOMPARE(panel()->search()->wishText(), QStringLiteral("HELD=n"));
        // A click on an edit goes to the option.
        const QModelIndex hider = below(way(0), QStringLiteral("HIDER"));
        QTest::mouseClick(ways()->viewport(), Qt::LeftButton, {},
                          ways()->visualRect(hider).center());
        QCOMPARE(view()->currentIndex().siblingAtColumn(0), row("HIDER"));
        QTest::mouseClick(panel()->applyButton(), Qt::LeftButton);
        QCOMPARE(value("HELD"), QStringLiteral("n"));
        QCOMPARE(value("HIDER"), QStringLiteral("n"));
        QVERIFY(panel()->undoButton()->isVisible());
        // What is done can be read, and asks for nothing.
        const QModelIndex done = below(way(0), QStringLiteral("HIDER"));
        QVERIFY(done.isValid());
        QVERIFY(!done.siblingAtColumn(FixModel::keepColumn).data(Qt::CheckStateRole).isValid());
        QVERIFY(!panel()->applyButton()->isVisible());
        QVERIFY2(panel()->message().contains(QStringLiteral("HIDER=n")),
                 qPrintable(panel()->message()));
        QTest::mouseClick(panel()->undoButton(), Qt::LeftButton);
        QCOMPARE(m_session->text(), before);
        QVERIFY(ends());
        QCOMPARE(state(), State::found); // and another way may be taken
    }

    void leavesAlone()
    {
        open("LOCKED");
        ways()->setCurrentIndex(below(way(0), QStringLiteral("SHORT")));
        QTest::keyClick(ways(), Qt::Key_Space);
        QVERIFY(ends());
        QCOMPARE(panel()->search()->ways().size(), 1);
        QVERIFY(panel()->message().contains(QStringLiteral("SHORT stays")));
        QCOMPARE(ways()->currentIndex(), way(0));
        QVERIFY(panel()->applyButton()->isEnabled());
        QVERIFY(!below(way(0), QStringLiteral("SHORT")).isValid());
        // What stays is listed, and can be let go, here by the mouse.
        const QModelIndex kept = below(way(1), QStringLiteral("SHORT"));
        QVERIFY(kept.isValid());
        const QModelIndex box = kept.siblingAtColumn(FixModel::keepColumn);
        QCOMPARE(box.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        ways()->scrollTo(box);
        const QRect cell = ways()->visualRect(box);
        QTest::mouseClick(ways()->viewport(), Qt::LeftButton, {},
                          QPoint(cell.left() + 10, cell.center().y()));
        QVERIFY(ends());
        QCOMPARE(panel()->search()->ways().size(), 2);
        QVERIFY(panel()->search()->keep().isEmpty());
        // The wish itself has no box.
        const QModelIndex wish = below(way(0), QStringLiteral("LOCKED"));
        QVERIFY(!wish.siblingAtColumn(FixModel::keepColumn).data(Qt::CheckStateRole).isValid());
        // Nothing is left to change.
        ways()->setCurrentIndex(below(way(0), QStringLiteral("SHORT")));
        QTest::keyClick(ways(), Qt::Key_Space);
        QVERIFY(ends());
        ways()->setCurrentIndex(below(way(0), QStringLiteral("LONG_A")));
        QTest::keyClick(ways(), Qt::Key_Space);
        QVERIFY(ends());
        QCOMPARE(state(), State::impossible);
        QVERIFY(panel()->message().contains(QStringLiteral("stay as they are")));
        QVERIFY(below(way(0), QStringLiteral("LONG_A")).isValid());
        QVERIFY(!panel()->applyButton()->isVisible());
    }

    void saysWhatIsImpossible()
    {
        open("NEVER");
        QCOMPARE(state(), State::impossible);
        QVERIFY(panel()->message().contains(QStringLiteral("impossible")));
        QVERIFY2(panel()->reasons().contains(QStringLiteral("HELD")),
                 qPrintable(panel()->reasons()));
        // The reasons lead on.
        auto *story = panel()->findChild<QTextBrowser *>(QStringLiteral("fixReasons"));
        QVERIFY(story->isVisible());
        QVERIFY(story->hasFocus());
        QVERIFY(follow(story, QStringLiteral("HELD")));
        QCOMPARE(view()->currentIndex().siblingAtColumn(0), row("HELD"));
        story->setFocus();
        QTest::keyClick(story, Qt::Key_Escape);
        QVERIFY(panel()->isHidden());
        QVERIFY(view()->hasFocus());
    }

    void takesAnotherWish()
    {
        open("HIDER"); // which is y
        QCOMPARE(panel()->search()->wishText(), QStringLiteral("HIDER=n"));
        auto *values = panel()->findChild<QComboBox *>(QStringLiteral("wishValues"));
        QVERIFY(values->isVisible());
        values->setFocus();
        QTest::keyClick(values, Qt::Key_Up);
        QVERIFY(ends());
        QCOMPARE(panel()->search()->wishText(), QStringLiteral("HIDER=y"));
        QCOMPARE(state(), State::fulfilled);
        QVERIFY(panel()->message().contains(QStringLiteral("already")));
    }

    void takesANumber()
    {
        open("COUNT");
        QCOMPARE(state(), State::idle);
        auto *text = panel()->findChild<QLineEdit *>(QStringLiteral("wishText"));
        QCOMPARE(m_page->focusWidget(), text);
        QTest::keyClicks(text, QStringLiteral("77"));
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(ends());
        QCOMPARE(state(), State::refused);
        QVERIFY2(panel()->message().contains(QStringLiteral("COUNT")),
                 qPrintable(panel()->message()));
        text->selectAll();
        QTest::keyClicks(text, QStringLiteral("7"));
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(ends());
        QCOMPARE(state(), State::found);
        ways()->setFocus();
        QTest::keyClick(ways(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(value("COUNT"), QStringLiteral("7"));
        QCOMPARE(value("LOCKED"), QStringLiteral("y"));
        m_session->undo();
        QVERIFY(!m_session->canUndo());
    }

    void refusedLetterOffersTheWay()
    {
        select("HELD");
        QTest::keyClicks(view(), QStringLiteral("n"));
        QCOMPARE(value("HELD"), QStringLiteral("y"));
        QVERIFY(!m_session->canUndo());
        QVERIFY2(m_page->consequences().contains(QStringLiteral("HELD can't be n")),
                 qPrintable(m_page->consequences()));
        QVERIFY(m_page->whyPopup()->isVisible());
        QTest::keyClick(view(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(ends());
        QCOMPARE(panel()->search()->wishText(), QStringLiteral("HELD=n"));
        QVERIFY(!m_page->whyPopup()->isVisible());
        // No module where there are none.
        select("SHORT");
        QTest::keyClicks(view(), QStringLiteral("m"));
        QCOMPARE(value("SHORT"), QStringLiteral("n"));
        QVERIFY(!m_session->canUndo());
    }

    /// Its entries know the option by its number in the tree that there was.
    void menuGoesWithItsTree()
    {
        select("SHORT");
        emit view()->customContextMenuRequested(view()->visualRect(row("SHORT")).center());
        const QPointer<QMenu> menu = m_page->findChild<QMenu *>(QStringLiteral("optionMenu"));
        QVERIFY(menu && menu->isVisible());
        m_session->reload(ConfigSession::ReloadMode::keepEdits);
        QVERIFY(!menu->isVisible());
        QTRY_VERIFY(!menu);
        QTRY_VERIFY(!m_session->isLoading());
    }

    void menuOfAnOption()
    {
        const auto choose = [this](const char *name, const QString &entry) {
            select(name);
            emit view()->customContextMenuRequested(view()->visualRect(row(name)).center());
            auto *menu = m_page->findChild<QMenu *>(QStringLiteral("optionMenu"));
            if (!menu)
                return false;
            for (QAction *action : menu->actions()) {
                if (action->text() == entry) {
                    menu->setActiveAction(action);
                    QTest::keyClick(menu, Qt::Key_Return);
                    return true;
                }
            }
            return false;
        };
        QVERIFY(choose("SHORT", QStringLiteral("Set to y")));
        QCOMPARE(value("SHORT"), QStringLiteral("y"));
        QVERIFY(panel()->isHidden());
        QTRY_VERIFY(!m_page->findChild<QMenu *>(QStringLiteral("optionMenu")));
        // What can't be set now has an ellipsis.
        QVERIFY(choose("HELD", QStringLiteral("Set to n…")));
        QVERIFY(panel()->isVisible());
        QVERIFY(ends());
        QCOMPARE(panel()->search()->wishText(), QStringLiteral("HELD=n"));
    }

    void detailsOfferTheWay()
    {
        select("HELD");
        QVERIFY(m_page->detailsText().contains(QStringLiteral("Make it so")));
        QVERIFY(follow(m_page->details()->top(), QStringLiteral("Make it so…")));
        QVERIFY(panel()->isVisible());
        QVERIFY(ends());
        QCOMPARE(state(), State::found);
    }

    void followsEditsAndReadings()
    {
        open("LOCKED");
        QVERIFY(m_session->edit(edit(*m_session, "SHORT", "y")));
        QVERIFY(panel()->message().contains(QStringLiteral("has changed")));
        QVERIFY(!panel()->applyButton()->isEnabled());
        QVERIFY(ends());
        QCOMPARE(panel()->search()->ways().first()->edits.size(), 1U);
        QSignalSpy loaded(m_session.get(), &ConfigSession::loaded);
        m_session->reload();
        QVERIFY(loaded.wait());
        QVERIFY(panel()->isVisible());
        QVERIFY(ends());
        QCOMPARE(state(), State::found);
        // Gone from the tree.
        QVERIFY(writeFile(m_space->app() + QStringLiteral("/Config.uk"), "# nothing\n"));
        m_session->reload();
        QVERIFY(loaded.wait());
        QTRY_VERIFY(panel()->isHidden());
    }

    void isHeard()
    {
        open("LOCKED");
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(ways());
        QVERIFY(list);
        QVERIFY(list->text(QAccessible::Name).contains(QStringLiteral("Ways")));
        const QString first = way(0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(first.contains(QStringLiteral("Way 1 of 2")), qPrintable(first));
        QVERIFY(first.contains(QStringLiteral("SHORT=y")));
        const QString step =
            below(way(0), QStringLiteral("SHORT")).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(step.contains(QStringLiteral("from n to y")), qPrintable(step));
        for (QPushButton *button :
             {panel()->applyButton(), panel()->undoButton(), panel()->againButton()}) {
            QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(button);
            QVERIFY(heard && !(button->isVisible() && heard->text(QAccessible::Name).isEmpty()));
        }
    }
};

QTEST_MAIN(TestFixPanel)
#include "fix_panel_test.moc"
