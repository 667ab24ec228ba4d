// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/git_status.h"

#include "workbench/abandonable_job.h"
#include "workbench/git_access.h"
#include "workbench/git_checkout.h"

#include <QCoreApplication>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GitStatus)
};

using GitStatusList =
    std::unique_ptr<git_status_list, GitFree<git_status_list, git_status_list_free>>;
using GitDiff = std::unique_ptr<git_diff, GitFree<git_diff, git_diff_free>>;
using GitWalk = std::unique_ptr<git_revwalk, GitFree<git_revwalk, git_revwalk_free>>;

Problem problemOf(const QString &what, const QString &where)
{
    const git_error *error = git_error_last();
    return {error != nullptr && error->message != nullptr
                ? what + QStringLiteral(": ") + QString::fromUtf8(error->message)
                : what,
            where, Text::tr("Name the top folder of a git clone.")};
}

Result<GitRepository> openRepository(const QString &directory)
{
    git_repository *raw = nullptr;
    if (git_repository_open_ext(&raw, directory.toUtf8(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr) !=
        0)
        return tl::unexpected(problemOf(Text::tr("This is no git clone"), directory));
    return GitRepository(raw);
}

QStringList changedFiles(git_repository *repository)
{
    git_status_options options{};
    git_status_options_init(&options, GIT_STATUS_OPTIONS_VERSION);
    options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_EXCLUDE_SUBMODULES;
    git_status_list *raw = nullptr;
    QStringList files;
    if (git_status_list_new(&raw, repository, &options) != 0)
        return files;
    const GitStatusList list(raw);
    for (std::size_t i = 0; i < git_status_list_entrycount(raw); ++i) {
        const git_status_entry *entry = git_status_byindex(raw, i);
        const git_diff_delta *delta =
            entry->index_to_workdir != nullptr ? entry->index_to_workdir : entry->head_to_index;
        if (delta != nullptr)
            files.append(QString::fromUtf8(delta->new_file.path));
    }
    return files;
}

/// The branch of `origin` that the current one follows; nothing when it follows none.
std::optional<git_oid> upstream(git_repository *repository, GitReference &head)
{
    git_reference *raw = nullptr;
    if (git_repository_head(&raw, repository) != 0)
        return std::nullopt;
    head.reset(raw);
    git_reference *followed = nullptr;
    if (git_branch_upstream(&followed, raw) != 0)
        return std::nullopt;
    const GitReference owner(followed);
    const git_oid *id = git_reference_target(followed);
    return id != nullptr ? std::optional(*id) : std::nullopt;
}

QStringList commitsBetween(git_repository *repository, const git_oid &from, const git_oid &to)
{
    constexpr qsizetype most = 200;
    git_revwalk *raw = nullptr;
    QStringList lines;
    if (git_revwalk_new(&raw, repository) != 0)
        return lines;
    const GitWalk walk(raw);
    git_revwalk_push(raw, &to);
    git_revwalk_hide(raw, &from);
    git_oid id;
    while (lines.size() < most && git_revwalk_next(&id, raw) == 0) {
        git_commit *commit = nullptr;
        if (git_commit_lookup(&commit, repository, &id) != 0)
            break;
        lines.append(QString::fromUtf8(git_commit_summary(commit)));
        git_commit_free(commit);
    }
    return lines;
}

QStringList filesBetween(git_repository *repository, const git_oid &from, const git_oid &to)
{
    const auto treeOf = [repository](const git_oid &id) {
        git_object *raw = nullptr;
        git_object *tree = nullptr;
        if (git_object_lookup(&raw, repository, &id, GIT_OBJECT_COMMIT) == 0)
            git_object_peel(&tree, raw, GIT_OBJECT_TREE);
        git_object_free(raw);
        return GitObject(tree);
    };
    const GitObject before = treeOf(from);
    const GitObject after = treeOf(to);
    git_diff *raw = nullptr;
    QStringList files;
    if (!before || !after ||
        git_diff_tree_to_tree(&raw, repository, reinterpret_cast<git_tree *>(before.get()),
                              reinterpret_cast<git_tree *>(after.get()), nullptr) != 0)
        return files;
    const GitDiff diff(raw);
    for (std::size_t i = 0; i < git_diff_num_deltas(raw); ++i)
        files.append(QString::fromUtf8(git_diff_get_delta(raw, i)->new_file.path));
    return files;
}

Result<UpdateReport> update(const QString &directory, const std::shared_ptr<JobWatch> &watch,
                            const std::shared_ptr<GitPrompt> &prompt)
{
    const GitLibrary library;
    const auto repository = openRepository(directory);
    if (!repository)
        return tl::unexpected(repository.error());
    git_remote *raw = nullptr;
    if (git_remote_lookup(&raw, repository->get(), "origin") != 0)
        return tl::unexpected(problemOf(Text::tr("It was cloned from nowhere"), directory));
    const GitRemote remote(raw);
    const QString address = QString::fromUtf8(git_remote_url(raw));
    // The address is the clone's own, and anybody can have written it.
    if (const auto good = checkGitAddress(address); !good)
        return tl::unexpected(good.error());
    GitAccess access(address, watch, 85, prompt);
    git_fetch_options options{};
    git_fetch_options_init(&options, GIT_FETCH_OPTIONS_VERSION);
    access.set(options.callbacks);
    if (git_remote_fetch(raw, nullptr, &options, nullptr) != 0)
        return tl::unexpected(access.problem(Text::tr("What is new could not be fetched")));
    access.approve();
    GitReference head;
    const auto wanted = upstream(repository->get(), head);
    if (!wanted || !head || git_reference_target(head.get()) == nullptr)
        return tl::unexpected(
            Problem{Text::tr("A tag or revision is checked out, which has nothing new"), directory,
                    Text::tr("Clone another version beside it.")});
    const git_oid before = *git_reference_target(head.get());
    UpdateReport report;
    char digits[GIT_OID_HEXSZ + 1];
    report.before = QString::fromLatin1(git_oid_tostr(digits, sizeof digits, &before));
    report.after = QString::fromLatin1(git_oid_tostr(digits, sizeof digits, &*wanted));
    if (git_oid_equal(&before, &*wanted) != 0)
        return report;
    if (git_graph_descendant_of(repository->get(), &*wanted, &before) != 1)
        return tl::unexpected(
            Problem{Text::tr("There are commits here that the repository does not have"), directory,
                    Text::tr("Rebase or merge them by hand (git pull); nothing was changed.")});
    git_object *target = nullptr;
    if (git_object_lookup(&target, repository->get(), &*wanted, GIT_OBJECT_COMMIT) != 0)
        return tl::unexpected(problemOf(Text::tr("What was fetched is incomplete"), directory));
    const GitObject owner(target);
    git_checkout_options checkout{};
    git_checkout_options_init(&checkout, GIT_CHECKOUT_OPTIONS_VERSION);
    checkout.checkout_strategy = GIT_CHECKOUT_SAFE;
    if (git_checkout_tree(repository->get(), target, &checkout) != 0)
        return tl::unexpected(
            Problem{Text::tr("Files that were changed here are changed by what is new, too"),
                    directory, Text::tr("Commit or stash them (git stash); nothing was changed.")});
    git_reference *moved = nullptr;
    if (git_reference_set_target(&moved, head.get(), &*wanted, "update: fast-forward") != 0)
        return tl::unexpected(problemOf(Text::tr("The branch could not be moved"), directory));
    git_reference_free(moved);
    report.commits = commitsBetween(repository->get(), before, *wanted);
    report.files = filesBetween(repository->get(), before, *wanted);
    return report;
}

} // namespace

Result<RepositoryStatus> repositoryStatus(const QString &directory)
{
    const GitLibrary library;
    const auto repository = openRepository(directory);
    if (!repository)
        return tl::unexpected(repository.error());
    RepositoryStatus status;
    status.current = currentVersion(repository->get());
    status.changed = changedFiles(repository->get());
    git_remote *remote = nullptr;
    if (git_remote_lookup(&remote, repository->get(), "origin") == 0)
        status.address = QString::fromUtf8(git_remote_url(remote));
    git_remote_free(remote);
    GitReference head;
    const auto followed = upstream(repository->get(), head);
    std::size_t ahead = 0;
    std::size_t behind = 0;
    if (followed && head && git_reference_target(head.get()) != nullptr &&
        git_graph_ahead_behind(&ahead, &behind, repository->get(), git_reference_target(head.get()),
                               &*followed) == 0) {
        status.ahead = int(ahead);
        status.behind = int(behind);
    }
    return status;
}

Result<UpdateReport> updateRepository(const QString &directory,
                                      const std::shared_ptr<JobWatch> &watch,
                                      const std::shared_ptr<GitPrompt> &prompt)
{
    return runAbandonable(watch,
                          [directory, watch, prompt] { return update(directory, watch, prompt); });
}

} // namespace kiln
