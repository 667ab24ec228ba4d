// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What journals of unsaved edits have in common: text files of JSON lines in one folder, each
// locked (flock) by the session that writes it.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

class QJsonObject;

namespace kiln {

/// The beginning of the names of all journals about a file.
[[nodiscard]] QString journalStem(const QString &file);
/// A name in the folder that no journal has yet; `suffix` with its dot.
[[nodiscard]] QString freeJournal(const QString &directory, const QString &file,
                                  const QString &suffix);
/// One line of a journal, with its newline.
[[nodiscard]] QByteArray journalLine(const QJsonObject &object);
/// Makes a locked file that begins with a line; it gets its name when that line is there. Returns
/// the descriptor, or the negative errno.
[[nodiscard]] int createJournal(const QString &path, const QByteArray &header);
/// Writes all of a text; an errno, or 0. When it fails, nothing of the text is in the file.
[[nodiscard]] int appendToJournal(int descriptor, QByteArrayView text);
/// Whether no running session holds the file.
[[nodiscard]] bool isAbandonedJournal(const QString &path);

} // namespace kiln
