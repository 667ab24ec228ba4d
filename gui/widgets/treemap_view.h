// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An image as a map: areas are sizes.
#pragma once

#include "workbench/size_tree.h"

#include <QPixmap>
#include <QStringList>
#include <QWidget>

#include <memory>

namespace kiln {

/// Shows a tree of sizes, two levels below where one has gone at a time. A click selects; a double
/// click, Return or the wheel goes into what is there; Backspace, Escape or the wheel goes back
/// out. Arrow keys go to neighbours. With `showChanges` colours tell what has grown and shrunk.
class TreemapView : public QWidget
{
    Q_OBJECT

public:
    explicit TreemapView(QWidget *parent = nullptr);

    /// Stays where it is when there is still such a place. Null: nothing to show.
    void setTree(std::shared_ptr<const SizeNode> tree, bool showChanges);
    /// Names from the root to the node that fills the map.
    [[nodiscard]] const QStringList &path() const { return m_path; }
    void setPath(const QStringList &path);
    /// Names from the root to the selected node; empty when nothing is.
    [[nodiscard]] const QStringList &selection() const { return m_selection; }
    /// Selects a node, and goes to where it can be seen.
    void select(const QStringList &path);
    /// Nodes with this in their names stand out; empty: all do.
    void setSearch(const QString &text);
    /// The selected or, if nothing is, the shown node in words: name, size, share, change.
    [[nodiscard]] QString description() const;
    /// The words for a point; empty outside of all.
    [[nodiscard]] QString descriptionAt(const QPointF &point) const;
    /// Where a node is on the map; empty when it is not shown.
    [[nodiscard]] QRectF rectOf(const QStringList &path) const;

    [[nodiscard]] QSize sizeHint() const override { return {640, 420}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

signals:
    void pathChanged(const QStringList &path);
    void selectionChanged(const QStringList &path);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// A rectangle of the map.
    struct Tile
    {
        QRectF rect;
        const SizeNode *node = nullptr;
        QStringList path;
        int depth = 0;         ///< 1: child of the shown node, 2: grandchild
        bool hasTitle = false; ///< its name stands in a strip above its children
    };

    [[nodiscard]] const SizeNode *find(const QStringList &path) const;
    [[nodiscard]] QString describe(const QStringList &path) const;
    [[nodiscard]] const Tile *tileAt(const QPointF &point) const;
    [[nodiscard]] QColor colorOf(const Tile &tile) const;
    [[nodiscard]] bool isFound(const SizeNode &node) const;
    void layOut();
    void draw();
    void addTiles(const SizeNode &node, const QStringList &path, const QRectF &area, int depth);
    void drawTile(QPainter &painter, const Tile &tile) const;
    void goInto(const QStringList &path);
    void goOut();
    void setSelection(const QStringList &path);
    void step(int key);

    std::shared_ptr<const SizeNode> m_tree;
    bool m_showChanges = false;
    QStringList m_path;
    QStringList m_selection;
    QStringList m_hovered;
    QString m_search;
    QVector<Tile> m_tiles; ///< parents before their children
    QPixmap m_picture;     ///< the tiles as they are drawn; null: to be drawn again
};

} // namespace kiln
