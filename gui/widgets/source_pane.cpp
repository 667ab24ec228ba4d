// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/source_pane.h"

#include "widgets/elided_label.h"
#include "widgets/level_style.h"
#include "widgets/palette_icon.h"
#include "widgets/source_links.h"
#include "widgets/source_text.h"
#include "widgets/syntax_styler.h"

#include <Qsci/qsciscintilla.h>

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace kiln {

namespace {

constexpr int lineMarker = 2;
constexpr int numberMargin = 0;
constexpr qsizetype mostFormer = 100;

} // namespace

SourcePane::SourcePane(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(Qt::ElideMiddle))
    , m_back(new QToolButton)
    , m_editor(new QsciScintilla)
    , m_text(new SourceText(m_editor, this))
    , m_styler(new SyntaxStyler(m_editor, this))
    , m_links(new SourceLinks(m_editor))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead(layout);
    layout->addWidget(m_editor, 1);

    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setLayoutDirection(Qt::LeftToRight); // sources are, in every language
    m_editor->setMarginType(numberMargin, QsciScintilla::NumberMargin);
    m_editor->setMarginType(1, QsciScintilla::TextMargin); // a gap between numbers and text
    m_editor->setMarginWidth(1, 8);
    m_editor->setCaretLineVisible(false);
    m_editor->setObjectName(QStringLiteral("source"));
    m_editor->setAccessibleName(tr("Source, read-only"));
    m_editor->markerDefine(QsciScintilla::Background, lineMarker);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    m_editor->installEventFilter(this);
    connect(m_text, &SourceText::replaced, this, &SourcePane::onTextReplaced);
    connect(m_text, &SourceText::added, this, &SourcePane::onTextAdded);
    connect(m_styler, &SyntaxStyler::languageKnown, this,
            [this] { m_links->setFile(m_place.file, language() == QLatin1String("Config.uk")); });
    connect(m_links, &SourceLinks::activated, this, &SourcePane::openRequested);
    applyColors();
}

void SourcePane::buildHead(QLayout *layout)
{
    m_back->setIcon(paletteIcon(QStringLiteral("go-back")));
    m_back->setAutoRaise(true);
    m_back->setToolTip(tr("Back to the former place (Alt+Left)"));
    m_back->setAccessibleName(tr("Back to the former place"));
    m_back->setEnabled(false);
    connect(m_back, &QToolButton::clicked, this, &SourcePane::goBack);
    auto *close = new QToolButton;
    close->setIcon(paletteIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the source (Esc)"));
    close->setAccessibleName(tr("Close the source"));
    connect(close, &QToolButton::clicked, this, &SourcePane::closed);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 4);
    head->setSpacing(8);
    head->addWidget(m_back);
    head->addWidget(m_title, 1);
    head->addWidget(close);
    static_cast<QVBoxLayout *>(layout)->addLayout(head);
}

bool SourcePane::open(const SourcePlace &place)
{
    if (!m_place.file.isEmpty() && m_place != place) {
        m_former.append(m_place);
        if (m_former.size() > mostFormer)
            m_former.removeFirst();
    }
    return showPlace(place);
}

void SourcePane::goBack()
{
    if (!m_former.isEmpty())
        showPlace(m_former.takeLast());
}

bool SourcePane::showPlace(const SourcePlace &place)
{
    m_place = place;
    m_back->setEnabled(!m_former.isEmpty());
    const QFileInfo info(place.file);
    QString shown = QDir::toNativeSeparators(place.file);
    const QString home = QDir::homePath();
    if (shown.startsWith(home + QLatin1Char('/')))
        shown.replace(0, home.size(), QStringLiteral("~"));
    m_title->setText(place.line > 0 ? QStringLiteral("%1:%2").arg(shown).arg(place.line) : shown);
    m_title->setToolTip(place.file);

    m_editor->markerDeleteAll(-1);
    m_styler->setFile({}, {});
    m_links->setFile({}, false);
    m_isMarkDue = place.line > 0;
    if (info.isFile() && info.size() > largestFile) {
        m_isMarkDue = false;
        m_text->show(tr("%1 is too large to be shown here (%2 MiB).")
                         .arg(place.file)
                         .arg(info.size() >> 20));
        m_editor->setMarginWidth(numberMargin, QString());
        return false;
    }
    const QString problem = m_text->load(place.file);
    if (!problem.isEmpty()) {
        m_isMarkDue = false;
        m_text->show(tr("%1 can't be read: %2.").arg(place.file, problem));
        m_editor->setMarginWidth(numberMargin, QString());
        return false;
    }
    m_styler->setFile(place.file, m_text->firstLine());
    m_styler->textAdded(m_text->isComplete());
    return true;
}

void SourcePane::onTextAdded()
{
    m_editor->setMarginWidth(numberMargin, QStringLiteral("00%1").arg(m_editor->lines()));
    if (m_isMarkDue && (m_text->isComplete() || m_editor->lines() > m_place.line))
        markLine();
    m_styler->textAdded(m_text->isComplete());
}

/// What is kept with a text comes again in the document that has all of it.
void SourcePane::onTextReplaced()
{
    m_styler->setFile(m_place.file, m_text->firstLine());
    if (m_place.line > 0 && !m_isMarkDue)
        m_editor->markerAdd(std::min(m_place.line, m_editor->lines()) - 1, lineMarker);
}

void SourcePane::markLine()
{
    m_isMarkDue = false;
    const int line = std::min(m_place.line, m_editor->lines()) - 1;
    m_editor->markerAdd(line, lineMarker);
    m_editor->setCursorPosition(line, std::max(0, m_place.column - 1));
    // A pane that is just being shown knows its height after its layout only.
    QTimer::singleShot(0, m_editor, [editor = m_editor, line] {
        editor->setFirstVisibleLine(std::max(0, line - 8));
    });
}

void SourcePane::applyColors()
{
    const QPalette colors = palette();
    const QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QColor paper = colors.color(QPalette::Base);
    m_styler->setColors(colors);
    m_links->setColor(colors.color(QPalette::Link));
    m_editor->setCaretForegroundColor(colors.color(QPalette::Text));
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

QString SourcePane::language() const
{
    return m_styler->language();
}

bool SourcePane::isFinished() const
{
    return m_text->isComplete() && m_styler->isFinished();
}

void SourcePane::setSymbolLookup(SymbolLookup lookup)
{
    m_links->setLookup(std::move(lookup));
}

void SourcePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

bool SourcePane::eventFilter(QObject *watched, QEvent *event)
{
    // The editor would take these keys for its own.
    if (watched == m_editor && event->type() == QEvent::KeyPress) {
        keyPressEvent(static_cast<QKeyEvent *>(event));
        if (event->isAccepted())
            return true;
        // As it came: what the editor does with Tab would be done once more by its parents.
        event->accept();
    }
    return QWidget::eventFilter(watched, event);
}

void SourcePane::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        emit closed();
    else if (event->key() == Qt::Key_Left && event->modifiers() == Qt::AltModifier)
        goBack();
    else if (event->key() != Qt::Key_F2 || !m_links->followCursor())
        event->ignore();
}

} // namespace kiln
