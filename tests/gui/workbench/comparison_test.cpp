// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/comparison.h"

#include "session_fixture.h"

using namespace kiln;
using namespace kiln::test;

class ComparisonTest : public QObject
{
    Q_OBJECT

private:
    static QStringList differing(const Comparison &comparison)
    {
        QStringList names;
        for (const auto each : comparison.symbols()) {
            if (comparison.differs(each))
                names << QString::fromStdString(
                    std::string(comparison.session()->model().symbol(each).name));
        }
        return names;
    }

private slots:
    void columns()
    {
        const Workspace workspace;
        const QString file = workspace.path(QStringLiteral("small_defconfig"));
        QVERIFY(writeFile(file, "CONFIG_LEVEL_HIGH=y\n"));
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        Comparison comparison(&session);
        comparison.addSaved();
        comparison.addCurrent();
        comparison.addFile(file);
        QTRY_COMPARE(comparison.columnCount(), 3);
        QCOMPARE(comparison.title(2), QStringLiteral("small_defconfig"));
        QCOMPARE(differing(comparison),
                 (QStringList{QStringLiteral("LEVEL_LOW"), QStringLiteral("LEVEL_HIGH")}));
        // In the order of the menus.
        QCOMPARE(comparison.symbols().front(), symbol(session, "UK_BASE"));
        // The current column follows edits, the saved one saves.
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        QVERIFY(differing(comparison).contains(QStringLiteral("LIBFIRST_SIZE")));
        QCOMPARE(comparison.value(1, symbol(session, "LIBFIRST_SIZE")), std::string("8"));
        QCOMPARE(comparison.value(0, symbol(session, "LIBFIRST_SIZE")), std::string());
        QVERIFY(session.save());
        QTRY_COMPARE(comparison.value(0, symbol(session, "LIBFIRST_SIZE")), std::string("8"));
        comparison.removeColumn(0);
        QCOMPARE(comparison.columnCount(), 2);
        QSignalSpy failed(&comparison, &Comparison::failed);
        comparison.addFile(QStringLiteral("/nonexistent"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(comparison.columnCount(), 2);
    }

    void anEditWhileValuesAreCollected()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        Comparison comparison(&session);
        comparison.addCurrent();
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        QTRY_COMPARE(comparison.columnCount(), 1);
        QCOMPARE(comparison.value(0, symbol(session, "LIBFIRST")), std::string("y"));
    }

    void takesValues()
    {
        const Workspace workspace;
        const QString file = workspace.path(QStringLiteral("other"));
        QVERIFY(writeFile(file, "CONFIG_LIBFIRST=y\nCONFIG_LIBFIRST_SIZE=20\nCONFIG_LEVEL_HIGH=y\n"
                                "CONFIG_UK_NAME=\"o\"\n"));
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        Comparison comparison(&session);
        comparison.addCurrent();
        comparison.addFile(file);
        QTRY_COMPARE(comparison.columnCount(), 2);
        QSignalSpy taken(&comparison, &Comparison::taken);
        // The size needs its library, which comes after it in the list.
        comparison.take(1, {symbol(session, "LIBFIRST_SIZE"), symbol(session, "LIBFIRST"),
                            symbol(session, "LEVEL_LOW")});
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(taken[0][0].toInt(), 3);
        QCOMPARE(taken[0][1].toInt(), 0);
        QCOMPARE(value(session, "LIBFIRST_SIZE"), QStringLiteral("20"));
        QCOMPARE(value(session, "LEVEL_HIGH"), QStringLiteral("y"));
        QCOMPARE(differing(comparison), QStringList{QStringLiteral("UK_NAME")});
        session.undo(); // one step
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("n"));
        QCOMPARE(value(session, "LEVEL_LOW"), QStringLiteral("y"));
        QVERIFY(!session.canUndo());
        // What can't be had is refused and changes nothing.
        comparison.take(1, {symbol(session, "LIBFIRST_HELPER")});
        QTRY_COMPARE(taken.size(), 2);
        QCOMPARE(taken[1][0].toInt(), 0);
        QCOMPARE(taken[1][1].toInt(), 1);
        QVERIFY(!session.canUndo());
        QVERIFY(session.canRedo());
    }

    /// Its values are taken all the same.
    void mayGoWhileValuesAreTaken()
    {
        const Workspace workspace;
        const QString file = workspace.path(QStringLiteral("other"));
        QVERIFY(writeFile(file, "CONFIG_LIBFIRST=y\n"));
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        auto comparison = std::make_unique<Comparison>(&session);
        comparison->addFile(file);
        QTRY_COMPARE(comparison->columnCount(), 1);
        comparison->take(0, {symbol(session, "LIBFIRST")});
        comparison.reset();
        QTRY_COMPARE(value(session, "LIBFIRST"), QStringLiteral("y"));
    }

    void exports()
    {
        const Workspace workspace;
        const QString file = workspace.path(QStringLiteral("other"));
        QVERIFY(writeFile(file, "CONFIG_LIBFIRST=y\n"));
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        Comparison comparison(&session);
        comparison.addCurrent();
        comparison.addFile(file);
        QTRY_COMPARE(comparison.columnCount(), 2);
        const QString table = workspace.path(QStringLiteral("table.txt"));
        std::optional<Result<void>> done;
        comparison.startExport(table, true, [&](const auto &result) { done = result; });
        QTRY_VERIFY(done);
        QVERIFY(*done);
        QCOMPARE(contents(table),
                 "# Option\tCurrent\t" + file.toUtf8() +
                     "\nLIBFIRST\tn\ty\nLIBFIRST_SIZE\t-\t8\nLIBFIRST_HELPER\t-\ty\n");
        done.reset();
        comparison.startExport(table, false, [&](const auto &result) { done = result; });
        QTRY_VERIFY(done);
        QVERIFY(contents(table).contains("\nUK_NAME\tapp\tapp\n"));
        done.reset();
        comparison.startExport(QStringLiteral("/proc/none/x"), false,
                               [&](const auto &result) { done = result; });
        QTRY_VERIFY(done);
        QVERIFY(!*done);
    }

    void followsTheTree()
    {
        const Workspace workspace;
        const QString file = workspace.path(QStringLiteral("other"));
        QVERIFY(writeFile(file, "CONFIG_LIBFIRST=y\n"));
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        Comparison comparison(&session);
        comparison.addCurrent();
        comparison.addFile(file);
        QTRY_COMPARE(comparison.columnCount(), 2);
        session.reload();
        QVERIFY(comparison.symbols().empty());
        QTRY_COMPARE(differing(comparison).size(), 3);
        QCOMPARE(comparison.columnCount(), 2);
    }
};

QTEST_GUILESS_MAIN(ComparisonTest)
#include "comparison_test.moc"
