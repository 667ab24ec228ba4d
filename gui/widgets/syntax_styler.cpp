// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/syntax_styler.h"

#include "widgets/level_style.h"
#include "widgets/slice_clock.h"
#include "widgets/syntax_colors.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>
#include <Qsci/qsciscintilla.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QFont>
#include <QFontDatabase>
#include <QPalette>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <array>
#include <deque>

namespace kiln {

namespace {

/// Longer lines are data; a regular expression on them may take longer than anybody looks.
constexpr int longestLine = 4096; // bytes
constexpr int linesPerLook = 16;

/// Which bytes of a line have which style, from columns in UTF-16.
class LineStyles
{
public:
    explicit LineStyles(const QString &text)
        : m_text(text)
        , m_styles(text.size(), char(0))
    {}

    void set(int offset, int length, int style)
    {
        const auto end = std::min<qsizetype>(m_styles.size(), offset + length);
        for (qsizetype i = offset; i < end; ++i)
            m_styles[i] = char(style);
    }

    [[nodiscard]] QByteArray inBytes(bool isUtf8) const
    {
        if (!isUtf8)
            return m_styles;
        QByteArray bytes;
        bytes.reserve(m_text.size());
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            const ushort unit = m_text[i].unicode();
            // A surrogate pair is four bytes, two for each half.
            const int size = unit < 0x80 ? 1 : unit < 0x800 || QChar::isSurrogate(unit) ? 2 : 3;
            bytes.append(size, m_styles[i]);
        }
        return bytes;
    }

private:
    const QString &m_text;
    QByteArray m_styles;
};

} // namespace

class SyntaxStyler::Highlighter : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    /// Reads what languages there are, and ours whole: tens of milliseconds. Any thread; the
    /// highlighter may go to another afterwards.
    Highlighter()
    {
        m_repository.addCustomSearchPath(QStringLiteral(":/kiln"));
        for (const char *name : {"Config.uk", "Makefile.uk", "C family"})
            (void)m_repository.definitionForName(QLatin1String(name)).formats();
    }

    void begin(const QString &fileName, const QString &firstLine)
    {
        // There may be a million of them: another thread takes them apart.
        if (!m_states.empty())
            QThreadPool::globalInstance()->start([former = std::exchange(m_states, {})] {});
        m_recent.fill({});
        if (fileName.isEmpty()) {
            setDefinition({});
            return;
        }
        auto found = m_repository.definitionForFileName(QFileInfo(fileName).fileName());
        if (!found.isValid() && firstLine.startsWith(QLatin1String("#!")) &&
            firstLine.contains(QLatin1String("sh")))
            found = m_repository.definitionForName(QStringLiteral("Shell"));
        setDefinition(found);
    }

    /// The styles of a line; the lines before it have theirs.
    QByteArray line(int number, const QString &text, bool isUtf8)
    {
        LineStyles styles(text);
        m_styles = &styles;
        const KSyntaxHighlighting::State after =
            highlightLine(QStringView(text), stateBefore(number));
        m_styles = nullptr;
        keep(number, after);
        return styles.inBytes(isUtf8);
    }
    /// A line that says nothing about those below.
    void skip(int number) { keep(number, stateBefore(number)); }
    /// Whether the line that was done last leads to other styles of those below.
    [[nodiscard]] bool hasChanged() const { return m_hasChanged; }
    /// How many lines have been done, from the first.
    [[nodiscard]] int lines() const { return int(m_states.size()); }
    void splice(int line, int added)
    {
        const auto at = m_states.begin() + std::min<std::ptrdiff_t>(line, lines());
        if (added > 0)
            m_states.insert(at, std::size_t(added), {});
        else
            m_states.erase(at, at + std::min<std::ptrdiff_t>(-added, m_states.end() - at));
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        m_styles->set(offset, length, int(format.textStyle()));
    }

private:
    [[nodiscard]] KSyntaxHighlighting::State stateBefore(int line) const
    {
        return line > 0 && line <= lines() ? m_states[std::size_t(line) - 1]
                                           : KSyntaxHighlighting::State();
    }
    /// The same state in an object that there is already. Each has memory of its own, and to give
    /// back that of a million lines takes the allocator tens of milliseconds of whoever comes next.
    KSyntaxHighlighting::State shared(const KSyntaxHighlighting::State &state)
    {
        for (const KSyntaxHighlighting::State &each : m_recent) {
            if (each == state)
                return each;
        }
        m_recent[m_oldest] = state;
        m_oldest = (m_oldest + 1) % m_recent.size();
        return state;
    }
    void keep(int line, const KSyntaxHighlighting::State &state)
    {
        m_hasChanged = line >= lines() || m_states[std::size_t(line)] != state;
        if (line >= lines())
            m_states.resize(std::size_t(line) + 1);
        m_states[std::size_t(line)] = shared(state);
    }

    KSyntaxHighlighting::Repository m_repository;
    std::array<KSyntaxHighlighting::State, 8> m_recent; ///< all different
    std::size_t m_oldest = 0;
    std::deque<KSyntaxHighlighting::State> m_states; ///< at the end of each line
    bool m_hasChanged = false;
    LineStyles *m_styles = nullptr;
};

SyntaxStyler::SyntaxStyler(QsciScintilla *editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &SyntaxStyler::work);
}

SyntaxStyler::~SyntaxStyler() = default;

void SyntaxStyler::setFile(const QString &fileName, const QString &firstLine)
{
    m_fileName = fileName;
    m_firstLine = firstLine;
    m_next = m_settled = 0;
    m_timer.stop();
    if (m_highlighter) {
        begin();
        return;
    }
    if (m_isReading || fileName.isEmpty())
        return;
    m_isReading = true;
    const QPointer<SyntaxStyler> self(this);
    QThreadPool::globalInstance()->start([self] {
        auto highlighter = std::make_shared<Highlighter>();
        // The application object outlives the pool's work; the styler may not.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, highlighter] {
                if (self)
                    self->takeHighlighter(highlighter);
            },
            Qt::QueuedConnection);
    });
}

void SyntaxStyler::takeHighlighter(std::shared_ptr<Highlighter> highlighter)
{
    m_highlighter = std::move(highlighter);
    begin();
    textAdded(m_isComplete);
}

void SyntaxStyler::begin()
{
    m_highlighter->begin(m_fileName, m_firstLine);
    emit languageKnown();
}

QString SyntaxStyler::language() const
{
    return m_highlighter && m_highlighter->definition().isValid()
               ? m_highlighter->definition().name()
               : QString();
}

bool SyntaxStyler::isFinished() const
{
    return m_isComplete && m_highlighter && !m_timer.isActive();
}

void SyntaxStyler::textAdded(bool complete)
{
    m_isComplete = complete;
    if (language().isEmpty() || m_timer.isActive())
        return;
    m_timer.start();
    work(); // a file of usual size has its colours when it is first painted
}

void SyntaxStyler::textEdited(int line, int added)
{
    if (language().isEmpty())
        return;
    if (line < m_highlighter->lines())
        m_highlighter->splice(line + 1, added);
    if (line < m_settled)
        m_settled = std::max(line, m_settled + added);
    m_settled = std::max(m_settled, line + std::max(added, 0) + 1);
    m_next = std::min(m_next, line);
    if (m_timer.isActive())
        return;
    m_timer.start();
    // Before the next painting; within Scintilla's own notice nothing may change.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_timer.isActive())
                work();
        },
        Qt::QueuedConnection);
}

void SyntaxStyler::work()
{
    const SliceClock clock;
    const int lines = m_editor->lines() - (m_isComplete ? 0 : 1);
    while (m_next < lines) {
        const bool goesOn = styleLine(m_next++);
        if (!goesOn && m_next >= m_settled)
            m_next = std::max(m_next, m_highlighter->lines());
        if (m_next % linesPerLook == 0 && clock.isOver())
            return;
    }
    m_timer.stop();
    m_settled = 0;
    if (m_isComplete)
        emit finished();
}

QByteArray SyntaxStyler::stylesOf(int line, const QByteArray &bytes)
{
    const bool isUtf8 = m_editor->isUtf8();
    if (bytes.size() <= longestLine) {
        const QByteArray styles = m_highlighter->line(
            line, isUtf8 ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes), isUtf8);
        if (styles.size() == bytes.size())
            return styles;
    } else {
        m_highlighter->skip(line);
    }
    // Data, or not UTF-8: there is no telling which bytes a column is.
    return QByteArray(bytes.size(), '\0');
}

bool SyntaxStyler::styleLine(int line)
{
    const auto begin = m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line);
    const auto end = m_editor->SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, line);
    QByteArray bytes(end - begin, '\0');
    if (!bytes.isEmpty()) // Scintilla writes a NUL, for which an empty array has no room
        m_editor->SendScintilla(QsciScintilla::SCI_GETTEXTRANGE, begin, end, bytes.data());
    const QByteArray styles = stylesOf(line, bytes);
    const bool isState = m_highlighter->hasChanged();
    m_editor->SendScintilla(QsciScintilla::SCI_STARTSTYLING, begin, 0L);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSTYLINGEX, uintptr_t(styles.size()),
                            styles.constData());
    return (m_hook && m_hook(line, bytes, styles)) || isState;
}

void SyntaxStyler::setColors(const QPalette &palette)
{
    const QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const bool dark = isDark(palette);
    m_editor->setFont(font);
    m_editor->setPaper(palette.color(QPalette::Base));
    m_editor->setColor(palette.color(QPalette::Text));
    const QByteArray family = font.family().toUtf8();
    for (int style = 0; style <= int(KSyntaxHighlighting::Theme::Others); ++style) {
        const SyntaxColor color =
            syntaxColor(KSyntaxHighlighting::Theme::TextStyle(style), palette, dark);
        m_editor->SendScintilla(QsciScintilla::SCI_STYLESETFONT, uintptr_t(style),
                                family.constData());
        m_editor->SendScintilla(QsciScintilla::SCI_STYLESETSIZEFRACTIONAL, uintptr_t(style),
                                long(font.pointSizeF() * 100));
        m_editor->SendScintilla(QsciScintilla::SCI_STYLESETFORE, uintptr_t(style), color.text);
        m_editor->SendScintilla(QsciScintilla::SCI_STYLESETBACK, uintptr_t(style),
                                palette.color(QPalette::Base));
        m_editor->SendScintilla(QsciScintilla::SCI_STYLESETBOLD, uintptr_t(style),
                                long(color.isBold));
        m_editor->SendScintilla(QsciScintilla::SCI_STYLESETITALIC, uintptr_t(style),
                                long(color.isItalic));
    }
}

} // namespace kiln
