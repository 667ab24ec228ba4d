// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a project's log shows, in a file of the project: `.kiln/log-filter.json`.
#pragma once

#include "widgets/log_filter.h"
#include "workbench/problem.h"

#include <optional>

namespace kiln {

/// Where the filters of the project in `directory` are; need not exist.
[[nodiscard]] QString logFilterPath(const QString &directory);

/// Nothing when there is no such file. A file of another version of the format, a damaged one and
/// one of unlikely size are refused. It holds texts, expressions and names; nothing in it is run.
[[nodiscard]] Result<std::optional<LogFilter>> readLogFilter(const QString &path);

/// Replaces the file as a whole, making its folder; a filter that shows everything removes it. Does
/// not write through symbolic links, which could lead out of the project, nor over what
/// readLogFilter() refuses.
[[nodiscard]] Result<void> writeLogFilter(const QString &path, const LogFilter &filter);

} // namespace kiln
