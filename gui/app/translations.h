// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Translations of the program and of Qt.
#pragma once

namespace kiln {

/// Installs those of the user's language; of English at least the plural forms. Call once, after
/// the application object is there.
void installTranslations();

} // namespace kiln
