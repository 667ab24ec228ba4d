// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How repositories elsewhere are reached: which addresses, which keys, whose certificates.
#pragma once

#include "workbench/git_prompt.h"
#include "workbench/job_watch.h"

#include <QString>

#include <git2.h>

#include <memory>

namespace kiln {

/// Fails unless the address is https, ssh (also USER@HOST:PATH), git, or a path of this computer
/// (also file://). A password in it is refused, too.
[[nodiscard]] Result<void> checkGitAddress(const QString &address);

/// Keeps libgit2 set up while there is one.
class GitLibrary
{
public:
    GitLibrary() { git_libgit2_init(); }
    ~GitLibrary() { git_libgit2_shutdown(); }
    GitLibrary(const GitLibrary &) = delete;
    GitLibrary &operator=(const GitLibrary &) = delete;
};

/// Frees what libgit2 gave.
template <typename Object, void (*free)(Object *)>
struct GitFree
{
    void operator()(Object *object) const { free(object); }
};
using GitRepository = std::unique_ptr<git_repository, GitFree<git_repository, git_repository_free>>;
using GitRemote = std::unique_ptr<git_remote, GitFree<git_remote, git_remote_free>>;
using GitReference = std::unique_ptr<git_reference, GitFree<git_reference, git_reference_free>>;
using GitObject = std::unique_ptr<git_object, GitFree<git_object, git_object_free>>;

/// One conversation with a repository elsewhere: keys from the ssh agent, passwords from git's
/// credential helper (asked once) and then from the prompt, certificates only when they are valid.
/// Lives until the conversation is over.
class GitAccess
{
public:
    /// The progress of what is received goes from 0 to `share` percent of the watch.
    /// `prompt` may be null.
    GitAccess(QString address, std::shared_ptr<JobWatch> watch, int share,
              std::shared_ptr<GitPrompt> prompt = {});

    void set(git_remote_callbacks &callbacks);
    [[nodiscard]] bool isCancelled() const { return m_watch && m_watch->isCancelled(); }
    [[nodiscard]] JobWatch *watch() const { return m_watch.get(); }
    /// What went wrong, after libgit2 returned an error.
    [[nodiscard]] Problem problem(const QString &what) const;
    /// Tells the credential helper that the password was right.
    void approve();

private:
    static int giveCredential(git_credential **out, const char *url, const char *user,
                              unsigned int allowed, void *self);
    /// What the helper knows, else what the user says; fails when neither has an answer left.
    int givePassword(git_credential **out, const char *url, const char *user);
    static int checkCertificate(git_cert *certificate, int valid, const char *host, void *self);
    static int showProgress(const git_indexer_progress *progress, void *self);
    static int listen(const char *text, int length, void *self);

    QString m_address;
    std::shared_ptr<JobWatch> m_watch;
    int m_share;
    std::shared_ptr<GitPrompt> m_prompt;
    bool m_askedAgent = false;
    bool m_askedHelper = false;
    int m_prompts = 0;       ///< how often the user was asked
    QByteArray m_credential; ///< what the helper gave, or is to keep
    QString m_badCertificate;
};

} // namespace kiln
