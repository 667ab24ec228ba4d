// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Plain assignments in a makefile, without running make.
#pragma once

#include <QHash>
#include <QString>

namespace kiln {

/// The `NAME = value`, `NAME := value` and `NAME ?= value` lines of a makefile, comments dropped;
/// of several for one name, the last. Nothing is expanded. Only the first `lines` lines are read;
/// 0: all. Empty when the file can't be read. Any thread.
[[nodiscard]] QHash<QString, QString> makefileVariables(const QString &path, int lines = 0);

} // namespace kiln
