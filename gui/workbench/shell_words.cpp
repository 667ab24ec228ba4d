// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/shell_words.h"

namespace kiln {

QString shellQuotedWord(const QString &word)
{
    static const QString harmless = QStringLiteral("%+,-./:=@_");
    bool plain = !word.isEmpty();
    for (const QChar character : word) {
        const bool alphanumeric = character.unicode() < 128 && character.isLetterOrNumber();
        plain = plain && (alphanumeric || harmless.contains(character));
    }
    if (plain)
        return word;
    QString quoted = word;
    quoted.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + quoted + u'\'';
}

QString shellQuoted(const QStringList &command)
{
    QStringList words;
    for (const QString &word : command)
        words.append(shellQuotedWord(word));
    return words.join(u' ');
}

} // namespace kiln
