// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/option_pane.h"

#include "widgets/option_filter_model.h"
#include "widgets/option_search_model.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"
#include "widgets/option_view_actions.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace kiln {

using kconfig::NodeId;

namespace {

/// So many rows are opened at all levels when a filter or a search has narrowed the tree.
constexpr int mostOpened = 2000;

} // namespace

OptionPane::OptionPane(OptionTreeModel *tree, OptionViewActions *actions, QWidget *parent)
    : QWidget(parent)
    , m_tree(tree)
    , m_actions(actions)
    , m_filter(new OptionFilterModel(OptionFilterModel::Show::options, this))
    , m_view(new OptionView)
    , m_found(new QLabel)
    , m_nothing(new QLabel)
{
    m_filter->setSourceModel(tree);
    // Hears of a new tree after the filter, which what it tells is shown with.
    m_search = new OptionSearchModel(tree, this);
    build();
    useModel(m_filter);
    connect(actions, &OptionViewActions::changed, this, &OptionPane::arrange);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &OptionPane::tellNothing);
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, &OptionPane::tellNothing);
    connect(tree, &OptionTreeModel::previewChanged, m_view->viewport(),
            qOverload<>(&QWidget::update));
    connect(m_search, &OptionSearchModel::searched, this, &OptionPane::onSearched);
    connect(tree, &QAbstractItemModel::modelReset, this, [this] { m_beforeSearch = {}; });
    // Options of a menu that opens are there at once, with what hangs on them.
    connect(m_view, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (index.data(OptionTreeModel::MenuRole).toBool())
            m_view->expandOptions(index);
        m_view->fitNamesSoon();
    });
}

void OptionPane::build()
{
    m_view->setAccessibleName(tr("Options"));
    m_view->setObjectName(QStringLiteral("options"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(32);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_nothing->setParent(m_view); // in place of the rows, below their header
    m_nothing->hide();
    m_view->viewport()->installEventFilter(this);
    m_nothing->setObjectName(QStringLiteral("nothing"));
    m_found->setObjectName(QStringLiteral("found"));

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(8, 4, 8, 4);
    tools->setSpacing(0);
    for (QAction *action : m_actions->all()) {
        if (!action) {
            tools->addSpacing(12);
            continue;
        }
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setIconSize(QSize(16, 16));
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text().remove(QLatin1Char('&')));
        button->setMinimumSize(28, 28);
        tools->addWidget(button);
    }
    tools->addStretch(1);
    tools->addWidget(m_found);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(tools);
    layout->addWidget(m_view, 1);
}

bool OptionPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        m_nothing->setGeometry(m_view->viewport()->geometry());
    return QWidget::eventFilter(watched, event);
}

bool OptionPane::isSearching() const
{
    return !m_search->text().isEmpty();
}

bool OptionPane::showsOneMenu() const
{
    return m_actions->shape() == OptionViewActions::Shape::menus && !isSearching();
}

void OptionPane::useModel(QAbstractItemModel *model)
{
    if (m_view->model() == model)
        return;
    QItemSelectionModel *old = m_view->selectionModel();
    m_view->setModel(model);
    delete old;
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    emit currentChanged(m_tree->nodeAt(toTree(current)));
            });
}

void OptionPane::setMenu(NodeId menu)
{
    m_menu = menu;
    arrange();
    if (!showsOneMenu())
        return;
    const QModelIndex first = m_view->model()->index(0, 0, m_view->rootIndex());
    m_view->setCurrentIndex(first);
    m_view->scrollToTop();
    if (!first.isValid() && menu.isValid())
        emit currentChanged(menu);
}

void OptionPane::setSearchText(const QString &text)
{
    if (!isSearching())
        m_beforeSearch = currentNode();
    m_search->setText(text); // arranges by searched()
}

void OptionPane::onSearched()
{
    arrange();
    if (!isSearching()) {
        // A search that found nothing leaves things as it met them.
        if (!m_view->currentIndex().isValid() && !showNode(m_beforeSearch) && showsOneMenu() &&
            m_tree->indexOf(m_menu).isValid())
            emit currentChanged(m_menu);
        return;
    }
    // The best is at the top of the list; in a tree it is wherever it belongs.
    if (!m_search->nodes().isEmpty())
        showNode(m_search->nodes().first());
    else if (m_search->isReady())
        emit currentChanged(NodeId{});
}

void OptionPane::arrange()
{
    if (!m_tree->configuration()) {
        m_found->clear();
        m_nothing->hide();
        return;
    }
    const NodeId current = currentNode();
    const bool asTree = m_actions->resultsTree->isChecked();
    m_tree->setNamesFirst(m_actions->namesFirst->isChecked());
    m_search->setShowAll(m_actions->showAll->isChecked());
    OptionFilter filter;
    filter.showAll = m_actions->showAll->isChecked();
    filter.onlyChanged = m_actions->onlyChanged->isChecked();
    filter.onlyNonDefault = m_actions->onlyNonDefault->isChecked();
    if (isSearching() && asTree)
        filter = {filter.showAll, false, false, m_search->nodes()};
    const bool flat = m_actions->shape() == OptionViewActions::Shape::flat && !isSearching();
    if (!isSearching() || asTree) {
        m_filter->setShow(flat ? OptionFilterModel::Show::flat : OptionFilterModel::Show::options);
        m_filter->setFilter(filter);
    }
    const bool list = isSearching() && !asTree;
    useModel(list ? static_cast<QAbstractItemModel *>(m_search) : m_filter);
    m_view->setRootIsDecorated(!list && !flat);
    m_view->setMenusOpenInPlace(!list && !showsOneMenu());
    QModelIndex root;
    if (showsOneMenu()) {
        root = m_filter->mapFromSource(m_tree->indexOf(m_menu));
        if (!root.isValid())
            root = m_filter->index(0, 0);
    }
    if (m_view->rootIndex() != root)
        m_view->setRootIndex(root);
    expand();
    applyColumns();
    tellNothing();
    if (current.isValid())
        showNode(current);
}

void OptionPane::expand()
{
    if (m_view->model() != m_filter || m_filter->show() == OptionFilterModel::Show::flat)
        return;
    if (m_filter->filter().narrows() && m_filter->shownCount() <= mostOpened) {
        m_view->expandEverything();
    } else if (showsOneMenu()) {
        m_view->expandOptions(m_view->rootIndex());
    } else {
        m_view->expand(m_filter->index(0, 0));
    }
}

void OptionPane::tellNothing()
{
    QString why;
    m_found->clear();
    const bool narrowed = m_filter->filter().narrows() && !isSearching();
    if (isSearching()) {
        const QLocale locale;
        const int shown = int(m_search->nodes().size());
        if (!m_search->isReady())
            m_found->setText(tr("Indexing…"));
        else if (shown < m_search->total())
            m_found->setText(tr("%1 of %2 found")
                                 .arg(locale.toString(shown), locale.toString(m_search->total())));
        else if (shown > 0)
            m_found->setText(tr("%n found", nullptr, shown));
        if (m_search->isReady() && shown == 0)
            why = tr("No option matches “%1”. View > Show All Options also looks among the hidden "
                     "ones.")
                      .arg(m_search->text());
    } else if (narrowed) {
        m_found->setText(tr("%n option(s)", nullptr, m_filter->matchCount()));
        if (m_filter->matchCount() == 0)
            why = m_actions->onlyChanged->isChecked()
                      ? tr("Nothing differs from the saved configuration. View > Only Changed "
                           "shows the others again.")
                      : tr("Nothing differs from its default. View > Only Different from Default "
                           "shows the others again.");
    }
    m_nothing->setText(why);
    m_nothing->setVisible(!why.isEmpty());
}

void OptionPane::applyColumns()
{
    QHeaderView *header = m_view->header();
    if (header->count() < OptionTreeModel::columnCount_)
        return;
    header->setSectionResizeMode(OptionTreeModel::optionColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(OptionTreeModel::valueColumn, QHeaderView::Interactive);
    header->setSectionResizeMode(OptionTreeModel::nameColumn, QHeaderView::Interactive);
    if (m_valueWidth == 0)
        setValueWidth(fontMetrics().averageCharWidth() * 20);
    m_view->fitNamesSoon();
}

int OptionPane::valueWidth() const
{
    return m_valueWidth == 0 ? 0 : m_view->header()->sectionSize(OptionTreeModel::valueColumn);
}

void OptionPane::setValueWidth(int width)
{
    m_valueWidth = width;
    m_view->header()->resizeSection(OptionTreeModel::valueColumn, width);
}

QModelIndex OptionPane::fromTree(const QModelIndex &treeIndex) const
{
    if (m_view->model() == m_filter)
        return m_filter->mapFromSource(treeIndex);
    const qsizetype row = m_search->nodes().indexOf(m_tree->nodeAt(treeIndex));
    return row < 0 ? QModelIndex() : m_search->index(int(row), treeIndex.column());
}

QModelIndex OptionPane::toTree(const QModelIndex &viewIndex) const
{
    if (viewIndex.model() == m_filter)
        return m_filter->mapToSource(viewIndex);
    return viewIndex.model() == m_search ? m_search->toTree(viewIndex) : QModelIndex();
}

NodeId OptionPane::currentNode() const
{
    return m_tree->configuration() ? m_tree->nodeAt(toTree(m_view->currentIndex())) : NodeId{};
}

bool OptionPane::showNode(NodeId node)
{
    const QModelIndex at = fromTree(m_tree->indexOf(node));
    if (!at.isValid())
        return false;
    if (showsOneMenu()) {
        // Elsewhere than under the menu shown it would have no row.
        QModelIndex above = at.parent();
        while (above.isValid() && above != m_view->rootIndex())
            above = above.parent();
        if (above != m_view->rootIndex())
            return false;
    }
    m_view->setCurrentIndex(at);
    m_view->scrollTo(at);
    return true;
}

} // namespace kiln
