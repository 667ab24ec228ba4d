// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/git_clone.h"

#include "workbench/abandonable_job.h"
#include "workbench/git_access.h"
#include "workbench/git_checkout.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <csignal>
#include <unistd.h>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GitClone)
};

constexpr int receivingShare = 85; // percent; the rest is writing files

QString absoluteAddress(const QString &address)
{
    const QFileInfo info(address);
    return !address.contains(QLatin1String("://")) && info.isDir() ? info.canonicalFilePath()
                                                                   : address;
}

/// A folder beside the one that is to be, gone with this object unless it was kept.
class HiddenFolder
{
public:
    explicit HiddenFolder(const QString &target)
        : m_target(target)
    {
        const QFileInfo info(target);
        const QString prefix = u'.' + info.fileName() + QStringLiteral(".kiln-clone-");
        for (QString each = info.path(); !QFileInfo::exists(each); each = QFileInfo(each).path())
            m_made.prepend(each);
        const QDir parent(info.path());
        removeOrphans(parent, prefix);
        m_path = parent.filePath(prefix + QString::number(::getpid()));
    }
    HiddenFolder(const HiddenFolder &) = delete;
    HiddenFolder &operator=(const HiddenFolder &) = delete;
    ~HiddenFolder()
    {
        if (m_isKept)
            return;
        remove();
    }

    [[nodiscard]] const QString &path() const { return m_path; }

    void remove() const
    {
        QDir(m_path).removeRecursively();
        // Only those that are empty go.
        for (auto each = m_made.rbegin(); each != m_made.rend(); ++each)
            QDir().rmdir(*each);
    }

    bool keep()
    {
        // An empty folder may be there already.
        QDir().rmdir(m_target);
        m_isKept = QDir().rename(m_path, m_target);
        return m_isKept;
    }

private:
    static void removeOrphans(const QDir &parent, const QString &prefix)
    {
        for (const QString &name : parent.entryList({prefix + u'*'}, QDir::Dirs | QDir::Hidden)) {
            const pid_t owner = name.mid(prefix.size()).toInt();
            if (owner > 0 && (owner == ::getpid() || (::kill(owner, 0) != 0 && errno == ESRCH)))
                QDir(parent.filePath(name)).removeRecursively();
        }
    }

    QString m_target;
    QString m_path;
    QStringList m_made; ///< folders above that are not there yet, the outermost first
    bool m_isKept = false;
};

Result<CheckedOut> clone(const CloneRequest &request, const std::shared_ptr<JobWatch> &watch,
                         const std::shared_ptr<HiddenFolder> &folder)
{
    const GitLibrary library;
    const QString what = Text::tr("The repository could not be cloned");
    if (!QDir().mkpath(QFileInfo(folder->path()).path()))
        return tl::unexpected(
            Problem{what + QStringLiteral(": ") + Text::tr("its folder can't be made"),
                    request.directory, Text::tr("Check permissions.")});
    GitAccess access(request.address, watch, receivingShare, request.prompt);
    git_clone_options options{};
    git_clone_options_init(&options, GIT_CLONE_OPTIONS_VERSION);
    access.set(options.fetch_opts.callbacks);
    options.fetch_opts.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_ALL;
    options.checkout_opts.checkout_strategy = GIT_CHECKOUT_NONE;
    // A local one, too, goes through what shows progress and can be cancelled.
    options.local = GIT_CLONE_NO_LOCAL;
    git_repository *raw = nullptr;
    const QByteArray path = folder->path().toUtf8();
    if (git_clone(&raw, request.address.toUtf8().constData(), path.constData(), &options) != 0)
        return tl::unexpected(access.problem(what));
    const GitRepository repository(raw);
    access.approve();
    auto done = checkOutVersion(repository.get(), request.version, access);
    if (!done)
        return done;
    if (access.isCancelled())
        return tl::unexpected(cancelledProblem());
    if (!folder->keep())
        return tl::unexpected(Problem{Text::tr("The clone could not be moved to its place"),
                                      request.directory, Text::tr("Check that nothing is there.")});
    done->directory = request.directory;
    return done;
}

} // namespace

QString repositoryName(const QString &address)
{
    QString name =
        QString(address).replace(u':', u'/').section(u'/', -1, -1, QString::SectionSkipEmpty);
    if (name.endsWith(QLatin1String(".git")))
        name.chop(4);
    return name;
}

Result<CheckedOut> cloneRepository(const CloneRequest &wanted,
                                   const std::shared_ptr<JobWatch> &watch)
{
    CloneRequest request = wanted;
    if (const auto good = checkGitAddress(request.address); !good)
        return tl::unexpected(good.error());
    request.address = absoluteAddress(request.address);
    request.directory = QDir::cleanPath(QFileInfo(request.directory).absoluteFilePath());
    const QFileInfo target(request.directory);
    if (target.isSymLink() ||
        (target.exists() && (!target.isDir() || !QDir(request.directory)
                                                     .isEmpty(QDir::AllEntries | QDir::Hidden |
                                                              QDir::NoDotAndDotDot))))
        return tl::unexpected(Problem{Text::tr("There is something already"), request.directory,
                                      Text::tr("Choose a folder that is not there yet.")});
    const auto folder = std::make_shared<HiddenFolder>(request.directory);
    auto result =
        runAbandonable(watch, [request, watch, folder] { return clone(request, watch, folder); });
    // What was left to itself removes it again when it ends, should it have written since.
    if (!result)
        folder->remove();
    return result;
}

Result<RemoteVersions> remoteVersions(const QString &wanted, const std::shared_ptr<JobWatch> &watch,
                                      const std::shared_ptr<GitPrompt> &prompt)
{
    if (const auto good = checkGitAddress(wanted); !good)
        return tl::unexpected(good.error());
    const QString address = absoluteAddress(wanted);
    return runAbandonable(watch, [address, watch, prompt]() -> Result<RemoteVersions> {
        const GitLibrary library;
        GitAccess access(address, watch, 0, prompt);
        const QString what = Text::tr("The repository could not be asked for its versions");
        git_remote *raw = nullptr;
        if (git_remote_create_detached(&raw, address.toUtf8().constData()) != 0)
            return tl::unexpected(access.problem(what));
        const GitRemote remote(raw);
        git_remote_callbacks callbacks{};
        git_remote_init_callbacks(&callbacks, GIT_REMOTE_CALLBACKS_VERSION);
        access.set(callbacks);
        const git_remote_head **heads = nullptr;
        std::size_t count = 0;
        if (git_remote_connect(raw, GIT_DIRECTION_FETCH, &callbacks, nullptr, nullptr) != 0 ||
            git_remote_ls(&heads, &count, raw) != 0)
            return tl::unexpected(access.problem(what));
        access.approve();
        RemoteVersions versions;
        const auto shortened = [](QString name, const char *prefix, QStringList &list) {
            const QLatin1String start(prefix);
            // `^{}` is what a tag points to.
            if (name.startsWith(start) && !name.endsWith(QLatin1String("^{}")))
                list.append(name.mid(start.size()));
        };
        for (std::size_t i = 0; i < count; ++i) {
            const QString name = QString::fromUtf8(heads[i]->name);
            if (name == QLatin1String("HEAD") && heads[i]->symref_target != nullptr)
                versions.head = QString::fromUtf8(heads[i]->symref_target)
                                    .remove(QStringLiteral("refs/heads/"));
            shortened(name, "refs/heads/", versions.branches);
            shortened(name, "refs/tags/", versions.tags);
        }
        return versions;
    });
}

} // namespace kiln
