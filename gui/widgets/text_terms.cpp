// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/text_terms.h"

#include <QStringDecoder>

namespace kiln {

namespace {

QRegularExpression expressionOf(const SearchTerms &terms, const QString &text)
{
    QString pattern = terms.isPattern ? text : QRegularExpression::escape(text);
    if (terms.isWhole)
        pattern = QStringLiteral("\\b(?:%1)\\b").arg(pattern);
    QRegularExpression::PatternOptions options =
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!terms.isExact)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(pattern, options);
}

/// A surrogate pair is four bytes, two for each half.
int bytesOfUnit(QChar unit)
{
    return unit < QChar(0x80) ? 1 : unit < QChar(0x800) || unit.isSurrogate() ? 2 : 3;
}

} // namespace

CodedText::CodedText(const QByteArray &bytes, bool isUtf8)
    : m_coding(isUtf8 ? Coding::utf8 : Coding::latin1)
{
    if (isUtf8) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless |
                                                         QStringDecoder::Flag::ConvertInitialBom);
        m_text = decoder(bytes);
        if (!decoder.hasError())
            return;
        m_coding = Coding::raw;
    }
    m_text = QString::fromLatin1(bytes);
}

QString CodedText::typed(const QString &text) const
{
    return m_coding == Coding::raw ? QString::fromLatin1(text.toUtf8()) : text;
}

QByteArray CodedText::encode(const QString &text) const
{
    return m_coding == Coding::utf8 ? text.toUtf8() : text.toLatin1();
}

qsizetype CodedText::bytesOf(QStringView text) const
{
    if (m_coding != Coding::utf8)
        return text.size();
    qsizetype bytes = 0;
    for (const QChar each : text)
        bytes += bytesOfUnit(each);
    return bytes;
}

qsizetype CodedText::unitsOf(qsizetype bytes) const
{
    if (m_coding != Coding::utf8)
        return bytes;
    qsizetype units = 0;
    for (qsizetype passed = 0; passed < bytes && units < m_text.size(); ++units)
        passed += bytesOfUnit(m_text[units]);
    return units;
}

QRegularExpression SearchTerms::expressionFor(const CodedText &where) const
{
    return expressionOf(*this, where.typed(text));
}

QRegularExpression SearchTerms::expression() const
{
    return expressionOf(*this, text);
}

QByteArray replacementOf(const QRegularExpressionMatch &match, const QString &replacement,
                         bool isPattern, const CodedText &where)
{
    const QString pattern = where.typed(replacement);
    if (!isPattern)
        return where.encode(pattern);
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool isEscape = pattern[i] == QLatin1Char('\\') && i + 1 < pattern.size();
        if (!isEscape) {
            text += pattern[i];
            continue;
        }
        const QChar next = pattern[++i];
        if (next.isDigit())
            text += match.captured(next.digitValue());
        else if (next == QLatin1Char('n'))
            text += QLatin1Char('\n');
        else if (next == QLatin1Char('t'))
            text += QLatin1Char('\t');
        else
            text += next;
    }
    return where.encode(text);
}

} // namespace kiln
