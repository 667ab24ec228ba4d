// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Looking for the changes that make a wish come true: what is promised is what happens.

#include "session_fixture.h"

#include "workbench/fix_search.h"
#include "workbench/fix_wish.h"

#include <QElapsedTimer>

#include <map>

using namespace kiln;
using namespace kiln::test;
using State = FixSearch::State;

namespace {

/// Two ways to LOCKED: one change, or two. HELD is held by HOLDER. NEVER can't be.
const char lockedTree[] = R"(
config SHORT
	bool "Short way"

config LONG_A
	bool "Long way, first half"

config LONG_B
	bool "Long way, second half"
	depends on LONG_A

config LOCKED
	bool "Locked"
	depends on SHORT || LONG_B
	select FOLLOWER

config FOLLOWER
	bool

config COUNT
	int "How many"
	depends on LOCKED
	range 1 10
	default 3

config HOLDER
	bool "Holder"
	default y
	select HELD

config HELD
	bool "Held"

config NEVER
	bool "Never"
	depends on HELD && !HELD

choice
	prompt "Level"
	default GRADE_LOW

config GRADE_LOW
	bool "Low"

config GRADE_HIGH
	bool "High"
	depends on SHORT

endchoice
)";

/// A tree that takes long: pigeons, each in one of too few holes.
QByteArray pigeons(int count)
{
    QByteArray tree;
    QByteArray all;
    for (int pigeon = 0; pigeon < count; ++pigeon) {
        QByteArray any;
        for (int hole = 0; hole + 1 < count; ++hole) {
            const QByteArray name =
                'P' + QByteArray::number(pigeon) + '_' + QByteArray::number(hole);
            tree += "config " + name + "\n\tbool \"" + name + "\"\n";
            any += (any.isEmpty() ? "" : " || ") + name;
            for (int other = 0; other < pigeon; ++other)
                all += " && !(" + name + " && P" + QByteArray::number(other) + '_' +
                       QByteArray::number(hole) + ')';
        }
        all += " && (" + any + ')';
    }
    return tree + "config ALL\n\tbool \"All\"\n\tdepends on " + all.mid(4) + '\n';
}

} // namespace

class FixSearchTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_space;
    std::unique_ptr<ConfigSession> m_session;
    std::unique_ptr<FixSearch> m_search;

    void open(const QByteArray &tree)
    {
        m_search.reset();
        m_session = std::make_unique<ConfigSession>();
        QVERIFY(writeFile(m_space->app() + QStringLiteral("/Config.uk"), tree));
        QVERIFY(load(*m_session, m_space->project()));
        m_search = std::make_unique<FixSearch>(m_session.get());
    }
    [[nodiscard]] kconfig::SymbolId symbol(const char *name) const
    {
        return test::symbol(*m_session, name);
    }
    [[nodiscard]] bool ends() const
    {
        return QTest::qWaitFor(
            [&] { return m_search->state() != State::searching && !m_search->isStale(); }, 30'000);
    }
    [[nodiscard]] bool ask(const char *name, const char *value,
                           const QVector<kconfig::SymbolId> &keep = {})
    {
        m_search->start({{symbol(name), value}}, keep);
        return ends();
    }
    [[nodiscard]] QStringList steps(int way) const
    {
        QStringList texts;
        for (const FixValue &step : m_search->ways()[way]->steps)
            texts << step.name + u'=' + step.after;
        return texts;
    }

private slots:
    void init() { m_space = std::make_unique<Workspace>(); }
    void cleanup()
    {
        m_search.reset();
        m_session.reset();
        m_space.reset();
    }

    void findsTheShortestFirst()
    {
        open(lockedTree);
        QSignalSpy inserted(m_search.get(), &FixSearch::wayInserted);
        QVERIFY(ask("LOCKED", "y"));
        QCOMPARE(m_search->state(), State::found);
        QCOMPARE(m_search->ways().size(), 2);
        QCOMPARE(inserted.count(), 2); // as they came
        QCOMPARE(steps(0), QStringList({QStringLiteral("SHORT=y"), QStringLiteral("LOCKED=y")}));
        QCOMPARE(steps(1), QStringList({QStringLiteral("LONG_A=y"), QStringLiteral("LONG_B=y"),
                                        QStringLiteral("LOCKED=y")}));
        const FixWay &way = *m_search->ways().first();
        QCOMPARE(way.turnedOn.size(), 1);
        QCOMPARE(way.turnedOn.first().name, QStringLiteral("FOLLOWER"));
        QVERIFY(way.turnedOn.first().about.contains(QStringLiteral("LOCKED")));
        QCOMPARE(way.changed.size(), 1);
        QCOMPARE(way.changed.first().after, QStringLiteral("3"));
        QVERIFY(m_search->answer().isSmallest);
        QVERIFY(m_search->answer().refusal.has_value());
        QCOMPARE(m_search->wishText(), QStringLiteral("LOCKED=y"));
    }

    void keepsWhatIsPinned()
    {
        open(lockedTree);
        QVERIFY(ask("LOCKED", "y", {symbol("SHORT")}));
        QCOMPARE(m_search->ways().size(), 1);
        QVERIFY(steps(0).contains(QStringLiteral("LONG_A=y")));
        QVERIFY(ask("LOCKED", "y", {symbol("SHORT"), symbol("LONG_A")}));
        QCOMPARE(m_search->state(), State::impossible);
        QVERIFY(m_search->ways().isEmpty());
        // What is wished for can't be kept as well.
        QVERIFY(ask("LOCKED", "y", {symbol("LOCKED")}));
        QCOMPARE(m_search->state(), State::refused);
        QVERIFY(!m_search->answer().problem->what.isEmpty());
    }

    void tellsWhatIsNoWish()
    {
        open(lockedTree);
        QVERIFY(ask("COUNT", "many"));
        QCOMPARE(m_search->state(), State::refused);
        QVERIFY(m_search->answer().problem->what.contains(QStringLiteral("COUNT")));
        QVERIFY(ask("COUNT", "11"));
        QCOMPARE(m_search->state(), State::refused);
        QVERIFY(ask("COUNT", "7"));
        QCOMPARE(m_search->state(), State::found);
        QVERIFY(m_search->apply(0));
        QCOMPARE(value(*m_session, "COUNT"), QStringLiteral("7"));
    }

    void tellsWhyItIsImpossible()
    {
        open(lockedTree);
        QVERIFY(ask("NEVER", "y"));
        QCOMPARE(m_search->state(), State::impossible);
        QVERIFY(!m_search->answer().impossible->reasons.empty());
        QVERIFY(!m_search->apply(0));
    }

    void tellsThatItIsSoAlready()
    {
        open(lockedTree);
        QVERIFY(ask("HOLDER", "y"));
        QCOMPARE(m_search->state(), State::fulfilled);
        QVERIFY(m_search->ways().isEmpty());
    }

    void appliesAsOneStep()
    {
        open(lockedTree);
        const QByteArray before = m_session->text();
        QVERIFY(ask("LOCKED", "y"));
        const FixWayPointer way = m_search->ways().at(1);
        QVERIFY(m_search->apply(1));
        QCOMPARE(m_search->state(), State::applied);
        QCOMPARE(m_search->ways(), QVector<FixWayPointer>{way});
        QVERIFY(!m_search->apply(0));
        QCOMPARE(value(*m_session, "LOCKED"), QStringLiteral("y"));
        QCOMPARE(value(*m_session, "SHORT"), QStringLiteral("n"));
        QVERIFY(m_session->undoText().contains(QStringLiteral("LOCKED=y")));
        m_session->undo();
        QCOMPARE(m_session->text(), before);
        QVERIFY(!m_session->canUndo());
        // The wish holds no more, so the ways are looked for again.
        QVERIFY(ends());
        QCOMPARE(m_search->state(), State::found);
        QCOMPARE(m_search->ways().size(), 2);
    }

    void anEditMakesItStale()
    {
        open(lockedTree);
        QVERIFY(ask("LOCKED", "y"));
        QVERIFY(m_session->edit(edit(*m_session, "LONG_A", "y")));
        QVERIFY(m_search->isStale());
        QVERIFY(!m_search->apply(0));
        QVERIFY(ends());
        QCOMPARE(m_search->ways().size(), 2);
        QCOMPARE(m_search->ways().at(0)->edits.size(), 2U);
        QCOMPARE(m_search->ways().at(1)->edits.size(), 2U);
        // Stopped while stale, nothing of the old ones remains to be applied.
        m_session->undo();
        m_search->cancel();
        QCOMPARE(m_search->state(), State::stopped);
        QVERIFY(m_search->ways().isEmpty());
        QVERIFY(!m_search->isStale());
    }

    void goesOnAfterReading()
    {
        open(lockedTree);
        QVERIFY(ask("LOCKED", "y", {symbol("LONG_A")}));
        QSignalSpy loaded(m_session.get(), &ConfigSession::loaded);
        QVERIFY(writeFile(m_space->app() + QStringLiteral("/Config.uk"),
                          QByteArray("config NEWS\n\tbool \"News\"\n") + lockedTree));
        m_session->reload();
        QVERIFY(loaded.wait());
        QVERIFY(ends());
        QCOMPARE(m_search->state(), State::found);
        QCOMPARE(m_search->ways().size(), 1);
        QCOMPARE(m_search->wishes().first().symbol, symbol("LOCKED"));
        QVERIFY(m_search->apply(0));
        QCOMPARE(value(*m_session, "LOCKED"), QStringLiteral("y"));
        // Gone from the tree: there is nothing to ask any more.
        QVERIFY(writeFile(m_space->app() + QStringLiteral("/Config.uk"),
                          "config NEWS\n\tbool \"News\"\n"));
        m_session->reload();
        QVERIFY(loaded.wait());
        QCOMPARE(m_search->state(), State::idle);
        QVERIFY(m_search->wishes().isEmpty());
    }

    void cancelsAtOnce()
    {
        open(pigeons(12));
        m_search->start({{symbol("ALL"), "y"}});
        QTest::qWait(300);
        QCOMPARE(m_search->state(), State::searching);
        QElapsedTimer clock;
        clock.start();
        m_search->cancel();
        QCOMPARE(m_search->state(), State::stopped);
        QVERIFY(clock.elapsed() < 100);
        // The thread is free for the next question soon.
        QVERIFY(ask("P0_0", "y"));
        qInfo("next answer %lld ms after a search was stopped", (long long)clock.elapsed());
        QVERIFY(clock.elapsed() < 2000);
        QCOMPARE(m_search->state(), State::found);
        QVERIFY(m_search->apply(0));
    }

    void givesUpInTime()
    {
        open(pigeons(12));
        m_search->start({{symbol("ALL"), "y"}});
        m_search->restart(std::chrono::milliseconds(100));
        QElapsedTimer clock;
        clock.start();
        QVERIFY(ends());
        QVERIFY(clock.elapsed() < 5000);
        QCOMPARE(m_search->state(), State::nothing);
        QVERIFY(m_search->answer().isPartial);
        QVERIFY(m_search->elapsed() >= std::chrono::milliseconds(100));
    }

    void goesAwayWhileSearching()
    {
        open(pigeons(12));
        m_search->start({{symbol("ALL"), "y"}});
        QTest::qWait(50);
        QElapsedTimer clock;
        clock.start();
        m_search.reset();
        QVERIFY(clock.elapsed() < 2000);
    }

    void wishesOfAnOption()
    {
        open(lockedTree);
        const kconfig::Configuration &now = m_session->configuration();
        QCOMPARE(suggestedWish(now, symbol("LOCKED")).value, std::string("y"));
        QCOMPARE(suggestedWish(now, symbol("HELD")).value, std::string("n"));
        QCOMPARE(wishEntries(now, symbol("LOCKED")).size(), 2);
        QVERIFY(wishEntries(now, symbol("COUNT")).isEmpty());
        const kconfig::SymbolId choice = m_session->model().symbol(symbol("GRADE_LOW")).choice;
        QCOMPARE(wishEntries(now, choice).size(), 2);
        QCOMPARE(wishEntries(now, choice).at(1).text, QStringLiteral("High"));
        const kconfig::Wish other = suggestedWish(now, choice);
        QCOMPARE(other.symbol, symbol("GRADE_HIGH"));
        m_search->start({other});
        QVERIFY(ends());
        QCOMPARE(steps(0).join(u' '), QStringLiteral("SHORT=y GRADE_HIGH=y"));
    }

    /// For every option of the tree that comes with the program: after a way is taken, exactly
    /// what it has announced is different, and undo brings back every byte.
    void promisesAreKept()
    {
        ProjectOptions options;
        options.tree = QStringLiteral(KILN_TEST_DATA "/../../../kernel");
        QVERIFY(writeFile(m_space->app() + QStringLiteral("/Config.uk"), "# nothing\n"));
        m_session = std::make_unique<ConfigSession>();
        QVERIFY(load(*m_session, openProject(m_space->app(), options).value()));
        m_search = std::make_unique<FixSearch>(m_session.get());
        const kconfig::Model &model = m_session->model();
        const QByteArray text = m_session->text();
        int wayCount = 0;
        int impossible = 0;
        for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
            const kconfig::SymbolId id{i};
            const kconfig::Symbol &declared = model.symbol(id);
            const bool isTruth = declared.type == kconfig::SymbolType::boolean ||
                                 declared.type == kconfig::SymbolType::tristate;
            if (declared.name.empty() || !declared.isDefined() || declared.isConstant || !isTruth)
                continue;
            const kconfig::Wish wish = suggestedWish(m_session->configuration(), id);
            m_search->start({wish});
            QVERIFY(ends());
            impossible += m_search->state() == State::impossible ? 1 : 0;
            const qsizetype count = m_search->ways().size();
            QCOMPARE(count == 0, m_search->state() != State::found);
            for (int way = 0; way < count; ++way) {
                const kconfig::Configuration before = m_session->configuration();
                m_search->start({wish});
                QVERIFY(ends());
                QCOMPARE(m_search->ways().size(), count);
                const FixWayPointer chosen = m_search->ways()[way];
                QVERIFY(m_search->apply(way));
                ++wayCount;
                const kconfig::Configuration &after = m_session->configuration();
                QCOMPARE(after.value(id), wish.value);
                std::map<std::uint32_t, QString> promised;
                for (const auto &list :
                     {chosen->steps, chosen->turnedOn, chosen->turnedOff, chosen->changed}) {
                    for (const FixValue &each : list)
                        promised[each.symbol.index] = each.after;
                }
                std::map<std::uint32_t, QString> happened;
                for (const auto symbol : kconfig::Configuration::differences(before, after)) {
                    // A choice follows its values.
                    if (!model.symbol(symbol).isChoice &&
                        before.value(symbol) != after.value(symbol))
                        happened[symbol.index] = QString::fromStdString(after.value(symbol));
                }
                QCOMPARE(promised, happened);
                m_session->undo();
                QCOMPARE(m_session->text(), text);
            }
        }
        qInfo("%d ways taken and taken back, %d wishes impossible", wayCount, impossible);
        QVERIFY(wayCount > 50);
    }
};

QTEST_GUILESS_MAIN(FixSearchTest)
#include "fix_search_test.moc"
