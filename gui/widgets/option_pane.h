// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The options in whichever shape is chosen, with the row of tools that chooses it.
#pragma once

#include <kconfig/model.h>

#include <QWidget>

class QAbstractItemModel;
class QLabel;

namespace kiln {

class OptionFilterModel;
class OptionSearchModel;
class OptionTreeModel;
class OptionView;
class OptionViewActions;

/// Shows an OptionTreeModel: one menu of it, all of it as a tree or a list, or what a search finds.
/// The model and the actions must outlive it.
class OptionPane : public QWidget
{
    Q_OBJECT

public:
    OptionPane(OptionTreeModel *tree, OptionViewActions *actions, QWidget *parent = nullptr);

    /// The menu whose options are shown where menus are beside.
    void setMenu(kconfig::NodeId menu);
    [[nodiscard]] kconfig::NodeId menu() const { return m_menu; }
    /// Shows the options that match; empty goes back.
    void setSearchText(const QString &text);
    [[nodiscard]] bool isSearching() const;
    /// Makes an entry the current one; false when it is not shown.
    bool showNode(kconfig::NodeId node);
    [[nodiscard]] kconfig::NodeId currentNode() const;
    /// Whether menus are beside it, that is, the pane shows one menu.
    [[nodiscard]] bool showsOneMenu() const;
    [[nodiscard]] int valueWidth() const;
    void setValueWidth(int width);

    [[nodiscard]] OptionView *view() const { return m_view; }
    [[nodiscard]] OptionFilterModel *filter() const { return m_filter; }
    [[nodiscard]] OptionSearchModel *search() const { return m_search; }
    /// The row of a tree index in the view; invalid when it has none.
    [[nodiscard]] QModelIndex fromTree(const QModelIndex &treeIndex) const;
    [[nodiscard]] QModelIndex toTree(const QModelIndex &viewIndex) const;

signals:
    /// Another entry is current; invalid: none, a search has found nothing.
    void currentChanged(kconfig::NodeId node);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void arrange();
    void useModel(QAbstractItemModel *model);
    void expand();
    void applyColumns();
    void tellNothing();
    void onSearched();

    OptionTreeModel *m_tree;
    OptionViewActions *m_actions;
    OptionFilterModel *m_filter;
    OptionSearchModel *m_search = nullptr;
    OptionView *m_view;
    QLabel *m_found;
    QLabel *m_nothing;
    kconfig::NodeId m_menu;
    kconfig::NodeId m_beforeSearch; ///< was current when the search began
    int m_valueWidth = 0;
};

} // namespace kiln
