// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The ways into the panel that makes wishes come true: a lock, a refused edit, a menu, a key.

#include "widgets/configure_page.h"

#include "widgets/details_pane.h"
#include "widgets/fix_panel.h"
#include "widgets/option_menu.h"
#include "widgets/option_pane.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"
#include "widgets/why_popup.h"
#include "workbench/config_session.h"
#include "workbench/fix_wish.h"
#include "workbench/reason_words.h"

#include <kconfig/explain.h>

#include <QAction>
#include <QPushButton>
#include <QSplitter>

namespace kiln {

void ConfigurePage::connectFixes()
{
    OptionView *view = m_options->view();
    m_makeItSo->setObjectName(QStringLiteral("makeItSo"));
    m_makeItSo->setShortcut(QKeySequence(QStringLiteral("Ctrl+Return")));
    // Wherever the focus is in the panes; in the panel below the same keys make the changes.
    m_makeItSo->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_makeItSo->setToolTip(tr("Look for the changes that give the option another value (%1)")
                               .arg(m_makeItSo->shortcut().toString(QKeySequence::NativeText)));
    m_splitter->addAction(m_makeItSo);
    connect(m_makeItSo, &QAction::triggered, this, [this] {
        const kconfig::NodeId node = m_options->currentNode();
        const auto symbol =
            node.isValid() ? m_session->model().node(node).symbol : kconfig::SymbolId{};
        if (symbol.isValid())
            makeItSo(symbol);
        else if (m_session->isLoaded())
            showMessage(tr("Choose the option that should have another value first."), false);
    });
    m_offer->setToolTip(tr("Look for the changes that make this possible"));
    m_offer->hide();
    connect(m_offer, &QPushButton::clicked, this, [this] {
        if (m_refused)
            makeItSo(m_refused->symbol);
    });
    connect(m_tree, &OptionTreeModel::editRefused, this,
            [this](const QModelIndex &index, const QString &why) {
                const auto symbol =
                    kconfig::SymbolId{index.data(OptionTreeModel::SymbolRole).toUInt()};
                const auto isAbout = [&](kconfig::SymbolId refused) {
                    return refused == symbol || m_session->model().symbol(refused).choice == symbol;
                };
                const kconfig::Wish wish = m_refused && isAbout(m_refused->symbol)
                                               ? *m_refused
                                               : suggestedWish(m_session->configuration(), symbol);
                const auto refusal = kconfig::whyNot(m_session->configuration(), wish.symbol,
                                                     wish.value, ReasonWords());
                refuse(refusal ? QString::fromStdString(refusal->sentence) : why, wish);
                showWhy(index, false);
            });
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view, &QWidget::customContextMenuRequested, this, &ConfigurePage::showMenu);
    connect(m_details, &DetailsPane::fixRequested, this, [this](kconfig::SymbolId symbol) {
        m_refused.reset();
        makeItSo(symbol);
    });
    connect(m_fixes, &FixPanel::optionRequested, this, [this](kconfig::SymbolId symbol) {
        const QModelIndex at = m_tree->indexOf(symbol);
        if (at.isValid())
            showOption(m_tree->nodeAt(at));
    });
    connect(m_fixes, &FixPanel::previewed, this, [this](const FixWayPointer &way) {
        QHash<quint32, QString> values;
        if (way) {
            for (const auto *each : {&way->steps, &way->turnedOn, &way->turnedOff, &way->changed}) {
                for (const FixValue &value : *each)
                    values.insert(value.symbol.index, value.after);
            }
        }
        m_tree->setPreview(values);
    });
    connect(m_fixes, &FixPanel::linkActivated, this, &ConfigurePage::followLink);
    connect(m_fixes, &FixPanel::undoRequested, this, &ConfigurePage::undoRequested);
    const auto toOptions = [this] { m_options->view()->setFocus(Qt::OtherFocusReason); };
    connect(m_fixes, &FixPanel::closed, this, toOptions);
    connect(m_fixes, &FixPanel::applied, this, [this, toOptions](kconfig::SymbolId symbol) {
        const QModelIndex at = m_tree->indexOf(symbol);
        if (at.isValid())
            showOption(m_tree->nodeAt(at));
        toOptions();
    });
}

void ConfigurePage::makeItSo(kconfig::SymbolId symbol)
{
    m_why->hide();
    if (!m_session->isLoaded() || !symbol.isValid())
        return;
    const bool isRefused = m_refused && m_refused->symbol == symbol;
    const std::optional<kconfig::Wish> wish = isRefused ? m_refused : std::nullopt;
    showMessage({}, false); // the panel says it all
    const bool wasHidden = m_fixes->isHidden();
    m_fixes->open(symbol, wish);
    // The option stays in sight when the panel takes its room.
    if (wasHidden)
        m_options->view()->scrollTo(m_options->view()->currentIndex());
}

/// Says why something was not done, and offers the way to it.
void ConfigurePage::refuse(const QString &why, const kconfig::Wish &wish)
{
    showMessage(why, true);
    m_refused = wish;
    m_offer->setVisible(wish.symbol.isValid());
}

void ConfigurePage::showMenu(const QPoint &position)
{
    OptionView *view = m_options->view();
    const QModelIndex index = view->indexAt(position);
    const kconfig::NodeId node =
        index.isValid() ? m_tree->nodeAt(m_options->toTree(index)) : kconfig::NodeId{};
    if (!m_session->isLoaded() || !node.isValid())
        return;
    auto *menu = new OptionMenu(m_session->configuration(), node, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_session, &ConfigSession::loadStarted, menu, &QWidget::close);
    connect(menu, &OptionMenu::editRequested, this, [this](const kconfig::Edit &edit) {
        const QString why = setValue(edit);
        if (!why.isEmpty())
            refuse(why, {edit.symbol, edit.value.value_or(std::string())});
    });
    connect(menu, &OptionMenu::fixRequested, this,
            [this](kconfig::SymbolId symbol, const std::optional<kconfig::Wish> &wish) {
                m_refused = wish;
                makeItSo(wish ? wish->symbol : symbol);
            });
    connect(menu, &OptionMenu::openRequested, this, &ConfigurePage::openRequested);
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(view->viewport()->mapToGlobal(position));
}

} // namespace kiln
