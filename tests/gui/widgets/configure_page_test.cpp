// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../workbench/fixture.h"
#include "kconfig_fixture.h"

#include "widgets/configure_page.h"
#include "widgets/dependency_view.h"
#include "widgets/details_pane.h"
#include "widgets/fitted_text.h"
#include "widgets/option_filter_model.h"
#include "widgets/option_pane.h"
#include "widgets/option_search_model.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"
#include "widgets/option_view_actions.h"
#include "widgets/why_popup.h"
#include "workbench/config_session.h"

#include <QAction>
#include <QHash>
#include <QHelpEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QTranslator>

using namespace kiln;
using kiln::test::Workspace;

/// The page that configures, on a real session, driven by keys and clicks.
class TestConfigurePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();
    void startsWithMenus();
    void showsTheWholeTree();
    void showsAList();
    void showsOnlyWhatChanged();
    void showsNames();
    void keyShowsAll();
    void searchesAsAList();
    void searchInVainLeavesThingsAsTheyWere();
    void searchesAsATree();
    void escapesFromSearch();
    void spaceTellsWhy();
    void pointerTellsWhy();
    void tellsWhyInTheUsersLanguage();
    void aChoiceAlwaysSetIsNotLocked();
    void reasonsLeadOn();
    void dependencyFollowsEdits();
    void dependencyLeadsOn();
    void helpTakesFocus();
    void linksShowHidden();
    void remembersTheView();

private:
    [[nodiscard]] kconfig::SymbolId symbol(const char *name) const
    {
        return m_session->model().find(name);
    }
    [[nodiscard]] QString value(const char *name) const
    {
        return QString::fromStdString(m_session->configuration().value(symbol(name)));
    }
    [[nodiscard]] OptionView *view() const { return m_page->optionView(); }
    [[nodiscard]] QModelIndex row(const char *name) const
    {
        return m_page->optionPane()->fromTree(m_page->treeModel()->indexOf(symbol(name)));
    }
    [[nodiscard]] QString current() const
    {
        return view()->currentIndex().data(OptionTreeModel::PromptRole).toString();
    }
    void press(int key) { QTest::keyClick(view(), Qt::Key(key)); }

    std::unique_ptr<Workspace> m_space;
    std::unique_ptr<ConfigSession> m_session;
    std::unique_ptr<ConfigurePage> m_page;
};

void TestConfigurePage::init()
{
    m_space = std::make_unique<Workspace>();
    QByteArray tree(kiln::test::smallTree);
    tree.remove(0, tree.indexOf("config NAME")); // the tree has a title of its own
    QVERIFY(kiln::test::writeFile(m_space->app() + QStringLiteral("/Config.uk"), tree));
    m_session = std::make_unique<ConfigSession>();
    m_page = std::make_unique<ConfigurePage>(m_session.get());
    m_page->resize(1100, 700);
    m_page->show();
    QSignalSpy loaded(m_session.get(), &ConfigSession::loaded);
    m_session->load(m_space->project(), true);
    QVERIFY(loaded.wait(20'000));
    QVERIFY(symbol("CONSOLE").isValid());
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestConfigurePage::cleanup()
{
    m_page.reset();
    m_session.reset();
    m_space.reset();
}

void TestConfigurePage::startsWithMenus()
{
    QVERIFY(m_page->menuView()->isVisible());
    QVERIFY(m_page->optionPane()->showsOneMenu());
    m_page->showOption(QStringLiteral("CONSOLE"));
    QCOMPARE(current(), QStringLiteral("Serial console"));
    QCOMPARE(m_page->menuView()->currentIndex().data().toString(), QStringLiteral("Platform"));
    // Back to the menu above, where it was left.
    press(Qt::Key_Backspace);
    QCOMPARE(current(), QStringLiteral("Platform"));
    press(Qt::Key_Return);
    QCOMPARE(m_page->menuView()->currentIndex().data().toString(), QStringLiteral("Platform"));
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    QCOMPARE(current(), QStringLiteral("Platform"));
}

void TestConfigurePage::showsTheWholeTree()
{
    m_page->showOption(QStringLiteral("CONSOLE"));
    m_page->viewActions()->tree->trigger();
    QVERIFY(!m_page->menuView()->isVisible());
    QVERIFY(!view()->rootIndex().isValid());
    QCOMPARE(current(), QStringLiteral("Serial console")); // stays where it was
    QVERIFY(view()->visualRect(view()->currentIndex()).isValid());
    // Menus open in place.
    m_page->optionPane()->showNode(
        m_page->treeModel()->nodeAt(m_page->treeModel()->indexOf(symbol("ALLOC")).parent()));
    QCOMPARE(current(), QStringLiteral("Libraries"));
    const bool wasOpen = view()->isExpanded(view()->currentIndex());
    press(Qt::Key_Return);
    QCOMPARE(view()->isExpanded(view()->currentIndex()), !wasOpen);
    m_page->viewActions()->menus->trigger();
    QVERIFY(m_page->menuView()->isVisible());
}

void TestConfigurePage::showsAList()
{
    m_page->viewActions()->flat->trigger();
    QVERIFY(!m_page->menuView()->isVisible());
    const int rows = view()->model()->rowCount();
    QVERIFY(row("NAME").isValid());
    QVERIFY(!row("SPEED").isValid());
    m_page->showOption(QStringLiteral("CONSOLE"));
    press(Qt::Key_Space);
    QCOMPARE(value("CONSOLE"), QStringLiteral("y"));
    QCOMPARE(view()->model()->rowCount(), rows + 1);
    QCOMPARE(row("SPEED").row(), row("CONSOLE").row() + 1);
    // As in menuconfig, arrows move and letters set.
    press(Qt::Key_Down);
    QCOMPARE(current(), QStringLiteral("Line speed"));
    press(Qt::Key_Up);
    press(Qt::Key_N);
    QCOMPARE(value("CONSOLE"), QStringLiteral("n"));
    QCOMPARE(view()->model()->rowCount(), rows);
}

void TestConfigurePage::showsOnlyWhatChanged()
{
    m_page->viewActions()->tree->trigger();
    m_page->viewActions()->onlyChanged->trigger();
    QCOMPARE(m_page->optionPane()->filter()->matchCount(), 0);
    auto *nothing = m_page->findChild<QLabel *>(QStringLiteral("nothing"));
    QVERIFY(nothing && nothing->isVisible());
    QVERIFY(m_session->edit({symbol("ALLOC"), "y"}));
    QVERIFY(row("ALLOC").isValid());
    QVERIFY(!row("KVM").isValid());
    QVERIFY(!nothing->isVisible());
    // An option that is left out takes the filter away when it is asked for.
    m_page->showOption(QStringLiteral("BASE"));
    QVERIFY(!m_page->viewActions()->onlyChanged->isChecked());
    QCOMPARE(current(), QStringLiteral("Base address"));
    m_page->viewActions()->onlyNonDefault->trigger();
    QVERIFY(row("ALLOC").isValid());
    QVERIFY(!row("BASE").isValid());
}

void TestConfigurePage::showsNames()
{
    m_page->showOption(QStringLiteral("CONSOLE"));
    QCOMPARE(view()->currentIndex().data().toString(), QStringLiteral("Serial console"));
    m_page->viewActions()->namesFirst->trigger();
    QCOMPARE(view()->currentIndex().data().toString(), QStringLiteral("CONSOLE"));
}

void TestConfigurePage::keyShowsAll()
{
    QVERIFY(!row("SPEED").isValid());
    view()->setFocus();
    QTest::keyClicks(view(), QStringLiteral("z"));
    QVERIFY(m_page->viewActions()->showAll->isChecked());
    QVERIFY(row("SPEED").isValid());
    QTest::keyClicks(view(), QStringLiteral("z"));
    QVERIFY(!row("SPEED").isValid());
}

void TestConfigurePage::searchesAsAList()
{
    m_page->setSearchText(QStringLiteral("level_a"));
    QCOMPARE(view()->model()->rowCount(), 1);
    QCOMPARE(current(), QStringLiteral("Everything"));
    press(Qt::Key_Space);
    QCOMPARE(value("LEVEL_ALL"), QStringLiteral("y"));
    QVERIFY(m_page->detailsText().contains(QStringLiteral("LEVEL_ALL")));
    m_page->setSearchText(QStringLiteral("nothing like it"));
    QCOMPARE(view()->model()->rowCount(), 0);
    // Nor are there details of what was found before.
    QCOMPARE(m_page->detailsText().trimmed(), QString());
    auto *nothing = m_page->findChild<QLabel *>(QStringLiteral("nothing"));
    QVERIFY(nothing && nothing->text().contains(QStringLiteral("nothing like it")));
    // It stands where the rows would, below their header, and follows their size.
    QCOMPARE(nothing->geometry(), view()->viewport()->geometry());
    m_page->resize(m_page->size() + QSize(64, 32));
    QTRY_COMPARE(nothing->geometry(), view()->viewport()->geometry());
    m_page->setSearchText({});
    QVERIFY(m_page->optionPane()->showsOneMenu());
    QVERIFY(!nothing->isVisible());
}

void TestConfigurePage::searchInVainLeavesThingsAsTheyWere()
{
    m_page->showOption(QStringLiteral("CONSOLE"));
    const QString before = current();
    m_page->setSearchText(QStringLiteral("nothing like it"));
    QVERIFY(!view()->currentIndex().isValid());
    press(Qt::Key_Escape);
    QVERIFY(!m_page->optionPane()->isSearching());
    QCOMPARE(current(), before);
    QVERIFY(m_page->detailsText().contains(QStringLiteral("CONSOLE")));
}

void TestConfigurePage::searchesAsATree()
{
    m_page->viewActions()->resultsTree->trigger();
    m_page->setSearchText(QStringLiteral("base address"));
    QCOMPARE(current(), QStringLiteral("Base address"));
    QVERIFY(view()->visualRect(view()->currentIndex()).isValid());
    QCOMPARE(view()->currentIndex().parent().data().toString(), QStringLiteral("Platform"));
    QVERIFY(!row("KVM").isValid());
    m_page->setSearchText({});
    QVERIFY(m_page->optionPane()->showsOneMenu());
}

void TestConfigurePage::escapesFromSearch()
{
    QSignalSpy left(m_page.get(), &ConfigurePage::searchLeft);
    m_page->setSearchText(QStringLiteral("allocator"));
    QVERIFY(m_page->optionPane()->isSearching());
    QCOMPARE(current(), QStringLiteral("Allocator"));
    press(Qt::Key_Escape);
    QVERIFY(!m_page->optionPane()->isSearching());
    QCOMPARE(left.count(), 1);
    // What was found is where one is now.
    QCOMPARE(current(), QStringLiteral("Allocator"));
    QCOMPARE(m_page->menuView()->currentIndex().data().toString(), QStringLiteral("Libraries"));
}

void TestConfigurePage::spaceTellsWhy()
{
    QVERIFY(m_session->edit({symbol("CONSOLE"), "y"}));
    m_page->showOption(QStringLiteral("DEVICES"));
    view()->setFocus();
    QVERIFY(!m_page->whyPopup()->isVisible());
    press(Qt::Key_Space);
    QCOMPARE(value("DEVICES"), QStringLiteral("y"));
    QVERIFY(m_page->whyPopup()->isVisible());
    const QString why = m_page->whyPopup()->text();
    QVERIFY2(why.contains(QStringLiteral("CONSOLE")), qPrintable(why));
    QVERIFY2(why.contains(QStringLiteral("Config.uk:")), qPrintable(why));
    QVERIFY(m_page->rect().contains(m_page->whyPopup()->geometry()));
    // The next key closes it and does what it does.
    press(Qt::Key_Up);
    QVERIFY(!m_page->whyPopup()->isVisible());
    press(Qt::Key_Down);
    QCOMPARE(current(), QStringLiteral("Device registry"));
    press(Qt::Key_Space);
    QVERIFY(m_page->whyPopup()->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!m_page->whyPopup()->isVisible());
}

/// Another of its values can be chosen, though it can't be without one.
void TestConfigurePage::aChoiceAlwaysSetIsNotLocked()
{
    const kconfig::SymbolId choice = m_session->model().symbol(symbol("LEVEL_ALL")).choice;
    QVERIFY(choice.isValid());
    QVERIFY(!m_session->configuration().isChangeable(choice));
    m_page->showOption(m_session->model().symbol(choice).nodes.front());
    QCOMPARE(current(), QStringLiteral("Message level"));
    QTRY_VERIFY(m_page->detailsText().contains(QStringLiteral("Message level")));
    QVERIFY(!m_page->detailsText().contains(QStringLiteral("Locked")));
}

void TestConfigurePage::pointerTellsWhy()
{
    QVERIFY(m_session->edit({symbol("CONSOLE"), "y"}));
    m_page->showOption(QStringLiteral("KVM"));
    const QPoint at = view()->visualRect(row("DEVICES")).center();
    QHelpEvent rests(QEvent::ToolTip, at, view()->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(view()->viewport(), &rests);
    QVERIFY(m_page->whyPopup()->isVisible());
    QVERIFY(m_page->whyPopup()->text().contains(QStringLiteral("CONSOLE")));
    // The pointer is somewhere else.
    QCursor::setPos(view()->mapToGlobal(QPoint(-200, -200)));
    QTRY_VERIFY(!m_page->whyPopup()->isVisible());
}

void TestConfigurePage::tellsWhyInTheUsersLanguage()
{
    class German : public QTranslator
    {
    public:
        [[nodiscard]] bool isEmpty() const override { return false; }
        [[nodiscard]] QString translate(const char *context, const char *text, const char *,
                                        int) const override
        {
            static const QHash<QByteArray, QString> words{
                {"%1 is held at %2 by select from %3",
                 QStringLiteral("%1 wird durch select von %3 auf %2 gehalten")},
                {"%1 is held at %2 by a select of %3",
                 QStringLiteral("%1 wird durch ein select von %3 auf %2 gehalten")},
                {"%1 is %2", QStringLiteral("%1 ist %2")},
                {"%1 at %2", QStringLiteral("%1 in %2")},
                {"you set it", QStringLiteral("von Ihnen gesetzt")}};
            return qstrcmp(context, "KconfigReasons") == 0 ? words.value(text) : QString();
        }
    };
    const auto plain = [](const QString &html) {
        return QTextDocumentFragment::fromHtml(html).toPlainText();
    };
    QVERIFY(m_session->edit({symbol("CONSOLE"), "y"}));
    m_page->showOption(QStringLiteral("DEVICES"));
    view()->setFocus();
    German german;
    QVERIFY(QCoreApplication::installTranslator(&german));
    const auto english = qScopeGuard([&] { QCoreApplication::removeTranslator(&german); });
    press(Qt::Key_Space);
    QVERIFY(m_page->whyPopup()->isVisible());
    const QString why = plain(m_page->whyPopup()->text());
    // Names and places are links in their new places.
    static const QRegularExpression held(QStringLiteral(
        "DEVICES wird durch select von CONSOLE in \\S*Config\\.uk:[0-9]+ auf y gehalten"));
    QVERIFY2(why.contains(held), qPrintable(why));
    QVERIFY2(why.contains(QStringLiteral("CONSOLE ist y: von Ihnen gesetzt")), qPrintable(why));
    const QString tip = plain(row("DEVICES").data(Qt::ToolTipRole).toString());
    QVERIFY2(tip.contains(QStringLiteral("DEVICES wird durch ein select von CONSOLE auf y")),
             qPrintable(tip));
    for (const QString &text : {why, tip})
        QVERIFY2(!text.contains(QStringLiteral("held")) && !text.contains(QStringLiteral("%")),
                 qPrintable(text));
}

void TestConfigurePage::reasonsLeadOn()
{
    QVERIFY(m_session->edit({symbol("CONSOLE"), "y"}));
    m_page->showOption(QStringLiteral("DEVICES"));
    view()->setFocus();
    press(Qt::Key_Space);
    press(Qt::Key_Tab);
    QTextBrowser *text = m_page->whyPopup()->browser();
    QCOMPARE(m_page->focusWidget(), text);
    // The first link is the option itself or who selects it; by keys to the one, as a user does.
    QSignalSpy followed(m_page->whyPopup(), &WhyPopup::linkActivated);
    for (int link = 0; link < 8 && followed.isEmpty(); ++link) {
        QTest::keyClick(text, Qt::Key_Tab);
        if (text->textCursor().selectedText() == QLatin1String("CONSOLE"))
            QTest::keyClick(text, Qt::Key_Return);
    }
    QCOMPARE(followed.count(), 1);
    QCOMPARE(current(), QStringLiteral("Serial console"));
    QVERIFY(!m_page->whyPopup()->isVisible());
}

void TestConfigurePage::dependencyFollowsEdits()
{
    QVERIFY(m_session->edit({symbol("CONSOLE"), "y"}));
    m_page->viewActions()->showAll->setChecked(true); // or it would go
    m_page->showOption(QStringLiteral("SPEED"));
    const QString before = m_page->detailsText();
    QVERIFY2(before.contains(QStringLiteral("CONSOLE, is y, true")), qPrintable(before));
    QVERIFY(m_session->edit({symbol("CONSOLE"), "n"}));
    const QString after = m_page->details()->plainText();
    QVERIFY2(after.contains(QStringLiteral("CONSOLE, is n, false")), qPrintable(after));
    m_session->undo();
    QVERIFY(m_page->detailsText().contains(QStringLiteral("CONSOLE, is y, true")));
}

void TestConfigurePage::dependencyLeadsOn()
{
    m_page->viewActions()->showAll->setChecked(true);
    m_page->showOption(QStringLiteral("SPEED"));
    QVERIFY(!m_page->detailsText().isEmpty());
    DependencyView *needs = m_page->details()->dependencies();
    QVERIFY(needs->isVisible());
    QModelIndex leaf = needs->model()->index(0, 0);
    while (leaf.isValid() && leaf.data().toString() != QLatin1String("CONSOLE"))
        leaf = needs->indexBelow(leaf);
    QVERIFY(leaf.isValid());
    QTest::mouseClick(needs->viewport(), Qt::LeftButton, {}, needs->visualRect(leaf).center());
    QCOMPARE(current(), QStringLiteral("Serial console"));
}

void TestConfigurePage::helpTakesFocus()
{
    m_page->showOption(QStringLiteral("ALLOC"));
    view()->setFocus();
    QTest::keyClicks(view(), QStringLiteral("?"));
    QCOMPARE(m_page->focusWidget(), m_page->details()->top());
    QSignalSpy search(m_page.get(), &ConfigurePage::searchRequested);
    view()->setFocus();
    QTest::keyClicks(view(), QStringLiteral("/"));
    QCOMPARE(search.count(), 1);
}

void TestConfigurePage::linksShowHidden()
{
    QVERIFY(!m_page->viewActions()->showAll->isChecked());
    m_page->showOption(QStringLiteral("SPEED"));
    QVERIFY(m_page->viewActions()->showAll->isChecked());
    QCOMPARE(current(), QStringLiteral("Line speed"));
    // Space on what is hidden says why, too.
    view()->setFocus();
    press(Qt::Key_Space);
    QVERIFY(m_page->whyPopup()->text().contains(QStringLiteral("CONSOLE")));
}

void TestConfigurePage::remembersTheView()
{
    const QString file = m_space->path(QStringLiteral("settings"));
    OptionViewActions *actions = m_page->viewActions();
    actions->flat->trigger();
    actions->namesFirst->trigger();
    {
        QSettings settings(file, QSettings::IniFormat);
        m_page->saveState(settings);
    }
    actions->menus->trigger();
    actions->namesFirst->trigger();
    QSignalSpy loaded(m_session.get(), &ConfigSession::loaded);
    ConfigurePage other(m_session.get());
    other.restoreState(QSettings(file, QSettings::IniFormat));
    QCOMPARE(other.viewActions()->shape(), OptionViewActions::Shape::flat);
    QVERIFY(other.viewActions()->namesFirst->isChecked());
    QVERIFY(!other.viewActions()->onlyChanged->isChecked());
    m_session->reload();
    QVERIFY(loaded.wait(20'000));
    QVERIFY(!other.optionView()->rootIndex().isValid());
    QVERIFY(other.optionView()->model()->rowCount() > 3);
}

QTEST_MAIN(TestConfigurePage)
#include "configure_page_test.moc"
