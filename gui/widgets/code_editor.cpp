// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/code_editor.h"

#include "widgets/editor_document.h"
#include "widgets/level_style.h"
#include "widgets/notice_bar.h"
#include "widgets/source_direction.h"
#include "widgets/source_folds.h"
#include "widgets/source_links.h"
#include "widgets/symbol_completion.h"
#include "widgets/syntax_styler.h"
#include "workbench/kconfig_check.h"

#include <Qsci/qsciscintilla.h>

#include <QFileInfo>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace kiln {

namespace {

constexpr int lineMarker = 2;
constexpr int issueMargin = 0;
constexpr int numberMargin = 1;
constexpr int foldMargin = 2;
constexpr int gapMargin = 3;
constexpr int checkDelay = 250;         // milliseconds after the last key
constexpr qint64 mostChecked = 1 << 20; // bytes
/// What takes time with the length of the text is left out of larger ones.
constexpr qint64 largeText = 1 << 20; // bytes
/// For the first marker Scintilla makes room for one in every line. In the largest texts the line
/// of the cursor, which has a background of its own, is the only sign.
constexpr int mostMarked = 16 << 20; // bytes

} // namespace

CodeEditor::CodeEditor(const QString &journalDirectory, QWidget *parent)
    : QWidget(parent)
    , m_editor(new QsciScintilla)
    , m_document(new EditorDocument(m_editor, journalDirectory, this))
    , m_styler(new SyntaxStyler(m_editor, this))
    , m_links(new SourceLinks(m_editor))
    , m_issues(new EditorIssues(m_editor, issueMargin))
    , m_completion(new SymbolCompletion(m_editor))
    , m_notice(new NoticeBar)
    , m_folds(std::make_unique<SourceFolds>(m_editor))
    , m_jobs(this)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_editor, 1);
    setFocusProxy(m_editor);
    setUp();
    connectDocument();
    applyColors();
}

CodeEditor::~CodeEditor() = default;

void CodeEditor::setUp()
{
    m_editor->setFrameShape(QFrame::NoFrame);
    new SourceDirection(m_editor);
    m_editor->setMarginWidth(issueMargin, 18);
    m_editor->setMarginType(numberMargin, QsciScintilla::NumberMargin);
    // A background is drawn when a margin has its bit; other signs have a margin of their own.
    m_editor->setMarginMarkerMask(numberMargin, 1 << lineMarker);
    m_editor->setMarginMarkerMask(gapMargin, 0);
    m_editor->setFolding(QsciScintilla::PlainFoldStyle, foldMargin);
    // Scintilla itself follows clicks, and shows lines again that edits bring out of their fold.
    m_editor->SendScintilla(QsciScintilla::SCI_SETAUTOMATICFOLD, 7UL);
    m_editor->setMarginType(gapMargin, QsciScintilla::TextMargin);
    m_editor->setMarginWidth(gapMargin, 6);
    m_editor->setCaretLineVisible(true);
    m_editor->setAutoIndent(true);
    m_editor->setObjectName(QStringLiteral("source"));
    m_editor->setAccessibleName(tr("Source"));
    m_editor->markerDefine(QsciScintilla::Background, lineMarker);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETMULTIPLESELECTION, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETADDITIONALSELECTIONTYPING, 1UL);
    m_editor->installEventFilter(this);
    m_styler->setLineHook([this](int line, const QByteArray &text, const QByteArray &styles) {
        return m_folds->lineStyled(line, text, styles);
    });
    connect(m_styler, &SyntaxStyler::languageKnown, this, [this] {
        m_links->setFile(m_place.file, language() == QLatin1String("Config.uk"));
        m_completion->setLanguage(language());
        m_folds->setLanguage(language());
        const bool isYaml = language() == QLatin1String("Kraftfile");
        constexpr int tab = 8;
        m_editor->setIndentationsUseTabs(!isYaml);
        m_editor->setTabWidth(tab);
        m_editor->setIndentationWidth(isYaml ? 2 : 0);
        m_checkTimer.start();
        emit cursorMoved();
    });
    connect(m_links, &SourceLinks::activated, this, &CodeEditor::openRequested);
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this, &CodeEditor::cursorMoved);
    connect(m_issues, &EditorIssues::changed, this, &CodeEditor::cursorMoved);
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(checkDelay);
    connect(&m_checkTimer, &QTimer::timeout, this, &CodeEditor::check);
}

void CodeEditor::connectDocument()
{
    connect(m_document, &EditorDocument::replaced, this, &CodeEditor::onReplaced);
    connect(m_document, &EditorDocument::added, this, &CodeEditor::onAdded);
    connect(m_document, &EditorDocument::completed, this, &CodeEditor::onCompleted);
    connect(m_document, &EditorDocument::edited, this, &CodeEditor::onEdited);
    connect(m_document, &EditorDocument::modifiedChanged, this, &CodeEditor::titleChanged);
    connect(m_document, &EditorDocument::changedOutside, this, &CodeEditor::tellOutside);
    connect(m_document, &EditorDocument::problem, this, &CodeEditor::problem);
    connect(m_document, &EditorDocument::saved, m_notice, &QWidget::hide);
    connect(m_document, &EditorDocument::reloaded, m_notice, &QWidget::hide);
    connect(m_document, &EditorDocument::fileChanged, this, [this] {
        m_place.file = m_document->file();
        m_styler->setFile(m_place.file, m_document->firstLine());
        m_styler->textAdded(true);
        emit titleChanged();
    });
}

bool CodeEditor::open(const SourcePlace &place)
{
    m_place = place;
    m_former.reset();
    m_notice->hide();
    // Those of a large document go with it.
    if (!m_isLarge)
        m_editor->markerDeleteAll(lineMarker);
    for (const IssueOrigin origin : {IssueOrigin::text, IssueOrigin::options, IssueOrigin::build})
        m_issues->set(origin, {});
    m_styler->setFile({}, {});
    m_links->setFile({}, false);
    m_isMarkDue = place.line > 0;
    const QFileInfo info(place.file);
    m_isLarge = info.size() > largeText;
    m_editor->setBraceMatching(m_isLarge ? QsciScintilla::NoBraceMatch
                                         : QsciScintilla::SloppyBraceMatch);
    QString problem;
    if (info.isDir())
        problem = tr("it is a folder");
    else if (info.exists() && !info.isFile())
        problem = tr("it is no file"); // a pipe may never end
    else if (info.size() > largestFile)
        problem = tr("it is too large (%1 MiB)").arg(info.size() >> 20);
    else
        problem = m_document->load(place.file);
    if (!problem.isEmpty()) {
        m_isMarkDue = false;
        m_document->showMessage(tr("%1 can't be read: %2.").arg(place.file, problem));
        m_editor->setMarginWidth(numberMargin, QString());
        return false;
    }
    m_styler->setFile(place.file, m_document->firstLine());
    m_styler->textAdded(m_document->isComplete());
    return true;
}

bool CodeEditor::reopen(const OpenFile &file)
{
    if (!open({file.path, 0, 0}))
        return false;
    m_former = file;
    restoreView();
    return true;
}

OpenFile CodeEditor::asOpenFile() const
{
    if (m_former)
        return *m_former;
    const SourcePlace cursor = cursorPlace();
    const auto top = m_editor->SendScintilla(QsciScintilla::SCI_DOCLINEFROMVISIBLE,
                                             m_editor->firstVisibleLine());
    return {m_place.file, cursor.line, cursor.column, int(top) + 1, false};
}

void CodeEditor::restoreView()
{
    if (!m_former ||
        (!m_document->isComplete() && m_editor->lines() <= std::max(m_former->line, m_former->top)))
        return;
    const OpenFile view = *std::exchange(m_former, std::nullopt);
    const int line = std::min(view.line, m_editor->lines()) - 1;
    const auto begin = m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line);
    const auto end = m_editor->SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, line);
    m_editor->SendScintilla(QsciScintilla::SCI_GOTOPOS,
                            uintptr_t(std::min(end, begin + view.column - 1)));
    m_editor->setFirstVisibleLine(view.top - 1);
}

void CodeEditor::onAdded()
{
    fitNumbers();
    restoreView();
    if (m_isMarkDue && (m_document->isComplete() || m_editor->lines() > m_place.line))
        markLine();
    m_styler->textAdded(m_document->isComplete());
}

void CodeEditor::fitNumbers()
{
    m_editor->setMarginWidth(numberMargin, QStringLiteral("0%1").arg(m_editor->lines()));
}

/// What is kept with a text comes again in the document that has all of it.
void CodeEditor::onReplaced()
{
    m_styler->setFile(m_place.file, m_document->firstLine());
    if (m_place.line > 0 && !m_isMarkDue)
        addMarker(std::min(m_place.line, m_editor->lines()) - 1);
    m_issues->renew();
}

void CodeEditor::onCompleted()
{
    const TextForm &form = m_document->form();
    m_issues->renew();
    if (form.isBinary)
        m_notice->setMessage(QStringLiteral("level-info"),
                             tr("This is no text. It is shown, but can't be edited here."));
    else if (!QFileInfo(m_place.file).isWritable())
        m_notice->setMessage(QStringLiteral("lock"),
                             tr("This file can't be written. Edits can be saved under another "
                                "name."));
    emit titleChanged();
}

void CodeEditor::onEdited(int line, int added)
{
    m_styler->textEdited(line, added);
    m_issues->textEdited(line, added);
    if (added != 0)
        fitNumbers();
    ++m_checked;
    if (language() != QLatin1String("Config.uk"))
        return;
    // What was read of the tree is about the former text.
    m_issues->set(IssueOrigin::options, {});
    m_checkTimer.start();
}

/// On another thread; what it says of a text that is no longer there is dropped.
void CodeEditor::check()
{
    if (language() != QLatin1String("Config.uk") || !m_document->isComplete() ||
        m_editor->length() > mostChecked)
        return;
    m_jobs.run([text = m_document->bytes(), file = m_place.file,
                dialect = m_dialect] { return checkKconfig(text, file, dialect); },
               [this, number = m_checked](const QVector<ConfigDiagnostic> &found) {
                   if (number != m_checked)
                       return;
                   QVector<Issue> issues;
                   for (const ConfigDiagnostic &diagnostic : found)
                       issues.append(toIssue(diagnostic));
                   m_issues->set(IssueOrigin::text, issues);
               });
}

void CodeEditor::goTo(int line, int column)
{
    m_editor->markerDeleteAll(lineMarker);
    m_place.line = line;
    m_place.column = column;
    m_isMarkDue = line > 0 && !m_document->isComplete() && m_editor->lines() <= line;
    if (line > 0 && !m_isMarkDue)
        markLine();
}

void CodeEditor::addMarker(int line)
{
    if (m_editor->length() <= mostMarked)
        m_editor->markerAdd(line, lineMarker);
}

void CodeEditor::markLine()
{
    m_isMarkDue = false;
    const int line = std::min(m_place.line, m_editor->lines()) - 1;
    addMarker(line);
    const auto start = m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line);
    const auto end = m_editor->SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, line);
    m_editor->SendScintilla(QsciScintilla::SCI_ENSUREVISIBLE, uintptr_t(line));
    m_editor->SendScintilla(QsciScintilla::SCI_GOTOPOS,
                            uintptr_t(std::min(end, start + std::max(0, m_place.column - 1))));
    // An editor that is just being shown knows its height after its layout only.
    QTimer::singleShot(0, m_editor, [editor = m_editor, line] {
        constexpr int above = 8;
        const auto row = editor->SendScintilla(QsciScintilla::SCI_VISIBLEFROMDOCLINE, line);
        const auto first = editor->SendScintilla(QsciScintilla::SCI_GETFIRSTVISIBLELINE);
        const auto shown = editor->SendScintilla(QsciScintilla::SCI_LINESONSCREEN);
        if (row < first + 2 || row > first + shown - 2)
            editor->setFirstVisibleLine(std::max(0, int(row) - above));
    });
}

SourcePlace CodeEditor::cursorPlace() const
{
    const auto at = m_editor->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS);
    const auto line = m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, at);
    const auto start = m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line);
    return {m_place.file, int(line) + 1, int(at - start) + 1};
}

QString CodeEditor::text() const
{
    return m_editor->text();
}

QString CodeEditor::language() const
{
    return m_styler->language();
}

bool CodeEditor::isFinished() const
{
    return m_document->isComplete() && m_styler->isFinished();
}

bool CodeEditor::isModified() const
{
    return m_document->isModified();
}

void CodeEditor::setSymbolLookup(SymbolLookup lookup)
{
    m_links->setLookup(std::move(lookup));
}

void CodeEditor::setSymbolProposer(SymbolProposer proposer)
{
    m_completion->setProposer(std::move(proposer));
}

void CodeEditor::setIssues(IssueOrigin origin, const QVector<Issue> &issues)
{
    m_issues->set(origin, issues);
}

QString CodeEditor::optionAtCursor() const
{
    return m_links->optionAt(m_editor->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS));
}

void CodeEditor::followCursor()
{
    m_links->followCursor();
}

void CodeEditor::complete()
{
    m_completion->request();
}

void CodeEditor::goToIssue(bool forward)
{
    const int line = m_issues->next(cursorPlace().line - 1, forward);
    if (line >= 0)
        goTo(line + 1);
}

bool CodeEditor::canFold()
{
    if (m_folds->canFold())
        return true;
    emit problem({tr("Files of more than %L1 lines do not fold").arg(SourceFolds::mostLines),
                  m_place.file,
                  {}});
    return false;
}

void CodeEditor::toggleFold()
{
    if (!canFold())
        return;
    auto line = m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION,
                                        m_editor->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS));
    const auto level = m_editor->SendScintilla(QsciScintilla::SCI_GETFOLDLEVEL, line);
    if ((level & QsciScintilla::SC_FOLDLEVELHEADERFLAG) == 0)
        line = m_editor->SendScintilla(QsciScintilla::SCI_GETFOLDPARENT, line);
    if (line < 0)
        return;
    m_editor->SendScintilla(QsciScintilla::SCI_TOGGLEFOLD, uintptr_t(line));
    m_editor->SendScintilla(QsciScintilla::SCI_GOTOLINE, uintptr_t(line));
}

void CodeEditor::toggleAllFolds()
{
    if (canFold())
        m_folds->toggleAll();
}

void CodeEditor::tellOutside(bool isRemoved)
{
    const QString name = QFileInfo(m_place.file).fileName();
    if (isRemoved) {
        m_notice->setMessage(QStringLiteral("level-warning"),
                             tr("%1 is gone: another program removed it.").arg(name));
        connect(m_notice->addButton(tr("Save It Again")), &QPushButton::clicked, this, [this] {
            m_document->save(
                [this](const Result<void> &result) {
                    if (!result)
                        emit problem(result.error());
                },
                true);
        });
        return;
    }
    m_notice->setMessage(
        QStringLiteral("level-warning"),
        tr("%1 was changed by another program, and here. Nothing has been lost yet.").arg(name));
    connect(m_notice->addButton(tr("Compare")), &QPushButton::clicked, this,
            &CodeEditor::compareRequested);
    connect(m_notice->addButton(tr("Reload")), &QPushButton::clicked, m_document,
            &EditorDocument::reload);
    connect(m_notice->addButton(tr("Keep Mine")), &QPushButton::clicked, this, [this] {
        m_document->keepMine();
        m_notice->hide();
    });
}

void CodeEditor::applyColors()
{
    const QPalette colors = palette();
    const QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QColor paper = colors.color(QPalette::Base);
    const bool dark = isDark(colors);
    const auto mixed = [&paper](const QColor &mark, qreal part) {
        const auto mix = [part](int a, int b) { return int(a * part + b * (1 - part)); };
        return QColor(mix(mark.red(), paper.red()), mix(mark.green(), paper.green()),
                      mix(mark.blue(), paper.blue()));
    };
    m_styler->setColors(colors);
    m_links->setColor(colors.color(QPalette::Link));
    m_issues->setPalette(colors);
    m_editor->setCaretForegroundColor(colors.color(QPalette::Text));
    m_editor->setCaretLineBackgroundColor(
        mixed(colors.color(QPalette::Highlight), dark ? 0.14 : 0.07));
    m_editor->setMarginsFont(font);
    m_editor->setMarginsBackgroundColor(colors.color(QPalette::Window));
    m_editor->setMarginsForegroundColor(colors.color(QPalette::PlaceholderText));
    m_editor->setFoldMarginColors(colors.color(QPalette::Window), colors.color(QPalette::Window));
    constexpr int firstFoldMarker = 25;
    constexpr int lastFoldMarker = 31;
    for (int marker = firstFoldMarker; marker <= lastFoldMarker; ++marker) {
        m_editor->setMarkerForegroundColor(colors.color(QPalette::Window), marker);
        m_editor->setMarkerBackgroundColor(mutedColor(colors), marker);
    }
    m_editor->setSelectionBackgroundColor(colors.color(QPalette::Highlight));
    m_editor->setSelectionForegroundColor(colors.color(QPalette::HighlightedText));
    m_editor->setMatchedBraceForegroundColor(colors.color(QPalette::Link));
    m_editor->setMatchedBraceBackgroundColor(mixed(colors.color(QPalette::Link), 0.2));
    m_editor->setUnmatchedBraceForegroundColor(levelColor(LogLevel::error, colors));
    m_editor->setUnmatchedBraceBackgroundColor(paper);
    m_editor->setMarkerBackgroundColor(
        mixed(levelColor(LogLevel::warning, colors), dark ? 0.28 : 0.20), lineMarker);
}

void CodeEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

bool CodeEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor && event->type() == QEvent::FocusIn)
        m_document->checkOutside();
    if (watched == m_editor && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isFollow = key->key() == Qt::Key_F2 || key->key() == Qt::Key_F12;
        if (isFollow && key->modifiers() == Qt::NoModifier && m_links->followCursor())
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kiln
