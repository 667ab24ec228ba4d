// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/option_details.h"

#include "widgets/level_style.h"
#include "widgets/links.h"
#include "widgets/why_text.h"

#include <kconfig/explain.h>

#include <QCoreApplication>
#include <QStringList>

#include <utility>
#include <vector>

namespace kiln {

using kconfig::NodeId;
using kconfig::Origin;
using kconfig::SymbolId;
using kconfig::SymbolType;
using kconfig::Tristate;

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OptionDetails)
};

QString toText(std::string_view string)
{
    return QString::fromUtf8(string.data(), qsizetype(string.size()));
}

constexpr const char *tableBegin = "<table cellspacing=0 cellpadding=0 style=\"margin-top:4px\"%1>";
constexpr const char *tableEnd = "</table>";

/// Writes one option; the parts are in the order of reading.
class Writer
{
public:
    Writer(const kconfig::Configuration &configuration, NodeId node, QString base,
           const QPalette &palette, Qt::LayoutDirection direction)
        : m_configuration(configuration)
        , m_model(configuration.model())
        , m_node(m_model.node(node))
        , m_id(node)
        , m_base(std::move(base))
        , m_palette(palette)
        , m_muted(mutedColor(palette).name())
        , m_isMirrored(direction == Qt::RightToLeft)
    {}

    OptionDetails write()
    {
        OptionDetails details;
        title();
        beginTable();
        if (m_node.symbol.isValid()) {
            value();
            locked();
            range();
        }
        m_html += QLatin1String(tableEnd);
        details.top = std::exchange(m_html, {});
        beginTable();
        if (m_node.symbol.isValid())
            relations();
        menuPath();
        places();
        m_html += QLatin1String(tableEnd);
        help();
        details.bottom = std::exchange(m_html, {});
        return details;
    }

private:
    QString symbolLink(SymbolId symbol) const
    {
        const QString name = toText(m_model.symbol(symbol).name);
        if (name.isEmpty()) { // an unnamed choice
            const auto &nodes = m_model.symbol(symbol).nodes;
            return nodes.empty() ? Words::tr("a choice")
                                 : toText(m_model.promptText(nodes.front())).toHtmlEscaped();
        }
        if (m_model.symbol(symbol).isConstant || !m_model.symbol(symbol).isDefined())
            return name.toHtmlEscaped();
        return QStringLiteral("<a href=\"%1\">%2</a>")
            .arg(optionLink(name).toString().toHtmlEscaped(), name.toHtmlEscaped());
    }

    QString placeLink(const kconfig::Position &position) const
    {
        return kiln::placeLink(m_model, position, m_base);
    }

    void beginTable()
    {
        // A table does not mirror itself: it is made as wide as the pane, and its columns change
        // places.
        m_html += QString::fromLatin1(tableBegin)
                      .arg(m_isMirrored ? QStringLiteral(" width=\"100%\"") : QString());
    }

    /// A text of the tree, in the direction of its letters whatever is around it.
    [[nodiscard]] static QString isolated(const QString &text)
    {
        constexpr QChar firstStrongIsolate(0x2068);
        constexpr QChar popDirectionalIsolate(0x2069);
        return firstStrongIsolate + text + popDirectionalIsolate;
    }

    void row(const QString &label, const QString &html)
    {
        if (m_isMirrored) {
            m_html += QStringLiteral("<tr><td style=\"padding:2px 0\">%3</td><td width=\"1%\" "
                                     "style=\"padding:2px 0 2px 12px; white-space:nowrap; "
                                     "color:%1\">%2</td></tr>")
                          .arg(m_muted, label.toHtmlEscaped(), html);
            return;
        }
        m_html += QStringLiteral("<tr><td style=\"padding:2px 12px 2px 0; color:%1\">%2</td>"
                                 "<td style=\"padding:2px 0\">%3</td></tr>")
                      .arg(m_muted, label.toHtmlEscaped(), html);
    }

    void title()
    {
        QString prompt = toText(m_model.promptText(m_id));
        QStringList kinds;
        if (m_node.symbol.isValid()) {
            const kconfig::Symbol &symbol = m_model.symbol(m_node.symbol);
            if (!symbol.name.empty())
                kinds << QStringLiteral("<code>%1</code>").arg(toText(symbol.name).toHtmlEscaped());
            kinds << (symbol.isChoice ? Words::tr("choice") : typeWord(symbol.type));
            if (prompt.isEmpty())
                prompt = toText(symbol.name);
        } else {
            kinds << (m_node.kind == kconfig::NodeKind::comment ? Words::tr("comment")
                                                                : Words::tr("menu"));
        }
        m_html += QStringLiteral("<h3 style=\"margin-bottom:2px\">%1</h3>"
                                 "<p style=\"margin-top:0; margin-bottom:8px; color:%3\">%2</p>")
                      .arg(m_isMirrored ? isolated(prompt.toHtmlEscaped()) : prompt.toHtmlEscaped(),
                           kinds.join(QStringLiteral(" · ")), m_muted);
    }

    static QString typeWord(SymbolType type)
    {
        switch (type) {
        case SymbolType::boolean:
            return Words::tr("yes or no");
        case SymbolType::tristate:
            return Words::tr("yes, module or no");
        case SymbolType::integer:
            return Words::tr("number");
        case SymbolType::hex:
            return Words::tr("hexadecimal number");
        case SymbolType::string:
            return Words::tr("text");
        case SymbolType::unknown:
            break;
        }
        return Words::tr("no type");
    }

    QString shownValue(SymbolId id) const
    {
        const kconfig::Symbol &symbol = m_model.symbol(id);
        if (symbol.isChoice) {
            const SymbolId selected = m_configuration.selection(id);
            return selected.isValid() ? symbolLink(selected) : Words::tr("none");
        }
        const QString value = QString::fromStdString(m_configuration.value(id));
        if (symbol.type == SymbolType::string)
            return QStringLiteral("“%1”").arg(value.toHtmlEscaped());
        return value.isEmpty() ? Words::tr("none") : value.toHtmlEscaped();
    }

    void value()
    {
        row(Words::tr("Value"), QStringLiteral("<b>%1</b>").arg(shownValue(m_node.symbol)));
        const kconfig::ValueOrigin origin = m_configuration.origin(m_node.symbol);
        const QString at = placeLink(origin.position);
        QString from;
        switch (origin.origin) {
        case Origin::none:
            from = Words::tr("nothing sets it");
            break;
        case Origin::user:
            from = Words::tr("you chose it");
            break;
        case Origin::defaultValue:
            from = Words::tr("default");
            break;
        case Origin::selected:
            from = origin.by.isValid() ? Words::tr("selected by %1").arg(symbolLink(origin.by))
                                       : Words::tr("selected");
            break;
        case Origin::implied:
            from = origin.by.isValid() ? Words::tr("implied by %1").arg(symbolLink(origin.by))
                                       : Words::tr("implied");
            break;
        case Origin::choice:
            from = Words::tr("follows from its choice");
            break;
        case Origin::constant:
            from = Words::tr("constant");
            break;
        }
        row(Words::tr("From"), at.isEmpty() ? from : from + QStringLiteral(", ") + at);
    }

    void locked()
    {
        // Of a choice that always has a value another one can be chosen.
        const bool isOpenChoice =
            m_model.symbol(m_node.symbol).isChoice &&
            m_configuration.selection(m_node.symbol).isValid() &&
            m_configuration.visibility(m_node.symbol) != kconfig::Tristate::no;
        if (isOpenChoice || m_configuration.isChangeable(m_node.symbol))
            return;
        const QString why =
            whyText(m_configuration, m_node.symbol, m_base, m_palette, WhyDetail::brief);
        if (!why.isEmpty())
            row(Words::tr("Locked"),
                why + QStringLiteral("<a href=\"%1\">%2</a>")
                          .arg(fixLink(m_node.symbol).toString(), Words::tr("Make it so…")));
    }

    void range()
    {
        if (const auto bounds = m_configuration.range(m_node.symbol))
            row(Words::tr("Range"), Words::tr("%1 to %2")
                                        .arg(toText(bounds->low), toText(bounds->high))
                                        .toHtmlEscaped());
    }

    /// The other ends of selects or implies, those in force now first and in bold.
    QString listed(const std::vector<kconfig::SelectView> &views) const
    {
        QStringList now;
        QStringList others;
        for (const kconfig::SelectView &view : views) {
            const QString link = symbolLink(view.other);
            if (view.strength != Tristate::no)
                now << QStringLiteral("<b>%1</b>").arg(link);
            else
                others << link;
        }
        now.removeDuplicates();
        others.removeDuplicates();
        if (now.isEmpty())
            return Words::tr("not now: %1").arg(shortened(others));
        return others.isEmpty()
                   ? shortened(now)
                   : Words::tr("%1; not now: %2").arg(shortened(now), shortened(others));
    }

    void relations()
    {
        const kconfig::Explanation story = kconfig::explain(m_configuration, m_node.symbol, false);
        const std::pair<QString, const std::vector<kconfig::SelectView> *> lists[] = {
            {Words::tr("Selects"), &story.selects},
            {Words::tr("Selected by"), &story.selectedBy},
            {Words::tr("Implies"), &story.implies},
            {Words::tr("Implied by"), &story.impliedBy}};
        for (const auto &[label, views] : lists) {
            if (!views->empty())
                row(label, listed(*views));
        }
    }

    static QString shortened(QStringList links)
    {
        constexpr int most = 12;
        const qsizetype more = links.size() - most;
        if (more > 0) {
            links = links.mid(0, most);
            links << Words::tr("and %n more", nullptr, int(more));
        }
        return links.join(QStringLiteral(", "));
    }

    void menuPath()
    {
        QStringList names;
        for (NodeId at = m_node.parent; at.isValid() && at != m_model.root();
             at = m_model.node(at).parent)
            names.prepend(toText(m_model.promptText(at)).toHtmlEscaped());
        names.removeAll(QString());
        if (!names.isEmpty())
            row(Words::tr("In"), names.join(QStringLiteral(" › ")));
    }

    /// Every definition of the symbol, this one first.
    void places()
    {
        QStringList links{placeLink(m_node.position)};
        if (m_node.symbol.isValid()) {
            for (const NodeId other : m_model.symbol(m_node.symbol).nodes) {
                if (other != m_id)
                    links << placeLink(m_model.node(other).position);
            }
        }
        links.removeAll(QString());
        links.removeDuplicates();
        if (!links.isEmpty())
            row(Words::tr("Defined at"),
                shortened(links).replace(QStringLiteral(", "), QStringLiteral("<br>")));
    }

    void help()
    {
        if (!m_model.hasHelp(m_id))
            return;
        QString text = toText(m_model.help(m_id)).trimmed().toHtmlEscaped();
        const QString direction = text.isRightToLeft() ? QString() : QStringLiteral(" dir=\"ltr\"");
        // Kconfig help is hard-wrapped prose; indented lines are kept as they are.
        QString html;
        for (const QString &paragraph : text.split(QStringLiteral("\n\n"))) {
            if (paragraph.startsWith(QLatin1Char(' ')) ||
                paragraph.contains(QStringLiteral("\n  ")) ||
                paragraph.contains(QStringLiteral("\n-")))
                html += QStringLiteral("<p%1>%2</p>")
                            .arg(direction,
                                 QString(paragraph)
                                     .replace(QLatin1Char('\n'), QLatin1String("<br>"))
                                     .replace(QLatin1String("  "), QLatin1String("&nbsp; ")));
            else
                html += QStringLiteral("<p%1>%2</p>").arg(direction, paragraph);
        }
        m_html += html;
    }

    const kconfig::Configuration &m_configuration;
    const kconfig::Model &m_model;
    const kconfig::MenuNode &m_node;
    NodeId m_id;
    QString m_base;
    const QPalette &m_palette;
    QString m_muted;
    bool m_isMirrored;
    QString m_html;
};

} // namespace

OptionDetails optionDetails(const kconfig::Configuration &configuration, NodeId node,
                            const QString &base, const QPalette &palette,
                            Qt::LayoutDirection direction)
{
    return Writer(configuration, node, base, palette, direction).write();
}

} // namespace kiln
