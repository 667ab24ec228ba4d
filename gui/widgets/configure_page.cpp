// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/configure_page.h"

#include "widgets/dependency_view.h"
#include "widgets/details_pane.h"
#include "widgets/elided_label.h"
#include "widgets/fitted_text.h"
#include "widgets/fix_panel.h"
#include "widgets/loading_view.h"
#include "widgets/menu_delegate.h"
#include "widgets/mirrored_margins.h"
#include "widgets/option_filter_model.h"
#include "widgets/option_pane.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"
#include "widgets/option_view_actions.h"
#include "widgets/why_popup.h"
#include "widgets/why_text.h"
#include "workbench/config_session.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kiln {

using kconfig::NodeId;

ConfigurePage::ConfigurePage(ConfigSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_tree(new OptionTreeModel(this))
    , m_actions(new OptionViewActions(this))
    , m_menuFilter(new OptionFilterModel(OptionFilterModel::Show::menusOnly, this))
    , m_menus(new QTreeView)
    , m_options(new OptionPane(m_tree, m_actions))
    , m_details(new DetailsPane)
    , m_why(new WhyPopup(this))
    , m_fixes(new FixPanel(session))
    , m_makeItSo(new QAction(tr("&Make It So…"), this))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_outer(new QSplitter(Qt::Vertical))
    , m_stack(new QStackedWidget)
    , m_waiting(new LoadingView(session))
    , m_message(new ElidedLabel(Qt::ElideMiddle))
    , m_offer(new QPushButton(tr("Make It So…")))
    , m_count(new QLabel)
    , m_review(new QPushButton(tr("Review")))
    , m_undo(new QPushButton(tr("Undo")))
{
    m_menuFilter->setSourceModel(m_tree);
    m_paintDue.setSingleShot(true);
    m_paintDue.setInterval(0);
    connect(&m_paintDue, &QTimer::timeout, this, [this] { m_splitter->setUpdatesEnabled(true); });
    build();
    connectPanes();
    connectFixes();

    connect(m_session, &ConfigSession::loadStarted, this, [this] {
        m_details->setNode(nullptr, {}, {});
        m_tree->setConfiguration(nullptr);
        m_waiting->showProgress();
        m_stack->setCurrentWidget(m_waiting);
        m_why->hide();
        m_refused.reset(); // the tree that comes has other numbers
    });
    connect(m_session, &ConfigSession::loaded, this, &ConfigurePage::onLoaded);
    connect(m_session, &ConfigSession::loadFailed, this, [this](const Problem &problem) {
        m_waiting->setText(problem.text());
        m_stack->setCurrentWidget(m_waiting);
    });
    connect(m_session, &ConfigSession::edited, this, &ConfigurePage::onEdited);
    // Also without a save: reading the tree again, recovery and changes from outside leave edits
    // that are unsaved against a file that is another now.
    connect(m_session, &ConfigSession::savedStateChanged, this, [this] {
        if (m_session->changeCount() == 0)
            m_tree->takeReference();
        else
            m_tree->setReference(m_session->savedConfiguration());
    });
    connect(m_session, &ConfigSession::savedTo, this, [this](const QString &file) {
        showMessage(tr("Saved to %1").arg(file), false);
        onEdited({});
    });
    takeSession();
}

/// What the session has told before there was a page to hear it.
void ConfigurePage::takeSession()
{
    if (m_session->isLoaded()) {
        onLoaded();
        if (m_session->changeCount() > 0)
            m_tree->setReference(m_session->savedConfiguration());
    } else if (m_session->isLoading()) {
        m_waiting->showProgress();
        m_stack->setCurrentWidget(m_waiting);
    }
}

void ConfigurePage::build()
{
    m_menus->setModel(m_menuFilter);
    m_menus->setHeaderHidden(true);
    m_menus->hideColumn(OptionTreeModel::valueColumn);
    m_menus->hideColumn(OptionTreeModel::nameColumn);
    m_menus->header()->setStretchLastSection(false);
    m_menus->header()->setSectionResizeMode(OptionTreeModel::optionColumn, QHeaderView::Stretch);
    m_menus->setUniformRowHeights(true);
    m_menus->setItemDelegate(new MenuDelegate(m_menus));
    m_menus->setAccessibleName(tr("Menus"));
    m_menus->setObjectName(QStringLiteral("menus"));
    m_menus->setFrameShape(QFrame::NoFrame);
    m_menus->setIndentation(16);
    m_menus->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_details->setObjectName(QStringLiteral("details"));
    m_details->setFrameShape(QFrame::NoFrame);

    m_splitter->addWidget(m_menus);
    m_splitter->addWidget(m_options);
    m_splitter->addWidget(m_details);
    // Room for menus of thirty letters, with their arrow, icon and margins.
    const int menus = std::max(240, fontMetrics().averageCharWidth() * 30 + 80);
    m_splitter->setSizes({menus, 840 - menus, 316});
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    // In a narrow window the side panes give way first.
    m_menus->setMinimumWidth(120);
    m_options->setMinimumWidth(320);
    m_details->setMinimumWidth(160);

    m_message->setObjectName(QStringLiteral("consequences"));
    m_undo->setToolTip(tr("Undo the last change (Ctrl+Z)"));
    m_undo->setEnabled(false);
    connect(m_undo, &QPushButton::clicked, this, &ConfigurePage::undoRequested);
    m_review->setToolTip(tr("Show what differs from the saved file (Ctrl+Shift+D)"));
    m_review->hide();
    connect(m_review, &QPushButton::clicked, this, &ConfigurePage::reviewRequested);
    auto *foot = new QHBoxLayout;
    setMirroredMargins(foot, this, {16, 4, 8, 4});
    foot->setSpacing(8);
    foot->addWidget(m_message, 1);
    foot->addWidget(m_offer);
    foot->addWidget(m_count);
    foot->addWidget(m_review);
    foot->addWidget(m_undo);

    auto *body = new QWidget;
    auto *bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->setSpacing(0);
    m_outer->addWidget(m_splitter);
    m_outer->addWidget(m_fixes);
    m_outer->setSizes({400, 280});
    m_outer->setStretchFactor(0, 1);
    m_outer->setChildrenCollapsible(false);
    bodyLayout->addWidget(m_outer, 1);
    auto *rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setFrameShadow(QFrame::Sunken);
    bodyLayout->addWidget(rule);
    bodyLayout->addLayout(foot);
    m_stack->addWidget(m_waiting);
    m_stack->addWidget(body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void ConfigurePage::connectPanes()
{
    const OptionView *view = m_options->view();
    connect(m_menus->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ConfigurePage::onMenuChanged);
    connect(view, &OptionView::menuEntered, this, &ConfigurePage::enterMenu);
    connect(view, &OptionView::leftMenu, this, &ConfigurePage::leaveMenu);
    connect(view, &OptionView::escaped, this, &ConfigurePage::escape);
    connect(view, &OptionView::searchRequested, this, &ConfigurePage::searchRequested);
    connect(view, &OptionView::showAllRequested, m_actions->showAll, &QAction::trigger);
    connect(view, &OptionView::helpRequested, this,
            [this] { m_details->top()->setFocus(Qt::ShortcutFocusReason); });
    connect(view, &OptionView::whyRequested, this,
            [this](const QModelIndex &index) { showWhy(m_options->toTree(index), true); });
    connect(m_options, &OptionPane::currentChanged, this, &ConfigurePage::showNode);
    connect(m_actions, &OptionViewActions::changed, this, &ConfigurePage::onViewChanged);
    connect(m_details, &DetailsPane::optionRequested, this,
            qOverload<const QString &>(&ConfigurePage::showOption));
    connect(m_details, &DetailsPane::nodeRequested, this,
            qOverload<NodeId>(&ConfigurePage::showOption));
    connect(m_details, &DetailsPane::openRequested, this, &ConfigurePage::openRequested);
    connect(m_why, &WhyPopup::linkActivated, this, &ConfigurePage::followLink);
}

void ConfigurePage::followLink(const QUrl &url)
{
    if (const auto option = linkedOption(url))
        showOption(*option);
    else if (const auto place = linkedSource(url))
        emit openRequested(*place);
    else if (const auto symbol = linkedFix(url))
        makeItSo(*symbol);
}

void ConfigurePage::onLoaded()
{
    m_tree->setConfiguration(&m_session->configuration(),
                             [this](const kconfig::Edit &edit) { return setValue(edit); });
    m_values.take(m_session->configuration());
    const QModelIndex mainMenu = m_menuFilter->index(0, 0);
    m_menus->expand(mainMenu);
    if (m_menus->currentIndex() == mainMenu)
        onMenuChanged(mainMenu);
    else
        m_menus->setCurrentIndex(mainMenu);
    onViewChanged();
    showMessage({}, false);
    onEdited({});
    // Painting it all for the first time takes as long again, and has a turn of its own.
    m_splitter->setUpdatesEnabled(false);
    m_stack->setCurrentIndex(1);
    m_paintDue.start();
    // The keys of menuconfig work from the beginning, and again: while the tree was read the
    // keyboard went to whatever came next. Who types or looks elsewhere keeps it.
    const QWidget *owner = window()->focusWidget();
    if (isVisible() &&
        (!owner || isAncestorOf(owner) || qobject_cast<const QAbstractButton *>(owner)))
        m_options->view()->setFocus(Qt::OtherFocusReason);
}

/// Makes an edit of the user's. Returns why it was refused; empty when it was not.
QString ConfigurePage::setValue(const kconfig::Edit &edit)
{
    m_touched = edit.symbol;
    m_refused.reset();
    const auto result = m_session->edit(edit);
    m_touched = {};
    if (result)
        return {};
    m_refused = kconfig::Wish{edit.symbol, edit.value.value_or(std::string())};
    return result.error().text();
}

void ConfigurePage::onEdited(const QVector<kconfig::SymbolId> &changed)
{
    if (!m_session->isLoaded())
        return;
    if (!changed.isEmpty()) {
        m_tree->symbolsChanged(changed);
        showMessage(consequencesText(m_session->configuration(),
                                     m_values.update(m_session->configuration(), changed),
                                     m_touched),
                    false);
    }
    const int count = m_session->changeCount();
    m_count->setText(count == 0 ? QString() : tr("%n unsaved change(s)", nullptr, count));
    m_review->setVisible(count > 0);
    m_undo->setEnabled(m_session->canUndo());
    m_undo->setToolTip(m_session->canUndo() ? tr("Undo %1 (Ctrl+Z)").arg(m_session->undoText())
                                            : tr("Nothing to undo (Ctrl+Z)"));
    m_details->refresh();
}

void ConfigurePage::showMessage(const QString &text, bool refusal)
{
    if (!refusal) {
        m_refused.reset();
        m_offer->hide();
    }
    QString shown = text;
    if (!baseFolder().isEmpty())
        shown.remove(baseFolder() + QLatin1Char('/'));
    m_message->setText(refusal ? tr("Not changed: %1").arg(shown) : shown);
    m_message->setAccessibleName(m_message->text());
    if (text.isEmpty())
        return;
    QAccessibleEvent spoken(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void ConfigurePage::onMenuChanged(const QModelIndex &current)
{
    if (current.isValid())
        m_options->setMenu(m_tree->nodeAt(m_menuFilter->mapToSource(current)));
}

void ConfigurePage::onViewChanged()
{
    OptionFilter filter;
    filter.showAll = m_actions->showAll->isChecked();
    filter.onlyChanged = m_actions->onlyChanged->isChecked();
    filter.onlyNonDefault = m_actions->onlyNonDefault->isChecked();
    m_menuFilter->setFilter(filter);
    m_menus->setVisible(m_actions->shape() == OptionViewActions::Shape::menus);
    m_why->hide();
    const NodeId node = m_options->currentNode();
    if (node.isValid() && m_actions->shape() == OptionViewActions::Shape::menus &&
        !m_options->isSearching() && !m_menus->currentIndex().isValid())
        showOption(node);
}

NodeId ConfigurePage::menuOf(NodeId node) const
{
    const kconfig::Model &model = m_session->model();
    NodeId at = model.node(node).parent;
    while (at.isValid() && !m_tree->indexOf(at).data(OptionTreeModel::MenuRole).toBool())
        at = model.node(at).parent;
    return at.isValid() ? at : model.root();
}

void ConfigurePage::enterMenu(const QModelIndex &viewIndex)
{
    const QModelIndex at = m_options->toTree(viewIndex);
    setSearchText({});
    emit searchLeft();
    m_menus->setCurrentIndex(m_menuFilter->mapFromSource(at));
}

void ConfigurePage::leaveMenu()
{
    if (m_options->isSearching()) {
        setSearchText({});
        emit searchLeft();
        return;
    }
    if (!m_options->showsOneMenu()) {
        const NodeId node = m_options->currentNode();
        if (node.isValid())
            m_options->showNode(menuOf(node));
        return;
    }
    const QModelIndex menu = m_menus->currentIndex();
    if (!menu.parent().isValid())
        return;
    const NodeId left = m_tree->nodeAt(m_menuFilter->mapToSource(menu));
    m_menus->setCurrentIndex(menu.parent());
    m_options->showNode(left);
}

void ConfigurePage::escape()
{
    m_why->hide();
    if (!m_options->isSearching())
        return;
    // Where the search has led to stays the current option.
    const NodeId found = m_options->currentNode();
    setSearchText({});
    emit searchLeft();
    if (found.isValid())
        showOption(found);
}

void ConfigurePage::showNode(NodeId node)
{
    if (m_session->isLoaded())
        m_details->setNode(&m_session->configuration(), node, baseFolder());
}

void ConfigurePage::showWhy(const QModelIndex &treeIndex, bool byPointer)
{
    const auto symbol = kconfig::SymbolId{treeIndex.data(OptionTreeModel::SymbolRole).toUInt()};
    const QModelIndex row = m_options->fromTree(treeIndex);
    if (!symbol.isValid() || !row.isValid())
        return;
    const QString html =
        whyText(m_session->configuration(), symbol, baseFolder(), palette(), WhyDetail::full);
    const QString fix = QStringLiteral("<p style=\"margin:4px 0 0 0\"><a href=\"%1\">%2</a></p>")
                            .arg(fixLink(symbol).toString(), tr("Make it so…"));
    if (!html.isEmpty())
        m_why->showAt(html + fix, m_options->view(), m_options->view()->visualRect(row), byPointer);
}

QString ConfigurePage::baseFolder() const
{
    return m_session->project().treeDirectory();
}

void ConfigurePage::setSearchText(const QString &text)
{
    m_why->hide();
    m_options->setSearchText(text);
}

void ConfigurePage::activateSearch()
{
    m_options->view()->setFocus(Qt::ShortcutFocusReason);
}

void ConfigurePage::showOption(const QString &name)
{
    if (!m_session->isLoaded())
        return;
    const QModelIndex at = m_tree->indexOf(m_session->model().find(name.toStdString()));
    if (at.isValid())
        showOption(m_tree->nodeAt(at));
}

void ConfigurePage::showOption(NodeId node)
{
    // While the tree is read again nothing has a row.
    if (!m_session->isLoaded() || !m_tree->indexOf(node).isValid())
        return;
    // Whatever hides it gives way.
    if (!m_tree->isVisible(node))
        m_actions->showAll->setChecked(true);
    if (m_options->isSearching() && !m_options->showNode(node)) {
        setSearchText({});
        emit searchLeft();
    }
    if (m_options->isSearching())
        return;
    if (m_options->filter()->filter().narrows() && !m_options->filter()->shows(node)) {
        m_actions->onlyChanged->setChecked(false);
        m_actions->onlyNonDefault->setChecked(false);
    }
    if (m_options->showsOneMenu())
        m_menus->setCurrentIndex(m_menuFilter->mapFromSource(m_tree->indexOf(menuOf(node))));
    if (!m_options->showNode(node))
        showNode(node);
}

OptionView *ConfigurePage::optionView() const
{
    return m_options->view();
}

QString ConfigurePage::consequences() const
{
    return m_message->text();
}

QString ConfigurePage::detailsText() const
{
    return m_details->plainText();
}

void ConfigurePage::saveState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("configure/splitter"), m_splitter->saveState());
    settings.setValue(QStringLiteral("configure/fixes"), m_outer->saveState());
    settings.setValue(QStringLiteral("configure/fixColumns"),
                      m_fixes->tree()->header()->saveState());
    settings.setValue(QStringLiteral("configure/valueWidth"), m_options->valueWidth());
    m_actions->saveState(settings);
}

void ConfigurePage::restoreState(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(QStringLiteral("configure/splitter")).toByteArray());
    m_outer->restoreState(settings.value(QStringLiteral("configure/fixes")).toByteArray());
    m_fixes->tree()->header()->restoreState(
        settings.value(QStringLiteral("configure/fixColumns")).toByteArray());
    const int value = settings.value(QStringLiteral("configure/valueWidth")).toInt();
    if (value > 0)
        m_options->setValueWidth(value);
    m_actions->restoreState(settings);
}

} // namespace kiln
