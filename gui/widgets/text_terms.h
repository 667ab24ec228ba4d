// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is looked for in a text, and what comes in its place.
#pragma once

#include <QByteArray>
#include <QRegularExpression>
#include <QString>

namespace kiln {

/// Texts are bytes in an editor and UTF-16 in expressions; places in one are told in the other.
/// Where bytes are no UTF-8 though the editor takes them for it, each is a character of its own, so
/// that all others keep their places. A mark of the byte order is a character, too. Any thread.
class CodedText
{
public:
    CodedText(const QByteArray &bytes, bool isUtf8);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// What somebody has typed, as it stands in text().
    [[nodiscard]] QString typed(const QString &text) const;
    /// The bytes of a piece of text(), or of what goes into it.
    [[nodiscard]] QByteArray encode(const QString &text) const;
    /// How many bytes a piece of text() is.
    [[nodiscard]] qsizetype bytesOf(QStringView text) const;
    /// How many of text()'s units the first bytes are.
    [[nodiscard]] qsizetype unitsOf(qsizetype bytes) const;

private:
    enum class Coding
    {
        utf8,
        latin1,
        raw ///< not UTF-8 where that is wanted
    };

    Coding m_coding;
    QString m_text;
};

/// Any thread.
struct SearchTerms
{
    QString text;
    bool isPattern = false; ///< a regular expression of Perl's kind
    bool isExact = false;   ///< letter case counts
    bool isWhole = false;   ///< whole words only

    /// For matching in a text; may be invalid when it is a pattern.
    [[nodiscard]] QRegularExpression expressionFor(const CodedText &where) const;
    /// The same for what is typed, to see whether it is valid.
    [[nodiscard]] QRegularExpression expression() const;

    friend bool operator==(const SearchTerms &, const SearchTerms &) = default;
};

/// The bytes that come in the place of a match. With a pattern, `\1` is the first group, `\n` a new
/// line, `\t` a tab. Any thread.
[[nodiscard]] QByteArray replacementOf(const QRegularExpressionMatch &match,
                                       const QString &replacement, bool isPattern,
                                       const CodedText &where);

} // namespace kiln
