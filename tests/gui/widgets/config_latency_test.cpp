// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The event loop goes on while configurations as large as Linux's are saved, imported, merged and
// compared.

#include "../turn_meter.h"
#include "../workbench/session_fixture.h"

#include "widgets/changes_model.h"
#include "widgets/changes_view.h"
#include "widgets/compare_model.h"
#include "widgets/compare_view.h"
#include "workbench/comparison.h"

#include <QTableView>

using namespace kiln;
using namespace kiln::test;

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
    std::unique_ptr<ConfigSession> m_session;
    TurnMeter m_meter;

    [[nodiscard]] kconfig::Edit edit(const char *name, const char *value) const
    {
        return test::edit(*m_session, name, value);
    }

private slots:
    void initTestCase()
    {
        m_space = std::make_unique<Workspace>();
        const QString source = m_space->app() + QStringLiteral("/Config.uk");
        QVERIFY(writeFile(source, contents(source) + '\n' + largeTree()));
        QByteArray other;
        for (int i = 0; i < optionCount; ++i) {
            if (i % 3 != 1)
                other += "CONFIG_OPTION_" + QByteArray::number(i) + "=y\n";
        }
        QVERIFY(writeFile(m_space->path(QStringLiteral("other")), other));
        m_session = std::make_unique<ConfigSession>();
        m_session->setJournalDirectory(m_space->path(QStringLiteral("journals")));
        QVERIFY(load(*m_session, m_space->project()));
        QVERIFY(m_session->save());
    }
    void cleanupTestCase()
    {
        m_session.reset();
        m_space.reset();
    }

    void importEditSave()
    {
        ChangesView changes(m_session.get());
        changes.resize(900, 300);
        bool done = false;
        const auto isDone = [&] { return done; };
        m_meter.measure(
            QStringLiteral("import"),
            [&] {
                m_session->startImport(m_space->path(QStringLiteral("other")),
                                       [&](const auto &) { done = true; });
            },
            isDone);
        QVERIFY(m_session->changeCount() > optionCount / 3);
        m_meter.measure(QStringLiteral("show the changes"), [&] { changes.show(); });
        QVERIFY(changes.model()->rowCount() > 0);
        m_meter.measure(QStringLiteral("edit"),
                        [&] { QVERIFY(m_session->edit(edit("OPTION_77", "n"))); });
        m_meter.measure(QStringLiteral("undo"), [&] { m_session->undo(); });
        m_meter.measure(QStringLiteral("undo the import"), [&] { m_session->undo(); });
        m_meter.measure(QStringLiteral("redo the import"), [&] { m_session->redo(); });
        done = false;
        m_meter.measure(
            QStringLiteral("save"),
            [&] {
                m_session->startSave(ConfigSession::SaveMode::careful,
                                     [&](const auto &) { done = true; });
            },
            isDone);
        QVERIFY(!m_session->isDirty());
    }

    void compare()
    {
        const QString small = m_space->path(QStringLiteral("small"));
        QVERIFY(writeFile(small, "CONFIG_OPTION_0=y\n"));
        std::unique_ptr<CompareView> view;
        m_meter.measure(
            QStringLiteral("compare"),
            [&] {
                view = std::make_unique<CompareView>(m_session.get());
                view->addFile(small);
                view->show();
            },
            [&] { return view->comparison()->columnCount() == 3; });
        QVERIFY(view->model()->rowCount() > optionCount / 3);
        m_meter.measure(QStringLiteral("all rows"),
                        [&] { view->model()->setOnlyDifferences(false); });
        m_meter.measure(QStringLiteral("filter"),
                        [&] { view->model()->setFilter(QStringLiteral("option 77")); });
        m_meter.measure(QStringLiteral("filter again"),
                        [&] { view->model()->setFilter(QStringLiteral("option 777")); });
        view->model()->setFilter({});
        view->model()->setOnlyDifferences(true);
        m_meter.measure(QStringLiteral("edit while comparing"),
                        [&] { QVERIFY(m_session->edit(edit("OPTION_77", "n"))); });
        m_session->undo();
        view->table()->selectAll();
        bool taken = false;
        connect(view->comparison(), &Comparison::taken, this, [&] { taken = true; });
        QVector<kconfig::SymbolId> all;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            all.append(view->model()->symbolAt(row));
        m_meter.measure(
            QStringLiteral("take all"), [&] { view->comparison()->take(2, all); },
            [&] { return taken; });
        m_session->undo();
        QVERIFY(!m_session->isDirty());
    }

    void outside()
    {
        QVERIFY(m_session->edit(edit("LIBFIRST", "y")));
        const QByteArray before = contents(m_session->project().configFile);
        const QByteArray theirs = QByteArray(before).replace("CONFIG_OPTION_1400=y\n",
                                                             "# CONFIG_OPTION_1400 is not set\n");
        QVERIFY(theirs != before);
        m_meter.measure(
            QStringLiteral("judge what others changed"),
            [&] { QVERIFY(writeFile(m_session->project().configFile, theirs)); },
            [&] { return m_session->isOutdated(); });
        m_meter.measure(
            QStringLiteral("merge it"),
            [&] { m_session->takeOutside(ConfigSession::OutsideChoice::merge); },
            [&] { return test::value(*m_session, "OPTION_1400") == QStringLiteral("n"); });
        QCOMPARE(test::value(*m_session, "LIBFIRST"), QStringLiteral("y"));
    }
};

QTEST_MAIN(TestConfigLatency)
#include "config_latency_test.moc"
