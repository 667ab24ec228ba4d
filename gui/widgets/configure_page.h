// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The place "Configure": menus, options, details.
#pragma once

#include "widgets/consequences.h"
#include "widgets/links.h"

#include <kconfig/model.h>

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QModelIndex;
class QPushButton;
class QSettings;
class QSplitter;
class QStackedWidget;
class QTextBrowser;
class QTreeView;

namespace kiln {

class ConfigSession;
class OptionFilterModel;
class OptionSearchModel;
class OptionTreeModel;
class OptionView;

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
    void setShowAll(bool showAll);
    /// Makes an option the current one, hidden ones included.
    void showOption(const QString &name);
    void saveState(QSettings &settings) const;
    void restoreState(const QSettings &settings);

    [[nodiscard]] OptionTreeModel *treeModel() const { return m_tree; }
    [[nodiscard]] OptionView *optionView() const { return m_options; }
    [[nodiscard]] QTreeView *menuView() const { return m_menus; }
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
    /// An option was asked for that is hidden; the window's "show all" should follow.
    void showAllNeeded();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void onLoaded();
    void onEdited(const QVector<kconfig::SymbolId> &changed);
    void onMenuChanged(const QModelIndex &current);
    void enterMenu(const QModelIndex &viewIndex);
    void leaveMenu();
    void onCurrentOption(const QModelIndex &current);
    void showNode(kconfig::NodeId node);
    void showDetails();
    void showMessage(const QString &text, bool refusal);
    void applyColumns();
    [[nodiscard]] QModelIndex toTree(const QModelIndex &viewIndex) const;
    [[nodiscard]] kconfig::NodeId menuOf(kconfig::NodeId node) const;

    ConfigSession *m_session;
    OptionTreeModel *m_tree;
    OptionFilterModel *m_menuFilter;
    OptionFilterModel *m_optionFilter;
    OptionSearchModel *m_search;
    QTreeView *m_menus;
    OptionView *m_options;
    QTextBrowser *m_details;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    QLabel *m_waiting;
    QLabel *m_nothingFound;
    QLabel *m_message;
    QLabel *m_count;
    QPushButton *m_review;
    QPushButton *m_undo;
    ValueWatch m_values;
    kconfig::SymbolId m_touched;
    kconfig::NodeId m_shown;
    bool m_columnsRestored = false;
};

} // namespace kiln
