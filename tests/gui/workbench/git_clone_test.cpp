// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/git_clone.h"

#include "fixture.h"
#include "git_leaks.h"

#include <QProcess>

#include <git2.h>

using namespace kiln;

/// A repository behind https and a password, which git's credential helper knows.
class GitCloneTest : public QObject
{
    Q_OBJECT

    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    [[nodiscard]] bool run(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(program, arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    }
    /// What the helper answers, and it writes down what it is asked for.
    [[nodiscard]] bool setPassword(const QByteArray &password) const
    {
        QFile::remove(path("asked"));
        return test::writeFile(
            path(".gitconfig"),
            "[credential]\n\thelper = \"!f() { echo $1 >> " + path("asked").toUtf8() +
                "; test $1 != get || printf 'username=me\\\\npassword=" + password +
                "\\\\n'; }; f\"\n");
    }
    [[nodiscard]] Result<CheckedOut> clone(const char *directory) const
    {
        return cloneRepository({m_address, path(directory), {}}, std::make_shared<JobWatch>());
    }

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_address;

private slots:
    void initTestCase()
    {
        git_libgit2_init();
        qputenv("HOME", m_folder.path().toLocal8Bit());
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
        QVERIFY(run(QStringLiteral("openssl"),
                    {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                     "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout",
                     "key.pem", "-out", "public.pem"}));
        QVERIFY(test::writeFile(path("both.pem"), test::contents(path("key.pem")) +
                                                      test::contents(path("public.pem"))));
        QVERIFY(test::writeFile(path("source/Makefile.uk"), "# one\n"));
        QVERIFY(run(QStringLiteral("git"), {"-C", "source", "init", "-q"}));
        QVERIFY(run(QStringLiteral("git"), {"-C", "source", "add", "."}));
        QVERIFY(run(QStringLiteral("git"), {"-C", "source", "-c", "user.name=t", "-c",
                                            "user.email=t@localhost", "commit", "-qm", "one"}));
        m_server.start(QStringLiteral("python3"),
                       {test::dataPath(QStringLiteral("../workbench/https_git.py")), path("source"),
                        path("both.pem")});
        QVERIFY(m_server.waitForReadyRead());
        m_address =
            QStringLiteral("https://localhost:%1/x.git").arg(m_server.readLine().trimmed().toInt());
    }

    void cleanupTestCase()
    {
        m_server.kill();
        m_server.waitForFinished();
        git_libgit2_shutdown();
    }

    void certificateThatNobodySigned()
    {
        QVERIFY(setPassword("secret"));
        const auto refused = clone("refused");
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.contains(QStringLiteral("localhost is not valid")),
                 qPrintable(refused.error().text()));
        // No password for a server that may be anybody.
        QVERIFY(!QFileInfo::exists(path("asked")) && !QFileInfo::exists(path("refused")));
        // From now on it is trusted, in this program.
        QCOMPARE(git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS,
                                  path("public.pem").toLocal8Bit().constData(), nullptr),
                 0);
    }

    void wrongPassword()
    {
        QVERIFY(setPassword("wrong"));
        const auto refused = clone("wrong");
        QVERIFY(!refused);
        QVERIFY2(refused.error().remedy.contains(QStringLiteral("credential helper")),
                 qPrintable(refused.error().text()));
        QCOMPARE(test::contents(path("asked")), QByteArray("get\nerase\n"));
        QVERIFY(!QFileInfo::exists(path("wrong")));
    }

    void passwordOfTheHelper()
    {
        QVERIFY(setPassword("secret"));
        const auto done = clone("copy");
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
        QCOMPARE(test::contents(path("copy/Makefile.uk")), QByteArray("# one\n"));
        QCOMPARE(test::contents(path("asked")), QByteArray("get\nstore\n"));
        QVERIFY(!test::contents(path("copy/.git/config")).contains("secret"));
        const auto versions = remoteVersions(m_address, std::make_shared<JobWatch>());
        QVERIFY(versions);
        QCOMPARE(versions->branches, QStringList{done->branch});
    }
};

QTEST_GUILESS_MAIN(GitCloneTest)
#include "git_clone_test.moc"
