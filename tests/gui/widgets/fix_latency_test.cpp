// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The event loop goes on while a fix is searched in a tree as large as Linux's.

#include "../turn_meter.h"
#include "../workbench/session_fixture.h"

#include "widgets/configure_page.h"
#include "widgets/fix_model.h"
#include "widgets/fix_panel.h"
#include "widgets/option_view.h"
#include "workbench/fix_search.h"

#include <QPushButton>
#include <QTreeView>

using namespace kiln;
using namespace kiln::test;
using State = FixSearch::State;

namespace {

constexpr int optionCount = 15'000;
constexpr int followers = 3'000;
constexpr int pigeonCount = 12;

/// Many options; one that takes thousands along; and one that can be had by no means, which takes
/// the solver for ever to find out: more pigeons than holes.
QByteArray largeTree()
{
    QByteArray text = "config GATE\n\tbool \"Gate\"\n\n"
                      "config LEADER\n\tbool \"Leader\"\n\tdepends on GATE\n\n";
    for (int i = 0; i < optionCount; ++i) {
        const QByteArray number = QByteArray::number(i);
        if (i % 100 == 0)
            text += (i > 0 ? "endmenu\n" : "") + ("menu \"Menu " + number + "\"\n");
        text += "config OPTION_" + number + "\n\tbool \"Option number " + number + "\"\n";
        if (i < followers)
            text += "\tdepends on LEADER\n\tdefault y\n";
        else if (i % 100 != 0)
            text += "\tdepends on OPTION_" + QByteArray::number(i - i % 100) + "\n";
        text += "\n";
    }
    text += "endmenu\n";
    QByteArray all;
    for (int pigeon = 0; pigeon < pigeonCount; ++pigeon) {
        QByteArray any;
        for (int hole = 0; hole + 1 < pigeonCount; ++hole) {
            const QByteArray name =
                'P' + QByteArray::number(pigeon) + '_' + QByteArray::number(hole);
            text += "config " + name + "\n\tbool \"" + name + "\"\n";
            any += (any.isEmpty() ? "" : " || ") + name;
            for (int other = 0; other < pigeon; ++other)
                all += " && !(" + name + " && P" + QByteArray::number(other) + '_' +
                       QByteArray::number(hole) + ')';
        }
        all += " && (" + any + ')';
    }
    return text + "config HOUSED\n\tbool \"All housed\"\n\tdepends on " + all.mid(4) + '\n';
}

} // namespace

class TestFixLatency : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_space;
    std::unique_ptr<ConfigSession> m_session;
    std::unique_ptr<ConfigurePage> m_page;
    TurnMeter m_meter;

    [[nodiscard]] FixPanel *panel() const { return m_page->fixPanel(); }
    [[nodiscard]] State state() const { return panel()->search()->state(); }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_space = std::make_unique<Workspace>();
        QVERIFY(writeFile(m_space->app() + QStringLiteral("/Config.uk"), largeTree()));
        m_session = std::make_unique<ConfigSession>();
        m_page = std::make_unique<ConfigurePage>(m_session.get());
        m_page->resize(1100, 800);
        m_page->show();
        QVERIFY(load(*m_session, m_space->project()));
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->showOption(QStringLiteral("GATE"));
        panel()->open(symbol(*m_session, "GATE")); // fonts and styles are there from here on
        m_meter.run(500);
        panel()->close();
    }
    void cleanupTestCase()
    {
        m_page.reset();
        m_session.reset();
        m_space.reset();
    }

    void whileSearching()
    {
        const kconfig::SymbolId housed = symbol(*m_session, "HOUSED");
        m_meter.measure(
            QStringLiteral("search for two seconds"), [&] { panel()->open(housed); },
            [&] {
                return state() == State::searching &&
                       panel()->search()->elapsed() > std::chrono::seconds(2);
            });
        QVERIFY(panel()->againButton()->isVisible());
        m_meter.measure(
            QStringLiteral("stop"), [&] { panel()->againButton()->click(); },
            [&] { return state() == State::stopped; });
        m_meter.measure(
            QStringLiteral("close"), [&] { panel()->close(); },
            [&] { return state() == State::idle; });
    }

    void manyConsequences()
    {
        const kconfig::SymbolId leader = symbol(*m_session, "LEADER");
        m_meter.measure(
            QStringLiteral("find a way with thousands of consequences"),
            [&] {
                panel()->open(leader, kconfig::Wish{leader, "y"});
            },
            [&] { return state() == State::found; });
        QCOMPARE(panel()->search()->ways().first()->turnedOn.size(), followers);
        QTreeView *ways = panel()->tree();
        const QModelIndex group = ways->model()->index(2, 0, ways->model()->index(0, 0));
        QCOMPARE(group.data(FixModel::CountRole).toInt(), followers);
        m_meter.measure(
            QStringLiteral("show them"), [&] { ways->expand(group); },
            [&] { return ways->isExpanded(group); });
        // An edit like any other of that size.
        m_meter.measure(
            QStringLiteral("make the changes"), [&] { panel()->applyButton()->click(); },
            [&] { return state() == State::applied; });
        m_meter.measure(
            QStringLiteral("take them back"), [&] { m_session->undo(); },
            [&] { return state() == State::found && !panel()->search()->isStale(); });
    }
};

QTEST_MAIN(TestFixLatency)
#include "fix_latency_test.moc"
