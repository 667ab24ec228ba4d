// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What holds for the whole window, whatever it shows.

#include "window_driver.h"

#include "app/language_menu.h"
#include "widgets/cheat_sheet.h"
#include "widgets/configure_page.h"
#include "widgets/fragment_dialog.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"
#include "widgets/option_view_actions.h"

#include <QActionGroup>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeWidget>
#include <QWindow>

using namespace kiln;
using kiln::test::WindowDriver;
using kiln::test::Workspace;

class TestWindowRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kiln::test::useScratchSettings(); }

    void everyActionIsInAMenu();
    void everyActionIsReachedByKeys();
    void noTwoActionsShareAShortcut();
    void keysOfMenuconfigWorkAtOnce();
    void searchShowsWholeNames();
    void fragmentIsToldWhole();
    void placesHaveKeys();
    void f1ShowsTheKeys();
    void iconsAreDrawnForEveryScale();
    void fitsAtEveryScale_data();
    void fitsAtEveryScale();
    void fitsAtThisScale();

private:
    static void collect(const QMenu *menu, QSet<const QAction *> &found)
    {
        for (const QAction *action : menu->actions()) {
            found.insert(action);
            if (action->menu())
                collect(action->menu(), found);
        }
    }
};

void TestWindowRules::everyActionIsInAMenu()
{
    const WindowDriver window;
    QSet<const QAction *> inMenus;
    for (const QAction *entry : window->menuBar()->actions()) {
        QVERIFY2(entry->menu(), qPrintable(entry->text()));
        collect(entry->menu(), inMenus);
    }
    QVERIFY(inMenus.size() > 40);
    int seen = 0;
    for (const QAction *action : window->findChildren<QAction *>(Qt::FindDirectChildrenOnly)) {
        if (action->isSeparator() || action->text().isEmpty())
            continue;
        QVERIFY2(inMenus.contains(action),
                 qPrintable(action->objectName() + u' ' + action->text()));
        ++seen;
    }
    for (const QAction *action : window->configurePage()->viewActions()->all()) {
        QVERIFY(!action || inMenus.contains(action));
        seen += action ? 1 : 0;
    }
    QVERIFY(seen > 40);
}

namespace {

/// The letter that chooses an entry of a menu; null when it has none.
QChar letterOf(const QAction *action)
{
    const QString text = QString(action->text()).remove(QStringLiteral("&&"));
    const qsizetype at = text.indexOf(u'&');
    return at < 0 || at + 1 == text.size() ? QChar() : text[at + 1].toLower();
}

/// What in a menu neither has a shortcut nor is chosen by a letter that no other entry has.
QStringList unreached(const QMenu *menu)
{
    QStringList found;
    QHash<QChar, int> letters;
    for (const QAction *action : menu->actions())
        ++letters[letterOf(action)];
    for (const QAction *action : menu->actions()) {
        if (action->isSeparator())
            continue;
        const QChar letter = letterOf(action);
        if (action->shortcut().isEmpty() && (letter.isNull() || letters.value(letter) > 1))
            found.append(menu->title() + QStringLiteral(" > ") + action->text());
        if (action->menu())
            found += unreached(action->menu());
    }
    return found;
}

} // namespace

void TestWindowRules::everyActionIsReachedByKeys()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    const WindowActions *actions = window->actions();
    QHash<QChar, int> letters;
    for (const QAction *entry : window->menuBar()->actions())
        ++letters[letterOf(entry)];
    for (const QAction *entry : window->menuBar()->actions()) {
        const QChar letter = letterOf(entry);
        QVERIFY2(!letter.isNull() && letters.value(letter) == 1, qPrintable(entry->text()));
        // The names of folders and languages are nobody's to give letters to.
        emit entry->menu()->aboutToShow();
        QStringList found = unreached(entry->menu());
        for (const QMenu *named :
             std::initializer_list<const QMenu *>{actions->recentMenu, actions->languageMenu})
            for (const QString &each : unreached(named))
                found.removeAll(each);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
    // What somebody who configures does every day takes no walk through menus.
    for (const QAction *action :
         {actions->open, actions->openFile, actions->save, actions->saveAs, actions->saveMinimal,
          actions->import, actions->merge, actions->compare, actions->changes, actions->reload,
          actions->variables, actions->trust, actions->undo, actions->redo, actions->find,
          actions->buildAndBoot, actions->build, actions->clean, actions->stop}) {
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
        QVERIFY2(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)),
                 qPrintable(action->toolTip()));
    }
}

void TestWindowRules::noTwoActionsShareAShortcut()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QHash<QString, QString> owners;
    int seen = 0;
    for (const QAction *action : window->findChildren<QAction *>()) {
        // The others hold where their view has the keyboard.
        if (action->shortcutContext() != Qt::WindowShortcut || action->text().isEmpty())
            continue;
        for (const QKeySequence &shortcut : action->shortcuts()) {
            const QString keys = shortcut.toString(QKeySequence::PortableText);
            QVERIFY2(!owners.contains(keys),
                     qPrintable(keys + u' ' + owners.value(keys) + u' ' + action->text()));
            owners.insert(keys, action->text());
            ++seen;
        }
    }
    QVERIFY2(seen > 30, qPrintable(QString::number(seen)));
}

void TestWindowRules::keysOfMenuconfigWorkAtOnce()
{
    const Workspace space;
    WindowDriver window(space.tree());
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window.window()));
    QVERIFY(window.openTrusted(space.project()));
    auto *search = window->findChild<QLineEdit *>(QStringLiteral("search"));
    QVERIFY(search);
    // To whoever has the keyboard; nobody has clicked or pressed a key before.
    const auto owner = [] {
        const QWidget *widget = QApplication::focusWidget();
        return widget
                   ? QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName()
                   : QStringLiteral("nobody");
    };
    QTRY_VERIFY2(window->configurePage()->optionView()->hasFocus(), qPrintable(owner()));
    QTest::keyClick(window->windowHandle(), Qt::Key_Slash);
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("libfirst"));
    // Whoever types there when the tree is read again goes on.
    window.session()->reload(ConfigSession::ReloadMode::keepEdits);
    QTRY_VERIFY(!window.session()->isLoading());
    QTest::qWait(50);
    QVERIFY(search->hasFocus());
    QCOMPARE(search->text(), QStringLiteral("libfirst"));
}

void TestWindowRules::searchShowsWholeNames()
{
    const QByteArray name = "LIBHAS_A_NAME_AS_LONG_AS_THE_LONGEST_ONES";
    const Workspace space;
    const QString source = space.app() + QStringLiteral("/Config.uk");
    QByteArray text = kiln::test::contents(source);
    for (const char *ending : {"", "_BUT_ONE", "_BUT_TWO"})
        text += "\nconfig " + name + ending +
                "\n\tbool \"An option whose prompt is rather long, too, as some are\"\n";
    QVERIFY(kiln::test::writeFile(source, text));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    ConfigurePage *page = window->configurePage();
    OptionView *view = page->optionView();
    for (QAction *shape : {page->viewActions()->menus, page->viewActions()->flat}) {
        shape->setChecked(true);
        for (const bool asTree : {false, true}) {
            page->viewActions()->resultsTree->setChecked(asTree);
            page->setSearchText(QStringLiteral("longest_ones"));
            int seen = 0;
            QString cut;
            const auto areWhole = [&] {
                seen = 0;
                for (QModelIndex at = view->model()->index(0, 0); at.isValid();
                     at = view->indexBelow(at)) {
                    const QModelIndex shown = at.siblingAtColumn(OptionTreeModel::nameColumn);
                    const QString whole = shown.data().toString();
                    if (!whole.contains(QString::fromLatin1(name)))
                        continue;
                    ++seen;
                    const QRect cell = view->visualRect(shown);
                    const int needed = view->fontMetrics().horizontalAdvance(whole);
                    if (cell.width() < needed || !view->viewport()->rect().contains(cell)) {
                        cut = QStringLiteral("“%1” has %2 to %3 of %4 pixels, and needs %5")
                                  .arg(whole)
                                  .arg(cell.left())
                                  .arg(cell.right())
                                  .arg(view->viewport()->width())
                                  .arg(needed);
                        return false;
                    }
                }
                return seen == 3;
            };
            QTRY_VERIFY2(areWhole(), qPrintable(QStringLiteral("%1 seen; %2").arg(seen).arg(cut)));
        }
    }
}

void TestWindowRules::fragmentIsToldWhole()
{
    const QString name =
        QStringLiteral("LIBHAS_A_NAME_THAT_IS_AS_LONG_AS_THE_LONGEST_ONES_OF_LINUX");
    const QString why = QStringLiteral("the tree has no option of that name");
    FragmentReport report;
    report.lines = 2;
    FragmentRemark remark;
    remark.name = name;
    remark.line = 12'345;
    remark.wanted = QStringLiteral("y");
    remark.why = why;
    report.ineffective.append(remark);
    const WindowDriver window;
    FragmentDialog dialog(report, QStringLiteral("/a/fragment"), {}, &window.window());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const QTreeWidget *tree = dialog.tree();
    QVERIFY(!tree->horizontalScrollBar()->isVisible());
    QVERIFY(dialog.width() <= window->width());
    const QTreeWidgetItem *row = tree->topLevelItem(0)->child(0);
    for (int column = 0; column < tree->columnCount(); ++column) {
        const int room = tree->visualRect(tree->indexFromItem(row, column)).width();
        QVERIFY2(room >= tree->fontMetrics().horizontalAdvance(row->text(column)),
                 qPrintable(QStringLiteral("“%1” has %2 pixels").arg(row->text(column)).arg(room)));
    }
}

void TestWindowRules::placesHaveKeys()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    WindowActions *actions = window->actions();
    const std::pair<Qt::Key, QAction *> places[] = {{Qt::Key_2, actions->placeEdit},
                                                    {Qt::Key_3, actions->placeRun},
                                                    {Qt::Key_4, actions->placeAnalyse},
                                                    {Qt::Key_5, actions->placeProject},
                                                    {Qt::Key_1, actions->placeConfigure}};
    for (const auto &[key, place] : places) {
        QVERIFY(!place->isChecked());
        QTest::keyClick(&window.window(), key, Qt::ControlModifier);
        QVERIFY2(place->isChecked(), qPrintable(place->text()));
        QVERIFY(!place->icon().isNull());
        QVERIFY(!place->text().isEmpty());
    }
    QVERIFY(window->configurePage()->isVisible());
}

void TestWindowRules::f1ShowsTheKeys()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    window->configurePage()->optionView()->setFocus();
    QTest::keyClick(window->configurePage()->optionView(), Qt::Key_F1);
    const CheatSheet *sheet = nullptr;
    const auto find = [&] {
        for (const QWidget *each : QApplication::topLevelWidgets())
            if (const auto *found = qobject_cast<const CheatSheet *>(each))
                sheet = found;
        return sheet != nullptr && sheet->isVisible();
    };
    QVERIFY(QTest::qWaitFor(find));
    for (const QAction *action : {window->actions()->buildAndBoot, window->actions()->save,
                                  window->actions()->undo, window->actions()->placeRun})
        QVERIFY2(sheet->plainText().contains(action->shortcut().toString(QKeySequence::NativeText)),
                 qPrintable(action->text()));
    QVERIFY(sheet->plainText().contains(OptionView::keyHelp().constFirst().meaning));
}

void TestWindowRules::iconsAreDrawnForEveryScale()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    constexpr int side = 16;
    int drawn = 0;
    int withDetail = 0;
    for (const QAction *action : window->findChildren<QAction *>()) {
        if (action->icon().isNull() || action->text().isEmpty()) // Qt's own has no text
            continue;
        const QImage small = action->icon().pixmap(QSize(side, side), 1).toImage();
        for (const int scale : {1, 2, 3}) {
            const QImage image = action->icon().pixmap(QSize(side, side), scale).toImage();
            QVERIFY2(image.size() == QSize(side, side) * scale, qPrintable(action->text()));
            QCOMPARE(image.devicePixelRatio(), double(scale));
            // An enlarged picture has only what the small one has.
            const auto form = QImage::Format_ARGB32_Premultiplied;
            withDetail += scale > 1 && image.convertToFormat(form) !=
                                           small.scaled(image.size()).convertToFormat(form);
            ++drawn;
        }
    }
    QVERIFY(drawn > 100);
    QCOMPARE(withDetail, drawn / 3 * 2);
}

void TestWindowRules::fitsAtEveryScale_data()
{
    QTest::addColumn<QString>("scale");
    for (const char *scale : {"1", "1.25", "1.5", "2", "3"})
        QTest::newRow(scale) << QString::fromLatin1(scale);
}

/// The scale is that of a whole process.
void TestWindowRules::fitsAtEveryScale()
{
    QFETCH(QString, scale);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), scale);
    environment.insert(QStringLiteral("KILN_TEST_SCALE"), scale);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("fitsAtThisScale")});
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray said = process.readAll();
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
             said.constData());
    QVERIFY2(said.contains("2 passed") || said.contains("3 passed"), said.constData());
}

namespace {

/// How the texts of a window go into it.
struct Fit
{
    int texts = 0;
    QStringList cut; ///< those that do not
};

/// Whether labels and buttons have the room that their texts need; those that may be shortened,
/// the room of a few letters.
Fit fitOf(const QWidget *window)
{
    Fit fit;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const QString text = label ? label->text() : button ? button->text() : QString();
        if (text.isEmpty() || (label && label->wordWrap()) || !widget->isVisible())
            continue;
        ++fit.texts;
        const QFontMetrics metrics = widget->fontMetrics();
        int needed = widget->minimumSizeHint().width();
        if (widget->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
            needed = std::min(needed, 4 * metrics.averageCharWidth());
        if (widget->width() < needed || widget->height() < metrics.height())
            fit.cut.append(QStringLiteral("“%1” has %2 × %3 of %4 × %5 pixels")
                               .arg(text)
                               .arg(widget->width())
                               .arg(widget->height())
                               .arg(needed)
                               .arg(metrics.height()));
    }
    return fit;
}

} // namespace

void TestWindowRules::fitsAtThisScale()
{
    const QString scale = qEnvironmentVariable("KILN_TEST_SCALE", QStringLiteral("1"));
    const Workspace space;
    WindowDriver window(space.tree());
    QCOMPARE(window->devicePixelRatioF(), scale.toDouble());
    QVERIFY(window.openTrusted(space.project()));
    const WindowActions &actions = *window->actions();
    for (QAction *place : actions.places->actions()) {
        place->trigger();
        QTest::qWait(50);
        const Fit fit = fitOf(&window.window());
        QCOMPARE(fit.cut.join(u'\n'), QString());
        QVERIFY2(fit.texts > 3, qPrintable(place->text()));
    }
    for (QAction *action : {actions.newApplication, actions.newLibrary, actions.clone, actions.port,
                            actions.addLibrary, actions.addTarget}) {
        action->trigger();
        QTest::qWait(50);
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        QVERIFY2(dialog, qPrintable(action->text()));
        const Fit fit = fitOf(dialog);
        QCOMPARE(fit.cut.join(u'\n'), QString());
        QVERIFY2(fit.texts > 1, qPrintable(action->text()));
        dialog->reject();
    }
    // What is painted has the pixels of the screen.
    window->actions()->placeConfigure->trigger();
    OptionView *view = window->configurePage()->optionView();
    const QPixmap picture = view->viewport()->grab();
    QCOMPARE(picture.devicePixelRatio(), scale.toDouble());
    QVERIFY(qAbs(picture.width() - qRound(view->viewport()->width() * scale.toDouble())) <= 1);
    QTRY_VERIFY(view->indexAt(QPoint(8, 8)).isValid());
    const QRect row = view->visualRect(view->indexAt(QPoint(8, 8)));
    QVERIFY2(row.height() >= view->fontMetrics().height() + 2,
             qPrintable(QString::number(row.height())));
}

QTEST_MAIN(TestWindowRules)
#include "window_rules_test.moc"
