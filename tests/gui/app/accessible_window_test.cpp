// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole window as a screen reader and somebody without a mouse find it.

#include "window_driver.h"

#include "app/project_page.h"
#include "widgets/changes_view.h"
#include "widgets/compare_view.h"
#include "widgets/conflict_dialog.h"
#include "widgets/details_pane.h"
#include "widgets/fix_panel.h"
#include "widgets/fragment_dialog.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableWidget>
#include <QTreeView>
#include <QTreeWidget>

#include <set>

using namespace kiln;
using kiln::test::WindowDriver;
using kiln::test::Workspace;

namespace {

QString describe(QAccessibleInterface *item)
{
    QStringList chain;
    for (QAccessibleInterface *at = item; at; at = at->parent()) {
        const QObject *object = at->object();
        chain.prepend(object ? QString::fromLatin1(object->metaObject()->className()) + u'#' +
                                   object->objectName()
                             : QStringLiteral("role %1").arg(int(at->role())));
    }
    return chain.join(QStringLiteral(" > "));
}

/// What can take the focus and has no name, below an interface; cells are asked for what they say.
void findNameless(QAccessibleInterface *item, int depth, QStringList &found)
{
    if (!item || !item->isValid() || depth > 30)
        return;
    const QAccessible::State state = item->state();
    if (state.invisible)
        return;
    const QString name = item->text(QAccessible::Name);
    const bool isWindow = item->role() == QAccessible::Window;
    // A row says all in its first cell; others may be empty.
    const bool isLaterCell =
        item->tableCellInterface() && item->tableCellInterface()->columnIndex();
    if (state.focusable && !isWindow && !isLaterCell && name.trimmed().isEmpty())
        found << describe(item);
    const QAccessible::Role role = item->role();
    const bool holdsRows =
        role == QAccessible::Tree || role == QAccessible::Table || role == QAccessible::List;
    // Of many rows the first tell enough.
    const int count = holdsRows ? std::min(item->childCount(), 60) : item->childCount();
    for (int i = 0; i < count; ++i)
        findNameless(item->child(i), depth + 1, found);
}

QStringList nameless(QWidget *window)
{
    QStringList found;
    findNameless(QAccessible::queryAccessibleInterface(window), 0, found);
    found.removeDuplicates();
    return found;
}

/// The widgets that Tab goes to, from the one that has the focus until it comes back there.
std::set<const QWidget *> tabRound(QWidget *window)
{
    std::set<const QWidget *> seen;
    const QWidget *last = nullptr;
    for (int i = 0; i < 400; ++i) {
        QWidget *focus = window->focusWidget();
        // In a text, Tab goes from link to link before it goes on.
        if (!focus || (!seen.insert(focus).second && focus != last))
            break;
        last = focus;
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    return seen;
}

/// What the cells of a view say, a line each.
QString spoken(QAccessibleInterface *view)
{
    QStringList texts;
    for (int i = 0; i < view->childCount(); ++i) {
        if (QAccessibleInterface *cell = view->child(i))
            texts << cell->text(QAccessible::Name);
    }
    return texts.join(u'\n');
}

} // namespace

class TestAccessibleWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        kiln::test::useScratchSettings();
        QAccessible::setActive(true);
    }

    void everyPlaceHasNames()
    {
        const Workspace space;
        WindowDriver window(space.tree());
        QCOMPARE(nameless(&window.window()).join(u'\n'), QString());
        QVERIFY(window.openTrusted(space.project()));
        QVERIFY(window.toggle(QStringLiteral("LIBSECOND")));
        window->actions()->changes->setChecked(true);
        const WindowActions &a = *window->actions();
        for (QAction *place : {a.placeConfigure, a.placeEdit, a.placeRun, a.placeProject}) {
            place->trigger();
            QTest::qWait(10);
            QCOMPARE(nameless(&window.window()).join(u'\n'), QString());
        }
        for (int tab = 0; tab < window->projectPage()->tabs()->count(); ++tab) {
            window->projectPage()->tabs()->setCurrentIndex(tab);
            QTest::qWait(10);
            QCOMPARE(nameless(&window.window()).join(u'\n'), QString());
        }
        a.placeConfigure->trigger();
        // Without trust there is a bar more, and with a source an editor.
        QVERIFY(window->editPage()->open({space.project().rootConfigFile(), 3, 0}));
        window->actions()->placeEdit->trigger();
        window->projects()->forgetTrust();
        QTest::qWait(10);
        QCOMPARE(nameless(&window.window()).join(u'\n'), QString());
    }

    void dialogsHaveNames()
    {
        const Workspace space;
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        window->configFiles()->compare({});
        QTest::qWait(50);
        QCOMPARE(nameless(window->configFiles()->comparison()).join(u'\n'), QString());
        const WindowActions &a = *window->actions();
        for (QAction *action : {a.keys, a.about, a.newApplication, a.newLibrary, a.clone, a.port,
                                a.addLibrary, a.addTarget}) {
            action->trigger();
            QTest::qWait(10);
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            QCOMPARE(nameless(dialog).join(u'\n'), QString());
            dialog->reject();
        }
    }

    /// Names, values and states of the panel and the dialogs that ask about values, as a screen
    /// reader walks over them.
    void fixesAreHeard()
    {
        const Workspace space;
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QVERIFY(window.toggle(QStringLiteral("LIBSECOND")));
        ConfigurePage *page = window->configurePage();
        page->showOption(QStringLiteral("LIBFIRST"));
        page->makeItSoAction()->trigger();
        FixPanel *panel = page->fixPanel();
        QVERIFY(panel->isVisible());
        QTRY_VERIFY(panel->applyButton()->isVisible() && panel->applyButton()->isEnabled());
        QCOMPARE(nameless(panel).join(u'\n'), QString());
        auto *ways = QAccessible::queryAccessibleInterface(panel->tree());
        QCOMPARE(ways->role(), QAccessible::Tree);
        const QString rows = spoken(ways);
        QVERIFY2(rows.contains(QStringLiteral("Way 1 of 1")), qPrintable(rows));
        QVERIFY2(rows.contains(QStringLiteral("LIBSECOND")), qPrintable(rows));
        QVERIFY2(rows.contains(QStringLiteral("from y to n")), qPrintable(rows));
        auto *apply = QAccessible::queryAccessibleInterface(panel->applyButton());
        QCOMPARE(apply->role(), QAccessible::Button);
        QVERIFY(apply->text(QAccessible::Name).contains(QStringLiteral("1 Change")) ||
                apply->text(QAccessible::Name).contains(QStringLiteral("2 Change")));
        QVERIFY(!apply->state().disabled);
        QVERIFY(apply->text(QAccessible::Description).contains(QStringLiteral("one step of undo")));
        // As a screen reader presses it.
        apply->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_COMPARE(window.value("LIBFIRST"), QStringLiteral("n"));
        auto *undo = QAccessible::queryAccessibleInterface(panel->undoButton());
        QVERIFY(!undo->state().invisible);
        QCOMPARE(undo->text(QAccessible::Name), QStringLiteral("Undo"));
    }

    void conflictsAreHeard()
    {
        MergeConflict conflict;
        conflict.name = QStringLiteral("LIBFIRST_SIZE");
        conflict.base = QStringLiteral("8");
        conflict.mine = QStringLiteral("9");
        conflict.theirs = QStringLiteral("10");
        ConflictDialog dialog({conflict}, QStringLiteral(".config"), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QCOMPARE(nameless(&dialog).join(u'\n'), QString());
        auto *table = QAccessible::queryAccessibleInterface(dialog.table());
        QVERIFY(table->tableInterface());
        QCOMPARE(table->tableInterface()->columnDescription(2), QStringLiteral("Mine"));
        QAccessibleInterface *mine = table->tableInterface()->cellAt(0, 2);
        QAccessibleInterface *theirs = table->tableInterface()->cellAt(0, 3);
        QCOMPARE(mine->text(QAccessible::Name), QStringLiteral("LIBFIRST_SIZE, mine: 9"));
        QCOMPARE(theirs->text(QAccessible::Name), QStringLiteral("LIBFIRST_SIZE, in the file: 10"));
        QVERIFY(mine->state().checkable && mine->state().checked && !theirs->state().checked);
        // The space bar on the other one, and what is told then.
        dialog.table()->setFocus();
        dialog.table()->setCurrentCell(0, 3);
        QTest::keyClick(dialog.table(), Qt::Key_Space);
        QVERIFY(theirs->state().checked && !mine->state().checked);
        QCOMPARE(dialog.takeTheirs().size(), 1);
    }

    void fragmentsAreHeard()
    {
        FragmentRemark remark;
        remark.name = QStringLiteral("LIBFIRST");
        remark.line = 3;
        remark.before = QStringLiteral("y");
        remark.wanted = QStringLiteral("n");
        remark.now = QStringLiteral("y");
        remark.why = QStringLiteral("LIBSECOND selects it");
        FragmentReport report;
        report.lines = 4;
        report.ineffective = {remark};
        FragmentDialog dialog(report, QStringLiteral("/a/fragment"), {}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QCOMPARE(nameless(&dialog).join(u'\n'), QString());
        const QString rows = spoken(QAccessible::queryAccessibleInterface(dialog.tree()));
        QVERIFY2(rows.contains(QStringLiteral("Did not take effect")), qPrintable(rows));
        QVERIFY2(rows.contains(QStringLiteral("LIBFIRST, line 3: was y, the fragment says n, is y "
                                              "now, LIBSECOND selects it")),
                 qPrintable(rows));
        auto *text = QAccessible::queryAccessibleInterface(
            dialog.findChild<QLabel *>(QStringLiteral("fragmentText")));
        QVERIFY(text->text(QAccessible::Name).contains(QStringLiteral("4 options of fragment")));
    }

    void rowsTellValueAndWhy()
    {
        const Workspace space;
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QVERIFY(window.toggle(QStringLiteral("LIBSECOND")));
        QAccessibleInterface *rows =
            QAccessible::queryAccessibleInterface(window->configurePage()->optionView());
        QVERIFY(!rows->text(QAccessible::Name).isEmpty());
        QStringList texts;
        for (int i = 0; i < rows->childCount(); ++i) {
            if (QAccessibleInterface *cell = rows->child(i))
                texts << cell->text(QAccessible::Name);
        }
        const QString all = texts.join(u'\n');
        const auto line = [&texts](const char *name) {
            const QStringList found = texts.filter(QString::fromLatin1(name));
            return found.isEmpty() ? QString() : found.first();
        };
        QVERIFY2(line("LIBSECOND").contains(QStringLiteral("value y")), qPrintable(all));
        QVERIFY2(line("LIBFIRST").contains(QStringLiteral("locked: ")), qPrintable(all));
        QVERIFY2(line("LIBFIRST").contains(QStringLiteral("LIBSECOND")), qPrintable(all));
        QVERIFY2(line("Level").contains(QStringLiteral("value Low")), qPrintable(all));
    }

    void tabGoesEverywhere()
    {
        const Workspace space;
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QVERIFY(window.toggle(QStringLiteral("LIBSECOND")));
        window->actions()->changes->setChecked(true);
        window.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window.window()));
        const ConfigurePage *page = window->configurePage();
        page->optionView()->setFocus();
        const std::set<const QWidget *> seen = tabRound(&window.window());
        QStringList names;
        for (const QWidget *widget : seen)
            names << QString::fromLatin1(widget->metaObject()->className()) + u'#' +
                         widget->objectName();
        const QByteArray all = names.join(u' ').toUtf8();
        QVERIFY(seen.count(page->optionView()));
        QVERIFY2(seen.count(page->menuView()), all.constData());
        QVERIFY2(seen.count(window->searchEdit()), all.constData());
        QVERIFY2(seen.count(window->configFiles()->changes()->tree()), all.constData());
        // Whatever a click could give the focus or press, Tab reaches, too.
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            const bool isReached =
                seen.count(widget) || (widget->focusProxy() && seen.count(widget->focusProxy()));
            if (!widget->isVisible() || !widget->isEnabled() || isReached)
                continue;
            const bool wantsFocus = (widget->focusPolicy() & Qt::TabFocus) != 0;
            auto *item = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(!wantsFocus,
                     qPrintable(item->text(QAccessible::Name) + u' ' + describe(item)));
        }
    }
};

QTEST_MAIN(TestAccessibleWindow)
#include "accessible_window_test.moc"
