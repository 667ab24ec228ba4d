// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/configure_page.h"

#include "widgets/menu_delegate.h"
#include "widgets/option_details.h"
#include "widgets/option_filter_model.h"
#include "widgets/option_search_model.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"
#include "workbench/config_session.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace kiln {

using kconfig::NodeId;

ConfigurePage::ConfigurePage(ConfigSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_tree(new OptionTreeModel(this))
    , m_menuFilter(new OptionFilterModel(OptionFilterModel::Show::menusOnly, this))
    , m_optionFilter(new OptionFilterModel(OptionFilterModel::Show::options, this))
    , m_search(new OptionSearchModel(m_tree, this))
    , m_menus(new QTreeView)
    , m_options(new OptionView)
    , m_details(new QTextBrowser)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_stack(new QStackedWidget)
    , m_waiting(new QLabel(tr("Open an application folder to configure it.")))
    , m_nothingFound(new QLabel)
    , m_message(new QLabel)
    , m_count(new QLabel)
    , m_review(new QPushButton(tr("Review")))
    , m_undo(new QPushButton(tr("Undo")))
{
    m_menuFilter->setSourceModel(m_tree);
    m_optionFilter->setSourceModel(m_tree);
    build();

    connect(m_session, &ConfigSession::loadStarted, this, [this] {
        m_tree->setConfiguration(nullptr);
        m_waiting->setText(tr("Reading the options…"));
        m_stack->setCurrentWidget(m_waiting);
        m_shown = {};
        m_details->clear();
    });
    connect(m_session, &ConfigSession::loaded, this, &ConfigurePage::onLoaded);
    connect(m_session, &ConfigSession::loadFailed, this, [this](const Problem &problem) {
        m_waiting->setText(problem.text());
        m_stack->setCurrentWidget(m_waiting);
    });
    connect(m_session, &ConfigSession::edited, this, &ConfigurePage::onEdited);
    connect(m_session, &ConfigSession::savedTo, this, [this](const QString &file) {
        m_tree->takeReference();
        showMessage(tr("Saved to %1").arg(file), false);
        onEdited({});
    });
    connect(m_tree, &OptionTreeModel::editRefused, this,
            [this](const QModelIndex &, const QString &why) { showMessage(why, true); });
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
    m_options->setModel(m_optionFilter);
    m_options->setAccessibleName(tr("Options"));
    m_options->setObjectName(QStringLiteral("options"));
    m_options->setFrameShape(QFrame::NoFrame);
    m_details->setOpenLinks(false);
    m_details->setAccessibleName(tr("Details of the option"));
    m_details->setObjectName(QStringLiteral("details"));
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->document()->setDocumentMargin(16);
    m_nothingFound->setAlignment(Qt::AlignCenter);
    m_nothingFound->setWordWrap(true);
    m_nothingFound->setMargin(32);
    m_nothingFound->hide();
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setWordWrap(true);
    m_waiting->setMargin(32);

    auto *middle = new QWidget;
    auto *middleLayout = new QVBoxLayout(middle);
    middleLayout->setContentsMargins(0, 0, 0, 0);
    middleLayout->setSpacing(0);
    middleLayout->addWidget(m_nothingFound);
    middleLayout->addWidget(m_options, 1);
    m_splitter->addWidget(m_menus);
    m_splitter->addWidget(middle);
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

    m_message->setTextFormat(Qt::PlainText);
    m_message->setObjectName(QStringLiteral("consequences"));
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_undo->setToolTip(tr("Undo the last change (Ctrl+Z)"));
    m_undo->setEnabled(false);
    connect(m_undo, &QPushButton::clicked, this, &ConfigurePage::undoRequested);
    m_review->setToolTip(tr("Show what differs from the saved file (Ctrl+Shift+D)"));
    m_review->hide();
    connect(m_review, &QPushButton::clicked, this, &ConfigurePage::reviewRequested);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 4, 8, 4);
    foot->setSpacing(8);
    foot->addWidget(m_message, 1);
    foot->addWidget(m_count);
    foot->addWidget(m_review);
    foot->addWidget(m_undo);

    auto *body = new QWidget;
    auto *bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->setSpacing(0);
    bodyLayout->addWidget(m_splitter, 1);
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

    connect(m_menus->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ConfigurePage::onMenuChanged);
    connect(m_options, &OptionView::menuEntered, this, &ConfigurePage::enterMenu);
    connect(m_options, &OptionView::leftMenu, this, &ConfigurePage::leaveMenu);
    connect(m_options->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ConfigurePage::onCurrentOption);
    connect(m_details, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (const auto option = linkedOption(url))
            showOption(*option);
        else if (const auto place = linkedSource(url))
            emit openRequested(*place);
    });
}

void ConfigurePage::applyColumns()
{
    QHeaderView *header = m_options->header();
    if (header->count() < OptionTreeModel::columnCount_)
        return;
    header->setSectionResizeMode(OptionTreeModel::optionColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(OptionTreeModel::valueColumn, QHeaderView::Interactive);
    header->setSectionResizeMode(OptionTreeModel::nameColumn, QHeaderView::Interactive);
    if (!m_columnsRestored) {
        const int em = fontMetrics().averageCharWidth();
        header->resizeSection(OptionTreeModel::valueColumn, em * 20);
        m_columnsRestored = true;
    }
    m_options->fitNames();
}

void ConfigurePage::onLoaded()
{
    m_tree->setConfiguration(&m_session->configuration(), [this](const kconfig::Edit &edit) {
        m_touched = edit.symbol;
        const auto result = m_session->edit(edit);
        m_touched = {};
        return result ? QString() : result.error().text();
    });
    m_values.take(m_session->configuration());
    m_stack->setCurrentIndex(1);
    m_menus->expandToDepth(0);
    applyColumns();
    const QModelIndex mainMenu = m_menuFilter->index(0, 0);
    if (m_menus->currentIndex() == mainMenu)
        onMenuChanged(mainMenu);
    else
        m_menus->setCurrentIndex(mainMenu);
    m_message->clear();
    onEdited({});
}

void ConfigurePage::onEdited(const QVector<kconfig::SymbolId> &changed)
{
    if (!m_session->isLoaded())
        return;
    m_tree->symbolsChanged(changed);
    if (!changed.isEmpty())
        showMessage(consequencesText(m_session->configuration(),
                                     m_values.update(m_session->configuration(), changed),
                                     m_touched),
                    false);
    const int count = m_session->changeCount();
    m_count->setText(count == 0 ? QString() : tr("%n unsaved change(s)", nullptr, count));
    m_review->setVisible(count > 0);
    m_undo->setEnabled(m_session->canUndo());
    m_undo->setToolTip(m_session->canUndo() ? tr("Undo %1 (Ctrl+Z)").arg(m_session->undoText())
                                            : tr("Nothing to undo (Ctrl+Z)"));
    showDetails();
}

void ConfigurePage::showMessage(const QString &text, bool refusal)
{
    m_message->setText(refusal ? tr("Not changed: %1").arg(text) : text);
    m_message->setToolTip(m_message->text());
    m_message->setAccessibleName(m_message->text());
}

QModelIndex ConfigurePage::toTree(const QModelIndex &viewIndex) const
{
    if (viewIndex.model() == m_optionFilter)
        return m_optionFilter->mapToSource(viewIndex);
    if (viewIndex.model() == m_menuFilter)
        return m_menuFilter->mapToSource(viewIndex);
    if (viewIndex.model() == m_search)
        return m_search->toTree(viewIndex);
    return {};
}

void ConfigurePage::onMenuChanged(const QModelIndex &current)
{
    if (!current.isValid() || m_options->model() != m_optionFilter)
        return;
    const QModelIndex root = m_optionFilter->mapFromSource(toTree(current));
    if (!root.isValid())
        return;
    m_options->setRootIndex(root);
    applyColumns();
    m_options->expandOptions(root);
    const QModelIndex first = m_optionFilter->index(0, 0, root);
    if (first.isValid())
        m_options->setCurrentIndex(first);
    m_options->scrollToTop();
    showNode(m_tree->nodeAt(toTree(first.isValid() ? first : root)));
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
    const QModelIndex at = toTree(viewIndex);
    setSearchText({});
    emit searchLeft();
    m_menus->setCurrentIndex(m_menuFilter->mapFromSource(at));
}

void ConfigurePage::leaveMenu()
{
    const QModelIndex menu = m_menus->currentIndex();
    if (!menu.parent().isValid())
        return;
    const NodeId left = m_tree->nodeAt(toTree(menu));
    m_menus->setCurrentIndex(menu.parent());
    const QModelIndex at = m_optionFilter->mapFromSource(m_tree->indexOf(left));
    if (at.isValid())
        m_options->setCurrentIndex(at);
}

void ConfigurePage::onCurrentOption(const QModelIndex &current)
{
    if (current.isValid())
        showNode(m_tree->nodeAt(toTree(current)));
}

void ConfigurePage::showNode(NodeId node)
{
    m_shown = node;
    showDetails();
}

void ConfigurePage::showDetails()
{
    if (!m_shown.isValid() || !m_session->isLoaded()) {
        m_details->clear();
        return;
    }
    m_details->setHtml(optionDetails(m_session->configuration(), m_shown,
                                     m_session->project().tree.directory, palette()));
}

void ConfigurePage::setSearchText(const QString &text)
{
    m_search->setText(text);
    const bool searching = !text.trimmed().isEmpty();
    QAbstractItemModel *wanted =
        searching ? static_cast<QAbstractItemModel *>(m_search) : m_optionFilter;
    if (m_options->model() != wanted) {
        QItemSelectionModel *old = m_options->selectionModel();
        m_options->setModel(wanted);
        delete old;
        connect(m_options->selectionModel(), &QItemSelectionModel::currentChanged, this,
                &ConfigurePage::onCurrentOption);
        m_options->setRootIsDecorated(!searching);
        if (!searching)
            onMenuChanged(m_menus->currentIndex());
    }
    applyColumns();
    const bool nothing = searching && m_session->isLoaded() && m_search->rowCount() == 0;
    m_nothingFound->setVisible(nothing);
    if (nothing)
        m_nothingFound->setText(tr("No option matches “%1”. View > Show All Options also looks "
                                   "among the hidden ones.")
                                    .arg(text.trimmed()));
    if (searching && m_search->rowCount() > 0)
        m_options->setCurrentIndex(m_search->index(0, 0));
}

void ConfigurePage::activateSearch()
{
    m_options->setFocus(Qt::ShortcutFocusReason);
}

void ConfigurePage::setShowAll(bool showAll)
{
    m_menuFilter->setShowAll(showAll);
    m_optionFilter->setShowAll(showAll);
    m_search->setShowAll(showAll);
    if (m_options->model() == m_optionFilter) {
        const NodeId shown = m_shown;
        onMenuChanged(m_menus->currentIndex());
        const QModelIndex again = m_optionFilter->mapFromSource(m_tree->indexOf(shown));
        if (again.isValid())
            m_options->setCurrentIndex(again);
    }
}

void ConfigurePage::showOption(const QString &name)
{
    if (!m_session->isLoaded())
        return;
    const kconfig::SymbolId symbol = m_session->model().find(name.toStdString());
    const QModelIndex at = m_tree->indexOf(symbol);
    if (!at.isValid())
        return;
    if (!at.data(OptionTreeModel::VisibleRole).toBool() && !m_optionFilter->showAll())
        emit showAllNeeded();
    setSearchText({});
    emit searchLeft();
    const NodeId node = m_tree->nodeAt(at);
    m_menus->setCurrentIndex(m_menuFilter->mapFromSource(m_tree->indexOf(menuOf(node))));
    const QModelIndex shown = m_optionFilter->mapFromSource(at);
    if (shown.isValid()) {
        m_options->scrollTo(shown);
        m_options->setCurrentIndex(shown);
    } else {
        showNode(node);
    }
}

QString ConfigurePage::consequences() const
{
    return m_message->text();
}

QString ConfigurePage::detailsText() const
{
    return m_details->toPlainText();
}

void ConfigurePage::saveState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("configure/splitter"), m_splitter->saveState());
    if (m_columnsRestored) {
        const QHeaderView *header = m_options->header();
        settings.setValue(QStringLiteral("configure/valueWidth"),
                          header->sectionSize(OptionTreeModel::valueColumn));
    }
}

void ConfigurePage::restoreState(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(QStringLiteral("configure/splitter")).toByteArray());
    const int value = settings.value(QStringLiteral("configure/valueWidth")).toInt();
    if (value > 0) {
        m_options->header()->resizeSection(OptionTreeModel::valueColumn, value);
        m_columnsRestored = true;
    }
}

void ConfigurePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showDetails(); // the text carries colours
}

} // namespace kiln
