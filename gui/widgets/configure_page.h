// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The place "Configure": menus, options, details.
#pragma once

#include "widgets/consequences.h"
#include "widgets/links.h"

#include <kconfig/resolve.h>

#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QModelIndex;
class QPushButton;
class QSettings;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace kiln {

class ConfigSession;
class DetailsPane;
class LoadingView;
class FixPanel;
class OptionFilterModel;
class OptionPane;
class OptionTreeModel;
class OptionView;
class OptionViewActions;
class WhyPopup;

/// Shows and edits a ConfigSession, which must outlive it.
class ConfigurePage : public QWidget
{
    Q_OBJECT

public:
    explicit ConfigurePage(ConfigSession *session, QWidget *parent = nullptr);

    /// Shows the options that match; empty goes back to the menus.
    void setSearchText(const QString &text);
    /// Goes to the first match.
    void activateSearch();
    /// Makes an option the current one, hidden ones included.
    void showOption(const QString &name);
    void showOption(kconfig::NodeId node);
    void saveState(QSettings &settings) const;
    void restoreState(const QSettings &settings);

    /// How options are shown; for a menu.
    [[nodiscard]] OptionViewActions *viewActions() const { return m_actions; }
    /// Looks for the changes that give the current option another value; for a menu.
    [[nodiscard]] QAction *makeItSoAction() const { return m_makeItSo; }
    [[nodiscard]] OptionTreeModel *treeModel() const { return m_tree; }
    [[nodiscard]] OptionPane *optionPane() const { return m_options; }
    [[nodiscard]] OptionView *optionView() const;
    [[nodiscard]] QTreeView *menuView() const { return m_menus; }
    [[nodiscard]] DetailsPane *details() const { return m_details; }
    [[nodiscard]] WhyPopup *whyPopup() const { return m_why; }
    [[nodiscard]] FixPanel *fixPanel() const { return m_fixes; }
    /// Offers the way to what was refused.
    [[nodiscard]] QPushButton *offer() const { return m_offer; }
    [[nodiscard]] QString consequences() const;
    [[nodiscard]] QString detailsText() const;

signals:
    void openRequested(const kiln::SourcePlace &place);
    /// The button next to the consequences.
    void undoRequested();
    /// The button next to the count of changes.
    void reviewRequested();
    /// A search result was entered: the search field should be emptied.
    void searchLeft();
    /// The key for searching: the search field should take the focus.
    void searchRequested();

private:
    void build();
    void connectPanes();
    void connectFixes();
    void takeSession();
    void onLoaded();
    void onEdited(const QVector<kconfig::SymbolId> &changed);
    void onMenuChanged(const QModelIndex &current);
    void onViewChanged();
    void enterMenu(const QModelIndex &viewIndex);
    void leaveMenu();
    void escape();
    void showNode(kconfig::NodeId node);
    void showWhy(const QModelIndex &treeIndex, bool byPointer);
    void showMessage(const QString &text, bool refusal);
    [[nodiscard]] QString setValue(const kconfig::Edit &edit);
    void followLink(const QUrl &url);
    void makeItSo(kconfig::SymbolId symbol);
    void refuse(const QString &why, const kconfig::Wish &wish);
    void showMenu(const QPoint &position);
    [[nodiscard]] kconfig::NodeId menuOf(kconfig::NodeId node) const;
    [[nodiscard]] QString baseFolder() const;

    ConfigSession *m_session;
    OptionTreeModel *m_tree;
    OptionViewActions *m_actions;
    OptionFilterModel *m_menuFilter;
    QTreeView *m_menus;
    OptionPane *m_options;
    DetailsPane *m_details;
    WhyPopup *m_why;
    FixPanel *m_fixes;
    QAction *m_makeItSo;
    QSplitter *m_splitter;
    QSplitter *m_outer; ///< the panes, and fixes below
    QStackedWidget *m_stack;
    LoadingView *m_waiting;
    QLabel *m_message;
    QPushButton *m_offer;
    QLabel *m_count;
    QPushButton *m_review;
    QPushButton *m_undo;
    ValueWatch m_values;
    QTimer m_paintDue; ///< for what was loaded to be painted
    kconfig::SymbolId m_touched;
    std::optional<kconfig::Wish> m_refused; ///< what the last message is about
};

} // namespace kiln
