// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The console for screen readers.
#pragma once

#include <QAccessible>
#include <QAccessibleWidget>

#include <vector>

namespace kiln {

class TerminalView;

/// Whether anybody listens: gathering what there is to tell takes time that a guest that prints
/// much does not leave.
class AccessibilityWatch : public QAccessible::ActivationObserver
{
public:
    AccessibilityWatch();
    ~AccessibilityWatch() override;
    AccessibilityWatch(const AccessibilityWatch &) = delete;
    AccessibilityWatch &operator=(const AccessibilityWatch &) = delete;

    [[nodiscard]] bool isActive() const { return m_isActive; }

private:
    void accessibilityActiveChanged(bool active) override { m_isActive = active; }

    bool m_isActive;
};

/// A TerminalView as accessible text: the lines in sight, as terminals have it, without the empty
/// ones behind the last that was written or the caret. The caret is the guest's cursor. What a
/// guest prints is told as text that was added, also when older lines move up for it.
class TerminalAccess : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit TerminalAccess(TerminalView *view);

    /// Makes all TerminalViews accessible; any number of calls.
    static void install();
    /// Tells who listens what has changed in the view since the last call.
    static void announce(TerminalView *view);

    void *interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;

    void selection(int index, int *start, int *end) const override;
    [[nodiscard]] int selectionCount() const override;
    void addSelection(int start, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int start, int end) override;
    [[nodiscard]] int cursorPosition() const override;
    /// The cursor is the guest's: nothing happens.
    void setCursorPosition(int) override {}
    [[nodiscard]] QString text(int start, int end) const override;
    [[nodiscard]] int characterCount() const override;
    [[nodiscard]] QRect characterRect(int offset) const override;
    [[nodiscard]] int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int, int) override {} // all of it is in sight
    QString attributes(int offset, int *start, int *end) const override;

private:
    /// A line in sight; `columns` of each of its characters, and of what is behind the last one.
    struct Line
    {
        QString text;
        std::vector<int> columns;
    };
    struct Page
    {
        std::vector<Line> lines;
        int top = 0; ///< number of the first line on the view's screen

        [[nodiscard]] QString text() const;
        [[nodiscard]] int offset(int line, int column) const;
        /// Line in the page and character in the line.
        [[nodiscard]] std::pair<int, int> placeOf(int offset) const;
    };

    [[nodiscard]] TerminalView *view() const;
    [[nodiscard]] Page page() const;
    void tellChanges();

    QStringList m_toldLines;
    int m_toldCaret = -1;
};

} // namespace kiln
