// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Commands as a POSIX shell reads them.
#pragma once

#include <QString>
#include <QStringList>

namespace kiln {

/// One word, quoted when it must be.
[[nodiscard]] QString shellQuotedWord(const QString &word);
/// A command that can be pasted into a shell.
[[nodiscard]] QString shellQuoted(const QStringList &command);

} // namespace kiln
