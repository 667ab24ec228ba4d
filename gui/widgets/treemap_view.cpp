// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/treemap_view.h"

#include "widgets/level_style.h"
#include "widgets/library_colors.h"
#include "widgets/treemap_layout.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <limits>

namespace kiln {

namespace {

constexpr int deepest = 2;           // levels shown at once
constexpr qsizetype mostTiles = 400; // of one node; smaller ones share one tile's place unseen
constexpr double smallestSide = 3;   // pixels, of what is drawn
constexpr double textMargin = 4;

} // namespace

TreemapView::TreemapView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("treemap"));
    setAccessibleName(tr("Map of the image's sizes"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void TreemapView::setTree(std::shared_ptr<const SizeNode> tree, bool showChanges)
{
    m_tree = std::move(tree);
    m_showChanges = showChanges;
    m_hovered.clear();
    QStringList path = m_path;
    while (!path.isEmpty() && !find(path))
        path.removeLast();
    if (path != m_path) {
        m_path = path;
        emit pathChanged(m_path);
    }
    if (!m_selection.isEmpty() && !find(m_selection))
        setSelection({});
    layOut();
}

const SizeNode *TreemapView::find(const QStringList &path) const
{
    const SizeNode *node = m_tree.get();
    for (const QString &name : path) {
        if (!node)
            return nullptr;
        const auto it = std::find_if(node->children.begin(), node->children.end(),
                                     [&](const SizeNode &child) { return child.name == name; });
        node = it == node->children.end() ? nullptr : &*it;
    }
    return node;
}

void TreemapView::setPath(const QStringList &path)
{
    if (path == m_path || !m_tree || !find(path))
        return;
    m_path = path;
    layOut();
    emit pathChanged(m_path);
}

void TreemapView::select(const QStringList &path)
{
    if (!m_tree || path.isEmpty() || !find(path))
        return;
    // Seen are the nodes one and two levels below where the map is.
    const bool isSeen = path.size() > m_path.size() && path.size() <= m_path.size() + deepest &&
                        path.first(m_path.size()) == m_path;
    if (!isSeen)
        setPath(path.first(std::max<qsizetype>(0, path.size() - deepest)));
    setSelection(path);
}

void TreemapView::setSelection(const QStringList &path)
{
    if (path == m_selection)
        return;
    m_selection = path;
    setAccessibleDescription(description());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
    emit selectionChanged(m_selection);
}

void TreemapView::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    m_picture = {};
    update();
}

QString TreemapView::describe(const QStringList &path) const
{
    const SizeNode *node = m_tree ? find(path) : nullptr;
    if (!node)
        return {};
    const QLocale locale;
    const double share = m_tree->size > 0 ? 100.0 * double(node->size) / double(m_tree->size) : 0.0;
    QStringList names = path;
    QString text = tr("%1: %2 bytes, %3 % of the image")
                       .arg(names.isEmpty() ? node->name : names.join(QStringLiteral(" › ")),
                            locale.toString(node->size), locale.toString(share, 'f', 1));
    if (m_showChanges) {
        const qint64 change = node->change();
        text += QStringLiteral(", ") +
                (change == 0  ? tr("unchanged")
                 : change > 0 ? tr("%1 more than before").arg(locale.toString(change))
                              : tr("%1 less than before").arg(locale.toString(-change)));
    }
    return text;
}

QString TreemapView::description() const
{
    return describe(m_selection.isEmpty() ? m_path : m_selection);
}

QString TreemapView::descriptionAt(const QPointF &point) const
{
    const Tile *tile = tileAt(point);
    return tile ? describe(tile->path) : QString();
}

QRectF TreemapView::rectOf(const QStringList &path) const
{
    for (const Tile &tile : m_tiles) {
        if (tile.path == path)
            return tile.rect;
    }
    return {};
}

const TreemapView::Tile *TreemapView::tileAt(const QPointF &point) const
{
    const auto it = std::find_if(m_tiles.rbegin(), m_tiles.rend(),
                                 [&](const Tile &tile) { return tile.rect.contains(point); });
    return it == m_tiles.rend() ? nullptr : &*it;
}

void TreemapView::layOut()
{
    m_tiles.clear();
    m_picture = {};
    if (m_tree)
        addTiles(*find(m_path), m_path, QRectF(rect()), 1);
    if (layoutDirection() == Qt::RightToLeft) {
        for (Tile &tile : m_tiles)
            tile.rect.moveLeft(width() - tile.rect.right());
    }
    update();
}

void TreemapView::addTiles(const SizeNode &node, const QStringList &path, const QRectF &area,
                           int depth)
{
    // What is gone takes room among the changes only.
    const auto weightOf = [this](const SizeNode &each) {
        return m_showChanges ? each.weight() : each.size;
    };
    QVector<const SizeNode *> children;
    for (const SizeNode &child : node.children)
        if (weightOf(child) > 0)
            children.append(&child);
    std::stable_sort(children.begin(), children.end(), [&](const SizeNode *a, const SizeNode *b) {
        return weightOf(*a) > weightOf(*b);
    });
    children.resize(std::min<qsizetype>(children.size(), mostTiles));
    QVector<double> weights;
    for (const SizeNode *child : children)
        weights.append(double(weightOf(*child)));
    const QVector<QRectF> rects = squarified(weights, area);
    const double title = fontMetrics().height() + 4;
    for (qsizetype i = 0; i < rects.size(); ++i) {
        const QRectF &place = rects[i];
        if (place.width() < smallestSide || place.height() < smallestSide)
            continue;
        const SizeNode &child = *children[i];
        const QStringList childPath = path + QStringList(child.name);
        const bool hasTitle = depth < deepest && !child.children.isEmpty() &&
                              place.height() > 2.5 * title && place.width() > 3 * title;
        m_tiles.append({place, &child, childPath, depth, hasTitle});
        if (depth < deepest)
            addTiles(child, childPath, place.adjusted(2, hasTitle ? title : 2, -2, -2), depth + 1);
    }
}

QColor TreemapView::colorOf(const Tile &tile) const
{
    if (m_showChanges) {
        const double weight = double(std::max<qint64>(1, tile.node->weight()));
        return changeColor(double(tile.node->change()) / weight, palette());
    }
    const QString library = tile.path.first();
    const SizeNode *group = find({library});
    return libraryColor(library, group && group->part == SizePart::symbol, palette());
}

bool TreemapView::isFound(const SizeNode &node) const
{
    return m_search.isEmpty() || node.name.contains(m_search, Qt::CaseInsensitive) ||
           std::any_of(node.children.begin(), node.children.end(),
                       [this](const SizeNode &child) { return isFound(child); });
}

void TreemapView::drawTile(QPainter &painter, const Tile &tile) const
{
    const QRectF box = tile.rect.adjusted(0.5, 0.5, -0.5, -0.5);
    QColor fill = colorOf(tile);
    if (tile.hasTitle)
        fill = isDark(palette()) ? fill.darker(130) : fill.darker(112);
    const bool isFaded = !isFound(*tile.node);
    painter.setOpacity(isFaded ? 0.25 : 1.0);
    painter.fillRect(box, fill);
    painter.setPen(QPen(palette().color(QPalette::Base), 1));
    painter.drawRect(box);
    const QRectF room = tile.hasTitle ? QRectF(box.left(), box.top(), box.width(),
                                               painter.fontMetrics().height() + 4)
                                      : box;
    const QRectF inner = room.adjusted(textMargin, 1, -textMargin, -1);
    const bool hasTiles = tile.depth < deepest && !tile.hasTitle && !tile.node->children.isEmpty();
    if (hasTiles || inner.height() < painter.fontMetrics().height() ||
        inner.width() < 3 * painter.fontMetrics().averageCharWidth())
        return;
    painter.setPen(palette().color(QPalette::Text));
    QString text = tile.node->name;
    const int line = painter.fontMetrics().height();
    const QString size = QLocale().formattedDataSize(tile.node->size);
    if (tile.hasTitle && painter.fontMetrics().horizontalAdvance(text + size) + 16 < inner.width())
        text += QStringLiteral("  ") + size;
    painter.drawText(inner, int(Qt::AlignTop | Qt::AlignLeading),
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, int(inner.width())));
    if (!tile.hasTitle && inner.height() >= 2 * line)
        painter.drawText(
            inner.adjusted(0, line, 0, 0), int(Qt::AlignTop | Qt::AlignLeading),
            painter.fontMetrics().elidedText(size, Qt::ElideRight, int(inner.width())));
}

void TreemapView::draw()
{
    m_picture = QPixmap(size() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(palette().color(QPalette::Base));
    QPainter painter(&m_picture);
    painter.setLayoutDirection(layoutDirection());
    painter.setFont(font());
    for (const Tile &tile : std::as_const(m_tiles))
        drawTile(painter, tile);
    if (m_tiles.isEmpty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRectF(rect()), Qt::AlignCenter, tr("There is nothing to show here."));
    }
}

void TreemapView::paintEvent(QPaintEvent *)
{
    // Drawn once and kept: moving the mouse over it must cost nothing.
    if (m_picture.isNull() || m_picture.devicePixelRatioF() != devicePixelRatioF())
        draw();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    const auto frame = [&](const QStringList &path, double width) {
        const QRectF place = rectOf(path);
        if (place.isEmpty())
            return;
        const double inset = width / 2;
        painter.setPen(QPen(palette().color(QPalette::Highlight), width));
        painter.drawRect(place.adjusted(inset, inset, -inset, -inset));
    };
    frame(m_hovered, 1);
    frame(m_selection, 3);
    if (hasFocus() && rectOf(m_selection).isEmpty()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

void TreemapView::goInto(const QStringList &path)
{
    const SizeNode *node = m_tree ? find(path) : nullptr;
    if (!node || path.size() <= m_path.size())
        return;
    // One level at a time, so that one sees where one goes; what has no parts can't be entered.
    const QStringList next = path.first(m_path.size() + 1);
    if (!find(next)->children.isEmpty())
        setPath(next);
}

void TreemapView::goOut()
{
    if (m_path.isEmpty())
        return;
    const QStringList left = m_path;
    setPath(m_path.first(m_path.size() - 1));
    setSelection(left);
}

void TreemapView::step(int key)
{
    const QRectF from = rectOf(m_selection);
    const Tile *best = nullptr;
    double nearest = std::numeric_limits<double>::max();
    for (const Tile &tile : std::as_const(m_tiles)) {
        if (tile.path == m_selection || tile.depth != 1)
            continue;
        if (from.isEmpty()) {
            best = &tile;
            break;
        }
        const QPointF way = tile.rect.center() - from.center();
        const double along = key == Qt::Key_Left    ? -way.x()
                             : key == Qt::Key_Right ? way.x()
                             : key == Qt::Key_Up    ? -way.y()
                                                    : way.y();
        const double across =
            key == Qt::Key_Left || key == Qt::Key_Right ? std::abs(way.y()) : std::abs(way.x());
        const double distance = along + 2 * across;
        if (along > 0.5 && distance < nearest) {
            nearest = distance;
            best = &tile;
        }
    }
    if (best)
        setSelection(best->path);
}

void TreemapView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        step(event->key());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Plus:
        goInto(m_selection);
        return;
    case Qt::Key_Backspace:
    case Qt::Key_Escape:
    case Qt::Key_Minus:
        if (!m_path.isEmpty()) {
            goOut();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TreemapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::BackButton)
        goOut();
    const Tile *tile = tileAt(event->position());
    if (event->button() == Qt::LeftButton && tile)
        setSelection(tile->path);
}

void TreemapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Tile *tile = tileAt(event->position());
    if (event->button() == Qt::LeftButton && tile)
        goInto(QStringList(tile->path));
}

void TreemapView::mouseMoveEvent(QMouseEvent *event)
{
    const Tile *tile = tileAt(event->position());
    const QStringList hovered = tile ? tile->path : QStringList();
    if (hovered == m_hovered)
        return;
    m_hovered = hovered;
    update();
}

void TreemapView::leaveEvent(QEvent *)
{
    m_hovered.clear();
    update();
}

void TreemapView::wheelEvent(QWheelEvent *event)
{
    const Tile *tile = tileAt(event->position());
    if (event->angleDelta().y() > 0 && tile)
        goInto(QStringList(tile->path));
    else if (event->angleDelta().y() < 0)
        goOut();
}

bool TreemapView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = descriptionAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void TreemapView::resizeEvent(QResizeEvent *)
{
    layOut();
}

void TreemapView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_picture = {};
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        layOut();
}

} // namespace kiln
