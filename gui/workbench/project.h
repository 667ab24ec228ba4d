// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An application folder together with the kernel tree and libraries it is built with.
#pragma once

#include "workbench/kernel_tree.h"
#include "workbench/problem.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <map>
#include <string>

namespace kiln {

/// What the user said beyond the folder; every empty member is found out.
struct ProjectOptions
{
    QString tree;           ///< kernel tree; empty: see openProject()
    QStringList libraries;  ///< folders of external libraries, in order
    QString buildDirectory; ///< empty: `build` in the application folder
    QString configFile;     ///< empty: `.config` in the application folder
};

struct Project
{
    QString directory; ///< canonical path of the application folder
    QString name;      ///< CONFIG_UK_NAME of .config when it was opened, else the folder's name
    KernelTree tree;
    QStringList libraries;  ///< canonical paths
    QString configFile;     ///< absolute; need not exist yet
    QString buildDirectory; ///< absolute; need not exist yet

    /// The architecture .config chooses (CONFIG_UK_ARCH), else the host's. Reads the file.
    [[nodiscard]] QString architecture() const;
    /// `BUILD/NAME_qemu-ARCHITECTURE`, the image the build makes; name and, if not given,
    /// architecture as .config has them now.
    [[nodiscard]] QString imagePath(const QString &architecture = {}) const;
    /// The same with symbols: `….dbg`.
    [[nodiscard]] QString debugImagePath(const QString &architecture = {}) const;
    /// `BUILD/kconfig`, where the lists of libraries and auto.conf live.
    [[nodiscard]] QString kconfigDirectory() const;
    /// The tree's root Config.uk.
    [[nodiscard]] QString rootConfigFile() const;

    friend bool operator==(const Project &, const Project &) = default;
};

/// Opens an application folder. It must hold a Makefile.uk. The kernel tree is, in this order: the
/// one in `options`; the CONFIG_UK_BASE of an existing .config; the folder the environment
/// variable UK_ROOT names; `workdir/unikraft` or `.unikraft/unikraft` in the folder; the bundled
/// one. Reads only; runs nothing. Any thread.
[[nodiscard]] Result<Project> openProject(const QString &directory,
                                          const ProjectOptions &options = {});

/// The variables a tree's Config.uk files read, exactly as the tree's own make sets them, on top of
/// a minimal process environment (PATH, HOME, LANG, TMPDIR). `fullVersion` goes to UK_FULLVERSION;
/// empty: the tree's plain version.
[[nodiscard]] std::map<std::string, std::string>
kconfigEnvironment(const Project &project, const QString &fullVersion = {});

/// Makes `BUILD/kconfig` and, for the bundled tree, writes the lists of libraries and the
/// application's menu into it, as the tree's Makefile does before Kconfig runs. Any thread.
Result<void> prepareKconfig(const Project &project);

/// The file whose values a new .config starts from: `defconfig`, `defconfigs/qemu-x86_64` or
/// `defconfigs/*x86_64*` in the application folder; empty when there is none (the tree's defaults
/// rule, with the KVM platform).
[[nodiscard]] QString defaultConfigFile(const Project &project);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::Project)
