// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/source_pane.h"

#include "widgets/level_style.h"
#include "widgets/palette_icon.h"

#include <Qsci/qscilexerbash.h>
#include <Qsci/qscilexercpp.h>
#include <Qsci/qscilexermakefile.h>
#include <Qsci/qsciscintilla.h>

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace kiln {

namespace {

constexpr int lineMarker = 2;
constexpr int numberMargin = 0;

/// Colours of the tokens that tell most; everything else is plain text.
struct TokenColors
{
    QColor keyword, string, comment, number, directive;

    explicit TokenColors(bool dark)
        : keyword(dark ? 0x79b8ff : 0x0b4fb3)
        , string(dark ? 0x7ee787 : 0x1a6b33)
        , comment(dark ? 0x8b949e : 0x66707a)
        , number(dark ? 0xe6b450 : 0x8f5b00)
        , directive(dark ? 0xe89ac7 : 0x941f6e)
    {}
};

void colorCpp(QsciLexer *lexer, const TokenColors &colors)
{
    lexer->setColor(colors.keyword, QsciLexerCPP::Keyword);
    lexer->setColor(colors.string, QsciLexerCPP::DoubleQuotedString);
    lexer->setColor(colors.string, QsciLexerCPP::SingleQuotedString);
    for (const int style : {QsciLexerCPP::Comment, QsciLexerCPP::CommentLine,
                            QsciLexerCPP::CommentDoc, QsciLexerCPP::CommentLineDoc})
        lexer->setColor(colors.comment, style);
    lexer->setColor(colors.number, QsciLexerCPP::Number);
    lexer->setColor(colors.directive, QsciLexerCPP::PreProcessor);
}

void colorMakefile(QsciLexer *lexer, const TokenColors &colors)
{
    lexer->setColor(colors.comment, QsciLexerMakefile::Comment);
    lexer->setColor(colors.directive, QsciLexerMakefile::Preprocessor);
    lexer->setColor(colors.keyword, QsciLexerMakefile::Target);
    lexer->setColor(colors.string, QsciLexerMakefile::Variable);
}

} // namespace

SourcePane::SourcePane(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_editor(new QsciScintilla)
{
    auto *close = new QToolButton;
    close->setIcon(paletteIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the source (Esc)"));
    close->setAccessibleName(tr("Close the source"));
    connect(close, &QToolButton::clicked, this, &SourcePane::closed);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 4, 8, 4);
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_editor, 1);

    m_editor->setReadOnly(true);
    m_editor->setUtf8(true);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setMarginType(numberMargin, QsciScintilla::NumberMargin);
    m_editor->setMarginType(1, QsciScintilla::TextMargin); // a gap between numbers and text
    m_editor->setMarginWidth(1, 8);
    m_editor->setTabWidth(8);
    m_editor->setCaretLineVisible(false);
    m_editor->setObjectName(QStringLiteral("source"));
    m_editor->setAccessibleName(tr("Source, read-only"));
    m_editor->markerDefine(QsciScintilla::Background, lineMarker);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    applyColors();
}

bool SourcePane::open(const SourcePlace &place)
{
    m_place = place;
    const QFileInfo info(place.file);
    QString shown = QDir::toNativeSeparators(place.file);
    const QString home = QDir::homePath();
    if (shown.startsWith(home + QLatin1Char('/')))
        shown.replace(0, home.size(), QStringLiteral("~"));
    m_title->setText(place.line > 0 ? QStringLiteral("%1:%2").arg(shown).arg(place.line) : shown);
    m_title->setToolTip(place.file);

    QFile file(place.file);
    if (info.isFile() && info.size() > largestFile) {
        showText(
            tr("%1 is too large to be shown here (%2 MiB).").arg(place.file).arg(info.size() >> 20),
            false);
        return false;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        showText(tr("%1 can't be read: %2.").arg(place.file, file.errorString()), false);
        return false;
    }
    showText(QString::fromUtf8(file.readAll()), true);
    if (place.line > 0) {
        const int line = std::min(place.line, m_editor->lines()) - 1;
        m_editor->markerAdd(line, lineMarker);
        m_editor->setCursorPosition(line, std::max(0, place.column - 1));
        // A pane that is just being shown knows its height after its layout only.
        QTimer::singleShot(0, m_editor, [editor = m_editor, line] {
            editor->setFirstVisibleLine(std::max(0, line - 8));
        });
    }
    return true;
}

void SourcePane::showText(const QString &text, bool isFile)
{
    m_editor->markerDeleteAll(-1);
    m_editor->setReadOnly(false);
    m_editor->setText(text);
    m_editor->setReadOnly(true);
    setLanguage(isFile ? m_place.file : QString());
    m_editor->setMarginWidth(numberMargin,
                             isFile ? QStringLiteral("00%1").arg(m_editor->lines()) : QString());
}

void SourcePane::setLanguage(const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    const QString suffix = QFileInfo(file).suffix().toLower();
    QsciLexer *old = m_editor->lexer();
    QsciLexer *lexer = nullptr;
    static const QStringList cSuffixes{
        QStringLiteral("c"),   QStringLiteral("h"),   QStringLiteral("cc"), QStringLiteral("cpp"),
        QStringLiteral("cxx"), QStringLiteral("hpp"), QStringLiteral("hh")};
    if (cSuffixes.contains(suffix))
        lexer = new QsciLexerCPP(m_editor);
    else if (name.startsWith(QLatin1String("Makefile")) || suffix == QLatin1String("mk"))
        lexer = new QsciLexerMakefile(m_editor);
    else if (suffix == QLatin1String("sh"))
        lexer = new QsciLexerBash(m_editor);
    m_editor->setLexer(lexer);
    delete old;
    applyColors();
}

void SourcePane::applyColors()
{
    const QPalette colors = palette();
    const QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QColor paper = colors.color(QPalette::Base);
    const QColor text = colors.color(QPalette::Text);
    if (QsciLexer *lexer = m_editor->lexer()) {
        lexer->setDefaultFont(font);
        lexer->setFont(font);
        lexer->setDefaultPaper(paper);
        lexer->setPaper(paper);
        lexer->setDefaultColor(text);
        lexer->setColor(text);
        const TokenColors tokens(isDark(colors));
        if (qobject_cast<QsciLexerCPP *>(lexer))
            colorCpp(lexer, tokens);
        else if (qobject_cast<QsciLexerMakefile *>(lexer))
            colorMakefile(lexer, tokens);
    }
    m_editor->setFont(font);
    m_editor->setPaper(paper);
    m_editor->setColor(text);
    m_editor->setCaretForegroundColor(text);
    m_editor->setMarginsFont(font);
    m_editor->setMarginsBackgroundColor(colors.color(QPalette::Window));
    m_editor->setMarginsForegroundColor(colors.color(QPalette::PlaceholderText));
    m_editor->setSelectionBackgroundColor(colors.color(QPalette::Highlight));
    m_editor->setSelectionForegroundColor(colors.color(QPalette::HighlightedText));
    const QColor mark = levelColor(LogLevel::warning, colors);
    const qreal part = isDark(colors) ? 0.28 : 0.20;
    const auto mix = [part](int a, int b) { return int(a * part + b * (1 - part)); };
    m_editor->setMarkerBackgroundColor(QColor(mix(mark.red(), paper.red()),
                                              mix(mark.green(), paper.green()),
                                              mix(mark.blue(), paper.blue())),
                                       lineMarker);
}

QString SourcePane::text() const
{
    return m_editor->text();
}

void SourcePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

void SourcePane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace kiln
