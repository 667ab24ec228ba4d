// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/changes_list.h"

#include "session_fixture.h"

#include <QTranslator>

#include <cerrno>
#include <cstring>

using namespace kiln;
using namespace kiln::test;

class ChangesListTest : public QObject
{
    Q_OBJECT

private:
    static QStringList names(const ChangesList &list, bool byUser)
    {
        QStringList result;
        for (const ConfigDifference &difference : list.differences()) {
            if (difference.isByUser == byUser)
                result << QString::fromStdString(
                    std::string(list.session()->model().symbol(difference.symbol).name));
        }
        return result;
    }

private slots:
    void tellsEditsFromWhatFollows()
    {
        const Workspace workspace;
        ConfigSession session;
        ChangesList list(&session);
        QVERIFY(list.differences().isEmpty());
        QVERIFY(load(session, workspace.project()));
        QVERIFY(session.save());
        QVERIFY(session.edit(edit(session, "LIBSECOND", "y")));
        QCOMPARE(names(list, true), QStringList{QStringLiteral("LIBSECOND")});
        QCOMPARE(names(list, false),
                 (QStringList{QStringLiteral("LIBFIRST"), QStringLiteral("LIBFIRST_SIZE"),
                              QStringLiteral("LIBFIRST_HELPER")}));
        // Saved, nothing differs; undone, it does the other way round.
        QVERIFY(session.save());
        QVERIFY(list.differences().isEmpty());
        session.undo();
        QCOMPARE(names(list, true), QStringList{QStringLiteral("LIBSECOND")});
        QCOMPARE(names(list, false).size(), 3);
    }

    void takesOneBack()
    {
        const Workspace workspace;
        ConfigSession session;
        ChangesList list(&session);
        QVERIFY(load(session, workspace.project()));
        QVERIFY(session.save());
        QVERIFY(session.edit(edit(session, "UK_NAME", "other")));
        QVERIFY(session.edit(edit(session, "LIBSECOND", "y")));
        QVERIFY(session.edit(edit(session, "LEVEL_HIGH", "y")));
        // What follows can't be taken back alone, and it is said why.
        const auto refused = list.revert(symbol(session, "LIBFIRST"));
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.contains(QStringLiteral("LIBSECOND")),
                 qPrintable(refused.error().what));
        const auto refusedToo = list.revert(symbol(session, "LIBFIRST_HELPER"));
        QVERIFY(!refusedToo);
        QVERIFY(!refusedToo.error().what.isEmpty());

        QVERIFY(list.revert(symbol(session, "LIBSECOND")));
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("n"));
        // A choice goes back from either of its values.
        QVERIFY(list.revert(symbol(session, "LEVEL_HIGH")));
        QCOMPARE(value(session, "LEVEL_LOW"), QStringLiteral("y"));
        session.undo();
        QCOMPARE(value(session, "LEVEL_HIGH"), QStringLiteral("y"));
        QVERIFY(list.revert(symbol(session, "LEVEL_LOW")));
        QCOMPARE(value(session, "LEVEL_LOW"), QStringLiteral("y"));
        QCOMPARE(names(list, true), QStringList{QStringLiteral("UK_NAME")});
        QVERIFY(list.revert(symbol(session, "UK_NAME")));
        QVERIFY(!session.isDirty());
    }

    void comparesWithAnyFile()
    {
        const Workspace workspace;
        const QString defconfig = workspace.app() + QStringLiteral("/defconfig");
        QVERIFY(writeFile(defconfig, "CONFIG_LEVEL_HIGH=y\nCONFIG_UK_NAME=\"small\"\n"));
        QVERIFY(writeFile(workspace.project().configFile,
                          "CONFIG_LIBSECOND=y\nCONFIG_LIBFIRST=y\nCONFIG_LIBFIRST_SIZE=8\n"
                          "CONFIG_LEVEL_HIGH=y\nCONFIG_UK_NAME=\"app\"\n"));
        ConfigSession session;
        ChangesList list(&session);
        QVERIFY(load(session, workspace.project()));
        QVERIFY(list.differences().isEmpty());
        list.compareWithFile(defconfig);
        QTRY_COMPARE(list.file(), defconfig);
        QTRY_VERIFY(!list.differences().isEmpty());
        QCOMPARE(names(list, true),
                 (QStringList{QStringLiteral("UK_NAME"), QStringLiteral("LIBSECOND")}));
        // Though .config says them, they follow.
        QVERIFY(names(list, false).contains(QStringLiteral("LIBFIRST")));
        QVERIFY(names(list, false).contains(QStringLiteral("LIBFIRST_SIZE")));
        QVERIFY(list.revert(symbol(session, "UK_NAME")));
        QCOMPARE(value(session, "UK_NAME"), QStringLiteral("small"));
        QTRY_COMPARE(names(list, true), QStringList{QStringLiteral("LIBSECOND")});
        list.revertAll();
        QTRY_VERIFY(list.differences().isEmpty());
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("n"));
        session.undo();
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("y"));

        QSignalSpy failed(&list, &ChangesList::failed);
        list.compareWithFile(QStringLiteral("/nonexistent"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(list.file(), defconfig);
        list.compareWithSaved();
        QVERIFY(list.file().isEmpty());
        QCOMPARE(names(list, true), QStringList{QStringLiteral("UK_NAME")});
    }

    void saysInTheUsersLanguageWhyAFileIsNotRead()
    {
        class Translator : public QTranslator
        {
        public:
            [[nodiscard]] bool isEmpty() const override { return false; }
            QString translate(const char *context, const char *source, const char *,
                              int) const override
            {
                return qstrcmp(context, "FileErrorWords") == 0 &&
                               qstrcmp(source, "The values can't be read: %1") == 0
                           ? QStringLiteral("Keine Werte: %1")
                           : QString();
            }
        } translator;
        const Workspace workspace;
        ConfigSession session;
        ChangesList list(&session);
        QVERIFY(load(session, workspace.project()));
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QSignalSpy failed(&list, &ChangesList::failed);
        list.compareWithFile(QStringLiteral("/nonexistent"));
        QTRY_COMPARE(failed.size(), 1);
        const auto problem = failed.first().first().value<Problem>();
        QCOMPARE(problem.what,
                 QStringLiteral("Keine Werte: ") + QString::fromLocal8Bit(std::strerror(ENOENT)));
        QCOMPARE(problem.where, QStringLiteral("/nonexistent"));
        QVERIFY(!problem.remedy.isEmpty());
        QCoreApplication::removeTranslator(&translator);
    }

    void followsTheTree()
    {
        const Workspace workspace;
        const QString other = workspace.path(QStringLiteral("other"));
        QVERIFY(writeFile(other, "CONFIG_LIBFIRST=y\n"));
        ConfigSession session;
        ChangesList list(&session);
        QVERIFY(load(session, workspace.project()));
        list.compareWithFile(other);
        QTRY_VERIFY(!list.differences().isEmpty());
        session.reload();
        QVERIFY(list.differences().isEmpty()); // of the old model nothing may be asked any more
        QTRY_VERIFY(!list.differences().isEmpty());
        QCOMPARE(list.file(), other);
    }
};

QTEST_GUILESS_MAIN(ChangesListTest)
#include "changes_list_test.moc"
