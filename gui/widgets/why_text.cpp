// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/why_text.h"

#include "widgets/level_style.h"
#include "widgets/links.h"
#include "workbench/reason_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace kiln {

namespace {

constexpr int mostDepth = 3;           ///< of reasons for reasons
constexpr std::size_t mostReasons = 4; ///< side by side
constexpr std::size_t mostBriefly = 2;

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WhyText)
};

class Writer
{
public:
    Writer(const kconfig::Model &model, QString base, const QPalette &palette, WhyDetail detail)
        : m_depth(detail == WhyDetail::full ? mostDepth : 1)
        , m_reasons(detail == WhyDetail::full ? mostReasons : mostBriefly)
        , m_model(model)
        , m_base(std::move(base))
        , m_muted(mutedColor(palette).name())
    {}

    /// A reason in which options named are links, and so is its place: where the words have it,
    /// else behind them.
    [[nodiscard]] QString linked(const kconfig::Reason &reason) const
    {
        const QString text = QString::fromStdString(reason.text);
        const QString link = placeLink(m_model, reason.position, m_base);
        if (link.isEmpty())
            return words(text);
        const std::string_view file = m_model.sources().path(reason.position.file);
        const QRegularExpression place(
            QRegularExpression::escape(QString::fromUtf8(file.data(), qsizetype(file.size()))) +
            QStringLiteral(":%1(:[0-9]+)?\\b").arg(reason.position.line));
        const QRegularExpressionMatch found = place.match(text);
        if (found.hasMatch())
            return words(text.left(found.capturedStart())) + link +
                   words(text.mid(found.capturedEnd()));
        return QStringLiteral("%1 <span style=\"color:%2\">(%3)</span>")
            .arg(words(text), m_muted, link);
    }

    /// Words in which options named are links. A place that they name stays as it is, but for the
    /// folder that all share.
    [[nodiscard]] QString words(QString part) const
    {
        return withNames(m_base.isEmpty() ? part : part.remove(m_base + QLatin1Char('/')));
    }

    [[nodiscard]] QString list(const std::vector<kconfig::Reason> &reasons, int depth) const
    {
        if (reasons.empty() || depth == m_depth)
            return {};
        QString html = QStringLiteral("<ul style=\"margin:2px 0 2px %1px; -qt-list-indent:0\">")
                           .arg((depth + 1) * 12);
        for (std::size_t i = 0; i < std::min(reasons.size(), m_reasons); ++i) {
            const kconfig::Reason &reason = reasons[i];
            html += QStringLiteral("<li>") + linked(reason);
            html += list(reason.because, depth + 1) + QStringLiteral("</li>");
        }
        if (reasons.size() > m_reasons)
            html += QStringLiteral("<li>%1</li>")
                        .arg(Words::tr("and %n more", nullptr, int(reasons.size() - m_reasons)));
        return html + QStringLiteral("</ul>");
    }

private:
    /// A text in which every word that is the name of an option becomes a link.
    [[nodiscard]] QString withNames(const QString &text) const
    {
        static const QRegularExpression word(QStringLiteral("[A-Za-z0-9_]{2,}"));
        QString html;
        qsizetype done = 0;
        for (auto match = word.globalMatch(text); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            const QString name = found.captured();
            // Words of the sentence that happen to be names are not meant.
            const bool isName = std::any_of(name.begin(), name.end(),
                                            [](QChar c) { return c.isUpper() || c.isDigit(); });
            const kconfig::SymbolId symbol =
                isName ? m_model.find(name.toStdString()) : kconfig::SymbolId{};
            if (!symbol.isValid() || !m_model.symbol(symbol).isDefined())
                continue;
            html += text.mid(done, found.capturedStart() - done).toHtmlEscaped();
            html += QStringLiteral("<a href=\"%1\">%2</a>")
                        .arg(optionLink(name).toString().toHtmlEscaped(), name.toHtmlEscaped());
            done = found.capturedEnd();
        }
        return html + text.mid(done).toHtmlEscaped();
    }

    int m_depth;
    std::size_t m_reasons;
    const kconfig::Model &m_model;
    QString m_base;
    QString m_muted;
};

} // namespace

QString placeLink(const kconfig::Model &model, const kconfig::Position &position,
                  const QString &base)
{
    if (!position.isValid())
        return {};
    const QString file = QString::fromStdString(std::string(model.sources().path(position.file)));
    const QUrl url = sourceLink({file, int(position.line), int(position.column)});
    return QStringLiteral("<a href=\"%1\">%2:%3</a>")
        .arg(url.toString().toHtmlEscaped(), shownPath(file, base).toHtmlEscaped())
        .arg(position.line);
}

QString whyText(const kconfig::Configuration &configuration, kconfig::SymbolId symbol,
                const QString &base, const QPalette &palette, WhyDetail detail)
{
    const kconfig::Explanation story =
        kconfig::explain(configuration, symbol, false, ReasonWords());
    if (story.obstacles.empty())
        return {};
    const QString list =
        Writer(configuration.model(), base, palette, detail).list(story.obstacles, 0);
    if (detail == WhyDetail::brief)
        return list;
    const QString name =
        QString::fromStdString(kconfig::displayName(configuration.model(), symbol, ReasonWords()));
    const QString heading = story.isChangeable ? Words::tr("%1 can't have every value now:")
                                               : Words::tr("%1 can't be changed now:");
    return QStringLiteral("<p style=\"margin:0\"><b>%1</b></p>%2")
        .arg(heading.arg(name.toHtmlEscaped()), list);
}

QString reasonsText(const kconfig::Model &model, const std::vector<kconfig::Reason> &reasons,
                    const QString &base, const QPalette &palette)
{
    return Writer(model, base, palette, WhyDetail::full).list(reasons, 0);
}

QString sentenceText(const kconfig::Model &model, const std::string &sentence, const QString &base,
                     const QPalette &palette)
{
    return Writer(model, base, palette, WhyDetail::brief).words(QString::fromStdString(sentence));
}

} // namespace kiln
