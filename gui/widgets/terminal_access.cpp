// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/terminal_access.h"

#include "widgets/terminal_view.h"

#include <algorithm>

namespace kiln {

namespace {

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *view = qobject_cast<TerminalView *>(object);
    return view ? new TerminalAccess(view) : nullptr;
}

/// How many of the old lines have left at the top: what stays is the beginning of the new ones,
/// but for the last, which may have grown.
qsizetype scrolledLines(const QStringList &before, const QStringList &now)
{
    for (qsizetype gone = 0; gone < before.size(); ++gone) {
        const qsizetype stays = before.size() - gone;
        if (stays > now.size() || !now[stays - 1].startsWith(before.last()))
            continue;
        if (std::equal(before.begin() + gone, before.end() - 1, now.begin()))
            return gone;
    }
    return -1;
}

} // namespace

AccessibilityWatch::AccessibilityWatch()
    : m_isActive(QAccessible::isActive())
{
    QAccessible::installActivationObserver(this);
}

AccessibilityWatch::~AccessibilityWatch()
{
    QAccessible::removeActivationObserver(this);
}

TerminalAccess::TerminalAccess(TerminalView *view)
    : QAccessibleWidget(view, QAccessible::Terminal)
{}

void TerminalAccess::install()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeAccess);
        return true;
    }();
    Q_UNUSED(isInstalled);
}

void TerminalAccess::announce(TerminalView *view)
{
    if (auto *access = dynamic_cast<TerminalAccess *>(QAccessible::queryAccessibleInterface(view)))
        access->tellChanges();
}

TerminalView *TerminalAccess::view() const
{
    return static_cast<TerminalView *>(object());
}

void *TerminalAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State TerminalAccess::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.multiLine = state.selectableText = true;
    state.editable = view()->isInputEnabled();
    state.readOnly = !view()->isInputEnabled();
    return state;
}

QString TerminalAccess::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? page().text() : QAccessibleWidget::text(kind);
}

TerminalAccess::Page TerminalAccess::page() const
{
    const TerminalScreen &screen = view()->screen();
    Page page;
    page.top = view()->topLine();
    const int caret = screen.lineCount() - screen.rows() + screen.cursorRow();
    const int end = std::min(page.top + screen.rows(), std::max(screen.usedLines(), caret + 1));
    for (int index = page.top; index < end; ++index) {
        Line line;
        int column = 0;
        for (const TerminalCell &cell : screen.line(index)) {
            const QString text = cell.text.isEmpty() ? QStringLiteral(" ") : cell.text;
            line.columns.insert(line.columns.end(), std::size_t(text.size()), column);
            line.text += text;
            column += cell.width;
        }
        // Blanks at the end are no text, up to the caret.
        qsizetype used = line.text.size();
        const int least = index == caret ? screen.cursorColumn() : 0;
        while (used > 0 && line.text[used - 1] == u' ' &&
               line.columns[std::size_t(used - 1)] >= least)
            --used;
        line.text.truncate(used);
        if (std::size_t(used) < line.columns.size())
            column = line.columns[std::size_t(used)];
        line.columns.resize(std::size_t(used));
        for (; column < least; ++column) {
            line.text += u' ';
            line.columns.push_back(column);
        }
        line.columns.push_back(column);
        page.lines.push_back(std::move(line));
    }
    return page;
}

QString TerminalAccess::Page::text() const
{
    QString all;
    for (const Line &line : lines)
        all += (&line == &lines.front() ? QString() : QStringLiteral("\n")) + line.text;
    return all;
}

int TerminalAccess::Page::offset(int line, int column) const
{
    if (line < top)
        return 0;
    int offset = 0;
    for (int i = 0; i < int(lines.size()); ++i) {
        const Line &each = lines[std::size_t(i)];
        if (i == line - top)
            return offset + int(std::min<qsizetype>(
                                each.text.size(),
                                std::lower_bound(each.columns.begin(), each.columns.end(), column) -
                                    each.columns.begin()));
        offset += int(each.text.size()) + 1;
    }
    return std::max(0, offset - 1);
}

std::pair<int, int> TerminalAccess::Page::placeOf(int offset) const
{
    for (int i = 0; i < int(lines.size()); ++i) {
        const int length = int(lines[std::size_t(i)].text.size());
        if (offset <= length)
            return {i, std::max(0, offset)};
        offset -= length + 1;
    }
    return lines.empty() ? std::pair(0, 0)
                         : std::pair(int(lines.size()) - 1, int(lines.back().text.size()));
}

QString TerminalAccess::text(int start, int end) const
{
    const QString all = page().text();
    const auto to = end < 0 ? all.size() : std::min<qsizetype>(end, all.size());
    return all.mid(start, std::max<qsizetype>(0, to - start));
}

int TerminalAccess::characterCount() const
{
    return int(page().text().size());
}

int TerminalAccess::cursorPosition() const
{
    const TerminalScreen &screen = view()->screen();
    return page().offset(screen.lineCount() - screen.rows() + screen.cursorRow(),
                         screen.cursorColumn());
}

void TerminalAccess::selection(int index, int *start, int *end) const
{
    *start = *end = 0;
    if (index != 0 || selectionCount() == 0)
        return;
    const Page now = page();
    const auto [first, last] = view()->selection();
    *start = now.offset(first.line, first.column);
    *end = now.offset(last.line, last.column);
}

int TerminalAccess::selectionCount() const
{
    const auto [first, last] = view()->selection();
    return first == last ? 0 : 1;
}

void TerminalAccess::addSelection(int start, int end)
{
    setSelection(0, start, end);
}

void TerminalAccess::removeSelection(int index)
{
    if (index == 0)
        view()->select({}, {});
}

void TerminalAccess::setSelection(int index, int start, int end)
{
    if (index != 0)
        return;
    const Page now = page();
    const auto place = [&now](int offset) {
        const auto [line, character] = now.placeOf(offset);
        TerminalView::Place from{now.top + line, 0};
        if (std::size_t(line) < now.lines.size())
            from.column = now.lines[std::size_t(line)].columns[std::size_t(character)];
        return from;
    };
    view()->select(place(start), place(end));
}

QRect TerminalAccess::characterRect(int offset) const
{
    const Page now = page();
    const auto [line, character] = now.placeOf(offset);
    if (std::size_t(line) >= now.lines.size())
        return {};
    const std::vector<int> &columns = now.lines[std::size_t(line)].columns;
    const auto at = std::size_t(character);
    const int width = at + 1 < columns.size() ? columns[at + 1] - columns[at] : 1;
    const QRect cells = view()->cellRect({now.top + line, columns[at]}, std::max(1, width));
    return {view()->viewport()->mapToGlobal(cells.topLeft()), cells.size()};
}

int TerminalAccess::offsetAtPoint(const QPoint &point) const
{
    const QPoint inside = view()->viewport()->mapFromGlobal(point);
    if (!view()->viewport()->rect().contains(inside))
        return -1;
    const TerminalView::Place place = view()->cellAt(inside);
    return page().offset(place.line, place.column);
}

QString TerminalAccess::attributes(int offset, int *start, int *end) const
{
    const int count = characterCount();
    *start = 0;
    *end = offset < 0 || offset > count ? 0 : count;
    return {};
}

void TerminalAccess::tellChanges()
{
    QStringList now;
    for (const Line &line : page().lines)
        now.append(line.text);
    if (now != m_toldLines) {
        const QString before = m_toldLines.join(u'\n');
        const QString after = now.join(u'\n');
        const qsizetype gone = m_toldLines.isEmpty() ? -1 : scrolledLines(m_toldLines, now);
        int left = 0; // of the old text, at its beginning
        for (qsizetype i = 0; i < gone; ++i)
            left += int(m_toldLines[i].size()) + 1;
        if (left > 0) {
            QAccessibleTextRemoveEvent event(view(), 0, before.left(left));
            QAccessible::updateAccessibility(&event);
        }
        if (gone >= 0) {
            const int kept = int(before.size()) - left;
            QAccessibleTextInsertEvent event(view(), kept, after.mid(kept));
            QAccessible::updateAccessibility(&event);
        } else {
            const auto [old, changed] =
                std::mismatch(before.begin(), before.end(), after.begin(), after.end());
            const int same = int(old - before.begin());
            qsizetype tail = 0;
            while (tail < before.size() - same && tail < after.size() - same &&
                   before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
                ++tail;
            const QString removed = before.mid(same, before.size() - same - tail);
            const QString added = after.mid(same, after.size() - same - tail);
            if (removed.isEmpty()) {
                QAccessibleTextInsertEvent event(view(), same, added);
                QAccessible::updateAccessibility(&event);
            } else if (added.isEmpty()) {
                QAccessibleTextRemoveEvent event(view(), same, removed);
                QAccessible::updateAccessibility(&event);
            } else {
                QAccessibleTextUpdateEvent event(view(), same, removed, added);
                QAccessible::updateAccessibility(&event);
            }
        }
        m_toldLines = now;
    }
    const int caret = cursorPosition();
    if (caret != m_toldCaret) {
        QAccessibleTextCursorEvent event(view(), caret);
        QAccessible::updateAccessibility(&event);
        m_toldCaret = caret;
    }
}

} // namespace kiln
