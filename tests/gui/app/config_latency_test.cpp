// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window stays responsive while configurations as large as Linux's are saved, imported, merged
// and compared.

#include "../turn_meter.h"
#include "window_driver.h"

#include "widgets/changes_model.h"
#include "widgets/changes_view.h"
#include "widgets/compare_model.h"
#include "widgets/compare_view.h"
#include "workbench/comparison.h"

using namespace kiln;
using kiln::test::TurnMeter;
using kiln::test::WindowDriver;
using kiln::test::Workspace;

namespace {

constexpr int optionCount = 15'000;

QByteArray largeTree()
{
    QByteArray text;
    for (int i = 0; i < optionCount; ++i) {
        const QByteArray number = QByteArray::number(i);
        if (i % 100 == 0)
            text += (i > 0 ? "endmenu\n" : "") + ("menu \"Menu " + number + "\"\n");
        text += "config OPTION_" + number + "\n\tbool \"Option number " + number + "\"\n";
        if (i % 100 != 0)
            text += "\tdepends on OPTION_" + QByteArray::number(i - i % 100) + "\n";
        if (i % 7 == 0)
            text += "\tdefault y\n";
        text += "\thelp\n\t  One of many.\n\n";
    }
    return text + "endmenu\n";
}

} // namespace

class TestConfigLatency : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_space;
    std::unique_ptr<WindowDriver> m_window;
    TurnMeter m_meter;

    template <typename Start, typename Done>
    void measure(const char *what, Start start, Done done)
    {
        m_meter.run(100); // what went before has settled
        m_meter.start();
        start();
        const bool ended = m_meter.waitFor(done);
        m_meter.run(200);
        m_meter.stop();
        qInfo("%s: %s", what, qPrintable(m_meter.text()));
        QVERIFY2(ended, what);
        QVERIFY2(m_meter.isGood(), qPrintable(QString::fromLatin1(what) + m_meter.text()));
    }

private slots:
    void initTestCase()
    {
        kiln::test::useScratchSettings();
        m_space = std::make_unique<Workspace>();
        const QString source = m_space->app() + QStringLiteral("/Config.uk");
        QVERIFY(test::writeFile(source, test::contents(source) + '\n' + largeTree()));
        QByteArray other;
        for (int i = 0; i < optionCount; ++i) {
            if (i % 3 != 1)
                other += "CONFIG_OPTION_" + QByteArray::number(i) + "=y\n";
        }
        QVERIFY(test::writeFile(m_space->path(QStringLiteral("other")), other));
        m_window = std::make_unique<WindowDriver>(m_space->tree());
        QVERIFY(m_window->openTrusted(m_space->project()));
        QVERIFY(m_window->save());
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_space.reset();
    }

    void importAndUndo()
    {
        ConfigSession *session = m_window->session();
        ChangesView *changes = (*m_window)->configFiles()->changes();
        (*m_window)->actions()->changes->trigger();
        bool done = false;
        measure(
            "import",
            [&] {
                session->startImport(m_space->path(QStringLiteral("other")),
                                     [&](const auto &) { done = true; });
            },
            [&] { return done; });
        QVERIFY(session->changeCount() > optionCount / 2);
        QVERIFY(changes->model()->rowCount() > 0);
        done = false;
        measure(
            "save",
            [&] {
                session->startSave(ConfigSession::SaveMode::careful,
                                   [&](const auto &) { done = true; });
            },
            [&] { return done; });
    }

    void compare()
    {
        (*m_window)->actions()->changes->setChecked(false);
        const QString small = m_space->path(QStringLiteral("small"));
        QVERIFY(test::writeFile(small, "CONFIG_OPTION_0=y\n"));
        measure(
            "compare", [&] { (*m_window)->configFiles()->compare({small}); },
            [&] {
                return (*m_window)->configFiles()->comparison()->comparison()->columnCount() == 3;
            });
        CompareView *view = (*m_window)->configFiles()->comparison();
        QVERIFY(view->model()->rowCount() > optionCount / 2);
        measure(
            "all rows", [&] { view->model()->setOnlyDifferences(false); }, [] { return true; });
        measure(
            "filter", [&] { view->model()->setFilter(QStringLiteral("option 77")); },
            [] { return true; });
        measure(
            "filter on", [&] { view->model()->setFilter(QStringLiteral("option 777")); },
            [] { return true; });
        view->model()->setFilter({});
        view->model()->setOnlyDifferences(true);
        measure(
            "edit while comparing",
            [&] {
                QVERIFY(m_window->session()->edit(kconfig::Edit{
                    m_window->session()->model().find("OPTION_77"), std::string("n")}));
            },
            [] { return true; });
        m_window->session()->undo();
        view->close();
    }

    void outside()
    {
        ConfigSession *session = m_window->session();
        QVERIFY(session->edit(kconfig::Edit{session->model().find("LIBFIRST"), std::string("y")}));
        const QString file = m_space->app() + QStringLiteral("/.config");
        QByteArray theirs = test::contents(file);
        theirs.replace("CONFIG_OPTION_1400=y", "# CONFIG_OPTION_1400 is not set");
        measure(
            "merge what others changed", [&] { QVERIFY(test::writeFile(file, theirs)); },
            [&] {
                return session->configuration().value(session->model().find("OPTION_1400")) == "n";
            });
    }
};

QTEST_MAIN(TestConfigLatency)
#include "config_latency_test.moc"
