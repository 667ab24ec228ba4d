// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/config_loader.h"

#include "workbench/kconfig_lists.h"
#include "workbench/submenu_shell.h"

#include <kconfig/config_file.h>
#include <kconfig/load.h>
#include <kconfig/shell_cache.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <chrono>
#include <memory>

namespace kiln {

namespace {

/// Whatever is generated while the tree is read goes to a folder that lives as long as the reading:
/// a project that can't be written, or isn't trusted, opens all the same.
Result<void> writeLists(const Project &project, const QString &directory)
{
    if (project.tree.kind != KernelTree::Kind::bundled)
        return {};
    const auto lists = kconfigLists(project);
    for (auto list = lists.begin(); list != lists.end(); ++list) {
        QFile file(directory + u'/' + list.key());
        if (!file.open(QIODevice::WriteOnly) || file.write(list.value()) != list.value().size() ||
            !file.flush())
            return tl::unexpected(Problem{
                QStringLiteral("A temporary file could not be written: ") + file.errorString(),
                file.fileName(),
                QStringLiteral("Free some space there, or set TMPDIR to another folder.")});
    }
    return {};
}

/// Runs the commands of a trusted tree, but none again while what it depends on is unchanged. The
/// lists they write are in another folder each time.
kconfig::Shell trustedShell(const kconfig::LoadOptions &options,
                            const std::function<bool()> &cancelled,
                            const std::shared_ptr<kconfig::ShellCache> &cache)
{
    kconfig::HostShellOptions host;
    host.directory = options.directory;
    host.environment = options.environment;
    host.timeOut = std::chrono::minutes(1);
    host.cancelled = cancelled;
    return kconfig::cachingShell(std::move(host), {cache, {{options.directory, "lists"}}});
}

kconfig::LoadOptions loadOptions(const Project &project, bool trusted, const QString &directory,
                                 int *refused)
{
    kconfig::LoadOptions options;
    options.rootFile = project.rootConfigFile().toStdString();
    options.directory = directory.toStdString();
    const bool runs = trusted && project.tree.kind == KernelTree::Kind::upstream;
    options.environment = kconfigEnvironment(project, runs ? fullVersion(project.tree) : QString());
    options.environment["KCONFIG_DIR"] = directory.toStdString();
    options.dialect = kconfig::guessDialect(options.rootFile, options.environment);
    if (!trusted)
        options.shell = submenuShell(project.tree.directory, directory, refused);
    return options;
}

/// A .config, or else what a new one starts from.
Result<void> readValues(const Project &project, LoadedConfig &loaded)
{
    QFile file(project.configFile);
    QString path = project.configFile;
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(Problem{
                QStringLiteral("The configuration can't be read: ") + file.errorString(), path,
                QStringLiteral("Make the file readable, or remove it to start anew.")});
        loaded.fileText = file.readAll();
    } else {
        path = defaultConfigFile(project);
        if (path.isEmpty()) {
            // A tree without a platform builds nothing; this is the one there are machines for.
            const auto platform = loaded.configuration.model().find("PLAT_KVM");
            if (platform.isValid())
                loaded.configuration.assume(platform, "y");
            return {};
        }
        file.setFileName(path);
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(Problem{
                QStringLiteral("The default configuration can't be read: ") + file.errorString(),
                path, QStringLiteral("Make the file readable.")});
        loaded.startedFrom = path;
    }
    const QByteArray text = loaded.fileText ? *loaded.fileText : file.readAll();
    const auto report =
        kconfig::readConfig(loaded.configuration, text.toStdString(), path.toStdString());
    loaded.diagnostics += configDiagnostics(report.diagnostics, report.sources, project.directory);
    return {};
}

} // namespace

Result<LoadedConfig> loadConfig(const Project &project, bool trusted,
                                const std::function<bool()> &cancelled)
{
    const QTemporaryDir temporary;
    if (!temporary.isValid())
        return tl::unexpected(
            Problem{QStringLiteral("No temporary folder could be made: ") + temporary.errorString(),
                    QDir::tempPath(),
                    QStringLiteral("Free some space there, or set TMPDIR to another folder.")});
    if (auto written = writeLists(project, temporary.path()); !written)
        return tl::unexpected(written.error());

    int refused = 0;
    kconfig::LoadOptions options = loadOptions(project, trusted, temporary.path(), &refused);
    options.cancelled = cancelled;
    const auto cache = std::make_shared<kconfig::ShellCache>(kconfig::ShellCache::fileOf(
        options.rootFile + '\0' + project.directory.toStdString(), kconfig::processEnvironment()));
    if (trusted)
        options.shell = trustedShell(options, cancelled, cache);
    const kconfig::LoadResult result = kconfig::load(options);
    // A cache that can't be written costs only time.
    static_cast<void>(cache->save());
    if (result.wasCancelled)
        return tl::unexpected(Problem{QStringLiteral("Loading was cancelled"), {}, {}});

    LoadedConfig loaded{kconfig::Configuration(result.model), {}, result.hasErrors(), 0, {}, {}};
    loaded.refusedShells = result.refusedShells + refused;
    loaded.shells = result.shells;
    loaded.cachedShells = result.cachedShells;
    loaded.diagnostics =
        configDiagnostics(result.diagnostics, result.model->sources(), temporary.path());
    if (auto read = readValues(project, loaded); !read)
        return tl::unexpected(read.error());
    return loaded;
}

} // namespace kiln
