// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/source_links.h"

#include <Qsci/qsciscintilla.h>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

namespace kiln {

namespace {

constexpr int linkIndicator = 8; // the first that lexers leave alone
constexpr QLatin1String prefix("CONFIG_");

} // namespace

SourceLinks::SourceLinks(QsciScintilla *editor)
    : QObject(editor)
    , m_editor(editor)
{
    m_editor->installEventFilter(this);
    m_editor->viewport()->installEventFilter(this);
    m_editor->viewport()->setMouseTracking(true);
    m_editor->indicatorDefine(QsciScintilla::PlainIndicator, linkIndicator);
}

void SourceLinks::setFile(const QString &file, bool isKconfig)
{
    underline({});
    m_file = file;
    m_isKconfig = isKconfig;
}

void SourceLinks::setColor(const QColor &color)
{
    m_editor->setIndicatorForegroundColor(color, linkIndicator);
}

bool SourceLinks::followCursor()
{
    return follow(m_editor->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS));
}

QString SourceLinks::optionAt(long position) const
{
    const auto word = wordAt(position);
    return word ? word->option : QString();
}

std::optional<SourceLinks::Word> SourceLinks::wordAt(long position) const
{
    if (!m_lookup || position < 0)
        return std::nullopt;
    Word word;
    word.begin =
        m_editor->SendScintilla(QsciScintilla::SCI_WORDSTARTPOSITION, uintptr_t(position), 1L);
    word.end = m_editor->SendScintilla(QsciScintilla::SCI_WORDENDPOSITION, uintptr_t(position), 1L);
    constexpr long longestName = 200;
    if (word.end <= word.begin || word.end - word.begin > longestName)
        return std::nullopt;
    QByteArray bytes(word.end - word.begin, '\0');
    m_editor->SendScintilla(QsciScintilla::SCI_GETTEXTRANGE, word.begin, word.end, bytes.data());
    word.option = QString::fromUtf8(bytes);
    if (word.option.startsWith(prefix))
        word.option.remove(0, prefix.size());
    else if (!m_isKconfig)
        return std::nullopt;
    return m_lookup(word.option) ? std::optional(word) : std::nullopt;
}

long SourceLinks::positionAt(const QPoint &point) const
{
    return m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMPOINTCLOSE, uintptr_t(point.x()),
                                   long(point.y()));
}

bool SourceLinks::follow(long position)
{
    const auto word = wordAt(position);
    if (!word)
        return false;
    const QList<SourcePlace> places = m_lookup(word->option)->definitions;
    if (places.isEmpty())
        return false;
    const int line =
        int(m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, uintptr_t(position))) + 1;
    // An option may be defined in several places: each leads to the next.
    qsizetype next = 0;
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (places[i].line == line && m_file.endsWith(places[i].file))
            next = (i + 1) % places.size();
    }
    underline({});
    emit activated(places[next]);
    return true;
}

void SourceLinks::underline(std::optional<Word> word)
{
    const long begin = word ? word->begin : -1;
    if (begin == m_underlined)
        return;
    m_editor->SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, uintptr_t(linkIndicator));
    const long size = m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH);
    m_editor->SendScintilla(QsciScintilla::SCI_INDICATORCLEARRANGE, 0UL, size);
    if (word)
        m_editor->SendScintilla(QsciScintilla::SCI_INDICATORFILLRANGE, uintptr_t(begin),
                                word->end - begin);
    // Scintilla chooses the pointer's shape itself.
    m_editor->SendScintilla(
        QsciScintilla::SCI_SETCURSOR,
        word ? uintptr_t(8) /* hand */ : uintptr_t(QsciScintilla::SC_CURSORNORMAL));
    m_underlined = begin;
}

void SourceLinks::trackPointer(const QPoint &point, Qt::KeyboardModifiers modifiers)
{
    underline(modifiers.testFlag(Qt::ControlModifier) ? wordAt(positionAt(point)) : std::nullopt);
}

QString SourceLinks::toolTip(const SymbolInfo &info)
{
    constexpr int mostLines = 12;
    const QStringList help = info.help.trimmed().split(QLatin1Char('\n'));
    QStringList lines{info.summary};
    if (!info.help.trimmed().isEmpty()) {
        lines << QString() << help.mid(0, mostLines);
        if (help.size() > mostLines)
            lines << QStringLiteral("…");
        lines << QString();
    }
    lines << tr("Ctrl+click or F2: where it is defined");
    return lines.join(QLatin1Char('\n'));
}

bool SourceLinks::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton && mouse->modifiers() == Qt::ControlModifier &&
            follow(positionAt(mouse->pos())))
            return true;
        break;
    }
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        trackPointer(mouse->pos(), mouse->modifiers());
        break;
    }
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Control) {
            const bool pressed = event->type() == QEvent::KeyPress;
            trackPointer(m_editor->viewport()->mapFromGlobal(QCursor::pos()),
                         pressed ? Qt::ControlModifier : Qt::NoModifier);
        }
        break;
    case QEvent::Leave:
        underline({});
        break;
    case QEvent::ToolTip: {
        if (watched != m_editor->viewport())
            break;
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto word = wordAt(positionAt(help->pos()));
        if (word)
            QToolTip::showText(help->globalPos(), toolTip(*m_lookup(word->option)), m_editor);
        else
            QToolTip::hideText();
        return true;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace kiln
