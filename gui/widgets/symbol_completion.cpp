// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/symbol_completion.h"

#include <KSyntaxHighlighting/Theme>
#include <Qsci/qsciscintilla.h>

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QScreen>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace kiln {

namespace {

constexpr QLatin1String prefix("CONFIG_");
constexpr int leastTyped = 2; // letters, before the list comes by itself
constexpr int shownRows = 9;
constexpr int listWidth = 560; // pixels

bool isWordCharacter(char c)
{
    return isalnum(uchar(c)) != 0 || c == '_';
}

/// Whether a word behind this beginning of a line of a Kconfig file is the name of an option.
bool takesOption(const QString &before)
{
    static const QRegularExpression place(QStringLiteral(
        "^\\s*(?:(?:depends\\s+on|select|imply|default|def_bool|def_tristate|range|if|"
        "visible\\s+if)\\b(?!.*\"[^\"]*$)|.*[^\"]\\sif\\b)"));
    return place.match(before).hasMatch();
}

} // namespace

SymbolCompletion::SymbolCompletion(QsciScintilla *editor)
    : QFrame(editor, Qt::ToolTip)
    , m_editor(editor)
    , m_list(new QTreeWidget)
    , m_help(new QLabel)
{
    setObjectName(QStringLiteral("completion"));
    setFrameShape(QFrame::StyledPanel);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_ShowWithoutActivating);
    m_list->setColumnCount(3);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Options that fit"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_help->setWordWrap(true);
    m_help->setTextFormat(Qt::PlainText);
    m_help->setMargin(6);
    m_help->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(m_help);
    editor->installEventFilter(this);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &SymbolCompletion::showHelp);
    connect(m_list, &QTreeWidget::itemClicked, this, &SymbolCompletion::take);
    connect(editor, &QsciScintillaBase::SCN_CHARADDED, this,
            [this] { QTimer::singleShot(0, this, &SymbolCompletion::onCharacter); });
    hide();
}

QString SymbolCompletion::help() const
{
    return m_help->text();
}

SymbolCompletion::Word SymbolCompletion::wordBeforeCursor() const
{
    Word word;
    const auto cursor = m_editor->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS);
    const auto line = m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, cursor);
    const auto start = m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line);
    constexpr long longest = 4096;
    if (cursor - start > longest)
        return word;
    QByteArray before(cursor - start, '\0');
    if (cursor > start)
        m_editor->SendScintilla(QsciScintilla::SCI_GETTEXTRANGE, start, cursor, before.data());
    qsizetype begin = before.size();
    while (begin > 0 && isWordCharacter(before[begin - 1]))
        --begin;
    const QString text = QString::fromUtf8(before.mid(begin));
    word.begin = start + long(begin);
    word.text = text;
    using Theme = KSyntaxHighlighting::Theme;
    const auto style = Theme::TextStyle(m_editor->SendScintilla(
        QsciScintilla::SCI_GETSTYLEAT, uintptr_t(std::max(start, cursor - 1))));
    const bool isProse = style == Theme::Comment || style == Theme::Documentation ||
                         (style == Theme::String && m_language == QLatin1String("Config.uk"));
    if (text.startsWith(prefix)) {
        word.text = text.mid(prefix.size());
        word.begin += long(prefix.size());
        word.isPlace = !isProse;
    } else if (m_language == QLatin1String("Config.uk")) {
        word.isPlace = !isProse && takesOption(QString::fromUtf8(before.left(begin)));
    }
    return word;
}

void SymbolCompletion::onCharacter()
{
    const Word word = wordBeforeCursor();
    const bool isLong = isVisible() || word.text.size() >= leastTyped ||
                        (m_language != QLatin1String("Config.uk") && word.isPlace);
    if (!word.isPlace || !isLong || !m_editor->hasFocus())
        hide();
    else
        update(word);
}

void SymbolCompletion::request()
{
    const Word word = wordBeforeCursor();
    if (word.isPlace || m_language == QLatin1String("Config.uk"))
        update(word);
}

void SymbolCompletion::update(const Word &word)
{
    m_proposals = m_proposer ? m_proposer(word.text) : QVector<SymbolProposal>();
    // What is typed whole needs no list.
    if (m_proposals.size() == 1 && m_proposals.first().name == word.text)
        m_proposals.clear();
    if (m_proposals.isEmpty()) {
        hide();
        return;
    }
    m_list->clear();
    QList<QTreeWidgetItem *> items;
    for (const SymbolProposal &proposal : std::as_const(m_proposals))
        items.append(new QTreeWidgetItem({proposal.name, proposal.prompt, proposal.value}));
    m_list->addTopLevelItems(items);
    m_list->setCurrentItem(items.first());
    place(word.begin);
}

void SymbolCompletion::place(long position)
{
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(1, listWidth / 2);
    ensurePolished(); // rows have the font that they are shown with
    const int rows = int(std::min<qsizetype>(shownRows, m_proposals.size()));
    m_list->scrollToTop();
    const QRect last = m_list->visualItemRect(m_list->topLevelItem(rows - 1));
    m_list->setFixedHeight(last.bottom() + 1 + 2 * m_list->frameWidth());
    fit();
    const int x =
        int(m_editor->SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, position));
    const int y =
        int(m_editor->SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, position));
    const int line = int(m_editor->SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0UL));
    QPoint corner = m_editor->viewport()->mapToGlobal(QPoint(x, y + line));
    const QRect screen = m_editor->screen()->availableGeometry();
    if (corner.y() + height() > screen.bottom())
        corner.setY(corner.y() - line - height());
    corner.setX(
        std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    move(corner);
    show();
}

void SymbolCompletion::showHelp()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    constexpr int mostLines = 6;
    QString text;
    if (row >= 0) {
        const QStringList lines =
            m_proposals[row].help.trimmed().split(QLatin1Char('\n')).mid(0, mostLines);
        text = lines.join(QLatin1Char('\n'));
    }
    m_help->setText(text);
    m_help->setVisible(!text.isEmpty());
    if (isVisible())
        fit();
}

/// As high as the list and the help text are.
void SymbolCompletion::fit()
{
    layout()->activate(); // else it knows only what was shown before
    resize(listWidth, layout()->totalHeightForWidth(listWidth));
}

void SymbolCompletion::take()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (item == nullptr)
        return;
    const Word word = wordBeforeCursor();
    const auto cursor = m_editor->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS);
    const QByteArray name = item->text(0).toUtf8();
    m_editor->SendScintilla(QsciScintilla::SCI_BEGINUNDOACTION);
    m_editor->SendScintilla(QsciScintilla::SCI_SETTARGETRANGE, uintptr_t(word.begin), cursor);
    m_editor->SendScintilla(QsciScintilla::SCI_REPLACETARGET, uintptr_t(name.size()),
                            name.constData());
    m_editor->SendScintilla(QsciScintilla::SCI_GOTOPOS, uintptr_t(word.begin + long(name.size())));
    m_editor->SendScintilla(QsciScintilla::SCI_ENDUNDOACTION);
    hide();
}

bool SymbolCompletion::handleKey(int key)
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const int last = m_list->topLevelItemCount() - 1;
    const auto go = [this, last](int to) {
        m_list->setCurrentItem(m_list->topLevelItem(std::clamp(to, 0, last)));
        return true;
    };
    switch (key) {
    case Qt::Key_Down:
        return go(row == last ? 0 : row + 1);
    case Qt::Key_Up:
        return go(row == 0 ? last : row - 1);
    case Qt::Key_PageDown:
        return go(row + shownRows);
    case Qt::Key_PageUp:
        return go(row - shownRows);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        take();
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    case Qt::Key_Backspace:
        QTimer::singleShot(0, this, &SymbolCompletion::onCharacter);
        return false;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        hide();
        return false;
    default:
        return false;
    }
}

bool SymbolCompletion::eventFilter(QObject *watched, QEvent *event)
{
    if (!isVisible())
        return QFrame::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // Esc would close something else.
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (handleKey(static_cast<QKeyEvent *>(event)->key()))
            return true;
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        hide();
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace kiln
