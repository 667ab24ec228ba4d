// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Faults of a tree of options that are no errors of the language.
#pragma once

#include "workbench/config_diagnostic.h"

#include <kconfig/model.h>

#include <functional>
#include <memory>

namespace kiln {

/// What kconfig::lint() finds in a tree that was read; the rule's help is each remark's hint.
/// Relative paths are completed with `directory`. Takes milliseconds for an application, seconds
/// for Linux: call it on a worker thread. `cancelled` is polled; true ends with what was found.
[[nodiscard]] QVector<ConfigDiagnostic>
lintConfiguration(const std::shared_ptr<const kconfig::Model> &model, const QString &directory,
                  const std::function<bool()> &cancelled = {});

} // namespace kiln
