// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/three_way_merge.h"

#include "session_fixture.h"

using namespace kiln;
using namespace kiln::test;

/// Through a session, as that is how it is used: the file says the base, edits are mine.
class ThreeWayMergeTest : public QObject
{
    Q_OBJECT

private:
    /// Saves, edits, changes the file, and waits for the verdict.
    static bool collide(ConfigSession &session, const QVector<kconfig::Edit> &mine,
                        const QByteArray &line, const QByteArray &by)
    {
        if (!session.save() || !session.edit(mine, QStringLiteral("mine")))
            return false;
        QSignalSpy outside(&session, &ConfigSession::changedOutside);
        return replaceLine(session.project().configFile, line, by) &&
               QTest::qWaitFor([&] { return !outside.isEmpty(); });
    }

    static bool take(ConfigSession &session, ConfigSession::OutsideChoice choice,
                     const QVector<kconfig::SymbolId> &theirs = {})
    {
        QSignalSpy taken(&session, &ConfigSession::outsideTaken);
        session.takeOutside(choice, theirs);
        return QTest::qWaitFor([&] { return !taken.isEmpty(); });
    }

private slots:
    void differentOptionsGoTogether()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        QVERIFY(collide(session, {edit(session, "LIBSECOND", "y")}, "CONFIG_APPFIXTURE_GREET=y",
                        "# CONFIG_APPFIXTURE_GREET is not set"));
        QVERIFY(session.isOutdated());
        QVERIFY(session.outsideChange()->conflicts.isEmpty());
        QCOMPARE(session.outsideChange()->theirs, 1);
        QVERIFY(take(session, ConfigSession::OutsideChoice::merge));
        QCOMPARE(value(session, "LIBSECOND"), QStringLiteral("y"));
        QCOMPARE(value(session, "APPFIXTURE_GREET"), QStringLiteral("n"));
        QVERIFY(!session.isOutdated());
        // What is unsaved now is mine alone.
        QStringList changed;
        for (const ConfigChange &change : session.changes())
            changed << change.name;
        QVERIFY(changed.contains(QStringLiteral("LIBSECOND")));
        QVERIFY(!changed.contains(QStringLiteral("APPFIXTURE_GREET")));
        QVERIFY(session.save());
        session.undo();
        QCOMPARE(value(session, "APPFIXTURE_GREET"), QStringLiteral("y"));
        QCOMPARE(value(session, "LIBSECOND"), QStringLiteral("y"));
        session.undo();
        QCOMPARE(value(session, "LIBSECOND"), QStringLiteral("n"));
    }

    void oneOptionIsAsked()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        QVERIFY(collide(session,
                        {edit(session, "LIBFIRST_SIZE", "9"), edit(session, "UK_NAME", "mine")},
                        "CONFIG_LIBFIRST_SIZE=8", "CONFIG_LIBFIRST_SIZE=10"));
        const OutsideChange outside = *session.outsideChange();
        QCOMPARE(outside.conflicts.size(), 1);
        QCOMPARE(outside.conflicts[0].name, QStringLiteral("LIBFIRST_SIZE"));
        QCOMPARE(outside.conflicts[0].base, QStringLiteral("8"));
        QCOMPARE(outside.conflicts[0].mine, QStringLiteral("9"));
        QCOMPARE(outside.conflicts[0].theirs, QStringLiteral("10"));
        QVERIFY(take(session, ConfigSession::OutsideChoice::merge, {outside.conflicts[0].symbol}));
        QCOMPARE(value(session, "LIBFIRST_SIZE"), QStringLiteral("10"));
        QCOMPARE(value(session, "UK_NAME"), QStringLiteral("mine"));
        QCOMPARE(session.changeCount(), 1);
    }

    void mineStaysUnlessTheirsIsWanted()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        QVERIFY(collide(session, {edit(session, "LIBFIRST_SIZE", "9")}, "CONFIG_LIBFIRST_SIZE=8",
                        "CONFIG_LIBFIRST_SIZE=10"));
        QVERIFY(take(session, ConfigSession::OutsideChoice::merge));
        QCOMPARE(value(session, "LIBFIRST_SIZE"), QStringLiteral("9"));
        QCOMPARE(session.changes().first().before, QStringLiteral("10"));
        QVERIFY(session.save());
    }

    void choicesAreOneOption()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        // Mine chooses the other value; theirs switches something else and leaves the choice.
        QVERIFY(collide(session, {edit(session, "LEVEL_HIGH", "y")}, "# CONFIG_LIBFIRST is not set",
                        "CONFIG_LIBFIRST=y"));
        QVERIFY(session.outsideChange()->conflicts.isEmpty());
        QVERIFY(take(session, ConfigSession::OutsideChoice::merge));
        QCOMPARE(value(session, "LEVEL_HIGH"), QStringLiteral("y"));
        QCOMPARE(value(session, "LEVEL_LOW"), QStringLiteral("n"));
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("y"));
    }

    void keepsMineOrTakesTheFile()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        QVERIFY(collide(session, {edit(session, "LIBFIRST", "y")}, "CONFIG_APPFIXTURE_GREET=y",
                        "# CONFIG_APPFIXTURE_GREET is not set"));
        QVERIFY(take(session, ConfigSession::OutsideChoice::keepMine));
        QCOMPARE(value(session, "APPFIXTURE_GREET"), QStringLiteral("y"));
        QVERIFY(session.isDirty());
        QVERIFY(session.save()); // is not refused any more
        QVERIFY(contents(session.project().configFile).contains("CONFIG_APPFIXTURE_GREET=y\n"));
        QVERIFY(contents(session.project().configFile + QStringLiteral(".old"))
                    .contains("# CONFIG_APPFIXTURE_GREET is not set\n"));

        QVERIFY(collide(session, {edit(session, "UK_NAME", "other")}, "CONFIG_LIBFIRST=y",
                        "# CONFIG_LIBFIRST is not set"));
        QVERIFY(take(session, ConfigSession::OutsideChoice::takeFile));
        QVERIFY(!session.isDirty());
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("n"));
        QCOMPARE(value(session, "UK_NAME"), QStringLiteral("app"));
        session.undo();
        QCOMPARE(value(session, "UK_NAME"), QStringLiteral("other"));
    }

    void noticedAfterEverySave()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        for (const char *name : {"first", "second", "third"}) {
            // Each save leaves the former file behind as .config.old.
            QVERIFY(session.edit(edit(session, "UK_NAME", name)));
            QVERIFY(session.save());
        }
        QTest::qWait(100); // the watcher has told all about our own saves
        QSignalSpy outside(&session, &ConfigSession::changedOutside);
        QVERIFY(replaceLine(session.project().configFile, "# CONFIG_LIBFIRST is not set",
                            "CONFIG_LIBFIRST=y"));
        QTRY_VERIFY(!outside.isEmpty());
    }

    void aFileTakenAway()
    {
        const Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        QVERIFY(session.save());
        QVERIFY(QFile::remove(session.project().configFile));
        QTRY_VERIFY(!session.hasFile());
        QVERIFY(session.isDirty());
        QVERIFY(session.save());
        QVERIFY(QFileInfo::exists(session.project().configFile));
        // It is watched from its coming on.
        QSignalSpy outside(&session, &ConfigSession::changedOutside);
        QVERIFY(replaceLine(session.project().configFile, "# CONFIG_LIBFIRST is not set",
                            "CONFIG_LIBFIRST=y"));
        QTRY_VERIFY(!outside.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ThreeWayMergeTest)
#include "three_way_merge_test.moc"
