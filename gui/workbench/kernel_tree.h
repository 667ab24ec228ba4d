// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A tree of kernel sources that applications are built against: the bundled one, or an upstream
// Unikraft. Everything here is learnt by reading files; nothing of the tree is run.
#pragma once

#include "workbench/problem.h"

#include <QMetaType>
#include <QString>

namespace kiln {

struct KernelTree
{
    enum class Kind
    {
        bundled, ///< ours: Config.uk files run no shell; front ends write the library lists
        upstream ///< Unikraft: Config.uk files write their own lists through `$(shell,…)`
    };

    QString directory; ///< canonical path
    Kind kind = Kind::bundled;
    QString version;  ///< "0.17.0", from version.mk
    QString codename; ///< "Calypso"; may be empty

    friend bool operator==(const KernelTree &, const KernelTree &) = default;
};

/// Recognises the tree in `directory` (Makefile, Config.uk, version.mk). Reads only. Any thread.
[[nodiscard]] Result<KernelTree> openKernelTree(const QString &directory);

/// Where the kernel tree that comes with Kiln is: the environment variable KILN_KERNEL_DIR, else
/// share/kiln/kernel beside the program, else the source tree this program was built from. Empty
/// when none of these exists.
[[nodiscard]] QString bundledTreeDirectory();

/// The version with the revision as the tree's own make would print it ("0.17.0~eaf6fda1"). Runs
/// git in the tree, so only for trusted trees; takes milliseconds. Any thread. The plain version
/// when it is no git checkout or git is missing.
[[nodiscard]] QString fullVersion(const KernelTree &tree);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::KernelTree)
