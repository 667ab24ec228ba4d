// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/git_checkout.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GitCheckout)
};

GitObject resolve(git_repository *repository, const QString &name)
{
    git_object *raw = nullptr;
    if (git_revparse_single(&raw, repository, (name + QStringLiteral("^{commit}")).toUtf8()) != 0)
        return nullptr;
    return GitObject(raw);
}

void showProgress(const char *, std::size_t done, std::size_t total, void *payload)
{
    const auto *access = static_cast<const GitAccess *>(payload);
    constexpr std::size_t begin = 85;
    if (access->watch() != nullptr && total > 0)
        access->watch()->setProgress(int(begin + (100 - begin) * done / total));
}

int mayGoOn(git_checkout_notify_t, const char *, const git_diff_file *, const git_diff_file *,
            const git_diff_file *, void *payload)
{
    return static_cast<const GitAccess *>(payload)->isCancelled() ? GIT_EUSER : 0;
}

} // namespace

CheckedOut currentVersion(git_repository *repository)
{
    CheckedOut current;
    current.directory =
        QFileInfo(QString::fromUtf8(git_repository_workdir(repository))).canonicalFilePath();
    git_reference *raw = nullptr;
    if (git_repository_head(&raw, repository) != 0)
        return current;
    const GitReference head(raw);
    char digits[GIT_OID_HEXSZ + 1];
    if (const git_oid *id = git_reference_target(raw); id != nullptr)
        current.revision = QString::fromLatin1(git_oid_tostr(digits, sizeof digits, id));
    if (git_repository_head_detached(repository) == 0)
        current.branch = QString::fromUtf8(git_reference_shorthand(raw));
    return current;
}

Result<CheckedOut> checkOutVersion(git_repository *repository, const QString &version,
                                   const GitAccess &access)
{
    const QString branch = QStringLiteral("refs/remotes/origin/") + version;
    GitObject commit;
    bool isBranch = false;
    if (version.isEmpty()) {
        commit = resolve(repository, QStringLiteral("HEAD"));
    } else if (git_reference_is_valid_name(branch.toUtf8()) != 0 &&
               (commit = resolve(repository, branch)) != nullptr) {
        isBranch = true;
    } else {
        commit = resolve(repository, QStringLiteral("refs/tags/") + version);
        if (!commit &&
            git_reference_is_valid_name((QStringLiteral("refs/tags/") + version).toUtf8()) != 0)
            commit = resolve(repository, version);
    }
    if (!commit && version.isEmpty() && git_repository_is_empty(repository) == 1)
        return tl::unexpected(
            Problem{Text::tr("The repository is empty"), {}, Text::tr("Check the address.")});
    if (!commit)
        return tl::unexpected(
            Problem{Text::tr("The repository has no branch, tag or revision “%1”").arg(version),
                    {},
                    Text::tr("Ask it which there are: kiln clone ADDRESS --versions.")});
    git_checkout_options options{};
    git_checkout_options_init(&options, GIT_CHECKOUT_OPTIONS_VERSION);
    options.checkout_strategy = GIT_CHECKOUT_SAFE | GIT_CHECKOUT_RECREATE_MISSING;
    options.progress_cb = showProgress;
    options.notify_flags = GIT_CHECKOUT_NOTIFY_UPDATED | GIT_CHECKOUT_NOTIFY_DIRTY;
    options.notify_cb = mayGoOn;
    options.progress_payload = options.notify_payload = const_cast<GitAccess *>(&access);
    const auto failed = [&] {
        return tl::unexpected(access.problem(Text::tr("The files could not be written")));
    };
    if (git_checkout_tree(repository, commit.get(), &options) != 0)
        return failed();
    const git_oid *id = git_object_id(commit.get());
    if (isBranch) {
        git_commit *tip = nullptr;
        git_reference *raw = nullptr;
        const QByteArray name = version.toUtf8();
        int status = git_commit_lookup(&tip, repository, id);
        if (status == 0)
            status = git_branch_create(&raw, repository, name, tip, 0);
        // The branch that the clone began with is there already.
        if (status == GIT_EEXISTS)
            status = git_branch_lookup(&raw, repository, name, GIT_BRANCH_LOCAL);
        git_commit_free(tip);
        const GitReference local(raw);
        if (status != 0 ||
            git_branch_set_upstream(raw, (QStringLiteral("origin/") + version).toUtf8()) != 0 ||
            git_repository_set_head(repository, git_reference_name(raw)) != 0)
            return failed();
    } else if (!version.isEmpty() && git_repository_set_head_detached(repository, id) != 0) {
        return failed();
    }
    return currentVersion(repository);
}

} // namespace kiln
