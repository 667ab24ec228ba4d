// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A repository of a test's own, and servers for it on the loopback address.
#pragma once

#include "fixture.h"
#include "git_leaks.h"

#include <QProcess>

#include <git2.h>

namespace kiln::test {

/// A folder with a git repository `source`, which has a Makefile.uk on its branch; the home folder
/// of this program is in it, too. One object a program.
class GitServer
{
public:
    GitServer()
    {
        git_libgit2_init();
        qputenv("HOME", m_folder.path().toLocal8Bit());
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
    }
    ~GitServer()
    {
        m_server.kill();
        m_server.waitForFinished();
        git_libgit2_shutdown();
    }
    GitServer(const GitServer &) = delete;
    GitServer &operator=(const GitServer &) = delete;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] bool run(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(program, arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    }
    /// git in the repository; the user of commits is set.
    [[nodiscard]] bool git(const QStringList &arguments) const
    {
        return run(QStringLiteral("git"), QStringList{"-C", "source", "-c", "user.name=t", "-c",
                                                      "user.email=t@localhost"} +
                                              arguments);
    }
    /// Makes the repository, with branch `main`.
    [[nodiscard]] bool makeRepository() const
    {
        return writeFile(path(QStringLiteral("source/Makefile.uk")), "# one\n") &&
               git({"init", "-q", "-b", "main"}) && git({"add", "."}) &&
               git({"commit", "-qm", "one"});
    }
    /// Serves it by https, to user `me` with the password `secret`, with a certificate that nobody
    /// signed.
    [[nodiscard]] bool startHttps()
    {
        if (!run(QStringLiteral("openssl"),
                 {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                  "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem",
                  "-out", "public.pem"}) ||
            !writeFile(path(QStringLiteral("both.pem")),
                       contents(path(QStringLiteral("key.pem"))) +
                           contents(path(QStringLiteral("public.pem")))))
            return false;
        m_server.start(QStringLiteral("python3"),
                       {dataPath(QStringLiteral("../workbench/https_git.py")),
                        path(QStringLiteral("source")), path(QStringLiteral("both.pem"))});
        if (!m_server.waitForReadyRead())
            return false;
        m_address =
            QStringLiteral("https://localhost:%1/x.git").arg(m_server.readLine().trimmed().toInt());
        return true;
    }
    /// From now on its certificate is good, in this program.
    [[nodiscard]] bool trustCertificate() const
    {
        return git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS,
                                path(QStringLiteral("public.pem")).toLocal8Bit().constData(),
                                nullptr) == 0;
    }
    [[nodiscard]] const QString &address() const { return m_address; }

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_address;
};

} // namespace kiln::test
