// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/fix_panel.h"

#include "widgets/fix_delegate.h"
#include "widgets/fix_model.h"
#include "widgets/fix_words.h"
#include "widgets/level_style.h"
#include "widgets/mirrored_margins.h"
#include "widgets/palette_icon.h"
#include "widgets/why_text.h"
#include "widgets/wish_editor.h"
#include "workbench/config_session.h"
#include "workbench/fix_search.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

using State = FixSearch::State;

namespace {

/// A search that takes no longer shows no bar, which would only flicker.
constexpr std::chrono::milliseconds quick{300};
constexpr int tickLength = 250; // milliseconds
/// So many times longer is looked when the user asks for it.
constexpr int longer = 4;
/// Consequences of one kind that are shown at once.
constexpr int handful = 5;

} // namespace

FixPanel::FixPanel(ConfigSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_search(new FixSearch(session, this))
    , m_model(new FixModel(m_search, this))
    , m_wish(new WishEditor)
    , m_tree(new QTreeView)
    , m_story(new QTextBrowser)
    , m_stack(new QStackedWidget)
    , m_message(new QLabel)
    , m_why(new QLabel)
    , m_progress(new QProgressBar)
    , m_again(new QPushButton)
    , m_apply(new QPushButton)
    , m_undo(new QPushButton(tr("Undo")))
{
    build();
    hide();
    m_tick.setInterval(tickLength);
    connect(&m_tick, &QTimer::timeout, this, &FixPanel::update);
    connect(m_search, &FixSearch::changed, this, [this] {
        update();
        updateReasons();
        tell();
    });
    connect(m_search, &FixSearch::wayInserted, this, &FixPanel::onWayInserted);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { onWayInserted(0); });
    connect(m_model, &FixModel::keepRequested, this,
            [this](const auto &keep) { m_search->start(m_search->wishes(), keep); });
    connect(m_wish, &WishEditor::wished, this,
            [this](const kconfig::Wish &wish) { m_search->start({wish}, m_search->keep()); });
    connect(m_wish, &WishEditor::optionRequested, this,
            [this] { emit optionRequested(m_wish->option()); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FixPanel::update);
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        const kconfig::SymbolId symbol = m_model->symbolAt(index);
        if (symbol.isValid() && index.column() != FixModel::keepColumn)
            emit optionRequested(symbol);
    });
    connect(m_apply, &QPushButton::clicked, this, &FixPanel::apply);
    connect(m_again, &QPushButton::clicked, this, &FixPanel::again);
    connect(m_undo, &QPushButton::clicked, this, &FixPanel::undoRequested);
    connect(m_why, &QLabel::linkActivated, this,
            [this](const QString &link) { emit linkActivated(QUrl(link)); });
    connect(m_story, &QTextBrowser::anchorClicked, this, &FixPanel::linkActivated);
    connect(m_session, &ConfigSession::loadStarted, this, [this] {
        if (!m_session->isLoaded())
            close(); // another project
    });
    connect(m_session, &ConfigSession::loaded, this, [this] {
        if (m_search->state() == State::idle)
            close(); // the tree has the option no more
        else if (const auto &wish = m_search->wishes().first(); !isHidden())
            m_wish->setOption(m_session->configuration(), wish.symbol, wish);
    });
    update(); // what its buttons are called is known before there is something to do
}

FixPanel::~FixPanel()
{
    // What its views and models have to say on their way out concerns nobody any more.
    disconnect();
    m_search->disconnect(this);
    m_model->disconnect(this);
    m_tree->selectionModel()->disconnect(this);
}

void FixPanel::build()
{
    setObjectName(QStringLiteral("fixes"));
    setAccessibleName(tr("Make it so"));
    m_tree->setModel(m_model);
    m_tree->setObjectName(QStringLiteral("fixWays"));
    m_tree->setAccessibleName(tr("Ways, with what follows from them"));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setItemDelegate(new FixDelegate(m_tree));
    m_tree->installEventFilter(this);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(FixModel::optionColumn, QHeaderView::Stretch);
    const int em = fontMetrics().averageCharWidth();
    header->resizeSection(FixModel::beforeColumn, em * 14);
    header->resizeSection(FixModel::afterColumn, em * 14);
    header->resizeSection(FixModel::aboutColumn, em * 56);
    // Its header says more than its boxes, and more in other languages.
    header->resizeSection(FixModel::keepColumn,
                          std::max(em * 15, header->sectionSizeHint(FixModel::keepColumn)));
    m_story->setOpenLinks(false);
    m_story->setFrameShape(QFrame::NoFrame);
    m_story->setObjectName(QStringLiteral("fixReasons"));
    m_story->setAccessibleName(tr("Why it is impossible"));
    m_story->document()->setDocumentMargin(16);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_story);
    for (QLabel *label : {m_message, m_why}) {
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_message->setObjectName(QStringLiteral("fixMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_why->setTextFormat(Qt::RichText);
    m_why->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(em * 16);
    m_progress->setAccessibleName(tr("Looking for ways"));
    m_apply->setObjectName(QStringLiteral("fixApply"));
    m_apply->setAutoDefault(false);
    m_apply->setToolTip(tr("Make these changes, as one step of undo (Ctrl+Return)"));
    m_undo->setObjectName(QStringLiteral("fixUndo"));
    m_undo->setToolTip(tr("Take these changes back (Ctrl+Z)"));
    m_again->setObjectName(QStringLiteral("fixAgain"));

    auto *close = new QToolButton;
    close->setIcon(paletteIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close"));
    connect(close, &QToolButton::clicked, this, &FixPanel::close);
    auto *head = new QHBoxLayout;
    setMirroredMargins(head, this, {16, 4, 8, 0});
    head->setSpacing(8);
    auto *title = new QLabel(tr("Make it so:"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    head->addWidget(title);
    head->addWidget(m_wish);
    head->addSpacing(8);
    head->addWidget(m_why, 1);
    head->addWidget(close);
    auto *bar = new QHBoxLayout;
    setMirroredMargins(bar, this, {16, 4, 8, 4});
    bar->setSpacing(8);
    bar->addWidget(m_message, 1);
    bar->addWidget(m_progress);
    bar->addWidget(m_again);
    bar->addWidget(m_undo);
    bar->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);
    setMinimumHeight(160);
    setTabOrder(m_wish, m_tree);
    setTabOrder(m_tree, m_apply);
}

void FixPanel::open(kconfig::SymbolId symbol, const std::optional<kconfig::Wish> &wish)
{
    if (!m_session->isLoaded() || !symbol.isValid())
        return;
    const bool isSame = m_wish->option() == symbol;
    m_wish->setOption(m_session->configuration(), symbol, wish);
    const auto keep = isSame ? m_search->keep() : QVector<kconfig::SymbolId>();
    show();
    // A typed value is what it is already until the user has typed another.
    if (m_wish->isTyped() && !wish)
        m_search->start({}, keep);
    else
        m_search->start({m_wish->wish()}, keep);
    QWidget *field = m_wish->isTyped() ? m_wish->field() : m_tree;
    field->setFocus(Qt::OtherFocusReason);
}

void FixPanel::close()
{
    if (isHidden())
        return;
    hide();
    m_search->clear();
    preview({});
    m_wish->clear();
    emit closed();
}

QVector<KeyHelp> FixPanel::keyHelp()
{
    return {{tr("Return"), tr("Make the changes of a way; go to an option")},
            {tr("Ctrl+Return"), tr("Make the changes of the way that the row belongs to")},
            {tr("Space"), tr("Leave an option alone, and look for other ways")},
            {tr("Esc"), tr("Stop looking; close")}};
}

QString FixPanel::message() const
{
    return m_message->text();
}

QString FixPanel::reasons() const
{
    return m_story->toPlainText();
}

int FixPanel::currentWay() const
{
    const int way = m_model->wayAt(m_tree->currentIndex());
    return way < 0 && m_search->ways().size() == 1 ? 0 : way;
}

void FixPanel::update()
{
    const State state = m_search->state();
    const bool isBusy = state == State::searching || m_search->isStale();
    if (isBusy)
        m_tick.start();
    else
        m_tick.stop();
    const bool isLong = isBusy && m_search->elapsed() > quick;
    const bool canLookOn = state == State::stopped || state == State::nothing ||
                           (state == State::found && m_search->answer().isPartial);
    m_message->setText(fixStateText(*m_search));
    m_progress->setVisible(isLong);
    m_again->setVisible(isLong || (canLookOn && !isBusy));
    m_again->setText(isBusy                    ? tr("Stop")
                     : state == State::stopped ? tr("Look Again")
                                               : tr("Look Longer"));
    m_again->setToolTip(isBusy ? tr("Stop looking (Esc)") : QString());
    const int way = currentWay();
    const bool canApply = way >= 0 && !m_search->isStale() && state != State::applied;
    m_apply->setVisible(!m_search->ways().isEmpty() && state != State::applied);
    m_apply->setEnabled(canApply);
    m_apply->setText(
        canApply ? tr("Make %n Change(s)", nullptr, int(m_search->ways()[way]->edits.size()))
                 : tr("Make Changes"));
    m_undo->setVisible(state == State::applied && !m_search->isStale());
    preview(canApply && !isHidden() ? m_search->ways()[way] : FixWayPointer());
}

void FixPanel::preview(const FixWayPointer &way)
{
    if (m_previewed == way)
        return;
    m_previewed = way;
    emit previewed(way);
}

void FixPanel::updateReasons()
{
    const FixAnswer &answer = m_search->answer();
    const QString base = m_session->project().treeDirectory();
    const bool isImpossible = m_search->state() == State::impossible && answer.impossible;
    if (isImpossible)
        m_story->setHtml(
            reasonsText(m_session->model(), answer.impossible->reasons, base, palette()));
    else
        m_story->clear();
    // What is left alone can be let go again in the tree; while looking, nothing flickers.
    const bool hasRows = m_model->rowCount() > 0 || m_search->state() == State::searching;
    showPage(hasRows ? static_cast<QWidget *>(m_tree) : m_story);
    QString why;
    if (isImpossible && !m_search->keep().isEmpty())
        why = sentenceText(m_session->model(), answer.impossible->sentence, base, palette());
    else if (!isImpossible && answer.refusal)
        why = sentenceText(m_session->model(), answer.refusal->sentence, base, palette()) + u'.';
    m_why->setText(why);
}

/// Shows the tree, or the text in its place; the focus stays where the user sees it.
void FixPanel::showPage(QWidget *page)
{
    QWidget *former = m_stack->currentWidget();
    if (former == page)
        return;
    const bool hadFocus = former->hasFocus();
    m_stack->setCurrentWidget(page);
    if (hadFocus)
        page->setFocus(Qt::OtherFocusReason);
}

/// A screen reader hears how a search has ended.
void FixPanel::tell()
{
    m_message->setAccessibleName(m_message->text());
    if (m_search->state() == State::searching || m_search->isStale() || isHidden())
        return;
    QAccessibleEvent spoken(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void FixPanel::expandWay(int way)
{
    const QModelIndex at = m_model->index(way, 0);
    m_tree->expand(at);
    for (int row = 0; row < m_model->rowCount(at); ++row) {
        const QModelIndex below = m_model->index(row, 0, at);
        const int count = below.data(FixModel::CountRole).toInt();
        if (count > 0 && count <= handful)
            m_tree->expand(below);
    }
}

void FixPanel::onWayInserted(int way)
{
    const int rows = m_model->rowCount();
    if (way != 0 || rows == 0)
        return;
    const QModelIndex first = m_model->index(0, 0);
    const QModelIndex last = m_model->index(rows - 1, 0);
    if (m_model->wayAt(last) < 0)
        m_tree->expand(last); // what is left alone
    if (m_model->wayAt(first) < 0)
        return;
    // The best one is opened; who looks at another one by now stays there.
    expandWay(0);
    if (m_model->wayAt(m_tree->currentIndex()) < 0)
        m_tree->setCurrentIndex(first);
}

void FixPanel::activate(const QModelIndex &index)
{
    const kconfig::SymbolId symbol = m_model->symbolAt(index);
    if (symbol.isValid())
        emit optionRequested(symbol);
    else if (!index.parent().isValid() && m_model->wayAt(index) >= 0)
        apply();
    else
        m_tree->setExpanded(index.siblingAtColumn(0),
                            !m_tree->isExpanded(index.siblingAtColumn(0)));
}

void FixPanel::apply()
{
    const int way = currentWay();
    if (way < 0 || m_search->state() == State::applied)
        return;
    if (const auto done = m_search->apply(way); !done) {
        m_message->setText(tr("Not changed: %1").arg(done.error().text()));
        return;
    }
    emit applied(m_wish->option());
}

void FixPanel::again()
{
    if (m_search->state() == State::searching || m_search->isStale())
        m_search->cancel();
    else if (m_search->state() == State::stopped)
        m_search->restart(m_search->patience());
    else
        m_search->restart(m_search->patience() * longer);
}

void FixPanel::escape()
{
    if (m_search->state() == State::searching)
        m_search->cancel();
    else
        close();
}

bool FixPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_tree || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const QModelIndex current = m_tree->currentIndex();
    switch (key->key()) {
    case Qt::Key_Space:
        m_model->toggleKeep(current);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers() & Qt::ControlModifier)
            apply();
        else if (current.isValid())
            activate(current);
        return true;
    default:
        return false;
    }
}

void FixPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        escape();
    else if (isReturn && (event->modifiers() & Qt::ControlModifier))
        apply();
    else
        QWidget::keyPressEvent(event);
}

void FixPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_session->isLoaded() && !isHidden())
        updateReasons(); // the text carries colours
}

} // namespace kiln
