// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/editor_issues.h"

#include "widgets/level_style.h"

#include <Qsci/qsciscintilla.h>

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>

namespace kiln {

namespace {

constexpr int errorMarker = 3;
constexpr int warningMarker = 4;
constexpr int errorIndicator = 9;
constexpr int warningIndicator = 10;

int markerOf(const Issue &issue)
{
    return issue.severity == IssueSeverity::error ? errorMarker : warningMarker;
}

} // namespace

EditorIssues::EditorIssues(QsciScintilla *editor, int margin)
    : QObject(editor)
    , m_editor(editor)
{
    m_editor->setMarginType(margin, QsciScintilla::SymbolMargin);
    m_editor->setMarginMarkerMask(margin, 1 << errorMarker | 1 << warningMarker);
    m_editor->indicatorDefine(QsciScintilla::SquiggleIndicator, errorIndicator);
    m_editor->indicatorDefine(QsciScintilla::SquiggleIndicator, warningIndicator);
    m_editor->viewport()->installEventFilter(this);
    setPalette(editor->palette());
}

void EditorIssues::setPalette(const QPalette &palette)
{
    const int size = QFontMetrics(m_editor->font()).height();
    m_editor->markerDefine(levelIcon(LogLevel::error).pixmap(size), errorMarker);
    m_editor->markerDefine(levelIcon(LogLevel::warning).pixmap(size), warningMarker);
    m_editor->setIndicatorForegroundColor(levelColor(LogLevel::error, palette), errorIndicator);
    m_editor->setIndicatorForegroundColor(levelColor(LogLevel::warning, palette), warningIndicator);
}

void EditorIssues::set(IssueOrigin origin, const QVector<Issue> &issues)
{
    const auto isSame = [origin](const Entry &entry) { return entry.origin == origin; };
    if (issues.isEmpty() && std::none_of(m_entries.begin(), m_entries.end(), isSame))
        return;
    m_entries.erase(std::remove_if(m_entries.begin(), m_entries.end(), isSame), m_entries.end());
    for (const Issue &issue : issues)
        m_entries.append({origin, issue});
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Entry &a, const Entry &b) { return a.issue.line < b.issue.line; });
    mark();
    emit changed();
}

void EditorIssues::renew()
{
    // In very large documents going through all lines for nothing takes long.
    if (!m_entries.isEmpty())
        mark();
}

void EditorIssues::mark()
{
    const auto size = m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH);
    for (const int indicator : {errorIndicator, warningIndicator}) {
        m_editor->SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, uintptr_t(indicator));
        m_editor->SendScintilla(QsciScintilla::SCI_INDICATORCLEARRANGE, 0UL, size);
    }
    m_editor->markerDeleteAll(errorMarker);
    m_editor->markerDeleteAll(warningMarker);
    for (const Entry &entry : std::as_const(m_entries))
        mark(entry.issue);
}

/// From the column to the end of the word there; without a column, what is visible of the line.
void EditorIssues::mark(const Issue &issue)
{
    const int line = issue.line - 1;
    if (line < 0 || line >= m_editor->lines())
        return;
    m_editor->markerAdd(line, markerOf(issue));
    auto begin = m_editor->SendScintilla(QsciScintilla::SCI_GETLINEINDENTPOSITION, line);
    auto end = m_editor->SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, line);
    const auto start = m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line);
    if (issue.column > 1 && start + issue.column - 1 < end) {
        begin = start + issue.column - 1;
        end = std::max(begin + 1, m_editor->SendScintilla(QsciScintilla::SCI_WORDENDPOSITION,
                                                          uintptr_t(begin), 1L));
    }
    if (end <= begin)
        return;
    const bool isError = issue.severity == IssueSeverity::error;
    m_editor->SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT,
                            uintptr_t(isError ? errorIndicator : warningIndicator));
    m_editor->SendScintilla(QsciScintilla::SCI_INDICATORFILLRANGE, uintptr_t(begin), end - begin);
}

void EditorIssues::textEdited(int line, int added)
{
    if (added == 0)
        return;
    for (Entry &entry : m_entries) {
        Issue &issue = entry.issue;
        // Scintilla moves the marks itself.
        if (issue.line - 1 > line)
            issue.line = std::max(line + 1, issue.line + added);
    }
}

QString EditorIssues::messageAt(int line) const
{
    QStringList messages;
    for (const Entry &entry : m_entries) {
        if (entry.issue.line - 1 == line && !messages.contains(entry.issue.message))
            messages << entry.issue.message;
    }
    return messages.join(QLatin1Char('\n'));
}

int EditorIssues::next(int line, bool forward) const
{
    if (m_entries.isEmpty())
        return -1;
    int first = -1;
    int last = -1;
    for (const Entry &entry : m_entries) {
        const int at = entry.issue.line - 1;
        if (at > line && first < 0)
            first = at;
        if (at < line)
            last = at;
    }
    if (forward)
        return first >= 0 ? first : m_entries.first().issue.line - 1;
    return last >= 0 ? last : m_entries.last().issue.line - 1;
}

bool EditorIssues::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto at = m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMPOINT,
                                                uintptr_t(help->pos().x()), long(help->pos().y()));
        const auto line =
            int(m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, uintptr_t(at), 0L));
        const auto margins = m_editor->SendScintilla(QsciScintilla::SCI_GETMARGINLEFT) +
                             m_editor->marginWidth(0) + m_editor->marginWidth(1);
        const auto marked =
            m_editor->SendScintilla(QsciScintilla::SCI_INDICATORALLONFOR, uintptr_t(at), 0L) &
            (1 << errorIndicator | 1 << warningIndicator);
        const QString message = messageAt(line);
        if (!message.isEmpty() && (marked != 0 || help->pos().x() < margins)) {
            QToolTip::showText(help->globalPos(), message, m_editor);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace kiln
