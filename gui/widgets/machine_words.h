// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Words of machines for people, and lists of arguments on one line.
#pragma once

#include <QString>
#include <QStringList>

namespace kiln {

/// What a choice of machine_choices means: "microvm: minimal, boots fastest". A value that is not
/// known stands for itself.
[[nodiscard]] QString machineWord(const QString &value);

/// Words on a line, those with blanks in double quotes; a quote is doubled. splitWords() is the
/// way back.
[[nodiscard]] QString joinedWords(const QStringList &words);
[[nodiscard]] QStringList splitWords(const QString &line);

} // namespace kiln
