// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/git_access.h"

#include "workbench/toolchain.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GitAccess)
};

/// Asks `git credential ACTION`; nothing of a repository is in its reach.
QByteArray askHelper(const QString &action, const QByteArray &input)
{
    const auto git = findTool(QStringLiteral("git"));
    if (!git)
        return {};
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0"));
    for (const char *name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_CONFIG"})
        environment.remove(QLatin1String(name));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(QStringLiteral("/"));
    process.start(*git, {QStringLiteral("credential"), action});
    process.write(input);
    process.closeWriteChannel();
    // The desktop may ask the user.
    constexpr int limitMilliseconds = 120'000;
    if (!process.waitForFinished(limitMilliseconds)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

QByteArray field(const QByteArray &answer, const QByteArray &name)
{
    for (const QByteArray &line : answer.split('\n')) {
        if (line.startsWith(name + '='))
            return line.mid(name.size() + 1);
    }
    return {};
}

} // namespace

Result<void> checkGitAddress(const QString &address)
{
    static const QRegularExpression scheme(QStringLiteral("^([A-Za-z][A-Za-z0-9+.-]*)://"));
    static const QRegularExpression scp(QRegularExpression::anchoredPattern(
        QStringLiteral("[A-Za-z0-9._-]+@[A-Za-z0-9._-]+:\\S+")));
    const auto refuse = [&](const QString &what, const QString &remedy) {
        return tl::unexpected(Problem{what, address, remedy});
    };
    if (std::any_of(address.begin(), address.end(), [](QChar c) { return c < u' '; }) ||
        address.startsWith(u'-') || address.isEmpty())
        return refuse(Text::tr("This is no address of a repository"), Text::tr("Check it."));
    if (const auto match = scheme.match(address); match.hasMatch()) {
        static const QStringList allowed{QStringLiteral("https"), QStringLiteral("ssh"),
                                         QStringLiteral("git"), QStringLiteral("file")};
        const QString name = match.captured(1).toLower();
        if (!allowed.contains(name))
            return refuse(Text::tr("Repositories are not fetched by %1").arg(name),
                          name == QLatin1String("http")
                              ? Text::tr("Use https: what comes by http may be anybody's.")
                              : Text::tr("Use https, ssh, git or a path of this computer."));
        if (!QUrl(address).password().isEmpty())
            return refuse(Text::tr("There is a password in this address, where it would be kept"),
                          Text::tr("Leave it out; git's credential helper is asked."));
        return {};
    }
    if (scp.match(address).hasMatch() || QFileInfo(address).isDir())
        return {};
    // `ext::` and others of git's own would run programs.
    return refuse(Text::tr("There is no such repository"),
                  Text::tr("Name an address with https, ssh or git, or a folder."));
}

GitAccess::GitAccess(QString address, std::shared_ptr<JobWatch> watch, int share,
                     std::shared_ptr<GitPrompt> prompt)
    : m_address(std::move(address))
    , m_watch(std::move(watch))
    , m_share(share)
    , m_prompt(std::move(prompt))
{}

void GitAccess::set(git_remote_callbacks &callbacks)
{
    callbacks.payload = this;
    callbacks.credentials = giveCredential;
    callbacks.certificate_check = checkCertificate;
    callbacks.transfer_progress = showProgress;
    callbacks.sideband_progress = listen;
}

int GitAccess::giveCredential(git_credential **out, const char *url, const char *user,
                              unsigned int allowed, void *self)
{
    auto &access = *static_cast<GitAccess *>(self);
    if (access.isCancelled())
        return GIT_EUSER;
    if ((allowed & GIT_CREDENTIAL_USERNAME) != 0)
        return git_credential_username_new(out, user != nullptr ? user : "git");
    // A key that was refused would be offered without an end.
    if ((allowed & GIT_CREDENTIAL_SSH_KEY) != 0 && !std::exchange(access.m_askedAgent, true))
        return git_credential_ssh_key_from_agent(out, user != nullptr ? user : "git");
    return (allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT) != 0 ? access.givePassword(out, url, user)
                                                              : GIT_EAUTH;
}

int GitAccess::givePassword(git_credential **out, const char *url, const char *user)
{
    const QUrl address(QString::fromUtf8(url));
    QByteArray question =
        "protocol=" + address.scheme().toUtf8() + "\nhost=" + address.host().toUtf8();
    if (address.port() > 0)
        question += ':' + QByteArray::number(address.port());
    question += "\npath=" + address.path().mid(1).toUtf8() + '\n';
    const bool isSane = question.count('\n') == 3 && !QByteArrayView(user).contains('\n');
    if (!isSane)
        return GIT_EAUTH;
    if (!std::exchange(m_askedHelper, true)) {
        QByteArray known = question;
        if (user != nullptr)
            known += "username=" + QByteArray(user) + '\n';
        m_credential = askHelper(QStringLiteral("fill"), known + '\n');
        const QByteArray name = field(m_credential, "username");
        const QByteArray password = field(m_credential, "password");
        if (!password.isEmpty())
            return git_credential_userpass_plaintext_new(out, name.constData(),
                                                         password.constData());
    }
    // What was given before is wrong, or this would not be asked again.
    if (!m_credential.isEmpty())
        (void)askHelper(QStringLiteral("reject"), m_credential);
    m_credential.clear();
    constexpr int mostPrompts = 3;
    if (!m_prompt || m_prompts++ >= mostPrompts)
        return GIT_EAUTH;
    const auto answer = m_prompt->ask(m_address, QString::fromUtf8(user), m_watch.get());
    if (!answer)
        return GIT_EAUTH;
    const QByteArray name = answer->user.toUtf8();
    const QByteArray password = answer->password.toUtf8();
    if (answer->isToBeKept && !name.contains('\n') && !password.contains('\n'))
        m_credential = question + "username=" + name + "\npassword=" + password + '\n';
    return git_credential_userpass_plaintext_new(out, name.constData(), password.constData());
}

int GitAccess::checkCertificate(git_cert *certificate, int valid, const char *host, void *self)
{
    auto &access = *static_cast<GitAccess *>(self);
    // What git:// has is no certificate at all.
    if (valid != 0 || certificate == nullptr || certificate->cert_type == GIT_CERT_NONE)
        return access.isCancelled() ? GIT_EUSER : 0;
    access.m_badCertificate = QString::fromUtf8(host);
    return GIT_ECERTIFICATE;
}

int GitAccess::showProgress(const git_indexer_progress *progress, void *self)
{
    auto &access = *static_cast<GitAccess *>(self);
    if (access.isCancelled())
        return GIT_EUSER;
    if (access.m_watch && progress->total_objects > 0) {
        const auto done = quint64(progress->received_objects) + progress->indexed_objects;
        access.m_watch->setProgress(
            int(quint64(access.m_share) * done / (2 * quint64(progress->total_objects))));
    }
    return 0;
}

int GitAccess::listen(const char *, int, void *self)
{
    return static_cast<GitAccess *>(self)->isCancelled() ? GIT_EUSER : 0;
}

Problem GitAccess::problem(const QString &what) const
{
    if (isCancelled())
        return cancelledProblem();
    if (!m_badCertificate.isEmpty())
        return {
            Text::tr("%1: the certificate or key of %2 is not valid").arg(what, m_badCertificate),
            m_address,
            Text::tr("Somebody may be in between. Check the address; of a server of your own, "
                     "install its certificate, or for ssh add it to known_hosts.")};
    const git_error *error = git_error_last();
    QString why = error != nullptr && error->message != nullptr ? QString::fromUtf8(error->message)
                                                                : Text::tr("no reason was given");
    QString remedy = Text::tr("Check the address and the network.");
    if (m_askedAgent || m_askedHelper)
        remedy = Text::tr("Add your key to the ssh agent (ssh-add), or set up git's credential "
                          "helper.");
    return {Text::tr("%1: %2").arg(what, why), m_address, remedy};
}

void GitAccess::approve()
{
    if (!m_credential.isEmpty())
        (void)askHelper(QStringLiteral("approve"), m_credential);
}

} // namespace kiln
