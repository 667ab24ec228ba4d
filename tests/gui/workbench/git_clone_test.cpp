// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/git_clone.h"

#include "git_server.h"

using namespace kiln;

/// A repository behind https and a password, which git's credential helper knows.
class GitCloneTest : public QObject
{
    Q_OBJECT

    [[nodiscard]] QString path(const char *name) const
    {
        return m_server.path(QLatin1String(name));
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
        return cloneRepository({m_server.address(), path(directory), {}},
                               std::make_shared<JobWatch>());
    }

    test::GitServer m_server;

private slots:
    void initTestCase()
    {
        QVERIFY(m_server.makeRepository());
        QVERIFY(m_server.startHttps());
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
        QVERIFY(m_server.trustCertificate());
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
        const auto versions = remoteVersions(m_server.address(), std::make_shared<JobWatch>());
        QVERIFY(versions);
        QCOMPARE(versions->branches, QStringList{done->branch});
    }

    /// Who is asked when the helper knows nothing, and how often.
    void passwordOfTheUser()
    {
        struct Typist : GitPrompt
        {
            std::optional<GitCredential> ask(const QString &address, const QString &,
                                             const JobWatch *) override
            {
                asked.append(address);
                return asked.size() < rightAt
                           ? GitCredential{QStringLiteral("me"), QStringLiteral("no"), true}
                           : GitCredential{QStringLiteral("me"), QStringLiteral("secret"), true};
            }
            int rightAt = 2;
            QStringList asked;
        };
        // A helper that knows nothing but listens.
        QFile::remove(path("asked"));
        QVERIFY(
            test::writeFile(path(".gitconfig"), "[credential]\n\thelper = \"!f() { echo $1 >> " +
                                                    path("asked").toUtf8() + "; }; f\"\n"));
        const auto typist = std::make_shared<Typist>();
        const auto done = cloneRepository({m_server.address(), path("typed"), {}, typist},
                                          std::make_shared<JobWatch>());
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
        QCOMPARE(typist->asked, QStringList(2, m_server.address()));
        // What was wrong is not kept, what was right is.
        QCOMPARE(test::contents(path("asked")), QByteArray("get\nerase\nstore\n"));
        typist->asked.clear();
        typist->rightAt = 100;
        const auto refused =
            remoteVersions(m_server.address(), std::make_shared<JobWatch>(), typist);
        QVERIFY(!refused);
        QCOMPARE(typist->asked.size(), 3);
    }
};

QTEST_GUILESS_MAIN(GitCloneTest)
#include "git_clone_test.moc"
