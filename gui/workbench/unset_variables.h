// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that were not found because a variable in their path is not set.
#pragma once

#include <kconfig/diagnostic.h>
#include <kconfig/source.h>

#include <QStringList>

#include <map>
#include <string>
#include <vector>

namespace kiln {

/// Names the unset variable in each remark about a `source` line of a file that was not found, with
/// how to set it, and makes it an error: what the file would have said is missing. Returns the
/// names. Any thread.
QStringList explainUnsetVariables(std::vector<kconfig::Diagnostic> &diagnostics,
                                  const kconfig::SourceMap &sources,
                                  const std::map<std::string, std::string> &environment);

} // namespace kiln
