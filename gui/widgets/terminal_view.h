// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The console of a guest.
#pragma once

#include "widgets/terminal_screen.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <deque>
#include <memory>

namespace kiln {

class AccessibilityWatch;
class CellPainter;
class ClipboardCopy;

/// Shows bytes as a terminal does, and sends keys back. Big outputs are taken in slices from the
/// event loop; when the guest prints faster than that, what would have scrolled away is skipped.
/// Ctrl+Shift+C copies, Ctrl+Shift+V pastes, Shift+PageUp scrolls; every other key goes to the
/// guest while it runs.
class TerminalView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TerminalView(QWidget *parent = nullptr);
    ~TerminalView() override;

    void write(const QByteArray &bytes);
    void clear();
    /// Whether keys are taken for the guest.
    void setInputEnabled(bool enabled);
    [[nodiscard]] bool isInputEnabled() const { return m_inputEnabled; }
    [[nodiscard]] const TerminalScreen &screen() const { return m_screen; }
    /// What to show while nothing was written.
    void setPlaceholder(const QString &text);

    /// A cell: line of the screen with its scroll-back, from 0, and column.
    struct Place
    {
        int line = 0;
        int column = 0;
        friend auto operator<=>(const Place &, const Place &) = default;
    };
    /// The line at the top of the view.
    [[nodiscard]] int topLine() const;
    /// Where `columns` cells are in the viewport.
    [[nodiscard]] QRect cellRect(Place place, int columns = 1) const;
    /// The cell below a point of the viewport.
    [[nodiscard]] Place cellAt(const QPoint &point) const;
    /// From the first place up to, not with, the second; both the same: nothing is selected.
    [[nodiscard]] std::pair<Place, Place> selection() const;
    void select(Place first, Place last);

signals:
    /// Bytes for the guest.
    void input(const QByteArray &bytes);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool focusNextPrevChild(bool) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void slice();
    void refresh();
    void tellSelection();
    void applyColors();
    void copySelection();
    void pasteClipboard();
    [[nodiscard]] Place placeAt(const QPoint &point) const;
    void skipFarBehind();
    void paintLine(QPainter &painter, int index, int y) const;

    TerminalScreen m_screen;
    ClipboardCopy *m_copy;
    std::unique_ptr<AccessibilityWatch> m_listeners;
    std::unique_ptr<CellPainter> m_cells;
    std::deque<QByteArray> m_pending;
    qsizetype m_taken = 0;        ///< bytes of the first block that are on the screen
    qsizetype m_pendingBytes = 0; ///< that are not
    QTimer m_timer;
    QTimer m_refresh; ///< gathers what many slices change
    QString m_emptyText;
    QSize m_cell;
    int m_ascent = 0;
    bool m_inputEnabled = false;
    bool m_written = false;
    Place m_anchor;
    Place m_head;
};

} // namespace kiln
