// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/option_details.h"

#include "widgets/level_style.h"
#include "widgets/links.h"

#include <QCoreApplication>
#include <QStringList>

namespace kiln {

using kconfig::Expression;
using kconfig::ExpressionId;
using kconfig::ExpressionKind;
using kconfig::NodeId;
using kconfig::Origin;
using kconfig::PropertyKind;
using kconfig::SymbolId;
using kconfig::SymbolType;
using kconfig::Tristate;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("OptionDetails", text);
}

QString toText(std::string_view string)
{
    return QString::fromUtf8(string.data(), qsizetype(string.size()));
}

/// Writes one option; the parts are in the order of reading.
class Writer
{
public:
    Writer(const kconfig::Configuration &configuration, NodeId node, QString base,
           const QPalette &palette)
        : m_configuration(configuration)
        , m_model(configuration.model())
        , m_node(m_model.node(node))
        , m_id(node)
        , m_base(std::move(base))
        , m_yes(levelColor(LogLevel::info, palette).name())
        , m_no(levelColor(LogLevel::error, palette).name())
        , m_muted(mutedColor(palette).name())
    {}

    QString write()
    {
        title();
        m_html += QLatin1String("<table cellspacing=0 cellpadding=0 style=\"margin-top:8px\">");
        if (m_node.symbol.isValid()) {
            value();
            locked();
            range();
            relations();
        }
        menuPath();
        place();
        m_html += QLatin1String("</table>");
        dependency();
        help();
        return m_html;
    }

private:
    QString symbolLink(SymbolId symbol) const
    {
        const QString name = toText(m_model.symbol(symbol).name);
        if (name.isEmpty()) { // an unnamed choice
            const auto &nodes = m_model.symbol(symbol).nodes;
            return nodes.empty() ? tr("a choice")
                                 : toText(m_model.promptText(nodes.front())).toHtmlEscaped();
        }
        if (m_model.symbol(symbol).isConstant || !m_model.symbol(symbol).isDefined())
            return name.toHtmlEscaped();
        return QStringLiteral("<a href=\"%1\">%2</a>")
            .arg(optionLink(name).toString().toHtmlEscaped(), name.toHtmlEscaped());
    }

    QString placeLink(const kconfig::Position &position) const
    {
        if (!position.isValid())
            return {};
        const QString file =
            QString::fromStdString(std::string(m_model.sources().path(position.file)));
        QString shown = file;
        if (!m_base.isEmpty() && shown.startsWith(m_base + QLatin1Char('/')))
            shown.remove(0, m_base.size() + 1);
        const QUrl url = sourceLink({file, int(position.line), int(position.column)});
        return QStringLiteral("<a href=\"%1\">%2:%3</a>")
            .arg(url.toString().toHtmlEscaped(), shown.toHtmlEscaped())
            .arg(position.line);
    }

    void row(const QString &label, const QString &html)
    {
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
            kinds << (symbol.isChoice ? tr("choice") : typeWord(symbol.type));
            if (prompt.isEmpty())
                prompt = toText(symbol.name);
        } else {
            kinds << (m_node.kind == kconfig::NodeKind::comment ? tr("comment") : tr("menu"));
        }
        m_html += QStringLiteral("<h3 style=\"margin-bottom:2px\">%1</h3>"
                                 "<p style=\"margin-top:0; margin-bottom:8px; color:%3\">%2</p>")
                      .arg(prompt.toHtmlEscaped(), kinds.join(QStringLiteral(" · ")), m_muted);
    }

    static QString typeWord(SymbolType type)
    {
        switch (type) {
        case SymbolType::boolean:
            return tr("yes or no");
        case SymbolType::tristate:
            return tr("yes, module or no");
        case SymbolType::integer:
            return tr("number");
        case SymbolType::hex:
            return tr("hexadecimal number");
        case SymbolType::string:
            return tr("text");
        case SymbolType::unknown:
            break;
        }
        return tr("no type");
    }

    QString shownValue(SymbolId id) const
    {
        const kconfig::Symbol &symbol = m_model.symbol(id);
        if (symbol.isChoice) {
            const SymbolId selected = m_configuration.selection(id);
            return selected.isValid() ? symbolLink(selected) : tr("none");
        }
        const QString value = QString::fromStdString(m_configuration.value(id));
        if (symbol.type == SymbolType::string)
            return QStringLiteral("“%1”").arg(value.toHtmlEscaped());
        return value.isEmpty() ? tr("none") : value.toHtmlEscaped();
    }

    void value()
    {
        row(tr("Value"), QStringLiteral("<b>%1</b>").arg(shownValue(m_node.symbol)));
        const kconfig::ValueOrigin origin = m_configuration.origin(m_node.symbol);
        const QString at = placeLink(origin.position);
        QString from;
        switch (origin.origin) {
        case Origin::none:
            from = tr("nothing sets it");
            break;
        case Origin::user:
            from = tr("you chose it");
            break;
        case Origin::defaultValue:
            from = tr("default");
            break;
        case Origin::selected:
            from = origin.by.isValid() ? tr("selected by %1").arg(symbolLink(origin.by))
                                       : tr("selected");
            break;
        case Origin::implied:
            from = origin.by.isValid() ? tr("implied by %1").arg(symbolLink(origin.by))
                                       : tr("implied");
            break;
        case Origin::choice:
            from = tr("follows from its choice");
            break;
        case Origin::constant:
            from = tr("constant");
            break;
        }
        row(tr("From"), at.isEmpty() ? from : from + QStringLiteral(", ") + at);
    }

    void locked()
    {
        if (m_configuration.isChangeable(m_node.symbol))
            return;
        const QString why = QString::fromStdString(m_configuration.whyFixed(m_node.symbol));
        if (!why.isEmpty())
            row(tr("Locked"), why.toHtmlEscaped());
    }

    void range()
    {
        if (const auto bounds = m_configuration.range(m_node.symbol))
            row(tr("Range"),
                tr("%1 to %2").arg(toText(bounds->low), toText(bounds->high)).toHtmlEscaped());
    }

    void relations()
    {
        QStringList selects;
        QStringList selectedBy;
        const kconfig::Symbol &symbol = m_model.symbol(m_node.symbol);
        for (const kconfig::PropertyId id : symbol.properties) {
            const kconfig::Property &property = m_model.property(id);
            if (property.kind == PropertyKind::select && property.value.isValid())
                selects << symbolLink(m_model.expression(property.value).symbol);
        }
        for (std::uint32_t i = 0; i < m_model.symbols().size(); ++i) {
            for (const kconfig::PropertyId id : m_model.symbols()[i].properties) {
                const kconfig::Property &property = m_model.property(id);
                if (property.kind != PropertyKind::select || !property.value.isValid() ||
                    m_model.expression(property.value).symbol != m_node.symbol)
                    continue;
                const bool active = (m_configuration.tristate(SymbolId{i}) &&
                                     m_configuration.evaluate(property.condition)) != Tristate::no;
                const QString link = symbolLink(SymbolId{i});
                selectedBy << (active ? QStringLiteral("<b>%1</b> %2").arg(link, tr("(active)"))
                                      : link);
            }
        }
        selects.removeDuplicates();
        selectedBy.removeDuplicates();
        if (!selects.isEmpty())
            row(tr("Selects"), shortened(selects));
        if (!selectedBy.isEmpty())
            row(tr("Selected by"), shortened(selectedBy));
    }

    static QString shortened(QStringList links)
    {
        constexpr int most = 12;
        const qsizetype more = links.size() - most;
        if (more > 0) {
            links = links.mid(0, most);
            links << QCoreApplication::translate("OptionDetails", "and %n more", nullptr,
                                                 int(more));
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
            row(tr("In"), names.join(QStringLiteral(" › ")));
    }

    void place()
    {
        const QString at = placeLink(m_node.position);
        if (!at.isEmpty())
            row(tr("Defined at"), at);
    }

    QString truth(Tristate value) const
    {
        const bool no = value == Tristate::no;
        return QStringLiteral("<span style=\"color:%1\">%2</span> ")
            .arg(no ? m_no : m_yes, no ? QStringLiteral("✗") : QStringLiteral("✓"));
    }

    QString leafText(const Expression &expression) const
    {
        const auto operand = [this](SymbolId symbol) {
            return m_model.symbol(symbol).isConstant
                       ? QStringLiteral("“%1”").arg(
                             toText(m_model.symbol(symbol).name).toHtmlEscaped())
                       : symbolLink(symbol);
        };
        static const char *const signs[] = {"=", "≠", "&lt;", "≤", "&gt;", "≥"};
        if (expression.kind >= ExpressionKind::equal) {
            const auto sign = std::size_t(expression.kind) - std::size_t(ExpressionKind::equal);
            return QStringLiteral("%1 %2 %3")
                .arg(operand(expression.symbol), QString::fromUtf8(signs[sign]),
                     operand(expression.other));
        }
        return symbolLink(expression.symbol);
    }

    void collect(ExpressionId id, ExpressionKind kind, QVector<ExpressionId> &parts) const
    {
        const Expression &expression = m_model.expression(id);
        if (expression.kind != kind) {
            parts.append(id);
            return;
        }
        collect(expression.left, kind, parts);
        collect(expression.right, kind, parts);
    }

    void expressionTree(ExpressionId id, int depth)
    {
        const Expression &expression = m_model.expression(id);
        const Tristate value = m_configuration.evaluate(id);
        const auto line = [this, depth, value](const QString &html) {
            m_html += QStringLiteral("<div style=\"margin-left:%1px\">%2%3</div>")
                          .arg(depth * 16)
                          .arg(truth(value), html);
        };
        switch (expression.kind) {
        case ExpressionKind::conjunction:
        case ExpressionKind::disjunction: {
            QVector<ExpressionId> parts;
            collect(id, expression.kind, parts);
            line(expression.kind == ExpressionKind::conjunction ? tr("all of") : tr("any of"));
            for (const ExpressionId part : std::as_const(parts))
                expressionTree(part, depth + 1);
            break;
        }
        case ExpressionKind::negation: {
            const Expression &inner = m_model.expression(expression.left);
            if (inner.kind == ExpressionKind::conjunction ||
                inner.kind == ExpressionKind::disjunction ||
                inner.kind == ExpressionKind::negation) {
                line(tr("not"));
                expressionTree(expression.left, depth + 1);
            } else {
                line(tr("not %1").arg(leafText(inner)));
            }
            break;
        }
        default:
            line(leafText(expression));
        }
    }

    void dependency()
    {
        ExpressionId id = m_node.dependency;
        if (!id.isValid())
            return;
        m_html += QStringLiteral("<p style=\"margin-bottom:2px; color:%1\">%2</p>")
                      .arg(m_muted, tr("Needs"));
        expressionTree(id, 0);
    }

    void help()
    {
        if (!m_model.hasHelp(m_id))
            return;
        QString text = toText(m_model.help(m_id)).trimmed().toHtmlEscaped();
        // Kconfig help is hard-wrapped prose; indented lines are kept as they are.
        QString html;
        for (const QString &paragraph : text.split(QStringLiteral("\n\n"))) {
            if (paragraph.startsWith(QLatin1Char(' ')) ||
                paragraph.contains(QStringLiteral("\n  ")) ||
                paragraph.contains(QStringLiteral("\n-")))
                html += QStringLiteral("<p>%1</p>")
                            .arg(QString(paragraph)
                                     .replace(QLatin1Char('\n'), QLatin1String("<br>"))
                                     .replace(QLatin1String("  "), QLatin1String("&nbsp; ")));
            else
                html += QStringLiteral("<p>%1</p>").arg(paragraph);
        }
        m_html += html;
    }

    const kconfig::Configuration &m_configuration;
    const kconfig::Model &m_model;
    const kconfig::MenuNode &m_node;
    NodeId m_id;
    QString m_base;
    QString m_yes;
    QString m_no;
    QString m_muted;
    QString m_html;
};

} // namespace

QString optionDetails(const kconfig::Configuration &configuration, NodeId node, const QString &base,
                      const QPalette &palette)
{
    return Writer(configuration, node, base, palette).write();
}

} // namespace kiln
