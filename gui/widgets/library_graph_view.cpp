// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/library_graph_view.h"

#include "widgets/level_style.h"
#include "widgets/library_colors.h"

#include <QAccessible>
#include <QGraphicsItem>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>
#include <limits>

namespace kiln {

namespace {

constexpr double arrowLength = 8;
constexpr double largestScale = 4;
constexpr double smallestScale = 0.1;

/// A library's box.
class LibraryBox : public QGraphicsItem
{
public:
    LibraryBox(const GraphLibrary &library, const QRectF &box, const QWidget *view)
        : m_library(library)
        , m_box(box)
        , m_view(view)
    {
        setZValue(1);
        setToolTip(library.name);
    }

    void setLook(bool isSelected, bool isOnWay)
    {
        m_isSelected = isSelected;
        m_isOnWay = isOnWay;
        update();
    }

    [[nodiscard]] QRectF boundingRect() const override { return m_box.adjusted(-2, -2, 2, 2); }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        const QPalette palette = m_view->palette();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(libraryColor(m_library.name, true, palette));
        QPen pen(palette.color(QPalette::Mid), 1);
        if (m_isSelected || m_isOnWay)
            pen = QPen(palette.color(QPalette::Highlight), m_isSelected ? 3 : 2);
        painter->setPen(pen);
        // Roots are told from others by their shape, too.
        painter->drawRoundedRect(m_box, m_library.isRoot ? 12 : 4, m_library.isRoot ? 12 : 4);
        painter->setFont(m_view->font());
        painter->setPen(palette.color(QPalette::Text));
        const QRectF half(m_box.left(), m_box.top() + 4, m_box.width(), m_box.height() / 2 - 4);
        painter->drawText(half, Qt::AlignCenter, m_library.name);
        painter->drawText(half.translated(0, half.height()), Qt::AlignCenter,
                          QLocale().formattedDataSize(m_library.size));
    }

private:
    GraphLibrary m_library;
    QRectF m_box;
    const QWidget *m_view;
    bool m_isSelected = false;
    bool m_isOnWay = false;
};

/// A line from a library to one it uses, with its arrow.
class UseLine : public QGraphicsPathItem
{
public:
    UseLine(const QVector<QPointF> &points, bool isByOption)
        : m_isByOption(isByOption)
    {
        if (points.size() < 4)
            return;
        QPainterPath path(points.first());
        for (qsizetype i = 1; i + 2 < points.size(); i += 3)
            path.cubicTo(points[i], points[i + 1], points[i + 2]);
        const QPointF tip = points.last();
        QPointF back = points[points.size() - 2] - tip;
        const double length = std::hypot(back.x(), back.y());
        if (length > 0) {
            back *= arrowLength / length;
            const QPointF side(-back.y() * 0.4, back.x() * 0.4);
            path.moveTo(tip + back + side);
            path.lineTo(tip);
            path.lineTo(tip + back - side);
        }
        setPath(path);
    }

    void setLook(const QColor &color, double width, bool isInFront)
    {
        setPen(QPen(color, width, m_isByOption ? Qt::DashLine : Qt::SolidLine));
        setZValue(isInFront ? 0.5 : 0);
    }

private:
    bool m_isByOption;
};

} // namespace

LibraryGraphView::LibraryGraphView(QWidget *parent)
    : QGraphicsView(parent)
    , m_jobs(this)
{
    setObjectName(QStringLiteral("libraryGraph"));
    setAccessibleName(tr("Graph of the libraries"));
    setScene(new QGraphicsScene(this));
    setFrameShape(QFrame::NoFrame);
    setDragMode(QGraphicsView::ScrollHandDrag);
    setRenderHint(QPainter::Antialiasing);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    viewport()->setCursor(Qt::ArrowCursor);
}

void LibraryGraphView::setGraph(std::shared_ptr<const LibraryGraph> graph)
{
    m_graph = std::move(graph);
    m_boxes.clear();
    m_nodes.clear();
    m_lines.clear();
    scene()->clear();
    m_selected = -1;
    const int generation = ++m_generation;
    if (!m_graph)
        return;
    QVector<QSizeF> sizes;
    for (const GraphLibrary &library : m_graph->libraries)
        sizes.append(QSizeF(std::max(64, fontMetrics().horizontalAdvance(library.name) + 24),
                            2 * fontMetrics().height() + 12));
    m_jobs.run(
        [graph = m_graph, sizes] {
            QVector<std::pair<int, int>> edges;
            for (const LibraryLink &link : graph->links)
                edges.append({link.from, link.to});
            return layOutGraph(sizes, edges);
        },
        [this, generation, sizes](const Result<GraphLayout> &layout) {
            if (generation != m_generation)
                return;
            if (layout)
                showLayout(*layout, sizes);
            else
                emit problem(layout.error());
        });
}

void LibraryGraphView::showLayout(const GraphLayout &layout, const QVector<QSizeF> &sizes)
{
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const auto placed = [&](const QPointF &point) {
        return isMirrored ? QPointF(layout.size.width() - point.x(), point.y()) : point;
    };
    for (int i = 0; i < m_graph->links.size(); ++i) {
        QVector<QPointF> points = layout.edges[i];
        std::transform(points.begin(), points.end(), points.begin(), placed);
        auto *line = new UseLine(points, m_graph->links[i].symbols.isEmpty());
        scene()->addItem(line);
        m_lines.append(line);
    }
    for (int i = 0; i < m_graph->libraries.size(); ++i) {
        QRectF box(QPointF(), sizes[i]);
        box.moveCenter(placed(layout.nodes[i]));
        m_boxes.append(box);
        auto *node = new LibraryBox(m_graph->libraries[i], box, this);
        scene()->addItem(node);
        m_nodes.append(node);
    }
    scene()->setSceneRect(QRectF(QPointF(), layout.size).adjusted(-24, -24, 24, 24));
    refreshLines();
    m_isFitted = true;
    fit();
    emit laidOut();
}

void LibraryGraphView::refreshLines()
{
    if (!m_graph || m_lines.size() != m_graph->links.size())
        return;
    QVector<bool> isOnWay(m_graph->libraries.size(), false);
    const QVector<LibraryLink> way = m_graph->path(m_selected);
    for (const LibraryLink &link : way)
        isOnWay[link.from] = true;
    for (int i = 0; i < m_lines.size(); ++i) {
        const LibraryLink &link = m_graph->links[i];
        const bool isWay = way.contains(link);
        const bool isOwn = link.from == m_selected || link.to == m_selected;
        QColor color =
            isWay || isOwn ? palette().color(QPalette::Highlight) : mutedColor(palette());
        // With one selected, the lines of all others are there but no more than that.
        if (!isWay && !isOwn)
            color.setAlpha(m_selected >= 0 ? 60 : 150);
        static_cast<UseLine *>(m_lines[i])
            ->setLook(color,
                      isWay   ? 3
                      : isOwn ? 1.8
                              : 1,
                      isWay || isOwn);
    }
    for (int i = 0; i < m_nodes.size(); ++i)
        static_cast<LibraryBox *>(m_nodes[i])->setLook(i == m_selected, isOnWay[i]);
}

void LibraryGraphView::select(int library)
{
    if (library == m_selected || !m_graph || library >= m_graph->libraries.size())
        return;
    m_selected = library;
    refreshLines();
    if (library >= 0) {
        if (library < m_boxes.size())
            ensureVisible(m_boxes[library]);
        setAccessibleDescription(m_graph->libraries[library].name + QStringLiteral(": ") +
                                 m_graph->reasons(library).join(u' '));
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
    emit selectionChanged(library);
}

QRect LibraryGraphView::boxOf(int library) const
{
    return library >= 0 && library < m_boxes.size() ? mapFromScene(m_boxes[library]).boundingRect()
                                                    : QRect();
}

int LibraryGraphView::libraryAt(const QPoint &point) const
{
    const QPointF place = mapToScene(point);
    for (int i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes[i].contains(place))
            return i;
    }
    return -1;
}

void LibraryGraphView::mousePressEvent(QMouseEvent *event)
{
    if (const int library = libraryAt(event->pos());
        event->button() == Qt::LeftButton && library >= 0)
        select(library);
    QGraphicsView::mousePressEvent(event);
}

void LibraryGraphView::step(int key)
{
    if (m_boxes.isEmpty())
        return;
    if (m_selected < 0)
        return select(0);
    const QPointF from = m_boxes[m_selected].center();
    int best = -1;
    double nearest = std::numeric_limits<double>::max();
    for (int i = 0; i < m_boxes.size(); ++i) {
        const QPointF way = m_boxes[i].center() - from;
        const double along = key == Qt::Key_Left    ? -way.x()
                             : key == Qt::Key_Right ? way.x()
                             : key == Qt::Key_Up    ? -way.y()
                                                    : way.y();
        const double across =
            key == Qt::Key_Left || key == Qt::Key_Right ? std::abs(way.y()) : std::abs(way.x());
        if (along > 1 && along + 2 * across < nearest) {
            nearest = along + 2 * across;
            best = i;
        }
    }
    if (best >= 0)
        select(best);
}

void LibraryGraphView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        step(event->key());
        return;
    case Qt::Key_Plus:
        zoom(1.25);
        return;
    case Qt::Key_Minus:
        zoom(0.8);
        return;
    case Qt::Key_0:
        m_isFitted = true;
        fit();
        return;
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void LibraryGraphView::zoom(double factor)
{
    const double now = transform().m11() * factor;
    if (now > largestScale || now < smallestScale)
        return;
    m_isFitted = false;
    scale(factor, factor);
}

void LibraryGraphView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        zoom(event->angleDelta().y() > 0 ? 1.25 : 0.8);
    else
        QGraphicsView::wheelEvent(event);
}

void LibraryGraphView::fit()
{
    if (!m_isFitted || m_boxes.isEmpty())
        return;
    const QRectF all = sceneRect();
    const double factor =
        std::min({1.0, viewport()->width() / all.width(), viewport()->height() / all.height()});
    setTransform(QTransform::fromScale(factor, factor));
    centerOn(all.center());
}

void LibraryGraphView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    fit();
}

void LibraryGraphView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshLines();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        setGraph(m_graph);
}

} // namespace kiln
