// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/config_session.h"

#include "fixture.h"

#include <QSignalSpy>
#include <QThreadPool>

#include <csignal>
#include <sys/resource.h>

using namespace kiln;

namespace {

bool load(ConfigSession &session, const Project &project, bool trusted = true)
{
    bool ended = false;
    QObject context;
    QObject::connect(&session, &ConfigSession::loaded, &context, [&] { ended = true; });
    QObject::connect(&session, &ConfigSession::loadFailed, &context, [&] { ended = true; });
    session.load(project, trusted);
    return QTest::qWaitFor([&] { return ended; }, 10000) && session.isLoaded();
}

kconfig::Edit edit(const ConfigSession &session, const char *name, const char *value)
{
    return {session.model().find(name), std::string(value)};
}

QString value(const ConfigSession &session, const char *name)
{
    return QString::fromStdString(session.configuration().value(session.model().find(name)));
}

QString errorsOf(const ConfigSession &session)
{
    QString text;
    for (const ConfigDiagnostic &diagnostic : session.diagnostics())
        text += diagnostic.text;
    return text;
}

/// Files can't grow beyond `bytes` while it lives: the nearest to a full disk that needs no rights.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_former);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_former.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_former);
        std::signal(SIGXFSZ, SIG_DFL);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_former{};
};

} // namespace

class ConfigSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void loadsWithDefaults()
    {
        const test::Workspace workspace;
        ConfigSession session;
        QSignalSpy started(&session, &ConfigSession::loadStarted);
        QVERIFY(!session.isLoaded());
        QVERIFY(load(session, workspace.project()));
        QVERIFY2(session.diagnostics().isEmpty(), qPrintable(errorsOf(session)));
        QCOMPARE(started.size(), 1);
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("n"));
        QCOMPARE(value(session, "LEVEL_LOW"), QStringLiteral("y"));
        QCOMPARE(value(session, "APPFIXTURE_GREET"), QStringLiteral("y"));
        QCOMPARE(value(session, "UK_FULLVERSION"), QStringLiteral("0.17.3"));
        QCOMPARE(value(session, "UK_NAME"), QStringLiteral("app"));
        // There is no file yet, so there is something to save, though nothing was edited.
        QVERIFY(!session.hasFile());
        QVERIFY(session.isDirty());
        QCOMPARE(session.changeCount(), 0);
        // Looking at a project leaves no trace in it.
        QVERIFY(!QFileInfo::exists(workspace.project().buildDirectory));
    }

    void editUndoRedoSave()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        ConfigSession session;
        QVERIFY(load(session, project));
        QVERIFY(session.save());
        QVERIFY(!session.isDirty());

        QSignalSpy edited(&session, &ConfigSession::edited);
        QSignalSpy dirty(&session, &ConfigSession::dirtyChanged);
        QVERIFY(session.edit(edit(session, "LIBSECOND", "y")));
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("y"));
        QCOMPARE(value(session, "LIBFIRST_SIZE"), QStringLiteral("8"));
        QCOMPARE(dirty.size(), 1);
        QVERIFY(session.isDirty());
        const auto changed = edited.last().at(0).value<QVector<kconfig::SymbolId>>();
        QVERIFY(changed.contains(session.model().find("LIBFIRST")));
        QVERIFY(changed.contains(session.model().find("LIBFIRST_SIZE")));
        QStringList names;
        for (const ConfigChange &change : session.changes())
            names.append(change.name + u'=' + change.after);
        QVERIFY(names.contains(QStringLiteral("LIBSECOND=y")));
        QVERIFY(names.contains(QStringLiteral("LIBFIRST=y")));
        QVERIFY(names.contains(QStringLiteral("LIBFIRST_HELPER=y")));
        QVERIFY(session.undoText().contains(QStringLiteral("LIBSECOND")));

        session.undo();
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("n"));
        QVERIFY(!session.isDirty());
        QVERIFY(!session.canUndo());
        session.redo();
        QCOMPARE(value(session, "LIBSECOND"), QStringLiteral("y"));
        QVERIFY(!session.canRedo());

        const QByteArray before = test::contents(project.configFile);
        QSignalSpy saved(&session, &ConfigSession::savedTo);
        QVERIFY(session.save());
        QCOMPARE(saved.size(), 1);
        const QByteArray after = test::contents(project.configFile);
        QVERIFY(after.contains("\nCONFIG_LIBSECOND=y\n"));
        QCOMPARE(test::contents(project.configFile + QStringLiteral(".old")), before);

        ConfigSession again;
        QVERIFY(load(again, project));
        QCOMPARE(value(again, "LIBSECOND"), QStringLiteral("y"));
        QVERIFY(!again.isDirty());
        QCOMPARE(again.text(), after);
    }

    void choicesAndRanges()
    {
        const test::Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        QVERIFY(session.edit(edit(session, "LEVEL_HIGH", "y")));
        QCOMPARE(value(session, "LEVEL_LOW"), QStringLiteral("n"));
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        QVERIFY(session.edit(edit(session, "LIBFIRST_SIZE", "64")));
        const auto tooBig = session.edit(edit(session, "LIBFIRST_SIZE", "65"));
        QVERIFY(!tooBig);
        QVERIFY(!tooBig.error().what.isEmpty());
        QCOMPARE(value(session, "LIBFIRST_SIZE"), QStringLiteral("64"));
    }

    void refusedEditChangesNothing()
    {
        const test::Workspace workspace;
        ConfigSession session;
        QVERIFY(load(session, workspace.project()));
        const QByteArray before = session.text();
        const auto refused =
            session.edit({edit(session, "LIBFIRST", "y"), edit(session, "LIBFIRST_HELPER", "n")},
                         QStringLiteral("both"));
        QVERIFY(!refused);
        QCOMPARE(session.text(), before);
        QVERIFY(!session.canUndo());
    }

    void badConfigFile()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        QVERIFY(test::writeFile(project.configFile, "CONFIG_LIBFIRST=y\n"
                                                    "CONFIG_NO_SUCH_OPTION=y\n"
                                                    "CONFIG_LIBFIRST_SIZE=many\n"
                                                    "CONFIG_LIBSECOND=7\n"));
        ConfigSession session;
        QVERIFY(load(session, project));
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("y"));
        QCOMPARE(value(session, "LIBFIRST_SIZE"), QStringLiteral("8"));
        QCOMPARE(value(session, "LIBSECOND"), QStringLiteral("n"));
        QMap<int, ConfigDiagnostic> byLine;
        for (const ConfigDiagnostic &diagnostic : session.diagnostics()) {
            QCOMPARE(diagnostic.file, project.configFile);
            byLine.insert(diagnostic.line, diagnostic);
        }
        QCOMPARE(byLine.keys(), QList<int>({2, 3, 4}));
        QVERIFY(byLine[2].message.contains(QStringLiteral("NO_SUCH_OPTION")));
        QVERIFY(byLine[3].text.contains(QStringLiteral("many")));
        for (const ConfigDiagnostic &diagnostic : byLine)
            QVERIFY2(!diagnostic.hint.isEmpty(), qPrintable(diagnostic.text));
    }

    void syntaxErrorInTheTree()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        const QString file = project.directory + QStringLiteral("/Config.uk");
        QVERIFY(test::writeFile(file, "config APPFIXTURE_GREET\n\tbolo \"Greet\"\n"));
        ConfigSession session;
        QVERIFY(load(session, project));
        QVERIFY(!session.diagnostics().isEmpty());
        const ConfigDiagnostic &diagnostic = session.diagnostics().first();
        QCOMPARE(diagnostic.severity, kconfig::Severity::error);
        QCOMPARE(diagnostic.file, file);
        QCOMPARE(diagnostic.line, 2);
        QVERIFY(diagnostic.column > 0);
        QVERIFY(diagnostic.text.contains(QStringLiteral("bolo")));
        // The rest is there to be looked at, but saving would lose what could not be read.
        QVERIFY(session.model().find("LIBFIRST").isValid());
        QVERIFY(session.isIncomplete());
        const auto saved = session.save();
        QVERIFY(!saved);
        QVERIFY(!saved.error().remedy.isEmpty());
        QVERIFY(!QFileInfo::exists(project.configFile));
    }

    void changedByAnother()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        ConfigSession session;
        QVERIFY(load(session, project));
        QVERIFY(session.save());
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        QSignalSpy outside(&session, &ConfigSession::changedOutside);
        const QByteArray theirs =
            test::contents(project.configFile)
                .replace("# CONFIG_LIBSECOND is not set", "CONFIG_LIBSECOND=y");
        QVERIFY(test::writeFile(project.configFile, theirs));
        QTRY_VERIFY(!outside.isEmpty());
        const auto refused = session.save();
        QVERIFY(!refused);
        QVERIFY(refused.error().what.contains(QStringLiteral("another program")));
        QCOMPARE(test::contents(project.configFile), theirs);
        QVERIFY(session.isDirty());
        QVERIFY(session.save(ConfigSession::SaveMode::overwrite));
        QVERIFY(test::contents(project.configFile).contains("CONFIG_LIBFIRST=y"));
        QVERIFY(session.save());
    }

    void fileBroughtUpToDateByABuild()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        QVERIFY(test::writeFile(project.configFile, "CONFIG_LIBFIRST=y\n"));
        ConfigSession session;
        QVERIFY(load(session, project));
        QVERIFY(!session.isDirty());
        QSignalSpy outside(&session, &ConfigSession::changedOutside);
        QVERIFY(test::writeFile(project.configFile, session.text()));
        // What is no news can't be waited for; a change that is comes after it.
        QTest::qWait(100);
        outside.clear();
        QVERIFY(session.save());
        QVERIFY(test::writeFile(project.configFile, "CONFIG_LIBSECOND=y\n"));
        QTRY_VERIFY(!outside.isEmpty());
        QVERIFY(!session.save());
    }

    void reloadTakesTheirs()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        ConfigSession session;
        QVERIFY(load(session, project));
        QVERIFY(session.save());
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        QSignalSpy loaded(&session, &ConfigSession::loaded);
        session.reload();
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("n"));
        QVERIFY(!session.isDirty());
        // Reading it again is a step like others.
        session.undo();
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("y"));
        QVERIFY(session.isDirty());
        session.undo();
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("n"));
        QVERIFY(!session.canUndo());
    }

    void reloadReadsOnlyWhatChanged()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        ConfigSession session;
        QVERIFY(load(session, project));
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        QVERIFY(session.save());
        const std::size_t files = session.effort().filesRead;
        QVERIFY(files > 3);
        const QString source = project.directory + QStringLiteral("/Config.uk");
        QVERIFY(test::writeFile(source, test::contents(source) + "\nconfig APPFIXTURE_NEW\n\tbool "
                                                                 "\"New\"\n"));
        QSignalSpy loaded(&session, &ConfigSession::loaded);
        session.reload();
        QVERIFY2(session.isLoaded(), "what was read stays until the new is there");
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(session.effort().filesRead, std::size_t(1));
        QCOMPARE(session.effort().filesReused, files - 1);
        QCOMPARE(value(session, "APPFIXTURE_NEW"), QStringLiteral("n"));
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("y"));
        QVERIFY(session.edit(edit(session, "APPFIXTURE_NEW", "y")));
        QVERIFY(session.save());
        // Opened again, as the window's action does.
        QVERIFY(load(session, workspace.project()));
        QCOMPARE(session.effort().filesRead, std::size_t(0));
        QCOMPARE(value(session, "APPFIXTURE_NEW"), QStringLiteral("y"));
    }

    void folderThatCannotBeWritten()
    {
        const test::Workspace workspace;
        Project project = workspace.project();
        // Not even root can make files there.
        project.configFile = QStringLiteral("/proc/kiln.config");
        ConfigSession session;
        QVERIFY(load(session, project));
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        const auto saved = session.save();
        QVERIFY(!saved);
        QVERIFY(saved.error().where.contains(QStringLiteral("/proc/")));
        QVERIFY(saved.error().remedy.contains(QStringLiteral("changes are kept")));
        QVERIFY(session.isDirty());
        QCOMPARE(value(session, "LIBFIRST"), QStringLiteral("y"));
    }

    void noRoomWhileSaving()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        ConfigSession session;
        QVERIFY(load(session, project));
        QVERIFY(session.save());
        const QByteArray before = test::contents(project.configFile);
        QVERIFY(session.edit(edit(session, "LIBFIRST", "y")));
        {
            const FileSizeLimit limit(16);
            const auto saved = session.save();
            QVERIFY(!saved);
            QVERIFY(saved.error().remedy.contains(QStringLiteral("Free some space")));
            QVERIFY(saved.error().where.startsWith(project.configFile));
        }
        QCOMPARE(test::contents(project.configFile), before);
        QCOMPARE(QDir(project.directory)
                     .entryList({QStringLiteral(".config*")}, QDir::Files | QDir::Hidden),
                 QStringList({QStringLiteral(".config")}));
        QVERIFY(session.isDirty());
        QVERIFY(session.save());
        QVERIFY(test::contents(project.configFile).contains("CONFIG_LIBFIRST=y"));
    }

    void startsFromADefconfig()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        const QString file = project.directory + QStringLiteral("/defconfig");
        QVERIFY(test::writeFile(file, "CONFIG_LEVEL_HIGH=y\n"));
        ConfigSession session;
        QVERIFY(load(session, project));
        QCOMPARE(session.startedFrom(), file);
        QCOMPARE(value(session, "LEVEL_HIGH"), QStringLiteral("y"));
        session.resetToDefaults();
        QCOMPARE(value(session, "LEVEL_LOW"), QStringLiteral("y"));
        QVERIFY(session.import(file));
        QCOMPARE(value(session, "LEVEL_HIGH"), QStringLiteral("y"));
        QVERIFY(session.minimalText().contains("CONFIG_LEVEL_HIGH=y"));
        session.undo();
        session.undo();
        QCOMPARE(value(session, "LEVEL_HIGH"), QStringLiteral("y"));
        QVERIFY(!session.import(QStringLiteral("/nonexistent/defconfig")));
    }

    void nothingOfAnUntrustedProjectRuns()
    {
        const test::Workspace workspace;
        const QString mark = workspace.path(QStringLiteral("ran"));
        QVERIFY(
            test::writeFile(workspace.app() + QStringLiteral("/Config.uk"),
                            "config APPFIXTURE_GREET\n\tbool \"Greet\"\n\tdefault $(shell,touch " +
                                mark.toUtf8() + "; echo y)\n"));
        ConfigSession session;
        QVERIFY(load(session, workspace.project(), false));
        QCOMPARE(session.refusedShells(), 1);
        QVERIFY(!QFileInfo::exists(mark));
        QVERIFY(!session.save());
        QVERIFY(load(session, workspace.project(), true));
        QCOMPARE(session.refusedShells(), 0);
        QVERIFY(QFileInfo::exists(mark));
        QCOMPARE(value(session, "APPFIXTURE_GREET"), QStringLiteral("y"));
    }

    void destroyedWhileLoading()
    {
        const test::Workspace workspace;
        for (int i = 0; i < 20; ++i) {
            ConfigSession session;
            session.load(workspace.project(), true);
            session.load(workspace.project(), true);
            if (i % 2 == 0)
                QTest::qWait(1);
        }
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(ConfigSessionTest)
#include "config_session_test.moc"
