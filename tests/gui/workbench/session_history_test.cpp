// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Undo across saves and readings, saving and reading away from the GUI thread.

#include "session_fixture.h"

#include "workbench/fragment_merge.h"

using namespace kiln;
using namespace kiln::test;

class SessionHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void undoGoesBackBeyondASave()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        QVERIFY(session.save());
        QVERIFY(!session.isDirty());
        QVERIFY(session.canUndo());
        session.undo();
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("n"));
        QVERIFY(session.isDirty());
        QVERIFY(session.changeCount() > 0);
        session.redo();
        QVERIFY(!session.isDirty());
        QCOMPARE(session.changeCount(), 0);
        session.undo();
        QVERIFY(session.save());
        QVERIFY(!session.isDirty());
        session.redo();
        QVERIFY(session.isDirty());
    }

    void thousandsOfSteps()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        for (int i = 0; i < 3000; ++i)
            QVERIFY(session.edit({symbol(session, "LIBFIRST_SIZE"), std::to_string(1 + i % 64)}));
        for (int i = 2999; i >= 1; --i) {
            session.undo();
            QCOMPARE(value(session, "LIBFIRST_SIZE"), QString::number(1 + (i - 1) % 64));
        }
        session.undo();
        QCOMPARE(value(session, "LIBFIRST_SIZE"), QStringLiteral("8"));
        session.undo();
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("n"));
        QVERIFY(!session.canUndo());
    }

    void refusedListOfEditsChangesNothing()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        QSignalSpy edited(&session, &ConfigSession::edited);
        const auto refused =
            session.edit({edit(session, "LIBFIRST", "y"), edit(session, "LIBFIRST_SIZE", "1000")},
                         QStringLiteral("two"));
        QVERIFY(!refused);
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("n"));
        QVERIFY(edited.isEmpty());
        QVERIFY(!session.canUndo());
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        QVERIFY(edited.last().at(0).value<QVector<kconfig::SymbolId>>().contains(
            symbol(session, "LIBFIRST")));
    }

    void readingTheTreeAgainKeepsEdits()
    {
        const Workspace workspace;
        const Project project = workspace.project();
        ConfigSession session;
        QVERIFY(load(session, project));
        QVERIFY(session.save());
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        QVERIFY(session.edit(edit(session, "LEVEL_HIGH", "y")));
        QVERIFY(session.edit(edit(session, "LIBSECOND", "y")));
        // An option comes, and one with an edit goes.
        const QString first = workspace.tree() + QStringLiteral("/lib/first/Config.uk");
        QVERIFY(writeFile(first, "config AHEAD\n\tbool \"Ahead\"\n\n" + contents(first)));
        const QString second = workspace.tree() + QStringLiteral("/lib/second/Config.uk");
        QVERIFY(writeFile(second, contents(second).replace("config LIBSECOND", "config LIBOTHER")));
        QSignalSpy loaded(&session, &ConfigSession::loaded);
        session.reload(ConfigSession::ReloadMode::keepEdits);
        QTRY_COMPARE(loaded.size(), 1);
        QVERIFY(symbol(session, "AHEAD").isValid());
        QVERIFY(!symbol(session, "LIBSECOND").isValid());
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("y"));
        QCOMPARE(value(session, "LEVEL_HIGH"), QStringLiteral("y"));
        QVERIFY(session.isDirty());
        session.undo();
        QCOMPARE(value(session, "LEVEL_HIGH"), QStringLiteral("n"));
        QCOMPARE(value(session, "LEVEL_LOW"), QStringLiteral("y"));
        session.undo();
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("n"));
        QVERIFY(!session.canUndo());
        session.redo();
        session.redo();
        QCOMPARE(value(session, "LEVEL_HIGH"), QStringLiteral("y"));
    }

    void failedReadingKeepsWhatWasThere()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        const QString file = workspace.project().configFile;
        QVERIFY(QDir().mkpath(file)); // no file can be read there
        QSignalSpy failed(&session, &ConfigSession::loadFailed);
        QSignalSpy loaded(&session, &ConfigSession::loaded);
        session.reload();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(loaded.size(), 1);
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("y"));
        QVERIFY(session.canUndo());
    }

    void savesElsewhere()
    {
        const Workspace workspace;
        const Project project = workspace.project();
        ConfigSession session;
        QVERIFY(load(session, project));
        QVERIFY(session.save());
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        const QString other = workspace.path(QStringLiteral("other/my.config"));
        std::optional<Result<void>> result;
        session.startSaveAs(other, [&](const auto &saved) { result = saved; });
        QTRY_VERIFY(result);
        QVERIFY(*result);
        QVERIFY(contents(other).contains("CONFIG_LIBFIRST=y\n"));
        QVERIFY(contents(project.configFile).contains("# CONFIG_LIBFIRST is not set\n"));
        QVERIFY(!session.isDirty());
        QCOMPARE(session.project().configFile, other);
        session.undo();
        QVERIFY(session.save());
        QVERIFY(contents(other).contains("# CONFIG_LIBFIRST is not set\n"));
        QVERIFY(contents(other + QStringLiteral(".old")).contains("CONFIG_LIBFIRST=y\n"));
        // Where nothing can be written everything stays.
        result.reset();
        session.startSaveAs(QStringLiteral("/proc/none/x"),
                            [&](const auto &saved) { result = saved; });
        QTRY_VERIFY(result);
        QVERIFY(!*result);
        QCOMPARE(session.project().configFile, other);
    }

    void editsWhileSavingAreUnsaved()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        bool done = false;
        session.startSave(ConfigSession::SaveMode::careful, [&](const auto &) { done = true; });
        QVERIFY(session.edit(edit(session, "LIBFIRST_SIZE", "9")));
        QTRY_VERIFY(done);
        QVERIFY(contents(workspace.project().configFile).contains("CONFIG_LIBFIRST_SIZE=8\n"));
        QVERIFY(session.isDirty());
        QCOMPARE(session.changeCount(), 1);
        QCOMPARE(session.changes().first().name, QStringLiteral("LIBFIRST_SIZE"));
        QVERIFY(session.changes().first().isByUser);
    }

    void savesMinimalAndImports()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        QVERIFY(session.edit(edit(session, "LEVEL_HIGH", "y")));
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        const QString file = workspace.path(QStringLiteral("small"));
        std::optional<Result<void>> saved;
        session.startSaveMinimal(file, [&](const auto &result) { saved = result; });
        QTRY_VERIFY(saved);
        QVERIFY(*saved);
        const QByteArray text = contents(file);
        QVERIFY(text.contains("CONFIG_LEVEL_HIGH=y\n"));
        QVERIFY(text.contains("CONFIG_LIBFIRST=y\n"));
        QVERIFY(!text.contains("LIBFIRST_SIZE"));

        session.resetToDefaults();
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("n"));
        std::optional<Result<QVector<ConfigDiagnostic>>> imported;
        session.startImport(file, [&](const auto &result) { imported = result; });
        // An edit made meanwhile is not lost: the file is read again on top of it.
        QVERIFY(session.edit(edit(session, "LIBSECOND", "y")));
        QSignalSpy edited(&session, &ConfigSession::edited);
        QTRY_VERIFY(imported);
        QVERIFY(*imported);
        QVERIFY(edited.last().at(0).value<QVector<kconfig::SymbolId>>().contains(
            symbol(session, "LEVEL_HIGH")));
        QCOMPARE(value(session, "LEVEL_HIGH"), QStringLiteral("y"));
        QCOMPARE(value(session, "LIBSECOND"), QStringLiteral("n"));
        session.undo();
        QCOMPARE(value(session, "LIBSECOND"), QStringLiteral("y"));
        imported.reset();
        session.startImport(QStringLiteral("/nonexistent"),
                            [&](const auto &result) { imported = result; });
        QTRY_VERIFY(imported);
        QVERIFY(!*imported);
        QVERIFY(imported->error().where.contains(QStringLiteral("/nonexistent")));
    }

    void longWorkCanBeCancelled()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        const QString file = workspace.path(QStringLiteral("large"));
        QByteArray text = "CONFIG_LIBSECOND=y\n";
        while (text.size() < (4 << 20))
            text += "# a line that says nothing\n";
        QVERIFY(writeFile(file, text));

        // From the file's first piece on there is something to tell.
        const auto watch = std::make_shared<JobWatch>();
        std::optional<Result<QVector<ConfigDiagnostic>>> imported;
        session.startImport(
            file, [&](const auto &result) { imported = result; }, watch);
        watch->cancel();
        QTRY_VERIFY(imported);
        QVERIFY(!*imported);
        QVERIFY(imported->error().what.contains(QStringLiteral("nothing was changed")));
        QCOMPARE(value(session, "LIBSECOND"), QStringLiteral("n"));
        QVERIFY(!session.canUndo());

        const auto other = std::make_shared<JobWatch>();
        std::optional<Result<FragmentReport>> merged;
        session.startMerge(
            file, [&](const auto &report) { merged = report; }, other);
        other->cancel();
        QTRY_VERIFY(merged);
        QVERIFY(!*merged);
        QVERIFY(!session.canUndo());

        const auto third = std::make_shared<JobWatch>();
        imported.reset();
        QCOMPARE(third->progress(), 0);
        session.startImport(
            file, [&](const auto &result) { imported = result; }, third);
        QTRY_VERIFY(imported);
        QVERIFY(*imported);
        QVERIFY(third->progress() >= 50);
        QCOMPARE(value(session, "LIBSECOND"), QStringLiteral("y"));

        // What may never end is not begun.
        imported.reset();
        session.startImport(QStringLiteral("/dev/zero"),
                            [&](const auto &result) { imported = result; });
        QTRY_VERIFY(imported);
        QVERIFY(!*imported);
        QVERIFY(imported->error().what.contains(QStringLiteral("no regular file")));
    }

    void aPartialFileIsStale()
    {
        const Workspace workspace;
        const QString config = workspace.project().configFile;
        QVERIFY(writeFile(config, "CONFIG_LIBSECOND=y\n"));
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        QTRY_VERIFY(session.isStale());
        QVERIFY(!session.isDirty());
        QVERIFY(session.edit(edit(session, "LEVEL_HIGH", "y")));
        session.undo();
        QVERIFY(session.isStale());
        QSignalSpy told(&session, &ConfigSession::staleChanged);
        QVERIFY(session.save());
        QVERIFY(!session.isStale());
        QCOMPARE(told.count(), 1);
        // What save() has written is all there is to say.
        ConfigSession again;
        QVERIFY(load(again, workspace.project()));
        again.finishWriting();
        QTest::qWait(20);
        QVERIFY(!again.isStale());
    }

    void mergesAFragment()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(writeFile(workspace.project().configFile,
                          "CONFIG_LIBSECOND=y\nCONFIG_LIBFIRST_SIZE=4\n"));
        QVERIFY(load(session, workspace.project()));
        const QString file = workspace.path(QStringLiteral("fragment"));
        QVERIFY(writeFile(file, "CONFIG_LEVEL_HIGH=y\n"
                                "CONFIG_LIBFIRST_SIZE=5\n"
                                "# CONFIG_LIBFIRST is not set\n"
                                "CONFIG_NOSUCH=y\n"
                                "CONFIG_LIBFIRST_HELPER=y\n"));
        std::optional<Result<FragmentReport>> merged;
        session.startMerge(file, [&](const auto &report) { merged = report; });
        QTRY_VERIFY(merged);
        QVERIFY(*merged);
        const FragmentReport &report = **merged;
        QCOMPARE(report.lines, 5);
        QCOMPARE(report.overridden.size(), 1);
        QCOMPARE(report.overridden[0].name, QStringLiteral("LIBFIRST_SIZE"));
        QCOMPARE(report.overridden[0].before, QStringLiteral("4"));
        QCOMPARE(report.overridden[0].now, QStringLiteral("5"));
        QCOMPARE(report.overridden[0].line, 2);
        QCOMPARE(report.ineffective.size(), 2);
        QCOMPARE(report.ineffective[0].name, QStringLiteral("LIBFIRST"));
        QVERIFY2(report.ineffective[0].why.contains(QStringLiteral("LIBSECOND")),
                 qPrintable(report.ineffective[0].why));
        QCOMPARE(report.ineffective[1].name, QStringLiteral("NOSUCH"));
        QVERIFY(!report.ineffective[1].why.isEmpty());
        QCOMPARE(value(session, "LEVEL_HIGH"), QStringLiteral("y"));
        QVERIFY(session.canUndo());
        session.undo();
        QCOMPARE(value(session, "LEVEL_HIGH"), QStringLiteral("n"));
        QCOMPARE(value(session, "LIBFIRST_SIZE"), QStringLiteral("4"));
    }
};

QTEST_GUILESS_MAIN(SessionHistoryTest)
#include "session_history_test.moc"
