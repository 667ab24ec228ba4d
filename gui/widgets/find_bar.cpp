// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/find_bar.h"

#include "widgets/level_style.h"
#include "widgets/palette_icon.h"

#include <Qsci/qsciscintilla.h>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace kiln {

namespace {

constexpr int matchIndicator = 11;
constexpr int markingDelay = 30; // milliseconds
/// Of larger texts a regular expression sees one line after the other.
constexpr long largeText = 4 << 20; // bytes

QToolButton *iconButton(const QString &icon, const QString &tip)
{
    auto *button = new QToolButton;
    button->setIcon(paletteIcon(icon));
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

} // namespace

FindBar::FindBar(QWidget *parent)
    : QFrame(parent)
    , m_find(new QLineEdit)
    , m_replace(new QLineEdit)
    , m_replaceRow(new QWidget)
    , m_message(new QLabel)
{
    setObjectName(QStringLiteral("findBar"));
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find in this file"));
    m_find->setClearButtonEnabled(true);
    m_replace->setPlaceholderText(tr("Replace by"));
    m_replace->setAccessibleName(tr("Replace by"));
    m_message->setTextFormat(Qt::PlainText);
    auto *first = new QHBoxLayout;
    first->addWidget(m_find, 1);
    m_case = addToggle(QStringLiteral("Aa"), tr("Letter case counts"));
    m_word = addToggle(QStringLiteral("W"), tr("Whole words only"));
    m_regex = addToggle(QStringLiteral(".*"), tr("Regular expression"));
    auto *previous = iconButton(QStringLiteral("go-back"), tr("Previous match (Shift+F3)"));
    auto *next = iconButton(QStringLiteral("go"), tr("Next match (F3)"));
    auto *close = iconButton(QStringLiteral("close"), tr("Close (Esc)"));
    for (QWidget *widget : {static_cast<QWidget *>(m_case), static_cast<QWidget *>(m_word),
                            static_cast<QWidget *>(m_regex), static_cast<QWidget *>(previous),
                            static_cast<QWidget *>(next)})
        first->addWidget(widget);
    first->addWidget(m_message, 1);
    first->addWidget(close);
    auto *second = new QHBoxLayout(m_replaceRow);
    second->setContentsMargins(0, 0, 0, 0);
    auto *one = new QPushButton(tr("Replace"));
    auto *all = new QPushButton(tr("Replace All"));
    one->setAutoDefault(false);
    all->setAutoDefault(false);
    all->setObjectName(QStringLiteral("replaceAll"));
    second->addWidget(m_replace, 1);
    second->addWidget(one);
    second->addWidget(all);
    second->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    layout->addLayout(first);
    layout->addWidget(m_replaceRow);

    m_marking.setSingleShot(true);
    m_marking.setInterval(markingDelay);
    connect(&m_marking, &QTimer::timeout, this, &FindBar::markMatches);
    connect(m_find, &QLineEdit::textEdited, this, &FindBar::onTyped);
    for (const QToolButton *toggle : {m_case, m_word, m_regex})
        connect(toggle, &QToolButton::toggled, this, &FindBar::onTyped);
    connect(previous, &QToolButton::clicked, this, [this] { findNext(false); });
    connect(next, &QToolButton::clicked, this, [this] { findNext(true); });
    connect(close, &QToolButton::clicked, this, &FindBar::closed);
    connect(one, &QPushButton::clicked, this, &FindBar::replace);
    connect(all, &QPushButton::clicked, this, [this] { replaceAll(); });
    hide();
}

QToolButton *FindBar::addToggle(const QString &text, const QString &tip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

void FindBar::setEditor(QsciScintilla *editor)
{
    if (m_editor == editor)
        return;
    if (m_editor != nullptr) {
        clearMarks();
        disconnect(m_editor, nullptr, this, nullptr);
    }
    m_editor = editor;
    if (m_editor == nullptr)
        return;
    m_editor->indicatorDefine(QsciScintilla::StraightBoxIndicator, matchIndicator);
    m_editor->setIndicatorDrawUnder(true, matchIndicator);
    applyColors();
    connect(m_editor, &QsciScintillaBase::SCN_UPDATEUI, this, [this] {
        if (isVisible())
            m_marking.start();
    });
    m_marking.start();
}

void FindBar::applyColors()
{
    if (m_editor != nullptr)
        m_editor->setIndicatorForegroundColor(levelColor(LogLevel::warning, palette()),
                                              matchIndicator);
}

void FindBar::start(bool withReplace)
{
    m_replaceRow->setVisible(withReplace);
    if (m_editor != nullptr && m_editor->hasSelectedText()) {
        const QString selected = m_editor->selectedText();
        if (!selected.contains(QLatin1Char('\n')))
            m_find->setText(m_regex->isChecked() ? QRegularExpression::escape(selected) : selected);
    }
    if (m_editor != nullptr)
        m_origin = m_editor->SendScintilla(QsciScintilla::SCI_GETSELECTIONSTART);
    show();
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
    m_marking.start();
    tell({}, false);
}

QRegularExpression FindBar::expression() const
{
    QString pattern =
        m_regex->isChecked() ? m_find->text() : QRegularExpression::escape(m_find->text());
    if (m_word->isChecked())
        pattern = QStringLiteral("\\b(?:%1)\\b").arg(pattern);
    QRegularExpression::PatternOptions options =
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!m_case->isChecked())
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(pattern, options);
}

QByteArray FindBar::textBetween(long begin, long end) const
{
    QByteArray bytes(std::max(0L, end - begin), '\0');
    if (!bytes.isEmpty())
        m_editor->SendScintilla(QsciScintilla::SCI_GETTEXTRANGE, begin, end, bytes.data());
    return bytes;
}

namespace {

/// Texts are bytes in the editor and UTF-16 in expressions.
struct Coding
{
    bool isUtf8 = true;

    [[nodiscard]] QString decode(const QByteArray &bytes) const
    {
        return isUtf8 ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
    }
    [[nodiscard]] QByteArray encode(const QString &text) const
    {
        return isUtf8 ? text.toUtf8() : text.toLatin1();
    }
    [[nodiscard]] long bytesOf(const QString &text, qsizetype length) const
    {
        return long(isUtf8 ? QStringView(text).left(length).toUtf8().size() : length);
    }
};

} // namespace

/// The first match that begins in [from, to), or the last.
FindBar::Span FindBar::search(long from, long to, bool forward) const
{
    const QRegularExpression wanted = expression();
    const Coding coding{m_editor->isUtf8()};
    Span found{-1, -1};
    const bool isLarge = to - from > largeText;
    const auto lineAt = [this](long position) {
        return m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, position);
    };
    const auto startOf = [this](long line) {
        return m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line);
    };
    const auto look = [&](long begin, long end) {
        const QString text = coding.decode(textBetween(begin, end));
        QRegularExpressionMatchIterator matches = wanted.globalMatch(text);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            if (match.capturedLength() == 0)
                continue;
            const long at = begin + coding.bytesOf(text, match.capturedStart());
            found = {at, begin + coding.bytesOf(text, match.capturedEnd())};
            if (forward)
                return;
        }
    };
    if (!isLarge) {
        look(from, to);
        return found;
    }
    // Pieces of whole lines, in the order in which they are wanted.
    constexpr long piece = 256 << 10;
    if (forward) {
        for (long begin = from; begin < to && !found.isValid();) {
            long end = startOf(lineAt(std::min(to, begin + piece)) + 1);
            if (end <= begin || end > to)
                end = to;
            look(begin, end);
            begin = end;
        }
    } else {
        for (long end = to; end > from && !found.isValid();) {
            long begin = std::max(from, startOf(lineAt(std::max(from, end - piece))));
            if (begin >= end)
                begin = from;
            look(begin, end);
            end = begin;
        }
    }
    return found;
}

bool FindBar::findNext(bool forward)
{
    if (m_editor == nullptr || m_find->text().isEmpty())
        return false;
    const QRegularExpression wanted = expression();
    if (!wanted.isValid()) {
        tell(tr("Not a regular expression: %1 (at %2)")
                 .arg(wanted.errorString())
                 .arg(wanted.patternErrorOffset() + 1),
             true);
        return false;
    }
    const long size = m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH);
    const long start = m_editor->SendScintilla(QsciScintilla::SCI_GETSELECTIONSTART);
    const long end = m_editor->SendScintilla(QsciScintilla::SCI_GETSELECTIONEND);
    Span span = forward ? search(end, size, true) : search(0, start, false);
    QString note;
    if (!span.isValid()) {
        span = forward ? search(0, size, true) : search(0, size, false);
        note = forward ? tr("From the beginning again") : tr("From the end again");
    }
    if (!span.isValid()) {
        tell(tr("Not found"), true);
        return false;
    }
    tell(note, false);
    select(span);
    return true;
}

void FindBar::select(Span span)
{
    const auto line =
        m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, uintptr_t(span.begin), 0L);
    m_editor->SendScintilla(QsciScintilla::SCI_ENSUREVISIBLEENFORCEPOLICY, uintptr_t(line));
    m_editor->SendScintilla(QsciScintilla::SCI_SETSEL, uintptr_t(span.begin), span.end);
    m_editor->SendScintilla(QsciScintilla::SCI_SCROLLCARET);
}

void FindBar::onTyped()
{
    if (m_editor == nullptr)
        return;
    m_marking.start();
    tell({}, false);
    m_editor->SendScintilla(QsciScintilla::SCI_SETEMPTYSELECTION, uintptr_t(m_origin));
    if (!m_find->text().isEmpty())
        findNext(true);
}

QByteArray FindBar::replacementFor(const QRegularExpressionMatch &match) const
{
    const Coding coding{m_editor->isUtf8()};
    const QString pattern = m_replace->text();
    if (!m_regex->isChecked())
        return coding.encode(pattern);
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool isEscape = pattern[i] == QLatin1Char('\\') && i + 1 < pattern.size();
        if (!isEscape) {
            text += pattern[i];
            continue;
        }
        const QChar next = pattern[++i];
        if (next.isDigit())
            text += match.captured(next.digitValue());
        else if (next == QLatin1Char('n'))
            text += QLatin1Char('\n');
        else if (next == QLatin1Char('t'))
            text += QLatin1Char('\t');
        else
            text += next;
    }
    return coding.encode(text);
}

void FindBar::replace()
{
    if (m_editor == nullptr || m_editor->isReadOnly() || m_find->text().isEmpty())
        return;
    const long start = m_editor->SendScintilla(QsciScintilla::SCI_GETSELECTIONSTART);
    const long end = m_editor->SendScintilla(QsciScintilla::SCI_GETSELECTIONEND);
    const Coding coding{m_editor->isUtf8()};
    const auto match = expression().match(coding.decode(textBetween(start, end)));
    if (end > start && match.hasMatch() && match.capturedStart() == 0 &&
        match.capturedLength() == coding.decode(textBetween(start, end)).size()) {
        const QByteArray text = replacementFor(match);
        m_editor->SendScintilla(QsciScintilla::SCI_REPLACESEL, 0UL, text.constData());
    }
    findNext(true);
}

int FindBar::replaceAll()
{
    if (m_editor == nullptr || m_editor->isReadOnly() || m_find->text().isEmpty())
        return 0;
    const QRegularExpression wanted = expression();
    if (!wanted.isValid()) {
        findNext(true); // says why
        return 0;
    }
    long begin = m_editor->SendScintilla(QsciScintilla::SCI_GETSELECTIONSTART);
    long end = m_editor->SendScintilla(QsciScintilla::SCI_GETSELECTIONEND);
    const auto lineAt = [this](long position) {
        return m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, position);
    };
    if (lineAt(begin) == lineAt(end)) {
        begin = 0;
        end = m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH);
    }
    const Coding coding{m_editor->isUtf8()};
    const QString text = coding.decode(textBetween(begin, end));
    QVector<std::pair<Span, QByteArray>> changes;
    QRegularExpressionMatchIterator matches = wanted.globalMatch(text);
    qsizetype counted = 0;
    long at = begin;
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() == 0)
            continue;
        at += coding.bytesOf(text.mid(counted), match.capturedStart() - counted);
        const long size = coding.bytesOf(match.captured(), match.capturedLength());
        changes.append({{at, at + size}, replacementFor(match)});
        at += size;
        counted = match.capturedEnd();
    }
    // From the end, so that places before stay.
    m_editor->SendScintilla(QsciScintilla::SCI_BEGINUNDOACTION);
    for (auto it = changes.crbegin(); it != changes.crend(); ++it) {
        m_editor->SendScintilla(QsciScintilla::SCI_SETTARGETRANGE, uintptr_t(it->first.begin),
                                it->first.end);
        m_editor->SendScintilla(QsciScintilla::SCI_REPLACETARGET, uintptr_t(it->second.size()),
                                it->second.constData());
    }
    m_editor->SendScintilla(QsciScintilla::SCI_ENDUNDOACTION);
    tell(changes.isEmpty() ? tr("Not found") : tr("%n replaced", nullptr, int(changes.size())),
         changes.isEmpty());
    return int(changes.size());
}

void FindBar::clearMarks()
{
    const auto size = m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH);
    m_editor->SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, uintptr_t(matchIndicator));
    m_editor->SendScintilla(QsciScintilla::SCI_INDICATORCLEARRANGE, 0UL, size);
}

/// Those on the screen: there may be very many.
void FindBar::markMatches()
{
    if (m_editor == nullptr)
        return;
    clearMarks();
    const QRegularExpression wanted = expression();
    if (!isVisible() || m_find->text().isEmpty() || !wanted.isValid())
        return;
    const auto first = m_editor->SendScintilla(QsciScintilla::SCI_GETFIRSTVISIBLELINE);
    const auto rows = m_editor->SendScintilla(QsciScintilla::SCI_LINESONSCREEN);
    const auto line = [this](long row) {
        return m_editor->SendScintilla(QsciScintilla::SCI_DOCLINEFROMVISIBLE, row);
    };
    const Coding coding{m_editor->isUtf8()};
    constexpr long mostLines = 500; // with folds between
    const long top = line(first);
    const long bottom = std::min(line(first + rows + 1), top + mostLines);
    for (long each = top; each <= bottom; ++each) {
        const long begin = m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, each);
        const long end = m_editor->SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, each);
        constexpr long longest = 4096;
        const QString text = coding.decode(textBetween(begin, std::min(end, begin + longest)));
        QRegularExpressionMatchIterator matches = wanted.globalMatch(text);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const long at = begin + coding.bytesOf(text, match.capturedStart());
            const long size = coding.bytesOf(match.captured(), match.capturedLength());
            if (size > 0)
                m_editor->SendScintilla(QsciScintilla::SCI_INDICATORFILLRANGE, uintptr_t(at), size);
        }
    }
}

void FindBar::tell(const QString &text, bool isProblem)
{
    m_message->setText(text);
    QPalette colors = palette();
    if (isProblem)
        colors.setColor(QPalette::WindowText, levelColor(LogLevel::error, palette()));
    m_message->setPalette(colors);
}

QString FindBar::message() const
{
    return m_message->text();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else if (isReturn && m_replace->hasFocus())
        replace();
    else if (isReturn)
        findNext(!event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QFrame::keyPressEvent(event);
}

void FindBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

void FindBar::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (m_editor != nullptr)
        clearMarks();
}

} // namespace kiln
