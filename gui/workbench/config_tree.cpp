// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/config_tree.h"

#include "workbench/kconfig_lists.h"
#include "workbench/linux_shell.h"
#include "workbench/linux_tree.h"
#include "workbench/submenu_shell.h"
#include "workbench/unset_variables.h"

#include <kconfig/config_file.h>
#include <kconfig/load.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutexLocker>
#include <QScopeGuard>

#include <algorithm>
#include <chrono>
#include <memory>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ConfigTree)
};

/// A .config, or else what a new one starts from.
Result<void> readValues(const Project &project, LoadedConfig &loaded)
{
    QFile file(project.configFile);
    QString path = project.configFile;
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(
                Problem{Words::tr("The configuration can't be read: %1").arg(file.errorString()),
                        path, Words::tr("Make the file readable, or remove it to start anew.")});
        loaded.fileText = file.readAll();
    } else {
        path = defaultConfigFile(project);
        if (path.isEmpty()) {
            if (project.kind != ProjectKind::application)
                return {};
            // A tree without a platform builds nothing; this is the one there are machines for.
            const auto platform = loaded.configuration.model().find("PLAT_KVM");
            if (platform.isValid())
                loaded.configuration.assume(platform, "y");
            return {};
        }
        file.setFileName(path);
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(Problem{
                Words::tr("The default configuration can't be read: %1").arg(file.errorString()),
                path, Words::tr("Make the file readable.")});
        loaded.startedFrom = path;
    }
    const QByteArray text = loaded.fileText ? *loaded.fileText : file.readAll();
    const auto report =
        kconfig::readConfig(loaded.configuration, text.toStdString(), path.toStdString());
    loaded.diagnostics += configDiagnostics(report.diagnostics, report.sources, project.directory);
    return {};
}

} // namespace

ConfigTree::ConfigTree(Project project, bool trusted, ShellSource shells)
    : m_project(std::move(project))
    , m_trusted(trusted)
    , m_shells(std::move(shells))
{}

/// Lists that say the same stay as they are: what has not changed is not read again.
Result<void> ConfigTree::writeLists()
{
    if (m_project.kind != ProjectKind::application ||
        m_project.tree.kind != KernelTree::Kind::bundled)
        return {};
    const auto lists = kconfigLists(m_project);
    for (auto list = lists.begin(); list != lists.end(); ++list) {
        QFile file(m_folder.filePath(list.key()));
        if (file.open(QIODevice::ReadOnly) && file.readAll() == list.value())
            continue;
        file.close();
        if (!file.open(QIODevice::WriteOnly) || file.write(list.value()) != list.value().size() ||
            !file.flush())
            return tl::unexpected(Problem{
                Words::tr("A temporary file could not be written: %1").arg(file.errorString()),
                file.fileName(),
                Words::tr("Free some space there, or set TMPDIR to another folder.")});
    }
    return {};
}

kconfig::LoadOptions ConfigTree::loadOptions() const
{
    kconfig::LoadOptions options;
    if (m_project.kind == ProjectKind::application) {
        options.rootFile = m_project.rootConfigFile().toStdString();
        options.directory = m_folder.path().toStdString();
        const bool runs = m_trusted && m_project.tree.kind == KernelTree::Kind::upstream;
        options.environment =
            kconfigEnvironment(m_project, runs ? fullVersion(m_project.tree) : QString());
        options.environment["KCONFIG_DIR"] = options.directory;
    } else {
        options.rootFile = m_project.rootFile.toStdString();
        options.environment = kconfigEnvironment(m_project);
        // Linux's commands make temporary files where they run; its make would have them in the
        // build folder, which may be read-only or not there yet.
        options.directory =
            (m_project.kind == ProjectKind::linuxTree ? m_folder.path() : m_project.directory)
                .toStdString();
        if (m_project.kind == ProjectKind::linuxTree)
            askVersions(options);
    }
    options.dialect = projectDialect(m_project, options.environment).dialect;
    return options;
}

/// What only compilers can tell; nothing without trust.
void ConfigTree::askVersions(kconfig::LoadOptions &options) const
{
    const kconfig::Shell shell = runsShells() ? trustedShell(options) : kconfig::refusingShell();
    for (const auto &[name, command] : linuxVersionCommands(m_project)) {
        std::string &text = options.environment[name];
        if (!text.empty())
            continue;
        text = shell(command).output;
        text.erase(std::min(text.find('\n'), text.size()));
        text.erase(std::remove(text.begin(), text.end(), '#'), text.end());
    }
}

/// Runs the commands of a trusted tree, but none again while what it depends on is unchanged. What
/// is generated is in another folder for each ConfigTree.
kconfig::Shell ConfigTree::trustedShell(const kconfig::LoadOptions &options) const
{
    kconfig::HostShellOptions host;
    host.directory = options.directory;
    host.environment = options.environment;
    host.timeOut = std::chrono::minutes(1);
    host.cancelled = m_cancelled;
    if (m_shells)
        return m_shells(host);
    return kconfig::cachingShell(std::move(host),
                                 {m_cache, {{m_folder.path().toStdString(), "lists"}}});
}

/// Commands are what reading a tree for the first time takes its time for.
kconfig::Shell ConfigTree::counting(kconfig::Shell shell)
{
    return [this, shell = std::move(shell)](const std::string &command) {
        kconfig::ShellResult result = shell(command);
        ++m_answered;
        return result;
    };
}

/// Answers what can be answered without running anything.
kconfig::Shell ConfigTree::untrustedShell()
{
    switch (m_project.kind) {
    case ProjectKind::application:
        return submenuShell(m_project.tree.directory, m_folder.path(), &m_refused);
    case ProjectKind::linuxTree:
        return untrustedLinuxShell(&m_refused);
    case ProjectKind::kconfig:
        break;
    }
    return kconfig::refusingShell();
}

/// Loads, unless there is a tree for what is to be read now. Returns whether it did.
bool ConfigTree::open()
{
    if (!m_cache)
        m_cache = std::make_shared<kconfig::ShellCache>(kconfig::ShellCache::fileOf(
            m_project.rootConfigFile().toStdString() + '\0' + m_project.directory.toStdString() +
                '\0' + m_project.linuxArchitecture.toStdString(),
            kconfig::processEnvironment()));
    kconfig::LoadOptions options = loadOptions();
    if (m_tree && options.environment == m_options.environment &&
        options.dialect == m_options.dialect)
        return false;
    options.cancelled = [this] { return m_cancelled && m_cancelled(); };
    if (!runsShells())
        options.shell = counting(untrustedShell());
    m_options = options;
    kconfig::ReloadableTree::ShellOfLoad shell;
    if (runsShells())
        shell = [this] { return counting(trustedShell(m_options)); };
    m_tree = std::make_unique<kconfig::ReloadableTree>(std::move(options), std::move(shell));
    m_refused = 0;
    m_tree->load();
    return true;
}

Result<LoadedConfig> ConfigTree::read(const std::function<bool()> &cancelled)
{
    const QMutexLocker lock(&m_mutex);
    m_cancelled = cancelled;
    const auto forget = qScopeGuard([this] { m_cancelled = nullptr; }); // it is the caller's
    m_answered = 0;
    if (!m_folder.isValid())
        return tl::unexpected(
            Problem{Words::tr("No temporary folder could be made: %1").arg(m_folder.errorString()),
                    QDir::tempPath(),
                    Words::tr("Free some space there, or set TMPDIR to another folder.")});
    if (auto written = writeLists(); !written)
        return tl::unexpected(written.error());
    const bool isNew = open();
    // What untrustedShell() was asked is not asked again, and may have another answer.
    if (!isNew && !runsShells() && m_tree->result().shells > 0) {
        m_refused = 0;
        m_tree->load();
    } else if (!isNew) {
        m_tree->reload();
    }
    const kconfig::LoadResult &result = m_tree->result();
    // A cache that can't be written costs only time.
    static_cast<void>(m_cache->save());
    if (result.wasCancelled || (cancelled && cancelled())) {
        // What was read by halves is nothing to go on from.
        m_tree.reset();
        return tl::unexpected(Problem{Words::tr("Loading was cancelled"), {}, {}});
    }

    LoadedConfig loaded{
        kconfig::Configuration(result.model), {}, result.hasErrors(), 0, {}, {}, {}};
    std::vector<kconfig::Diagnostic> diagnostics = result.diagnostics;
    if (m_project.kind != ProjectKind::application)
        loaded.unsetVariables =
            explainUnsetVariables(diagnostics, result.model->sources(), m_options.environment);
    loaded.treeHasErrors |= !loaded.unsetVariables.isEmpty();
    loaded.refusedShells = result.refusedShells + m_refused;
    loaded.shells = result.shells;
    loaded.cachedShells = result.cachedShells;
    loaded.effort = m_tree->effort();
    loaded.diagnostics = configDiagnostics(
        diagnostics, result.model->sources(),
        m_project.kind == ProjectKind::application ? m_folder.path() : m_project.directory);
    if (auto read = readValues(m_project, loaded); !read)
        return tl::unexpected(read.error());
    // Evaluates everything on this thread, not on the one with the window when a view asks.
    static_cast<void>(loaded.configuration.takeChanges());
    return loaded;
}

void ConfigTree::prepare()
{
    const QMutexLocker lock(&m_mutex);
    if (m_tree)
        m_tree->prepareReload();
}

} // namespace kiln
