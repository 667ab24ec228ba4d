// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What templates and the catalogue say to people, in their language.
#pragma once

#include <QString>
#include <QStringList>

namespace kiln {

/// The translation of a text of resources/templates/templates.json or resources/catalogue.yaml; the
/// text itself when there is none. Any thread.
[[nodiscard]] QString resourceWords(const QString &text);

/// The texts that translators know; a test compares them with the files.
[[nodiscard]] QStringList knownResourceTexts();

} // namespace kiln
