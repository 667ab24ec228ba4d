// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is open: an application with the kernel tree and libraries it is built with, a Linux source
// tree, or any other folder with Kconfig files.
#pragma once

#include "workbench/kernel_tree.h"
#include "workbench/problem.h"

#include <kconfig/dialect.h>

#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <map>
#include <string>

namespace kiln {

enum class ProjectKind
{
    application, ///< a Unikraft application: configured, built and booted
    linuxTree,   ///< a Linux source tree: configured for one of its architectures
    kconfig      ///< any other folder with Kconfig files: configured
};

/// Names and values of environment variables.
using Variables = QMap<QString, QString>;

/// What the user said beyond the folder; every empty member is found out.
struct ProjectOptions
{
    QString tree;           ///< kernel tree of an application; empty: see openProject()
    QStringList libraries;  ///< folders of external libraries of an application, in order
    QString buildDirectory; ///< empty: `build` in the application folder; of Linux, the tree itself
    QString configFile;     ///< empty: `.config` in the application, build or Kconfig folder
    QString architecture;   ///< ARCH of a Linux tree
    Variables variables;    ///< for the Kconfig files; they win over all that is found out
    /// The dialect of Kconfig files that belong to no known tree, as kconfig::dialectName() has it.
    QString dialect;
};

struct Project
{
    ProjectKind kind = ProjectKind::application;
    QString path; ///< what opens it again: `directory`, a Linux build folder, or the root file
    /// Canonical path: the application, the Linux tree, the folder of the root Kconfig file.
    QString directory;
    /// CONFIG_UK_NAME of an application's .config when it was opened, else the folder's name.
    QString name;
    KernelTree tree;        ///< of an application
    QStringList libraries;  ///< canonical paths; of an application
    QString configFile;     ///< absolute; need not exist yet
    QString buildDirectory; ///< absolute; need not exist yet. Of Linux: what its make calls O=
    QString rootFile;       ///< the root Kconfig file's name below `directory`; not of applications
    QString linuxArchitecture;      ///< ARCH of a Linux tree, such as `arm64`, `x86_64` or `um`
    QStringList linuxArchitectures; ///< what ARCH of a Linux tree can be
    QString linuxVersion;           ///< KERNELVERSION of a Linux tree, such as `6.1.192`
    Variables variables;            ///< set by the user for the Kconfig files
    QString dialect;                ///< chosen by the user; empty: guessed

    /// The architecture .config chooses (CONFIG_UK_ARCH), else the host's. Reads the file.
    [[nodiscard]] QString architecture() const;
    /// `BUILD/NAME_qemu-ARCHITECTURE`, the image the build makes; name and, if not given,
    /// architecture as .config has them now.
    [[nodiscard]] QString imagePath(const QString &architecture = {}) const;
    /// The same with symbols: `….dbg`.
    [[nodiscard]] QString debugImagePath(const QString &architecture = {}) const;
    /// `BUILD/kconfig`, where the lists of libraries and auto.conf live.
    [[nodiscard]] QString kconfigDirectory() const;
    /// The root Config.uk or Kconfig file.
    [[nodiscard]] QString rootConfigFile() const;
    /// The folder in which the Kconfig files and their relative names are.
    [[nodiscard]] QString treeDirectory() const;
    /// Whether Kiln can build and boot it; configuring is all there is for others.
    [[nodiscard]] bool isBuildable() const { return kind == ProjectKind::application; }
    /// Why it is not, and what builds it.
    [[nodiscard]] Problem whyNotBuildable() const;

    friend bool operator==(const Project &, const Project &) = default;
};

/// Opens what locateProject() finds at `path`: a folder, or a file in or of one.
///
/// The kernel tree of an application is, in this order: the one in `options`; the CONFIG_UK_BASE of
/// an existing .config; the folder the environment variable UK_ROOT names; `workdir/unikraft` or
/// `.unikraft/unikraft` in the folder; the bundled one. The architecture of a Linux tree: the one
/// in `options`; the one that the .config was written for; the environment variable ARCH; this
/// machine's. Reads only; runs nothing. Any thread.
[[nodiscard]] Result<Project> openProject(const QString &path, const ProjectOptions &options = {});

/// The variables a tree's Kconfig files read, exactly as the tree's own make sets them, on top of
/// a minimal process environment (PATH, HOME, LANG, TMPDIR), and the project's own. Of Linux,
/// without what only a compiler can tell: see linuxVersionCommands(). `fullVersion` goes to
/// UK_FULLVERSION of applications; empty: the tree's plain version.
[[nodiscard]] std::map<std::string, std::string>
kconfigEnvironment(const Project &project, const QString &fullVersion = {});

/// The dialect of the project's Kconfig files: the one chosen, or what they look like. Reads a few
/// small files. Any thread.
[[nodiscard]] kconfig::DialectGuess
projectDialect(const Project &project, const std::map<std::string, std::string> &environment);

/// Of an application: makes `BUILD/kconfig` and, for the bundled tree, writes the lists of
/// libraries and the application's menu into it, as the tree's Makefile does before Kconfig runs.
/// Any thread.
Result<void> prepareKconfig(const Project &project);

/// The file whose values a new .config starts from. Of an application: `defconfig`,
/// `defconfigs/qemu-x86_64` or `defconfigs/*x86_64*` in its folder. Of a Linux tree: the first that
/// linuxDefaultConfigs() names. Of others: `defconfig` in the folder. Empty when there is none (the
/// tree's defaults rule; of an application, with the KVM platform).
[[nodiscard]] QString defaultConfigFile(const Project &project);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::Project)
