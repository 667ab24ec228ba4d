// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which of the compilers that Qt Creator knows makes code for a target.
#pragma once

#include "qtc_compat.h"

#include <QString>

namespace kiln::creator {

/// The word of CONFIG_UK_ARCH for what a compiler makes; empty: Kiln has none for it. Any thread.
[[nodiscard]] QString architectureOf(const ProjectExplorer::Abi &abi);

/// The kit's compiler of this language where it makes code for `architecture`, else the first that
/// does, else the kit's all the same. Owned by Qt Creator. GUI thread.
[[nodiscard]] Toolchain *compilerFor(const QString &architecture, Toolchain *ofKit,
                                     Utils::Id language);

} // namespace kiln::creator
