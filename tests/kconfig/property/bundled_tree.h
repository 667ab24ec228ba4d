// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The bundled SDK's own tree, with the helloworld app.
#pragma once

#include "../unit/tree.h"

namespace kconfig::test {

/// Loads it as its Makefile would; `work` is where lists of parts go, and the working directory.
[[nodiscard]] LoadResult loadBundledTree(const Folder &work);

} // namespace kconfig::test
