// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/graph_layout.h"

#include <QByteArray>

#include <graphviz/gvc.h>

#include <cmath>
#include <memory>
#include <mutex>

namespace kiln {

namespace {

// graphviz reads lengths (inches) with the decimal point of the locale, so they are made whole
// numbers: an inch of its is this many of our units.
constexpr double unitsPerInch = 8;
constexpr double pointsPerInch = 72;

struct ContextDeleter
{
    void operator()(GVC_t *context) const { gvFreeContext(context); }
};
struct GraphDeleter
{
    void operator()(Agraph_t *graph) const { agclose(graph); }
};

/// graphviz 2 asks for texts that it only reads as if it wrote them.
char *text(const char *constant)
{
    return const_cast<char *>(constant);
}

void setLength(void *object, const char *name, double length)
{
    const QByteArray inches = QByteArray::number(qint64(std::ceil(length / unitsPerInch)));
    agsafeset(object, text(name), text(inches.constData()), text("1"));
}

double fromPoints(double points)
{
    return points / pointsPerInch * unitsPerInch;
}

} // namespace

Result<GraphLayout> layOutGraph(const QVector<QSizeF> &nodes,
                                const QVector<std::pair<int, int>> &edges)
{
    // graphviz has variables of its own, so that one layout has to wait for another; and each of
    // its contexts reads the list of plug-ins anew, and loses the memory that took.
    static std::mutex onlyOne;
    const std::lock_guard lock(onlyOne);
    static const std::unique_ptr<GVC_t, ContextDeleter> context(gvContext());
    const std::unique_ptr<Agraph_t, GraphDeleter> graph(agopen(text("g"), Agdirected, nullptr));
    const auto setDefault = [&](int kind, const char *name, const char *value) {
        agattr(graph.get(), kind, text(name), text(value));
    };
    // No text: finding fonts would take longer than all the rest.
    setDefault(AGNODE, "label", "");
    setDefault(AGNODE, "shape", "box");
    setDefault(AGNODE, "fixedsize", "true");
    setDefault(AGRAPH, "nodesep", "3");
    setDefault(AGRAPH, "ranksep", "6");
    setDefault(AGEDGE, "arrowhead", "none");
    QVector<Agnode_t *> placed;
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        QByteArray name = 'n' + QByteArray::number(i);
        placed.append(agnode(graph.get(), name.data(), 1));
        setLength(placed.last(), "width", nodes[i].width());
        setLength(placed.last(), "height", nodes[i].height());
    }
    QVector<Agedge_t *> drawn;
    for (const auto &[from, to] : edges)
        drawn.append(agedge(graph.get(), placed[from], placed[to], nullptr, 1));

    if (gvLayout(context.get(), graph.get(), "dot") != 0)
        return tl::unexpected(
            Problem{QStringLiteral("graphviz could not lay out the graph"),
                    {},
                    QStringLiteral("Install graphviz completely: sudo apt install libgvc6")});
    GraphLayout layout;
    const boxf bounds = GD_bb(graph.get());
    const auto toPoint = [&](pointf point) {
        return QPointF(fromPoints(point.x - bounds.LL.x), fromPoints(bounds.UR.y - point.y));
    };
    layout.size = {fromPoints(bounds.UR.x - bounds.LL.x), fromPoints(bounds.UR.y - bounds.LL.y)};
    for (Agnode_t *node : std::as_const(placed))
        layout.nodes.append(toPoint(ND_coord(node)));
    for (Agedge_t *edge : std::as_const(drawn)) {
        QVector<QPointF> points;
        if (const splines *curves = ED_spl(edge); curves && curves->size > 0) {
            for (decltype(curves->list->size) i = 0; i < curves->list->size; ++i)
                points.append(toPoint(curves->list->list[i]));
        }
        layout.edges.append(points);
    }
    gvFreeLayout(context.get(), graph.get());
    return layout;
}

} // namespace kiln
