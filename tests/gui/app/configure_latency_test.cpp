// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with a tree of the size of Linux, turn by turn of its event loop.

#include "../turn_meter.h"
#include "window_driver.h"

#include "app/config_files.h"
#include "widgets/changes_view.h"
#include "widgets/compare_model.h"
#include "widgets/compare_view.h"
#include "widgets/option_pane.h"
#include "widgets/option_search_model.h"
#include "widgets/option_view_actions.h"
#include "workbench/comparison.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTreeView>

using namespace kiln;
using namespace kiln::test;

namespace {

constexpr int optionCount = 18'000;
constexpr int optionsEach = 90;

/// Menus of options of all types, half of which hang on the menu's first.
QByteArray largeTree()
{
    QByteArray text;
    for (int i = 0; i < optionCount; ++i) {
        const QByteArray number = QByteArray::number(i);
        if (i % optionsEach == 0)
            text += (i > 0 ? "endmenu\n" : "") + ("menu \"Devices of vendor " + number + "\"\n");
        const bool isNumber = i % 45 == 44;
        text += "config OPTION_" + number + (isNumber ? "\n\tint" : "\n\tbool") +
                " \"Driver of device number " + number + "\"\n";
        if (isNumber)
            text += "\trange 1 64\n\tdefault 8\n";
        else if (i % 7 == 0)
            text += "\tdefault y\n";
        if (i % 2 == 1)
            text += "\tdepends on OPTION_" + QByteArray::number(i - i % optionsEach) + "\n";
        text += "\thelp\n\t  Say y here if there is a device of this kind.\n\n";
    }
    return text + "endmenu\n";
}

QByteArray manyValues(int residue)
{
    QByteArray text;
    for (int i = 0; i < optionCount; ++i) {
        if (i % 45 == 44)
            text += "CONFIG_OPTION_" + QByteArray::number(i) + "=" +
                    QByteArray::number(1 + (i + residue) % 64) + "\n";
        else if (i % 3 != residue || i % optionsEach == 0)
            text += "CONFIG_OPTION_" + QByteArray::number(i) + "=y\n";
    }
    return text;
}

} // namespace

class TestConfigureLatency : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_space;
    std::unique_ptr<WindowDriver> m_window;
    TurnMeter m_meter;

    [[nodiscard]] ConfigurePage *page() const { return (*m_window)->configurePage(); }
    [[nodiscard]] OptionViewActions *view() const { return page()->viewActions(); }
    [[nodiscard]] WindowActions *actions() const { return (*m_window)->actions(); }
    [[nodiscard]] ConfigSession *session() const { return m_window->session(); }
    [[nodiscard]] QString file(const char *name) const
    {
        return m_space->path(QString::fromLatin1(name));
    }

    void import(const char *name)
    {
        bool done = false;
        m_meter.measure(
            QStringLiteral("import ") + QLatin1String(name),
            [&] { session()->startImport(file(name), [&](const auto &) { done = true; }); },
            [&] { return done; });
    }

private slots:
    void initTestCase()
    {
        useScratchSettings();
        m_space = std::make_unique<Workspace>();
        const QString source = m_space->app() + QStringLiteral("/Config.uk");
        QVERIFY(writeFile(source, contents(source) + '\n' + largeTree()));
        QVERIFY(writeFile(file("first"), manyValues(1)));
        QVERIFY(writeFile(file("second"), manyValues(2)));
        QVERIFY(writeFile(file("fragment"), "CONFIG_OPTION_90=y\nCONFIG_OPTION_91=y\n"));
        QVERIFY(TrustStore().trust(m_space->project()));
        m_window = std::make_unique<WindowDriver>(m_space->tree());
        m_meter.run(300);
    }
    void cleanupTestCase()
    {
        while (session()->canUndo())
            session()->undo();
        m_window.reset();
        m_space.reset();
    }

    void loads()
    {
        // The click itself changes places: Configure is laid out and painted for the first time.
        m_meter.measure(
            QStringLiteral("load"), [&] { (*m_window)->open(m_space->app()); },
            [&] { return session()->isLoaded(); }, TurnMeter::frame);
        QVERIFY(session()->model().nodeCount() > std::size_t(optionCount));
    }

    void importsAndUndoes_data()
    {
        QTest::addColumn<bool>("panel");
        QTest::newRow("alone") << false;
        QTest::newRow("with the panel of changes") << true;
    }
    void importsAndUndoes()
    {
        QFETCH(bool, panel);
        m_meter.measure(QStringLiteral("panel of changes"),
                        [&] { actions()->changes->setChecked(panel); });
        const int before = session()->changeCount();
        import("first");
        QVERIFY(session()->changeCount() > optionCount / 2);
        m_meter.measure(QStringLiteral("undo the import"), [&] { actions()->undo->trigger(); });
        QCOMPARE(session()->changeCount(), before);
        m_meter.measure(QStringLiteral("redo the import"), [&] { actions()->redo->trigger(); });
        QVERIFY(session()->changeCount() > optionCount / 2);
        import("second");
        m_meter.measure(QStringLiteral("one toggle among them"),
                        [&] { QVERIFY(m_window->toggle(QStringLiteral("OPTION_180"))); });
        m_meter.measure(QStringLiteral("undo the toggle"), [&] { actions()->undo->trigger(); });
        m_meter.measure(QStringLiteral("undo the second import"),
                        [&] { actions()->undo->trigger(); });
        m_meter.measure(QStringLiteral("undo the first import"),
                        [&] { actions()->undo->trigger(); });
        QCOMPARE(session()->changeCount(), before);
        m_meter.measure(QStringLiteral("redo the first import"),
                        [&] { actions()->redo->trigger(); });
    }

    void savesAndReadsAgain()
    {
        QVERIFY(session()->isDirty());
        m_meter.measure(
            QStringLiteral("save"), [&] { actions()->save->trigger(); },
            [&] { return !session()->isDirty(); });
        bool done = false;
        const QString config = session()->project().configFile;
        m_meter.measure(
            QStringLiteral("save the minimal one"),
            [&] {
                session()->startSaveMinimal(file("minimal"), [&](const auto &) { done = true; });
            },
            [&] { return done; });
        done = false;
        m_meter.measure(
            QStringLiteral("merge a fragment"),
            [&] { session()->startMerge(file("fragment"), [&](const auto &) { done = true; }); },
            [&] { return done; });
        const QByteArray saved = contents(config);
        m_meter.measure(
            QStringLiteral("an edit from outside"),
            [&] { QVERIFY(writeFile(config, contents(file("second")))); },
            [&] { return m_window->value("OPTION_1") == u'y'; });
        bool loaded = false;
        QObject context;
        connect(session(), &ConfigSession::loaded, &context, [&] { loaded = true; });
        m_meter.measure(
            QStringLiteral("read all again"), [&] { session()->reload(); }, [&] { return loaded; });
        loaded = false;
        QVERIFY(m_window->toggle(QStringLiteral("OPTION_180")));
        m_meter.measure(
            QStringLiteral("read all again, keep edits"),
            [&] { session()->reload(ConfigSession::ReloadMode::keepEdits); },
            [&] { return loaded; });
    }

    void switchesViews()
    {
        for (QAction *action :
             {view()->tree, view()->flat, view()->showAll, view()->namesFirst,
              view()->onlyNonDefault, view()->onlyChanged, view()->tree, view()->onlyNonDefault,
              view()->onlyChanged, view()->showAll, view()->namesFirst, view()->menus})
            m_meter.measure(action->text().remove(u'&'), [&] { action->trigger(); });
        view()->tree->trigger();
        page()->optionView()->setCurrentIndex(page()->optionView()->model()->index(0, 0));
        m_meter.measure(QStringLiteral("expand all"),
                        [&] { QTest::keyClick(page()->optionView(), Qt::Key_Asterisk); });
        QVERIFY(page()->optionView()->isExpanded(page()->optionView()->currentIndex()));
        m_meter.measure(QStringLiteral("to the end"),
                        [&] { QTest::keyClick(page()->optionView(), Qt::Key_End); });
        QHeaderView *header = page()->optionView()->header();
        m_meter.measure(QStringLiteral("resize a column"), [&] {
            header->resizeSection(OptionTreeModel::valueColumn,
                                  header->sectionSize(OptionTreeModel::valueColumn) + 40);
        });
        m_meter.measure(
            QStringLiteral("resize the window"), [&] { (*m_window)->resize(1000, 700); },
            [] { return true; }, TurnMeter::frame);
        m_meter.measure(
            QStringLiteral("dark"), [&] { actions()->themeDark->trigger(); }, [] { return true; },
            TurnMeter::frame);
        m_meter.measure(
            QStringLiteral("light"), [&] { actions()->themeLight->trigger(); }, [] { return true; },
            TurnMeter::frame);
        m_meter.measure(QStringLiteral("menus"), [&] { view()->menus->trigger(); });
    }

    void searches()
    {
        auto *field = (*m_window)->findChild<QLineEdit *>(QStringLiteral("search"));
        QVERIFY(field);
        field->setFocus();
        m_meter.measure(
            QStringLiteral("first letter"), [&] { QTest::keyClicks(field, QStringLiteral("d")); },
            [&] { return page()->optionPane()->search()->isReady(); });
        for (const char letter : {'e', 'v', 'i', 'c', 'e', ' ', '9', '9'})
            m_meter.measure(QStringLiteral("letter %1").arg(QLatin1Char(letter)),
                            [&] { QTest::keyClick(field, letter); });
        QVERIFY(page()->optionPane()->search()->total() > 0);
        m_meter.measure(QStringLiteral("as a tree"), [&] { view()->resultsTree->trigger(); });
        m_meter.measure(QStringLiteral("less letters"),
                        [&] { QTest::keyClick(field, Qt::Key_Backspace); });
        m_meter.measure(QStringLiteral("as a list"), [&] { view()->resultsTree->trigger(); });
        m_meter.measure(QStringLiteral("leave the search"),
                        [&] { QTest::keyClick(field, Qt::Key_Escape); });
    }

    void compares()
    {
        CompareView compare(session());
        m_meter.measure(
            QStringLiteral("compare"),
            [&] {
                compare.addFile(file("first"));
                compare.show();
            },
            [&] { return compare.comparison()->columnCount() == 3; });
        m_meter.measure(QStringLiteral("all rows"),
                        [&] { compare.model()->setOnlyDifferences(false); });
        m_meter.measure(QStringLiteral("filter"),
                        [&] { compare.model()->setFilter(QStringLiteral("9")); });
        m_meter.measure(QStringLiteral("no filter"), [&] { compare.model()->setFilter({}); });
        m_meter.measure(QStringLiteral("toggle while comparing"),
                        [&] { QVERIFY(m_window->toggle(QStringLiteral("OPTION_270"))); });
        compare.model()->setOnlyDifferences(true);
        QVERIFY(compare.model()->rowCount() > optionCount / 4);
        import("second");
    }
};

QTEST_MAIN(TestConfigureLatency)
#include "configure_latency_test.moc"
