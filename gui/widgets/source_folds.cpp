// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/source_folds.h"

#include "widgets/slice_clock.h"

#include <KSyntaxHighlighting/Theme>
#include <Qsci/qsciscintilla.h>

#include <QList>

#include <algorithm>

namespace kiln {

namespace {

using Theme = KSyntaxHighlighting::Theme;

constexpr int base = QsciScintilla::SC_FOLDLEVELBASE;
constexpr long foldContract = 0; // SC_FOLDACTION_CONTRACT
constexpr long foldExpand = 1;   // SC_FOLDACTION_EXPAND
constexpr int nextShift = 16;    // where lexers keep the depth of the next line

qsizetype firstVisible(const QByteArray &text)
{
    qsizetype at = 0;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
        ++at;
    return at;
}

QByteArray wordAt(const QByteArray &text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && (isalnum(uchar(text[end])) != 0 || text[end] == '_'))
        ++end;
    return text.mid(at, end - at);
}

bool isQuiet(char style)
{
    switch (Theme::TextStyle(style)) {
    case Theme::Comment:
    case Theme::CommentVar:
    case Theme::Documentation:
    case Theme::Alert:
    case Theme::String:
    case Theme::Char:
    case Theme::SpecialChar:
    case Theme::VerbatimString:
    case Theme::Import:
        return true;
    default:
        return false;
    }
}

/// How a word at the beginning of a line nests: 1 opens, -1 closes, 2 does both.
int nestingOf(const QByteArray &word, bool isMakefile)
{
    static const QList<QByteArray> opening{"ifeq", "ifneq", "ifdef", "ifndef", "define",
                                           "if",   "macro", "rept",  "irp"};
    static const QList<QByteArray> closing{"endif", "endef", "endm", "endr"};
    static const QList<QByteArray> both{"else", "elif", "elifdef", "elifndef", "elseif"};
    if (opening.contains(word))
        return isMakefile && word == "if" ? 0 : 1;
    if (closing.contains(word))
        return -1;
    return both.contains(word) ? 2 : 0;
}

} // namespace

SourceFolds::SourceFolds(QsciScintilla *editor)
    : m_editor(editor)
{
    m_folding.setInterval(0);
    QObject::connect(&m_folding, &QTimer::timeout, editor, [this] { foldNext(); });
}

bool SourceFolds::canFold() const
{
    return m_editor->lines() <= mostLines;
}

void SourceFolds::toggleAll()
{
    const bool isFolded = m_editor->SendScintilla(QsciScintilla::SCI_GETALLLINESVISIBLE) == 0;
    m_folding.stop();
    if (isFolded) {
        m_editor->SendScintilla(QsciScintilla::SCI_FOLDALL, uintptr_t(foldExpand));
        return;
    }
    m_next = 0;
    m_folding.start();
    foldNext();
}

void SourceFolds::foldNext()
{
    const SliceClock clock;
    constexpr int linesPerLook = 64;
    for (const int lines = m_editor->lines(); m_next < lines; ++m_next) {
        if (m_next % linesPerLook == 0 && clock.isOver())
            return;
        const auto level = m_editor->SendScintilla(QsciScintilla::SCI_GETFOLDLEVEL, m_next);
        if ((level & QsciScintilla::SC_FOLDLEVELHEADERFLAG) != 0 &&
            (level & QsciScintilla::SC_FOLDLEVELNUMBERMASK) == base)
            m_editor->SendScintilla(QsciScintilla::SCI_FOLDLINE, uintptr_t(m_next), foldContract);
    }
    m_folding.stop();
}

void SourceFolds::setLanguage(const QString &language)
{
    m_folding.stop();
    static const QList<std::pair<QString, Rules>> rules{
        {QStringLiteral("Config.uk"), Rules::kconfig},
        {QStringLiteral("Makefile.uk"), Rules::makefile},
        {QStringLiteral("C family"), Rules::braces},
        {QStringLiteral("Linker script"), Rules::braces},
        {QStringLiteral("Assembler"), Rules::assembler},
        {QStringLiteral("Kraftfile"), Rules::indentation}};
    m_rules = Rules::none;
    for (const auto &[name, rule] : rules) {
        if (name == language)
            m_rules = rule;
    }
}

int SourceFolds::depthBefore(int line) const
{
    if (line == 0)
        return 0;
    const auto level = m_editor->SendScintilla(QsciScintilla::SCI_GETFOLDLEVEL, line - 1);
    return int(level >> nextShift);
}

bool SourceFolds::set(int line, int level, int next, bool isHeader)
{
    const int wanted =
        (base + level) | (isHeader ? QsciScintilla::SC_FOLDLEVELHEADERFLAG : 0) | next << nextShift;
    const auto former = int(m_editor->SendScintilla(QsciScintilla::SCI_GETFOLDLEVEL, line));
    if (former == wanted)
        return false;
    m_editor->SendScintilla(QsciScintilla::SCI_SETFOLDLEVEL, uintptr_t(line), long(wanted));
    return former >> nextShift != next;
}

bool SourceFolds::lineStyled(int line, const QByteArray &text, const QByteArray &styles)
{
    if (!canFold())
        return false;
    switch (m_rules) {
    case Rules::none:
        return false;
    case Rules::kconfig:
        return foldKconfig(line, text, styles);
    case Rules::indentation:
        return foldIndentation(line, text);
    case Rules::makefile:
    case Rules::braces:
    case Rules::assembler:
        break;
    }
    const Depth depth = nested(depthBefore(line), text, styles);
    return set(line, depth.here, depth.next, depth.next > depth.here);
}

SourceFolds::Depth SourceFolds::nested(int before, const QByteArray &text,
                                       const QByteArray &styles) const
{
    Depth depth{before, before};
    const qsizetype first = firstVisible(text);
    if (first >= text.size() || isQuiet(styles[first]))
        return depth;
    qsizetype word = first;
    const char sign = text[first];
    const bool isDirective =
        m_rules == Rules::makefile || sign == '#' || (m_rules == Rules::assembler && sign == '.');
    if (m_rules != Rules::makefile && isDirective)
        word = first + 1 + firstVisible(text.mid(first + 1));
    const int nesting = isDirective ? nestingOf(wordAt(text, word), m_rules == Rules::makefile) : 0;
    if (nesting == 1)
        ++depth.next;
    else if (nesting != 0)
        depth.here = std::max(0, before - 1);
    if (nesting == -1)
        depth.next = depth.here;
    // The line that closes goes away with what it closes.
    if (nesting == -1)
        depth.here = before;
    if (m_rules != Rules::braces || isDirective)
        return depth;
    int lowest = before;
    for (qsizetype i = first; i < text.size(); ++i) {
        if (isQuiet(styles[i]))
            continue;
        if (text[i] == '{')
            ++depth.next;
        if (text[i] == '}')
            depth.next = std::max(0, depth.next - 1);
        lowest = std::min(lowest, depth.next);
    }
    depth.here = depth.next > lowest ? lowest : before;
    return depth;
}

bool SourceFolds::foldKconfig(int line, const QByteArray &text, const QByteArray &styles)
{
    const int depth = depthBefore(line);
    const qsizetype first = firstVisible(text);
    const bool isEntry = first < text.size() && Theme::TextStyle(styles[first]) == Theme::Keyword;
    const QByteArray word = isEntry ? wordAt(text, first) : QByteArray();
    if (word == "menu" || word == "choice" || word == "if")
        return set(line, 2 * depth, depth + 1, true);
    if (word == "endmenu" || word == "endchoice" || word == "endif") {
        const int outer = std::max(0, depth - 1);
        return set(line, 2 * outer + 1, outer, false);
    }
    if (word == "config" || word == "menuconfig")
        return set(line, 2 * depth, depth, true);
    // "help" is a keyword, too, and belongs to the option.
    const bool isOther = isEntry && word != "help" && word != "_";
    return set(line, isOther ? 2 * depth : 2 * depth + 1, depth, false);
}

bool SourceFolds::foldIndentation(int line, const QByteArray &text)
{
    const qsizetype first = firstVisible(text);
    const bool isBlank = first >= text.size();
    constexpr int deepest = 1000;
    const int level = isBlank ? depthBefore(line) : int(std::min<qsizetype>(first, deepest));
    if (!isBlank && line > 0) {
        int above = line - 1;
        constexpr int farthest = 100;
        while (above > 0 && line - above < farthest &&
               firstVisible(m_editor->text(above).toUtf8()) + 1 >=
                   m_editor->text(above).toUtf8().size())
            --above;
        const auto former = int(m_editor->SendScintilla(QsciScintilla::SCI_GETFOLDLEVEL, above));
        const int upper = (former & QsciScintilla::SC_FOLDLEVELNUMBERMASK) - base;
        set(above, upper, former >> nextShift, level > upper);
    }
    return set(line, level, level, false);
}

} // namespace kiln
