// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Translations of the program and of Qt.
#pragma once

#include <QStringList>

namespace kiln {

/// The languages Kiln is translated into, as names of locales ("de"), in alphabetical order.
[[nodiscard]] QStringList languages();

/// Installs the translations into a language (one of languages(); numbers and dates follow it), or
/// into the user's when it is empty; of English at least the plural forms. Call once, after the
/// application object is there and before the first window is.
void installTranslations(const QString &language = {});

} // namespace kiln
