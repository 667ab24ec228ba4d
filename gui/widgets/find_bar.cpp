// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/find_bar.h"

#include "widgets/code_editor.h"
#include "widgets/editor_document.h"
#include "widgets/level_style.h"
#include "widgets/palette_icon.h"
#include "widgets/text_finder.h"
#include "widgets/text_replacer.h"

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
    , m_finder(new TextFinder(this))
    , m_replacer(new TextReplacer(this))
    , m_find(new QLineEdit)
    , m_replace(new QLineEdit)
    , m_replaceRow(new QWidget)
    , m_stop(new QPushButton(tr("Stop")))
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
    first->addWidget(m_stop);
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
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    connectWork();
    hide();
}

void FindBar::connectWork()
{
    m_stop->setAutoDefault(false);
    m_stop->setObjectName(QStringLiteral("stopFinding"));
    m_stop->hide();
    connect(m_stop, &QPushButton::clicked, this, &FindBar::stop);
    connect(m_finder, &TextFinder::found, this, [this](long begin, long end, bool isAround) {
        m_stop->hide();
        tell(!isAround   ? QString()
             : m_forward ? tr("From the beginning again")
                         : tr("From the end again"),
             false);
        select(begin, end);
    });
    connect(m_finder, &TextFinder::notFound, this, [this] {
        m_stop->hide();
        tell(tr("Not found"), true);
    });
    connect(m_replacer, &TextReplacer::progress, this,
            [this](int percent) { tell(tr("Replacing… %1 %").arg(percent), false); });
    connect(m_replacer, &TextReplacer::finished, this, [this](int count) {
        m_stop->hide();
        m_marking.start();
        tell(count == 0 ? tr("Not found") : tr("%n replaced", nullptr, count), count == 0);
    });
    connect(m_replacer, &TextReplacer::cancelled, this, [this] {
        m_stop->hide();
        tell(tr("Nothing was replaced"), false);
    });
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

void FindBar::setEditor(CodeEditor *editor)
{
    if (m_editor == (editor != nullptr ? editor->editor() : nullptr))
        return;
    if (m_editor != nullptr) {
        stop();
        clearMarks();
        disconnect(m_editor, nullptr, this, nullptr);
    }
    m_editor = editor != nullptr ? editor->editor() : nullptr;
    m_document = editor != nullptr ? editor->document() : nullptr;
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
    if (m_editor == nullptr)
        return;
    // The text on it stays readable.
    QColor color = levelColor(LogLevel::warning, palette());
    color.setAlpha(70);
    m_editor->setIndicatorForegroundColor(color, matchIndicator);
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

SearchTerms FindBar::terms() const
{
    return {m_find->text(), m_regex->isChecked(), m_case->isChecked(), m_word->isChecked()};
}

bool FindBar::isBusy() const
{
    return m_finder->isSearching() || m_replacer->isRunning();
}

void FindBar::stop()
{
    if (m_finder->isSearching())
        tell({}, false);
    m_finder->stop();
    m_replacer->cancel();
    m_stop->hide();
}

QByteArray FindBar::textBetween(long begin, long end) const
{
    QByteArray bytes(std::max(0L, end - begin), '\0');
    if (!bytes.isEmpty())
        m_editor->SendScintilla(QsciScintilla::SCI_GETTEXTRANGE, begin, end, bytes.data());
    return bytes;
}

bool FindBar::isValid()
{
    const QRegularExpression wanted = terms().expression();
    if (wanted.isValid())
        return true;
    tell(tr("Not a regular expression: %1 (at %2)")
             .arg(wanted.errorString())
             .arg(wanted.patternErrorOffset() + 1),
         true);
    return false;
}

bool FindBar::findNext(bool forward)
{
    if (m_editor == nullptr || m_find->text().isEmpty() || m_replacer->isRunning() || !isValid())
        return false;
    m_forward = forward;
    bool isFound = false;
    const auto watch = connect(m_finder, &TextFinder::found, this, [&isFound] { isFound = true; });
    m_finder->find(m_editor, terms(),
                   m_editor->SendScintilla(forward ? QsciScintilla::SCI_GETSELECTIONEND
                                                   : QsciScintilla::SCI_GETSELECTIONSTART),
                   forward);
    disconnect(watch);
    m_stop->setVisible(m_finder->isSearching());
    if (m_finder->isSearching())
        tell(tr("Looking…"), false);
    return isFound;
}

void FindBar::select(long begin, long end)
{
    const auto line =
        m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, uintptr_t(begin), 0L);
    m_editor->SendScintilla(QsciScintilla::SCI_ENSUREVISIBLEENFORCEPOLICY, uintptr_t(line));
    m_editor->SendScintilla(QsciScintilla::SCI_SETSEL, uintptr_t(begin), end);
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

void FindBar::replace()
{
    if (m_editor == nullptr || m_document->isReadOnly() || isBusy() || m_find->text().isEmpty() ||
        !isValid())
        return;
    const long begin = m_editor->SendScintilla(QsciScintilla::SCI_GETSELECTIONSTART);
    const long end = m_editor->SendScintilla(QsciScintilla::SCI_GETSELECTIONEND);
    const auto lineOf = [this](long position) {
        return m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, uintptr_t(position),
                                       0L);
    };
    // In its lines: what stands around a match is part of some expressions.
    const long first =
        m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, uintptr_t(lineOf(begin)), 0L);
    const long last =
        m_editor->SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, uintptr_t(lineOf(end)), 0L);
    const CodedText coded(textBetween(first, last), m_editor->isUtf8());
    const qsizetype from = coded.unitsOf(begin - first);
    const qsizetype to = coded.unitsOf(end - first);
    const SearchTerms wanted = terms();
    const auto match = wanted.expressionFor(coded).match(coded.text(), from);
    if (to > from && match.hasMatch() && match.capturedStart() == from &&
        match.capturedEnd() == to) {
        const QByteArray text = replacementOf(match, m_replace->text(), wanted.isPattern, coded);
        m_editor->SendScintilla(QsciScintilla::SCI_REPLACESEL, 0UL, text.constData());
    }
    findNext(true);
}

void FindBar::replaceAll()
{
    if (m_editor == nullptr || m_document->isReadOnly() || m_find->text().isEmpty() || !isValid())
        return;
    stop();
    long begin = m_editor->SendScintilla(QsciScintilla::SCI_GETSELECTIONSTART);
    long end = m_editor->SendScintilla(QsciScintilla::SCI_GETSELECTIONEND);
    const auto lineAt = [this](long position) {
        return m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, position);
    };
    if (lineAt(begin) == lineAt(end)) {
        begin = 0;
        end = m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH);
    }
    tell(tr("Looking…"), false);
    m_stop->show();
    m_replacer->start(m_document, terms(), m_replace->text(), begin, end);
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
    const SearchTerms wanted = terms();
    if (!isVisible() || wanted.text.isEmpty() || !wanted.expression().isValid())
        return;
    const auto first = m_editor->SendScintilla(QsciScintilla::SCI_GETFIRSTVISIBLELINE);
    const auto rows = m_editor->SendScintilla(QsciScintilla::SCI_LINESONSCREEN);
    const auto line = [this](long row) {
        return m_editor->SendScintilla(QsciScintilla::SCI_DOCLINEFROMVISIBLE, row);
    };
    constexpr long mostLines = 500; // with folds between
    const long top = line(first);
    const long bottom = std::min(line(first + rows + 1), top + mostLines);
    for (long each = top; each <= bottom; ++each) {
        const long begin = m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, each);
        const long end = m_editor->SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, each);
        constexpr long longest = 4096;
        const CodedText coded(textBetween(begin, std::min(end, begin + longest)),
                              m_editor->isUtf8());
        const QStringView text(coded.text());
        QRegularExpressionMatchIterator matches =
            wanted.expressionFor(coded).globalMatch(coded.text());
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const long at = begin + long(coded.bytesOf(text.left(match.capturedStart())));
            const long size = long(coded.bytesOf(match.capturedView()));
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
    if (event->key() == Qt::Key_Escape && isBusy())
        stop();
    else if (event->key() == Qt::Key_Escape)
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
