// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/edit_journal.h"

#include "session_fixture.h"

using namespace kiln;
using namespace kiln::test;

namespace {

const QByteArray base = "CONFIG_A=y\n";
const std::vector<UserValueChange> someEdit{{"A", "y", "n"}, {"B", std::nullopt, "12"}};

} // namespace

class EditJournalTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_config = QStringLiteral("/project/.config");

    /// A journal whose writer is gone.
    QString leave(const std::vector<std::vector<UserValueChange>> &edits)
    {
        EditJournal journal;
        journal.restart(m_folder.path(), m_config, base);
        for (const auto &each : edits) {
            if (!journal.append(each))
                return {};
        }
        return journal.file();
    }

private slots:
    void init() { QVERIFY(m_folder.isValid()); }
    void cleanup()
    {
        for (const QFileInfo &file : QDir(m_folder.path()).entryInfoList(QDir::Files))
            QFile::remove(file.filePath());
    }

    void findsWhatWasLeft()
    {
        QVERIFY(!leave({someEdit, {{"A", "n", "m"}}}).isEmpty());
        const auto found = EditJournal::find(m_folder.path(), m_config, base);
        QVERIFY(found);
        QCOMPARE(found->changes,
                 (std::vector<UserValueChange>{{"B", std::nullopt, "12"}, {"A", "y", "m"}}));
        QVERIFY(!found->isOtherFile && !found->isTorn && !found->isOtherVersion);
        QVERIFY(found->lastEdit.isValid());
        // Looking does not take it away.
        QVERIFY(EditJournal::find(m_folder.path(), m_config, base));
    }

    void oneInUseIsNotOffered()
    {
        EditJournal journal;
        journal.restart(m_folder.path(), m_config, base);
        QVERIFY(journal.file().isEmpty()); // nothing is written before the first edit
        QVERIFY(journal.append(someEdit));
        QVERIFY(QFileInfo::exists(journal.file()));
        QVERIFY(!EditJournal::find(m_folder.path(), m_config, base));
        const QString file = journal.file();
        journal.remove();
        QVERIFY(!QFileInfo::exists(file));
    }

    void editsThatComeToNothingAreDropped()
    {
        const QString file = leave({someEdit, {{"A", "n", "y"}, {"B", "12", std::nullopt}}});
        QVERIFY(!EditJournal::find(m_folder.path(), m_config, base));
        QVERIFY(!QFileInfo::exists(file));
    }

    void anotherConfigIsNoneOfOurs()
    {
        const QString file = leave({someEdit});
        QVERIFY(!EditJournal::find(m_folder.path(), QStringLiteral("/other/.config"), base));
        // Not even when it lies under our name.
        const QString ours = m_config;
        m_config = QStringLiteral("/other/.config");
        const QString other = leave({someEdit});
        m_config = ours;
        QFile::remove(file);
        QVERIFY(QFile::rename(other, file));
        QVERIFY(!EditJournal::find(m_folder.path(), m_config, base));
        QVERIFY(QFileInfo::exists(file));
    }

    void tellsWhenTheFileIsAnother()
    {
        QVERIFY(!leave({someEdit}).isEmpty());
        const auto found = EditJournal::find(m_folder.path(), m_config, QByteArray("CONFIG_A=m\n"));
        QVERIFY(found && found->isOtherFile);
        const auto gone = EditJournal::find(m_folder.path(), m_config, std::nullopt);
        QVERIFY(gone && gone->isOtherFile);
        QCOMPARE(gone->changes, someEdit);
    }

    void tornLastLine()
    {
        const QString path = leave({{{"C", std::nullopt, "y"}}, someEdit});
        const QByteArray whole = contents(path);
        const qsizetype second = whole.indexOf('\n', whole.indexOf('\n') + 1) + 1;
        // However much of the last line is missing, the first edit is found.
        for (qsizetype length = second + 1; length < whole.size(); ++length) {
            QVERIFY(writeFile(path, whole.first(length)));
            const auto found = EditJournal::find(m_folder.path(), m_config, base);
            QVERIFY(found);
            QVERIFY(found->isTorn);
            QCOMPARE(found->changes, (std::vector<UserValueChange>{{"C", std::nullopt, "y"}}));
        }
        // A torn first line is no journal.
        QVERIFY(writeFile(path, whole.first(20)));
        QVERIFY(!EditJournal::find(m_folder.path(), m_config, base));
    }

    void anotherVersionIsLeftAlone()
    {
        const QString path = leave({someEdit});
        const QByteArray text = contents(path).replace("\"version\":1", "\"version\":0");
        QVERIFY(writeFile(path, text));
        const auto found = EditJournal::find(m_folder.path(), m_config, base);
        QVERIFY(found && found->isOtherVersion);
        QVERIFY(found->changes.empty());
        QCOMPARE(contents(path), text);
    }

    void noRoom()
    {
        EditJournal journal;
        journal.restart(QStringLiteral("/proc/kiln"), m_config, base);
        const auto failed = journal.append(someEdit);
        QVERIFY(!failed);
        QVERIFY(failed.error().where.contains(QStringLiteral("/proc/kiln")));
        QVERIFY(!failed.error().remedy.isEmpty());
    }

    void sessionsRestoreEdits()
    {
        const Workspace workspace;
        const Project project = workspace.project();
        const QString left = m_folder.filePath(QStringLiteral("left"));
        {
            ConfigSession session;
            session.setJournalDirectory(m_folder.path());
            QVERIFY(load(session, project));
            QVERIFY(session.save());
            QVERIFY(session.edit(edit(session, "LIBSECOND", "y")));
            QVERIFY(session.edit(edit(session, "LEVEL_HIGH", "y")));
            QVERIFY(session.edit(edit(session, "LIBFIRST_SIZE", "5")));
            session.undo();
            session.finishWriting();
            const auto files = QDir(m_folder.path()).entryInfoList({QStringLiteral("*.journal")});
            QCOMPARE(files.size(), 1);
            // An orderly end removes it; a crash would have left it.
            QVERIFY(QFile::copy(files.first().filePath(), left));
        }
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.journal")}).isEmpty());
        const QByteArray header = contents(left).split('\n').first();
        QVERIFY(header.contains("kiln-journal"));
        {
            EditJournal namer; // takes the name such a file has
            namer.restart(m_folder.path(), project.configFile, contents(project.configFile));
            QVERIFY(namer.append(someEdit));
            const QString name = namer.file();
            namer.remove();
            QVERIFY(QFile::rename(left, name));
        }
        ConfigSession session;
        session.setJournalDirectory(m_folder.path());
        QSignalSpy found(&session, &ConfigSession::recoveryFound);
        QSignalSpy taken(&session, &ConfigSession::recoveryTaken);
        QVERIFY(load(session, project));
        QTRY_COMPARE(found.size(), 1);
        QVERIFY(!session.recovery()->isOtherFile);
        QCOMPARE(value(session, "LIBSECOND"), QStringLiteral("n"));
        session.takeRecovery();
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(value(session, "LIBSECOND"), QStringLiteral("y"));
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("y"));
        QCOMPARE(value(session, "LIBFIRST_SIZE"), QStringLiteral("8"));
        QCOMPARE(value(session, "LEVEL_HIGH"), QStringLiteral("y"));
        QVERIFY(!session.recovery());
        QVERIFY(session.isDirty());
        // They are journalled again, in one journal.
        session.finishWriting();
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("*.journal")}).size(), 1);
        session.undo();
        QCOMPARE(value(session, "LIBSECOND"), QStringLiteral("n"));
    }
};

QTEST_GUILESS_MAIN(EditJournalTest)
#include "edit_journal_test.moc"
